"""The pages of the corners, by name, by what was found on them, and by what is gone on with."""

from __future__ import annotations

from typing import Any, Final

from stepup.domain.day import parse_day
from stepup.domain.problem import Problem
from stepup.domain.record import year_shard
from stepup.domain.review import Review
from stepup.domain.span import Span
from stepup.notebook.search import Hit
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.drawer import DrawerPage
from stepup.ui.screens.good_news import GoodNewsPage
from stepup.ui.screens.open_later import OpenLaterPage
from stepup.ui.screens.own_numbers import OwnNumbersPage
from stepup.ui.screens.review import ReviewPage
from stepup.ui.screens.yearly import YearlyPage
from stepup.ui.session import Session
from stepup.words.review import FIELDS

CORNERS: Final[dict[str, type[YearlyPage[Any]]]] = {
    page.PLACE: page
    for page in (ReviewPage, GoodNewsPage, OpenLaterPage, DrawerPage, OwnNumbersPage)
}
"""The pages by the names of their actions."""


def corner_page(session: Session, hit: Hit) -> BookPage:
    """Return the page on which a hit that belongs to a corner stands open."""
    year = year_shard(hit.day) if hit.day is not None else ""
    match hit.kind:
        case "clipping":
            return GoodNewsPage(session, year=year, opened=hit.id)
        case "later":
            return OpenLaterPage(session, year=year, opened=hit.id)
        case "drawer_item":
            return DrawerPage(session, opened=hit.id)
        case "own_number":
            return OwnNumbersPage(session, opened=hit.id)
        case _:
            return ReviewPage(session, session.book.one(Review, hit.id, year))


def going_on(session: Session, field: str) -> tuple[YearlyPage[Any], str] | None:
    """Return the page that goes on with a draft, and the name its text is to be kept under.

    None where the draft is of no field of these pages. What was begun on another day is gone
    on with today.
    """
    kind, _colon, rest = field.partition(":")
    day, _colon, name = rest.partition(":")
    today = session.book.today()
    page: YearlyPage[Any]
    match kind:
        case "clipping" | "source":
            page = GoodNewsPage(session, year=day[:4] if name else "", opened=name)
            known = name in {one.id for one in session.corners.clippings(page.year)}
            kept = field if known else f"clipping:{today}:"
        case "later":
            page, kept = OpenLaterPage(session), f"later:{today}:"
        case "drawer_item":
            page, kept = DrawerPage(session), field
        case "own_value":
            page, kept = OwnNumbersPage(session), f"own_value:{today}:{name}"
        case "own_number":
            page, kept = OwnNumbersPage(session), field
        case "review":
            found = _review_of(session, name)
            if found is None:
                return None
            page, kept = found
        case _:
            return None
    page.going_on = kept
    return page, kept


def _review_of(session: Session, name: str) -> tuple[ReviewPage, str] | None:
    """Return the page of the span in a draft's name, first:last:field, and the draft's name now."""
    first, _colon, rest = name.partition(":")
    last, _colon, line = rest.partition(":")
    try:
        span = Span(parse_day(first), parse_day(last))
    except Problem:
        return None
    if line not in FIELDS or span.first > span.last:
        return None
    return ReviewPage(session, span=span), f"review:{session.book.today()}:{name}"
