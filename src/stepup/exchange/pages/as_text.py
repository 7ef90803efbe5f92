"""A page as plain text: a heading on a line of its own, what belongs to it below, easy to hear."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.exchange.pages.page import Block, Page
from stepup.i18n import _
from stepup.words.share_figures import row_words


def text(page: Page) -> str:
    """Return a page as plain text."""
    head = [_("{row}: {said}").format(row=name, said=said) for name, said in page.head]
    parts = ["\n".join([page.title, *head])]
    parts += ["\n".join(_block(block)) for block in page.blocks]
    if page.joint:
        blank = [_("{row}: {said}").format(row=name, said="").rstrip() for name in page.joint]
        parts.append("\n".join([_("To write together"), *blank]))
    parts.append(page.closing)
    return "\n\n".join(parts) + "\n"


def _block(block: Block) -> Iterator[str]:
    yield block.heading
    yield from block.lines
    yield from block.said
    if block.sleep is not None:
        yield from row_words(block.sleep)
