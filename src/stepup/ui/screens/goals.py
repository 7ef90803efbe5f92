"""Goals: small ones by stage with their steps, and the list of some day."""

from __future__ import annotations

from stepup.domain.goal import Goal, GoalState, SomeDay
from stepup.domain.record import year_shard
from stepup.domain.text import one_line
from stepup.ui.screens.goal_lines import NO_STAGE, PER_PAGE, GoalLines, Shown
from stepup.ui.screens.goal_page import GoalPage
from stepup.ui.screens.goal_verbs import GoalVerbs, step_of
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class GoalsPage(GoalVerbs):
    """The goals that are open, those put aside, some day, and those that closed in a year."""

    def __init__(
        self, session: Session, going_on: str = "", whole: tuple[str, str] | None = None
    ) -> None:
        super().__init__(session)
        self._going_on = going_on
        """The draft whose field is opened first."""
        self._whole = whole
        """The id of a goal whose own page is opened first, and the year to be shown there."""
        self._opened: str | None = None
        self._shown = Shown(year=year_shard(session.book.today()))

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        return GoalLines(self.session, self._opened, self._choosing_stage, self._shown).all()

    def focus_body(self) -> None:
        """Put the cursor in, or go on with what was being written."""
        super().focus_body()
        kind, _colon, name = self._going_on.partition(":")
        whole, self._whole = self._whole, None
        self._going_on = ""
        goal = self.goal(name)
        if whole:
            self.show_whole(*whole)
        elif kind == "why":
            self.show_whole(name, writing=True)
        elif kind and goal is None:
            self._ask_new("new:none", None)
        elif goal is not None and kind == "smaller":
            self.ask_smaller(goal)
        elif goal is not None:
            self.reword(goal)

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
            case "acts" if part == "page":
                self.show_whole(name)
            case "step":
                self.tick_step(name)
            case "lineacts":
                self._choose_some_day(name, part or "")
            case "closed" | "years" | "page":
                self._turn_closed(kind, part or "")
            case "was":
                self._choose_closed(name, part or "")
            case "new":
                self._ask_new(row.key, None if name == NO_STAGE else name)
            case "newsomeday":
                self.ask(row.key, self._add_some_day, draft="some_day:")
            case _:
                self.choose_act(row, part or "")

    def _open(self, goal_id: str) -> None:
        """Show what can be done with a goal, or fold it away."""
        self._opened = None if self._opened == goal_id else goal_id
        self._choosing_stage = None
        self.refresh_rows()

    def show_whole(self, goal_id: str, year: str = "", *, writing: bool = False) -> None:
        """Open a goal's own page, at a year if one is named; `writing` goes on with the why."""
        self.stepup.lay_over(GoalPage(self.session, goal_id, year, writing=writing))

    def take_away(self, row: Row) -> None:
        """Take a goal, a step or a line of some day away."""
        kind, _colon, name = row.key.partition(":")
        goal = self.goal_under(row)
        if kind == "step" and goal is not None:
            self.session.goals.reword_step(goal, step_of(row.key)[1], "")
        elif kind == "someday":
            self._reword_some_day(name, "")
        elif kind == "goal" and goal is not None:
            self.session.goals.reword(goal, "")

    def _ask_new(self, key: str, stage: str | None, begin: str = "") -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.goals.add(typed, stage)

        self.ask(key, keep, begin=begin, draft=f"goal:{key}")

    # Done or let go

    def _turn_closed(self, kind: str, part: str) -> None:
        """Unfold what is closed, choose its year, or turn a page of it."""
        match kind:
            case "closed":
                self._shown = self._shown.but(closed=not self._shown.closed, first=0)
            case "years":
                self._shown = self._shown.but(year=part, first=0)
            case _:
                step = PER_PAGE if part == "older" else -PER_PAGE
                self._shown = self._shown.but(first=max(0, self._shown.first + step))
        self.refresh_rows()

    def _choose_closed(self, goal_id: str, part: str) -> None:
        closed = self.session.goals.closed(self._shown.year)
        goal: Goal | None = next((goal for goal in closed if goal.id == goal_id), None)
        if goal is not None and part == "page":
            self.show_whole(goal_id)
        elif goal is not None:
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
            self.ask(
                f"someday:{line_id}",
                lambda typed: self._reword_some_day(line_id, typed),
                text=line.text,
                draft=f"some_day:{line_id}",
            )

    def _reword_some_day(self, line_id: str, typed: str) -> None:
        line = self._some_day(line_id)
        if line is not None:
            self.session.goals.reword_some_day(line, typed)
