"""Writing everything out: which open format, and where it is to stand."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.text import one_line
from stepup.exporting import FORMATS
from stepup.i18n import N_, _
from stepup.notebook.keeping import named_file, write_new, write_new_folder
from stepup.ui.screens.book_page import BookPage
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class WriteOutPage(BookPage):
    """One line a format; nothing is ever written over."""

    PLACE: ClassVar[str] = "write_out"
    NAME: ClassVar[str] = N_("Write out in an open format")
    LAID_OVER: ClassVar[bool] = True

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
        self.ask(
            row.key,
            lambda typed: self._write(row.key, typed),
            begin=f"~/{each.name}",
            hint=hint,
            label="",
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
            write_new_folder(target, files)
        else:
            for body in files.values():
                write_new(target, body)
        self.tell_when_closed(_("It was written."))
