"""The main pages, kept once they were opened: coming back to one costs one painting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App

from stepup.i18n import language
from stepup.ui.pages import MAIN, page_of

if TYPE_CHECKING:
    from stepup.ui.screens.book_page import BookPage
    from stepup.ui.session import Session


class KeptPages:
    """Gives pages by name; a main page is made once for each language and each set of settings."""

    def __init__(self, app: App[Any], session: Session) -> None:
        self._app = app
        self._session = session
        self._pages: dict[str, BookPage] = {}
        self._gone: list[BookPage] = []
        self._made = 0
        self._made_for = self._wanted

    @property
    def _wanted(self) -> tuple[object, ...]:
        return (self._session.settings, language())

    def keep(self, name: str, page: BookPage) -> BookPage:
        """Keep a page that was made elsewhere."""
        self._let_go(name)
        self._pages[name] = page
        self._made += 1
        self._app.install_screen(page, f"page-{self._made}")
        return page

    def page(self, name: str, below: str) -> BookPage:
        """Return the page of a name, as `page_of` does.

        Asked for once more while it is shown, or while its year cannot be read, it begins anew.

        Raises:
            Problem: it cannot be made.
        """
        if self._made_for != self._wanted:
            self._made_for = self._wanted
            for old in tuple(self._pages):
                self._let_go(old)
        self._clear()
        kept = self._pages.get(name)
        if kept is not None and not kept.is_current and not kept.is_troubled:
            kept.come_back()
            return kept
        page = page_of(name, self._session, below)
        return self.keep(name, page) if name in MAIN else page

    def let_all_go(self) -> None:
        """Take every page out of memory; nothing shows them any more."""
        for name in tuple(self._pages):
            self._let_go(name)
        self._clear()

    def _let_go(self, name: str) -> None:
        if name in self._pages:
            self._gone.append(self._pages.pop(name))

    def _clear(self) -> None:
        """Take pages that are no longer wanted out of memory, once nothing shows them."""
        for page in [page for page in self._gone if page not in self._app.screen_stack]:
            self._gone.remove(page)
            self._app.uninstall_screen(page)
            page.remove()
