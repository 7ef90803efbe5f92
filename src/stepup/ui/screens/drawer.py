"""The drawer for hard days: one thing drawn from it, and what one puts in on better days."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from stepup.domain.corner import DrawerItem, ItemKind
from stepup.domain.text import clean
from stepup.i18n import N_
from stepup.ui.screens.drawer_lines import DrawerLines, drawn_lines
from stepup.ui.screens.yearly import YearlyPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class DrawerPage(YearlyPage[DrawerItem]):
    """One item and no more; or, when asked for, all that lies in the drawer."""

    PLACE: ClassVar[str] = "drawer"
    NAME: ClassVar[str] = N_("Drawer for hard days")
    ITEMS: ClassVar[tuple[str, ...]] = ("in",)
    TOP: ClassVar[str] = "new:line"
    BINDINGS: ClassVar[list[BindingType]] = [
        # The key that draws one from anywhere draws another here.
        Binding("o", "another", show=False, id="anywhere.drawer"),
    ]

    def __init__(self, session: Session, *, opened: str = "") -> None:
        super().__init__(session, opened=opened)
        self._drawn = session.corners.draw()
        self._looks_inside = bool(opened)
        self._shows_wins = False
        self.begin_at_opened([item.id for item in reversed(session.corners.drawer())])

    def specs(self) -> list[Spec]:
        """Return the one item, or the lines of what lies in the drawer."""
        self._drawn = self._still_there()
        if self._drawn is not None and not self._looks_inside:
            return drawn_lines(self._drawn)
        return DrawerLines(self.session, self.opened, self.year, self.first).all(
            shows_wins=self._shows_wins
        )

    def _still_there(self) -> DrawerItem | None:
        """Return what is drawn as it is now; another where it was taken out meanwhile."""
        drawn = self._drawn
        found = self.find_item(drawn.id) if drawn is not None else None
        return found or self.session.corners.draw()

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with what was being put in, or with other words for an item."""
        item = self.find_item(name)
        self._look_inside()
        if item is not None:
            self.call_after_refresh(self._reword, item)
        else:
            what = ItemKind(name) if name in tuple(ItemKind) else ItemKind.LINE
            self.call_after_refresh(self._put_in, what)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a line to put in."""
        self._look_inside()
        self.call_after_refresh(self._put_in, ItemKind.LINE, clean(text))

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "drawn":
                self.action_another()
            case "turn":
                self._turn(part or "")
            case "new":
                self._put_in(ItemKind(name))
            case "wins":
                self._shows_wins, self.first = not self._shows_wins, 0
                self.refresh_rows()
            case "win":
                self._put_in_win(name)
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> DrawerItem | None:
        """Return what lies in the drawer under an id."""
        return next((item for item in self.session.corners.drawer() if item.id == name), None)

    def act(self, part: str, item: DrawerItem) -> None:
        """Reword an item, or take it out."""
        match part:
            case "reword":
                self._reword(item)
            case "away":
                self.session.corners.take_out(item)

    # Verbs

    def action_another(self) -> None:
        """Draw another one."""
        self._drawn = self.session.corners.draw(self._drawn.id if self._drawn else None)
        self._looks_inside = False
        self.refresh_rows()
        self.rows.go_to("drawn")

    def _turn(self, part: str) -> None:
        if part == "another":
            self.action_another()
        else:
            self._look_inside()
            if part == "put_in":
                self.call_after_refresh(self._put_in, ItemKind.LINE)

    def _look_inside(self) -> None:
        self._looks_inside = True
        self.refresh_rows()
        self.rows.go_to(self.TOP)

    def _put_in(self, what: ItemKind, begin: str = "") -> None:
        self._looks_inside = True
        keep = self._keep_as(what)
        self.write(f"new:{what}", keep, begin=begin, draft=f"drawer_item::{what}")

    def _reword(self, item: DrawerItem) -> None:
        self.write(
            f"in:{item.id}",
            self._keep_as(item.what),
            before=item,
            text=item.text,
            draft=f"drawer_item::{item.id}",
        )

    def _keep_as(self, what: ItemKind) -> Callable[[str, DrawerItem | None], DrawerItem | None]:
        return lambda typed, before: self.session.corners.put_in(typed, what, before)

    def _put_in_win(self, name: str) -> None:
        found = self.session.corners.wins(self.year)
        win = next((win for win in found if win.id == name), None)
        if win is not None:
            self.session.corners.put_in_words_of(win.text, ItemKind.WIN)
