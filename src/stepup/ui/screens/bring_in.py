"""Bring in from elsewhere: a file is read on a thread, shown, asked about, and taken as one change."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from textual.timer import Timer
from textual.worker import Worker, get_current_worker

from stepup.domain.incoming import LEAVE_OUT, NEW_ROW, Answers
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import one_line
from stepup.exchange.readers.formats import read, recognise
from stepup.exchange.readers.source import Source
from stepup.i18n import N_, _
from stepup.notebook import transfer
from stepup.notebook.book import Changed
from stepup.notebook.keeping import named_file
from stepup.ui.screens.book_page import BookPage
from stepup.ui.screens.bring_in_lines import Asked, BringInLines, Found
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row

_LOOKS: Final = 0.1
"""Seconds between two looks at how far the reading is."""


class BringInPage(BookPage):
    """Choose a file, see what would come in, answer what is asked, and take it."""

    PLACE: ClassVar[str] = "bring_in"
    NAME: ClassVar[str] = N_("Bring in from elsewhere")
    LAID_OVER: ClassVar[bool] = True

    def __init__(self, session: Session, path: Path | None = None) -> None:
        super().__init__(session)
        self._asked = Asked(path=path)
        self._found: Found | None = None
        self._labels: tuple[str, ...] = ()
        self._targets = transfer.rows_for_habits(session.book)
        self._first = 0
        self._brought = 0
        self._progress: tuple[int, int] | None = None
        self._reading: Worker[None] | None = None
        self._looks: Timer | None = None

    def on_mount(self) -> None:
        """Read at once where a file was named."""
        if self._asked.path is not None:
            self._read()

    def specs(self) -> list[Spec]:
        """Return the lines as things are."""
        return BringInLines(
            self._asked, self._found, self._labels, self._targets, self._first, self._brought,
            self._progress,
        ).all()  # fmt: skip

    def _changed(self, changed: Changed) -> None:
        """See again what is here already: something came in, or was undone."""
        super()._changed(changed)
        self._brought = 0
        if self._found is not None and self._found.seen is not None:
            self._read()

    # Choosing

    def choose(self, row: Row, part: str | None, how: str) -> None:  # noqa: ARG002 - all ways are one here
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "file":
                # As if typed: the same name again reads the file again.
                begin = str(self._asked.path or "")
                self.ask(
                    "file",
                    self._name_file,
                    begin=begin,
                    hint=_("The name of the file"),
                    only_enter="reads",
                )
            case "format":
                self._again(Asked(self._asked.path, part or "", self._asked.encoding))
            case "encoding":
                self._again(replace(self._asked, encoding=part or ""))
            case "mood":
                self._asked.moods[self._labels[int(name)]] = int(part or 0)
                self._read()
            case "habit":
                self._choose_row(name, part or "new")
            case "page":
                self._turn(part or "")
            case "bring":
                self._bring()
            case "brought" if part == "undo":
                self.stepup.do("anywhere.undo")
            case "brought":
                self.dismiss()

    def _name_file(self, typed: str) -> None:
        if one_line(typed):
            # A file that is dropped on the terminal may come in quotation marks.
            self._again(Asked(named_file(typed.strip().strip("'\""))))

    def _again(self, asked: Asked) -> None:
        """Begin with other answers about the file."""
        self._asked, self._found, self._labels = asked, None, ()
        self._first = self._brought = 0
        self._read()

    def _choose_row(self, key: str, part: str) -> None:
        ways = {"new": NEW_ROW, "skip": LEAVE_OUT}
        name = part.removeprefix("row:")
        self._asked.rows[key] = ways.get(part) or self._targets.get(name, NEW_ROW)
        self._read()

    def _turn(self, part: str) -> None:
        self._first = max(0, self._first + (PER_PAGE if part == "older" else -PER_PAGE))
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, f"skipped:{self._first}")

    def _bring(self) -> None:
        if self._found is None or self._found.seen is None or self._progress is not None:
            return
        number = transfer.accept(self.session.book, self._found.seen)
        self._brought = number
        self.refresh_rows()
        self.call_after_refresh(self.rows.go_to, "brought")

    # Reading, on a thread

    def _read(self) -> None:
        self._progress = (0, 0)
        if self._looks is None:
            self._looks = self.set_interval(_LOOKS, self._look)
        book, asked = self.session.book, self._asked
        answers = Answers(
            localise=book.clock.localise,
            day_start=book.preferences.day_start,
            encoding=asked.encoding,
            moods=dict(asked.moods),
            rows=dict(asked.rows),
            report=self._report,
        )
        asked = replace(asked)
        self._reading = self.run_worker(
            lambda: self._read_on_thread(asked, answers), thread=True, exclusive=True
        )
        self.refresh_rows()

    def _report(self, done: int, total: int) -> None:
        """Run on the thread: say how far it is; a reading that is no longer wanted ends."""
        if get_current_worker().is_cancelled:
            raise Problem(ProblemCode.BUSY)
        self._progress = (done, total)

    def _look(self) -> None:
        if self._progress is not None and self._progress[0]:
            self.refresh_rows()

    def _read_on_thread(self, asked: Asked, answers: Answers) -> None:
        worker = get_current_worker()
        try:
            found = self._find(asked, answers)
        except Problem as problem:
            found = Found(asked.format, problem=problem)
        if not worker.is_cancelled:
            with suppress(RuntimeError):  # the window was closed meanwhile
                self.app.call_from_thread(self._take, worker, found)

    def _find(self, asked: Asked, answers: Answers) -> Found:
        if asked.path is None:
            return Found()
        with Source.open(asked.path) as source:
            name = asked.format or recognise(source, asked.encoding)
            if not name:
                return Found()
            try:
                incoming = read(name, source, answers)
            except Problem as problem:
                return Found(name, problem=problem)
        return Found(name, incoming, transfer.preview(self.session.book, incoming))

    def _take(self, worker: Worker[None], found: Found) -> None:
        """Show what the reading came to."""
        if worker is not self._reading:
            return
        self._progress, self._found = None, found
        if self._looks is not None:
            self._looks.stop()
            self._looks = None
        self._labels = tuple(dict.fromkeys((*self._labels, *found.incoming.moods)))
        named = transfer.rows_by_name(found.incoming.habits, self._targets)
        if not named.keys() <= self._asked.rows.keys():
            self._asked.rows = {**named, **self._asked.rows}
            self._read()
            return
        self.refresh_rows()
        current = self.rows.current
        if current is not None and current.key == "file" and self.open_entry is None:
            self.call_after_refresh(self._go_on)

    def _go_on(self) -> None:
        """Put the cursor on what comes next: the first answer, or bringing it in."""
        kinds = ("mood", "habit", "bring", "encoding")
        keys = [row.key for row in self.rows.lines]
        key = next((key for kind in kinds for key in keys if key.partition(":")[0] == kind), "")
        if key:
            self.rows.go_to(key)
