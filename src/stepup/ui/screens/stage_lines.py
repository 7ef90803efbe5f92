"""Which lines stand on the page of stages, and what has gathered in one of them, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from rich.cells import cell_len, set_cell_size

from stepup.domain.gathering import Gathered, Read, gathered
from stepup.domain.profile import LookAway
from stepup.domain.stage import EASIEST, Being, Stage
from stepup.i18n import _, format_day
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.stage_strip import ease_steps, month_ruler, presence_strip
from stepup.words.stages import stage_name, stage_sentence

LONGEST_NAME: Final = 20
"""Cells of a name beside its strip."""
SHOWN: Final = 3
"""Lines of each kind on the map's page; all of them stand on the page of the place."""
EASES: Final = 12
COUNTS: Final = 38
"""Cells of a line of counts."""
FRAMES: Final = {Being.HERE: "[{}]", Being.RESTING: "({})", Being.AWAY: " {} "}
"""Told apart without colour: here, resting here, elsewhere."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What of the page is in view: the place one looks at, and what is unfolded."""

    looked: str
    acts: bool = False
    hidden: bool = False


class StageLines:
    """Makes the lines of the page of stages."""

    def __init__(self, session: Session, read: Read, shown: Shown) -> None:
        self._session = session
        self._read = read
        self._shown = shown
        self._all = session.stages.all()
        here = session.stages.beings()
        self._here = {stage.id: here.get(stage.id, Being.AWAY) for stage in self._all}
        self._stages = [stage for stage in self._all if not stage.hidden]

    def all(self, width: int, *, beside: bool) -> list[Spec]:
        """Return the lines within `width` cells; `beside`: what has gathered stands elsewhere."""
        looked = next((s for s in self._stages if s.id == self._shown.looked), None)
        gathered_here = [] if beside or looked is None else self.gathered(headed=False)
        return [
            *self._kind_words(),
            *self._map(),
            *(self._looked(looked) if looked else ()),
            *when_and_where(self._session, self._read, self._stages, width),
            *gathered_here,
            *self._foot(),
        ]

    def gathered(self, *, headed: bool) -> list[Spec]:
        """Return what has gathered in the place one looks at, a little of each."""
        has = gathered(self._shown.looked, self._read)
        lines = list(gathered_lines(self._session, has, SHOWN, headed=headed))
        return lines or [
            Spec("has:nothing", text=_("What you note while you are here gathers here."),
                 soft=True, wide=True, still=True, gap=True)
        ]  # fmt: skip

    def _kind_words(self) -> Iterator[Spec]:
        if not self._read.placements:
            said = _("This is a map, in no order. Just looking is fine.")
            yield Spec("kind", text=said, soft=True, wide=True, still=True)

    def _map(self) -> Iterator[Spec]:
        parts = tuple(self._part(stage) for stage in self._stages)
        if parts:
            yield Spec("map", parts=parts, wide=True, gap=not self._read.placements)

    def _part(self, stage: Stage) -> Part:
        how = self._here[stage.id]
        name = FRAMES[how].format(stage_name(stage.id, self._all))
        return Part(stage.id, name, on=how is Being.HERE)

    def _looked(self, stage: Stage) -> Iterator[Spec]:
        if self._shown.acts:
            yield Spec("acts", parts=self._acts(stage), wide=True, inset=2)
        said = {Being.HERE: _("Here now."), Being.RESTING: _("Resting here.")}
        how = said.get(self._here[stage.id], "")
        sentence = stage_sentence(stage.id, self._all)
        yield Spec(
            "looked",
            text=stage_name(stage.id, self._all),
            after=_("{how} {sentence}").format(how=how, sentence=sentence) if how else sentence,
            heading=True,
            wide=True,
            gap=True,
        )
        today = self._session.stages.ease_on(stage.id, self._session.book.today())
        parts = tuple(
            Part(str(value), str(value), on=today is not None and today.value == value)
            for value in range(EASIEST + 1)
        )
        after = "" if self._read.eases_of(stage.id) else _("0 hard, 10 easy")
        yield Spec("ease", label=_("Ease"), parts=parts, after=after, marked=True)
        yield from ease_words(self._session, stage.id, self._read)

    def _acts(self, stage: Stage) -> tuple[Part, ...]:
        how = self._here[stage.id]
        words = {
            "here": _("I am here") if how is Being.AWAY else _("Leave this place"),
            "rest": _("Wake") if how is Being.RESTING else _("Rest"),
            "look": _("Look closer"),
            "rename": _("Name"),
            "say": _("Sentence"),
            "hide": _("Put out of sight"),
        }
        return tuple(Part(key, word, on=True) for key, word in words.items())

    def _foot(self) -> Iterator[Spec]:
        yield Spec("new", label=_("A new stage"), text="_", soft=True, gap=True)
        hidden = [stage for stage in self._all if stage.hidden]
        if hidden:
            yield Spec("hidden", text=_("Out of sight"), soft=True, wide=True)
        for stage in hidden if self._shown.hidden else ():
            yield Spec(
                f"back:{stage.id}",
                text=stage_name(stage.id, self._all),
                parts=(Part("back", _("Bring back")),),
                soft=True,
                wide=True,
                inset=2,
            )


