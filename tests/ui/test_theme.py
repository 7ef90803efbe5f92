"""Colours: readable in every theme of ours, and the terminal's own where that is asked for."""

import re
from pathlib import Path

import pytest
from rich.color import ColorType
from tests.ui.support import begun, opened

from stepup.settings import THEMES, Settings
from stepup.ui.theme import PALETTES, TERMINAL, themes

LEAST = 4.5
BAR = 3.0
BARS = set("▁▂▃▄▅▆▇█ ")


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.1 defines it."""

    def linear(byte: int) -> float:
        share = byte / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[start : start + 2], 16)) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_itself_is_right() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", list(PALETTES))
@pytest.mark.parametrize("ground", ["page", "here"])
@pytest.mark.parametrize("text", ["ink", "soft", "accent"])
def test_every_text_stands_out_from_every_ground(theme: str, ground: str, text: str) -> None:
    palette = PALETTES[theme]
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= LEAST


@pytest.mark.parametrize("theme", list(PALETTES))
def test_no_theme_has_red_and_none_more_than_three_hues(theme: str) -> None:
    import colorsys

    palette = PALETTES[theme]
    hues = []
    for colour in (palette.page, palette.here, palette.ink, palette.soft, palette.accent):
        red, green, blue = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
        hue, _lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
        if saturation > 0.25:
            hues.append(hue)
            assert 0.05 < hue < 0.95, "red"
    assert len({round(hue * 12) for hue in hues}) <= 3


def test_the_settings_offer_the_themes_there_are() -> None:
    assert {theme.name for theme in themes()} == set(THEMES)


@pytest.mark.parametrize("theme", THEMES)
async def test_what_is_drawn_is_readable_on_every_screen(folder: Path, theme: str) -> None:
    await begun(folder)
    async with opened(folder, settings=Settings(theme=theme)) as window:
        for key in ("f2", "f3", "f4", "f11", "escape", "f1", "escape", "y"):
            await window.press(key)
            for strip in window.app.screen._compositor.render_strips():
                for segment in strip:
                    style = segment.style
                    if style is None or not segment.text.strip():
                        continue
                    if theme == TERMINAL:
                        for colour in (style.color, style.bgcolor):
                            assert colour is None or colour.type in (
                                ColorType.DEFAULT,
                                ColorType.STANDARD,
                            )
                        continue
                    assert style.color is not None
                    assert style.bgcolor is not None
                    ink, ground = style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex
                    # A bar beside the lines is no text: 3:1 is asked of it (WCAG 2.2, 1.4.11).
                    least = BAR if set(segment.text) <= BARS else LEAST
                    if style.dim:
                        pytest.fail(f"dim text: {segment.text!r}")
                    assert contrast(ink, ground) >= least, segment.text


@pytest.mark.parametrize("theme", THEMES)
async def test_the_focus_is_always_visible(folder: Path, theme: str) -> None:
    await begun(folder)
    async with opened(folder, settings=Settings(theme=theme)) as window:
        for key in ("up", "down", "escape", "f3", "f4", "f11"):
            before = styles(window.app.screen)
            await window.press(key)
            assert styles(window.app.screen) != before or key == "up"


def styles(screen: object) -> list[str]:
    from textual.screen import Screen

    assert isinstance(screen, Screen)
    return [str(segment.style) for strip in screen._compositor.render_strips() for segment in strip]


async def test_a_chosen_number_is_seen_without_colour(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        await window.press("3")
        assert "[3]" in window.text
        assert "So-so" in window.text


async def test_nothing_blinks_and_nothing_moves_by_itself(folder: Path) -> None:
    await begun(folder)
    async with opened(folder) as window:
        assert window.app.animation_level == "none"
        await window.press("y")
        assert not window.field.cursor_blink
        for strip in window.app.screen._compositor.render_strips():
            assert not any(segment.style and segment.style.blink for segment in strip)


def test_no_stylesheet_of_ours_names_a_colour_of_its_own() -> None:
    import stepup.ui

    sources = Path(stepup.ui.__file__).parent.rglob("*.py")
    for source in sources:
        if source.name != "theme.py":
            assert not re.search(r"#[0-9a-fA-F]{6}\b", source.read_text()), source.name
