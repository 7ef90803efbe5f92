"""The views of one's own words about work, by what was found there and by what is gone on with."""

from __future__ import annotations

from typing import Any, Final

from stepup.domain.card import Occasion
from stepup.domain.record import year_shard
from stepup.notebook.search import Hit
from stepup.ui.screens.work.cards import CardsPage
from stepup.ui.screens.work.own_view import OwnView
from stepup.ui.screens.work.pieces import PiecesPage
from stepup.ui.screens.work.promises import PromisesPage
from stepup.ui.screens.work.strengths import StrengthsPage
from stepup.ui.session import Session

OWN_WORK: Final = frozenset(
    {"promise", "piece", "strength", "practice", "learning", "card", "paper"}
)
"""The kinds that stand on these views."""


def own_page(session: Session, hit: Hit) -> OwnView[Any]:
    """Return the view on which a hit stands open."""
    year = year_shard(hit.day) if hit.day is not None else ""
    match hit.kind:
        case "promise":
            return PromisesPage(session, opened=hit.id, year=year)
        case "piece":
            return PiecesPage(session, opened=hit.id, year=year)
        case "strength" | "practice":
            return StrengthsPage(session, year=year, at=f"{hit.kind}:{hit.id}")
        case "learning":
            return StrengthsPage(session, year=year, opened=hit.id)
        case _:
            return CardsPage(session, opened=hit.id)


def going_on(session: Session, field: str) -> tuple[OwnView[Any], str] | None:
    """Return the view that goes on with a draft, and the name its text is to be kept under.

    A draft is named kind_field:year:id; what is new has no year and no id. None where the draft
    is of no field of these views.
    """
    kind, _colon, rest = field.partition(":")
    year, _colon, name = rest.partition(":")
    page: OwnView[Any]
    match kind.partition("_")[0]:
        case "promise":
            page = PromisesPage(session, opened=name, year=year)
        case "piece":
            page = PiecesPage(session, opened=name, year=year)
        case "learning":
            page = StrengthsPage(session, opened=name, year=year)
        case "strength" | "practice":
            page = StrengthsPage(session)
        case "card" | "paper":
            occasion = next((one for one in Occasion if one == name), Occasion.PHONE)
            page = CardsPage(session, opened=name, occasion=occasion)
        case _:
            return None
    page.going_on = field
    return page, field
