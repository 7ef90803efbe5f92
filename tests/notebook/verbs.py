"""Every verb of the person, each as one act on a furnished notebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.goal import Goal, GoalState, SomeDay
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.profile import LookAway
from stepup.domain.rhythm import Contact, Mark, Measure, Sleep, Tracker
from stepup.domain.stage import StageKey
from stepup.notebook import keeping

Verb = Callable[[Notebook], object]


def _goal(n: Notebook, text: str) -> Goal:
    goals = [*n.goals.open(), *n.goals.closed("2026")]
    return next(goal for goal in goals if goal.text == text)


def _curtain(n: Notebook) -> Goal:
    return _goal(n, "open the curtain")


def _walk(n: Notebook) -> Goal:
    return _goal(n, "walk to the corner")


def _water(n: Notebook) -> Goal:
    return _goal(n, "drink water")


def _win(n: Notebook) -> Win:
    return n.days.view(DAY).wins[0]


def _topic(n: Notebook) -> Topic:
    return n.days.view(DAY).topics[0]


def _entry(n: Notebook) -> JournalEntry:
    return n.journal.entries(DAY)[0]


def _mark(n: Notebook, row: str) -> Mark:
    return n.days.view(DAY).marks_of(row)[-1]


def _sleep(n: Notebook) -> Sleep:
    return n.days.view(DAY).sleeps[0]


def _row(n: Notebook, name: str) -> Tracker:
    return next(row for row in n.profile.trackers() if row.name == name)


def _line(n: Notebook) -> SomeDay:
    return only(n.goals.some_day())


def _mark_own(n: Notebook, name: str, value: int) -> None:
    n.days.mark(DAY, _row(n, name).id, value)


VERBS: dict[str, Verb] = {
    # Days
    "mood": lambda n: n.days.log_mood(DAY, 4),
    "mood of a past day": lambda n: n.days.log_mood(BEFORE, 5),
    "mood of long ago": lambda n: n.days.log_mood(date(2019, 2, 28), 5),
    "energy": lambda n: n.days.log_energy(DAY, 1),
    "energy of a past day": lambda n: n.days.log_energy(BEFORE, 1),
    "sleep": lambda n: n.days.log_sleep(DAY, "14:00-15:00"),
    "a night awake": lambda n: n.days.log_sleep(DAY, "none"),
    "sleep corrected": lambda n: n.days.log_sleep(DAY, "4:00-11:40", _sleep(n)),
    "mark": lambda n: n.days.mark(DAY, "meal"),
    "mark that switches its row on": lambda n: n.days.mark(DAY, "bath"),
    "contact": lambda n: n.days.mark(DAY, "contact", way=Contact.ONLINE),
    "mark in a row of one's own": lambda n: _mark_own(n, "ease", 3),
    "unmark": lambda n: n.days.unmark(DAY, "meal"),
    "revalue": lambda n: n.days.revalue(_mark(n, "outside"), 25),
    "win": lambda n: n.days.add_win(DAY, "opened a letter"),
    "for someone": lambda n: n.days.add_win(DAY, "fed the cat", for_someone=True),
    "topic": lambda n: n.days.add_topic(BEFORE, "sleep"),
    "reword a win": lambda n: n.days.reword(_win(n), "washed two cups"),
    "reword a topic": lambda n: n.days.reword(_topic(n), "the dentist, some time"),
    "reword to nothing": lambda n: n.days.reword(_win(n), " "),
    "win becomes topic": lambda n: n.days.make(_win(n), "topic"),
    "topic becomes for someone": lambda n: n.days.make(_topic(n), "for_someone"),
    "remove": lambda n: n.days.remove(_win(n)),
    "looked": lambda n: n.days.note_looked(DAY),
    # Goals
    "goal": lambda n: n.goals.add("read a page", StageKey.TRY),
    "goal for today": lambda n: n.goals.add("read a page", chosen_for=DAY),
    "reword a goal": lambda n: n.goals.reword(_walk(n), "walk to the gate"),
    "take a goal away": lambda n: n.goals.reword(_walk(n), ""),
    "smaller": lambda n: n.goals.smaller(_curtain(n), "open it a finger wide"),
    "move": lambda n: n.goals.move(_walk(n), StageKey.STEP_OUT),
    "repeat": lambda n: n.goals.repeat(_walk(n), repeats=True),
    "choose": lambda n: n.goals.choose(_walk(n), DAY),
    "choose off": lambda n: n.goals.choose(_curtain(n), DAY),
    "done": lambda n: n.goals.done(_walk(n), DAY),
    "done in another year": lambda n: n.goals.done(_walk(n), date(2025, 12, 31)),
    "done what was chosen": lambda n: n.goals.done(_curtain(n), DAY),
    "half": lambda n: n.goals.half(_curtain(n), DAY),
    "half opens again": lambda n: n.goals.half(_water(n), DAY),
    "not now": lambda n: n.goals.set_state(_curtain(n), GoalState.NOT_NOW),
    "rest a goal": lambda n: n.goals.set_state(_walk(n), GoalState.RESTING),
    "let go": lambda n: n.goals.set_state(_curtain(n), GoalState.LET_GO),
    "open again": lambda n: n.goals.set_state(_water(n), GoalState.OPEN),
    "step": lambda n: n.goals.add_step(_walk(n), "find a coat"),
    "reword a step": lambda n: n.goals.reword_step(_walk(n), 0, "find one shoe"),
    "take a step away": lambda n: n.goals.reword_step(_walk(n), 0, ""),
    "step done": lambda n: n.goals.step_done(_walk(n), 0, DAY),
    "some day": lambda n: n.goals.add_some_day("see snow"),
    "reword some day": lambda n: n.goals.reword_some_day(_line(n), "see a lake"),
    "take some day away": lambda n: n.goals.reword_some_day(_line(n), ""),
    "take some day up": lambda n: n.goals.take_up(_line(n)),
    # Journal
    "write": lambda n: n.journal.write(DAY, "And then it stopped."),
    "write on": lambda n: n.journal.write(DAY, "It rained. All day.", _entry(n)),
    "write nothing": lambda n: n.journal.write(DAY, "", _entry(n)),
    "tag": lambda n: n.journal.tag(_entry(n), "weather, #quiet"),
    "put away": lambda n: n.journal.close(_entry(n)),
    # Profile
    "day start": lambda n: n.profile.change(day_start=time(6)),
    "switch a row on": lambda n: n.profile.switch_row("bath"),
    "switch a row off": lambda n: n.profile.switch_row("meal"),
    "look away": lambda n: n.profile.look_away(LookAway.TOTALS),
    "row of one's own": lambda n: n.profile.add_tracker("tea", Measure.CLOCK),
    "retire a row": lambda n: n.profile.change_tracker(_row(n, "stretch"), retired=True),
    "end a rest": lambda n: n.profile.end_rest(date(2026, 6, 2)),
    "end a rest at once": lambda n: n.profile.end_rest(DAY),
    "rest before": lambda n: n.profile.begin_rest(date(2026, 1, 1)),
    "own help": lambda n: n.profile.write_own_help("sit down first"),
    # Keeping
    "revert": lambda n: keeping.revert(n.book, n.vault.generation),
}
"""Each makes exactly one change."""
