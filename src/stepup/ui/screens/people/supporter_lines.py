"""Which lines stand in the view of who and what one leans on."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.supporter import ENOUGH, Supporter, SupporterKind, by_kind
from stepup.domain.text import one_line
from stepup.i18n import _
from stepup.ui.screens.people.view import sees
from stepup.ui.screens.yearly import PER_PAGE, acts_line, few_of, more_fields_line, turning_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.words.people import FIELDS, KINDS, SUITS, since, supporter_name
from stepup.words.public_services import SERVICES

_FEW: Final = ("what_for", "cost", "worries")
_ASKED: Final[dict[SupporterKind, tuple[str, ...]]] = {
    SupporterKind.PERSON: ("what_for", "learned", "worries", "hours", "contact"),
    SupporterKind.ONLINE: ("what_for", "learned", "worries", "hours", "slip_out", "contact"),
    SupporterKind.ANIMAL: _FEW,
    SupporterKind.HOBBY: _FEW,
    SupporterKind.BOOK: ("what_for", "learned", "worries"),
}
"""The lines that are offered; for kinds that are not named, all. What is written always stands."""
_FIRST: Final = ("what_for", "worries", "contact")
"""Of these lines, those that stand there before anything is filled in."""
_MOST_DRAWN: Final = 3
"""Entries of one kind that are drawn: the picture is of how many kinds there are."""
_NAME: Final = 24
"""Cells of a name in the list, where it is short enough."""
_KIND: Final = 16
_COLUMN: Final = 24
"""Cells of a kind's name in the picture, and of a kind with its dots."""


class SupporterLines:
    """Makes the lines of the list."""

    def __init__(self, session: Session, opened: str, first: int, *, is_whole: bool) -> None:
        self._session = session
        self._is_whole = is_whole
        self._opened = opened
        self._first = first
        self._all = session.supporters.all()

    def all(self, *, shows_services: bool) -> list[Spec]:
        """Return the lines from top to bottom."""
        lines = [Spec("new", label=_("To add"), text="_", soft=True, gap=True)]
        if not self._all:
            text = _(
                "Anyone and anything that holds one up a little can stand here: a person, a place,"
                " a cat, a book. A name is enough."
            )
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        shown = self._all[self._first : self._first + PER_PAGE]
        for index, supporter in enumerate(shown):
            begins = supporter.some_day and (index == 0 or not shown[index - 1].some_day)
            if begins:
                text = _("Some day")
                lines.append(Spec("someday", text=text, soft=True, wide=True, still=True, gap=True))
            lines += self._one(supporter, gap=index == 0 and not begins)
        lines += turning_line(self._first, len(self._all))
        return [*lines, *self._picture(), *self._services(shown=shows_services)]

    def _one(self, supporter: Supporter, *, gap: bool) -> Iterator[Spec]:
        name = supporter_name(supporter, masked=self._session.masked)
        is_open = supporter.id == self._opened
        yield Spec(
            f"one:{supporter.id}",
            text=name if is_open else pad(name, _NAME),
            after="  ".join(self._remarks(supporter)),
            wide=True,
            gap=gap or is_open,
            cut=not is_open,
        )
        if is_open:
            yield from self._opened_lines(supporter)

    def _remarks(self, supporter: Supporter) -> Iterator[str]:
        yield _(KINDS[supporter.what])
        if supporter.bookmarked:
            yield _("bookmarked")
        if supporter.suits is not None:
            yield _(SUITS[supporter.suits])

    def _opened_lines(self, supporter: Supporter) -> Iterator[Spec]:
        key = supporter.id
        kinds = tuple(Part(k.value, _(w), on=k is supporter.what) for k, w in KINDS.items())
        yield Spec(f"what:{key}", label=_("What it is"), parts=kinds, marked=True)
        suits = tuple(Part(s.value, _(w), on=s is supporter.suits) for s, w in SUITS.items())
        yield Spec(f"suits:{key}", label=_("How it suits"), parts=suits, marked=True)
        asked = _ASKED.get(supporter.what, tuple(FIELDS))
        offered = [field for field in FIELDS if field in asked or getattr(supporter, field)]
        few = few_of(offered, _FIRST, partial(getattr, supporter))
        for field in offered if self._is_whole else few:
            text = getattr(supporter, field)
            shown = sees(self._session, text) if field == "contact" else text
            label = _(FIELDS[field][0])
            yield Spec(f"field:{key}:{field}", label=label, text=shown or "_", soft=not text)
        if not self._is_whole and len(few) < len(offered):
            yield more_fields_line(f"fields:{key}")
        yield from self._last_contact(supporter)
        yield acts_line(
            f"acts:{key}",
            {
                "talk": _("Note a talk"),
                "visit": _("Note a visit"),
                "beside": _("Beside another"),
                "bookmark": _("No bookmark") if supporter.bookmarked else _("Bookmark"),
                "some_day": _("Not only some day") if supporter.some_day else _("For some day"),
                "rename": _("Rename"),
                "away": _("Take away"),
            },
        )

    def _last_contact(self, supporter: Supporter) -> Iterator[Spec]:
        if self._session.hides(LookAway.ELAPSED):
            return
        last = self._session.supporters.last_contact(supporter)
        if last is not None:
            text = since(last, self._session.book.today())
            yield Spec("last", label=_("Last contact"), text=text, still=True)

    def _picture(self) -> Iterator[Spec]:
        """Yield a picture of how many kinds there are: a line a kind, a dot an entry."""
        if len(self._all) < ENOUGH or self._session.hides(LookAway.TOTALS):
            return
        dot = "o" if self._session.settings.ascii_charts else "⣿"
        more = "+" if self._session.settings.ascii_charts else "…"
        text = _("What I lean on, by kind")
        yield Spec("picture", text=text, soft=True, wide=True, still=True, gap=True)
        kinds = [
            pad(_(KINDS[what]), _KIND)
            + " ".join(dot * min(len(ones), _MOST_DRAWN))
            + (f" {more}" if len(ones) > _MOST_DRAWN else "")
            for what, ones in by_kind(self._all).items()
        ]
        text = "\n".join(
            "".join(pad(kind, _COLUMN) for kind in kinds[at : at + 2]).rstrip()
            for at in range(0, len(kinds), 2)
        )
        yield Spec("kinds", text=text, wide=True, still=True, inset=2)

    def _services(self, *, shown: bool) -> Iterator[Spec]:
        yield Spec(
            "services",
            text=_("Kinds of public service"),
            after=_("what each is, in a sentence"),
            wide=True,
            soft=True,
            gap=True,
        )
        if not shown:
            return
        there = {one_line(supporter.name) for supporter in self._all}
        for key, (name, sentence) in SERVICES.items():
            after = _("on the list") if _(name) in there else ""
            yield Spec(f"service:{key}", text=_(name), after=after, wide=True, gap=True)
            yield Spec(f"about:{key}", text=_(sentence), soft=True, wide=True, still=True, inset=2)
        text = _("Enter puts one on the list, for some day.")
        yield Spec("how", text=text, soft=True, wide=True, still=True, gap=True)
