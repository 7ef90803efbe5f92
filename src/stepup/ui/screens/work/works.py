"""Works: found, done, handed over; one opened with all that belongs to it."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.record import year_shard
from stepup.domain.text import clean, one_line
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState, parse_length
from stepup.i18n import _
from stepup.notebook.works import LINES
from stepup.ui.screens.work.view import WorkView, client_seen
from stepup.ui.screens.work.work_lines import Unfolded, WorkLines
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.works import FIELDS, TRIAL_FIELDS

_LONG = frozenset({"notes", "fitted"})


class WorksPage(WorkView):
    """One line a work; the opened one is worded, moved and worked at in place."""

    VIEW: ClassVar[str] = "work"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({*FIELDS, *TRIAL_FIELDS, "sit"})

    def __init__(self, session: Session, *, opened: str = "", year: str = "") -> None:
        super().__init__(session)
        this_year = year_shard(session.book.today())
        work = session.works.find(opened, year) if opened else None
        closed_in = year_shard(work.closed_on) if work is not None and work.closed_on else ""
        self._unfolded = Unfolded(opened, closed=bool(closed_in), year=closed_in or this_year)
        self.going_on = ""
        """The draft whose field is opened first."""

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        return [self.views_line(), *WorkLines(self.session, self._unfolded).all()]

    def focus_body(self) -> None:
        """Put the cursor on the work that is opened, or go on with what was being written."""
        if self.rows.current is None and self._unfolded.work:
            self.rows.go_to(f"work:{self._unfolded.work}")
        super().focus_body()
        kind, _colon, rest = self.going_on.partition(":")
        self.going_on = ""
        work = self._find(rest.rpartition(":")[2])
        if kind == "work":
            self._ask_new("")
        elif work is not None and kind.removeprefix("work_") in LINES:
            self._show(fields=True)
            self.call_after_refresh(self._ask_field, work, kind.removeprefix("work_"))

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new work."""
        self._ask_new(clean(text))

    def words_to_copy(self, key: str) -> str:
        """Return the words of the line, of a work its notes with it."""
        kind, _colon, name = key.partition(":")
        work = self._find(name)
        if kind == "work" and work is not None:
            client = client_seen(self.session, work.client)
            return "\n".join(filter(None, (work.text, client, work.notes)))
        return super().words_to_copy(key)

    def _find(self, name: str) -> Work | None:
        return self.session.works.find(name, self._unfolded.year) if name else None

    def _session(self, name: str) -> WorkSession | None:
        return self.session.book.one(WorkSession, name, self._unfolded.year)

    def _show(self, **changes: object) -> None:
        self._unfolded = replace(self._unfolded, **changes)  # type: ignore[arg-type]
        self.refresh_rows()

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self._ask_new("")
            case "closed":
                self._show(closed=not self._unfolded.closed, first=0)
            case "years":
                self._show(year=part or "", first=0, work="", session="")
            case "page":
                step = PER_PAGE if part == "older" else -PER_PAGE
                self._show(first=max(0, self._unfolded.first + step))
            case "work":
                opened = "" if self._unfolded.work == name else name
                self._show(work=opened, session="", kinds=False, fields=False)
            case "session" | "before" | "after" | "timeacts":
                self._choose_session(kind, name, part or "")
            case "views":
                super().choose(row, part, how)
            case _:
                work = self._find(name)
                if work is not None:
                    self._choose_work(work, kind, part or "")

    def _choose_work(self, work: Work, kind: str, part: str) -> None:
        match kind:
            case "state":
                self._move(work, WorkState(part))
            case "way" if part:
                chosen = WorkKind(part)
                self._unfolded = replace(self._unfolded, kinds=False)
                self.session.works.name_kind(work, None if work.way is chosen else chosen)
                self.refresh_rows()
            case "way":
                self._show(kinds=True)
            case "fields":
                self._show_fields(work)
            case "sit":
                self._ask_time(work)
            case "acts" if part == "away":
                self.session.works.take_away(work)
            case "acts":
                self.ask(
                    f"acts:{work.id}",
                    lambda typed: self.session.works.reword(work, typed),
                    text=work.text,
                )
            case _:
                self._ask_field(work, kind)

    def _show_fields(self, work: Work) -> None:
        before = set(self.rows_of(work))
        self._show(fields=True)
        hidden = next(key for key in self.rows_of(work) if key not in before)
        self.call_after_refresh(self.rows.go_to, hidden)

    def rows_of(self, work: Work) -> list[str]:
        """Return the keys of the fields of an opened work that are shown."""
        return [row.key for row in self.rows.lines if row.key.endswith(f":{work.id}")]

    def _move(self, work: Work, state: WorkState) -> None:
        after = self.session.works.move(work, state)
        if after.closed_on is not None:
            self._show(closed=True, year=year_shard(after.closed_on), first=0)
        self.call_after_refresh(self.rows.go_to, f"state:{work.id}")

    def take_away(self, row: Row) -> None:
        """Take a work or a time of working away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        if kind == "work" and (work := self._find(name)) is not None:
            self.session.works.take_away(work)
        if kind == "session" and (session := self._session(name)) is not None:
            self.session.works.take_session_away(session)

    # Words

    def _ask_new(self, begin: str) -> None:
        def keep(typed: str) -> None:
            if one_line(typed):
                self._unfolded = replace(self._unfolded, work=self.session.works.add(typed).id)

        day = self.session.book.today()
        self.ask("new", keep, begin=begin, draft=f"work:{day}:")

    def _ask_field(self, work: Work, field: str) -> None:
        if field == "tired":
            self.ask(
                f"tired:{work.id}",
                lambda typed: self.session.works.say_tired(work, typed),
                text=" ".join(
                    filter(None, ("" if work.tired is None else str(work.tired), work.tired_words))
                ),
                hint=_("A number from 0 to 10, words, or both: 7 legs heavy"),
            )
            return
        self.ask(
            f"{field}:{work.id}",
            lambda typed: self._say(work.id, field, typed),
            text=getattr(work, field),
            single=field not in _LONG,
            draft=f"work_{field}:{self.session.book.today()}:{work.id}",
        )

    def _say(self, work_id: str, field: str, typed: str) -> None:
        # A long text is kept more than once while its field is open: as the work is by then.
        work = self._find(work_id)
        if work is None:
            raise Problem(ProblemCode.NO_SUCH_WORK)
        self.session.works.say(work, field, typed)

    # Times of working

    def _ask_time(self, work: Work) -> None:
        def keep(typed: str) -> None:
            if one_line(typed):
                day = self.session.book.today()
                made = self.session.works.sit_down(work, day, typed)
                self._unfolded = replace(self._unfolded, session=made.id, year=year_shard(day))

        hint = _("Minutes, or from when to when: 25, 1:30, 10:00-11:30 break 10")
        self.ask(f"sit:{work.id}", keep, hint=hint)

    def _choose_session(self, kind: str, name: str, part: str) -> None:
        session = self._session(name)
        if session is None:
            return
        works = self.session.works
        energy = int(part) if part.isdigit() else None
        match kind:
            case "session":
                self._show(session="" if self._unfolded.session == name else name)
            case "before":
                works.feel_before(session, energy if energy != session.before else None)
            case "after":
                works.feel_after(session, energy if energy != session.after else None)
            case _ if part == "away":
                works.take_session_away(session)
            case _ if part == "break":
                self.ask(
                    f"timeacts:{name}",
                    lambda typed: works.take_break(session, parse_length(typed)),
                    text=str(session.breaks or ""),
                    hint=_("Minutes"),
                )
            case _:
                self.ask(
                    f"timeacts:{name}",
                    lambda typed: works.time_again(session, typed),
                    hint=_("Minutes, or from when to when: 25, 1:30, 10:00-11:30 break 10"),
                )
