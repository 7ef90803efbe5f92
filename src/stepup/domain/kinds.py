"""Every kind of record there is, by the name of its table; its class is loaded when one is read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from stepup.domain.record import Record

    Loaded = tuple[type[Record], ...]

# One function a module: loading all of them would double the time that a start takes for records.


def _mood() -> Loaded:
    from stepup.domain.mood import CheckIn

    return (CheckIn,)


def _rhythm() -> Loaded:
    from stepup.domain.rhythm import Mark, Sleep, Tracker

    return (Sleep, Mark, Tracker)


def _journal() -> Loaded:
    from stepup.domain.journal import JournalEntry, Looked, OwnHelp, Topic, Win

    return (Win, Topic, JournalEntry, Looked, OwnHelp)


def _goal() -> Loaded:
    from stepup.domain.goal import Goal, GoalDay, GoalReview, SomeDay

    return (Goal, GoalDay, GoalReview, SomeDay)


def _ladder() -> Loaded:
    from stepup.domain.ladder import Attempt

    return (Attempt,)


def _profile() -> Loaded:
    from stepup.domain.profile import Preferences, Rest

    return (Preferences, Rest)


def _stage() -> Loaded:
    from stepup.domain.stage import Ease, Placement, Stage

    return (Stage, Placement, Ease)


def _corner() -> Loaded:
    from stepup.domain.corner import Clipping, DrawerItem, Later

    return (Clipping, Later, DrawerItem)


def _own_number() -> Loaded:
    from stepup.domain.own_number import OwnNumber, OwnValue

    return (OwnNumber, OwnValue)


def _review() -> Loaded:
    from stepup.domain.review import Review

    return (Review,)


def _sheet() -> Loaded:
    from stepup.domain.sheet import NewestSheet, Sheet

    return (Sheet, NewestSheet)


def _promise() -> Loaded:
    from stepup.domain.promise import Promise

    return (Promise,)


def _piece() -> Loaded:
    from stepup.domain.piece import Piece

    return (Piece,)


def _strength() -> Loaded:
    from stepup.domain.strength import Learning, Practice, Strength

    return (Strength, Practice, Learning)


def _card() -> Loaded:
    from stepup.domain.card import Card, Paper

    return (Card, Paper)


def _supporter() -> Loaded:
    from stepup.domain.supporter import Appointment, Supporter, Visit

    return (Supporter, Visit, Appointment)


def _talk() -> Loaded:
    from stepup.domain.talk import Talk

    return (Talk,)


def _need() -> Loaded:
    from stepup.domain.need import Need

    return (Need,)


def _answer() -> Loaded:
    from stepup.domain.answer import FirstMessage, OwnAnswer

    return (OwnAnswer, FirstMessage)


def _share() -> Loaded:
    from stepup.domain.share import Handover, ShareChoice

    return (Handover, ShareChoice)


def _joined() -> Loaded:
    from stepup.domain.joined import Joined

    return (Joined,)


def _work() -> Loaded:
    from stepup.domain.work import Work, WorkSession

    return (Work, WorkSession)


def _income() -> Loaded:
    from stepup.domain.income import FirstIncome, Income, MoneyWorry

    return (Income, FirstIncome, MoneyWorry)


_KINDS: Final[dict[Callable[[], Loaded], tuple[str, ...]]] = {
    _mood: ("check_in",),
    _rhythm: ("sleep", "mark", "tracker"),
    _journal: ("win", "topic", "journal", "looked", "own_help"),
    _goal: ("goal", "goal_day", "goal_review", "some_day"),
    _ladder: ("attempt",),
    _profile: ("preferences", "rest"),
    _stage: ("stage", "placement", "ease"),
    _corner: ("clipping", "later", "drawer_item"),
    _own_number: ("own_number", "own_value"),
    _review: ("review",),
    _sheet: ("sheet", "newest_sheet"),
    _promise: ("promise",),
    _piece: ("piece",),
    _strength: ("strength", "practice", "learning"),
    _card: ("card", "paper"),
    _supporter: ("supporter", "visit", "appointment"),
    _talk: ("talk",),
    _need: ("need",),
    _answer: ("answer", "first_message"),
    _share: ("handover", "share_choice"),
    _joined: ("joined",),
    _work: ("work", "work_session"),
    _income: ("income", "first_income", "money_worry"),
}


class _Records(Mapping[str, "type[Record]"]):
    """Kinds and their classes; knowing a kind loads nothing."""

    def __init__(self) -> None:
        self._loaders = {kind: load for load, kinds in _KINDS.items() for kind in kinds}
        self._loaded: dict[str, type[Record]] = {}

    def __getitem__(self, kind: str) -> type[Record]:
        if kind not in self._loaded:
            self._loaded.update({record.kind: record for record in self._loaders[kind]()})
        return self._loaded[kind]

    def __iter__(self) -> Iterator[str]:
        return iter(self._loaders)

    def __len__(self) -> int:
        return len(self._loaders)

    def __contains__(self, kind: object) -> bool:
        return kind in self._loaders


RECORDS: Final[Mapping[str, type[Record]]] = _Records()


def is_tombstone(document: Mapping[str, Any]) -> bool:
    """Whether the document only says that a record was taken away."""
    return "deleted" in document


def tombstone(record_id: str, when: str, *, undone: bool = False) -> dict[str, Any]:
    """Return the document that stands in for a record taken away at an ISO 8601 moment.

    An undone one was taken away by undoing what had added it: it may come in again.
    """
    gone = {"id": record_id, "deleted": when}
    return {**gone, "undone": True} if undone else gone


def is_undone(document: Mapping[str, Any]) -> bool:
    """Whether the document only says that the adding of a record was undone."""
    return is_tombstone(document) and document.get("undone") is True


def from_document(kind: str, document: Mapping[str, Any]) -> Record:
    """Return the record kept in a document of the table `kind`.

    Raises:
        KeyError: a kind that this version does not know.
        pydantic.ValidationError: a document that does not fit its kind.
    """
    return RECORDS[kind].model_validate(document)
