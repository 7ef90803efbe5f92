"""An entry in two versions, as lines: its name in a list, and what is different side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from stepup.domain.difference import Sign, difference
from stepup.domain.profile import LookAway
from stepup.domain.record import Record
from stepup.i18n import _, format_day
from stepup.notebook.versions import Pair
from stepup.ui.screens.sheet_difference import Columns, change_lines, names_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.words.records import field_name, kind_name, value_words

_OWN_WORDS: Final = ("text", "name", "title", "question", "sections")
"""Fields of which the first that is filled in tells an entry from others."""
_UNSAID: Final = frozenset({"id", "copy_of", "position"})


def pair_line(session: Session, pair: Pair) -> Spec:
    """Return the line of an entry in the list of those in two versions."""
    record = pair.stands or pair.beside
    words = _first_words(record)
    text = _("{row}: {said}").format(row=kind_name(record.kind), said=words)
    after = ""
    if not session.hides(LookAway.DATES) and (day := getattr(record, "day", None)) is not None:
        after = format_day(day, "short_year")
    name = text if words else kind_name(record.kind)
    return Spec(f"pair:{pair.beside.id}", text=name, after=after, wide=True, cut=True)


def version_lines(pair: Pair, columns: Columns) -> Iterator[Spec]:
    """Yield what is different: the version kept beside with -, the one that stands with +."""
    if pair.stands is None:
        text = _("The entry itself was taken away; this version of it was kept.")
        yield Spec("gone", text=text, soft=True, wide=True, still=True, gap=True)
    else:
        yield names_line((_("Kept beside"), _("As it stands")), columns)
    before, after = _said(pair.beside), _said(pair.stands) if pair.stands else {}
    found = False
    for field in dict.fromkeys((*after, *before)):
        pieces = difference(value_words(before.get(field)), value_words(after.get(field)))
        if any(piece.sign is not Sign.SAME for piece in pieces):
            found = True
            heading = field_name(pair.beside.kind, field)
            yield from change_lines(field, heading, pieces, columns)
    if not found:
        yield Spec("same", text=_("Both say the same."), soft=True, still=True, wide=True)


def _first_words(record: Record) -> str:
    said = _said(record)
    words = (value_words(said[name]) for name in _OWN_WORDS if said.get(name))
    return next((text.strip().split("\n")[0] for text in words if text.strip()), "")


def _said(record: Record) -> Mapping[str, Any]:
    """Return what an entry says, but the words of what is put away or not to be opened yet."""
    said = {name: value for name, value in record.document().items() if name not in _UNSAID}
    if record.kind == "later" and not said.get("opened_on"):
        return {**said, "text": _("(closed)")}
    if record.kind == "journal" and said.get("closed"):
        return {**said, "text": _("(put away)")}
    return said
