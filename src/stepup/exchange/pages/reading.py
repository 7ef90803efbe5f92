"""The words of a page read back from its bytes: what a preview shows is what the file says."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from stepup.domain.share import PageForm

_EMPTY: Final = frozenset({"meta", "line", "rect"})
_OWN_LINE: Final = frozenset({"h1", "h2", "p", "li", "tr", "caption", "div", "desc", "main"})
_APART: Final = frozenset({"h2", "caption"})


def words_of(data: bytes, form: PageForm) -> str:
    """Return what a page says, as lines; Markdown and plain text are shown as they are.

    Of HTML it is all that is read on paper, and the words a picture has for who cannot see it.
    """
    text = data.decode()
    if form is not PageForm.HTML:
        return text
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return "\n".join(reader.lines) + "\n"


class _Reader(HTMLParser):
    """Collects lines; a heading and a table have an empty line before them."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self._text = ""
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _EMPTY:
            return
        self._open.append(tag)
        if tag in _OWN_LINE:
            self._end_line()
        if (tag in _APART or ("class", "closing") in attrs) and self.lines:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._open:  # one that stands alone was never opened
            while self._open.pop() != tag:
                pass
        if tag in _OWN_LINE:
            self._end_line()

    def handle_data(self, data: str) -> None:
        within = self._open[-1:]
        # The letters of the picture are no sentence; its description is.
        is_picture = "svg" in self._open and within != ["desc"]
        if is_picture or within in (["style"], ["title"]):
            return
        if within in (["li"], ["desc"]):  # the only places where a line break is meant
            first, *others = data.split("\n")
            self._text += first
            for line in others:
                self._end_line()
                self._text = line
        else:
            self._text += " " + " ".join(data.split()) + " "

    def _end_line(self) -> None:
        line = " ".join(self._text.split())
        if line:
            self.lines.append(line)
        self._text = ""
