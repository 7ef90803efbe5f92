"""The page on which a draft is gone on with, where that is not the page of a day."""

from __future__ import annotations

from stepup.domain.sheet import SheetTopic
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.corner_pages import going_on
from stepup.ui.screens.goals import GoalsPage
from stepup.ui.screens.hard import HardPage
from stepup.ui.screens.sheet_page import SheetPage
from stepup.ui.screens.work.income import IncomePage
from stepup.ui.screens.work.income_form import IncomeForm
from stepup.ui.screens.work.works import WorksPage
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
        case "income":
            known = next((one for one in session.incomes.all() if one.id == key), None)
            today = session.book.today()
            return IncomeForm(session, known), f"income:{today}:{known.id if known else ''}"
        case "money_worry":
            page = IncomePage(session)
            page.going_on = f"money_worry:{session.book.today()}:"
            return page, page.going_on
        case _ if kind == "work" or kind.startswith("work_"):
            works = WorksPage(session, opened=key)
            works.going_on = f"{kind}:{session.book.today()}:{key}"
            return works, works.going_on
        case "own_help":
            return HardPage(session, writing=True), field
        case "sheet" if name in tuple(SheetTopic):
            return SheetPage(session, SheetTopic(name), going_on=key), field
    return going_on(session, field)
