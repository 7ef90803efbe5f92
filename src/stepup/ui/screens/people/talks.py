"""Talks of a year: written or pasted whole, folded to a few lines, one of them opened."""

from __future__ import annotations

from typing import Any, ClassVar

from stepup.domain.record import year_shard
from stepup.domain.talk import Channel, Talk
from stepup.domain.text import clean, one_line
from stepup.i18n import _
from stepup.ui.screens.people.talk_lines import TalkLines
from stepup.ui.screens.people.view import NEW_NAME, PeopleView
from stepup.ui.screens.yearly import first_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row


class TalksPage(PeopleView):
    """A field for what was said, and the talks of a year."""

    VIEW: ClassVar[str] = "talks"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"next"})

    def __init__(
        self, session: Session, *, year: str = "", opened: str = "", with_whom: str = ""
    ) -> None:
        super().__init__(session, year=year, opened=opened)
        self._with = with_whom
        """The id of with whom a talk is to be noted at once."""
        self.begin_at_opened([one.id for one in session.talks.of_year(self.year)])

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = TalkLines(self.session, self.opened, self.year, self.first, self.choosing)
        return [*self.top(), *lines.all(self.whole)]

    def focus_body(self) -> None:
        """Put the cursor on what is opened first, or begin to write."""
        if self.rows.current is None:
            self.rows.go_to(f"talk:{self.opened}" if self.opened else "new")
        super().focus_body()
        if self._with:
            self._write("")

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a talk, or with what comes next."""
        talk = self._find(name)
        if talk is None:
            self._write("")
        elif kind == "talk_next":
            self._ask_next(talk)
        elif kind == "talk_with":
            self._ask_name(talk)
        else:
            self._rewrite(talk)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into a new talk."""
        self._write(clean(text))

    def copied(self) -> str:
        """Return what was said in the talk under the cursor."""
        talk = self._find(self.under("talk", "next", "acts"))
        return talk.text if talk else ""

    def words_under(self) -> str:
        """Return what comes next, or the first line of what was said."""
        talk = self._find(self.under("talk", "next"))
        if talk is None:
            return ""
        is_next = self.under("next") and talk.next
        return talk.next if is_next else first_line(talk.text)

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        talk = self._find(name.partition(":")[0])
        match kind:
            case "new":
                self._write("")
            case "years" | "page":
                self.turn(kind, part or "")
            case _ if talk is None:
                super().choose(row, part, how)
            case "talk":
                self.open_or_fold(name)
            case "with" if part == NEW_NAME or not self.session.supporters.all():
                self._ask_name(talk)
            case "with" if part is None:
                self.begin_choosing(row.key)
            case "next":
                self._ask_next(talk)
            case "goal":
                self._open_goal(name.partition(":")[2])
            case "acts":
                self._act(part or "", talk)
            case _:
                self.choosing = ""
                self.session.talks.change(talk, **_chosen(talk, kind, part or ""))

    def take_away(self, row: Row) -> None:
        """Take a talk away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        talk = self._find(name)
        if kind == "talk" and talk is not None:
            self.session.talks.take_away(talk)

    def _find(self, name: str) -> Talk | None:
        return self.session.book.one(Talk, name, self.year) if name else None

    # Verbs

    def _act(self, part: str, talk: Talk) -> None:
        match part:
            case "unfold":
                self.unfold()
            case "write":
                self._rewrite(talk)
            case "goal":
                self._ask_goal(talk)
            case "away":
                self.session.talks.take_away(talk)

    def _write(self, begin: str) -> None:
        day = self.session.book.today()
        before: Talk | None = None
        supporter, self._with = self._with, ""

        def keep(typed: str) -> None:
            nonlocal before
            is_new = before is None
            before = self.session.talks.write(day, typed, before, supporter or None)
            if before is not None and is_new:
                self.year, self.first, self.opened = year_shard(day), 0, before.id
                self.stands_in_field(f"talk:{before.id}")

        self.ask("new", keep, begin=begin, single=False, draft=f"talk:{day}:")

    def field_closed(self, key: str, how: str) -> None:
        """Go on to the talk that was just written."""
        super().field_closed(key, how)
        if key == "new" and self.opened and how != "blur":
            self.call_after_refresh(self.rows.go_to, f"talk:{self.opened}")

    def _rewrite(self, talk: Talk) -> None:
        before: Talk | None = talk

        def keep(typed: str) -> None:
            nonlocal before
            before = self.session.talks.write(talk.day, typed, before)

        self.ask(
            f"talk:{talk.id}",
            keep,
            text=talk.text,
            single=False,
            draft=f"talk:{talk.day}:{talk.id}",
        )

    def _ask_next(self, talk: Talk) -> None:
        self.ask(
            f"next:{talk.id}",
            lambda typed: self.session.talks.change(talk, next=typed),
            text=talk.next,
            hint=_("Such as: a mail by Friday, nothing for now"),
            draft=f"talk_next:{talk.day}:{talk.id}",
        )

    def _ask_name(self, talk: Talk) -> None:
        def keep(typed: str) -> None:
            self.choosing = ""
            if one_line(typed):
                self.session.talks.with_name(talk, typed)

        self.ask(
            f"with:{talk.id}",
            keep,
            hint=_("A name; it stands among what one leans on from then on"),
            draft=f"talk_with:{talk.day}:{talk.id}",
        )

    def _ask_goal(self, talk: Talk) -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.session.talks.make_goal(talk, typed)
                self.tell_when_closed(_("It stands among the small goals now."))

        self.ask(
            f"acts:{talk.id}",
            keep,
            begin=talk.next,
            label=_("A goal"),
            hint=_("Something small that comes of this talk"),
        )

    def _open_goal(self, goal_id: str) -> None:
        goal = self.session.goals.find(goal_id, self.year)
        if goal is not None:
            from stepup.ui.screens.goal_page import GoalPage

            self.stepup.lay_over(GoalPage(self.session, goal.id, self.year))


def _chosen(talk: Talk, kind: str, part: str) -> dict[str, Any]:
    """Return the field that a part of a line sets; the part that is on already takes it back."""
    match kind:
        case "with":
            return {"supporter": None if talk.supporter == part else part}
        case "channel":
            channel = Channel(part)
            return {"channel": None if talk.channel is channel else channel}
        case "before" | "after":
            level = int(part)
            return {kind: None if getattr(talk, kind) == level else level}
    return {}
