"""A field above a list: what the search and the menu are made of."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.writing import Writing


class FinderPage(BookPage):
    """Words are typed above, what is found stands below, Enter takes it."""

    DEFAULT_CSS = """
    FinderPage Vertical > Writing { height: 1; max-height: 1; margin: 1 2 0 1; border: none; padding: 0;
        background: $here; color: $foreground; }
    """
    LAID_OVER: ClassVar[bool] = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close_finder", show=False)]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.field = Writing("", single=True)

    def body(self) -> list[Widget]:
        """Return the field and the list."""
        self.rows.begin_with(self._safe_specs(), self.body_size)
        return [self.field, self.rows]

    def focus_body(self) -> None:
        """Begin in the field."""
        self.field.focus()

    def on_text_area_changed(self) -> None:
        """Look again."""
        self.look_for(self.field.text)

    def look_for(self, query: str) -> None:  # noqa: ARG002 - the search uses it
        """Show what a query finds."""
        self.refresh_rows()

    def on_writing_ended(self, message: Writing.Ended) -> None:
        """Enter takes the first that was found; down goes into the list; Esc goes back."""
        message.stop()
        if message.how == "escape":
            self.dismiss()
        elif message.how in ("enter", "down", "tab"):
            self.rows.action_edge(0)
            if message.how == "enter":
                self.rows.action_choose("enter")

    def action_close_finder(self) -> None:
        """Go back to the page below."""
        self.dismiss()

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into the field."""
        self.field.focus()
        self.field.put(text)

    def specs(self) -> list[Spec]:
        """Return what was found."""
        return []
