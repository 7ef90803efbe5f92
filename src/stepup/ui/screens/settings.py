"""Settings: changed in place, at once."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.day import parse_clock
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.profile import LookAway
from stepup.domain.text import one_line
from stepup.i18n import N_, _, format_time, language
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.day_rows import DayRowsPage
from stepup.ui.screens.device_lines import language_line, theme_line
from stepup.ui.screens.keymap import KeymapPage
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row

_LOOK_AWAY = {
    LookAway.TOTALS: N_("Totals"),
    LookAway.TRENDS: N_("Trends"),
    LookAway.DATES: N_("Dates"),
    LookAway.ELAPSED: N_("Lengths of time"),
}

_IDLE = (0, 5, 10, 30, 60)
"""Minutes without a key after which the notebook locks itself; 0 is never."""


class SettingsPage(BookPage):
    """What goes with this computer, and what goes with the person."""

    PLACE: ClassVar[str] = "settings"
    NAME: ClassVar[str] = N_("Settings")
    LAID_OVER: ClassVar[bool] = True

    def specs(self) -> list[Spec]:
        """Return the lines."""
        return [*self._look(), *self._day(), *self._more()]

    def _look(self) -> list[Spec]:
        settings = self.session.settings
        return [
            language_line(),
            theme_line(settings),
            _switch(
                "ascii", _("Pictures"), settings.ascii_charts, _("Plain ASCII"), _("Fine dots")
            ),
            _switch(
                "plain_keys",
                _("Key codes"),
                settings.plain_keys,
                _("Plain, from the next start"),
                _("As the terminal has them"),
            ),
        ]

    def _day(self) -> list[Spec]:
        preferences = self.session.book.preferences
        resting = self.session.profile.rest_going_on(self.session.book.today()) is not None
        return [
            Spec(
                "day_start",
                label=_("Day starts"),
                text=format_time(preferences.day_start),
                after=_("for new entries; what is written stays where it is"),
                gap=True,
            ),
            _switch("rest", _("Rest"), resting, _("Resting"), _("As always")),
            _switch(
                "prompt", _("Question"), preferences.journal_prompt, _("In the journal"), _("None")
            ),
            _switch("screens", _("Screens"), preferences.all_screens, _("All"), _("Those in use")),
            Spec(
                "look_away",
                label=_("Look away"),
                parts=tuple(
                    Part(what.value, _(words), on=what in preferences.look_away)
                    for what, words in _LOOK_AWAY.items()
                ),
                marked=True,
            ),
        ]

    def _more(self) -> list[Spec]:
        return [
            Spec("rows", text=_("Rows of the day"), label="", gap=True),
            Spec("keys", text=_("Keys"), label=""),
            *self._lock(),
            Spec(
                "folder",
                label=_("Kept in"),
                text=one_line(str(self.session.folder)),
                soft=True,
                still=True,
                gap=True,
            ),
        ]

    def _lock(self) -> list[Spec]:
        if self.session.key is None:
            return [Spec("lock_set", label=_("Lock"), text=_("Lock with a passphrase"))]
        minutes = self.session.settings.idle_minutes
        choices = sorted({*_IDLE, minutes})
        parts = tuple(
            Part(str(choice), _idle_words(choice), on=choice == minutes)
            for choice in (*choices[1:], 0)
        )
        return [
            Spec("idle", label=_("Lock after"), parts=parts, marked=True, gap=True),
            Spec("lock_change", label=_("Lock"), text=_("Change the passphrase")),
            Spec("lock_code", text=_("Make a new recovery code")),
            Spec("lock_remove", text=_("Take the lock off")),
        ]

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Change a setting."""
        profile = self.session.profile
        match row.key:
            case "language":
                self._speak(part or "en")
            case "theme":
                self._keep(theme=part)
                self.app.theme = self.session.settings.theme
            case "ascii":
                self._keep(ascii_charts=part == "on")
            case "plain_keys":
                self._keep(plain_keys=part == "on")
            case "rest":
                today = self.session.book.today()
                profile.begin_rest(today) if part == "on" else profile.end_rest(today)
            case "prompt":
                profile.change(journal_prompt=part == "on")
            case "screens":
                profile.change(all_screens=part == "on")
                self.rail.show(self.rail_places())
            case "idle":
                self._keep(idle_minutes=int(part or 0))
            case "look_away":
                profile.look_away(LookAway(part or ""))
            case _:
                self._open(row.key)

    def _open(self, key: str) -> None:
        if key == "day_start":
            self.ask(
                "day_start",
                self._keep_day_start,
                text=format_time(self.session.book.preferences.day_start),
                hint=_("From 0:00 to 12:00"),
            )
        elif key == "rows":
            self.stepup.lay_over(DayRowsPage(self.session))
        elif key == "keys":
            self.stepup.lay_over(KeymapPage(self.session))
        elif key.startswith("lock_"):
            self._open_lock(key)

    def _open_lock(self, key: str) -> None:
        if key == "lock_set":
            from stepup.ui.screens.lock_set import SetLockPage

            self.stepup.lay_over(SetLockPage(self.session))
            return
        from stepup.ui.screens.lock_change import ChangeLockPage, RemoveLockPage
        from stepup.ui.screens.recovery_code import NewCodePage

        pages = {
            "lock_change": ChangeLockPage,
            "lock_code": NewCodePage,
            "lock_remove": RemoveLockPage,
        }
        self.stepup.lay_over(pages[key](self.session))

    def _keep(self, **changes: object) -> None:
        self.session.set(**changes)
        self.stepup.settings = self.session.settings
        self.refresh_rows()

    def _speak(self, chosen: str) -> None:
        self._keep(language=chosen)
        if chosen != language():
            self.stepup.speak("ja" if chosen == "ja" else "en")

    def _keep_day_start(self, typed: str) -> None:
        start, later = parse_clock(typed)
        if later:
            raise Problem(ProblemCode.NOT_A_TIME)
        self.session.profile.change(day_start=start)


def _idle_words(minutes: int) -> str:
    return _("{minutes} min").format(minutes=minutes) if minutes else _("Never")


def _switch(key: str, label: str, value: bool, on: str, off: str) -> Spec:
    parts = (Part("off", off, on=not value), Part("on", on, on=value))
    return Spec(key, label=label, parts=parts, marked=True)
