"""Lines of the sheets about oneself, by topic and heading."""

from typing import Final

from stepup.domain.sheet import SheetTopic
from stepup.i18n import N_

_NOW: Final[dict[str, tuple[str, ...]]] = {
    "mind": (
        N_("Foggy in the morning, clearer after dark."),
        N_("Old conversations come back while I wash up."),
        N_("A little quieter inside than before."),
        N_("I cannot open letters for days."),
        N_("There are hours in which nothing hurts."),
    ),
    "body": (
        N_("The time I fall asleep keeps moving later."),
        N_("Shoulders tight. I clench my teeth at night."),
        N_("One real meal, and small things in between."),
        N_("Out of breath on the stairs, a little less than before."),
        N_("The new medicine makes my mouth dry."),
    ),
    "daily": (
        N_("Up around noon, then in my room until evening."),
        N_("I wash up after midnight, when nobody is there."),
        N_("The rubbish goes out on most days for it."),
        N_("Games until it gets light."),
        N_("The curtain is open half the day."),
    ),
    "people": (
        N_("A few words with my mother, through the door."),
        N_("Mail from my brother now and then."),
        N_("Two people in the game know how I am."),
        N_("The chat on Thursdays."),
        N_("With my father, only the weather."),
    ),
    "interests": (
        N_("Drawing old houses"),
        N_("Videos of trains in the snow"),
        N_("How bread rises"),
        N_("The names of clouds"),
    ),
    "hard": (
        N_("The phone when it rings."),
        N_("Being asked what comes next."),
        N_("Mornings when the whole house is up."),
        N_("Thoughts of money when I lie down."),
        N_("Plans that change on the day."),
    ),
    "helps": (
        N_("The small lamp instead of the big light."),
        N_("Knowing the day before."),
        N_("The sound of rain."),
        N_("Someone else speaking first."),
        N_("Being allowed not to answer."),
    ),
}
_PLAN: Final[dict[str, tuple[str, ...]]] = {
    "wish": (
        N_("A day on which I do not look at the clock."),
        N_("To sit in a café with a book, once."),
        N_("Somewhere to go on rainy days."),
        N_("To buy my own tea with my own money."),
    ),
    "longer": (
        N_("Go to the library's reading room by myself."),
        N_("Two hours of data entry a week, at home."),
        N_("Ask about a place where only a few people come."),
        N_("See the dentist."),
    ),
    "small": (
        N_("On Mondays, as far as the letter box."),
        N_("Say good night to someone."),
        N_("Draw for ten minutes."),
        N_("Before Thursday, write down what I want to say."),
        N_("Open one letter together with my mother."),
    ),
    "help_wanted": (
        N_("Come with me the first time, and wait outside."),
        N_("Write to me the day before."),
        N_("Explain it to my parents."),
        N_("Fill in the form with me."),
    ),
    "support": (
        N_("Chat suits me. The phone does not."),
        N_("Half an hour is enough."),
        N_("I'd like fewer questions at the start."),
        N_("It helps that we do not talk about work each time."),
        N_("I'd like to keep the same person."),
    ),
}
_MANUAL: Final[dict[str, tuple[str, ...]]] = {
    "strengths": (
        N_("I notice small changes."),
        N_("Typing, and checking what was typed."),
        N_("I do not mind waiting."),
        N_("Animals come to me."),
    ),
    "tires": (
        N_("Several voices at once."),
        N_("Deciding quickly."),
        N_("Bright shops."),
        N_("Being praised a lot."),
    ),
    "signs": (
        N_("I answer with one word."),
        N_("I sleep for twelve hours and am still tired."),
        N_("I check the lock again and again."),
        N_("Messages stay unread."),
    ),
    "helps": (
        N_("A short note, rather than a call."),
        N_("Telling me when it will end."),
        N_("Sitting beside me, not across from me."),
        N_("An hour alone first, then a word."),
    ),
    "avoid": (
        N_("Knocking again and again."),
        N_("Visits without a word before."),
        N_("Comparing me with my brothers."),
        N_('Saying "it is for your own good".'),
    ),
}
SHEETS: Final[dict[SheetTopic, dict[str, tuple[str, ...]]]] = {
    SheetTopic.NOW: _NOW,
    SheetTopic.PLAN: _PLAN,
    SheetTopic.MANUAL: _MANUAL,
}

QUIET: Final = N_("When I go quiet")
"""A heading of their own in the guide to themselves."""
QUIET_LINES: Final = (
    N_("I am not angry. Words take a while."),
    N_("Please carry on without me for a while."),
)
"""What stands under it."""
