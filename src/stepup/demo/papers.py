"""Sheets about oneself over the years, and the look at how things are that Today offers."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from stepup.demo.beside import At, Beside
from stepup.demo.chance import Chance
from stepup.demo.course import Shape
from stepup.demo.ledger import Ledger
from stepup.demo.texts.sheets import QUIET, QUIET_LINES, SHEETS
from stepup.domain.profile import Preferences
from stepup.domain.sheet import NewestSheet, Section, Sheet, SheetTopic, begun
from stepup.i18n import _

# After how many days the first version is written, and how long the next ones wait.
_FIRST: Final = {SheetTopic.NOW: 14, SheetTopic.PLAN: 35, SheetTopic.MANUAL: 60}
_WAITS: Final = {
    SheetTopic.NOW: (65, 150),
    SheetTopic.PLAN: (75, 190),
    SheetTopic.MANUAL: (140, 420),
}
_AGAIN = 3
_ROUND = 6
"""Of so many versions of the plan one, the third, takes up the one before the last."""
_MOST_LINES = 3
_OFFERED_AFTER = 80
_EVERY_DAYS = 60


class Papers(Beside):
    """The sheets, each in the version that is the newest."""

    def __init__(
        self, chance: Chance, ledger: Ledger, first: date, preferences: Preferences
    ) -> None:
        """Begin with none; `preferences` are those of the first day."""
        super().__init__(chance, ledger, first)
        self._preferences = preferences
        self._versions: dict[SheetTopic, list[Sheet]] = {topic: [] for topic in SheetTopic}
        self._written = dict.fromkeys(SheetTopic, 0)
        self._due = dict(_FIRST)

    def live(self, shape: Shape, at: At) -> None:
        """Write a new version of a sheet where it is time and the day allows it."""
        for topic in SheetTopic:
            ready = self._age(shape) >= self._due[topic] and shape.ease > -0.6
            if ready and self._chance.yes(0.3):
                self._write(topic, shape, at)
                self._due[topic] = self._age(shape) + self._chance.whole(*_WAITS[topic])
        self._look(shape)

    # Versions

    def _write(self, topic: SheetTopic, shape: Shape, at: At) -> None:
        versions = self._versions[topic]
        number = self._written[topic] = self._written[topic] + 1
        again = versions[-2] if topic is SheetTopic.PLAN and number % _ROUND == _AGAIN else None
        sheet = Sheet(
            id=self._ledger.new_id(),
            day=shape.day,
            at=self._moment(at),
            topic=topic,
            sections=again.sections if again else self._sections(topic, versions[-1:]),
            again_of=again.id if again else None,
            look_again=self._look_again(topic, shape.day),
        )
        self._ledger.put(sheet)
        if not versions or versions[-1].day.year != sheet.day.year:
            self._ledger.put(NewestSheet(id=topic.value, year=sheet.day.year))
        self._versions[topic] = [*versions[-1:], sheet]

    def _look_again(self, topic: SheetTopic, day: date) -> date | None:
        if topic is not SheetTopic.PLAN:
            return None
        return day + timedelta(days=7 * self._chance.whole(6, 14))

    def _sections(self, topic: SheetTopic, newest: list[Sheet]) -> tuple[Section, ...]:
        """Return what a first version says, or the newest one with a heading or three changed."""
        if not newest:
            likelihoods = [(section, 0.72) for section in begun(topic)]
        else:
            likelihoods = [(section, 0.3) for section in newest[0].sections]
        sections = [
            self._reworded(topic, section) if self._chance.yes(likelihood) else section
            for section, likelihood in likelihoods
        ]
        if topic is SheetTopic.MANUAL and self._written[topic] == 2:
            sections.append(self._own_heading())
        return tuple(sections)

    def _reworded(self, topic: SheetTopic, section: Section) -> Section:
        """Return a section with a line more or less, or with one in the place of another."""
        deck = SHEETS[topic].get(section.key)
        if deck is None:  # a heading of their own stays as they wrote it
            return section
        lines = section.text.split("\n") if section.text else []
        if lines and (len(lines) == _MOST_LINES or self._chance.yes(0.5)):
            lines.pop(self._chance.whole(0, len(lines) - 1))
        for _number in range(self._chance.whole(0, 1) if lines else self._chance.whole(1, 2)):
            line = _(self._chance.text(deck))
            lines += [line] if line not in lines else []
        return section.replace(text="\n".join(lines))

    def _own_heading(self) -> Section:
        text = "\n".join(_(line) for line in QUIET_LINES)
        return Section(key=self._ledger.new_id(), heading=_(QUIET), text=text)

    # Looking at how things are

    def _look(self, shape: Shape) -> None:
        """Ask for a look after some time, and put it off again whenever one looked."""
        asked = self._preferences.check_in_every_days is not None
        due = self._preferences.check_in_due(shape.day)
        if due or (not asked and self._age(shape) >= _OFFERED_AFTER):
            self._preferences = self._preferences.replace(
                check_in_every_days=_EVERY_DAYS,
                check_in_from=shape.day + timedelta(days=_EVERY_DAYS),
            )
            self._ledger.put(self._preferences)
