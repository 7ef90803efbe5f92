"""The page on which a draft is gone on with, where that is not the page of a day."""

from __future__ import annotations

from stepup.domain.sheet import SheetTopic
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.corner_pages import going_on
from stepup.ui.screens.goals import GoalsPage
from stepup.ui.screens.hard import HardPage
from stepup.ui.screens.people.pages import going_on as among_people
from stepup.ui.screens.sheet_page import SheetPage
from stepup.ui.session import Session


def page_of_draft(session: Session, field: str) -> tuple[BookPage, str] | None:
    """Return the page that opens the field of a draft first, and the name its text is to be kept under.

    None where no such field is known.
    """
    kind, _colon, rest = field.partition(":")
    name, _colon, key = rest.partition(":")
    match kind:
        case "goal" | "smaller" | "why":
            # A new goal begun on the page of a day is gone on with among the goals.
            is_new = rest.startswith("new") or (rest[:1].isdigit() and rest.count("-") == 2)
            return GoalsPage(session, going_on=field), "goal:new:none" if is_new else field
        case "own_help":
            return HardPage(session, writing=True), field
        case "sheet" if name in tuple(SheetTopic):
            return SheetPage(session, SheetTopic(name), going_on=key), field
    return going_on(session, field) or among_people(session, field)
