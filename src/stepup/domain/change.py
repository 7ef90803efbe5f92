"""A change: what one act of the person does, whole, so that it can be undone whole."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeVar

from stepup.domain.record import Record

R = TypeVar("R", bound=Record)


class Label(StrEnum):
    """What a change was, for the history and for undo."""

    MOOD = "mood"
    ENERGY = "energy"
    SLEEP = "sleep"
    MARK = "mark"
    WIN = "win"
    FOR_SOMEONE = "for_someone"
    TOPIC = "topic"
    LOOKED = "looked"
    JOURNAL = "journal"
    TAGS = "tags"
    CLOSE_ENTRY = "close_entry"
    GOAL = "goal"
    GOAL_DAY = "goal_day"
    GOAL_DONE = "goal_done"
    GOAL_HALF = "goal_half"
    GOAL_SMALLER = "goal_smaller"
    GOAL_NOT_NOW = "goal_not_now"
    GOAL_REST = "goal_rest"
    GOAL_LET_GO = "goal_let_go"
    GOAL_OPEN = "goal_open"
    STEP = "step"
    LADDER = "ladder"
    ATTEMPT = "attempt"
    GOAL_LEVEL = "goal_level"
    GOAL_REVIEW = "goal_review"
    GOAL_WHY = "goal_why"
    SOME_DAY = "some_day"
    TRACKER = "tracker"
    PREFERENCES = "preferences"
    REST = "rest"
    OWN_HELP = "own_help"
    CLIPPING = "clipping"
    LATER = "later"
    OPEN_LATER = "open_later"
    DRAWER = "drawer"
    OWN_NUMBER = "own_number"
    OWN_VALUE = "own_value"
    REVIEW = "review"
    SHEET = "sheet"
    SHEET_AGAIN = "sheet_again"
    REMOVE = "remove"
    STAGE = "stage"
    PLACEMENT = "placement"
    EASE = "ease"
    PROMISE = "promise"
    PROMISE_STATE = "promise_state"
    PROMISE_MESSAGE = "promise_message"
    PIECE = "piece"
    STRENGTH = "strength"
    PRACTICE = "practice"
    LEARNING = "learning"
    CARD = "card"
    PAPER = "paper"
    SUPPORTER = "supporter"
    VISIT = "visit"
    APPOINTMENT = "appointment"
    TALK = "talk"
    TOPIC_ASPECT = "topic_aspect"
    TOPIC_TOLD = "topic_told"
    NEED = "need"
    NEED_CLOSED = "need_closed"
    ANSWER = "answer"
    FIRST_MESSAGE = "first_message"
    SHARE_WORDS = "share_words"
    HANDOVER = "handover"
    WORK = "work"
    WORK_STATE = "work_state"
    WORK_SESSION = "work_session"
    INCOME = "income"
    INCOME_CORRECTED = "income_corrected"
    FIRST_INCOME = "first_income"
    MONEY_WORRY = "money_worry"
    UNDO = "undo"
    REDO = "redo"
    IMPORT = "import"
    JOIN = "join"
    VERSIONS = "versions"


class Edit(NamedTuple):
    """One record before and after; None before is new, None after is taken away."""

    before: Record | None
    after: Record | None


@dataclass(frozen=True, slots=True)
class Change:
    """Edits that belong together."""

    label: Label
    edits: tuple[Edit, ...]

    @property
    def reversed(self) -> tuple[Edit, ...]:
        """The edits that take it back, the last first."""
        return tuple(Edit(before=edit.after, after=edit.before) for edit in reversed(self.edits))


def added(label: Label, *records: Record) -> Change:
    """Return the change that adds records."""
    return Change(label, tuple(Edit(None, record) for record in records))


def replaced(label: Label, before: R, after: R) -> Change:
    """Return the change that puts one record in the place of another."""
    return Change(label, (Edit(before, after),))


def removed(*records: Record, label: Label = Label.REMOVE) -> Change:
    """Return the change that takes records away."""
    return Change(label, tuple(Edit(record, None) for record in records))
