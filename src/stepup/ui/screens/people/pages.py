"""The views of People by name, by what was found on them, and by what is gone on with."""

from __future__ import annotations

from typing import Any, Final

from stepup.domain.journal import Aspect
from stepup.domain.record import year_shard
from stepup.notebook.search import Hit
from stepup.ui.screens.people.answers import AnswersPage
from stepup.ui.screens.people.appointments import AppointmentsPage
from stepup.ui.screens.people.needs import NeedsPage
from stepup.ui.screens.people.supporters import SupportersPage
from stepup.ui.screens.people.talks import TalksPage
from stepup.ui.screens.people.view import PeopleView
from stepup.ui.screens.people.visit_sheet import VisitSheetPage
from stepup.ui.session import Session

PAGES: Final[dict[str, type[PeopleView[Any]]]] = {
    page.VIEW: page
    for page in (
        SupportersPage, TalksPage, VisitSheetPage, NeedsPage, AppointmentsPage, AnswersPage,
    )
}  # fmt: skip
"""The pages by the names of their actions."""


def people_page(session: Session, hit: Hit) -> PeopleView[Any]:
    """Return the view on which a hit that belongs to People stands open."""
    year = year_shard(hit.day) if hit.day is not None else ""
    match hit.kind:
        case "talk":
            return TalksPage(session, year=year, opened=hit.id)
        case "visit" | "appointment":
            return AppointmentsPage(session, year=year, opened=hit.id)
        case "need":
            return NeedsPage(session, year=_closed_in(session, hit), opened=hit.id)
        case "supporter":
            return SupportersPage(session, opened=hit.id)
        case _:
            return AnswersPage(session, opened=hit.id if hit.kind == "answer" else "")


def _closed_in(session: Session, hit: Hit) -> str:
    """Return the year in which a need was put away; "" while it holds."""
    from stepup.domain.need import Need

    if session.book.one(Need, hit.id) is not None:
        return ""
    years = session.book.years()
    return next((year for year in years if session.book.one(Need, hit.id, year)), "")


def going_on(session: Session, field: str) -> tuple[PeopleView[Any], str] | None:
    """Return the view that goes on with a draft, and the name its text is to be kept under.

    None where the draft is of no field of these views. What was begun on another day is gone on
    with today.
    """
    kind, _colon, rest = field.partition(":")
    middle, _colon, name = rest.partition(":")
    today = session.book.today()
    page: PeopleView[Any]
    kept = field
    match kind:
        case "supporter":
            page = SupportersPage(session, opened=middle)
        case "talk" | "talk_next" | "talk_with":
            page = TalksPage(session, year=middle[:4] if name else "", opened=name)
            if not name:
                kept = f"talk:{today}:"
        case "sheet_topic":
            page = VisitSheetPage(session)
            kept = f"sheet_topic:{today}:{name}" if name in tuple(Aspect) else field
        case "need":
            page = NeedsPage(session)
        case "appointment" | "visit":
            page = AppointmentsPage(session, year=middle[:4], opened="" if name == "new" else name)
        case "answer" | "first_message":
            page = AnswersPage(session)
        case _:
            return None
    page.going_on = kept
    return page, kept
