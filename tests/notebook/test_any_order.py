"""Whatever is done in whatever order: undo leads all the way back, redo all the way forward."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.notebook.support import DAY, Live, Notebook, furnish, on_disk

from stepup.domain.goal import Goal, GoalState
from stepup.domain.journal import Aspect, JournalEntry, Topic, Win
from stepup.domain.need import Need, NeedKind
from stepup.domain.profile import LookAway
from stepup.domain.record import Record
from stepup.domain.rhythm import Contact, Measure
from stepup.domain.share import Audience, PageSection
from stepup.domain.stage import StageKey
from stepup.domain.talk import Talk

R = TypeVar("R", bound=Record)
DAYS = st.sampled_from(
    [DAY, DAY - timedelta(days=1), date(2025, 12, 31), date(2024, 2, 29), date(2019, 1, 1)]
)
LEVELS = st.integers(1, 5)
WORDS = st.sampled_from(["", "a", "b", "ちいさく", "two\nlines", "[/] \x1b[31m"])
SOME_WORDS = WORDS.filter(bool)
WHICH = st.integers(0, 10)


class AnyOrder(RuleBasedStateMachine):
    """A person at work; beside them two piles of what the notebook held before and after."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.root = Path(self.folder.name) / "notebook"
        furnish(self.root)
        self.open()

    def open(self) -> None:
        self.n = Notebook(self.root, name=f"w{len(list(self.root.glob('manifests/*')))}x")
        self.past: list[Live] = []
        self.future: list[Live] = []

    def do(self, verb: Callable[[], object]) -> None:
        before, told = self.n.live(), len(self.n.told)
        verb()
        assert len(self.n.told) - told in (0, 1)
        if len(self.n.told) > told:
            self.past.append(before)
            self.future.clear()
        else:
            assert self.n.live() == before

    def pick(self, kind: type[R], day: date, which: int) -> R | None:
        shards = ("core", f"{day.year:04d}")
        found = [record for shard in shards for record in self.n.book.of_kind(kind, shard)]
        return found[which % len(found)] if found else None

    # What a person does

    @rule(day=DAYS, level=LEVELS, energy=st.booleans())
    def feel(self, day: date, level: int, energy: bool) -> None:
        log = self.n.days.log_energy if energy else self.n.days.log_mood
        self.do(lambda: log(day, level))

    @rule(day=DAYS, typed=st.sampled_from(["23:00-7:00", "-11:40", "none"]))
    def sleep(self, day: date, typed: str) -> None:
        self.do(lambda: self.n.days.log_sleep(day, typed))

    @rule(day=DAYS, row=st.sampled_from(["meal", "bath", "contact"]), way=st.sampled_from(Contact))
    def mark(self, day: date, row: str, way: Contact) -> None:
        chosen = way if row == "contact" else None
        self.do(lambda: self.n.days.mark(day, row, 1, chosen))

    @rule(day=DAYS, row=st.sampled_from(["meal", "bath", "contact"]))
    def unmark(self, day: date, row: str) -> None:
        self.do(lambda: self.n.days.unmark(day, row))

    @rule(day=DAYS, text=SOME_WORDS, topic=st.booleans())
    def line(self, day: date, text: str, topic: bool) -> None:
        add = self.n.days.add_topic if topic else self.n.days.add_win
        self.do(lambda: add(day, text))

    @rule(day=DAYS, which=WHICH, text=WORDS, topic=st.booleans())
    def reword(self, day: date, which: int, text: str, topic: bool) -> None:
        line = self.pick(Topic, day, which) if topic else self.pick(Win, day, which)
        if line is not None:
            self.do(lambda: self.n.days.reword(line, text))

    @rule(day=DAYS, which=WHICH, into=st.sampled_from(["win", "for_someone", "topic"]))
    def make(self, day: date, which: int, into: str) -> None:
        if (line := self.pick(Win, day, which)) is not None:
            self.do(lambda: self.n.days.make(line, into))

    @rule(text=SOME_WORDS, day=st.none() | DAYS)
    def goal(self, text: str, day: date | None) -> None:
        self.do(lambda: self.n.goals.add(text, StageKey.TRY, chosen_for=day))

    @rule(which=WHICH, year=DAYS, day=DAYS, how=st.sampled_from(["done", "half", "choose"]))
    def on_goal(self, which: int, year: date, day: date, how: str) -> None:
        if (goal := self.pick(Goal, year, which)) is not None:
            verbs = {
                "done": self.n.goals.done,
                "half": self.n.goals.half,
                "choose": self.n.goals.choose,
            }
            self.do(lambda: verbs[how](goal, day))

    @rule(which=WHICH, day=DAYS, state=st.sampled_from(GoalState))
    def state(self, which: int, day: date, state: GoalState) -> None:
        if (goal := self.pick(Goal, day, which)) is not None:
            self.do(lambda: self.n.goals.set_state(goal, state))

    @rule(which=WHICH, day=DAYS, text=WORDS, smaller=st.booleans())
    def word_goal(self, which: int, day: date, text: str, smaller: bool) -> None:
        if (goal := self.pick(Goal, day, which)) is not None:
            verb = self.n.goals.smaller if smaller else self.n.goals.reword
            self.do(lambda: verb(goal, text))

    @rule(text=SOME_WORDS, take_up=st.booleans())
    def some_day(self, text: str, take_up: bool) -> None:
        self.do(lambda: self.n.goals.add_some_day(text))
        if take_up:
            self.do(lambda: self.n.goals.take_up(self.n.goals.some_day()[0]))

    @rule(day=DAYS, which=WHICH, text=WORDS, new=st.booleans())
    def write(self, day: date, which: int, text: str, new: bool) -> None:
        entry = None if new else self.pick(JournalEntry, day, which)
        self.do(lambda: self.n.journal.write(day, text, entry))

    @rule(day=DAYS, which=WHICH, typed=WORDS, closed=st.booleans())
    def file(self, day: date, which: int, typed: str, closed: bool) -> None:
        entry = self.pick(JournalEntry, day, which)
        if entry is not None and closed:
            self.do(lambda: self.n.journal.close(entry, closed=not entry.closed))
        elif entry is not None:
            self.do(lambda: self.n.journal.tag(entry, typed))

    @rule(row=st.sampled_from(["bath", "meal"]), what=st.sampled_from(LookAway))
    def arrange(self, row: str, what: LookAway) -> None:
        self.do(lambda: self.n.profile.switch_row(row))
        self.do(lambda: self.n.profile.look_away(what))

    @rule(name=SOME_WORDS, day=DAYS, end=st.booleans())
    def live_differently(self, name: str, day: date, end: bool) -> None:
        self.do(lambda: self.n.profile.add_tracker(name, Measure.COUNT))
        rest = self.n.profile.end_rest if end else self.n.profile.begin_rest
        self.do(lambda: rest(day))
        self.do(lambda: self.n.profile.write_own_help(name))

    @rule(text=WORDS, day=DAYS, which=WHICH, new=st.booleans())
    def talk(self, text: str, day: date, which: int, new: bool) -> None:
        talk = None if new else self.pick(Talk, day, which)
        self.do(lambda: self.n.talks.write(day, text, talk))
        if talk is None and (made := self.pick(Talk, day, which)) is not None:
            self.do(lambda: self.n.talks.make_goal(made, "small"))

    @rule(text=SOME_WORDS, typed=st.sampled_from(["", "2027-01-04", "2024-02-29 25:30 a b"]))
    def lean_on(self, text: str, typed: str) -> None:
        self.do(lambda: self.n.supporters.add(text))
        self.do(lambda: self.n.visits.make(typed))
        if ahead := self.n.visits.ahead():
            self.do(lambda: self.n.visits.put_on(ahead[0], typed))

    @rule(text=SOME_WORDS, day=DAYS, which=WHICH, closes=st.booleans())
    def need(self, text: str, day: date, which: int, closes: bool) -> None:
        if (need := self.pick(Need, day, which)) is not None and closes:
            self.do(lambda: self.n.needs.close(need, None if need.closed_on else day))
        else:
            self.do(lambda: self.n.needs.add(text, NeedKind.PLEASE))

    @rule(
        text=WORDS,
        audience=st.sampled_from(Audience),
        section=st.sampled_from(PageSection),
        names=st.booleans(),
    )
    def page(self, text: str, audience: Audience, section: PageSection, names: bool) -> None:
        if names:
            self.do(lambda: self.n.sharing.stand_in(audience, text, "X"))
        else:
            self.do(lambda: self.n.sharing.write(audience, section, text))

    @rule(day=DAYS, which=WHICH, aspect=st.sampled_from(Aspect), ticks=st.booleans())
    def sheet(self, day: date, which: int, aspect: Aspect, ticks: bool) -> None:
        if (topic := self.pick(Topic, day, which)) is not None and ticks:
            self.do(lambda: self.n.visit_sheet.tick(topic, None if topic.told_on else day))
        elif topic is not None:
            self.do(lambda: self.n.visit_sheet.turn(topic, aspect))

    # What happens meanwhile

    @rule(minutes=st.integers(1, 600))
    def time_passes(self, minutes: int) -> None:
        self.n.clock.move(minutes=minutes)

    @rule()
    def save(self) -> None:
        self.n.save()
        assert on_disk(self.root) == self.n.live()

    @precondition(lambda self: len(self.past) > 3)
    @rule()
    def leave_and_come_back(self) -> None:
        held = self.n.live()
        self.n.close()
        self.open()
        assert self.n.live() == held

    # Back and forth

    @rule()
    def undo(self) -> None:
        now = self.n.live()
        assert (self.n.book.undo() is not None) == bool(self.past)
        if self.past:
            assert self.n.live() == self.past.pop()
            self.future.append(now)

    @rule()
    def redo(self) -> None:
        now = self.n.live()
        assert (self.n.book.redo() is not None) == bool(self.future)
        if self.future:
            assert self.n.live() == self.future.pop()
            self.past.append(now)

    @invariant()
    def no_record_stands_in_two_places(self) -> None:
        self.n.live()

    def teardown(self) -> None:
        while self.future:
            self.redo()
        last, first = self.n.live(), self.past[0] if self.past else self.n.live()
        steps = len(self.past)
        for _ in range(steps):
            assert self.n.book.undo() is not None
        assert self.n.live() == first
        self.n.save()
        assert on_disk(self.root) == first
        for _ in range(steps):
            assert self.n.book.redo() is not None
        assert self.n.live() == last
        self.n.close()
        assert on_disk(self.root) == last
        self.folder.cleanup()


AnyOrder.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestAnyOrder = AnyOrder.TestCase
