"""Two computers: another notebook of one's own is looked at, and joined when one says so."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import ClassVar, Final

from stepup.domain.passphrase import parse_passphrase
from stepup.domain.problem import Problem, ProblemCode
from stepup.i18n import N_, _, ngettext
from stepup.notebook.joining import Aside, Joining, accept, put_aside, read_aside, read_other
from stepup.notebook.keeping import named_file
from stepup.notebook.locking import unlock_other
from stepup.notebook.versions import Pair
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.sheet_difference import columns_in
from stepup.ui.screens.version_lines import pair_line, version_lines
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words import problem_sentence
from stepup.words.joining import LAID_OPEN, count_lines, kinds_line

BOTH_SHOWN: Final = 20
"""Entries in two versions that are shown before joining; all of them stand under Two versions."""
_ASKS_AGAIN: Final = frozenset({ProblemCode.OTHER_LOCKED, ProblemCode.OTHER_PASSPHRASE})


class JoinPage(BookPage):
    """Ask for the other notebook, show what joining would do, and join."""

    PLACE: ClassVar[str] = "join"
    NAME: ClassVar[str] = N_("Two computers")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._aside: list[Aside] = put_aside(session.book)
        self._joining: Joining | None = None
        self._opened = ""
        self._doing = ""
        self._locked: Path | None = None
        self._why = ""

    def show_joining(self, joining: Joining) -> None:
        """Show what joining would do, as it was found."""
        self._joining = joining

    def show_locked(self, path: Path, why: str) -> None:
        """Show that the other notebook needs its passphrase, and why it is asked for."""
        self._locked, self._why = path, why

    def specs(self) -> list[Spec]:
        """Return the ways to name the other notebook, then what joining it would do."""
        lines = list(self._ways())
        if self._doing:
            lines.append(_told("reading", self._doing, gap=True))
        elif self._locked is not None:
            lines.append(Spec("locked", text=self._why, wide=True, still=True, gap=True))
            lines.append(Spec("passphrase", label=_("Passphrase"), text="･"))
        elif self._joining is not None:
            lines += self._found(self._joining)
        return lines

    def _ways(self) -> Iterator[Spec]:
        text = _(
            "What only one of two notebooks has stays; what both changed stays in both versions."
        )
        yield _told("told", text)
        yield Spec(
            "other",
            text=_("Join another notebook"),
            after=_("its folder, or a copy of it in one file"),
            wide=True,
            gap=True,
        )
        for one in self._aside:
            after = _("put aside here by a sync tool")
            yield Spec(f"aside:{one.manifest.sha256}", text=one.name, after=after, wide=True)
        yield Spec(
            "versions", text=_("Two versions"), after=_("entries changed in both"), wide=True
        )

    def _found(self, joining: Joining) -> Iterator[Spec]:
        for number, line in enumerate(count_lines(joining.counts)):
            yield Spec(f"count:{number}", text=line, wide=True, still=True, gap=not number)
        if joining.kinds:
            yield _told("kinds", kinds_line(joining.kinds))
        for number, both in enumerate(joining.both[:BOTH_SHOWN]):
            yield from self._both(Pair(both.newer, both.older), gap=not number)
        more = len(joining.both) - BOTH_SHOWN
        if more > 0:
            text = ngettext("{number} more entry", "{number} more entries", more)
            yield _told("more", text.format(number=more))
        if joining.is_laid_open and not joining.is_nothing:
            yield Spec("open", text=_(LAID_OPEN), wide=True, still=True, gap=True)
        if not joining.is_nothing:
            words = {"join": _("Join them now"), "leave": _("Leave it")}
            parts = tuple(Part(key, word, on=True) for key, word in words.items())
            yield Spec("acts", parts=parts, wide=True, gap=True)

    def _both(self, pair: Pair, *, gap: bool) -> Iterator[Spec]:
        line = pair_line(self.session, pair)._replace(gap=gap)
        yield line
        if line.key == self._opened:
            yield from version_lines(pair, columns_in(self.app.size.width))

    def on_resize(self) -> None:
        """Lay the columns out anew."""
        self.refresh_rows()

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Ask where the other notebook is, look into it, or join it."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "other":
                self.ask(
                    "other",
                    self._look_at,
                    hint=_("The other notebook's folder, or the file of a copy"),
                    label="",
                    only_enter="reads",
                )
            case "passphrase":
                self._ask_passphrase()
            case "aside":
                one = next(one for one in self._aside if one.manifest.sha256 == name)
                self._read(lambda: read_aside(self.session.book, one))
            case "pair":
                self._opened = "" if self._opened == row.key else row.key
                self.refresh_rows()
            case "acts":
                self._join() if part == "join" else self._forget()
            case "versions":
                self.stepup.do("anywhere.versions")

    def _look_at(self, typed: str) -> None:
        if typed.strip():
            path = named_file(typed)
            self._read(lambda: read_other(self.session.book, path), path=path)

    def _ask_passphrase(self) -> None:
        if self._locked is not None and not self._doing:
            self.ask_secret("passphrase", self._open)

    def _open(self, typed: str) -> None:
        parse_passphrase(typed)
        path = self._locked
        if path is not None:
            self._read(
                lambda: read_other(self.session.book, path, unlock_other(path, typed)),
                path=path,
                doing=_("Opening the other notebook; this takes a moment."),
            )

    def _read(
        self, look: Callable[[], Joining], *, path: Path | None = None, doing: str = ""
    ) -> None:
        """Look on a thread: fifty years take a while, and so does a key."""
        self._joining, self._locked = None, None
        self._doing = doing or _("Reading the other notebook.")
        self.refresh_rows()

        async def read() -> None:
            try:
                self.show_joining(await asyncio.to_thread(look))
            except Problem as problem:
                why = problem_sentence(problem)
                if path is not None and problem.code in _ASKS_AGAIN:
                    self.show_locked(path, why)
                else:
                    self.stepup.say(why)
            self._doing = ""
            self.refresh_rows()
            if self._locked is not None:
                self.call_after_refresh(self._ask_passphrase)
            elif self._joining is not None and not self._joining.is_nothing:
                self.call_after_refresh(self.rows.go_to, "acts", "join")

        self.run_worker(read(), exclusive=True, exit_on_error=True)

    def _join(self) -> None:
        if self._joining is None:
            return
        accept(self.session.book, self._joining)
        self._forget()
        self.call_later(self.stepup.say, _("Joined. Ctrl+Z takes it back."))

    def _forget(self) -> None:
        self._joining, self._opened = None, ""
        self._aside = put_aside(self.session.book)
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "other")


def _told(key: str, text: str, *, gap: bool = False) -> Spec:
    return Spec(key, text=text, soft=True, wide=True, still=True, gap=gap)
