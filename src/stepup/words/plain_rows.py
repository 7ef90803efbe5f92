"""The lines of a day's page as plain text: the rows, small lines, goals and the journal."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from datetime import date
from typing import Final, Protocol

from stepup.domain.goal import GoalDay, Outcome
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.mood import CheckIn
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import BUILT_IN, Mark, Measure, Sleep, Tracker
from stepup.i18n import N_, _, format_time
from stepup.words import energy, mood
from stepup.words.day import TOPICS, marks_text, row_name, sleep_times
from stepup.words.goals import level_words

_OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.CHOSEN: N_("Goal: {text}"),
    Outcome.HALF: N_("Goal, half done: {text}"),
    Outcome.DONE: N_("Goal, done: {text}"),
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


def row_lines(
    page: Page, trackers: Sequence[Tracker], look_away: Container[LookAway]
) -> Iterator[str]:
    """Yield how the day was, then its rows: those everyone has, then one's own."""
    yield from _feelings(page.check_ins)
    if page.sleeps:
        yield said(_("Sleep"), _(", ").join(sleep_times(sleep) for sleep in page.sleeps))
    yield from _rows(page.marks, trackers, look_away)


def small_lines(page: Page) -> Iterator[str]:
    """Yield the single lines of the day."""
    for win in page.wins:
        yield said(_("For someone") if win.for_someone else _("Small win"), win.text)
    for topic in page.topics:
        yield said(_(TOPICS[topic.aspect]), topic.text)


def goal_lines(goals: Sequence[GoalDay], *, laid_out: bool) -> Iterator[str]:
    """Yield what became of goals; those that were only laid out too when `laid_out`."""
    for goal in goals:
        if laid_out or goal.outcome is not Outcome.CHOSEN:
            line = _(_OUTCOMES[goal.outcome]).format(text=goal.text)
            yield line if goal.level is None else remarked(line, level_words(goal.level))


def journal_lines(entries: Sequence[JournalEntry]) -> Iterator[str]:
    """Yield the journal; entries put away are named without their words."""
    for entry in entries:
        if entry.closed:
            yield said(_("Journal"), _("(put away)"))
        else:
            yield _("Journal, {clock}:").format(clock=format_time(entry.at.time()))
            yield entry.text
            if entry.tags:
                yield said(_("Tags"), _(", ").join(entry.tags))


def said(row: str, words: str) -> str:
    """Return a line with its name before it."""
    return _("{row}: {said}").format(row=row, said=words)


def remarked(line: str, remark: str) -> str:
    """Return a line with a remark behind it."""
    return _("{said} ({remark})").format(said=line, remark=remark)


def _feelings(check_ins: Sequence[CheckIn]) -> Iterator[str]:
    moods = [(one, mood(one.mood)) for one in check_ins if one.mood]
    energies = [(one, energy(one.energy)) for one in check_ins if one.energy]
    for row, given in ((_("Mood"), moods), (_("Energy"), energies)):
        if given:
            yield said(row, _in_turn(given))


def _in_turn(given: Sequence[tuple[CheckIn, str]]) -> str:
    """Return one word, or several in the order of the clock, each with its time."""
    if len(given) == 1:
        return given[0][1]
    in_turn = sorted(given, key=lambda pair: pair[0].at)
    return _(", ").join(f"{format_time(one.at.time())} {word}" for one, word in in_turn)


def _rows(
    marks: Sequence[Mark], trackers: Sequence[Tracker], look_away: Container[LookAway]
) -> Iterator[str]:
    measures = {**BUILT_IN, **{tracker.id: tracker.measure for tracker in trackers}}
    # A mark may have come from another window together with a row not known here yet.
    unknown = {mark.tracker: Measure.YES_NO for mark in marks if mark.tracker not in measures}
    for key, measure in {**measures, **unknown}.items():
        mine = [mark for mark in marks if mark.tracker == key]
        if mine:
            hidden = LookAway.TOTALS in look_away and measure is Measure.COUNT
            name = _("A row of your own") if key in unknown else row_name(key, trackers)
            yield said(name, marks_text(Measure.YES_NO if hidden else measure, mine))
