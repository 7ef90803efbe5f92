"""From what is chosen to the file: the preview, where to, its passphrase if it gets one, how it is opened."""

from __future__ import annotations

from pathlib import Path

from stepup.domain.share import SEALED, is_sealed
from stepup.domain.text import one_line
from stepup.exchange.pages import render
from stepup.i18n import _
from stepup.notebook.keeping import named_file, write_new
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.share.choosing import Choosing
from stepup.ui.screens.share.lines import Saved
from stepup.ui.screens.share.preview import PreviewPage
from stepup.ui.screens.share.sealing import SealPage
from stepup.ui.session import Session
from stepup.words.opening import opening_sheet


class SavingPage(BookPage):
    """A page on which a page to hand over is chosen, as far as its file is concerned."""

    def __init__(self, session: Session, choosing: Choosing) -> None:
        super().__init__(session)
        self._choosing = choosing
        self._saved = Saved()
        self._to_seal: tuple[Path, bytes] | None = None

    def is_ready(self) -> bool:
        """Whether there is a page to save; say why not."""
        raise NotImplementedError

    def action_preview(self) -> None:
        """Show the page as it will be in the file."""
        self.attempt(self._preview)

    def _preview(self) -> None:
        if self.is_ready():
            page = PreviewPage(self.session, self._data(), self._choosing.form, self.action_save)
            self.stepup.lay_over(page)

    def _data(self) -> bytes:
        return render(self._choosing.handout(), self._choosing.form)

    def action_save(self) -> None:
        """Ask where to, and write the file."""
        self.attempt(self._ask_where)

    def _ask_where(self) -> None:
        if not self.is_ready():
            return
        name = f"{self.session.book.today()}.{self._choosing.form}"
        if self._choosing.sealed:
            hint = _("A new file, in a folder that is there. Then you choose its passphrase.")
        else:
            hint = _(
                "A new file, in a folder that is there. Until it is handed over or copied, only"
                " this account can open it."
            )
        self.ask(
            "acts",
            self._take_where,
            begin=f"~/{name}{SEALED if self._choosing.sealed else ''}",
            label=_("Where to"),
            only_enter="writes",
            hint=hint,
        )

    def _take_where(self, typed: str) -> None:
        """Write the file, or have its passphrase asked for: its name says which, at the end."""
        if not one_line(typed):
            return
        file = named_file(typed)
        if self._choosing.sealed and not is_sealed(file.name):
            file = file.with_name(file.name + SEALED)
        if is_sealed(file.name):
            self.session.sharing.check(file)
            self._to_seal = file, self._data()
            return
        self._hand_over(file, self._data())
        said = _(
            "It is in {file}, and noted in the log. For now, only this account can open it; once it"
            " is handed over or copied, anyone can read it. Please take it away where others use"
            " this computer."
        )
        self._saved = Saved(said.format(file=one_line(str(file))))
        self.tell_when_closed(_("Saved. Once it is handed over or copied, anyone can read it."))

    def _hand_over(self, file: Path, data: bytes) -> None:
        choosing = self._choosing
        self.session.sharing.hand_over(file, data, choosing.consent, choosing.form, choosing.reach)

    def field_closed(self, key: str, how: str) -> None:  # noqa: ARG002 - the page's own
        """Ask for the passphrase, or let what was said of the file be seen."""
        waiting, self._to_seal = self._to_seal, None
        if waiting is not None:
            file, data = waiting
            page = SealPage(
                self.session, file.name, data, lambda sealed: self._write_sealed(file, sealed)
            )
            self.stepup.lay_over(page)
        elif key in ("acts", "sheet"):
            self.call_after_refresh(self.rows.go_to, key)

    def _write_sealed(self, file: Path, sealed: bytes) -> None:
        self._hand_over(file, sealed)
        said = _("It is in {file}, and noted in the log. Only the passphrase opens it.")
        self._saved = Saved(said.format(file=one_line(str(file))), file)
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "acts")

    def ask_where_sheet(self) -> None:
        """Ask where to write how a sealed file is opened."""
        if self._saved.sealed is None:
            return
        name = self._saved.sealed.with_name(f"{self._saved.sealed.name}.txt")
        self.ask(
            "sheet",
            self._write_sheet,
            begin=str(name),
            label=_("Where to"),
            only_enter="writes",
            hint=_("A new file, in a folder that is there. The passphrase is not in it."),
        )

    def _write_sheet(self, typed: str) -> None:
        if not one_line(typed) or self._saved.sealed is None:
            return
        file = named_file(typed)
        write_new(file, opening_sheet(self._saved.sealed.name).encode())
        self._saved = Saved(self._saved.said, self._saved.sealed, file.name)
