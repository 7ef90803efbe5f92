"""The sheets about oneself: three of them, and how often to look at how things are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from stepup.domain.problem import Problem
from stepup.domain.profile import LookAway
from stepup.domain.sheet import LONGEST_WAIT, Sheet, SheetTopic, parse_wait
from stepup.i18n import N_, _, format_day, ngettext
from stepup.ui.screens.book_page import BookPage
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.sheets import first_words, sheet_name, sheet_purpose

_WAITS: Final = {7: N_("Every week"), 14: N_("Every two weeks"), 30: N_("About every month")}


class SheetsPage(BookPage):
    """One line a sheet, with its first words and its date."""

    PLACE: ClassVar[str] = "sheets"
    NAME: ClassVar[str] = N_("My sheets")
    LAID_OVER: ClassVar[bool] = True

    def specs(self) -> list[Spec]:
        """Return the lines."""
        sheets = [line for topic in SheetTopic for line in self._sheet(topic)]
        return [*sheets, *self._check_in()]

    def _sheet(self, topic: SheetTopic) -> Iterator[Spec]:
        sheet: Sheet | None = None
        said = ""
        try:
            sheet = self.session.sheets.newest(topic)
        except Problem as problem:  # the other sheets may well be read
            said = problem_sentence(problem)
        words = first_words(sheet) if sheet else ""
        day = ""
        if sheet is not None and not self.session.hides(LookAway.DATES):
            day = format_day(sheet.day, "short_year")
        gap = topic is not SheetTopic.NOW
        yield Spec(f"sheet:{topic}", text=sheet_name(topic), after=day, wide=True, gap=gap)
        yield Spec(
            f"words:{topic}", text=words or said or sheet_purpose(topic), soft=not words,
            still=True, wide=True, inset=2, cut=bool(words),
        )  # fmt: skip

    def _check_in(self) -> Iterator[Spec]:
        every = self.session.book.preferences.check_in_every_days
        own = _("Own number of days")
        if every is not None and every not in _WAITS:
            own = ngettext("{number} day apart", "{number} days apart", every).format(number=every)
        parts = [
            Part("off", _("Off"), on=every is None),
            *(Part(str(days), _(words), on=every == days) for days, words in _WAITS.items()),
            Part("own", own, on=every is not None and every not in _WAITS),
        ]
        yield Spec(
            "check_in",
            text=_("A look at how I am, now and then"),
            parts=tuple(parts),
            marked=True,
            wide=True,
            gap=True,
        )
        if every is not None:
            yield Spec("when", text=self._when(), soft=True, still=True, wide=True, inset=2)

    def _when(self) -> str:
        begin = self.session.book.preferences.check_in_from
        if begin is None or self.session.hides(LookAway.DATES):
            return _("When the day comes, one quiet line stands on Today. Nothing is counted.")
        day = format_day(begin, "day")
        return _("From {day} on, one quiet line stands on Today. Nothing is counted.").format(
            day=day
        )

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Open a sheet, or set how often to look."""
        kind, _colon, name = row.key.partition(":")
        if kind == "sheet":
            from stepup.ui.screens.sheet_page import SheetPage

            self.stepup.lay_over(SheetPage(self.session, SheetTopic(name)))
        elif part == "own":
            self._ask_wait()
        else:
            self.session.sheets.set_check_in(None if part == "off" else int(part or 7))

    def _ask_wait(self) -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.sheets.set_check_in(parse_wait(typed))

        hint = _("After how many days, 1 to {most}").format(most=LONGEST_WAIT)
        self.ask("check_in", keep, hint=hint)
