"""Pages to hand over: what a person chose, as bytes of a file that opens anywhere."""

from __future__ import annotations

from stepup.domain.share import Handout, PageForm
from stepup.exchange.pages.page import page_of


def render(handout: Handout, form: PageForm) -> bytes:
    """Return the page as the bytes of a file: the same ones for the preview and for the disk."""
    page = page_of(handout)
    match form:
        case PageForm.HTML:
            from stepup.exchange.pages.as_html import html

            return html(page).encode()
        case PageForm.MARKDOWN:
            from stepup.exchange.pages.as_markdown import markdown

            return markdown(page).encode()
        case PageForm.TEXT:
            from stepup.exchange.pages.as_text import text

            return text(page).encode()
