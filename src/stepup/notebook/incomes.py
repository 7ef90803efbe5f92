"""Income: noted, corrected with what it said before kept, added up as it is."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, Final

from stepup.domain.change import Change, Edit, Label, added, removed, replaced
from stepup.domain.day import logical_day
from stepup.domain.income import FirstIncome, Income, MoneyWorry
from stepup.domain.income_entry import Entry
from stepup.domain.record import year_shard
from stepup.domain.text import clean
from stepup.notebook.book import Book, Changed
from stepup.notebook.shelf import readable

_WRITTEN: Final = re.compile(rb'"transfer"')
"""Stands in every entry of income as it is kept, and hardly anywhere else."""


class Incomes:
    """The verbs of income."""

    def __init__(self, book: Book) -> None:
        """Work on this book."""
        self._book = book
        self._all: list[Income] | None = None
        book.listen(self._forget)

    # What there is

    def of_year(self, year: str) -> list[Income]:
        """Return the entries paid in a year, the newest first.

        Raises:
            Problem: the year cannot be read.
        """
        return _newest_first(self._book.of_kind(Income, year))

    def all(self) -> list[Income]:
        """Return every entry there is, the newest first; read past the memory and remembered here.

        Raises:
            Problem: a year cannot be read.
        """
        if self._all is None:
            found: list[Income] = []
            for year in self._book.years():
                table = self._book.written(year, _WRITTEN).get(Income.kind, {})
                records = (readable(Income.kind, document) for document in table.values())
                found += [record for record in records if isinstance(record, Income)]
            self._all = _newest_first(found)
        return self._all

    def between(self, first: date, last: date) -> list[Income]:
        """Return the entries paid in a span of days, both ends included, the newest first.

        Raises:
            Problem: a year of the span cannot be read.
        """
        years = [y for y in self._book.years() if year_shard(first) <= y <= year_shard(last)]
        found = [one for year in years for one in self._book.of_kind(Income, year)]
        return _newest_first([one for one in found if first <= one.day <= last])

    # Entries

    def note(self, entry: Entry) -> Income:
        """Note an entry; with the first pay ever, its card is laid out too.

        Raises:
            Problem: nothing_written, text_too_long; as `pay_from`.
        """
        income = Income(id=self._book.ids(), at=self._book.now(), **entry.fields())
        records: list[Income | FirstIncome] = [income]
        if income.gross and self.first is None and not self._has_pay():
            records.append(FirstIncome(paid_on=income.day, income=income.id))
        self._book.apply(added(Label.INCOME, *records))
        return income

    def correct(self, income: Income, entry: Entry) -> Income:
        """Say it anew; what it said before is kept, but for blanks filled in on the day of writing.

        Raises:
            Problem: nothing_written, text_too_long; as `pay_from`.
        """
        written_on = logical_day(income.at, self._book.preferences.day_start)
        completing = written_on == self._book.today()
        after = income.corrected(self._book.now(), completing=completing, **entry.fields())
        if after != income:
            label = Label.INCOME_CORRECTED if after.earlier != income.earlier else Label.INCOME
            self._book.apply(replaced(label, income, after))
        return after

    def take_away(self, income: Income) -> None:
        """Take an entry away; undo brings it back."""
        edits = [Edit(income, None)]
        first = self.first
        if first is not None and first.income == income.id and not first.closed:
            edits.append(Edit(first, None))  # the next one is the first then
        self._book.apply(Change(Label.REMOVE, tuple(edits)))

    # The card of the first pay

    @property
    def first(self) -> FirstIncome | None:
        """That there was a first pay; None before."""
        return self._book.one(FirstIncome, FirstIncome.model_fields["id"].default)

    def close_card(self) -> None:
        """Put the card of the first pay away for good."""
        self._card(closed=True)

    def say_then(self, text: str) -> None:
        """Keep a line on what might come next; it stays when the card is put away."""
        self._card(then=text)

    def _card(self, **fields: Any) -> None:
        first = self.first
        if first is not None and (after := first.replace(**fields)) != first:
            self._book.apply(replaced(Label.FIRST_INCOME, first, after))

    def _has_pay(self) -> bool:
        return any(income.gross for income in self.all())

    # The note about worries

    @property
    def worry(self) -> MoneyWorry | None:
        """The note about worries with money, or None."""
        return self._book.one(MoneyWorry, MoneyWorry.model_fields["id"].default)

    def write_worry(self, text: str) -> None:
        """Write the note about worries; with nothing left it is taken away.

        Raises:
            Problem: text_too_long.
        """
        before = self.worry
        if clean(text).strip():
            after = MoneyWorry(text=text) if before is None else before.replace(text=text)
            if after != before:
                self._book.apply(Change(Label.MONEY_WORRY, (Edit(before, after),)))
        elif before is not None:
            self._book.apply(removed(before, label=Label.MONEY_WORRY))

    def _forget(self, changed: Changed) -> None:
        if not changed.kinds or Income.kind in changed.kinds:
            self._all = None


def _newest_first(incomes: list[Income]) -> list[Income]:
    return sorted(incomes, key=lambda one: (one.day, one.at, one.id), reverse=True)
