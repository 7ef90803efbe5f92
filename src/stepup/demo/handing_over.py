"""Pages they took along: now and then one for the counsellor, once one for the people at home."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.handing_over import CALLED, FOR_COUNSELLOR, FOR_FAMILY, RECEIVERS
from stepup.domain.share import (
    Audience,
    Handover,
    OwnWords,
    PageForm,
    PageSection,
    ShareChoice,
)
from stepup.i18n import _

_FIRST: Final = 120
_FAMILY_FROM: Final = 230
_FORTNIGHT: Final = timedelta(days=13)
_SECTIONS: Final[dict[Audience, tuple[PageSection, ...]]] = {
    Audience.COUNSELLOR: (
        PageSection.NAME, PageSection.DAYS, PageSection.TODAY, PageSection.NOT_TODAY,
        PageSection.RHYTHM, PageSection.WINS, PageSection.NEXT,
    ),
    Audience.FAMILY: (PageSection.TODAY, PageSection.NOT_TODAY, PageSection.WINS),
}  # fmt: skip


class HandingOver(Beside):
    """Makes a page when it is time and the day allows it."""

    def __init__(self, chance: Chance, ledger: Ledger, first: date) -> None:
        """Begin with nothing handed over."""
        super().__init__(chance, ledger, first)
        self._due = {Audience.COUNSELLOR: _FIRST, Audience.FAMILY: _FAMILY_FROM}

    def live(self, shape: Shape, at: At) -> None:
        """Let a day pass; mostly nothing."""
        for audience, due in self._due.items():
            if self._age(shape) >= due and shape.ease > -0.4 and self._chance.yes(0.2):
                self._hand_over(audience, shape, at)
                wait = (60, 150) if audience is Audience.COUNSELLOR else (500, 900)
                self._due[audience] = self._age(shape) + self._chance.whole(*wait)

    def _hand_over(self, audience: Audience, shape: Shape, at: At) -> None:
        sections = tuple(section.value for section in _SECTIONS[audience])
        words = FOR_COUNSELLOR if audience is Audience.COUNSELLOR else FOR_FAMILY
        texts = {section: _(self._chance.text(lines)) for section, lines in words.items()}
        if audience is Audience.COUNSELLOR:
            texts[PageSection.NAME] = _(CALLED)
        handover = Handover(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            audience=audience,
            to=_(RECEIVERS[audience]),
            from_day=max(self._first, shape.day - _FORTNIGHT),
            to_day=shape.day,
            sections=sections,
            form=PageForm.HTML,
            file=f"{shape.day}.html",
            sha256=self._ledger.new_id() + self._ledger.new_id(),
        )
        choice = ShareChoice(
            id=audience.value,
            words=tuple(OwnWords(section=key.value, text=text) for key, text in texts.items()),
            sections=sections,
            reach="14",
        )
        self._ledger.put(handover)
        self._ledger.put(choice)
