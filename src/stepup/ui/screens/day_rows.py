"""Which rows stand on the page of a day, and rows of one's own."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.rhythm import BUILT_IN, SLEEP_ROW, Measure, Tracker
from stepup.domain.text import one_line
from stepup.i18n import N_, _
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.day import MEASURES, ROWS

_OWN_MEASURES = tuple(measure for measure in Measure if measure is not Measure.CONTACT)


class DayRowsPage(BookPage):
    """Rows that everyone has, switched on and off; own ones made, renamed, retired."""

    PLACE: ClassVar[str] = "rows"
    NAME: ClassVar[str] = N_("Rows of the day")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._new_name = ""

    def specs(self) -> list[Spec]:
        """Return the lines."""
        rows = self.session.book.preferences.rows
        shown = Part("on", _("Shown"))
        hidden = Part("off", _("Not shown"))
        lines = [
            Spec(
                f"row:{key}",
                label=_(ROWS[key]),
                parts=(
                    Part(shown.id, shown.text, on=key in rows),
                    Part(hidden.id, hidden.text, on=key not in rows),
                ),
                marked=True,
            )
            for key in (SLEEP_ROW, *BUILT_IN)
        ]
        lines.append(
            Spec("head", text=_("Rows of my own"), soft=True, wide=True, still=True, gap=True)
        )
        lines += [self._own(tracker) for tracker in self.session.profile.trackers(retired=True)]
        if self._new_name:
            parts = tuple(Part(m.value, _(MEASURES[m]), on=True) for m in _OWN_MEASURES)
            lines.append(Spec("measure", text=self._new_name, parts=parts, wide=True))
        lines.append(Spec("new", text="_", soft=True, wide=True))
        return lines

    def _own(self, tracker: Tracker) -> Spec:
        retire = Part("retire", _("Bring back") if tracker.retired else _("Retire"))
        return Spec(
            f"own:{tracker.id}",
            text=tracker.name,
            parts=(Part("rename", _("Rename")), retire),
            after=_(MEASURES[tracker.measure]),
            wide=True,
            soft=tracker.retired,
        )

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Change a row."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "row":
                if (part == "on") != (name in self.session.book.preferences.rows):
                    self.session.profile.switch_row(name)
            case "new":
                self.ask(
                    "new",
                    self._name_new,
                    hint=_("What to call it, such as: stretched, coffee, knitting"),
                )
            case "measure":
                self.session.profile.add_tracker(self._new_name, Measure(part or ""))
                self._new_name = ""
                self.refresh_rows()
            case "own":
                self._change_own(row.key, name, part or "")

    def _name_new(self, typed: str) -> None:
        self._new_name = one_line(typed)
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "measure")

    def _change_own(self, key: str, tracker_id: str, part: str) -> None:
        profile = self.session.profile
        tracker = next((t for t in profile.trackers(retired=True) if t.id == tracker_id), None)
        if tracker is None:
            return
        if part == "retire":
            profile.change_tracker(tracker, retired=not tracker.retired)
        else:
            self.ask(key, lambda typed: self._rename(tracker, typed), text=tracker.name)

    def _rename(self, tracker: Tracker, typed: str) -> None:
        if one_line(typed):
            self.session.profile.change_tracker(tracker, name=typed)
