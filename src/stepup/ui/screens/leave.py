"""Leaving while something could not be saved: what can be done about it."""

from __future__ import annotations

import asyncio
from typing import ClassVar

from stepup.i18n import N_, _, ngettext
from stepup.notebook.keeping import keep_unsaved, named_file
from stepup.ui.screens.book_page import BookPage
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence


class LeavePage(BookPage):
    """Try again, save a copy elsewhere, stay, or leave all the same."""

    PLACE: ClassVar[str] = "leave"
    NAME: ClassVar[str] = N_("Leave")
    LAID_OVER: ClassVar[bool] = True

    def specs(self) -> list[Spec]:
        """Return why, and the ways."""
        state = self.session.book.state
        why = problem_sentence(state.problem) if state.problem else _("Saving is not done yet.")
        number = len(self.session.book.unsaved())
        many = ngettext("{number} entry is not on the disk yet.",
                        "{number} entries are not on the disk yet.", number)  # fmt: skip
        return [
            Spec("why", text=why, wide=True, still=True),
            Spec("many", text=many.format(number=number), wide=True, still=True),
            Spec("retry", text=_("Try again"), wide=True, gap=True),
            Spec("copy", text=_("Save a copy elsewhere"), wide=True),
            Spec("stay", text=_("Stay"), wide=True),
            Spec("go", text=_("Leave without saving these"), wide=True),
        ]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - every line is one way
        """Go the chosen way."""
        match row.key:
            case "retry":
                self.session.book.retry()
                self.run_worker(self._try_again(), exclusive=True)
            case "copy":
                self.ask(
                    "copy",
                    self._keep_copy,
                    hint=_("Where to: the name of a new file"),
                    only_enter="writes",
                )
            case "stay":
                self.dismiss()
            case "go":
                self.stepup.last_words = ""
                self.stepup.leave(1)

    async def _try_again(self) -> None:
        if await asyncio.to_thread(self.session.book.flush, 5.0):
            self.stepup.leave(0)
        else:
            self.refresh_rows()

    def _keep_copy(self, typed: str) -> None:
        path = named_file(typed)
        keep_unsaved(self.session.book, path, self.session.book.now())
        self.tell_when_closed(_("A copy was kept: {file}").format(file=path.name))
