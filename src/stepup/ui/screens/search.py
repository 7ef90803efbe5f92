"""Search: results as one types, the newest first; typing is never held up."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.timer import Timer
from textual.worker import get_current_worker

from stepup.domain.profile import LookAway
from stepup.i18n import N_, _, format_day, ngettext
from stepup.notebook.search import Hit
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.finder import FinderPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

MOST_SHOWN = 100
PAUSE = 0.08
_KINDS = {
    "journal": N_("Journal"),
    "win": N_("Small wins"),
    "topic": N_("To talk about"),
    "goal": N_("Goals"),
    "goal_day": N_("Goals"),
    "goal_review": N_("Goals"),
    "attempt": N_("Goals"),
    "some_day": N_("Some day"),
    "tracker": N_("Rows"),
    "own_help": N_("For hard moments"),
    "clipping": N_("Good news"),
    "later": N_("To open later"),
    "drawer_item": N_("Drawer for hard days"),
    "own_number": N_("Numbers of my own"),
    "review": N_("Looking back"),
    "sheet": N_("Sheets"),
    "stage": N_("Stages"),
    "work": N_("Works"),
    "income": N_("Income"),
}


class SearchPage(FinderPage):
    """Looks through everything written."""

    NAME: ClassVar[str] = N_("Search")
    PLACE: ClassVar[str] = "search"

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._hits: list[Hit] = []
        self._more = 0
        self._looked_for = ""
        self._looking = False
        self._pause: Timer | None = None

    def look_for(self, query: str) -> None:
        """Begin to look, a moment after the last letter."""
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, lambda: self._begin(query))

    def _begin(self, query: str) -> None:
        self._hits, self._more, self._looked_for = [], 0, query.strip()
        self._looking = bool(self._looked_for)
        self.refresh_rows()  # no line stands for what is no longer looked for
        self.run_worker(lambda: self._look(query), thread=True, exclusive=True, exit_on_error=False)

    def _look(self, query: str) -> None:
        """Run on a thread: hand over what each year gives."""
        worker = get_current_worker()
        for hits in self.session.search.find(query):
            if worker.is_cancelled:
                return
            if hits:
                self.app.call_from_thread(self._take, query, hits)
        if not worker.is_cancelled:
            self.app.call_from_thread(self._ended, query)

    def _take(self, query: str, hits: list[Hit]) -> None:
        if query.strip() != self._looked_for:
            return
        room = MOST_SHOWN - len(self._hits)
        self._hits += hits[:room]
        self._more += max(0, len(hits) - room)
        if room > 0:
            self.refresh_rows()

    def _ended(self, query: str) -> None:
        if query.strip() == self._looked_for:
            self._looking = False
            self.refresh_rows()

    def specs(self) -> list[Spec]:
        """Return what was found so far."""
        lines = [self._line(index, hit) for index, hit in enumerate(self._hits)]
        said = self._said()
        if said:
            lines.append(Spec("said", text=said, soft=True, wide=True, still=True, gap=bool(lines)))
        return lines

    def _said(self) -> str:
        if not self._looked_for or self._looking:
            return ""
        if not self._hits:
            return _("Nothing was found.")
        if self._more and not self.session.hides(LookAway.TOTALS):
            return ngettext("{number} more entry", "{number} more entries", self._more).format(
                number=self._more
            )
        return ""

    def _line(self, index: int, hit: Hit) -> Spec:
        day = ""
        if hit.day is not None and not self.session.hides(LookAway.DATES):
            day = format_day(hit.day, "short_year")
        text = f"{hit.before}{hit.found}{hit.behind}"
        return Spec(
            f"hit:{index}",
            label="",
            text=text,
            after=f"{day}  {_(_KINDS[hit.kind])}",
            wide=True,
            cut=True,
        )

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line opens its place
        """Open the place of what was found."""
        index = int(row.key.partition(":")[2])
        if index >= len(self._hits):  # another search has begun since
            return
        hit = self._hits[index]
        if hit.kind == "own_help":
            self.dismiss()
            self.app.call_later(self.stepup.do, "anywhere.hard")
        elif hit.kind == "sheet" and hit.day is not None:
            self._open_sheet(hit.id, hit.day)
        elif hit.kind in ("clipping", "later", "drawer_item", "own_number", "review"):
            self._open_corner(hit)
        else:
            self.stepup.open_page(self._page_of(hit))

    def _page_of(self, hit: Hit) -> BookPage:
        from stepup.domain.journal import JournalEntry
        from stepup.domain.record import year_shard
        from stepup.ui.screens.goals import GoalsPage
        from stepup.ui.screens.journal import JournalPage
        from stepup.ui.screens.today import TodayPage

        if hit.kind == "journal" and hit.day is not None:
            entry = self.session.book.one(JournalEntry, hit.id, year_shard(hit.day))
            if entry is not None:
                return JournalPage(self.session, entry)
        if hit.kind == "stage":
            from stepup.ui.screens.stages import StagesPage

            return StagesPage(self.session, looked=hit.id)
        if hit.kind in ("work", "income"):
            return self._work_page(hit, year_shard(hit.day) if hit.day is not None else "")
        if hit.kind in ("goal", "goal_review", "attempt"):
            return GoalsPage(self.session, whole=self._goal_of(hit))
        if hit.kind == "some_day" or hit.day is None:
            return GoalsPage(self.session)
        return TodayPage(self.session, hit.day)

    def _work_page(self, hit: Hit, year: str) -> BookPage:
        from stepup.ui.screens.work.income import IncomePage
        from stepup.ui.screens.work.works import WorksPage

        page = IncomePage if hit.kind == "income" else WorksPage
        return page(self.session, opened=hit.id, year=year)

    def _goal_of(self, hit: Hit) -> tuple[str, str] | None:
        """Return the id of the goal a hit belongs to, and the year in which it stands."""
        from stepup.domain.goal import GoalReview
        from stepup.domain.ladder import Attempt
        from stepup.domain.record import year_shard

        if hit.kind == "goal" or hit.day is None:
            return hit.id, ""
        kind: type[Attempt | GoalReview] = Attempt if hit.kind == "attempt" else GoalReview
        record = self.session.book.one(kind, hit.id, year_shard(hit.day))
        return None if record is None else (record.goal, year_shard(hit.day))

    def _open_corner(self, hit: Hit) -> None:
        from stepup.ui.screens.corner_pages import corner_page
        from stepup.ui.screens.today import TodayPage

        page = corner_page(self.session, hit)
        self.stepup.open_page(TodayPage(self.session))
        self.app.call_later(self.stepup.lay_over, page)

    def _open_sheet(self, sheet_id: str, day: date) -> None:
        from stepup.domain.record import year_shard
        from stepup.domain.sheet import Sheet
        from stepup.ui.screens.sheet_compare import EarlierPage
        from stepup.ui.screens.sheet_page import SheetPage
        from stepup.ui.screens.today import TodayPage

        sheet = self.session.book.one(Sheet, sheet_id, year_shard(day))
        if sheet is None:
            return
        newest = self.session.sheets.newest(sheet.topic)
        page = (
            SheetPage(self.session, sheet.topic)
            if newest is not None and newest.id == sheet_id
            else EarlierPage(self.session, sheet.topic, opened=sheet_id)
        )
        # Not over the page below: that may be another sheet, and Esc would lead from one to the other.
        self.stepup.open_page(TodayPage(self.session))
        self.app.call_later(self.stepup.lay_over, page)
