"""Promises: a few in sight, what was agreed as done, days of one's own, and a letter at hand."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from stepup.domain.promise import Promise, PromiseState
from stepup.domain.record import year_shard
from stepup.domain.text import clean
from stepup.i18n import _
from stepup.ui.screens.work.own_view import OwnView
from stepup.ui.screens.work.promise_lines import (
    OWN,
    PromiseLines,
    Unfolded,
    first_letter,
    letter,
)
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class PromisesPage(OwnView[Promise]):
    """The nearest promises; the one that is opened with all that belongs to it."""

    VIEW: ClassVar[str] = "promises"
    ITEMS: ClassVar[tuple[str, ...]] = ("promise",)
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"newagreed", "due", "spare", "client"})

    def __init__(self, session: Session, *, opened: str = "", year: str = "") -> None:
        super().__init__(session, opened=opened, year=year)
        promise = session.promises.find(opened, year) if opened else None
        is_closed = promise is not None and promise.closed_on is not None
        self._unfolded = Unfolded(opened, closed=is_closed, year=self.year)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = PromiseLines(self.session, self._unfolded, self.work_lines)
        return [self.views_line(), *lines.all()]

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a promise, or with a letter in one's own words."""
        promise = self._find(name)
        if promise is not None and kind == "promise_message":
            self._unfolded = replace(self._unfolded, letter=OWN)
            self.refresh_rows()
            self.call_after_refresh(self._edit_letter, promise)
        else:
            self._ask_new()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new promise."""
        self._ask_new(clean(text))

    def words_to_copy(self, key: str) -> str:
        """Return the letter on its lines, and on a promise whose days to spare have begun."""
        kind, _colon, name = key.partition(":")
        promise = self._find(name)
        if promise is None:
            return super().words_to_copy(key)
        if kind in ("letter", "letters", "letteracts", "late"):
            return letter(self.session, promise, self._unfolded.letter, seen=True)
        is_close = promise.closed_on is None and promise.is_close(self.session.book.today())
        if kind == "promise" and is_close:
            return letter(self.session, promise, seen=True)
        return super().words_to_copy(key)

    def _find(self, name: str) -> Promise | None:
        return self.session.promises.find(name, self._unfolded.year) if name else None

    def _show(self, **changes: object) -> None:
        self._unfolded = replace(self._unfolded, **changes)  # type: ignore[arg-type]
        self.choosing_work = False
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self._ask_new()
            case "more":
                self._show(all_open=not self._unfolded.all_open)
            case "closed":
                self._show(closed=not self._unfolded.closed, first=0)
            case "years":
                self._show(year=part or "", first=0, promise="")
            case "page":
                step = PER_PAGE if part == "older" else -PER_PAGE
                self._show(first=max(0, self._unfolded.first + step), promise="")
            case "on_today":
                self.session.profile.change(promises_on_today=part == "on")
            case "promise":
                self._open_or_fold(name)
            case "views":
                super().choose(row, part, how)
            case _:
                name, _colon, index = name.partition(":")
                promise = self._find(name)
                if promise is not None:
                    self._choose_of(promise, row.key, part or "", int(index or 0))

    def _open_or_fold(self, name: str) -> None:
        promise = self._find(name)
        if promise is None or self._unfolded.promise == name:
            self._show(promise="", letter="")
        else:
            self._show(promise=name, letter=first_letter(promise, self.session.book.today()))

    def _choose_of(self, promise: Promise, key: str, part: str, index: int) -> None:
        promises = self.session.promises
        match key.partition(":")[0]:
            case "agreed" if part == "tick":
                promises.tick(promise, index)
            case "state":
                self._close_or_open(promise, PromiseState(part))
            case "work":
                self.choose_work(part, lambda work: promises.belongs_to(promise, work))
            case "letters":
                self._show(letter="" if self._unfolded.letter == part else part)
            case "late":
                self._choose_late(promise, part)
            case "letter":
                self._edit_letter(promise)
            case "letteracts" if part == "copy":
                text = letter(self.session, promise, self._unfolded.letter, seen=True)
                self.call_after_refresh(self.copy_seen, text)
            case "letteracts":
                self._edit_letter(promise)
            case "acts" if part == "away":
                promises.take_away(promise)
            case _:
                self._ask_field(promise, key, index)

    def _choose_late(self, promise: Promise, part: str) -> None:
        if part == "copy":
            self.call_after_refresh(self.copy_seen, letter(self.session, promise, seen=True))
        else:
            self._open_or_fold(promise.id)
            self.call_after_refresh(self.rows.go_to, f"letter:{promise.id}")

    def _close_or_open(self, promise: Promise, state: PromiseState) -> None:
        if state is promise.state:
            return
        after = self.session.promises.set_state(promise, state)
        if after.closed_on is not None:
            self._show(closed=True, year=year_shard(after.closed_on), first=0, letter="")
        self.call_after_refresh(self.rows.go_to, f"state:{promise.id}")

    def take_away(self, row: Row) -> None:
        """Take a promise, or a line of what was agreed, away; undo brings it back."""
        kind, _colon, rest = row.key.partition(":")
        name, _colon, index = rest.partition(":")
        promise = self._find(name)
        if promise is not None and kind == "promise":
            self.session.promises.take_away(promise)
        elif promise is not None and kind == "agreed":
            self.session.promises.reword_agreed(promise, int(index), "")

    # Fields

    def _ask_new(self, begin: str = "") -> None:
        def keep(typed: str) -> None:
            promise = self.session.promises.add(typed)
            if promise is not None:
                self._unfolded = replace(self._unfolded, promise=promise.id, letter="")

        hint = _("What you said you would do, such as: ten captions for the shop")
        self.ask("new", keep, begin=begin, hint=hint, draft="promise_new:")

    def _ask_field(self, promise: Promise, key: str, index: int) -> None:
        promises = self.session.promises
        match key.partition(":")[0]:
            case "newagreed":
                hint = _("When it counts as done, such as: all three sent by mail")
                self.ask(key, lambda typed: promises.add_agreed(promise, typed), hint=hint)
            case "agreed":
                self.ask(
                    key,
                    lambda typed: promises.reword_agreed(promise, index, typed),
                    text=promise.agreed[index].text,
                )
            case "due":
                self.ask(
                    key,
                    lambda typed: promises.set_due(promise, typed),
                    text=promise.due.isoformat() if promise.due else "",
                    hint=_("A date such as 12/3 or 2026-12-03. You are not reminded of it."),
                )
            case "spare":
                self.ask(
                    key,
                    lambda typed: promises.set_spare(promise, typed),
                    text=str(promise.spare or ""),
                    hint=_("How many days before that are your own, such as 2"),
                )
            case "client":
                self.ask(
                    key,
                    lambda typed: promises.name_client(promise, typed),
                    text=promise.client,
                )
            case "acts":
                self.ask(key, lambda typed: promises.reword(promise, typed), text=promise.text)

    def _edit_letter(self, promise: Promise) -> None:
        ready = letter(self.session, promise, self._unfolded.letter)

        def keep(typed: str) -> None:
            # A long text is kept more than once while its field is open: as the promise is by then.
            current = self._find(promise.id)
            if current is not None:
                self.session.promises.write_message(current, typed)
                self._unfolded = replace(self._unfolded, letter=OWN if typed.strip() else "")

        self.ask(
            f"letter:{promise.id}",
            keep,
            text=ready,
            single=False,
            draft=f"promise_message::{promise.id}",
        )
