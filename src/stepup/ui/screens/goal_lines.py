"""Which lines stand on the page of goals."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.domain.goal import Goal, GoalState
from stepup.domain.record import year_shard
from stepup.domain.stage import StageKey
from stepup.i18n import N_, _
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words import stage_name

ASIDE = (GoalState.NOT_NOW, GoalState.RESTING)
_STATES = {
    GoalState.NOT_NOW: N_("not now"),
    GoalState.RESTING: N_("resting"),
    GoalState.DONE: N_("done"),
    GoalState.LET_GO: N_("let go"),
}


class GoalLines:
    """Makes the lines of the page of goals."""

    def __init__(self, session: Session, opened: str | None, choosing_stage: str | None) -> None:
        self._session = session
        self._opened = opened
        self._choosing_stage = choosing_stage
        self._today = {goal.goal for goal in session.goals.on(session.book.today())}

    def all(self, *, shows_closed: bool) -> list[Spec]:
        """Return the lines from top to bottom."""
        goals = self._session.goals.open()
        return [
            *self._open([goal for goal in goals if goal.state not in ASIDE]),
            *self._aside([goal for goal in goals if goal.state in ASIDE]),
            *self._some_day(),
            *self._closed(shows_closed=shows_closed),
        ]

    def _open(self, goals: list[Goal]) -> Iterator[Spec]:
        for goal in goals:
            if goal.stage is None:
                yield from self._goal(goal)
        yield Spec("new:none", label=_("A new goal"), text="_", soft=True)
        for stage in StageKey:
            mine = [goal for goal in goals if goal.stage is stage]
            if mine:
                yield _head(f"head:{stage}", stage_name(stage))
                for goal in mine:
                    yield from self._goal(goal)
                yield Spec(f"new:{stage}", text="_", soft=True, wide=True)

    def _goal(self, goal: Goal) -> Iterator[Spec]:
        said = [
            _("for today") if goal.id in self._today else "",
            _("comes again") if goal.repeats else "",
            _(_STATES[goal.state]) if goal.state in _STATES else "",
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
            yield Spec(f"acts:{goal.id}", parts=self._acts(goal), wide=True, inset=2)
            if goal.steps:
                yield Spec(f"newstep:{goal.id}", label="        [ ]", text="_", soft=True)
        if goal.id == self._choosing_stage:
            names = [
                Part(stage.value, stage_name(stage), on=goal.stage is stage) for stage in StageKey
            ]
            none = Part("none", _("No stage"), on=goal.stage is None)
            yield Spec(f"stage:{goal.id}", label=_("Stage"), parts=(*names, none), marked=True)

    def _acts(self, goal: Goal) -> tuple[Part, ...]:
        words = {
            "done": _("Done"),
            "half": _("Half"),
            "smaller": _("A little smaller"),
            "choose": _("Not today") if goal.id in self._today else _("For today"),
            "step": _("Add a step"),
            "not_now": _("Take up") if goal.state is GoalState.NOT_NOW else _("Not now"),
            "resting": _("Wake") if goal.state is GoalState.RESTING else _("Rest"),
            "let_go": _("Let go"),
            "reword": _("Reword"),
            "stage": _("Stage"),
            "repeat": _("Only once") if goal.repeats else _("Comes again"),
        }
        return tuple(Part(key, word, on=True) for key, word in words.items())

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

    def _closed(self, *, shows_closed: bool) -> Iterator[Spec]:
        closed = self._session.goals.closed(year_shard(self._session.book.today()))
        if not closed:
            return
        yield Spec("closed", text=_("Done or let go this year"), soft=True, wide=True, gap=True)
        if shows_closed:
            for goal in closed:
                yield Spec(
                    f"was:{goal.id}",
                    text=goal.text,
                    parts=(Part("open", _("Open again")),),
                    after=_(_STATES[goal.state]),
                    wide=True,
                    soft=True,
                )


def _head(key: str, text: str) -> Spec:
    return Spec(key, text=text, soft=True, wide=True, still=True, gap=True)
