"""Talks of a year: written or pasted whole, folded to a few lines, one of them opened."""

from __future__ import annotations

from functools import partial
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


class TalksPage(PeopleView[Talk]):
    """A field for what was said, and the talks of a year."""

    VIEW: ClassVar[str] = "talks"
    ITEMS: ClassVar[tuple[str, ...]] = ("talk",)
    BEGINS: ClassVar[str] = "new"
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
        """Put the cursor in, or begin to write."""
        super().focus_body()
        if self._with:
            self._write("")

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a talk, or with what comes next."""
        talk = self.find_item(name)
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
        talk = self.find_item(self.under("talk", "next", "acts"))
        return talk.text if talk else ""

    def words_under(self) -> str:
        """Return what comes next, or the first line of what was said."""
        talk = self.find_item(self.under("talk", "next"))
        if talk is None:
            return ""
        is_next = self.under("next") and talk.next
        return talk.next if is_next else first_line(talk.text)

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        talk = self.find_item(name.partition(":")[0])
        match kind:
            case "new":
                self._write("")
            case _ if talk is None or kind in ("talk", "acts"):
                super().choose(row, part, how)
            case "with" if part == NEW_NAME or not self.session.supporters.all():
                self._ask_name(talk)
            case "with" if part is None:
                self.begin_choosing(row.key)
            case "next":
                self._ask_next(talk)
            case "goal":
                self._open_goal(name.partition(":")[2])
            case _:
                self.choosing = ""
                self.session.talks.change(talk, **_chosen(talk, kind, part or ""))

    def find_item(self, name: str) -> Talk | None:
        """Return a talk of the year that is shown."""
        return self.session.book.one(Talk, name, self.year) if name else None

    # Verbs

    def act(self, part: str, item: Talk) -> None:
        """Do something with a talk."""
        match part:
            case "unfold":
                self.unfold()
            case "write":
                self._rewrite(item)
            case "goal":
                self._ask_goal(item)
            case "away":
                self.session.talks.take_away(item)

    def _write(self, begin: str) -> None:
        day = self.session.book.today()
        supporter, self._with = self._with, ""

        def keep(typed: str, before: Talk | None) -> Talk | None:
            talk = self.session.talks.write(day, typed, before, supporter or None)
            if talk is not None and before is None:
                self.year, self.first, self.opened = year_shard(day), 0, talk.id
            return talk

        self.write("new", keep, begin=begin, draft=f"talk:{day}:")

    def field_closed(self, key: str, how: str) -> None:
        """Go on to the talk that was just written."""
        super().field_closed(key, how)
        if key == "new" and self.opened and how != "blur":
            self.call_after_refresh(self.rows.go_to, f"talk:{self.opened}")

    def _rewrite(self, talk: Talk) -> None:
        self.write(
            f"talk:{talk.id}",
            partial(self.session.talks.write, talk.day),
            before=talk,
            text=talk.text,
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
