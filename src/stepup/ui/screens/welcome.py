"""The first time: three questions, each with an answer already, each skippable."""

from __future__ import annotations

from typing import ClassVar

from stepup.i18n import N_, Language, _, set_language
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.device_lines import language_line, theme_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row


class WelcomePage(BookPage):
    """Language, colours, and who else uses this computer; Esc or Begin go on."""

    PLACE: ClassVar[str] = "welcome"
    NAME: ClassVar[str] = N_("Welcome")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._shared: bool | None = None

    def specs(self) -> list[Spec]:
        """Return the lines."""
        lines = [
            Spec(
                "hello",
                text=_("This notebook is yours alone. Nothing leaves this computer."),
                wide=True,
                still=True,
            ),
            Spec("begin", text=_("Begin"), wide=True, gap=True),
            language_line(gap=True),
            theme_line(self.session.settings),
            Spec(
                "shared",
                text=_("Do others use this computer too?"),
                parts=(
                    Part("yes", _("Yes"), on=self._shared is True),
                    Part("no", _("No"), on=self._shared is False),
                ),
                marked=True,
                wide=True,
                gap=True,
            ),
        ]
        if self._shared:
            text = _(
                "Ctrl+L hides everything at once, Enter brings it back."
                " Other accounts of this computer cannot read the files."
            )
            lines.append(Spec("hide", text=text, soft=True, wide=True, still=True))
        if self._shared and self.session.key is None:
            text = _("With a lock, the notebook opens only with a passphrase.")
            parts = (Part("now", _("Lock now")), Part("later", _("Later, in the settings")))
            lines.append(Spec("lock", text=text, parts=parts, wide=True, gap=True))
        return lines

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Take an answer, or go on."""
        match row.key:
            case "begin":
                self.key_escape()
            case "language":
                chosen: Language = "ja" if part == "ja" else "en"
                self.session.set(language=chosen)
                set_language(chosen)
                self._show_again()
            case "theme":
                self.session.set(theme=part)
                self.app.theme = self.session.settings.theme
                self._show_again()
            case "lock" if part == "now":
                from stepup.ui.screens.lock_set import SetLockPage

                self.attempt(lambda: self.session.profile.change(welcomed=True))
                self.stepup.lay_over(SetLockPage(self.session))
            case "lock":
                self.key_escape()
            case "shared":
                self._shared = part == "yes"
                self._show_again()

    def _show_again(self) -> None:
        self.stepup.settings = self.session.settings
        self.rail.show(self.rail_places())
        self.show_keys()
        self.show_state(self.session.book.state)
        self.refresh_rows()

    def key_escape(self) -> None:
        """Go on to today's page."""
        self.attempt(lambda: self.session.profile.change(welcomed=True))
        self.stepup.do("anywhere.today")
