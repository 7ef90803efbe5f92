"""Pieces: what one has made, and the portfolio that is made of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from stepup.domain.piece import Piece
from stepup.domain.profile import LookAway
from stepup.domain.record import year_shard
from stepup.domain.text import clean
from stepup.i18n import N_, _, format_day
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.work.own_view import OwnView, said_line
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.own_work import PIECE_FIELDS, SIDES

_LEARNING: Final = "learning"
_FORMS: Final = {"md": N_("Markdown"), "html": N_("A page (HTML)")}
_HINTS: Final = {
    "part": N_("What of it is yours, such as: the drawing, the checking"),
    "tools": N_("What it was made with"),
    "skills": N_("What you are good at that went into it"),
    "made_on": N_("A date such as 11/22 or 2026-11-22"),
    "link": N_("An address, or where the file lies"),
    "about": N_("A few words that may go with it when it is shown"),
}


class PiecesPage(OwnView[Piece]):
    """The pieces of a year and those without a day; the opened one with its fields."""

    VIEW: ClassVar[str] = "pieces"
    ITEMS: ClassVar[tuple[str, ...]] = ("piece",)
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset(PIECE_FIELDS)

    def __init__(self, session: Session, *, opened: str = "", year: str = "") -> None:
        super().__init__(session, opened=opened, year=year)
        self._also: frozenset[str] = frozenset()
        """What goes into the portfolio beside the pieces; nothing until it is ticked."""
        self.begin_at_opened([piece.id for piece in self._pieces()])

    def _pieces(self) -> list[Piece]:
        pieces = self.session.pieces
        return [*pieces.of_year(self.year), *pieces.undated()]

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        pieces = self._pieces()
        lines = [
            self.views_line(),
            Spec("new", label=_("A piece"), text="_", soft=True, gap=True),
        ]
        if not pieces:
            text = _("Something you made, of any kind and any size, can be kept here by its name.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        lines += years_line(self.session.book.years(), self.year)
        gap = True
        for piece in pieces[self.first : self.first + PER_PAGE]:
            lines += self._piece(piece, gap=gap)
            gap = piece.id == self.opened
        lines += turning_line(self.first, len(pieces))
        return [*lines, *self._portfolio()] if pieces else lines

    def _piece(self, piece: Piece, *, gap: bool) -> Iterator[Spec]:
        is_open = piece.id == self.opened
        hides = self.session.hides(LookAway.DATES)
        label = format_day(piece.made_on, "short") if piece.made_on and not hides else ""
        key = f"piece:{piece.id}"
        if not is_open:
            yield Spec(key, label=label, text=piece.title, after=piece.part[:40], gap=gap, cut=True)
            return
        yield Spec(key, label=label, text=piece.title, gap=True)
        for field, name in PIECE_FIELDS.items():
            yield said_line(f"{field}:{piece.id}", _(name), self._said(piece, field))
        yield from self.work_lines(piece.id, piece.work)
        yield acts_line(f"acts:{piece.id}", {"reword": _("Reword"), "away": _("Take away")})

    def _said(self, piece: Piece, field: str) -> str:
        if field != "made_on":
            return str(getattr(piece, field))
        if piece.made_on is None:
            return ""
        hides = self.session.hides(LookAway.DATES)
        return _("on a day you chose") if hides else format_day(piece.made_on, "short_year")

    def _portfolio(self) -> Iterator[Spec]:
        text = _("A portfolio to show")
        yield Spec("head:portfolio", text=text, soft=True, wide=True, still=True, gap=True)
        parts = [Part(one.value, _(words), on=one in self._also) for one, words in SIDES.items()]
        parts.append(Part(_LEARNING, _("Learning"), on=_LEARNING in self._also))
        yield Spec("also", label=_("And also"), parts=tuple(parts), marked=True)
        forms = tuple(Part(form, _(name), on=True) for form, name in _FORMS.items())
        yield Spec("file", label=_("To a file"), parts=forms)

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a new piece, or with a field of one."""
        piece = self.find_item(name)
        field = kind.removeprefix("piece_")
        if piece is not None and field in PIECE_FIELDS:
            self._ask_field(piece, field)
        else:
            self._ask_new()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new piece."""
        self._ask_new(clean(text))

    def words_to_copy(self, key: str) -> str:
        """Return of a piece its place where it has one, else the words of the line."""
        kind, _colon, name = key.partition(":")
        piece = self.find_item(name)
        if kind == "piece" and piece is not None:
            return piece.link or piece.title
        return super().words_to_copy(key)

    def find_item(self, name: str) -> Piece | None:
        """Return a piece of the year that is shown, or one without a day."""
        return self.session.pieces.find(name, self.year) if name else None

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        piece = self.find_item(name)
        match kind:
            case "new":
                self._ask_new()
            case "also":
                self._also ^= {part or ""}
                self.refresh_rows()
            case "file":
                self._ask_file(part or "")
            case "work" if piece is not None:
                found = piece
                self.choose_work(part, lambda work: self.session.pieces.belongs_to(found, work))
            case _ if piece is not None and kind in PIECE_FIELDS:
                self._ask_field(piece, kind)
            case _:
                super().choose(row, part, how)

    def act(self, part: str, item: Piece) -> None:
        """Reword the title of a piece, or take it away."""
        if part == "away":
            self.session.pieces.take_away(item)
        else:
            self.ask(
                f"acts:{item.id}",
                lambda typed: self.session.pieces.retitle(item, typed),
                text=item.title,
            )

    # Fields

    def _ask_new(self, begin: str = "") -> None:
        def keep(typed: str) -> None:
            piece = self.session.pieces.add(typed)
            if piece is not None:
                self.opened = piece.id
                self.begin_at_opened([one.id for one in self._pieces()])

        hint = _("What to call it, such as: a drawing of the station")
        self.ask("new", keep, begin=begin, hint=hint, draft="piece_new:")

    def _ask_field(self, piece: Piece, field: str) -> None:
        if field == "made_on":
            text = piece.made_on.isoformat() if piece.made_on else ""
        else:
            text = str(getattr(piece, field))
        self.ask(
            f"{field}:{piece.id}",
            lambda typed: self._keep(piece.id, field, typed),
            text=text,
            single=field != "about",
            hint=_(_HINTS[field]),
            draft=f"piece_{field}:{self.year}:{piece.id}",
        )

    def _keep(self, piece_id: str, field: str, typed: str) -> None:
        # A long text is kept more than once while its field is open: as the piece is by then.
        piece = self.find_item(piece_id)
        if piece is None:
            return
        if field != "made_on":
            self.session.pieces.say(piece, field, typed)
            return
        after = self.session.pieces.set_made_on(piece, typed)
        if after.made_on is not None:
            self.year = year_shard(after.made_on)
            self.begin_at_opened([one.id for one in self._pieces()])

    # The portfolio

    def _ask_file(self, form: str) -> None:
        hint = _("Where it is to stand: the name of a new file")
        self.ask(
            "file",
            lambda typed: self._write(form, typed),
            hint=hint,
            label="",
            only_enter="writes",
        )

    def _write(self, form: str, typed: str) -> None:
        from stepup.exchange.portfolio import Portfolio, encode_html, encode_markdown

        if not typed.strip():
            return
        strengths = self.session.strengths
        portfolio = Portfolio(
            pieces=self.session.pieces.all(),
            strengths=[one for one in strengths.all() if one.side in self._also],
            learning=strengths.learning() if _LEARNING in self._also else (),
        )
        encode = encode_html if form == "html" else encode_markdown
        file = named_file(typed)
        write_new(file, encode(portfolio))
        self.tell_when_closed(_("It stands in {file} now.").format(file=file.name))
