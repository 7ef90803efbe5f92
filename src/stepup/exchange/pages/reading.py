"""The words of a page read back from its bytes: what a preview shows is what the file says."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

from stepup.domain.share import PageForm

_UNSEEN: Final = frozenset({"style", "title"})
_OWN_LINE: Final = frozenset({"h1", "h2", "p", "li", "tr", "caption", "div", "svg"})


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
    lines = [" ".join(line.split()) for line in "".join(reader.found).split("\n")]
    return "\n".join(line for line in lines if line) + "\n"


class _Reader(HTMLParser):
    """Collects text; what stands on a line of its own begins a new one."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's own
        if tag in ("meta", "line", "rect"):
            return
        self._open.append(tag)
        if tag in _OWN_LINE:
            self.found.append("\n")
        if tag in ("dd", "td"):
            self.found.append(" ")
        if tag == "h2":
            self.found.append("\n")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass
        if tag in _OWN_LINE:
            self.found.append("\n")

    def handle_data(self, data: str) -> None:
        if "svg" in self._open:
            # The letters of the picture are no sentence; its description is.
            if self._open[-1] == "desc":
                self.found.append(data)
            return
        if not self._open or self._open[-1] not in _UNSEEN:
            self.found.append(data if self._open[-1:] == ["li"] else data.strip("\n"))
