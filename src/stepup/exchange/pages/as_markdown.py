"""A page as Markdown. What a person wrote stays text: no sign of theirs is taken as markup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from stepup.exchange.pages.page import Block, Page
from stepup.i18n import _
from stepup.words.share_figures import row_words

_SIGNS: Final = re.compile(r"([\\`*_{}\[\]<>|~$&^])")
# What would begin a heading, a list, a quotation or a rule at the start of a line.
_START: Final = re.compile(r"^(\s*)([#+=-]|\d+(?=[.)]))")
# A bare address is made a link by many readers.
_ADDRESS: Final = re.compile(r"(?i)\b(https?|ftp|mailto|www)([:.])")


def escaped(text: str) -> str:
    """Return one line of text so that Markdown shows it as it is."""
    signs = _SIGNS.sub(r"\\\1", text.replace("\t", " "))
    signs = _ADDRESS.sub(r"\1\\\2", signs.replace("@", "\\@"))
    return _START.sub(_start, signs.strip())


def _start(match: re.Match[str]) -> str:
    sign = match.group(2)
    # A number is only a list with the dot or bracket behind it, and that is what is escaped.
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def bullet(text: str) -> str:
    """Return a text of one line or more as an item of a list."""
    lines = [escaped(line) for line in text.split("\n")]
    kept = [line for line in lines if line]
    return "- " + "  \n  ".join(kept)


def markdown(page: Page) -> str:
    """Return a page as Markdown."""
    head = [f"- {escaped(name)}: {escaped(said)}" for name, said in page.head]
    parts = [f"# {escaped(page.title)}", "\n".join(head)]
    for block in page.blocks:
        parts += [f"## {escaped(block.heading)}", "\n".join(_lines(block))]
    if page.joint:
        rows = [f"| {escaped(name)} | |" for name in page.joint]
        heading = escaped(_("To write together"))
        parts += [f"## {heading}", "\n".join(["| | |", "|---|---|", *rows])]
    parts.append(escaped(page.closing))
    return "\n\n".join(parts) + "\n"


def _lines(block: Block) -> Iterator[str]:
    yield from map(bullet, block.lines)
    yield from map(bullet, block.said)
    if block.sleep is not None:
        yield from map(bullet, row_words(block.sleep))
