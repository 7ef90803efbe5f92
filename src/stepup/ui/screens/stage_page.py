"""One stage by itself: where one was, how easy it felt, and all that has gathered there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Final

from stepup.domain.gathering import Read, TwelveMonths, gathered
from stepup.domain.goal import GoalDay
from stepup.domain.journal import Win
from stepup.domain.profile import LookAway
from stepup.domain.stage import Being
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.stage_lines import gathered_lines, per_month_in, when_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import LABEL, Spec, pad
from stepup.ui.widgets.row import Row
from stepup.ui.widgets.stage_strip import ease_rows, month_ruler, presence_strip
from stepup.words.stages import stage_name, stage_sentence

EVERY: Final = 10**6


class StagePage(BookPage):
    """All of a place within twelve months; Enter on a line opens its day."""

    PLACE: ClassVar[str] = "stage"
    NAME: ClassVar[str] = N_("Stages")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, stage_id: str, back: int = 0) -> None:
        super().__init__(session)
        self._stage_id = stage_id
        self._back = back
        self._read: Read | None = None

    def heading(self) -> str:
        """Return the name of the place."""
        return stage_name(self._stage_id, self.session.stages.all())

    def _changed(self, _changed: Changed) -> None:
        self._read = None
        super()._changed(_changed)

    def specs(self) -> list[Spec]:
        """Return the pictures, then every line that has gathered."""
        if self._read is None:
            span = TwelveMonths.until(self.session.book.today(), self._back)
            self._read = self.session.stages.read(span)
        sentence = stage_sentence(self._stage_id, self.session.stages.all())
        has = gathered(self._stage_id, self._read)
        lines = [
            *when_line(self.session, self._read),
            *self._pictures(self._read),
            *gathered_lines(self.session, has, EVERY),
        ]
        if has.wins or has.for_someone:
            said = _("Small wins and things for someone are from days on which you were here.")
            lines.append(Spec("note", text=said, soft=True, wide=True, still=True, gap=True))
        if has.is_blank:
            said = _("What you note while you are here gathers here.")
            lines.append(Spec("nothing", text=said, soft=True, wide=True, gap=True))
        if sentence:
            lines.insert(0, Spec("sentence", text=sentence, soft=True, wide=True, still=True))
        return lines

    def _pictures(self, read: Read) -> Iterator[Spec]:
        days = read.days_in(self._stage_id)
        eases = {ease.day: ease.value for ease in read.eases_of(self._stage_id)}
        if self.session.hides(LookAway.TRENDS) or not (days or eases):
            return
        months, ascii_only = read.span.months, self.session.settings.ascii_charts
        per_month = per_month_in(self.app.size.width - 18 - LABEL)
        if not self.session.hides(LookAway.DATES):
            yield _picture("months", "", month_ruler(months, per_month), gap=True)
        if days:
            strip = presence_strip(days, months, per_month, ascii_only=ascii_only)
            yield _picture("strip", _("Was here"), strip, gap=False)
        if Being.RESTING in days.values():
            yield Spec("rest", text=_("The lower line is rest."), soft=True, still=True)
        if eases:
            rows = ease_rows(eases, months, per_month, ascii_only=ascii_only)
            for number, (name, row) in enumerate(zip(("10", " 5", " 0"), rows, strict=True)):
                label = pad(_("Ease") if not number else "", LABEL - 4) + name
                yield _picture(f"ease:{number}", label, row, gap=False)

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line does one thing
        """Show other months, or open the day of a line."""
        kind, _colon, name = row.key.partition(":")
        if kind == "when":
            back = {"earlier": self._back + 1, "now": 0}.get(part or "", self._back - 1)
            self._back, self._read = max(0, back), None
            self.refresh_rows()
        elif kind == "has":
            self._open_day(name.partition(":")[2])

    def _open_day(self, record_id: str) -> None:
        """Open the day on which a win was written or a goal was lived; a resting goal has none."""
        from stepup.ui.screens.today import TodayPage

        if self._read is None:
            return
        records: tuple[Win | GoalDay, ...] = (*self._read.wins, *self._read.goal_days)
        found = next((record for record in records if record.id == record_id), None)
        if found is None:
            self.stepup.do("anywhere.goals")
        else:
            self.stepup.open_page(TodayPage(self.session, found.day))


def _picture(key: str, label: str, text: str, *, gap: bool) -> Spec:
    return Spec(key, label=label, text=text or " ", soft=key == "months", still=True, gap=gap)
