"""One goal, whole: why it matters, its ladder, its days, looks at it, the words it had."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.goal import Answer, Goal, GoalDay, GoalReview, GoalState
from stepup.domain.ladder import Attempt
from stepup.domain.record import year_shard
from stepup.domain.talk import Talk
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.ui.screens.goal_page_lines import GoalPageLines
from stepup.ui.screens.goal_verbs import GoalVerbs, step_of
from stepup.ui.screens.ladder_lines import AT_FIRST, Unfolded
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.goals import easy_end, hard_end


class GoalPage(GoalVerbs):
    """A goal on a page of its own, laid over the list; d, h, m and the others work here too."""

    NAME: ClassVar[str] = N_("One goal")
    LAID_OVER: ClassVar[bool] = True

    def __init__(
        self, session: Session, goal_id: str, year: str = "", *, writing: bool = False
    ) -> None:
        super().__init__(session)
        self._goal_id = goal_id
        self._writing = writing
        today = year_shard(session.book.today())
        goal = session.goals.find(goal_id, year)
        closed = year_shard(goal.closed_on) if goal and goal.closed_on else ""
        self._unfolded = Unfolded(year or closed or today)
        self._talk: Talk | None = None
        """The talk the goal was made from, looked for once and not at every key: its year may not be
        in memory."""
        self._looks_for_talk = True

    @property
    def subject(self) -> str:
        """The goal."""
        return self._goal_id

    def whole(self) -> Goal | None:
        """Return the goal as it is now, open or closed; None when it is gone."""
        return self.session.goals.find(self._goal_id, self._unfolded.year)

    def goal_under(self, row: Row | None = None) -> Goal | None:  # noqa: ARG002 - every line is of one goal
        """Return the goal while it is open."""
        return self.goal(self._goal_id)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        goal = self.whole()
        if goal is None:
            return [Spec("gone", text=_("This goal was taken away."), soft=True, wide=True)]
        if self._looks_for_talk:
            self._looks_for_talk = False
            self._talk = self.session.talks.that_made(goal, self._unfolded.year)
        lines = GoalPageLines(
            self.session,
            goal,
            self._unfolded,
            self._attempt(goal),
            self._talk,
            choosing_stage=self._choosing_stage == goal.id,
        )
        return lines.all()

    def _changed(self, changed: Changed) -> None:
        """Look for the talk again where talks changed."""
        self._looks_for_talk |= not changed.kinds or Talk.kind in changed.kinds
        super()._changed(changed)

    def focus_body(self) -> None:
        """Put the cursor in, or go on with why the goal matters."""
        super().focus_body()
        goal = self.whole()
        if self._writing and goal is not None:
            self._writing = False
            self._ask_why(goal)

    def _attempt(self, goal: Goal) -> Attempt | None:
        """Return the try that the numbers of the unfolded rung belong to."""
        if self._unfolded.attempt:
            tries = self.session.ladder.attempts(goal, self._unfolded.year)
            return next((one for one in tries if one.id == self._unfolded.attempt), None)
        now = self._unfolded.year == year_shard(self.session.book.today())
        there = 0 <= self._unfolded.rung < len(goal.steps)
        if self._unfolded.anew or not (now and there):
            return None
        return self.session.ladder.in_hand(goal, self._unfolded.rung)

    def _show(self, **changes: object) -> None:
        self._unfolded = self._unfolded.but(**changes)
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        goal = self.whole()
        if goal is None:
            return
        kind = row.key.partition(":")[0]
        match kind:
            case "goal" if how == "space":
                self.action_choose()
            case "goal":
                self._choosing_stage = None
                self._show(acts=not self._unfolded.acts)
            case "open":
                self.session.goals.set_state(goal, GoalState.OPEN)
            case "why":
                self._ask_why(goal)
            case "look":
                self._look(goal, Answer(part or ""))
            case "talk":
                self._open_talk()
            case "years" | "day" | "level" | "moredays":
                self._choose_in_the_past(goal, row.key, part or "")
            case _ if not self.choose_act(row, part or ""):
                self._choose_on_ladder(goal, row.key, part or "")

    def _open_talk(self) -> None:
        """Open the talk the goal was made from."""
        if self._talk is not None:
            self.stepup.open_talk(self._talk.id, self._talk.shard)

    def _choose_in_the_past(self, goal: Goal, key: str, part: str) -> None:
        kind, _colon, name = key.partition(":")
        match kind:
            case "years":
                self._looks_for_talk = True
                self._show(year=part, attempt="", anew=False, day="")
            case "day":
                self._show(day="" if self._unfolded.day == name else name)
            case "level":
                self._rate(goal, int(part))
            case _:
                self._show(days=self._unfolded.days + AT_FIRST)

    def _choose_on_ladder(self, goal: Goal, key: str, part: str) -> None:
        kind, _colon, name = key.partition(":")
        match kind:
            case "step":
                index = step_of(key)[1]
                rung = -1 if self._unfolded.rung == index else index
                self._show(rung=rung, attempt="", anew=False, tries=AT_FIRST)
            case "seems":
                chosen = int(part) if goal.steps[int(name)].hard != int(part) else None
                self.session.ladder.seems(goal, int(name), chosen)
            case "before" | "after":
                self._number(goal, kind, int(name), int(part))
            case "rungacts":
                self._act_on_rung(goal, int(name), part)
            case "tried":
                chosen_before = self._unfolded.attempt == name
                self._show(attempt="" if chosen_before else name, anew=False)
            case "moretries":
                self._show(tries=self._unfolded.tries + AT_FIRST)
            case "ladder" if part == "sort":
                self.session.ladder.sort(goal)
            case "ladder":
                self._show(ends=not self._unfolded.ends)
            case "easy" | "hard":
                self._ask_end(goal, kind)

    def take_away(self, row: Row) -> None:
        """Take a rung, a try or a look away, or the whole goal; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        goal = self.whole()
        if goal is None:
            return
        year = self._unfolded.year
        if kind == "step":
            self.session.goals.reword_step(goal, step_of(row.key)[1], "")
        elif kind == "tried":
            for attempt in self.session.ladder.attempts(goal, year):
                if attempt.id == name:
                    self.session.ladder.remove(attempt)
        elif kind == "looked":
            look = self.session.book.one(GoalReview, name, year)
            if look is not None:
                self.session.goal_days.remove(look)
        elif kind == "goal":
            self.session.goals.reword(goal, "")

    # The ladder

    def _number(self, goal: Goal, what: str, index: int, number: int) -> None:
        """Keep what was thought or how it was; the same number again takes it back."""
        attempt = self._attempt(goal)
        there = getattr(attempt, what, None)
        chosen = number if there != number else None
        self._unfolded = self._unfolded.but(anew=False)
        if what == "before":
            self.session.ladder.predict(goal, index, chosen, attempt)
        else:
            self.session.ladder.live(goal, index, chosen, attempt)

    def _act_on_rung(self, goal: Goal, index: int, part: str) -> None:
        key = f"step:{goal.id}:{index}"
        match part:
            case "done":
                self.tick_step(key[5:])
            case "smaller":
                self.word_step(key, hint=_("Word it a little smaller, as small as you like"))
            case "reword":
                self.word_step(key)
            case "again":
                self._show(attempt="", anew=True)
                self.call_after_refresh(self.rows.go_to, f"before:{index}")
            case _:
                by = -1 if part == "up" else 1
                self._unfolded = self._unfolded.but(rung=index + by)
                self.session.ladder.move(goal, index, by)
                self.call_after_refresh(self.rows.go_to, f"rungacts:{index + by}")

    def _ask_end(self, goal: Goal, end: str) -> None:
        own, given = (goal.easy, easy_end) if end == "easy" else (goal.hard, hard_end)

        def keep(typed: str) -> None:
            self.session.ladder.name_ends(goal, **{end: typed})

        self.ask(end, keep, text=own or "", hint="" if own else given(goal))

    # Words and answers

    def _ask_why(self, goal: Goal) -> None:
        self.ask(
            "why",
            lambda typed: self.session.goals.say_why(goal, typed),
            text=goal.why or "",
            single=False,
            draft=f"why:{goal.id}",
        )

    def _rate(self, goal: Goal, level: int) -> None:
        days = self.session.goal_days.of(goal, self._unfolded.year)
        day: GoalDay | None = next((d for d in days if d.id == self._unfolded.day), None)
        if day is not None:
            self.session.goal_days.rate(day, level if day.level != level else None)

    def _look(self, goal: Goal, answer: Answer) -> None:
        self.session.goal_days.review(goal, answer)
        if answer is Answer.SMALLER:
            self.ask_smaller(goal)
