"""Which lines stand on the page of works."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.work import Work, WorkKind, WorkSession
from stepup.i18n import _, format_day, format_minutes
from stepup.ui.screens.work.view import client_seen
from stepup.ui.screens.yearly import (
    PER_PAGE,
    acts_line,
    few_of,
    more_fields_line,
    turning_line,
    years_line,
)
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.works import (
    FIELDS,
    KINDS,
    STATES,
    TRIAL_FIELDS,
    energy_words,
    kind_name,
    session_words,
    state_name,
    tired_words,
)

_FIRST: Final = ("client", "platform", "notes")
"""The fields that stand there before anything is filled in."""
_NAMES: Final = ("client", "people", "through")
"""The fields in which names of others stand."""
_ENERGIES: Final = ("1", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What is open on the page: a work and all its fields, one of its times of working, the closed works of a year."""

    work: str = ""
    session: str = ""
    kinds: bool = False
    fields: bool = False
    closed: bool = False
    year: str = ""
    first: int = 0


class WorkLines:
    """Makes the lines of works."""

    def __init__(self, session: Session, unfolded: Unfolded) -> None:
        self._session = session
        self._open = unfolded

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom, behind the line of the views.

        Raises:
            Problem: the year that is unfolded cannot be read.
        """
        works = self._session.works.open()
        lines = [Spec("new", label=_("Write down"), text="_", soft=True, gap=True)]
        if not works and not self._open.closed:
            text = _(
                "A notice you saw, something you help with, something you sell: any work can"
                " stand here. Looking at it is enough."
            )
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        for index, work in enumerate(works):
            lines += self._work(work, gap=index == 0)
        return [*lines, *self._closed()]

    def _closed(self) -> Iterator[Spec]:
        year, years = self._open.year, self._session.book.years()
        works = self._session.works.closed(year)
        if not works and len(years) < 2:
            return
        yield Spec("closed", text=_("Closed works"), soft=True, wide=True, gap=True)
        if not self._open.closed:
            return
        yield from years_line(years, year)
        if not works:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        for work in works[self._open.first : self._open.first + PER_PAGE]:
            yield from self._work(work)
        yield from turning_line(self._open.first, len(works))

    def _work(self, work: Work, *, gap: bool = False) -> Iterator[Spec]:
        is_open = work.id == self._open.work
        yield Spec(
            f"work:{work.id}",
            label=state_name(work.state),
            text=work.text,
            after="" if is_open else self._client(work.client[:40]) or kind_name(work.way),
            gap=gap or is_open,
            cut=not is_open,
        )
        if is_open:
            yield from self._whole(work)

    def _whole(self, work: Work) -> Iterator[Spec]:
        states = tuple(
            Part(state.value, _(words), on=state is work.state) for state, words in STATES.items()
        )
        yield Spec(f"state:{work.id}", label=_("Where it is"), parts=states, marked=True)
        yield self._kind(work)
        shown = FIELDS if self._open.fields else few_of(FIELDS, _FIRST, partial(getattr, work))
        for field in shown:
            text = getattr(work, field)
            said = self._client(text) if field in _NAMES else text
            yield _said(f"{field}:{work.id}", _(FIELDS[field]), said)
        if work.way is WorkKind.TRIAL:
            for field, label in TRIAL_FIELDS.items():
                text = tired_words(work) if field == "tired" else getattr(work, field)
                yield _said(f"{field}:{work.id}", _(label), text)
        if len(shown) < len(FIELDS):
            yield more_fields_line(f"fields:{work.id}")
        yield from self._sessions(work)
        yield acts_line(f"acts:{work.id}", {"name": _("Another name"), "away": _("Take away")})

    def _client(self, name: str) -> str:
        return client_seen(self._session, name)

    def _kind(self, work: Work) -> Spec:
        key = f"way:{work.id}"
        if not self._open.kinds and work.way is not None:
            return Spec(key, label=_("Kind of work"), text=kind_name(work.way))
        kinds = tuple(
            Part(kind.value, _(words), on=kind is work.way) for kind, words in KINDS.items()
        )
        return Spec(key, label=_("Kind of work"), parts=kinds, marked=True)

    # Times of working

    def _sessions(self, work: Work) -> Iterator[Spec]:
        yield Spec(f"sit:{work.id}", label=_("Time at it"), text="_", soft=True, gap=True)
        sessions = self._session.works.sessions(work, self._open.year)
        yield from self._sum(sessions)
        for session in sessions[:PER_PAGE]:
            yield from self._session_lines(session)

    def _sum(self, sessions: Sequence[WorkSession]) -> Iterator[Spec]:
        if len(sessions) > 1 and not self._session.hides(LookAway.TOTALS):
            days = len({session.day for session in sessions})
            length = format_minutes(sum(session.minutes for session in sessions))
            text = _("This year {length}, on {days} days").format(length=length, days=days)
            yield Spec("sum", text=text, soft=True, still=True)

    def _session_lines(self, session: WorkSession) -> Iterator[Spec]:
        hides = self._session.hides(LookAway.DATES)
        yield Spec(
            f"session:{session.id}",
            label="" if hides else format_day(session.day, "short"),
            text=session_words(session),
            after=energy_words(session),
        )
        if session.id != self._open.session:
            return
        for what, words, value in (
            ("before", _("Energy before"), session.before),
            ("after", _("Energy after"), session.after),
        ):
            parts = tuple(Part(e, e, on=e == str(value)) for e in _ENERGIES)
            yield Spec(f"{what}:{session.id}", label=words, parts=parts, marked=True)
        acts = {"time": _("Correct the time"), "break": _("Break"), "away": _("Take away")}
        yield acts_line(f"timeacts:{session.id}", acts)


def _said(key: str, label: str, text: str) -> Spec:
    return Spec(key, label=label, text=text or "_", soft=not text)
