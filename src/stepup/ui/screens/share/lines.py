"""Which lines stand on the page on which one chooses what to hand over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from stepup.domain.profile import LookAway
from stepup.domain.share import RULES, Audience, PageLine, PageSection
from stepup.domain.supporter import SupporterKind
from stepup.i18n import N_, _, format_day
from stepup.ui.screens.share.choosing import REACHES, Choosing
from stepup.ui.screens.yearly import LINE, PER_PAGE, acts_line, turning_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.opening import opening_command
from stepup.words.share import (
    AUDIENCES,
    FORMS,
    how_many,
    room_left,
    room_words,
    section_from,
    section_name,
    spell,
)
from stepup.words.share_figures import span_words

REACH_NAMES: Final[dict[str, str]] = dict(
    zip(REACHES, (N_("2 weeks"), N_("1 month"), N_("3 months"), N_("1 year")), strict=True)
)
IN: Final = "[x] "
OUT: Final = "[ ] "
MOST_NAMES: Final = 5
"""Names of people that are offered to be replaced; others are typed."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is said of the file that was saved last; which it is, where it has a passphrase.

    `sheet` is the name of the file that says how to open it.
    """

    said: str = ""
    sealed: Path | None = None
    sheet: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the page is open: a section, from which of its lines on; what was saved last."""

    section: PageSection | None = None
    first: int = 0
    saved: Saved = Saved()


