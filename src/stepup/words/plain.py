"""A day as plain text: one thing a line with its name before it, for a screen reader or a pipe."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from stepup.domain.goal import Goal, GoalState, SomeDay, Step
from stepup.domain.own_number import OwnNumber
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Tracker
from stepup.domain.stage import Being, Stage
from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.words import plain_beside, plain_rows
from stepup.words.plain_beside import Beside
from stepup.words.plain_rows import Page, remarked, said
from stepup.words.stages import stage_name

_STATES: Final[dict[GoalState, str]] = {
    GoalState.OPEN: N_("Goal: {text}"),
    GoalState.NOT_NOW: N_("Goal, not now: {text}"),
    GoalState.RESTING: N_("Goal, resting: {text}"),
    GoalState.DONE: N_("Goal, done: {text}"),
    GoalState.LET_GO: N_("Goal, let go: {text}"),
}


@dataclass(frozen=True, slots=True)
class Names:
    """What gives the person's own rows, numbers and places their names: retired ones too."""

    trackers: Sequence[Tracker] = ()
    numbers: Sequence[OwnNumber] = ()
    stages: Sequence[Stage] = ()


def day_text(
    page: Page,
    beside: Beside,
    names: Names,
    *,
    laid_out: bool,
    look_away: Container[LookAway] = frozenset(),
) -> str:
    """Return all that belongs to a day, a line for each thing; "" where there is nothing.

    `beside` is what does not stand on its page. Goals that were only laid out are among it when
    `laid_out`: on days gone by they are left off. Entries put away and what is to be opened
    later are named without their words.
    """
    lines = [
        *plain_rows.row_lines(page, names.trackers, look_away),
        *plain_rows.small_lines(page),
        *plain_rows.goal_lines(page.goals, laid_out=laid_out),
        *plain_beside.goal_lines(beside),
        *plain_beside.place_lines(beside, names.stages),
        *plain_beside.number_lines(beside, names.numbers),
        *plain_beside.work_lines(beside, look_away),
        *plain_rows.journal_lines(page.entries),
        *plain_beside.corner_lines(beside, look_away),
    ]
    if not lines and page.looked:
        lines = [_("This day was looked at.")]
    return "\n".join(lines)


def goals_text(goals: Sequence[Goal], some_day: Sequence[SomeDay]) -> str:
    """Return the goals that are open with their steps, and the list of some day; "" for none."""
    lines = []
    for goal in goals:
        lines.append(_(_STATES[goal.state]).format(text=goal.text))
        if goal.why:
            lines.append("  " + said(_("Why"), one_line(goal.why)))
        lines += ["  " + _step(step) for step in goal.steps]
    lines += [said(_("Some day"), line.text) for line in some_day]
    return "\n".join(lines)


def places_text(here: Mapping[str, Being], stages: Sequence[Stage]) -> str:
    """Return the places in sight in which one is now, in their order; "" for none."""
    names = {stage.id: stage_name(stage.id, stages) for stage in stages if not stage.hidden}
    there = [
        remarked(name, _("resting")) if here[stage] is Being.RESTING else name
        for stage, name in names.items()
        if stage in here
    ]
    return said(_("Where I am"), _(", ").join(there)) if there else ""


def _step(step: Step) -> str:
    line = (_("Step, done: {text}") if step.done_on else _("Step: {text}")).format(text=step.text)
    if step.hard is None:
        return line
    return remarked(line, _("seems {number}").format(number=step.hard))
