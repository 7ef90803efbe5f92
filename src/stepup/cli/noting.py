"""What `stepup log` was told, checked as a whole before any of it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

import click

from stepup.cli.texts import Texts
from stepup.cli.values import as_usage
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.rhythm import (
    BUILT_IN,
    Contact,
    Measure,
    Sleep,
    Tracker,
    parse_mark,
    parse_sleep,
)
from stepup.domain.text import fold, one_line
from stepup.i18n import _
from stepup.notebook.book import Book
from stepup.notebook.days import Days
from stepup.notebook.journal import Journal
from stepup.notebook.profile import Profile
from stepup.words.day import row_name


@dataclass(frozen=True, slots=True)
class Said:
    """The options of one call."""

    mood: int | None = None
    energy: int | None = None
    sleep: str | None = None
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One thing to write down: its name in the language in use, and the writing of it."""

    name: str
    do: Callable[[], object]


@dataclass(frozen=True, slots=True)
class MarkSaid:
    """A mark as it will be written."""

    tracker: str
    value: int | None = None
    way: Contact | None = None


class Noting:
    """Notes things for one day of an open book."""

    def __init__(self, book: Book, day: date) -> None:
        """Write on the page of `day`."""
        self._book = book
        self._day = day
        self._days = Days(book)
        self._trackers = Profile(book).trackers()

    def acts(self, said: Said) -> list[Act]:
        """Return what the options ask for; nothing is written yet.

        Raises:
            click.BadParameter: a value that does not fit.
            Problem: the day's page cannot be read.
        """
        return [*self._feelings(said), *self._sleep(said.sleep), *self._marks(said.marks)]

    def text_acts(self, texts: Texts) -> list[Act]:
        """Return the writing down of texts that were found fit."""
        found = []
        if (win := texts.win) is not None:
            found.append(Act(_("Small win"), lambda: self._days.add_win(self._day, win)))
        if (text := texts.journal) is not None:
            journal = Journal(self._book)
            found.append(Act(_("Journal"), lambda: journal.write(self._day, text)))
        return found

    def look(self) -> None:
        """Note that the day was looked at."""
        self._days.note_looked(self._day)

    def _feelings(self, said: Said) -> Iterator[Act]:
        mood, energy = said.mood, said.energy
        if mood is not None:
            yield Act(_("Mood"), lambda: self._days.log_mood(self._day, mood))
        if energy is not None:
            yield Act(_("Energy"), lambda: self._days.log_energy(self._day, energy))

    def _sleep(self, typed: str | None) -> Iterator[Act]:
        if typed is None:
            return
        with as_usage("--sleep"):
            self._check_sleep(typed)
        yield Act(_("Sleep"), lambda: self._days.log_sleep(self._day, typed))

    def _check_sleep(self, typed: str) -> None:
        """Raise the Problem that writing this sleep down would raise."""
        localise = self._book.clock.localise
        try:
            times = parse_sleep(typed, self._day, self._book.preferences.day_start)
        except OverflowError:  # the night before the first day there is
            raise Problem(ProblemCode.NOT_A_SLEEP) from None
        Sleep(
            id="",
            day=self._day,
            at=self._book.now(),
            start=localise(times.start) if times.start else None,
            end=localise(times.end) if times.end else None,
            sleepless=times.sleepless,
        )

    def _marks(self, typed: tuple[str, ...]) -> Iterator[Act]:
        for text in typed:
            with as_usage("--mark"):
                mark = read_mark(text, self._trackers)
            name = row_name(mark.tracker, self._trackers)
            yield Act(name, partial(self._days.mark, self._day, mark.tracker, mark.value, mark.way))


def read_mark(text: str, trackers: list[Tracker]) -> MarkSaid:
    """Return the mark written as KEY or KEY=VALUE; the name of one's own row may hold a =.

    Raises:
        click.BadParameter: a value that this row does not take.
        Problem: no_such_tracker, or as `parse_mark` does.
    """
    measures = {_same(tracker.name): (tracker.id, tracker.measure) for tracker in trackers[::-1]}
    measures |= {key: (key, measure) for key, measure in BUILT_IN.items()}
    parts = text.split("=")
    for length in range(len(parts), 0, -1):
        found = measures.get(_same("=".join(parts[:length])))
        if found is not None:
            given = "=".join(parts[length:]) if length < len(parts) else None
            return _valued(*found, given)
    raise Problem(ProblemCode.NO_SUCH_TRACKER)


def _valued(tracker: str, measure: Measure, given: str | None) -> MarkSaid:
    if measure is Measure.CONTACT:
        return MarkSaid(tracker, way=_way(given))
    if measure is Measure.YES_NO and given is not None:
        raise _wrong_mark(_("this row takes no value."))
    return MarkSaid(tracker, value=parse_mark(given or "", measure))


def _way(given: str | None) -> Contact | None:
    if given is None:
        return None
    try:
        return Contact(_same(given))
    except ValueError:
        ways = ", ".join(Contact)
        raise _wrong_mark(_("one of these fits: {ways}.").format(ways=ways)) from None


def _wrong_mark(sentence: str) -> click.BadParameter:
    return click.BadParameter(sentence, param_hint="'--mark'")


def _same(name: str) -> str:
    return fold(one_line(name)).casefold()