class ShareLines:
    """Makes the lines from what is chosen so far."""

    def __init__(self, session: Session, choosing: Choosing, shown: Shown) -> None:
        self._session = session
        self._choosing = choosing
        self._shown = shown
        self._choice = session.sharing.choice(choosing.audience)

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom.

        Raises:
            Problem: a year of the span cannot be read.
        """
        return [*self._for_whom(), *self._sections(), *self._names(), *self._how()]

    def _for_whom(self) -> Iterator[Spec]:
        choosing = self._choosing
        parts = tuple(
            Part(one.value, _(name), on=one is choosing.audience) for one, name in AUDIENCES.items()
        )
        yield Spec("audience", label=_("For"), parts=parts, marked=True)
        reaches = tuple(
            Part(reach, _(name), on=reach == choosing.reach) for reach, name in REACH_NAMES.items()
        )
        own = Part("own", _("Other dates"), on=choosing.reach not in REACHES)
        yield Spec("reach", label=_("Period"), parts=(*reaches, own), marked=True)
        if not self._session.hides(LookAway.DATES):
            yield Spec("span", text=span_words(choosing.span), soft=True, still=True)
        if self._choice.sections:
            yield Spec("again", text=_("The same as last time"), wide=True, gap=True)

    # Sections

    def _sections(self) -> Iterator[Spec]:
        text = _("Nothing is in it until you put it in: Space puts in or takes out, Enter opens.")
        yield Spec("head", text=text, soft=True, wide=True, still=True, gap=True)
        for section in self._choosing.sections():
            yield self._section(section)
            if section is self._shown.section:
                yield from self._inside(section)

    def _section(self, section: PageSection) -> Spec:
        is_in = self._choosing.has(section)
        name = section_name(section, self._choosing.audience)
        is_made = not RULES[self._choosing.audience][section].written
        said = section_from(section) if is_made or section is self._shown.section else ""
        return Spec(
            f"section:{section}",
            text=(IN if is_in else OUT) + name,
            after=self._room(section) if is_in else said,
            wide=True,
            soft=not is_in,
        )

    def _room(self, section: PageSection) -> str:
        if self._choosing.is_empty(section):
            return self._why_empty(section)
        filled = self._choosing.filled(section)
        if not (filled.written or filled.lines):
            return section_from(section)
        audience = self._choosing.audience
        left = room_left(filled, audience, two_pages=self._choosing.two_pages)
        room = "" if left is None else room_words(left)
        there = len(self._all(section))
        return _(", ").join(filter(None, (how_many(len(filled.lines), there), room)))

    def _why_empty(self, section: PageSection) -> str:
        """Say that a section has nothing on the page, and how something comes into it."""
        if self._all(section):
            return _("nothing in it yet (Enter to choose)")
        if RULES[self._choosing.audience][section].written:
            return _("nothing in it yet (Enter to write)")
        return _("no record in this period, so it is not on the page")

    def _all(self, section: PageSection) -> tuple[PageLine, ...]:
        return self._choosing.lines(section)

    def _inside(self, section: PageSection) -> Iterator[Spec]:
        word = _("Leave it out") if self._choosing.has(section) else _("Put it in")
        yield acts_line(f"tick:{section}", {"tick": word})
        if RULES[self._choosing.audience][section].written:
            yield self._written(section)
        lines = self._all(section)
        for line in lines[self._shown.first : self._shown.first + PER_PAGE]:
            yield self._line(section, line)
        yield from turning_line(self._shown.first, len(lines))

    def _written(self, section: PageSection) -> Spec:
        words = self._choice.words_for(section)
        return Spec(
            f"written:{section}",
            text=words or _("In your own words, for this page"),
            soft=not words,
            wide=True,
            inset=2,
        )

    def _line(self, section: PageSection, line: PageLine) -> Spec:
        is_in = self._choosing.has_line(section, line.id)
        day = ""
        if line.day is not None and not self._session.hides(LookAway.DATES):
            day = format_day(line.day, "short")
        return Spec(
            f"line:{section}:{line.id}",
            text=(IN if is_in else OUT) + spell(line)[:LINE],
            after=day,
            wide=True,
            inset=2,
            cut=True,
            soft=not is_in,
        )

    # Names, form, acts

    def _names(self) -> Iterator[Spec]:
        for number, one in enumerate(self._choice.names):
            yield Spec(
                f"name:{number}",
                label="" if number else _("Names"),
                text=_("{name} becomes {put}").format(name=one.name, put=one.put),
                gap=not number,
            )
        people = list(self._people())
        yield from people
        label = "" if self._choice.names or people else _("Names")
        text = _("Replace a name by initials or a role")
        yield Spec("newname", label=label, text=text, soft=True, gap=bool(label))

    def _people(self) -> Iterator[Spec]:
        """Yield the people one leans on whose names are not replaced, to be chosen."""
        replaced = {one.name for one in self._choice.names}
        people = [
            one
            for one in self._session.supporters.all()
            if one.what is SupporterKind.PERSON and one.name not in replaced
        ]
        if people and not self._session.masked:
            parts = tuple(Part(one.id, one.name, on=True) for one in people[:MOST_NAMES])
            label = "" if replaced else _("Names")
            after = _("people you lean on; Enter puts an initial there")
            yield Spec("people", label=label, parts=parts, after=after, gap=bool(label))

    def _how(self) -> Iterator[Spec]:
        choosing = self._choosing
        if choosing.audience is Audience.COUNSELLOR:
            mark = IN if choosing.two_pages else OUT
            text = mark + _("A second page, with more room")
            after = _("then the journal and talks can be chosen too, line by line")
            yield Spec("second", label=_("Pages"), text=text, after=after)
        forms = tuple(Part(form, _(name), on=form is choosing.form) for form, name in FORMS.items())
        yield Spec("form", label=_("File"), parts=forms, marked=True)
        yield self._seal()
        yield from self._saved()
        acts = {
            "preview": _("Preview"),
            "save": _("Save"),
            "log": _("Handed over so far"),
        }
        parts = tuple(Part(act, word, on=True) for act, word in acts.items())
        yield Spec("acts", parts=parts, wide=True, gap=True)

    def _seal(self) -> Spec:
        words = {"open": _("Open to whoever has it"), "sealed": _("With a passphrase")}
        parts = tuple(
            Part(name, word, on=(name == "sealed") is self._choosing.sealed)
            for name, word in words.items()
        )
        return Spec("seal", parts=parts, marked=True)

    def _saved(self) -> Iterator[Spec]:
        saved = self._shown.saved
        if saved.said:
            yield Spec("saved", text=saved.said, wide=True, still=True, gap=True)
        if saved.sealed is not None:
            yield Spec("opens", text=_("It opens with the free tool age:"), wide=True, still=True)
            command = opening_command(saved.sealed.name)
            yield Spec("command", text=command, wide=True, still=True, inset=2)
            text = _("Write that down in a file, to print and hand over with it")
            after = _("kept as {file}").format(file=saved.sheet) if saved.sheet else ""
            yield Spec("sheet", text=text, after=after, wide=True)
