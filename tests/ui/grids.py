"""Snapshots as text: the cells of a screen and, beneath, the style of each cell as a letter."""

import os
from difflib import unified_diff
from pathlib import Path
from typing import Final

from rich.cells import cell_len
from rich.style import Style
from textual.screen import Screen

from stepup.ui.theme import PALETTES

FOLDER: Final = Path(__file__).parent.parent / "snapshots"
UPDATES: Final = os.environ.get("SNAPSHOTS") == "update"
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_PLAIN: Final = "ink on page"


def grid(screen: Screen[object], theme: str) -> str:
    """The rows of a screen, then for each row with a style its number and a letter a cell.

    Styles are named by what the colours are for, so that a theme may change its colours.
    """
    legend: dict[str, str] = {_PLAIN: "."}
    rows, styles = [], []
    for number, strip in enumerate(screen._compositor.render_strips()):
        rows.append(strip.text.rstrip())
        letters = ""
        for segment in strip:
            name = (
                style_name(segment.style, theme)
                if segment.text.strip() or _shows(segment.style)
                else _PLAIN
            )
            letter = legend.setdefault(
                name, _LETTERS[len(legend) - 1] if name not in legend else ""
            )
            letters += letter * cell_len(segment.text)
        if letters.strip("."):
            styles.append(f"{number:02} {letters.rstrip('.')}")
    named = [f"{letter} = {name}" for name, letter in legend.items() if letter != "."]
    return "\n".join([*rows, "", *styles, "", *named])


def _shows(style: Style | None) -> bool:
    """Whether a style can be seen on a blank."""
    return bool(style and (style.bgcolor or style.reverse or style.underline))


def style_name(style: Style | None, theme: str) -> str:
    """A style by the names of its colours: bold accent on here."""
    if style is None:
        return _PLAIN
    palette = PALETTES[theme]
    roles = {palette.ink: "ink", palette.soft: "soft", palette.accent: "accent"}
    grounds = {palette.page: "page", palette.here: "here"}
    ink = style.color.get_truecolor().hex if style.color else palette.ink
    ground = style.bgcolor.get_truecolor().hex if style.bgcolor else palette.page
    flags = [
        flag for flag in ("bold", "dim", "italic", "underline", "reverse") if getattr(style, flag)
    ]
    return " ".join([*flags, f"{roles.get(ink, ink)} on {grounds.get(ground, ground)}"])


def compare(name: str, sections: dict[str, str]) -> None:
    """Compare what is shown with the file of that name; with SNAPSHOTS=update, write the file.

    To update: SNAPSHOTS=update python -m pytest tests/ui/test_snapshots.py
    """
    text = "\n".join(f"======== {title}\n{body}\n" for title, body in sections.items())
    path = FOLDER / f"{name}.txt"
    if UPDATES:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    changed = "\n".join(unified_diff(kept.split("\n"), text.split("\n"), "kept", "seen", n=1))
    assert not changed, f"{name} looks different; SNAPSHOTS=update takes it over\n{changed}"
