"""Strengths and likes, what does not suit, work one could imagine; practice and learning."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.strength import Learning, Practice, Side, Strength
from stepup.domain.text import clean
from stepup.i18n import _
from stepup.ui.screens.work.own_view import OwnView
from stepup.ui.screens.work.strength_lines import StrengthLines
from stepup.ui.screens.yearly import PER_PAGE
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.own_work import SIDE_HINTS, practice_words

_FIELDS = ("with_whom", "since", "note")


class StrengthsPage(OwnView[Learning]):
    """Four kinds of lines about oneself, what one practised, what one learns."""

    VIEW: ClassVar[str] = "strengths"
    ITEMS: ClassVar[tuple[str, ...]] = ("learning",)
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"new", "practise", "learn", *_FIELDS})

    def __init__(self, session: Session, *, opened: str = "", year: str = "", at: str = "") -> None:
        super().__init__(session, opened=opened, year=year)
        self._at = at
        """The line the cursor begins on, "" for the first."""
        practices = [one.id for one in session.strengths.practices(self.year)]
        kind, _colon, name = at.partition(":")
        self._earlier = kind == "practice"
        if name in practices:
            self.first = practices.index(name) // PER_PAGE * PER_PAGE

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        lines = StrengthLines(
            self.session,
            opened=self.opened,
            year=self.year,
            first=self.first,
            earlier=self._earlier,
        )
        return [self.views_line(), *lines.all()]

    def focus_body(self) -> None:
        """Put the cursor on the line that was looked for."""
        if self.rows.current is None and self._at:
            self.rows.go_to(self._at)
        super().focus_body()

    def turn(self, kind: str, part: str) -> None:
        """Go to another year, or to newer or older practices; the cursor stays with them."""
        super().turn(kind, part)
        self.call_after_refresh(self.rows.go_to, "years" if kind == "years" else "practise")

    def go_on(self, kind: str, name: str) -> None:
        """Go on with a line that was being written."""
        learning = self.find_item(name)
        field = kind.removeprefix("learning_")
        if learning is not None and field in _FIELDS:
            self._ask_field(learning, field)
        elif kind == "practice_new":
            self._ask_practice()
        elif kind == "learning_new":
            self._ask_learning()
        else:
            self._ask_new(Side(name) if name in tuple(Side) else Side.GOOD_AT)

    def take_text(self, text: str) -> None:
        """Take words that arrived at once into what one is good at."""
        self._ask_new(Side.GOOD_AT, clean(text))

    def _strength(self, name: str) -> Strength | None:
        return self.session.book.one(Strength, name)

    def _practice(self, name: str) -> Practice | None:
        return self.session.book.one(Practice, name, self.year)

    def find_item(self, name: str) -> Learning | None:
        """Return what one learns, or learned up to the year that is shown."""
        book = self.session.book
        return book.one(Learning, name) or book.one(Learning, name, self.year)

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        match kind:
            case "new":
                self._ask_new(Side(name))
            case "practise":
                self._ask_practice()
            case "learn":
                self._ask_learning()
            case "earlier":
                self._earlier, self.first = not self._earlier, 0
                self.refresh_rows()
            case "strength" if (strength := self._strength(name)) is not None:
                self._reword(strength)
            case "practice" if (practice := self._practice(name)) is not None:
                self._correct(practice)
            case _ if kind in _FIELDS and (learning := self.find_item(name)) is not None:
                self._ask_field(learning, kind)
            case _:
                super().choose(row, part, how)

    def _reword(self, strength: Strength) -> None:
        self.ask(
            f"strength:{strength.id}",
            lambda typed: self.session.strengths.reword(strength, typed),
            text=strength.text,
        )

    def _correct(self, practice: Practice) -> None:
        self.ask(
            f"practice:{practice.id}",
            lambda typed: self.session.strengths.correct(practice, typed),
            text=practice_words(practice),
            hint=_practice_hint(),
        )

    def act(self, part: str, item: Learning) -> None:
        """Reword what one learns, say that it ended, or take it away."""
        learning, strengths = item, self.session.strengths
        match part:
            case "reword":
                self.ask(
                    f"acts:{learning.id}",
                    lambda typed: strengths.reword_learning(learning, typed),
                    text=learning.text,
                )
            case "end":
                strengths.end(learning, ended=learning.ended_on is None)
            case "away":
                strengths.take_away(learning)

    def take_away(self, row: Row) -> None:
        """Take a line away; undo brings it back."""
        kind, _colon, name = row.key.partition(":")
        find = {"strength": self._strength, "practice": self._practice}.get(kind)
        found = find(name) if find is not None else None
        if found is not None:
            self.session.strengths.take_away(found)
        else:
            super().take_away(row)

    # Fields

    def _ask_new(self, side: Side, begin: str = "") -> None:
        self.ask(
            f"new:{side}",
            lambda typed: self.session.strengths.add(side, typed),
            begin=begin,
            hint=_(SIDE_HINTS[side]),
            draft=f"strength_new::{side}",
        )

    def _ask_practice(self) -> None:
        day = self.session.book.today()
        self.ask(
            "practise",
            lambda typed: self.session.strengths.practise(day, typed),
            hint=_practice_hint(),
            draft="practice_new:",
        )

    def _ask_learning(self) -> None:
        def keep(typed: str) -> None:
            learning = self.session.strengths.learn(typed)
            if learning is not None:
                self.opened = learning.id

        hint = _("What you learn, in a course, from someone, or alone")
        self.ask("learn", keep, hint=hint, draft="learning_new:")

    def _ask_field(self, learning: Learning, field: str) -> None:
        strengths = self.session.strengths
        key = f"{field}:{learning.id}"
        if field == "since":
            self.ask(
                key,
                lambda typed: strengths.set_since(learning, typed),
                text=learning.since.isoformat() if learning.since else "",
                hint=_("A date such as 11/22 or 2026-11-22"),
            )
            return
        self.ask(
            key,
            lambda typed: strengths.say(learning, field, typed),
            text=getattr(learning, field),
            draft=f"learning_{field}:{self.year}:{learning.id}",
        )


def _practice_hint() -> str:
    return _("What it was; how long may stand behind it: drawing 20 min")
