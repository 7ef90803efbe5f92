"""Which lines stand on the page of goals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from stepup.domain.goal import Goal, GoalState
from stepup.domain.stage import Stage
from stepup.i18n import _
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.goals import state_words
from stepup.words.stages import stage_name

ASIDE = (GoalState.NOT_NOW, GoalState.RESTING)
NO_STAGE: Final = "none"
PER_PAGE: Final = 20
"""How many of the goals that closed in a year are shown at once."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the goals that are done or let go is shown: nothing unless `closed`."""

    year: str
    closed: bool = False
    first: int = 0

    def but(self, **changes: Any) -> Shown:
        """Return it with some things changed."""
        return replace(self, **changes)


class GoalLines:
    """Makes the lines of the page of goals."""

    def __init__(
        self, session: Session, opened: str | None, choosing_stage: str | None, shown: Shown
    ) -> None:
        self._session = session
        self._opened = opened
        self._choosing_stage = choosing_stage
        self._shown = shown
        self._stages = session.stages.all()
        self._today = {goal.goal for goal in session.goals.on(session.book.today())}

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom."""
        goals = self._session.goals.open()
        return [
            *self._open([goal for goal in goals if goal.state not in ASIDE]),
            *self._aside([goal for goal in goals if goal.state in ASIDE]),
            *self._some_day(),
            *self._closed(),
        ]

    def _open(self, goals: list[Goal]) -> Iterator[Spec]:
        known = {stage.id for stage in self._stages}
        for goal in goals:
            if goal.stage not in known:
                yield from self._goal(goal)
        yield Spec("new:none", label=_("A new goal"), text="_", soft=True)
        for stage in self._stages:
            mine = [goal for goal in goals if goal.stage == stage.id]
            if mine:
                yield _head(f"head:{stage.id}", stage_name(stage.id, self._stages))
                for goal in mine:
                    yield from self._goal(goal)
                yield Spec(f"new:{stage.id}", text="_", soft=True, wide=True)

    def _goal(self, goal: Goal) -> Iterator[Spec]:
        said = [
            _("for today") if goal.id in self._today else "",
            _("comes again") if goal.repeats else "",
            state_words(goal.state),
        ]
        after = _(", ").join(word for word in said if word)
        yield Spec(f"goal:{goal.id}", text=goal.text, after=after, wide=True)
        for index, step in enumerate(goal.steps):
            done = step.done_on is not None
            yield Spec(
                f"step:{goal.id}:{index}",
                label="        [x]" if done else "        [ ]",
                text=step.text,
                soft=done,
            )
        if goal.id == self._opened:
            acts = goal_acts(goal, for_today=goal.id in self._today)
            whole = Part("page", _("Its own page"), on=True)
            yield Spec(f"acts:{goal.id}", parts=(*acts, whole), wide=True, inset=2)
            if goal.steps:
                yield Spec(f"newstep:{goal.id}", label="        [ ]", text="_", soft=True)
        if goal.id == self._choosing_stage:
            yield stage_choice(goal, self._stages)

    def _aside(self, goals: list[Goal]) -> Iterator[Spec]:
        if goals:
            yield _head("head:aside", _("Put aside"))
            for goal in goals:
                yield from self._goal(goal)

    def _some_day(self) -> Iterator[Spec]:
        yield _head("head:someday", _("Some day"))
        for line in self._session.goals.some_day():
            yield Spec(f"someday:{line.id}", text=line.text, wide=True)
            if line.id == self._opened:
                words = {"take_up": _("Make it a goal"), "reword": _("Reword"), "drop": _("Let go")}
                parts = tuple(Part(key, word, on=True) for key, word in words.items())
                yield Spec(f"lineacts:{line.id}", parts=parts, wide=True, inset=2)
        yield Spec("newsomeday", text="_", soft=True, wide=True)

    def _closed(self) -> Iterator[Spec]:
        closed = self._session.goals.closed(self._shown.year)
        years = tuple(sorted({*self._session.book.years(), self._shown.year}, reverse=True))
        if not closed and len(years) < 2:
            return
        yield Spec("closed", text=_("Done or let go"), soft=True, wide=True, gap=True)
        if not self._shown.closed:
            return
        if len(years) > 1:
            yield year_choice(years, self._shown.year)
        page = closed[self._shown.first : self._shown.first + PER_PAGE]
        for goal in page:
            yield Spec(
                f"was:{goal.id}",
                text=goal.text,
                parts=(Part("open", _("Open again")), Part("page", _("Its own page"))),
                after=state_words(goal.state),
                wide=True,
                soft=True,
            )
        if not closed:
            none = _("No goal was done or let go in this year.")
            yield Spec("none", text=none, soft=True, wide=True, still=True)
        yield from turning(self._shown.first, PER_PAGE, len(closed))


def goal_acts(goal: Goal, *, for_today: bool) -> tuple[Part, ...]:
    """Return what can be done with an open goal."""
    words = {
        "done": _("Done"),
        "half": _("Half"),
        "smaller": _("A little smaller"),
        "choose": _("Not today") if for_today else _("For today"),
        "step": _("Add a step"),
        "not_now": _("Take up") if goal.state is GoalState.NOT_NOW else _("Not now"),
        "resting": _("Wake") if goal.state is GoalState.RESTING else _("Rest"),
        "let_go": _("Let go"),
        "reword": _("Reword"),
        "stage": _("Stage"),
        "repeat": _("Only once") if goal.repeats else _("Comes again"),
    }
    return tuple(Part(key, word, on=True) for key, word in words.items())


def stage_choice(goal: Goal, stages: list[Stage]) -> Spec:
    """Return the line on which a goal's stage is chosen."""
    names = [
        Part(stage.id, stage_name(stage.id, stages), on=goal.stage == stage.id)
        for stage in stages
        if not stage.hidden or stage.id == goal.stage
    ]
    none = Part(NO_STAGE, _("No stage"), on=goal.stage is None)
    return Spec(f"stage:{goal.id}", label=_("Stage"), parts=(*names, none), marked=True)


def year_choice(years: tuple[str, ...], chosen: str, *, gap: bool = False) -> Spec:
    """Return the line on which a year is chosen, the newest first."""
    parts = tuple(Part(year, year, on=year == chosen) for year in years)
    return Spec("years", label=_("Year"), parts=parts, marked=True, gap=gap)


def turning(first: int, size: int, of: int) -> Iterator[Spec]:
    """Yield the line that turns the pages of a long list, where it is long."""
    parts = []
    if first > 0:
        parts.append(Part("newer", _("Newer"), on=True))
    if first + size < of:
        parts.append(Part("older", _("Older"), on=True))
    if parts:
        yield Spec("page", parts=tuple(parts))


def _head(key: str, text: str) -> Spec:
    return Spec(key, text=text, soft=True, wide=True, still=True, gap=True)
