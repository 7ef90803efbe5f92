"""Where the person is on the map: in several places at once, leaving, coming back, resting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.ladders import CONNECT_SENTENCE, OWN_PLACE, OWN_PLACE_SENTENCE
from stepup.domain.change import Edit
from stepup.domain.record import Record
from stepup.domain.stage import EASIEST, SEVEN, Being, Ease, Placement, Stage, StageKey, moved
from stepup.i18n import _

_KEYS: Final = tuple(StageKey)
_HIDDEN: Final = StageKey.KEEP
_HIDDEN_AFTER = 40
_WORDED_AFTER = 70
_OWN_AFTER = 55
_OWN_REACH: Final = _KEYS.index(StageKey.TRY)
_MOST = 4
_FEW = 2
_LONGEST_STAY = 250
"""The days after which a stay does not simply go on."""
_SHORTEST_STAY = 6


class Places(Beside):
    """The places there are, those in which one is, and how easy they feel."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin in none."""
        super().__init__(chance, ledger, first)
        self.own = ledger.new_id()
        """The id of a place of their own, which is made after a while."""
        self._to_come = sorted(self._own_words(), key=lambda words: words[1])
        self._there: dict[str, Placement] = {}
        self._left: dict[str, date] = {}

    @property
    def has_own(self) -> bool:
        """Whether the place of their own is made."""
        return all(stage.id != self.own for stage, _days in self._to_come)

    def live(self, shape: Shape, at: At) -> None:
        """Arrange the map, move on it, or note how a place feels; mostly nothing."""
        self._arrange(self._age(shape))
        if not self._there:
            for stage in (StageKey.BREATHE, StageKey.RHYTHM):
                self._move(stage, Being.HERE, shape.day)
        elif self._chance.yes(0.06):
            self._go(shape)
        if self._chance.yes(0.08):
            self._feel(shape, at)

    # The map

    def _arrange(self, age: int) -> None:
        while self._to_come and age >= self._to_come[0][1]:
            stage, _days = self._to_come.pop(0)
            self._ledger.put(stage)

    def _own_words(self) -> Iterator[tuple[Stage, int]]:
        """Yield the places that are not as they come, and after how many days each is so."""
        came = {stage.id: stage for stage in SEVEN}
        yield came[_HIDDEN].replace(hidden=True), _HIDDEN_AFTER
        yield came[StageKey.CONNECT].replace(sentence=_(CONNECT_SENTENCE)), _WORDED_AFTER
        sentence = _(OWN_PLACE_SENTENCE)
        own = Stage(id=self.own, name=_(OWN_PLACE), sentence=sentence, position=len(SEVEN))
        yield own, _OWN_AFTER

    # Moving

    def _go(self, shape: Shape) -> None:
        """Move in one place; on hard days rather out of it."""
        moves = {
            (stage, wanted): weight
            for stage in self._known()
            for wanted, weight in self._wishes(stage, shape)
            if weight > 0
        }
        if moves:
            self._move(*self._chance.weighed(moves), shape.day)

    def _known(self) -> list[str]:
        seven = [key.value for key in _KEYS if key is not _HIDDEN]
        return [*seven, self.own] if self.has_own else seven

    def _wishes(self, stage: str, shape: Shape) -> Iterator[tuple[Being, float]]:
        """Yield what may become of a place on this day, and how likely."""
        far = max(0.0, self._place(stage) - shape.reach)
        hard = shape.ease < -0.4
        there = self._there.get(stage)
        if there is None:
            away = (shape.day - self._left.get(stage, date.min)).days
            if away > _SHORTEST_STAY and len(self._there) < _MOST and not hard:
                few = 2.0 if len(self._here()) < _FEW else 1.0
                new = 1.0 if stage in self._left else 1.5
                yield Being.HERE, few * new * max(0.0, 1.2 - 0.6 * far)
            return
        days = (shape.day - there.from_day).days
        if days <= _SHORTEST_STAY:
            return
        worn = 4.0 if days > _LONGEST_STAY else 0.0
        if there.resting:
            yield Being.HERE, 0.0 if hard else max(0.1, 1.0 - 0.4 * far)
        else:
            yield Being.RESTING, 0.35 + 0.3 * far + 0.8 * hard + worn
        if len(self._there) > 1:
            near = stage == StageKey.BREATHE
            yield Being.AWAY, (0.05 if near else 0.25) + 0.3 * far + worn

    def _move(self, stage: str, wanted: Being, day: date) -> None:
        there = [self._there[stage]] if stage in self._there else []
        edits = moved(stage, wanted, day, there=there, ended=(), new_id=self._ledger.new_id)
        self._there.pop(stage, None)
        for placement in _after(edits):
            self._ledger.put(placement)
            if placement.to_day is None:
                self._there[stage] = placement
        if wanted is Being.AWAY:
            self._left[stage] = day

    # How it feels

    def _feel(self, shape: Shape, at: At) -> None:
        here = self._here()
        if not here:
            return
        stage = self._chance.one(here)
        near = max(-2.0, min(2.0, shape.reach - self._place(stage)))
        easy = round(self._chance.about(5.0 + 1.8 * shape.ease + 0.8 * near, 1.1))
        ease = Ease(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            stage=stage,
            value=min(EASIEST, max(0, easy)),
        )
        self._ledger.put(ease)

    def _here(self) -> list[str]:
        """Return the places in which one is and does not rest."""
        return [stage for stage, placement in self._there.items() if not placement.resting]

    def _place(self, stage: str) -> int:
        """Return how far out a place is, as `Shape.reach` counts."""
        return _OWN_REACH if stage == self.own else _KEYS.index(StageKey(stage))


def _after(edits: Iterable[Edit]) -> Iterator[Placement]:
    records: Iterator[Record | None] = (edit.after for edit in edits)
    yield from (record for record in records if isinstance(record, Placement))
