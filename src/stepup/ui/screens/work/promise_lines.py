"""Which lines stand on the view of promises."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.promise import MOST_SHOWN, Promise
from stepup.i18n import LANGUAGES, N_, Language, _, language
from stepup.ui.screens.work.own_view import more_line, said_line
from stepup.ui.screens.work.view import client_seen
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.late import late_text
from stepup.words.promises import STATES, due_label, due_words, spare_words

OWN: Final = "own"
"""The letter in one's own words; the others are named by their language."""
_LETTERS: Final[dict[str, str]] = {"ja": "日本語", "en": "English", OWN: N_("In my own words")}


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What is open on the view: a promise, one of its letters, all that are open, closed ones of a year."""

    promise: str = ""
    letter: str = ""
    all_open: bool = False
    closed: bool = False
    year: str = ""
    first: int = 0


class PromiseLines:
    """Makes the lines of promises."""

    def __init__(
        self,
        session: Session,
        unfolded: Unfolded,
        work_lines: Callable[[str, str | None], Iterator[Spec]],
    ) -> None:
        self._session = session
        self._open = unfolded
        self._work_lines = work_lines
        self._today = session.book.today()
        self._hides_days = session.hides(LookAway.DATES)

    def all(self) -> Iterator[Spec]:
        """Yield the lines from top to bottom, behind the line of the views.

        Raises:
            Problem: the year that is unfolded cannot be read.
        """
        promises = self._session.promises.open()
        yield Spec("new", label=_("A promise"), text="_", soft=True, gap=True)
        if not promises:
            text = _(
                "What you said you would do can stand here, one line each. A few days to spare"
                " make it easier later."
            )
            yield Spec("empty", text=text, soft=True, wide=True, still=True, gap=True)
        yield from self._in_sight(promises)
        yield from self._closed()
        if promises or self._session.book.preferences.promises_on_today:
            yield self._on_today()

    def _in_sight(self, promises: Sequence[Promise]) -> Iterator[Spec]:
        is_whole = self._open.all_open
        gap = True
        for index, promise in enumerate(promises):
            if is_whole or index < MOST_SHOWN or promise.id == self._open.promise:
                yield from self._promise(promise, gap=gap)
                gap = promise.id == self._open.promise
        if len(promises) > MOST_SHOWN:
            hides = self._session.hides(LookAway.TOTALS)
            left = len(promises) - MOST_SHOWN
            yield more_line("more", left, is_whole=is_whole, hides_counts=hides)

    def _promise(self, promise: Promise, *, gap: bool) -> Iterator[Spec]:
        is_open = promise.id == self._open.promise
        yield Spec(
            f"promise:{promise.id}",
            label=self._label(promise),
            text=promise.text,
            after="" if is_open else self._client(promise)[:40],
            gap=gap or is_open,
            cut=not is_open,
        )
        if is_open:
            yield from self._whole(promise)
        elif promise.closed_on is None and promise.is_close(self._today):
            yield self._at_hand(promise)

    def _label(self, promise: Promise) -> str:
        if promise.closed_on is not None:
            return _(STATES[promise.state])
        if promise.due is None or self._hides_days:
            return ""
        return due_label(promise.due, self._today)

    def _whole(self, promise: Promise) -> Iterator[Spec]:
        yield from _agreed_lines(promise)
        due = due_words(promise.due, self._today) if promise.due else ""
        if due and self._hides_days:
            due = _("on a day you chose")
        spare = spare_words(promise, self._today, names_days=not self._hides_days)
        yield said_line(f"due:{promise.id}", _("Due"), due)
        yield said_line(f"spare:{promise.id}", _("To spare"), spare)
        yield said_line(f"client:{promise.id}", _("Promised to"), self._client(promise))
        yield from self._work_lines(promise.id, promise.work)
        states = tuple(
            Part(state.value, _(words), on=state is promise.state)
            for state, words in STATES.items()
        )
        yield Spec(f"state:{promise.id}", label=_("How it is"), parts=states, marked=True)
        if promise.closed_on is None:
            yield from self._letters(promise)
        words = {"reword": _("Reword"), "away": _("Take away")}
        yield acts_line(f"acts:{promise.id}", words)

    def _client(self, promise: Promise) -> str:
        return client_seen(self._session, client_of(self._session, promise))

    # A letter at hand

    def _at_hand(self, promise: Promise) -> Spec:
        parts = (Part("copy", _("Copy")), Part("look", _("Look")))
        text = _("At hand: this may be a little late")
        return Spec(f"late:{promise.id}", text=text, parts=parts, soft=True)

    def _letters(self, promise: Promise) -> Iterator[Spec]:
        shown = self._open.letter
        parts = tuple(
            Part(name, _(words) if name == OWN else words, on=name == shown)
            for name, words in _LETTERS.items()
            if name != OWN or promise.message
        )
        yield Spec(
            f"letters:{promise.id}", label=_("May be late"), parts=parts, marked=True, gap=True
        )
        if not shown:
            return
        yield Spec(f"letter:{promise.id}", text=letter(self._session, promise, shown, seen=True))
        words = {"copy": _("Copy"), "edit": _("Put it in my own words")}
        yield acts_line(f"letteracts:{promise.id}", words)

    # Closed ones

    def _closed(self) -> Iterator[Spec]:
        year, years = self._open.year, self._session.book.years()
        promises = self._session.promises.closed(year)
        if not promises and len(years) < 2:
            return
        yield Spec("closed", text=_("Closed promises"), soft=True, wide=True, gap=True)
        if not self._open.closed:
            return
        yield from years_line(years, year)
        if not promises:
            yield Spec("none", text=_("Nothing of this year."), soft=True, still=True)
        gap = False
        for promise in promises[self._open.first : self._open.first + PER_PAGE]:
            yield from self._promise(promise, gap=gap)
            gap = promise.id == self._open.promise
        yield from turning_line(self._open.first, len(promises))

    def _on_today(self) -> Spec:
        shown = self._session.book.preferences.promises_on_today
        parts = (Part("off", _("Not shown"), on=not shown), Part("on", _("Shown"), on=shown))
        return Spec(
            "on_today",
            text=_("One quiet line on Today"),
            parts=parts,
            marked=True,
            wide=True,
            gap=True,
        )


def _agreed_lines(promise: Promise) -> Iterator[Spec]:
    """Yield the lines of what was agreed as done, and the one to add to them."""
    for index, agreed in enumerate(promise.agreed):
        parts = (Part("tick", _("Done"), on=agreed.done), Part("reword", _("Reword")))
        yield Spec(
            f"agreed:{promise.id}:{index}",
            label="" if index else _("Agreed"),
            text=agreed.text,
            parts=parts,
            marked=True,
        )
    label = "" if promise.agreed else _("Agreed")
    yield Spec(f"newagreed:{promise.id}", label=label, text="_", soft=True)


def client_of(session: Session, promise: Promise) -> str:
    """Return whom it was promised to: the name given, or the client of its work."""
    if promise.client or promise.work is None:
        return promise.client
    work = session.works.find(promise.work)
    return work.client if work is not None else ""


def letter(session: Session, promise: Promise, name: str = "", *, seen: bool = False) -> str:
    """Return a letter about a promise: one's own wording (or none named and there is one), or ready.

    As it is `seen`, clients are covered in it while they are so elsewhere.
    """
    if promise.message and name in ("", OWN):
        return client_seen(session, promise.message) if seen else promise.message
    spoken: Language = next((one for one in LANGUAGES if one == name), language())
    client = client_of(session, promise)
    named = client_seen(session, client) if seen else client
    return late_text(spoken, client=named, what=promise.text, due=promise.due)


def first_letter(promise: Promise, today: date) -> str:
    """Return the letter that is shown at first: none until the days to spare have begun."""
    if not promise.is_close(today):
        return ""
    return OWN if promise.message else language()