def when_line(session: Session, read: Read) -> Iterator[Spec]:
    """Yield the line that names the twelve months and leads to others, where there are any."""
    today = session.book.today()
    parts = []
    if session.stages.reaches_before(read):
        parts.append(Part("earlier", _("Earlier"), on=True))
    if not read.span.covers(today):
        parts += [Part("later", _("Later"), on=True), Part("now", _("Now"), on=True)]
    if parts:
        yield Spec("when", label=_("When"), text=_when(session, read), parts=tuple(parts), gap=True)


def _when(session: Session, read: Read) -> str:
    if read.span.covers(session.book.today()):
        return _("The last 12 months")
    if session.hides(LookAway.DATES):
        return _("Another time")
    first, last = (format_day(day, "month") for day in (read.span.first, read.span.last))
    return _("{first} to {last}").format(first=first, last=last)


def when_and_where(
    session: Session, read: Read, stages: Sequence[Stage], width: int
) -> Iterator[Spec]:
    """Yield the months and a strip for each place in which one was; blank where one was not."""
    when = list(when_line(session, read))
    yield from when
    strips = {stage.id: read.days_in(stage.id) for stage in stages}
    been = [stage for stage in stages if strips[stage.id]]
    if not been or session.hides(LookAway.TRENDS):
        return
    names = {stage.id: _short(stage_name(stage.id, stages)) for stage in been}
    column = 2 + max(cell_len(name) for name in names.values())
    per_month = per_month_in(width - column)
    months = read.span.months
    if not session.hides(LookAway.DATES):
        ruler = " " * column + month_ruler(months, per_month)
        yield Spec("months", text=ruler, soft=True, wide=True, still=True, gap=not when)
    for stage in been:
        strip = presence_strip(
            strips[stage.id], months, per_month, ascii_only=session.settings.ascii_charts
        )
        text = set_cell_size(names[stage.id], column) + strip
        yield Spec(f"strip:{stage.id}", text=text, wide=True, still=True)


def per_month_in(cells: int) -> int:
    """Return how many cells a month may take."""
    return max(1, min(4, cells // 12))


def _short(name: str) -> str:
    return name if cell_len(name) <= LONGEST_NAME else set_cell_size(name, LONGEST_NAME)


def ease_words(session: Session, stage: str, read: Read) -> Iterator[Spec]:
    """Yield how easy a place felt, each number as it was noted, side by side."""
    eases = read.eases_of(stage)[-EASES:]
    if eases and not session.hides(LookAway.TRENDS):
        values = [ease.value for ease in eases]
        picture = ease_steps(values, ascii_only=session.settings.ascii_charts)
        text = picture + "  " + _(", ").join(str(value) for value in values)
        yield Spec("eases", label=_("Ease so far"), text=text, soft=True, still=True)


def gathered_lines(
    session: Session, has: Gathered, most: int, *, headed: bool = False
) -> Iterator[Spec]:
    """Yield what has gathered: up to `most` lines of each kind, then plain counts.

    The names of the kinds stand before their lines, or `headed` above them.
    """
    if has.is_blank:
        return
    first = not headed
    for kind, label, lines in _kinds(has):
        if headed and lines:
            yield _head(kind, label)
        for number, (line_id, text, day) in enumerate(lines[:most]):
            dated = day is not None and not session.hides(LookAway.DATES)
            yield Spec(
                f"has:{kind}:{line_id}",
                label="" if number or headed else label,
                text=text,
                after=format_day(day, "short") if day and dated else "",
                cut=True,
                gap=first,
                wide=headed,
                inset=2,
            )
            first = False
    if session.hides(LookAway.TOTALS):
        return
    if headed:
        yield _head("counts", _("In numbers"))
    label = "" if headed else _("In numbers")
    counts = _in_lines(_counts(has))
    yield Spec("counts", label=label, text=counts, soft=True, still=True, wide=headed, inset=2)


def _head(kind: str, label: str) -> Spec:
    return Spec(f"head:{kind}", text=label, soft=True, wide=True, still=True, gap=True)


def _kinds(has: Gathered) -> Iterable[tuple[str, str, list[tuple[str, str, date | None]]]]:
    """Return each kind with its name and its lines: an id, the words, the day if there is one."""
    return (
        ("win", _("Small wins"), [(w.id, w.text, w.day) for w in has.wins]),
        ("someone", _("For someone"), [(w.id, w.text, w.day) for w in has.for_someone]),
        ("done", _("Goals done"), [(g.id, g.text, g.day) for g in has.done]),
        ("half", _("Half done"), [(g.id, g.text, g.day) for g in has.half]),
        ("resting", _("At rest"), [(g.id, g.text, None) for g in has.resting]),
    )


def _counts(has: Gathered) -> list[str]:
    told = [(label, len(lines)) for _kind, label, lines in _kinds(has)]
    told.append((_("Days with any of these"), len(has.days)))
    return [
        _("{name} {number}").format(name=name, number=number) for name, number in told if number
    ]


def _in_lines(pieces: Sequence[str]) -> str:
    """Return pieces behind one another in lines of some forty cells, none of them torn."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        longer = lines[-1] + _(", ") + piece
        if cell_len(longer) > COUNTS:
            lines.append(piece)
        else:
            lines[-1] = longer
    return "\n".join(lines)
