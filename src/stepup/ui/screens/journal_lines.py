"""Which lines stand on the page of the journal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from stepup.domain.journal import JournalEntry
from stepup.domain.profile import LookAway
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.yearly import LINE, PER_PAGE, SHOWN, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.prompts import prompts

CORNERS: Final = {
    "good_news": N_("Good news"),
    "open_later": N_("To open later"),
    "drawer": N_("Drawer"),
    "own_numbers": N_("Own numbers"),
    "review": N_("Looking back"),
}
"""The quiet corners of the journal, by the names of their pages."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the journal is shown."""

    year: str
    first: int = 0
    opened: str = ""
    unfolded: bool = False
    tag: str = ""
    choosing_tag: bool = False
    others: Sequence[JournalEntry] | None = None
    """What was written on this date in other years, where that is asked for."""


class JournalLines:
    """Makes the lines of the journal."""

    def __init__(self, session: Session, shown: Shown, question: int) -> None:
        self._session = session
        self._shown = shown
        self._question = question
        self._entries = session.journal.of_year(shown.year)

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom."""
        return [*self._head(), *self._other_years(), *self._days()]

    def _head(self) -> Iterator[Spec]:
        if self._question or self._session.book.preferences.journal_prompt:
            questions = prompts()
            day = self._session.book.today().toordinal()
            text = questions[(day + self._question) % len(questions)]
            yield Spec("question", text=text, soft=True, wide=True, still=True)
        yield Spec("new", text="_", soft=True, label=_("Today"))
        yield from years_line(self._session.book.years(), self._shown.year)
        if self._shown.choosing_tag:
            yield self._tags(self._session.journal.tags(self._entries))
        elif self._shown.tag:
            text = _("Days with #{tag}").format(tag=self._shown.tag)
            yield Spec("tagged", text=text, parts=(Part("-", _("All days")),), wide=True, gap=True)
        corners = tuple(Part(place, _(name)) for place, name in CORNERS.items())
        yield Spec("corners", parts=corners, wide=True, gap=True)

    def _tags(self, tags: list[tuple[str, int]]) -> Spec:
        if not tags:
            text = _("There are no tags in this year.")
            return Spec("tagged", text=text, soft=True, label=_("Tags"), gap=True)
        hides = self._session.hides(LookAway.TOTALS)
        parts = tuple(
            Part(tag, f"#{tag}" if hides else f"#{tag} {count}", on=True) for tag, count in tags
        )
        return Spec("tagged", label=_("Tags"), parts=parts, gap=True)

    def _other_years(self) -> Iterator[Spec]:
        others = self._shown.others
        if others is None:
            return
        yield Spec(
            "other-head",
            text=_("This day in other years"),
            soft=True,
            wide=True,
            still=True,
            gap=True,
        )
        for entry in others:
            key = f"other:{entry.shard}:{entry.id}"
            yield Spec(key, label=str(entry.day.year), text=entry.text[:LINE], cut=True)
        if not others:
            yield Spec("other-none", text=_("Nothing stands on this date."), soft=True, still=True)

    def _days(self) -> Iterator[Spec]:
        shown = self._shown
        entries = [
            entry
            for entry in self._entries
            if (not shown.tag or shown.tag in entry.all_tags)
            and (not entry.closed or entry.id == shown.opened)
        ]
        page = entries[shown.first : shown.first + PER_PAGE]
        day = None
        for index, entry in enumerate(page):
            yield from self._entry(entry, names_day=entry.day != day, gap=index == 0)
            day = entry.day
        yield from turning_line(shown.first, len(entries))

    def _entry(self, entry: JournalEntry, *, names_day: bool, gap: bool) -> Iterator[Spec]:
        hides = self._session.hides(LookAway.DATES)
        day = f"{format_day(entry.day, 'short')} {format_day(entry.day, 'weekday')}"
        label = day if names_day and not hides else ""
        opened = entry.id == self._shown.opened
        text = entry.text
        folded = opened and len(text) > SHOWN and not self._shown.unfolded
        if folded:
            text = text[:SHOWN] + " …"
        tags = " ".join(f"#{tag}" for tag in entry.tags)
        yield Spec(
            f"entry:{entry.id}",
            label=label,
            text=text if opened else text[:LINE],
            after=tags,
            gap=gap or opened,
            cut=not opened,
        )
        if opened:
            parts = [
                Part("write", _("Write"), on=True),
                Part("tags", _("Tags"), on=True),
                Part("close", _("Bring back") if entry.closed else _("Put away"), on=True),
                Part("drawer", _("Into the drawer"), on=True),
                Part("day", _("Page of the day"), on=True),
            ]
            if folded:
                parts.insert(0, Part("unfold", _("Show all of it"), on=True))
            yield Spec(f"acts:{entry.id}", parts=tuple(parts))
