"""The page on which a draft is gone on with, where that is not the page of a day."""

from __future__ import annotations

from stepup.domain.day import parse_day
from stepup.domain.record import year_shard
from stepup.domain.sheet import SheetTopic
from stepup.ui.pages import NAMES, page_of
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.corner_pages import going_on
from stepup.ui.screens.day_page import DayPage
from stepup.ui.screens.goals import GoalsPage
from stepup.ui.screens.hard import HardPage
from stepup.ui.screens.journal import JournalPage
from stepup.ui.screens.people.pages import going_on as among_people
from stepup.ui.screens.sheet_page import SheetPage
from stepup.ui.screens.work.income import IncomePage
from stepup.ui.screens.work.income_form import IncomeForm
from stepup.ui.screens.work.own_pages import OWN_WORK
from stepup.ui.screens.work.own_pages import going_on as going_on_at_work
from stepup.ui.screens.work.works import WorksPage
from stepup.ui.session import Session

Found = tuple[BookPage, str] | None


def page_of_draft(session: Session, field: str, on: str = "") -> Found:
    """Return the page that opens the field of a draft first, and the name its text is to be kept under.

    `on` is the page it stood on, where that is known: the journal is written on two. None where no such field is known.
    """
    if on == "journal" and (found := _in_journal(session, field)) is not None:
        return found
    ways = (_on_one_page, _at_work, going_on, among_people)
    return next((found for way in ways if (found := way(session, field)) is not None), None)


def _in_journal(session: Session, field: str) -> Found:
    kind, _colon, rest = field.partition(":")
    day, _colon, name = rest.partition(":")
    if kind != "journal" or (not name and day != session.book.today().isoformat()):
        return None
    entries = session.journal.of_year(year_shard(parse_day(day)))
    page = JournalPage(session, next((one for one in entries if one.id == name), None))
    page.opened_as, page.going_on = "journal", field
    return page, field


def _on_one_page(session: Session, field: str) -> Found:
    kind, _colon, rest = field.partition(":")
    name, _colon, key = rest.partition(":")
    match kind:
        case "field" if name in NAMES:
            page = page_of(name, session, "today")
            subject, _colon, line = key.partition("\n")[0].partition(":")
            if isinstance(page, DayPage):
                page.turn_to(parse_day(subject))
            page.goes_back_to = line
            return page, field
        case "goal" | "smaller" | "why":
            # A new goal begun on the page of a day is gone on with among the goals.
            is_new = rest.startswith("new") or (rest[:1].isdigit() and rest.count("-") == 2)
            return GoalsPage(session, going_on=field), "goal:new:none" if is_new else field
        case "share_words":
            from stepup.ui.screens.share.page import SharePage

            return SharePage(session, for_whom=name, going_on=key), field
        case "own_help":
            return HardPage(session, writing=True), field
        case "sheet" if name in tuple(SheetTopic):
            return SheetPage(session, SheetTopic(name), going_on=key), field
    return None


def _at_work(session: Session, field: str) -> Found:
    kind, _colon, rest = field.partition(":")
    _name, _colon, key = rest.partition(":")
    match kind:
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
        case _ if kind.partition("_")[0] in OWN_WORK:
            return going_on_at_work(session, field)
    return None
