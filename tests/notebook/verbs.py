"""Every verb of the person, each as one act on a furnished notebook."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from tests.notebook.support import BEFORE, DAY, Notebook, hand_over, only, win

from stepup.domain.answer import Asker
from stepup.domain.card import Occasion
from stepup.domain.corner import Clipping, DrawerItem, ItemKind, Later
from stepup.domain.goal import Answer, Goal, GoalDay, GoalState, SomeDay
from stepup.domain.income import Income
from stepup.domain.income_entry import Entry
from stepup.domain.incoming import Incoming, Proposed
from stepup.domain.journal import Aspect, JournalEntry, Topic, Win
from stepup.domain.need import Need, NeedKind
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.domain.piece import Piece
from stepup.domain.profile import LookAway
from stepup.domain.promise import Promise, PromiseState
from stepup.domain.review import Review
from stepup.domain.rhythm import Contact, Mark, Measure, Sleep, Tracker
from stepup.domain.share import Audience, Handover, PageSection, ShareChoice
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.domain.span import Span
from stepup.domain.stage import StageKey
from stepup.domain.strength import Learning, Practice, Side
from stepup.domain.supporter import (
    Appointment,
    Suits,
    Supporter,
    SupporterKind,
    Visit,
    VisitHow,
)
from stepup.domain.talk import Talk
from stepup.domain.work import Work, WorkKind, WorkSession, WorkState
from stepup.notebook import keeping, transfer
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


def _library(n: Notebook) -> Supporter:
    return only(n.supporters.all())


def _visit(n: Notebook) -> Visit:
    return only(n.visits.of_year("2026"))


def _date(n: Notebook) -> Appointment:
    return only(n.visits.ahead())


def _talk(n: Notebook) -> Talk:
    return only(n.talks.of_year("2026"))


def _need(n: Notebook) -> Need:
    return only(n.needs.open())


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


def _from_elsewhere() -> Incoming:
    def proposed(day: date) -> Proposed:
        document = win(f"from {day}", day, "brought along", for_someone=False)
        return Proposed(f"{day.year}", "win", document)

    return Incoming(proposed=(proposed(DAY), proposed(date(2018, 2, 28))))


def _leave(n: Notebook, field: str, text: str, before: Review | None = None) -> None:
    n.reviews.leave(DAY, Span(BEFORE, DAY), field, text, before)


def _promise(n: Notebook) -> Promise:
    return only(n.promises.open())


def _was_kept(n: Notebook) -> Promise:
    return only(n.promises.closed("2026"))


def _piece(n: Notebook) -> Piece:
    return only(n.pieces.undated())


def _dated_piece(n: Notebook) -> Piece:
    return only(n.pieces.of_year("2025"))


def _practice(n: Notebook) -> Practice:
    return only(n.strengths.practices("2026"))


def _learning(n: Notebook) -> Learning:
    return only(n.strengths.learning())


def _handed(n: Notebook) -> Handover:
    return only(n.sharing.handovers("2026"))


def _choice(n: Notebook) -> ShareChoice:
    return n.sharing.choice(_FOR)


_FOR = Audience.COUNSELLOR

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
    # Promises
    "promise": lambda n: n.promises.add("three logos"),
    "reword a promise": lambda n: n.promises.reword(_promise(n), "the list of shops"),
    "take a promise away": lambda n: n.promises.reword(_promise(n), ""),
    "due": lambda n: n.promises.set_due(_promise(n), "2026年7月1日"),
    "due no more": lambda n: n.promises.set_due(_promise(n), ""),
    "days to spare": lambda n: n.promises.set_spare(_promise(n), "5日"),
    "no days to spare": lambda n: n.promises.set_spare(_promise(n), ""),
    "name a client": lambda n: n.promises.name_client(_promise(n), "Suzuki"),
    "promise of a work": lambda n: n.promises.belongs_to(_promise(n), "some work"),
    "agree on more": lambda n: n.promises.add_agreed(_promise(n), "as one file"),
    "word what was agreed": lambda n: n.promises.reword_agreed(_promise(n), 0, "twice checked"),
    "agree on less": lambda n: n.promises.reword_agreed(_promise(n), 0, " "),
    "tick": lambda n: n.promises.tick(_promise(n), 0),
    "promise kept": lambda n: n.promises.set_state(_promise(n), PromiseState.KEPT),
    "promise handed over": lambda n: n.promises.set_state(_promise(n), PromiseState.HANDED_OVER),
    "promise let go": lambda n: n.promises.set_state(_promise(n), PromiseState.LET_GO),
    "promise taken up": lambda n: n.promises.set_state(_was_kept(n), PromiseState.OPEN),
    "write a message": lambda n: n.promises.write_message(_promise(n), "A day later, I think."),
    "take a promise that was kept away": lambda n: n.promises.take_away(_was_kept(n)),
    "promises on today": lambda n: n.profile.change(promises_on_today=True),
    # Pieces
    "piece": lambda n: n.pieces.add("a map"),
    "retitle a piece": lambda n: n.pieces.retitle(_piece(n), "the station"),
    "take a piece's title away": lambda n: n.pieces.retitle(_piece(n), ""),
    "part in a piece": lambda n: n.pieces.say(_piece(n), "part", "the lines"),
    "about a piece": lambda n: n.pieces.say(_piece(n), "about", "In ink.\nIn June."),
    "date a piece": lambda n: n.pieces.set_made_on(_piece(n), "2024-02-29"),
    "date a piece no more": lambda n: n.pieces.set_made_on(_dated_piece(n), ""),
    "piece of a work": lambda n: n.pieces.belongs_to(_piece(n), "some work"),
    "take a piece away": lambda n: n.pieces.take_away(_dated_piece(n)),
    # Strengths
    "strength": lambda n: n.strengths.add(Side.DOES_NOT_SUIT, "the phone"),
    "reword a strength": lambda n: n.strengths.reword(only(n.strengths.all()), "typing fast"),
    "empty a strength": lambda n: n.strengths.reword(only(n.strengths.all()), " "),
    "take a strength away": lambda n: n.strengths.take_away(only(n.strengths.all())),
    "practise": lambda n: n.strengths.practise(BEFORE, "knots"),
    "correct a practice": lambda n: n.strengths.correct(_practice(n), "drawing 1 h"),
    "empty a practice": lambda n: n.strengths.correct(_practice(n), ""),
    "take a practice away": lambda n: n.strengths.take_away(_practice(n)),
    "learn": lambda n: n.strengths.learn("first aid"),
    "reword what one learns": lambda n: n.strengths.reword_learning(_learning(n), "accounts"),
    "empty what one learns": lambda n: n.strengths.reword_learning(_learning(n), ""),
    "with whom one learns": lambda n: n.strengths.say(_learning(n), "with_whom", "a neighbour"),
    "since when one learns": lambda n: n.strengths.set_since(_learning(n), "2026-05-01"),
    "end what one learns": lambda n: n.strengths.end(_learning(n)),
    "learn again": lambda n: n.strengths.end(only(n.strengths.learnt("2026")), ended=False),
    "take what one learns away": lambda n: n.strengths.take_away(_learning(n)),
    # Cards
    "card": lambda n: n.cards.add(Occasion.FAMILY, "What comes next?"),
    "reword a card": lambda n: n.cards.reword(only(n.cards.cards()), "Your name, please?"),
    "empty a card": lambda n: n.cards.reword(only(n.cards.cards()), ""),
    "answer a card": lambda n: n.cards.answer(only(n.cards.cards()), "Sato, good morning."),
    "take a card away": lambda n: n.cards.take_away(only(n.cards.cards())),
    "paper": lambda n: n.cards.begin("why this place"),
    "retitle a paper": lambda n: n.cards.retitle(only(n.cards.papers()), "who I am"),
    "empty a paper's title": lambda n: n.cards.retitle(only(n.cards.papers()), ""),
    "write a paper": lambda n: n.cards.write(only(n.cards.papers()), "I like birds."),
    "take a paper away": lambda n: n.cards.take_away(only(n.cards.papers())),
    # Handing over
    "words for a page": lambda n: n.sharing.write(_FOR, PageSection.TODAY, "the phone"),
    "words for another page": lambda n: n.sharing.write(
        Audience.FAMILY, PageSection.NEEDS, "quiet"
    ),
    "empty the words for a page": lambda n: n.sharing.write(_FOR, PageSection.TODAY, ""),
    "replace a name": lambda n: n.sharing.stand_in(_FOR, "Suzuki", "a friend"),
    "replace a name otherwise": lambda n: n.sharing.stand_in(
        _FOR, "Tanaka", "my case worker", _choice(n).names[0]
    ),
    "let a name go": lambda n: n.sharing.stand_in(_FOR, "", before=_choice(n).names[0]),
    "hand over": lambda n: hand_over(n, n.vault.root.parent / "page.txt"),
    "name a receiver": lambda n: n.sharing.name_receiver(_handed(n), "the centre"),
    "take a handover away": lambda n: n.sharing.take_away(_handed(n)),
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
    # People
    "lean on": lambda n: n.supporters.add("the cat", SupporterKind.ANIMAL, some_day=True),
    "say more of a supporter": lambda n: n.supporters.word(_library(n), "noise", "quiet"),
    "name a supporter": lambda n: n.supporters.word(_library(n), "name", "the reading room"),
    "how a supporter suits": lambda n: n.supporters.change(_library(n), suits=Suits.NOT_SURE),
    "take a supporter away": lambda n: n.supporters.take_away(_library(n)),
    "visit": lambda n: n.visits.note(BEFORE, VisitHow.ONLINE),
    "words for a visit": lambda n: n.visits.note_words(_visit(n), "sat down"),
    "how a visit was": lambda n: n.visits.change(_visit(n), how=VisitHow.WENT, supporter=None),
    "a visit on another day": lambda n: n.visits.put_visit_on(_visit(n), "2025-12-31"),
    "take a visit away": lambda n: n.visits.take_away(_visit(n)),
    "appointment": lambda n: n.visits.make("2027-01-04"),
    "an appointment in another year": lambda n: n.visits.put_on(_date(n), "2027-01-04 9:30"),
    "title for a calendar": lambda n: n.visits.change_appointment(_date(n), title_shown=True),
    "take an appointment away": lambda n: n.visits.take_away(_date(n)),
    "talk": lambda n: n.talks.write(BEFORE, "a long call"),
    "write on in a talk": lambda n: n.talks.write(DAY, "more", _talk(n)),
    "empty a talk with someone": lambda n: n.talks.write(DAY, "", _talk(n)),
    "how a talk felt": lambda n: n.talks.change(_talk(n), before=2, after=3, next="rest"),
    "a goal from a talk": lambda n: n.talks.make_goal(_talk(n), "send the photo"),
    "a talk with someone new": lambda n: n.talks.with_name(_talk(n), "Miho"),
    "take a talk away": lambda n: n.talks.take_away(_talk(n)),
    "put on the visit sheet": lambda n: n.visit_sheet.add(DAY, "the fee", Aspect.ASK),
    "reword on the visit sheet": lambda n: n.visit_sheet.reword(_topic(n), "the teeth"),
    "empty a line of the sheet": lambda n: n.visit_sheet.reword(_topic(n), " "),
    "turn a line of the sheet": lambda n: n.visit_sheet.turn(_topic(n), Aspect.NOT_SAY),
    "tick on the sheet": lambda n: n.visit_sheet.tick(_topic(n), DAY),
    "tick all": lambda n: n.visit_sheet.tick_all(n.visit_sheet.open(), DAY),
    "back on the sheet": lambda n: n.visit_sheet.tick(only(n.visit_sheet.told("2026")), None),
    "need": lambda n: n.needs.add("half an hour", NeedKind.WOULD_HELP),
    "reword a need": lambda n: n.needs.reword(_need(n), "calls"),
    "empty a need": lambda n: n.needs.reword(_need(n), ""),
    "turn a need": lambda n: n.needs.turn(_need(n), NeedKind.PLEASE_NOT),
    "put a need away": lambda n: n.needs.close(_need(n), DAY),
    "bring a need back": lambda n: n.needs.close(only(n.needs.closed("2026")), None),
    "answer": lambda n: n.answers.add("I work at home.", Asker.SHOP),
    "reword an answer": lambda n: n.answers.reword(only(n.answers.all()), "Slowly."),
    "empty an answer": lambda n: n.answers.reword(only(n.answers.all()), ""),
    "who asks": lambda n: n.answers.change(only(n.answers.all()), asked="And work?"),
    "a blank of the first message": lambda n: n.answers.fill("about", "my days"),
    # Transfer
    "bring in": lambda n: transfer.accept(n.book, transfer.preview(n.book, _from_elsewhere())),
    # Keeping
    "revert": lambda n: keeping.revert(n.book, n.vault.generation),
}
"""Each makes exactly one change."""
