"""Today: the page of a day, from one key to a whole evening's writing."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType

from stepup.domain.goal import Goal, GoalDay
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.rhythm import Sleep
from stepup.domain.text import one_line
from stepup.i18n import _
from stepup.ui.actions import bindings
from stepup.ui.screens.going_on import GoingOnPage
from stepup.ui.widgets.row import Row

# Lines whose own part Space chooses; on every other, Space is a meal.
_SPACE_CHOOSES = ("mood", "energy", "life", "contact", "goal", "waiting", "check_in", "own")


class TodayPage(GoingOnPage):
    """The page of one day."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings("today"),
        *((str(level), f"digit({level})", "") for level in range(1, 6)),
        ("space", "meal", ""),
    ]

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into the one-line entry."""
        self.ask_line("win", text)

    # Choosing lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        if how == "space" and kind not in _SPACE_CHOOSES:
            self._mark("meal")
            return
        match kind:
            case "mood" | "energy":
                self._set_level(kind, int(part or 0))
            case "life":
                self._choose_cell(part or "", how)
            case "contact":
                self._contact(part or "")
            case "own":
                self._choose_own(name, part)
            case "goal":
                self._choose_goal(name, part or "")
            case "waiting":
                self._choose_waiting(int(name), part or "")
            case "check_in":
                self._check_in(part or "")
            case "promises":
                self.stepup.do("anywhere.promises")
            case _:
                self._edit(row.key, kind, name)

    def _edit(self, key: str, kind: str, name: str) -> None:
        match kind:
            case "sleep":
                self._ask_sleep(key, self.find(Sleep, name))
            case "win" | "topic":
                self.ask_words(key, self._line_under(kind, name))
            case "newline":
                self.ask_line("win")
            case "newgoal":
                self.ask(key, self._add_goal, draft=f"goal:{self.day}")
            case "journal":
                self.write(self.find(JournalEntry, name))
            case "newjournal":
                self.write(None)

    def take_away(self, row: Row) -> None:
        """Take the entry of a line away; the last mark of a cell."""
        kind, _colon, name = row.key.partition(":")
        if kind == "life":
            self.session.days.unmark(self.day, row.chosen or "")
        elif kind == "own":
            self.session.days.unmark(self.day, name)
        else:
            entry = next((r for r in self.session.book.on(self.day) if r.id == name), None)
            if entry is not None:
                self.session.days.remove(entry)

    # Mood and energy

    def action_digit(self, level: int) -> None:
        """Set what the cursor is on when it takes 1 to 5; anywhere else, the mood."""
        row = self.rows.current
        if row is not None and row.spec.marked and row.key.startswith("own:"):
            self.attempt(lambda: self._choose_own(row.key[4:], str(level)))
            return
        kind = row.key if row is not None and row.key == "energy" else "mood"
        self.attempt(lambda: self._set_level(kind, level))

    def _set_level(self, kind: str, level: int) -> None:
        if kind == "mood":
            self.session.days.log_mood(self.day, level)
            after = "energy"
        else:
            self.session.days.log_energy(self.day, level)
            after = self._where_space_is_a_meal()
        row = self.rows.row(kind)
        if row is not None:
            row.put_part(str(level))
        self.rows.go_to(after)

    def _where_space_is_a_meal(self) -> str:
        """Return the line after the energy: the meals, or one on which Space is free."""
        life = self.rows.row("life")
        if life is None or all(part.id != "meal" for part in life.spec.parts):
            return "newline"
        life.put_part("meal")
        return "life"

    # Lines

    def action_win(self) -> None:
        """A small win: make the line under the cursor one, or write one."""
        self._line("win")

    def action_for_someone(self) -> None:
        """Something done for someone, likewise."""
        self._line("for_someone")

    def action_topic(self) -> None:
        """Something to talk about: from the line under the cursor, or a new one."""
        row = self.rows.current
        words = self._words_under(row) if row is not None else ""
        if words:
            if self.attempt(lambda: self.session.days.add_topic(self.day, words)):
                self.stepup.say(_("It stands under To talk about now."))
        else:
            self.ask_line("topic")

    def _words_under(self, row: Row) -> str:
        """Return the words a line may be talked about by: its own, or an entry's first line."""
        kind, _colon, name = row.key.partition(":")
        if kind == "journal":
            entry = self.find(JournalEntry, name)
            return entry.text.strip().split("\n", 1)[0] if entry else ""
        return row.spec.text if kind in ("win", "goal") else ""

    def _line_under(self, kind: str, name: str) -> Win | Topic | None:
        if kind == "win":
            return self.find(Win, name)
        return self.find(Topic, name) if kind == "topic" else None

    def _line(self, into: str) -> None:
        row = self.rows.current
        kind, _colon, name = row.key.partition(":") if row is not None else ("", "", "")
        line = self._line_under(kind, name)
        is_same = isinstance(line, Win) and line.for_someone == (into == "for_someone")
        if line is None or is_same:
            self.ask_line(into)
        else:
            self.attempt(lambda: self.session.days.make(line, into))

    def ask_line(self, into: str, begin: str = "") -> None:
        """Open the one-line entry for a "win", something "for_someone" or a "topic"."""
        days, day = self.session.days, self.day
        labels = {
            "win": _("Small wins"),
            "for_someone": _("For someone"),
            "topic": _("To talk about"),
        }

        def keep(typed: str) -> None:
            if not typed.strip():
                return
            if into == "topic":
                days.add_topic(day, typed)
            else:
                days.add_win(day, typed, for_someone=into == "for_someone")

        draft = f"line:{day}:{into}"
        self.ask("newline", keep, begin=one_line(begin), label=labels[into], draft=draft)

    def ask_words(self, key: str, line: Win | Topic | None) -> None:
        """Open the field of a line."""
        if line is not None:
            keep = lambda typed: self.session.days.reword(line, typed)  # noqa: E731
            self.ask(key, keep, text=line.text, draft=f"line:{self.day}:{line.id}")

    # Goals

    def _add_goal(self, typed: str) -> None:
        if typed.strip():
            self.session.goals.add(typed, chosen_for=self.day)

    def _choose_goal(self, name: str, part: str) -> None:
        day_goal = self.find(GoalDay, name)
        goal = self.session.goals.get(day_goal) if day_goal else None
        if goal is None or day_goal is None:
            return
        goals = self.session.goals
        match part:
            case "done":
                goals.done(goal, self.day)
            case "half":
                goals.half(goal, self.day)
            case "smaller":
                self._ask_smaller(f"goal:{name}", goal)

    def _ask_smaller(self, key: str, goal: Goal) -> None:
        self.ask(
            key,
            lambda typed: self.session.goals.smaller(goal, typed),
            text=goal.text,
            draft=f"smaller:{goal.id}",
            hint=_("Word it a little smaller, as small as you like"),
        )

    # Journal

    def action_write(self) -> None:
        """Write in the journal of this day."""
        self.write(None)

    def write(self, entry: JournalEntry | None) -> None:
        """Open the journal's field: a new entry, or one there is."""
        before = entry
        key = f"journal:{entry.id}" if entry else "newjournal"
        draft = f"journal:{self.day}:{entry.id if entry else ''}"

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.journal.write(self.day, typed, before)
            if entry is None and before is not None:
                self.stands_in_field(f"journal:{before.id}")

        self.ask(key, keep, text=entry.text if entry else "", single=False, draft=draft)

    def _choose_waiting(self, index: int, part: str, on: str = "") -> None:
        """Go on with what an earlier window left unfinished, or let it go."""
        if index >= len(self._waiting):
            return
        draft = self._waiting.pop(index)
        if part == "go_on":
            self.go_on(draft, on=on)
        self.session.drafts.forget(draft)
        self.refresh_rows()

    def take_up(self, field: str, *, on: str) -> None:
        """Go on with what was being written in a field, on a page, when the notebook was locked."""
        index = next((i for i, one in enumerate(self._waiting) if one.field == field), None)
        if index is not None:
            self._choose_waiting(index, "go_on", on)

    def _check_in(self, part: str) -> None:
        """Look at how things are, or leave it until the next time."""
        if part == "look":
            from stepup.domain.sheet import SheetTopic
            from stepup.ui.screens.sheet_page import SheetPage

            self.stepup.lay_over(SheetPage(self.session, SheetTopic.NOW))
        else:
            self.session.sheets.put_off(self.day)

    async def action_enough(self) -> None:
        """That's it for today: the day was looked at; save and leave."""
        if self.session.book.read_only is not None:
            await self.stepup.action_leave()
        elif self.attempt(lambda: self.session.days.note_looked(self.day)):
            self.stepup.last_words = _("Kept. That's it for today.")
            await self.stepup.action_leave()

    def key_escape(self) -> None:
        """Close the question how, if it is open; else go to the rail."""
        if self._asking_contact:
            self._asking_contact = False
            self.refresh_rows()
            self.rows.go_to("life" if self.rows.row("life") else "mood")
        else:
            super().key_escape()
