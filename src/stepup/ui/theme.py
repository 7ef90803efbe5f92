"""The colours: four themes of our own, three hues at most, weight before colour.

Every text colour stands at 4.5:1 or better on the page and on the row under the cursor; a test
works it out. The terminal's own theme takes what the terminal gives.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from textual.color import Color
from textual.theme import Theme


class Palette(NamedTuple):
    """The colours of one theme. `page` and `here` are grounds, the others are written on them."""

    page: str
    here: str
    ink: str
    soft: str
    accent: str
    dark: bool


PALETTES: Final[dict[str, Palette]] = {
    "stepup-light": Palette("#f7f4ee", "#e6e0d3", "#2d3036", "#595c61", "#24604b", dark=False),
    "stepup-dark": Palette("#1d2025", "#2e343d", "#dcd8d0", "#a3a8b0", "#a4cdb8", dark=True),
    "stepup-contrast": Palette("#000000", "#303030", "#ffffff", "#d6d6d6", "#ffe27a", dark=True),
}
TERMINAL: Final = "stepup-terminal"


def _theme(name: str, palette: Palette) -> Theme:
    return Theme(
        name=name,
        primary=palette.accent,
        secondary=palette.soft,
        accent=palette.accent,
        warning=palette.accent,
        error=palette.accent,
        success=palette.accent,
        foreground=palette.ink,
        background=palette.page,
        surface=palette.page,
        panel=palette.here,
        dark=palette.dark,
        variables={
            "soft": palette.soft,
            "here": palette.here,
            "here-style": "none",
            "bar": Color.parse(palette.soft).blend(Color.parse(palette.page), 0.25).hex,
        },
    )


def _terminal_theme() -> Theme:
    return Theme(
        name=TERMINAL,
        ansi=True,
        primary="ansi_default",
        secondary="ansi_default",
        accent="ansi_default",
        warning="ansi_default",
        error="ansi_default",
        success="ansi_default",
        foreground="ansi_default",
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        variables={
            "soft": "ansi_default",
            "here": "ansi_default",
            "here-style": "reverse",
            "bar": "ansi_default",
            # Textual's own rules ask for these where a theme is the terminal's.
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
        },
    )


def themes() -> list[Theme]:
    """Return the program's themes."""
    return [*(_theme(name, palette) for name, palette in PALETTES.items()), _terminal_theme()]
