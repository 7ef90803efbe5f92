"""A person's words inside Markdown: nothing they wrote becomes markup."""

from __future__ import annotations

import re
from typing import Final

_MARKUP: Final = re.compile(r"([\\`*_{}\[\]<>#|~&$^])")
# Only at the start of a line: lists, headings drawn under a line, rules.
_BEGINS: Final = re.compile(r"^([-+=:!])|^(\d{1,9})([.)])")
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"'`\\|]+", re.IGNORECASE)


def line(text: str) -> str:
    """Return one line of words as Markdown that shows just these words."""
    escaped = _MARKUP.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(_escape_begin, escaped)


def _escape_begin(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"


def paragraphs(text: str) -> str:
    r"""Return lines of words as Markdown that keeps their ends; an empty line parts paragraphs."""
    parts = re.split(r"\n\s*\n", text.strip())
    return "\n\n".join(
        "\\\n".join(line(one) for one in part.split("\n") if one.strip()) for part in parts if part
    )


def is_address(text: str) -> bool:
    """Whether a text is one address of the web, http or https, and nothing else."""
    return _ADDRESS.fullmatch(text) is not None


def address(text: str) -> str:
    """Return an address as a link that shows it, or any other text as its words."""
    return f"<{text}>" if is_address(text) else line(text)
