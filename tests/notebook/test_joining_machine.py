"""Two notebooks of one person that go their own ways: joined, they hold the same, and nothing is lost."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from tests.notebook.support import DAY, Live, Notebook, on_disk

from stepup.domain.goal import GoalState
from stepup.domain.joined import Joined
from stepup.notebook import joining
from stepup.vault import documents

WHO = st.sampled_from(["home", "away"])
WHICH = st.integers(0, 5)
WORD = st.integers(0, 3).map(lambda number: f"words {number}")
Key = tuple[str, str]


def content(root: Path) -> Live:
    """What a person has in a notebook; what the program keeps in mind of joinings is not theirs."""
    return {key: value for key, value in on_disk(root).items() if key[0] != Joined.kind}


def form(document: dict[str, Any]) -> bytes:
    """A version's content, under whatever id it is kept."""
    plain = {name: value for name, value in document.items() if name not in ("id", "copy_of")}
    return documents.canonical(plain)


class TwoComputers(RuleBasedStateMachine):
    """Acts at home and away, saved or not, taken back or not; joined either way, any number of times."""

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        self.opened = 0
        self.roots = {who: Path(self.folder.name) / who for who in ("home", "away")}
        self.had: dict[str, dict[Key, set[bytes]]] = {}
        home = self.open("home")
        for word in ("washed a cup", "fed the cat"):
            home.days.add_win(DAY, word)
        home.goals.add("open the curtain")
        home.profile.write_own_help("sit down")
        home.close()
        shutil.copytree(self.roots["home"], self.roots["away"])
        self.books = {who: self.open(who) for who in self.roots}
        self.had = {who: defaultdict(set) for who in self.roots}
        self.remember()

    def open(self, who: str) -> Notebook:
        self.opened += 1
        return Notebook(self.roots[who], name=f"{who[0]}{self.opened}-")

    def remember(self) -> None:
        for who, book in self.books.items():
            for key, (_shard, document) in book.live().items():
                self.had[who][key].add(form(document))

    def teardown(self) -> None:
        for book in getattr(self, "books", {}).values():
            book.close()
        self.folder.cleanup()

    def pick(self, found: list[Any], which: int, act: Callable[[Any], object]) -> None:
        if found:
            act(sorted(found, key=lambda one: str(one.id))[which % len(found)])
        self.remember()

    @rule(who=WHO, word=WORD, year=st.sampled_from([2025, 2026]))
    def write_a_win(self, who: str, word: str, year: int) -> None:
        self.books[who].days.add_win(date(year, 5, 31), word)
        self.remember()

    @rule(who=WHO, which=WHICH, word=WORD)
    def reword_a_win(self, who: str, which: int, word: str) -> None:
        days = self.books[who].days
        self.pick(list(days.view(DAY).wins), which, lambda win: days.reword(win, word))

    @rule(who=WHO, which=WHICH)
    def take_a_win_away(self, who: str, which: int) -> None:
        days = self.books[who].days
        self.pick(list(days.view(DAY).wins), which, days.remove)

    @rule(who=WHO, which=WHICH, year=st.sampled_from([2025, 2026]))
    def close_a_goal(self, who: str, which: int, year: int) -> None:
        goals = self.books[who].goals
        self.pick(goals.open(), which, lambda goal: goals.done(goal, date(year, 5, 31)))

    @rule(who=WHO, which=WHICH)
    def open_a_goal_again(self, who: str, which: int) -> None:
        goals = self.books[who].goals
        closed = [*goals.closed("2026"), *goals.closed("2025")]
        self.pick(closed, which, lambda goal: goals.set_state(goal, GoalState.OPEN))

    @rule(who=WHO, which=WHICH, word=WORD)
    def word_a_goal_smaller(self, who: str, which: int, word: str) -> None:
        goals = self.books[who].goals
        self.pick(goals.open(), which, lambda goal: goals.smaller(goal, word))

    @rule(who=WHO, word=WORD, row=st.sampled_from(["meal", "bath", "outside"]))
    def change_what_there_is_one_of(self, who: str, word: str, row: str) -> None:
        self.books[who].profile.write_own_help(word)
        self.books[who].profile.switch_row(row)
        self.remember()

    @rule(who=WHO)
    def take_back(self, who: str) -> None:
        self.books[who].book.undo()
        self.remember()

    @rule(who=WHO)
    def do_again(self, who: str) -> None:
        self.books[who].book.redo()
        self.remember()

    @rule(who=WHO)
    def close_and_open(self, who: str) -> None:
        self.books[who].close()
        self.books[who] = self.open(who)

    @rule(who=WHO)
    def join(self, who: str) -> None:
        other = "away" if who == "home" else "home"
        for book in self.books.values():
            book.save()
        before = {name: content(root) for name, root in self.roots.items()}
        twin = self.joined_the_other_way(who, other)
        untouched = content(self.roots[other])
        mine = self.books[who]
        joining.accept(mine.book, joining.read_other(mine.book, self.roots[other]))
        mine.save()
        after = content(self.roots[who])
        assert after == twin, "the same whichever is joined to which"
        assert content(self.roots[other]) == untouched
        assert joining.read_other(mine.book, self.roots[other]).is_nothing
        self.nothing_is_lost(before, after, who, other)
        self.remember()

    def joined_the_other_way(self, who: str, other: str) -> Live:
        with TemporaryDirectory() as folder:
            root = Path(folder) / "twin"
            shutil.copytree(self.roots[other], root)
            twin = Notebook(root, name="twin")
            joining.accept(twin.book, joining.read_other(twin.book, self.roots[who]))
            assert twin.book.undo() is None or self.plain(twin) == content(self.roots[other])
            twin.book.redo()
            twin.close()
            return content(root)

    @staticmethod
    def plain(window: Notebook) -> Live:
        return {key: value for key, value in window.live().items() if key[0] != Joined.kind}

    def nothing_is_lost(self, before: dict[str, Live], after: Live, who: str, other: str) -> None:
        """A version may be gone only where the other side had it too, and went on from it."""
        there = {(key[0], form(document)) for key, (_shard, document) in after.items()}
        words = " ".join(str(document) for _shard, document in after.values())
        for name, elsewhere in ((who, other), (other, who)):
            seen = {(key[0], one) for key, forms in self.had[elsewhere].items() for one in forms}
            had = b" ".join(one for _kind, one in seen)
            for key, (_shard, document) in before[name].items():
                text = str(document.get("text", ""))
                if key[0] == "own_help" and (text in words or text.encode() in had):
                    continue  # of what there is one of, the words are put together
                if key[0] == "preferences" and key in after:
                    continue
                assert {(key[0], form(document))} & (there | seen)

    @invariant()
    def no_record_stands_twice(self) -> None:
        for book in getattr(self, "books", {}).values():
            book.live()


TwoComputers.TestCase.settings = settings(
    max_examples=60, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)


class TestTwoComputers(TwoComputers.TestCase):  # type: ignore[misc, valid-type]  # made by Hypothesis
    """Runs the machine."""
