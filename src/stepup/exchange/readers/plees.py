"""PleesTracker's CSV. See docs/formats/pleestracker.md."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import Final

from stepup.domain.incoming import Answers, Incoming, Reason
from stepup.domain.text import one_line
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import decode, not_this, rows
from stepup.exchange.readers.zones import local, moment_of

HEADER: Final = ["sid", "start", "stop", "rating"]


def is_header(cells: list[str]) -> bool:
    """Whether a row is the header, with a comment column or without."""
    return [one_line(cell).casefold() for cell in cells[:4]] == HEADER


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a file comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    text = decode(source, answers.encoding)
    proposals = Proposals("plees", source.name, answers, text.count("\n"))
    found = rows(text, source.name)
    _line, first = next(found, (1, []))
    if not is_header(first):
        raise not_this(source.name, field="sid")
    for line, cells in found:
        proposals.row(line)
        _take(proposals, [*cells, "", "", "", ""])
    return proposals.done()


def _take(proposals: Proposals, cells: list[str]) -> None:
    _sid, start, stop, rating, comment = cells[:5]
    begin, end = moment_of(start), moment_of(stop)
    fell = local(proposals, begin, "") if begin else None
    woke = local(proposals, end, "") if end else None
    if fell is None or woke is None:
        proposals.skip("start" if fell is None else "stop", Reason.NOT_A_DATE)
        return
    if not proposals.sleep(fell, woke, "stop"):
        return
    rated = rating_of(rating)
    if rated is None:
        proposals.skip("rating", Reason.NOT_A_NUMBER)
    elif rated:
        proposals.rating(woke, rated)
    proposals.writing(woke, comment, (), "comment")


def rating_of(text: str) -> Decimal | None:
    """Return a rating of 0 to 5, 0 for one that was not given; None for none of these."""
    try:
        rated = Decimal(text.strip() or "0")
    except InvalidOperation:
        return None
    return rated if rated.is_finite() and 0 <= rated <= 5 else None
