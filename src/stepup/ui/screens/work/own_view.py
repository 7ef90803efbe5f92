"""What the views of one's own words about work share: one item opened, and the work it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import ClassVar

from stepup.i18n import _, ngettext
from stepup.ui.screens.work.view import WorkView
from stepup.ui.screens.yearly import R, YearlyPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec

WORKS_SHOWN = 12
"""Open works one may choose from; of each as much of its name as fits beside others."""
_NAME = 24


class OwnView(YearlyPage[R], WorkView):
    """A view with items of its own, in place of the other views and not over them."""

    LAID_OVER: ClassVar[bool] = False

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        self.choosing_work = False

    def open_or_fold(self, record_id: str) -> None:
        """Show an item whole with what can be done with it, or fold it away."""
        self.choosing_work = False
        super().open_or_fold(record_id)

    # Works

    def work_lines(self, record_id: str, work_id: str | None) -> Iterator[Spec]:
        """Yield the line of the work that something belongs to, or those to choose one from."""
        key = f"work:{record_id}"
        works = self.session.works.open()
        if not self.choosing_work:
            work = self.session.works.find(work_id) if work_id else None
            if work is not None or works:
                text = work.text if work is not None else "_"
                yield Spec(key, label=_("For work"), text=text, soft=work is None)
            return
        parts = [Part("", _("None"), on=work_id is None)]
        parts += [
            Part(work.id, work.text[:_NAME], on=work.id == work_id) for work in works[:WORKS_SHOWN]
        ]
        yield Spec(key, label=_("For work"), parts=tuple(parts), marked=True)

    def choose_work(self, part: str | None, belongs: Callable[[str | None], object]) -> None:
        """Show the works to choose from, or take the one that was chosen."""
        if not self.choosing_work:
            self.choosing_work = True
        else:
            self.choosing_work = False
            belongs(part or None)
        self.refresh_rows()


def more_line(key: str, number: int, *, is_whole: bool, hides_counts: bool) -> Spec:
    """Return the line that shows the rest of a list, or few of it again."""
    if is_whole:
        text = _("Show fewer")
    elif hides_counts:
        text = _("Show more")
    else:
        text = ngettext("{number} more", "{number} more", number).format(number=number)
    return Spec(key, text=text, soft=True)


def said_line(key: str, label: str, text: str, *, gap: bool = False) -> Spec:
    """Return a line with its name and what is said there, or a blank to fill in."""
    return Spec(key, label=label, text=text or "_", soft=not text, gap=gap)
