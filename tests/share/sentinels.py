"""A notebook in which every field of every kind of record holds a word that stands nowhere else."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from typing import Any

from hypothesis import HealthCheck, Phase, find, settings
from tests.domain import made_up

from stepup.domain.change import Label, added
from stepup.domain.kinds import RECORDS, from_document
from stepup.domain.record import Record
from stepup.domain.share import Audience, PageSection
from stepup.notebook.book import Book
from stepup.notebook.search import TEXT_FIELDS

S = PageSection
TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 20)
AT = datetime(2026, 11, 20, 12, tzinfo=timezone(timedelta(hours=9)))
DATED = {"day": DAY.isoformat(), "at": AT.isoformat()}
QUICK = settings(
    max_examples=50, phases=[Phase.generate], database=None, deadline=None,
    suppress_health_check=list(HealthCheck),
)  # fmt: skip
SLEEP, INCOME = "3:33", "918,273"
WORK_FIELDS = ("client", "platform", "people", "through", "notes", "days", "hours", "fitted")


class Sentinels:
    """Makes words, and knows the sections in which each may stand."""

    def __init__(self) -> None:
        self.allowed: dict[str, set[PageSection]] = {
            SLEEP: {S.RHYTHM},
            INCOME: {S.INCOME},
        }
        self._numbers = itertools.count(100)

    def word(self, *sections: PageSection) -> str:
        word = f"zq{next(self._numbers)}q"
        self.allowed[word] = set(sections)
        return word

    def documents(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Documents of every kind there is: those that pages are made from, then all others."""
        known = list(self._of_pages())
        yield from known
        others = RECORDS.keys() & made_up.RECORDS.keys() - {kind for kind, _document in known}
        for kind in sorted(others):
            yield kind, self._of_any(kind)

    def _of_pages(self) -> Iterator[tuple[str, dict[str, Any]]]:
        word = self.word
        for aspect in ("say", "ask"):
            yield "topic", {**DATED, "text": word(S.TODAY), "aspect": aspect}
        yield "topic", {**DATED, "text": word(S.NOT_TODAY), "aspect": "not_say"}
        yield "topic", {**DATED, "text": word(), "told_on": DAY.isoformat()}
        for what, section in (
            ("difficulty", S.NEEDS), ("would_help", S.NEEDS),
            ("please", S.NOT_TODAY), ("please_not", S.NOT_TODAY),
        ):  # fmt: skip
            made = {"what": what, "made_on": DAY.isoformat()}
            yield "need", {"text": word(section), **made}
            yield "need", {"text": word(), **made, "closed_on": DAY.isoformat()}
        lines = {name: word() for name in ("keep", "smaller", "let_go")}
        days = {"from_day": DAY.isoformat(), "to_day": DAY.isoformat()}
        yield "review", {**DATED, **days, **lines, "sentence": word(S.SINCE)}
        start, end = AT.replace(hour=3, minute=33), AT.replace(hour=11)
        yield "sleep", {**DATED, "start": start.isoformat(), "end": end.isoformat()}
        yield "mark", {**DATED, "tracker": "outside", "value": 7654}
        yield "check_in", {**DATED, "mood": 2, "energy": 5}
        yield "win", {**DATED, "text": word(S.WINS)}
        yield "win", {**DATED, "text": word(S.WINS), "for_someone": True}
        yield from self._sheets()
        steps = [{"text": word(), "earlier": [word()]}]
        inner = {"steps": steps, "earlier": [word()], "why": word(), "easy": word(), "hard": word()}
        yield "goal", {"text": word(S.NEXT), "made_on": DAY.isoformat(), **inner}
        closed = {"state": "done", "closed_on": DAY.isoformat()}
        yield "goal", {"text": word(), "made_on": DAY.isoformat(), **closed}
        for suits in ("fits", "does_not"):
            of_page = (S.LEAN_ON,) if suits == "fits" else ()
            words = {name: word() for name in TEXT_FIELDS["supporter"]}
            words |= {"name": word(*of_page), "what_for": word(*of_page)}
            yield "supporter", {**words, "suits": suits}
        work = {name: word() for name in WORK_FIELDS}
        work |= {"text": word(S.WORKS), "part": word(S.WORKS), "found_on": DAY.isoformat()}
        yield "work", work
        for side in ("good_at", "does_not_suit"):
            yield "strength", {"text": word(S.STRENGTHS), "side": side}
        piece = {name: word() for name in ("tools", "skills", "link", "about")}
        yield "piece", {**piece, "title": word(S.PIECES), "part": word(S.PIECES)}
        yield "piece", {"title": word(S.PIECES), "made_on": DAY.isoformat()}
        words = {name: word() for name in ("client", "note")}
        yield "income", {**DATED, **words, "gross": 918273}
        yield "money_worry", {"id": "money_worry", "text": word(S.MONEY_WORRY)}
        yield "journal", {**DATED, "text": word(S.JOURNAL), "tags": [word()]}
        yield "journal", {**DATED, "text": word(), "closed": True}
        yield "talk", {**DATED, "text": word(S.TALKS), "next": word(S.TALKS), "channel": "chat"}
        written = [{"section": section.value, "text": word(section)} for section in PageSection]
        names = [{"name": word(), "put": word()}]
        for audience in Audience:
            yield "share_choice", {"id": audience.value, "words": written, "names": names}

    def _sheets(self) -> Iterator[tuple[str, dict[str, Any]]]:
        extra = {"now": S.NOW, "plan": S.PLAN, "manual": S.GUIDE}
        others = {
            ("now", "hard"): S.NEEDS, ("now", "helps"): S.NEEDS, ("plan", "small"): S.NEXT,
            ("plan", "help_wanted"): S.NEXT, ("plan", "support"): S.SUPPORT,
        }  # fmt: skip
        keys = {
            "now": ("mind", "body", "daily", "people", "interests", "hard", "helps"),
            "plan": ("wish", "longer", "small", "help_wanted", "support"),
            "manual": ("strengths", "tires", "signs", "helps", "avoid"),
        }
        for topic, section in extra.items():
            sections = []
            for key in (*keys[topic], "own"):
                also = [others[topic, key]] if (topic, key) in others else []
                text = self.word(section, *also)
                sections.append({"key": key, "heading": self.word(section), "text": text})
            yield "sheet", {**DATED, "topic": topic, "sections": sections}
            yield "newest_sheet", {"id": topic, "year": DAY.year}

    def _of_any(self, kind: str) -> dict[str, Any]:
        """A document of a kind no page is made from, a word in each of its texts."""
        record = find(made_up.RECORDS[kind], lambda _any: True, settings=QUICK)
        found = {**record.document(), **(DATED if "day" in record.document() else {})}
        for field in TEXT_FIELDS.get(kind, ()):
            if isinstance(found.get(field, ""), str):
                found[field] = self.word()
        return found


def fill(book: Book) -> Sentinels:
    """Put a record of every kind into a notebook; return its words."""
    sentinels = Sentinels()
    records: list[Record] = []
    for number, (kind, document) in enumerate(sentinels.documents()):
        records.append(from_document(kind, {"id": f"i{number}", **document}))
    book.apply(added(Label.IMPORT, *records))
    return sentinels
