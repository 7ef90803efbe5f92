"""What a change was, in words, for the history."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from stepup.domain.change import Label
from stepup.domain.text import one_line
from stepup.i18n import N_, _

_WORDS: Final[dict[Label, str]] = {
    Label.MOOD: N_("mood"),
    Label.ENERGY: N_("energy"),
    Label.SLEEP: N_("sleep"),
    Label.MARK: N_("a mark of the day"),
    Label.WIN: N_("small win"),
    Label.FOR_SOMEONE: N_("something for someone"),
    Label.TOPIC: N_("something to talk about"),
    Label.LOOKED: N_("looked at the day"),
    Label.JOURNAL: N_("journal"),
    Label.TAGS: N_("tags"),
    Label.CLOSE_ENTRY: N_("an entry put away or brought back"),
    Label.GOAL: N_("goal"),
    Label.GOAL_DAY: N_("goals of a day"),
    Label.GOAL_DONE: N_("a goal done"),
    Label.GOAL_HALF: N_("a goal half done"),
    Label.GOAL_SMALLER: N_("a goal made smaller"),
    Label.GOAL_NOT_NOW: N_("a goal for later"),
    Label.GOAL_REST: N_("a goal at rest"),
    Label.GOAL_LET_GO: N_("a goal let go"),
    Label.GOAL_OPEN: N_("a goal taken up again"),
    Label.STEP: N_("a step"),
    Label.LADDER: N_("a ladder"),
    Label.ATTEMPT: N_("a try"),
    Label.GOAL_LEVEL: N_("how a goal came out"),
    Label.GOAL_REVIEW: N_("a look at a goal"),
    Label.GOAL_WHY: N_("why a goal matters"),
    Label.SOME_DAY: N_("some day"),
    Label.TRACKER: N_("a row of one's own"),
    Label.PREFERENCES: N_("settings"),
    Label.REST: N_("rest"),
    Label.OWN_HELP: N_("own plan for hard moments"),
    Label.CLIPPING: N_("good news"),
    Label.LATER: N_("something to open later"),
    Label.OPEN_LATER: N_("something opened, or closed again"),
    Label.DRAWER: N_("the drawer for hard days"),
    Label.OWN_NUMBER: N_("a number of one's own"),
    Label.OWN_VALUE: N_("a value of one's own number"),
    Label.REVIEW: N_("a look back"),
    Label.SHEET: N_("a sheet about oneself"),
    Label.SHEET_AGAIN: N_("an earlier sheet taken up again"),
    Label.REMOVE: N_("something taken away"),
    Label.STAGE: N_("a stage"),
    Label.PLACEMENT: N_("where one is"),
    Label.EASE: N_("how easy it feels"),
    Label.PROMISE: N_("a promise"),
    Label.PROMISE_STATE: N_("what became of a promise"),
    Label.PROMISE_MESSAGE: N_("a message about a promise"),
    Label.PIECE: N_("a piece"),
    Label.STRENGTH: N_("a line about myself and work"),
    Label.PRACTICE: N_("practice"),
    Label.LEARNING: N_("something I learn"),
    Label.CARD: N_("a rehearsal card"),
    Label.PAPER: N_("a draft of a paper"),
    Label.SUPPORTER: N_("who and what one leans on"),
    Label.VISIT: N_("a visit"),
    Label.APPOINTMENT: N_("an appointment"),
    Label.TALK: N_("a talk"),
    Label.TOPIC_ASPECT: N_("say, not talk about, or ask"),
    Label.TOPIC_TOLD: N_("something talked about"),
    Label.NEED: N_("a difficulty or a wish"),
    Label.NEED_CLOSED: N_("a difficulty or a wish put away or brought back"),
    Label.ANSWER: N_("an answer for when one is asked"),
    Label.FIRST_MESSAGE: N_("a first message"),
    Label.SHARE_WORDS: N_("words for a page to hand over"),
    Label.HANDOVER: N_("a page handed over"),
    Label.WORK: N_("a work"),
    Label.WORK_STATE: N_("where a work is"),
    Label.WORK_SESSION: N_("a time of working"),
    Label.INCOME: N_("income"),
    Label.INCOME_CORRECTED: N_("an income corrected"),
    Label.FIRST_INCOME: N_("the card of the first pay"),
    Label.MONEY_WORRY: N_("a note about money"),
    Label.UNDO: N_("undo"),
    Label.REDO: N_("redo"),
    Label.IMPORT: N_("import"),
    Label.JOIN: N_("two notebooks joined"),
    Label.VERSIONS: N_("two versions of an entry"),
}


def done_words(codes: Iterable[str], *, counts: bool = True) -> str:
    """Return what a save did, each kind of change once, with how often where that was more than once."""
    said = []
    for words, times in Counter(one_line(label_words(code)) for code in codes).items():
        many = counts and times > 1
        said.append(_("{said} ({remark})").format(said=words, remark=times) if many else words)
    return _(", ").join(said)


def label_words(code: str) -> str:
    """Return a change's label in words; a code of a newer version as it is."""
    try:
        return _(_WORDS[Label(code)])
    except ValueError:
        return one_line(code)
