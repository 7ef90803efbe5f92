"""Goals: small ones by stage with their steps, and the list of some day."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from stepup.domain.goal import Goal, GoalState, SomeDay
from stepup.domain.record import year_shard
from stepup.domain.stage import StageKey
from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.goal_lines import GoalLines
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

NO_STAGE = "none"


class GoalsPage(BookPage):
    """The goals that are open, those put aside, and some day."""

    PLACE: ClassVar[str] = "goals"
    NAME: ClassVar[str] = N_("Goals")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("goals")]

    def __init__(self, session: Session, going_on: str = "") -> None:
        super().__init__(session)
        self._going_on = going_on
        """The draft whose field is opened first."""
        self._opened: str | None = None
        self._choosing_stage: str | None = None
        self._shows_closed = False

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = GoalLines(self.session, self._opened, self._choosing_stage)
        return lines.all(shows_closed=self._shows_closed)

    def focus_body(self) -> None:
        """Put the cursor in, or go on with what was being written."""
        super().focus_body()
        kind, _colon, name = self._going_on.partition(":")
        self._going_on = ""
        goal = self._goal(name)
        if kind and goal is None:
            self._ask_new("new:none", None)
        elif goal is not None and kind == "smaller":
            self._ask_smaller(goal)
        elif goal is not None:
            self._reword(goal)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new goal."""
        self._ask_new("new:none", None, one_line(text))

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "goal" if how == "space":
                self.action_choose()
            case "goal" | "someday":
                self._open(name)
            case "acts":
                self._act(name, part or "")
            case "stage":
                self._move(name, part or "")
            case "step":
                self._choose_step(name)
            case "lineacts":
                self._choose_some_day(name, part or "")
            case "closed":
                self._shows_closed = not self._shows_closed
                self.refresh_rows()
            case "was":
                self._open_again(name)
            case _:
                self._ask(row.key, kind, name)

    def _open(self, goal_id: str) -> None:
        """Show what can be done with a goal, or fold it away."""
        self._opened = None if self._opened == goal_id else goal_id
        self._choosing_stage = None
        self.refresh_rows()

    def _ask(self, key: str, kind: str, name: str) -> None:
        if kind == "new":
            self._ask_new(key, None if name == NO_STAGE else StageKey(name))
        elif kind == "newstep":
            self._ask_step(key, name)
        elif kind == "newsomeday":
            self.ask(key, self._add_some_day, draft="some_day:")

    def take_away(self, row: Row) -> None:
        """Take a goal, a step or a line of some day away."""
        kind, _colon, name = row.key.partition(":")
        goal = self._under(row)
        if kind == "step" and goal is not None:
            self.session.goals.reword_step(goal, int(name.rpartition(":")[2]), "")
        elif kind == "someday":
            self._reword_some_day(name, "")
        elif kind == "goal" and goal is not None:
            self.session.goals.reword(goal, "")

    def _goal(self, goal_id: str) -> Goal | None:
        return next((goal for goal in self.session.goals.open() if goal.id == goal_id), None)

    def _under(self, row: Row | None = None) -> Goal | None:
        """Return the goal a line belongs to."""
        row = row or self.rows.current
        kind, _colon, name = row.key.partition(":") if row else ("", "", "")
        if kind in ("goal", "acts", "stage", "newstep"):
            return self._goal(name)
        return self._goal(name.partition(":")[0]) if kind == "step" else None

    # Verbs

    def _act(self, goal_id: str, part: str) -> None:
        goal = self._goal(goal_id)
        if goal is None:
            return
        match part:
            case "reword":
                self._reword(goal)
            case "step":
                self._ask_step(f"acts:{goal_id}", goal_id)
            case "stage":
                self._choosing_stage = goal_id
                self.refresh_rows()
                self.call_after_refresh(self.rows.go_to, f"stage:{goal_id}")
            case "repeat":
                self.session.goals.repeat(goal, repeats=not goal.repeats)
            case _:
                self._verb(part, goal)

    def _reword(self, goal: Goal) -> None:
        self.ask(
            f"goal:{goal.id}",
            lambda typed: self.session.goals.reword(goal, typed),
            text=goal.text,
            draft=f"goal:{goal.id}",
        )

    def _verb(self, verb: str, goal: Goal) -> None:
        goals, today = self.session.goals, self.session.book.today()
        match verb:
            case "done":
                goals.done(goal, today)
            case "half":
                goals.half(goal, today)
            case "smaller":
                self._ask_smaller(goal)
            case "choose":
                goals.choose(goal, today)
            case state:
                back = goal.state.value == state
                goals.set_state(goal, GoalState.OPEN if back else GoalState(state))

    def _on_goal(self, verb: str) -> None:
        goal = self._under()
        if goal is not None:
            self.attempt(lambda: self._verb(verb, goal))

    def action_done(self) -> None:
        """Note the goal, or the step under the cursor, as done."""
        row = self.rows.current
        if row is not None and row.key.startswith("step:"):
            self.attempt(lambda: self._choose_step(row.key[5:]))
        else:
            self._on_goal("done")

    def action_half(self) -> None:
        """Note the goal as half done."""
        self._on_goal("half")

    def action_smaller(self) -> None:
        """Word the goal, or the step under the cursor, a little smaller."""
        row = self.rows.current
        goal = self._under()
        if row is not None and goal is not None and row.key.startswith("step:"):
            index = int(row.key.rpartition(":")[2])
            self.ask(
                row.key,
                lambda typed: self.session.goals.reword_step(goal, index, typed),
                text=goal.steps[index].text,
                hint=_("Word it a little smaller, as small as you like"),
            )
        else:
            self._on_goal("smaller")

    def _ask_smaller(self, goal: Goal) -> None:
        self.ask(
            f"goal:{goal.id}",
            lambda typed: self.session.goals.smaller(goal, typed),
            text=goal.text,
            draft=f"smaller:{goal.id}",
            hint=_("Word it a little smaller, as small as you like"),
        )

    def action_not_now(self) -> None:
        """Put the goal aside for now, or take it up again."""
        self._on_goal("not_now")

    def action_rest(self) -> None:
        """Let the goal rest, or wake it."""
        self._on_goal("resting")

    def action_let_go(self) -> None:
        """Let the goal go."""
        self._on_goal("let_go")

    def action_choose(self) -> None:
        """Lay the goal out for today, or take it off that page."""
        self._on_goal("choose")

    def action_topic(self) -> None:
        """Put the goal's words on the list for a talk."""
        goal = self._under()
        today = self.session.book.today()
        if goal and self.attempt(lambda: self.session.days.add_topic(today, goal.text)):
            self.stepup.say(_("It stands under To talk about now."))

    def action_ideas(self) -> None:
        """Look at ideas."""
        from stepup.ui.screens.ideas import IdeasPage

        self.stepup.lay_over(IdeasPage(self.session))

    # Making

    def _ask_new(self, key: str, stage: StageKey | None, begin: str = "") -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.goals.add(typed, stage)

        self.ask(key, keep, begin=begin, draft=f"goal:{key}")

    def _ask_step(self, key: str, goal_id: str) -> None:
        def keep(typed: str) -> None:
            goal = self._goal(goal_id)
            if goal is not None and typed.strip():
                self.session.goals.add_step(goal, typed)

        self.ask(key, keep, label=_("Step"), draft=f"step:{goal_id}")

    def _choose_step(self, name: str) -> None:
        goal_id, _colon, index = name.partition(":")
        goal = self._goal(goal_id)
        if goal is not None:
            self.session.goals.step_done(goal, int(index), self.session.book.today())

    def _move(self, goal_id: str, stage: str) -> None:
        goal = self._goal(goal_id)
        self._choosing_stage = None
        if goal is not None:
            self.session.goals.move(goal, None if stage == NO_STAGE else StageKey(stage))
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"goal:{goal_id}")

    def _open_again(self, goal_id: str) -> None:
        closed = self.session.goals.closed(year_shard(self.session.book.today()))
        goal = next((goal for goal in closed if goal.id == goal_id), None)
        if goal is not None:
            self.session.goals.set_state(goal, GoalState.OPEN)

    # Some day

    def _some_day(self, line_id: str) -> SomeDay | None:
        return next((line for line in self.session.goals.some_day() if line.id == line_id), None)

    def _add_some_day(self, typed: str) -> None:
        if typed.strip():
            self.session.goals.add_some_day(typed)

    def _choose_some_day(self, line_id: str, part: str) -> None:
        line = self._some_day(line_id)
        if line is None:
            return
        if part == "take_up":
            self.session.goals.take_up(line)
        elif part == "drop":
            self.session.goals.reword_some_day(line, "")
        else:
            self.ask(f"someday:{line_id}", lambda typed: self._reword_some_day(line_id, typed),
                     text=line.text, draft=f"some_day:{line_id}")  # fmt: skip

    def _reword_some_day(self, line_id: str, typed: str) -> None:
        line = self._some_day(line_id)
        if line is not None:
            self.session.goals.reword_some_day(line, typed)
