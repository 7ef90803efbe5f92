"""Every verb of the person, each as one act on a furnished notebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from tests.notebook.support import BEFORE, DAY, Notebook, only

from stepup.domain.corner import Clipping, DrawerItem, ItemKind, Later
from stepup.domain.goal import Answer, Goal, GoalDay, GoalState, SomeDay
from stepup.domain.income import Income
from stepup.domain.income_entry import Entry
from stepup.domain.journal import JournalEntry, Topic, Win
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.profile import LookAway
from stepup.domain.review import Review
from stepup.domain.rhythm import Contact, Mark, Measure, Sleep, Tracker
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.domain.span import Span
from stepup.domain.stage import StageKey
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState
from stepup.notebook import keeping
from stepup.notebook.goal_days import GoalDays
from stepup.notebook.ladder import Ladder
from stepup.notebook.versions import Versions

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


def _done(n: Notebook) -> GoalDay:
    return only(GoalDays(n.book).of(_water(n), "2026"))


def _line(n: Notebook) -> SomeDay:
    return only(n.goals.some_day())


def _mark_own(n: Notebook, name: str, value: int) -> None:
    n.days.mark(DAY, _row(n, name).id, value)


def _clipping(n: Notebook) -> Clipping:
    return only(n.corners.clippings("2026"))


def _closed(n: Notebook) -> Later:
    return only(n.corners.closed())


def _opened(n: Notebook) -> Later:
    return only(n.corners.opened("2025"))


def _drawn(n: Notebook) -> DrawerItem:
    return only(n.corners.drawer())


def _number(n: Notebook) -> OwnNumber:
    return only(n.own_numbers.all())


def _value(n: Notebook) -> OwnValue:
    return only(n.own_numbers.on(DAY))


def _left(n: Notebook) -> Review:
    return only(n.reviews.of_year("2026"))


def _old_plan(n: Notebook) -> Sheet:
    plan = n.sheets.current(SheetTopic.PLAN)
    return plan.with_section(Section(key="wish", text="what was wished before")).replace(id="old")


def _work(n: Notebook) -> Work:
    return only(n.works.open())


def _closed_work(n: Notebook) -> Work:
    return only(n.works.closed("2026"))


def _time(n: Notebook) -> WorkSession:
    return only(n.works.sessions(_work(n), "2026"))


def _pay(n: Notebook) -> Income:
    return next(one for one in n.incomes.all() if one.gross)


def _costs(n: Notebook) -> Income:
    return next(one for one in n.incomes.all() if one.expenses)


def _leave(n: Notebook, field: str, text: str, before: Review | None = None) -> None:
    n.reviews.leave(DAY, Span(BEFORE, DAY), field, text, before)


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
    "goal with rungs": lambda n: n.goals.add("be with people", "connect", steps=["listen", "one"]),
    "why": lambda n: n.goals.say_why(_walk(n), "for my knees"),
    "how hard a rung seems": lambda n: Ladder(n.book).seems(_walk(n), 0, 7),
    "what 0 means": lambda n: Ladder(n.book).name_ends(_walk(n), easy="like on a good day"),
    "what is thought of a rung": lambda n: Ladder(n.book).predict(_walk(n), 0, 7),
    "how a rung was": lambda n: Ladder(n.book).live(_walk(n), 0, 2),
    "how a goal came out": lambda n: GoalDays(n.book).rate(_done(n), 1),
    "look at a goal": lambda n: GoalDays(n.book).review(_curtain(n), Answer.FINE),
    "leave a goal be": lambda n: GoalDays(n.book).review(_curtain(n), Answer.LEAVE),
    "take some day up": lambda n: n.goals.take_up(_line(n)),
    # Stages
    "come": lambda n: n.stages.turn_here("try", DAY),
    "leave": lambda n: n.stages.turn_here("breathe", DAY),
    "rest in a place": lambda n: n.stages.turn_rest("breathe", DAY),
    "add a place": lambda n: n.stages.add("the bench"),
    "rename a place": lambda n: n.stages.rename(n.stages.all()[0], "air"),
    "say of a place": lambda n: n.stages.say(n.stages.all()[0], "when it is quiet"),
    "hide a place": lambda n: n.stages.hide(n.stages.all()[0]),
    "bring a place back": lambda n: n.stages.bring_back(only(n.stages.hidden())),
    "ease": lambda n: n.stages.feel("breathe", 7, DAY),
    "ease changed": lambda n: n.stages.feel("earn", 7, DAY),
    "ease taken away": lambda n: n.stages.feel("earn", 2, DAY),
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
    # Corners
    "clip": lambda n: n.corners.clip(DAY, "A kind word in a shop."),
    "clip on": lambda n: n.corners.clip(DAY, "A library opened.", _clipping(n)),
    "clip nothing": lambda n: n.corners.clip(DAY, " ", _clipping(n)),
    "where a clipping is from": lambda n: n.corners.name_source(_clipping(n), "the radio"),
    "take a clipping away": lambda n: n.corners.take_out(_clipping(n)),
    "lay by": lambda n: n.corners.lay_by(DAY, "a mail I cannot read now"),
    "lay by other words": lambda n: n.corners.lay_by(DAY, "the letter, and its form", _closed(n)),
    "not before": lambda n: n.corners.not_before(_closed(n), "2026-07-01"),
    "open": lambda n: n.corners.open(_closed(n), DAY),
    "open in another year": lambda n: n.corners.open(_closed(n), date(2027, 1, 1)),
    "close again": lambda n: n.corners.close_again(_opened(n)),
    "take what is closed away": lambda n: n.corners.take_out(_closed(n)),
    "put in": lambda n: n.corners.put_in("the old song", ItemKind.SONG),
    "put in words of a win": lambda n: n.corners.put_in_words_of(_win(n).text, ItemKind.WIN),
    "put in other words": lambda n: n.corners.put_in("the sea in May", before=_drawn(n)),
    "take out of the drawer": lambda n: n.corners.take_out(_drawn(n)),
    # Own numbers
    "own number": lambda n: n.own_numbers.add("noise", "-5..5"),
    "rename a number": lambda n: n.own_numbers.rename(_number(n), "ache"),
    "retire a number": lambda n: n.own_numbers.retire(_number(n)),
    "another range": lambda n: n.own_numbers.change_range(_number(n), "0-100"),
    "note a number": lambda n: n.own_numbers.note(_number(n), BEFORE, "6.5"),
    "correct a number": lambda n: n.own_numbers.correct(_number(n), _value(n), "4"),
    "empty a number": lambda n: n.own_numbers.correct(_number(n), _value(n), ""),
    "take a number away": lambda n: n.own_numbers.take_away(_value(n)),
    # Sheets
    "write a sheet": lambda n: n.sheets.write(SheetTopic.MANUAL, "tires", "crowds"),
    "write on in a sheet": lambda n: n.sheets.write(SheetTopic.NOW, "mind", "rested"),
    "write in a sheet of before": lambda n: n.sheets.write(SheetTopic.PLAN, "wish", "the hills"),
    "add a heading": lambda n: n.sheets.add_heading(SheetTopic.NOW, "Nights"),
    "word a heading": lambda n: n.sheets.rename(SheetTopic.NOW, "mind", "Inside"),
    "move a heading": lambda n: n.sheets.move(SheetTopic.NOW, "body", -1),
    "take a heading out": lambda n: n.sheets.take_out(SheetTopic.NOW, "mind"),
    "put a heading back": lambda n: n.sheets.put_back(SheetTopic.NOW, "hard"),
    "look at a sheet again": lambda n: n.sheets.look_again(SheetTopic.PLAN, date(2027, 1, 1)),
    "take a sheet up again": lambda n: n.sheets.take_up(_old_plan(n)),
    "look now and then": lambda n: n.sheets.set_check_in(14),
    "look no more": lambda n: n.sheets.set_check_in(None),
    "put a look off": lambda n: n.sheets.put_off(date(2026, 6, 20)),
    # Looking back
    "leave a line": lambda n: n.reviews.leave(DAY, Span(DAY, DAY), "sentence", "It was grey."),
    "leave another line": lambda n: _leave(n, "smaller", "the walk", _left(n)),
    "empty a look back": lambda n: _leave(n, "keep", "", _left(n)),
    "take a look back away": lambda n: n.reviews.take_away(_left(n)),
    # Two versions
    "keep as it stands": lambda n: Versions(n.book).keep_standing(only(Versions(n.book).all())),
    "keep both": lambda n: Versions(n.book).keep_both(only(Versions(n.book).all())),
    "take the other one": lambda n: Versions(n.book).keep_beside(only(Versions(n.book).all())),
    # Works
    "find a work": lambda n: n.works.add("fold boxes", WorkKind.PIECES),
    "name a work anew": lambda n: n.works.reword(_work(n), "type in shops"),
    "empty a work": lambda n: n.works.reword(_work(n), ""),
    "kind of a work": lambda n: n.works.name_kind(_work(n), WorkKind.CROWD),
    "apply for a work": lambda n: n.works.move(_work(n), WorkState.APPLIED),
    "close a work": lambda n: n.works.move(_work(n), WorkState.PAID),
    "open a work again": lambda n: n.works.move(_closed_work(n), WorkState.DOING),
    "write in a work": lambda n: n.works.say(_work(n), "notes", "ten lines\nand a break"),
    "how tiring a work was": lambda n: n.works.say_tired(_work(n), "７ legs"),
    "take a work away": lambda n: n.works.take_away(_closed_work(n)),
    "sit down to a work": lambda n: n.works.sit_down(_work(n), BEFORE, "25"),
    "begin a work by sitting down": lambda n: n.works.sit_down(_closed_work(n), DAY, "1:30"),
    "another time": lambda n: n.works.time_again(_time(n), "9:00-9:30"),
    "empty a time": lambda n: n.works.time_again(_time(n), " "),
    "a break": lambda n: n.works.take_break(_time(n), 10),
    "energy before": lambda n: n.works.feel_before(_time(n), 4),
    "energy after": lambda n: n.works.feel_after(_time(n), 2),
    "take a time away": lambda n: n.works.take_session_away(_time(n)),
    # Income
    "income": lambda n: n.incomes.note(Entry(date(2027, 1, 4), client="Desk", gross=300)),
    "correct an income": lambda n: n.incomes.correct(_pay(n), Entry(DAY, "Desk", gross=900)),
    "correct its year": lambda n: n.incomes.correct(_pay(n), Entry(date(2025, 12, 31), gross=1)),
    "note on an income": lambda n: n.incomes.correct(
        _costs(n), Entry(DAY, expenses=140, note="two stamps")
    ),
    "take an income away": lambda n: n.incomes.take_away(_costs(n)),
    "take the first income away": lambda n: n.incomes.take_away(_pay(n)),
    "what next": lambda n: n.incomes.say_then("one more, some day"),
    "put the card away": lambda n: n.incomes.close_card(),
    "money worry": lambda n: n.incomes.write_worry("the rent, and the phone"),
    "empty the money worry": lambda n: n.incomes.write_worry(" "),
    # Keeping
    "revert": lambda n: keeping.revert(n.book, n.vault.generation),
}
"""Each makes exactly one change."""
