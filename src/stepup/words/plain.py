"""A day as plain text: one thing a line with its name before it, for a screen reader or a pipe."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import Final, Protocol

from stepup.domain.goal import Goal, GoalDay, GoalState, Outcome, SomeDay
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.mood import CheckIn
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import BUILT_IN, Mark, Measure, Sleep, Tracker
from stepup.i18n import N_, _, format_time
from stepup.words import energy, mood
from stepup.words.day import marks_text, row_name, sleep_times

_OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.CHOSEN: N_("Goal: {text}"),
    Outcome.HALF: N_("Goal, half done: {text}"),
    Outcome.DONE: N_("Goal, done: {text}"),
}
_STATES: Final[dict[GoalState, str]] = {
    GoalState.OPEN: N_("Goal: {text}"),
    GoalState.NOT_NOW: N_("Goal, not now: {text}"),
    GoalState.RESTING: N_("Goal, resting: {text}"),
    GoalState.DONE: N_("Goal, done: {text}"),
    GoalState.LET_GO: N_("Goal, let go: {text}"),
}


class Page(Protocol):
    """What stands on the page of a day, as the notebook gives it."""

    @property
    def day(self) -> date:
        """The day."""

    @property
    def check_ins(self) -> Sequence[CheckIn]:
        """Moods and energies."""

    @property
    def sleeps(self) -> Sequence[Sleep]:
        """Sleeps that ended on it."""

    @property
    def marks(self) -> Sequence[Mark]:
        """Marks of all rows."""

    @property
    def wins(self) -> Sequence[Win]:
        """Small wins, and things done for someone."""

    @property
    def topics(self) -> Sequence[Topic]:
        """Things to talk about."""

    @property
    def goals(self) -> Sequence[GoalDay]:
        """What became of goals."""

    @property
    def entries(self) -> Sequence[JournalEntry]:
        """The journal."""

    @property
    def looked(self) -> bool:
        """Whether it was noted that the day was looked at."""


def day_text(
    page: Page,
    trackers: Sequence[Tracker],
    *,
    laid_out: bool,
    look_away: Container[LookAway] = frozenset(),
) -> str:
    """Return all that stands on a day's page, a line for each thing; "" for an empty page.

    Goals that were only laid out are among it when `laid_out`: on days gone by they are left
    off. `trackers` name the rows of one's own, retired ones too. Entries put away are named
    without their words.
    """
    lines = [
        *_feelings(page.check_ins),
        *_sleeps(page.sleeps),
        *_rows(page.marks, trackers, look_away),
        *_small_lines(page),
        *_day_goals(page.goals, laid_out=laid_out),
        *_entries(page.entries),
    ]
    if not lines and page.looked:
        lines = [_("This day was looked at.")]
    return "\n".join(lines)


def goals_text(goals: Sequence[Goal], some_day: Sequence[SomeDay]) -> str:
    """Return the goals that are open with their steps, and the list of some day; "" for none."""
    lines = []
    for goal in goals:
        lines.append(_(_STATES[goal.state]).format(text=goal.text))
        for step in goal.steps:
            form = _("Step, done: {text}") if step.done_on else _("Step: {text}")
            lines.append("  " + form.format(text=step.text))
    lines += [_said(_("Some day"), line.text) for line in some_day]
    return "\n".join(lines)


def _said(row: str, said: str) -> str:
    return _("{row}: {said}").format(row=row, said=said)


def _feelings(check_ins: Sequence[CheckIn]) -> Iterator[str]:
    moods = [(one, mood(one.mood)) for one in check_ins if one.mood]
    energies = [(one, energy(one.energy)) for one in check_ins if one.energy]
    for row, given in ((_("Mood"), moods), (_("Energy"), energies)):
        if given:
            yield _said(row, _in_turn(given))


def _in_turn(given: Sequence[tuple[CheckIn, str]]) -> str:
    """Return one word, or several in the order of the clock, each with its time."""
    if len(given) == 1:
        return given[0][1]
    in_turn = sorted(given, key=lambda pair: pair[0].at)
    return _(", ").join(f"{format_time(one.at.time())} {word}" for one, word in in_turn)


def _sleeps(sleeps: Sequence[Sleep]) -> Iterator[str]:
    if sleeps:
        yield _said(_("Sleep"), _(", ").join(sleep_times(sleep) for sleep in sleeps))


def _rows(
    marks: Sequence[Mark], trackers: Sequence[Tracker], look_away: Container[LookAway]
) -> Iterator[str]:
    """Yield a line for each row with a mark: those everyone has, then one's own."""
    measures = {**BUILT_IN, **{tracker.id: tracker.measure for tracker in trackers}}
    # A mark may have come from another window together with a row not known here yet.
    unknown = {mark.tracker: Measure.YES_NO for mark in marks if mark.tracker not in measures}
    for key, measure in {**measures, **unknown}.items():
        mine = [mark for mark in marks if mark.tracker == key]
        if mine:
            hidden = LookAway.TOTALS in look_away and measure is Measure.COUNT
            said = marks_text(Measure.YES_NO if hidden else measure, mine)
            name = _("A row of your own") if key in unknown else row_name(key, trackers)
            yield _said(name, said)


def _small_lines(page: Page) -> Iterator[str]:
    for win in page.wins:
        yield _said(_("For someone") if win.for_someone else _("Small win"), win.text)
    for topic in page.topics:
        yield _said(_("To talk about"), topic.text)


def _day_goals(goals: Sequence[GoalDay], *, laid_out: bool) -> Iterator[str]:
    for goal in goals:
        if laid_out or goal.outcome is not Outcome.CHOSEN:
            yield _(_OUTCOMES[goal.outcome]).format(text=goal.text)


def _entries(entries: Sequence[JournalEntry]) -> Iterator[str]:
    for entry in entries:
        if entry.closed:
            yield _said(_("Journal"), _("(put away)"))
        else:
            yield _("Journal, {clock}:").format(clock=format_time(entry.at.time()))
            yield entry.text
            if entry.tags:
                yield _said(_("Tags"), _(", ").join(entry.tags))
