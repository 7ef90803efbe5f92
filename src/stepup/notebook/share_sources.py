"""Where the lines and figures of each section of a page come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from stepup.domain.goal import Goal, GoalState
from stepup.domain.income import Income, MoneyWorry
from stepup.domain.journal import Aspect, JournalEntry, Topic, Win
from stepup.domain.mood import CheckIn, latest
from stepup.domain.need import Need, NeedKind
from stepup.domain.piece import Piece
from stepup.domain.review import Review
from stepup.domain.rhythm import Mark, Sleep
from stepup.domain.share import Audience, PageLine, PageSection
from stepup.domain.share_figures import (
    DaysFigures,
    Figures,
    IncomeFigures,
    MoodDay,
    MoodFigures,
    OutsideFigures,
    Received,
    sleep_figures,
)
from stepup.domain.sheet import Section, SheetTopic
from stepup.domain.slept import sleep_day
from stepup.domain.strength import Side, Strength
from stepup.domain.supporter import Suits, Supporter
from stepup.domain.talk import Talk
from stepup.domain.work import Work, WorkState
from stepup.notebook.own_records import OwnRecords

Lines = Iterator[PageLine]
HARD: Final = NeedKind.DIFFICULTY.value
HELPS: Final = NeedKind.WOULD_HELP.value


@dataclass(frozen=True, slots=True)
class Source:
    """What a section is made from: records of these kinds alone."""

    kinds: frozenset[str]
    lines: Callable[[OwnRecords, Audience], Lines] | None = None
    figures: Callable[[OwnRecords], Figures | None] | None = None


# Lines


def _today(own: OwnRecords, audience: Audience) -> Lines:
    if audience in (Audience.COUNSELLOR, Audience.SELF):
        for topic in _topics(own):
            if topic.aspect is not Aspect.NOT_SAY:
                tag = "ask" if topic.aspect is Aspect.ASK else ""
                yield PageLine(f"topic:{topic.id}", topic.text, tag=tag)


def _not_today(own: OwnRecords, audience: Audience) -> Lines:
    if audience in (Audience.COUNSELLOR, Audience.SELF):
        for topic in _topics(own):
            if topic.aspect is Aspect.NOT_SAY:
                yield PageLine(f"topic:{topic.id}", topic.text, tag="not_say")
    # On pages for others but the counsellor, the section is called requests.
    yield from _needs(own, NeedKind.PLEASE, tagged=audience is Audience.COUNSELLOR)
    yield from _needs(own, NeedKind.PLEASE_NOT)


def _topics(own: OwnRecords) -> list[Topic]:
    return sorted(own.open(Topic), key=lambda one: one.at, reverse=True)


def _since(own: OwnRecords, _audience: Audience) -> Lines:
    for review in own.written(Review):
        if review.sentence:
            yield PageLine(f"review:{review.id}", review.sentence, day=review.day)


def _difficulties(own: OwnRecords, audience: Audience) -> Lines:
    """Yield all that is hard, then all that would help: so it stands on the page."""
    if audience is Audience.WORK:  # there it is what would help that has to be known
        yield from _needs(own, NeedKind.WOULD_HELP, tagged=False)
        yield from _of_sheet(own, SheetTopic.NOW, {"helps": ""})
        return
    yield from _needs(own, NeedKind.DIFFICULTY)
    yield from _of_sheet(own, SheetTopic.NOW, {"hard": HARD})
    yield from _needs(own, NeedKind.WOULD_HELP)
    yield from _of_sheet(own, SheetTopic.NOW, {"helps": HELPS})


def _needs(own: OwnRecords, kind: NeedKind, *, tagged: bool = True) -> Lines:
    for need in sorted(own.open(Need), key=lambda one: one.position):
        if need.what is kind:
            yield PageLine(f"need:{need.id}", need.text, tag=kind.value if tagged else "")


def _wins(own: OwnRecords, _audience: Audience) -> Lines:
    for win in own.written(Win):
        tag = "for_someone" if win.for_someone else ""
        yield PageLine(f"win:{win.id}", win.text, day=win.day, tag=tag)


def _sheet(topic: SheetTopic) -> Callable[[OwnRecords, Audience], Lines]:
    def lines(own: OwnRecords, _audience: Audience) -> Lines:
        for section in own.headings(topic):
            yield from _under(topic, section, f"heading:{section.key}")

    return lines


def _next(own: OwnRecords, _audience: Audience) -> Lines:
    goals = sorted(own.open(Goal), key=lambda one: (one.made_on, one.position), reverse=True)
    for goal in goals:
        if goal.state is GoalState.OPEN:
            yield PageLine(f"goal:{goal.id}", goal.text)
    yield from _of_sheet(own, SheetTopic.PLAN, {"small": "", "help_wanted": "help_wanted"})


def _support(own: OwnRecords, _audience: Audience) -> Lines:
    yield from _of_sheet(own, SheetTopic.PLAN, {"support": ""})


def _of_sheet(own: OwnRecords, topic: SheetTopic, tags: Mapping[str, str]) -> Lines:
    """Yield what stands under some headings of a sheet, each with its tag."""
    for section in own.headings(topic):
        if section.key in tags:
            yield from _under(topic, section.replace(heading=""), tags[section.key])


def _under(topic: SheetTopic, section: Section, tag: str) -> Lines:
    for number, text in enumerate(filter(str.strip, section.text.split("\n"))):
        line_id = f"sheet:{topic}:{section.key}:{number}"
        yield PageLine(line_id, text.strip(), tag=tag, head=section.heading)


def _lean_on(own: OwnRecords, _audience: Audience) -> Lines:
    found = [one for one in own.open(Supporter) if one.suits is not Suits.DOES_NOT]
    for one in sorted(found, key=lambda one: (one.some_day, not one.bookmarked, one.position)):
        if not one.some_day:
            yield PageLine(f"supporter:{one.id}", one.name, note=one.what_for)


def _works(own: OwnRecords, audience: Audience) -> Lines:
    for work in own.lasting(Work, lambda one: one.closed_on or one.found_on):
        # What was put aside is for no one else to ask about.
        if work.state is not WorkState.ASIDE or audience is Audience.SELF:
            tag = f"work:{work.way.value}" if work.way else ""
            yield PageLine(f"work:{work.id}", work.text, tag=tag, note=work.part)


def _strengths(own: OwnRecords, _audience: Audience) -> Lines:
    sides = list(Side)
    for one in sorted(own.open(Strength), key=lambda one: (sides.index(one.side), one.position)):
        yield PageLine(f"strength:{one.id}", one.text, tag=f"strength:{one.side.value}")


def _pieces(own: OwnRecords, _audience: Audience) -> Lines:
    for piece in own.lasting(Piece, lambda one: one.made_on or date.min):
        yield PageLine(f"piece:{piece.id}", piece.title, note=piece.part)


def _money_worry(own: OwnRecords, _audience: Audience) -> Lines:
    for worry in own.open(MoneyWorry):
        lines = filter(str.strip, worry.text.split("\n"))
        for number, text in enumerate(lines):
            yield PageLine(f"worry:{number}", text.strip())


def _journal(own: OwnRecords, _audience: Audience) -> Lines:
    for entry in own.written(JournalEntry):
        if not entry.closed and entry.text.strip():
            yield PageLine(f"journal:{entry.id}", entry.text, day=entry.day)


def _talks(own: OwnRecords, _audience: Audience) -> Lines:
    for talk in own.written(Talk):
        if talk.text.strip() or talk.next:
            tag = f"talk:{talk.channel.value}" if talk.channel else ""
            yield PageLine(f"talk:{talk.id}", talk.text, day=talk.day, tag=tag, note=talk.next)


# Figures


def _days(own: OwnRecords) -> DaysFigures:
    return DaysFigures(own.recorded(), len(own.span))


def _rhythm(own: OwnRecords) -> Figures | None:
    by_day: defaultdict[date, list[Sleep]] = defaultdict(list)
    for sleep in own.written(Sleep):
        by_day[sleep.day].append(sleep)
    if not by_day:
        return None
    return sleep_figures({day: sleep_day(found) for day, found in by_day.items()}, own.span)


def _outside(own: OwnRecords) -> Figures | None:
    days: defaultdict[str, set[date]] = defaultdict(set)
    for mark in own.written(Mark):
        days["recorded"].add(mark.day)
        days[mark.tracker].add(mark.day)
    if not days["outside"] and not days["contact"]:
        return None
    return OutsideFigures(
        len(days["outside"]), len(days["contact"]), len(days["recorded"]), len(own.span)
    )


def _mood(own: OwnRecords) -> Figures | None:
    by_day: defaultdict[date, list[CheckIn]] = defaultdict(list)
    for check_in in own.written(CheckIn):
        by_day[check_in.day].append(check_in)
    if not by_day:
        return None
    return MoodFigures(
        tuple(
            MoodDay(day, latest(found, "mood"), latest(found, "energy"))
            for day, found in sorted(by_day.items())
        )
    )


def _income(own: OwnRecords) -> Figures | None:
    by_currency: defaultdict[str, list[int]] = defaultdict(list)
    for income in own.written(Income):
        if income.gross:
            by_currency[income.currency].append(income.received)
    if not by_currency:
        return None
    return IncomeFigures(
        tuple(Received(code, len(nets), sum(nets)) for code, nets in sorted(by_currency.items()))
    )


def _source(
    *kinds: str,
    lines: Callable[[OwnRecords, Audience], Lines] | None = None,
    figures: Callable[[OwnRecords], Figures | None] | None = None,
) -> Source:
    return Source(frozenset(kinds), lines, figures)


SOURCES: Final[Mapping[PageSection, Source]] = {
    PageSection.NAME: _source(),
    PageSection.DAYS: _source(figures=_days),
    PageSection.TODAY: _source("topic", lines=_today),
    PageSection.NOT_TODAY: _source("topic", "need", lines=_not_today),
    PageSection.SINCE: _source("review", lines=_since),
    PageSection.NEEDS: _source("need", "sheet", lines=_difficulties),
    PageSection.RHYTHM: _source("sleep", figures=_rhythm),
    PageSection.OUTSIDE: _source("mark", figures=_outside),
    PageSection.MOOD: _source("check_in", figures=_mood),
    PageSection.WINS: _source("win", lines=_wins),
    PageSection.NOW: _source("sheet", lines=_sheet(SheetTopic.NOW)),
    PageSection.PLAN: _source("sheet", lines=_sheet(SheetTopic.PLAN)),
    PageSection.GUIDE: _source("sheet", lines=_sheet(SheetTopic.MANUAL)),
    PageSection.NEXT: _source("goal", "sheet", lines=_next),
    PageSection.SUPPORT: _source("sheet", lines=_support),
    PageSection.LEAN_ON: _source("supporter", lines=_lean_on),
    PageSection.WORKS: _source("work", lines=_works),
    PageSection.STRENGTHS: _source("strength", lines=_strengths),
    PageSection.PIECES: _source("piece", lines=_pieces),
    PageSection.INCOME: _source("income", figures=_income),
    PageSection.MONEY_WORRY: _source("money_worry", lines=_money_worry),
    PageSection.JOURNAL: _source("journal", lines=_journal),
    PageSection.TALKS: _source("talk", lines=_talks),
}
"""What each section is made from."""
