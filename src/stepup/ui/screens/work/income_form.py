"""One entry of income filled in field by field, and kept as one act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import ClassVar, Final

from textual.widget import Widget

from stepup.domain.income import Income, Terms
from stepup.domain.income_entry import (
    AMOUNTS,
    FIELDS,
    Entry,
    check_field,
    entry_from,
    typed_from,
)
from stepup.domain.problem import Problem
from stepup.domain.text import clean, one_line
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.work.view import client_seen
from stepup.ui.session import Session
from stepup.ui.widgets.asked import Asked
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.money import COVERED, money
from stepup.words.works import KINDS

LABELS: Final[dict[str, str]] = {
    "gross": N_("Pay"),
    "client": N_("From whom"),
    "fee": N_("Platform fee"),
    "received": N_("Came in"),
    "withheld": N_("Tax withheld"),
    "transfer": N_("Transfer fee"),
    "expenses": N_("Expenses"),
    "currency": N_("Currency"),
    "paid_on": N_("Paid on"),
    "worked_on": N_("Worked until"),
    "minutes": N_("Time at it"),
    "way": N_("Kind of work"),
    "work": N_("Work"),
    "note": N_("Note"),
}
_HINTS: Final[dict[str, str]] = {
    "gross": N_("What was agreed: 1,234, $12.50; blank if only costs came up"),
    "client": N_("A name, or blank"),
    "fee": N_("An amount, or a share such as 22%"),
    "received": N_("What arrived; of pay, fee and this, two are enough"),
    "paid_on": N_("A date; it decides the month"),
    "worked_on": N_("A date, if you like"),
    "minutes": N_("Minutes, or 1:30"),
    "currency": N_("JPY, USD, EUR and others"),
}
_QUICK: Final = ("gross", "client")
_FEW: Final = (*_QUICK, "fee", "received", "paid_on")
_NAMED: Final = 3
"""Fields that the line of those still folded names."""
_NAME: Final = 24


class IncomeForm(BookPage):
    """Two fields, then a few, then all, as far as one opens them; nothing is kept unless one says so."""

    PLACE: ClassVar[str] = "income_form"
    NAME: ClassVar[str] = N_("An entry of income")
    LAID_OVER: ClassVar[bool] = True

    def __init__(
        self,
        session: Session,
        income: Income | None = None,
        *,
        begin: str = "",
        kept: Callable[[Income], None] = lambda _income: None,
    ) -> None:
        super().__init__(session)
        self._income = income
        self._kept = kept
        self._begin = begin
        self._draft = draft_name(session, income)
        self._stored: dict[str, str] = {}
        self._typed: dict[str, str] = {}
        self._opened = 0 if income is None else 1
        """How far it is opened: 0 is two fields, 1 a few and what is filled in, 2 all."""
        self._begins = income is None

    def body(self) -> list[Widget]:
        """Return the lines, with what was typed before where that was not kept."""
        today = self.session.book.today().isoformat()
        self._stored = typed_from(self._income) if self._income is not None else {"paid_on": today}
        written = self.session.drafts.text(self._draft, "")
        self._typed = from_lines(written) if written else dict(self._stored)
        if written:
            self._begins = False
            more = set(self._typed) - {*_QUICK, "paid_on"}
            self._opened = 1 if more else self._opened
        return super().body()

    def focus_body(self) -> None:
        """Put the cursor in; a new entry begins with its first field."""
        super().focus_body()
        if self._begins:
            self._begins = False
            self._ask_field("gross", self._begin)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into the field the cursor is on, if it is one for words."""
        row = self.rows.current
        field = row.key if row is not None else ""
        if field in LABELS and field not in ("way", "work"):
            self._ask_field(field, clean(text) if field == "note" else one_line(text))

    # Lines

    def specs(self) -> list[Spec]:
        """Return a line for each field, and the one that keeps them."""
        sentence, found = self._comes_to()
        lines = []
        fields = self._fields()
        last = [field for field in fields if field in (*AMOUNTS, *_QUICK)][-1]
        for field in fields:
            lines.append(self._line(field, found.get(field, "")))
            if sentence and field == last:
                lines.append(Spec("said", text=sentence, soft=True, still=True))
        if len(fields) < len(FIELDS):
            lines.append(Spec("more", label=_("More"), text=self._folded(fields), soft=True))
        words = {"keep": _("Keep it"), "drop": _("Close without keeping")}
        parts = tuple(Part(act, word, on=True) for act, word in words.items())
        return [*lines, Spec("keep", parts=parts, gap=True)]

    def _fields(self) -> tuple[str, ...]:
        """Return the fields that stand there: two for a quick entry, a few and what is said, or all."""
        return self._fields_at(self._opened)

    def _fields_at(self, opened: int) -> tuple[str, ...]:
        if opened == 0:
            return _QUICK
        if opened > 1:
            return FIELDS
        return tuple(name for name in FIELDS if name in _FEW or self._typed.get(name))

    def _folded(self, fields: tuple[str, ...]) -> str:
        """Return what the next fields are that open, the first ones by name."""
        folded = [name for name in self._fields_at(self._opened + 1) if name not in fields]
        names = _(", ").join(_(LABELS[name]) for name in folded[:_NAMED])
        return names if len(folded) <= _NAMED else _("{fields} and others").format(fields=names)

    def _line(self, field: str, comes_to: str) -> Spec:
        """Return the line of a field; what the others come to stands where nothing was typed."""
        text = self._typed.get(field, "")
        label = _(LABELS[field])
        if field == "way":
            kinds = tuple(Part(k.value, _(words), on=k.value == text) for k, words in KINDS.items())
            return Spec(field, label=label, parts=kinds, marked=True)
        if field == "work":
            works = self.session.works.open()
            parts = tuple(Part(w.id, w.text[:_NAME], on=w.id == text) for w in works)
            chosen = self.session.works.find(text) if text else None
            if chosen is not None and chosen not in works:
                parts = (Part(chosen.id, chosen.text[:_NAME], on=True), *parts)
            none = "" if parts else _("(no open work)")
            return Spec(field, label=label, parts=parts, marked=True, text=none, soft=True)
        shown = text
        if text and field in AMOUNTS and self.session.hides_amounts:
            shown = COVERED
        if field == "client":
            shown = client_seen(self.session, text)
        return Spec(field, label=label, text=shown or comes_to or "_", soft=not text)

    def _comes_to(self) -> tuple[str, dict[str, str]]:
        """Return a sentence where the fields do not go together, or pay, fee and received in words."""
        if not any(self._typed.get(field, "").strip() for field in AMOUNTS):
            return "", {}
        try:
            terms = Terms.model_validate(self._entry().fields())
        except Problem as problem:
            return problem_sentence(problem), {}
        found = {"gross": terms.gross, "fee": terms.fee, "received": terms.received}
        covered = self.session.hides_amounts
        return "", {
            field: COVERED if covered else money(minor, terms.currency)
            for field, minor in found.items()
            if minor
        }

    def _entry(self) -> Entry:
        return entry_from(self._typed, self.session.book.today())

    # Doing

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open a field, or do what the last line says."""
        match row.key:
            case "more":
                self._open_more()
            case "keep" if part == "drop":
                self.session.drafts.drop(self._draft)
                self.dismiss()
            case "keep":
                self._keep()
            case "way" | "work":
                self._choose(row.key, part or "")
            case _:
                self._ask_field(row.key)

    def take_away(self, row: Row) -> None:
        """Make a field blank."""
        if row.key in self._typed:
            self._set(row.key, "")

    def _open_more(self) -> None:
        before = self._fields()
        self._opened += 1
        self.refresh_rows()
        hidden = next(field for field in self._fields() if field not in before)
        self.call_after_refresh(self.rows.go_to, hidden)

    def _choose(self, field: str, part: str) -> None:
        self._set(field, "" if self._typed.get(field) == part else part)
        work = self.session.works.find(part) if field == "work" else None
        if work is not None and self._typed["work"]:
            for other, text in (("client", work.client), ("way", work.way or "")):
                if not self._typed.get(other):
                    self._set(other, text)

    def _set(self, field: str, text: str) -> None:
        self._typed[field] = text
        if to_lines(self._typed) == to_lines(self._stored):
            self.session.drafts.drop(self._draft)
        else:
            self.session.drafts.keep(self._draft, to_lines(self._typed))
        self.refresh_rows()

    def _keep(self) -> None:
        entry = self._entry()
        if self._income is None:
            income = self.session.incomes.note(entry)
        else:
            income = self.session.incomes.correct(self._income, entry)
        self.session.drafts.drop(self._draft)
        self.dismiss()
        self.app.call_later(self._kept, income)

    # Fields

    def _ask_field(self, field: str, begin: str = "") -> None:
        stored = self._typed.get(field, "")
        written = self.session.drafts.text(self._draft, "")  # with what this field could not take
        waiting = from_lines(written).get(field, stored)

        def keep(typed: str) -> None:
            check_field(field, typed)
            self._set(field, typed.rstrip() if field == "note" else one_line(typed))

        def keep_draft(name: str, typed: str) -> None:
            self.session.drafts.keep(name, to_lines({**self._typed, field: typed}))

        asked = Asked(
            keep=keep,
            label=_(LABELS[field]),
            text=waiting + begin,
            stored=stored,
            hint=_(_HINTS[field]) if field in _HINTS else "",
            single=field != "note",
            draft=self._draft,
            keep_draft=keep_draft,
        )
        self.open_field(field, asked)

    def field_closed(self, key: str, how: str) -> None:
        """Go on to the next field; of the two that are enough, the second keeps the entry."""
        if how != "enter":
            return
        if self._opened:
            fields = self._fields()
            # A new entry that was opened further goes on to what is still folded.
            goes_on = self._income is None and len(fields) < len(FIELDS)
            ways = [*fields, "more" if goes_on else "keep"]
            self.call_after_refresh(self.rows.go_to, ways[ways.index(key) + 1])
        elif not self._typed.get("gross"):
            self._open_more()
        elif key == "gross":
            self.call_after_refresh(self._ask_field, "client")
        else:
            self.attempt(self._keep)


def draft_name(session: Session, income: Income | None = None) -> str:
    """Return the name of the draft of an entry; of a new one, that of the one that is begun.

    A window may stay open over midnight: what was begun the day before is gone on with.
    """
    if income is None:
        begun = session.drafts.begun("income:")
        return next(
            (name for name in begun if name.endswith(":")), f"income:{session.book.today()}:"
        )
    return f"income:{session.book.today()}:{income.id}"


def to_lines(typed: Mapping[str, str]) -> str:
    """Return typed fields as the text of a draft: one a line, the note last with all its lines."""
    ordered = [field for field in FIELDS if typed.get(field)]
    return "\n".join(f"{field}: {typed[field]}" for field in ordered)


def from_lines(text: str) -> dict[str, str]:
    """Return the fields in the text of a draft; a line that names none belongs to the one before."""
    found: dict[str, str] = {}
    last = ""
    for line in text.split("\n"):
        field, colon, said = line.partition(": ")
        if last != "note" and colon and field in FIELDS:
            found[field] = said
            last = field
        elif last:
            found[last] += "\n" + line
    return found
