"""Good news, what is opened later, the drawer, their own numbers, and words left with a span."""

from typing import Final

from stepup.domain.corner import ItemKind
from stepup.i18n import N_

CLIPPINGS: Final = {
    N_("The bakery keeps a shelf for people who come after eight in the evening."): N_(
        "local paper"
    ),
    N_("A library has begun to lend books by post."): N_("local paper"),
    N_("Someone in the drawing forum answered my question kindly."): N_("the forum"),
    N_("The cat next door has had three kittens."): N_("my mother"),
    N_("The form can be sent in by post now."): N_("the city's page"),
    N_("Someone began to learn the piano at seventy."): N_("radio"),
    N_("There are fish again in a small river."): N_("radio"),
    N_('"It was easy to read," they wrote about what I typed.'): "",
    N_("A meet-up where one may come late, leave early, and say nothing."): N_("a page I found"),
    N_("My grandmother's persimmon tree bears fruit again."): N_("my mother"),
    N_("There is a company that holds interviews in writing."): N_("a page I found"),
    N_("The swallows have come back to the station roof."): N_("local paper"),
}
"""Good news, and where it is from."""

LATERS: Final = (
    N_("A letter from the city office. Not today."),
    N_("What is left to answer about my brother's wedding."),
    N_("What the doctor said about the dose. To be read again in a better week."),
    N_("I wrote a lot about my father. It can lie here."),
    N_("A message from an old friend. I have read half of it."),
    N_("To me, later: today was heavy, and you got as far as the evening."),
    N_("The phone bill. There is time until the end of the month."),
    N_("The list of places my mother printed. She means it kindly."),
)
"""What they would rather open later."""

DRAWER: Final = {
    N_("It has been like this before, and it moved."): ItemKind.LINE,
    N_("The second song on the first album I bought"): ItemKind.SONG,
    N_("Dried my face after crying"): ItemKind.WIN,
    N_("Nothing has to be decided tonight."): ItemKind.LINE,
    N_("The slow song from the end of that game"): ItemKind.SONG,
    N_("Opened the front door and closed it"): ItemKind.WIN,
    N_("The cat next door knows nothing of all this."): ItemKind.LINE,
}
"""What lies in the drawer for hard days."""

NOISE: Final = N_("Noise inside my head")
CURTAIN_HOURS: Final = N_("Hours with the curtain open")
"""Numbers of their own."""

SENTENCES: Final = (
    N_("More quiet days than I had thought."),
    N_("Some days in bed, and then soup."),
    N_("I had forgotten about the cat."),
    N_("There was one evening on the veranda."),
    N_("Not much stands here, and that is all right."),
    N_("The nights moved, and I moved with them."),
)
KEEPING: Final = (
    N_("The tea after waking"),
    N_("The chat on Thursdays"),
    N_("Drawing without an aim"),
    N_("Lying down without the phone"),
)
SMALLER: Final = (
    N_("The walk: only to the corner"),
    N_("Replies: one a day at most"),
    N_("Cooking: with vegetables that are already cut"),
    N_("Goals on the page: one instead of three"),
)
LETTING_GO: Final = (
    N_("Getting up when the others do"),
    N_("Explaining the blank years"),
    N_("Answering at once"),
    N_("Reading the news at night"),
)
"""What they leave with a span: a sentence, what to keep, to make smaller, to let go."""
