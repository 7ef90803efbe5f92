"""Writing everything out: which open format, and where it is to stand."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

from stepup.domain.problem import Problem
from stepup.domain.text import one_line
from stepup.exporting import FORMATS
from stepup.i18n import N_, _
from stepup.notebook.keeping import make_new_folder, named_file, write_new, write_new_folder
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence


class WriteOutPage(BookPage):
    """One line a format; nothing is ever written over."""

    PLACE: ClassVar[str] = "write_out"
    NAME: ClassVar[str] = N_("Write out in an open format")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._is_asking = False

    def specs(self) -> list[Spec]:
        """Return a line for each format, with what is not in it."""
        lines: list[Spec] = []
        for name, each in FORMATS.items():
            lines.append(Spec(name, text=_(each.label), wide=True, gap=bool(lines)))
            left_out = _(each.left_out)
            lines.append(
                Spec(f"left:{name}", text=left_out, soft=True, wide=True, still=True, inset=2)
            )
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Ask where it is to stand."""
        each = FORMATS[row.key]
        hint = _("Where to: the name of a new file")
        if each.is_folder:
            hint = _("Where to: the name of a new folder")
        self._is_asking = True
        self.ask(
            row.key,
            lambda typed: self._write(row.key, typed),
            begin=f"~/{each.name}",
            hint=hint,
            label="",
            only_enter="writes",
        )

    def _write(self, name: str, typed: str) -> None:
        if not one_line(typed):
            return
        each, target = FORMATS[name], named_file(typed)
        files = each.files(self.session.book)
        if not files:
            self.tell_when_closed(_("There is nothing of it yet; nothing was written."))
            return
        if each.is_folder:
            make_new_folder(target)
            self.tell_when_closed(_("It is being written; this takes a moment."))
            self.run_worker(self._fill(target, files))
            return
        for body in files.values():
            write_new(target, body)
        self.tell_when_closed(self._done(target))

    def _done(self, target: Path) -> str:
        """Return where it stands, and of a locked notebook that this is outside its lock."""
        said = _("Written to {file}. It has no lock.")
        if self.session.key is None:
            said = _("Written to {file}.")
        return said.format(file=one_line(str(target)))

    async def _fill(self, target: Path, files: Mapping[str, bytes]) -> None:
        """Write on a thread: a file for each day of ten years, each forced out to the device."""
        said = self._done(target)
        try:
            await asyncio.to_thread(write_new_folder, target, files)
        except Problem as problem:
            said = problem_sentence(problem)
        if self._is_asking:
            self.tell_when_closed(said)
        else:
            self.stepup.say(said)

    def field_closed(self, key: str, how: str) -> None:  # noqa: ARG002 - any field, left in any way
        """From now on what is said stands on the key line."""
        self._is_asking = False
