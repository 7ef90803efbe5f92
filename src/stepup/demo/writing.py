"""An entry of the journal, put together from lines that suit the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from stepup.demo.calendar import hour, season
from stepup.demo.chance import Chance
from stepup.demo.texts.asides import ASIDES, CLOSINGS
from stepup.demo.texts.lines import FOODS, TAGS
from stepup.demo.texts.pages import PAGES
from stepup.i18n import _, format_time

# In this order the lines of an entry stand.
_ORDER = (
    *("back", "sleepless", "woke_late", "turned", "early", "drifting", "night", "morning"),
    *("evening", "season", "house", "food", "nap", "body", "family", "online", "met", "outside"),
    *("indoors", "goal_done", "goal_half", "goal_left", "work", "screen", "low", "good"),
    *("memory", "thoughts"),
)
# How readily a subject is told; the others count 1.
_WEIGHTS = {
    "back": 30.0,
    "sleepless": 6.0,
    "met": 4.0,
    "outside": 2.5,
    "low": 2.2,
    "good": 1.6,
    "goal_done": 1.6,
    "work": 2.0,
    "thoughts": 1.6,
    "food": 0.8,
    "indoors": 0.6,
    "body": 0.8,
    "memory": 0.5,
}
_ANY_DAY = frozenset({"body", "screen", "house", "memory", "thoughts", "food"})
_LENGTHS = {1: 0.22, 2: 0.26, 3: 0.22, 4: 0.15, 5: 0.09, 6: 0.06}
_TAG_OF = {
    "woke_late": "woke",
    "turned": "woke",
    "early": "woke",
    "sleepless": "woke",
    "drifting": "woke",
    "nap": "woke",
    "indoors": "thoughts",
    "low": "thoughts",
    "memory": "thoughts",
}


@dataclass(frozen=True, slots=True)
class Page:
    """What an entry may speak of: `facts` are the keys of what happened that day."""

    at: datetime
    facts: frozenset[str]
    ease: float
    woke: datetime | None


def entry(chance: Chance, page: Page) -> tuple[str, tuple[str, ...]]:
    """Return the text of an entry, one to six lines, and its tags."""
    subjects = _subjects(chance, page)
    lines = [_line(chance, subject, page) for subject in subjects]
    if len(lines) > 1 and chance.yes(0.25):
        lines[-1] = _(chance.text(CLOSINGS))
    return "\n".join(lines), _tags(chance, subjects)


def _subjects(chance: Chance, page: Page) -> list[str]:
    told = page.facts | _ANY_DAY
    told |= {name for name in (hour(page.at), "season" if season(page.at) else None) if name}
    weights = {name: _WEIGHTS.get(name, 1.0) for name in _ORDER if name in told}
    length = chance.weighed(_LENGTHS)
    if page.ease < -0.7:
        length = min(length, 2)
    chosen: list[str] = []
    while weights and len(chosen) < length:
        chosen.append(chance.weighed(weights))
        del weights[chosen[-1]]
    return sorted(chosen, key=_ORDER.index)


def _line(chance: Chance, subject: str, page: Page) -> str:
    if subject == "season":
        subject = season(page.at) or "thoughts"
    texts = PAGES.get(subject) or ASIDES[subject]
    return _(chance.text(texts)).format(
        clock=format_time(page.woke.time()) if page.woke else "",
        food=_(chance.text(FOODS)),
    )


def _tags(chance: Chance, subjects: list[str]) -> tuple[str, ...]:
    if not chance.yes(0.3):
        return ()
    keys = dict.fromkeys(_TAG_OF.get(subject, subject) for subject in subjects)
    return tuple(_(TAGS[key]) for key in keys if key in TAGS)[:2]
