"""Stages: a map of places, where one is and was, and what has gathered in each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar, Final

from textual import events
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from stepup.domain.gathering import Read, TwelveMonths
from stepup.domain.problem import Problem
from stepup.domain.stage import Stage
from stepup.i18n import N_, _
from stepup.notebook.book import Changed
from stepup.ui.actions import bindings
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.stage_lines import Shown, StageLines
from stepup.ui.session import Session
from stepup.ui.widgets.beside import Beside
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.ui.widgets.rows import Rows
from stepup.words.stages import stage_name, stage_sentence

BESIDE_FROM: Final = 110
"""Columns of a window from which on what has gathered stands beside the map."""
BESIDE: Final = 42
RAIL: Final = 13
MARGIN: Final = 4
"""Cells of the body that are no text: padding and the scroll bar."""


class MapRows(Rows):
    """Lines that tell when the cursor goes over the parts of one."""

    def __init__(self, passed: Callable[[Row], None]) -> None:
        super().__init__()
        self._passed = passed

    def action_part(self, step: int) -> None:
        """Move over the parts of the line, and tell."""
        super().action_part(step)
        if self.current is not None:
            self._passed(self.current)


class StagesPage(BookPage):
    """The places side by side; under or beside them what belongs to the one one looks at."""

    DEFAULT_CSS = """
    StagesPage Horizontal { height: 1fr; }
    """
    PLACE: ClassVar[str] = "stages"
    NAME: ClassVar[str] = N_("Stages")
    BINDINGS: ClassVar[list[BindingType]] = [*bindings("stages")]

    def __init__(self, session: Session, looked: str = "") -> None:
        """Look at a place, or at the first of those in which one is."""
        super().__init__(session)
        self.rows = MapRows(self._pass_over)
        self.beside = Beside()
        places = [*session.stages.here(), *session.stages.shown()]
        known = {stage.id for stage in places}
        first = looked if looked in known else next((stage.id for stage in places), "")
        self._shown = Shown(looked=first)
        self._back = 0
        self._read: Read | None = None

    # What is shown

    @property
    def subject(self) -> str:
        """The place that is looked at."""
        return self._shown.looked

    def body(self) -> list[Widget]:
        """Return the lines, and what stands beside them in a wide window."""
        super().body()
        self._show_beside()
        return [Horizontal(self.rows, self.beside)]

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        columns = self.app.size.width
        width = columns - RAIL - MARGIN - (BESIDE if self._is_wide else 0)
        return self._lines().all(width, beside=self._is_wide)

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= BESIDE_FROM

    def _lines(self) -> StageLines:
        if self._read is None:
            span = TwelveMonths.until(self.session.book.today(), self._back)
            self._read = self.session.stages.read(span)
        return StageLines(self.session, self._read, self._shown)

    def _show_beside(self) -> None:
        self.beside.display = self._is_wide
        if self._is_wide:
            try:
                self.beside.show(self._lines().gathered(headed=True) if self._stage else ())
            except Problem:  # the lines say so
                self.beside.show(())

    def refresh_rows(self) -> None:
        """Show the page as things are now."""
        super().refresh_rows()
        if self.is_mounted:
            self._show_beside()

    def _changed(self, _changed: Changed) -> None:
        self._read = None
        super()._changed(_changed)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay the months out anew."""
        self.refresh_rows()

    def focus_body(self) -> None:
        """Put the cursor on the place one looks at, or leave it where it is."""
        if self.rows.current is None and self.rows.row("map") is not None:
            self.rows.go_to("map", self._shown.looked)
        else:
            super().focus_body()

    def _show(self, **changes: object) -> None:
        self._shown = replace(self._shown, **changes)  # type: ignore[arg-type]
        self.refresh_rows()

    @property
    def _stage(self) -> Stage | None:
        """The place one looks at."""
        stage = self.session.stages.get(self._shown.looked)
        return None if stage is None or stage.hidden else stage

    # Looking

    def _pass_over(self, row: Row) -> None:
        if row.key == "map" and row.chosen:
            self._look_at(row.chosen)

    def _look_at(self, stage_id: str) -> None:
        if stage_id != self._shown.looked:
            self._show(looked=stage_id, acts=False)

    def _go_back(self, years: int) -> None:
        """Show the twelve months that ended so many years ago."""
        self._back = max(0, years)
        self._read = None
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "map":
                self._choose_place(part or "", how)
            case "looked":
                self._show(acts=not self._shown.acts)
            case "acts":
                self._act(part or "")
            case "ease" if self._stage is not None and part:
                self.session.stages.feel(self._stage.id, int(part), self.session.book.today())
            case "when":
                self._go_back({"earlier": self._back + 1, "now": 0}.get(part or "", self._back - 1))
            case "has":
                self._look_closer()
            case "new":
                self.ask("new", self._add)
            case "hidden":
                self._show(hidden=not self._shown.hidden)
            case "back":
                self._bring_back(name)

    def _choose_place(self, stage_id: str, how: str) -> None:
        """Space comes or leaves; Enter shows what else there is; a first click only looks."""
        looked = self._shown.looked
        self._look_at(stage_id)
        if how == "space":
            self.action_here()
        elif how == "enter" or stage_id == looked:
            self._show(acts=not self._shown.acts)
            if self._shown.acts:
                self.rows.go_to("acts")

    def _act(self, part: str) -> None:
        match part:
            case "here":
                self.action_here()
            case "rest":
                self.action_rest()
            case "look":
                self._look_closer()
            case "rename":
                self.action_rename()
            case "say":
                self._ask_sentence()
            case "hide":
                self._hide()

    def take_away(self, row: Row) -> None:
        """Take today's number of ease away."""
        if row.key == "ease" and self._stage is not None:
            today = self.session.book.today()
            ease = self.session.stages.ease_on(self._stage.id, today)
            if ease is not None:
                self.session.stages.feel(ease.stage, ease.value, today)

    # Verbs

    def action_here(self) -> None:
        """Come to the place one looks at, or leave it."""
        self._move(self.session.stages.turn_here)

    def action_rest(self) -> None:
        """Rest in the place one looks at, or wake there."""
        self._move(self.session.stages.turn_rest)

    def _move(self, turn: Callable[..., None]) -> None:
        stage = self._stage
        if stage is not None:
            self.attempt(lambda: turn(stage.id, self.session.book.today()))

    def action_rename(self) -> None:
        """Give the place one looks at a name of one's own."""
        stage = self._stage
        if stage is None:
            return
        first = stage_name(stage.id)

        def keep(typed: str) -> None:
            # The name it came with is in the language in use, also when that changes.
            self.session.stages.rename(stage, "" if typed == first else typed)

        self.ask("looked", keep, text=stage_name(stage.id, [stage]), label=_("Name"))

    def _ask_sentence(self) -> None:
        stage = self._stage
        if stage is None:
            return
        first = stage_sentence(stage.id)

        def keep(typed: str) -> None:
            self.session.stages.say(stage, "" if typed == first else typed)

        self.ask("looked", keep, text=stage_sentence(stage.id, [stage]), label=_("Sentence"))

    def _add(self, typed: str) -> None:
        if typed.strip():
            stage = self.session.stages.add(typed)
            self._show(looked=stage.id, acts=False)

    def _hide(self) -> None:
        stage = self._stage
        if stage is None:
            return
        self.session.stages.hide(stage)
        left = self.session.stages.shown()
        self._show(looked=left[0].id if left else "", acts=False)
        self.rows.go_to("map", self._shown.looked)
        said = _("It is out of sight, with all that is in it.")
        self.call_after_refresh(self.stepup.say, said)  # the keys are shown first

    def _bring_back(self, stage_id: str) -> None:
        stage = self.session.stages.get(stage_id)
        if stage is not None:
            self.session.stages.bring_back(stage)
            self._show(looked=stage_id, acts=False)
            self.rows.go_to("map", stage_id)

    def action_sheets(self) -> None:
        """Open the sheets: oneself now, one's plan, one's manual."""
        self.stepup.do("anywhere.sheets")

    def action_earlier(self) -> None:
        """Show the twelve months before."""
        if self._read is not None and self.session.stages.reaches_before(self._read):
            self._go_back(self._back + 1)

    def action_later(self) -> None:
        """Show the twelve months after."""
        self._go_back(self._back - 1)

    def _look_closer(self) -> None:
        from stepup.ui.screens.stage_page import StagePage

        if self._stage is not None:
            self.stepup.lay_over(StagePage(self.session, self._stage.id, self._back))
