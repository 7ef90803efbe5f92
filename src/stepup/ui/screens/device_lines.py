"""Lines for what goes with this computer: language and colours, in Welcome and Settings."""

from __future__ import annotations

from typing import Final

from stepup.i18n import N_, _, language
from stepup.settings import THEMES, Settings
from stepup.ui.widgets.layout import Part, Spec

_THEME_NAMES: Final = {
    "stepup-light": N_("Light"),
    "stepup-dark": N_("Dark"),
    "stepup-contrast": N_("High contrast"),
    "stepup-terminal": N_("The terminal's own"),
}


def language_line(*, gap: bool = False) -> Spec:
    """Return the line that chooses the language."""
    parts = (
        Part("ja", "日本語", on=language() == "ja"),
        Part("en", "English", on=language() == "en"),
    )
    return Spec("language", label=_("Language"), parts=parts, marked=True, gap=gap)


def theme_line(settings: Settings) -> Spec:
    """Return the line that chooses the colours."""
    parts = tuple(Part(t, _(_THEME_NAMES[t]), on=t == settings.theme) for t in THEMES)
    return Spec("theme", label=_("Colours"), parts=parts, marked=True)
