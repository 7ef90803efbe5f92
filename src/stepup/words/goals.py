"""Words for goals: what became of them, their ladders, looks at them."""

from __future__ import annotations

from typing import Final

from stepup.domain.goal import Answer, Goal, GoalDay, GoalReview, GoalState, Outcome
from stepup.domain.ladder import ENOUGH, Attempt, Compared
from stepup.i18n import N_, _, ngettext

# Against what was hoped: the whole words, and the short ones to choose from.
_LEVELS: Final[dict[int, tuple[str, str]]] = {
    -2: (N_("much less than hoped"), N_("much less")),
    -1: (N_("less than hoped"), N_("less")),
    0: (N_("about as hoped"), N_("about the same")),
    1: (N_("more than hoped"), N_("more")),
    2: (N_("much more than hoped"), N_("much more")),
}
ANSWERS: Final[dict[Answer, str]] = {
    Answer.FINE: N_("Fine as it is"),
    Answer.SMALLER: N_("A little smaller"),
    Answer.LEAVE: N_("Leave it be"),
}
STATES: Final[dict[GoalState, str]] = {
    GoalState.NOT_NOW: N_("not now"),
    GoalState.RESTING: N_("resting"),
    GoalState.DONE: N_("done"),
    GoalState.LET_GO: N_("let go"),
}
_OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.CHOSEN: N_("laid out"),
    Outcome.HALF: N_("half done"),
    Outcome.DONE: N_("done"),
}
_GROUP_RUNGS: Final = (
    N_("Just listen"),
    N_("One person, in writing"),
    N_("One person, by voice"),
    N_("One person, face to face"),
    N_("Two or three people"),
    N_("Four to six people"),
    N_("More people"),
)


def state_words(state: GoalState) -> str:
    """Return where a goal is; "" for an open one."""
    return _(STATES[state]) if state in STATES else ""


def level_words(level: int) -> str:
    """Return how a goal came out, -2 to 2: about as hoped."""
    return _(_LEVELS[level][0])


def level_choices() -> dict[int, str]:
    """Return the short words to choose from, each against what was hoped."""
    return {level: _(short) for level, (_whole, short) in _LEVELS.items()}


def day_words(day: GoalDay) -> str:
    """Return what became of a goal on a day: done, more than hoped."""
    said = [_(_OUTCOMES[day.outcome])]
    if day.level is not None:
        said.append(level_words(day.level))
    return _(", ").join(said)


def attempt_words(attempt: Attempt) -> str:
    """Return the numbers of a try: before 7, after 3; one that was left out is not named."""
    forms = ((_("before {number}"), attempt.before), (_("after {number}"), attempt.after))
    return _(", ").join(form.format(number=number) for form, number in forms if number is not None)


def easy_end(goal: Goal) -> str:
    """Return what 0 means for a goal: the person's words, or those it begins with."""
    return goal.easy or _("no trouble at all")


def hard_end(goal: Goal) -> str:
    """Return what 10 means for a goal: the person's words, or those it begins with."""
    return goal.hard or _("as hard as it gets")


def compared_sentence(together: Compared) -> str:
    """Return that it was often easier than thought; "" when there is too little to say so."""
    if together.tries < ENOUGH or together.easier * 2 <= together.tries:
        return ""
    return _("In {easier} of {tries} tries it was easier than thought.").format(
        easier=together.easier, tries=together.tries
    )


def came_up_sentence(days: int, recorded: int, weeks: int) -> str:
    """Return on how many days of the last weeks a goal came up, and what that rests on."""
    return ngettext(
        "In the last {weeks} weeks, on {days} day (of {recorded} with a record).",
        "In the last {weeks} weeks, on {days} days (of {recorded} with a record).",
        days,
    ).format(weeks=weeks, days=days, recorded=recorded)


def group_ladder() -> tuple[str, tuple[str, ...]]:
    """Return the words of a goal for contact by the size of the group, and of its rungs."""
    return _("Be among people"), tuple(_(rung) for rung in _GROUP_RUNGS)


def attempt_line(attempt: Attempt) -> str:
    """Return a try as one line of plain text."""
    return _("Tried: {text} ({numbers})").format(text=attempt.step, numbers=attempt_words(attempt))


def review_line(look: GoalReview) -> str:
    """Return a look at a goal as one line of plain text."""
    return _("Look at a goal: {text} ({answer})").format(
        text=look.text, answer=_(ANSWERS[look.answer])
    )
