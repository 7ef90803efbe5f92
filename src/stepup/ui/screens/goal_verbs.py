"""What can be done with a goal and its steps, in the list of goals and on a goal's own page."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from stepup.domain.goal import Goal, GoalState
from stepup.i18n import N_, _
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.goal_lines import NO_STAGE
from stepup.ui.session import Session
from stepup.ui.widgets.row import Row


class GoalVerbs(BookPage):
    """A page with goals. Their lines are keyed by what they are and the goal's id."""

    PLACE: ClassVar[str] = "goals"
    NAME: ClassVar[str] = N_("Goals")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("goals")]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._choosing_stage: str | None = None

    def goal(self, goal_id: str) -> Goal | None:
        """Return a goal of this page that is open."""
        return next((goal for goal in self.session.goals.open() if goal.id == goal_id), None)

    def goal_under(self, row: Row | None = None) -> Goal | None:
        """Return the goal a line belongs to, or the line under the cursor."""
        row = row or self.rows.current
        kind, _colon, name = row.key.partition(":") if row else ("", "", "")
        if kind in ("goal", "acts", "stage", "newstep"):
            return self.goal(name)
        return self.goal(name.partition(":")[0]) if kind == "step" else None

    def choose_act(self, row: Row, part: str) -> bool:
        """Do what a line of acts, of stages or for a new step is for; False for other lines."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "acts":
                self._act(name, part)
            case "stage":
                self._move(name, part)
            case "newstep":
                self.ask_step(row.key, name)
            case _:
                return False
        return True

    def _act(self, goal_id: str, part: str) -> None:
        goal = self.goal(goal_id)
        if goal is None:
            return
        match part:
            case "reword":
                self.reword(goal)
            case "step":
                self.ask_step(f"acts:{goal_id}", goal_id)
            case "stage":
                self._choosing_stage = goal_id
                self.refresh_rows()
                self.rows.go_to(f"stage:{goal_id}")
            case "repeat":
                self.session.goals.repeat(goal, repeats=not goal.repeats)
            case _:
                self._verb(part, goal)

    def _move(self, goal_id: str, stage: str) -> None:
        goal = self.goal(goal_id)
        self._choosing_stage = None
        if goal is not None:
            self.session.goals.move(goal, None if stage == NO_STAGE else stage)
        self.refresh_rows()
        self.rows.go_to(f"goal:{goal_id}")

    # Verbs

    def _verb(self, verb: str, goal: Goal) -> None:
        goals, today = self.session.goals, self.session.book.today()
        match verb:
            case "done":
                goals.done(goal, today)
            case "half":
                goals.half(goal, today)
            case "smaller":
                self.ask_smaller(goal)
            case "choose":
                goals.choose(goal, today)
            case state:
                back = goal.state.value == state
                goals.set_state(goal, GoalState.OPEN if back else GoalState(state))

    def _on_goal(self, verb: str) -> None:
        goal = self.goal_under()
        if goal is not None:
            self.attempt(lambda: self._verb(verb, goal))

    def action_done(self) -> None:
        """Note the goal, or the step under the cursor, as done."""
        row = self.rows.current
        if row is not None and row.key.startswith("step:"):
            self.attempt(lambda: self.tick_step(row.key[5:]))
        else:
            self._on_goal("done")

    def action_half(self) -> None:
        """Note the goal as half done."""
        self._on_goal("half")

    def action_smaller(self) -> None:
        """Word the goal, or the step under the cursor, a little smaller."""
        row = self.rows.current
        if row is not None and row.key.startswith("step:"):
            self.word_step(row.key, hint=_("Word it a little smaller, as small as you like"))
        else:
            self._on_goal("smaller")

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
        goal = self.goal_under()
        today = self.session.book.today()
        if goal and self.attempt(lambda: self.session.days.add_topic(today, goal.text)):
            self.stepup.say(_("It stands under To talk about now."))

    def action_ideas(self) -> None:
        """Look at ideas."""
        from stepup.ui.screens.ideas import IdeasPage

        self.stepup.lay_over(IdeasPage(self.session))

    # Words

    def reword(self, goal: Goal) -> None:
        """Open a field for other words of a goal."""
        self.ask(
            f"goal:{goal.id}",
            lambda typed: self.session.goals.reword(goal, typed),
            text=goal.text,
            draft=f"goal:{goal.id}",
        )

    def ask_smaller(self, goal: Goal) -> None:
        """Open a field for smaller words of a goal."""
        self.ask(
            f"goal:{goal.id}",
            lambda typed: self.session.goals.smaller(goal, typed),
            text=goal.text,
            draft=f"smaller:{goal.id}",
            hint=_("Word it a little smaller, as small as you like"),
        )

    # Steps

    def ask_step(self, key: str, goal_id: str) -> None:
        """Open a field for a new step."""

        def keep(typed: str) -> None:
            goal = self.goal(goal_id)
            if goal is not None and typed.strip():
                self.session.goals.add_step(goal, typed)

        self.ask(key, keep, label=_("Step"), draft=f"step:{goal_id}")

    def word_step(self, key: str, *, hint: str = "") -> None:
        """Open a field for other words of a step."""
        goal_id, index = step_of(key)
        goal = self.goal(goal_id)
        if goal is not None:
            self.ask(
                key,
                lambda typed: self.session.goals.reword_step(goal, index, typed),
                text=goal.steps[index].text,
                hint=hint,
            )

    def tick_step(self, name: str) -> None:
        """Note a step as done, or take that back."""
        goal_id, index = step_of(f"step:{name}")
        goal = self.goal(goal_id)
        if goal is not None:
            self.session.goals.step_done(goal, index, self.session.book.today())


def step_of(key: str) -> tuple[str, int]:
    """Return the goal's id and the step's place from a line's key, such as step:abc:0."""
    _kind, goal_id, index = key.split(":")
    return goal_id, int(index)
