"""A page as HTML that stands alone: no script, nothing fetched from anywhere, made for A4 paper."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, StrictUndefined, Template

from stepup.exchange.pages.page import Page
from stepup.exchange.pages.sleep_picture import sleep_picture
from stepup.i18n import _
from stepup.words.share_figures import picture_words

_TEMPLATE: Final = Path(__file__).with_name("page.html.j2")


def html(page: Page) -> str:
    """Return a page as one HTML file; what a person wrote is text in it, whatever it holds."""
    return _template().render(
        page=page,
        together=_("To write together"),
        picture=sleep_picture,
        shows=picture_words,
    )


@lru_cache(maxsize=1)
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined)
    return environment.from_string(_TEMPLATE.read_text(encoding="utf-8"))
