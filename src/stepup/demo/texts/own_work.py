"""Promises, pieces, strengths, practice, learning, cards and drafts of the invented person."""

from typing import Final

from stepup.domain.card import Occasion
from stepup.domain.strength import Side
from stepup.i18n import N_

PROMISES: Final = {
    N_("Ten captions for the shop"): (N_("All ten in one file"), N_("About eighty words each")),
    N_("The address list, typed"): (N_("Every line looked at twice"),),
    N_("Three sample drawings"): (N_("Sent as pictures"), N_("With a white ground")),
    N_("Proofs of the newsletter"): (N_("Marked in the margin"),),
    N_("Tags for two hundred photos"): (N_("The table filled to the end"),),
    N_("The notice for the neighbourhood"): (),
    N_("A recording, written down"): (N_("Without the ums"), N_("With the minutes noted")),
}
"""What they promised, and what was agreed as done."""
CLIENTS: Final = (N_("Midori Florist"), N_("Aozora Press"), N_("the neighbourhood office"), "")
LATE: Final = N_(
    "Thank you for waiting.\n"
    "The work I said would be ready by now needs two more days.\n"
    "I am sorry for the wait, and will send it the day after tomorrow."
)
"""What they wrote when something was late, after the text at hand."""

PIECES: Final = {
    N_("The old house at the corner, in pencil"): ("", N_("pencil, paper"), ""),
    N_("Ten captions for a flower shop"): (N_("the wording"), "", "https://example.com/flowers"),
    N_("A station in the snow"): (N_("lines and colour"), N_("a drawing program"), ""),
    N_("A page about how bread rises"): (N_("all of it"), N_("a text editor"), ""),
    N_("A table of two hundred photos"): (N_("the tags"), N_("a spreadsheet"), ""),
    N_("Names of clouds, a small book"): (N_("drawings"), "", "https://example.com/clouds"),
    N_("A sound map of one night"): ("", N_("a phone"), "~/sounds/night.ogg"),
}
"""What they made: their part, what it was made with, where it is."""
SKILLS: Final = (
    N_("Patience with small things"),
    N_("An eye for what is off"),
    N_("Short sentences"),
)
"""What of themselves went into a piece."""
ABOUT: Final = (
    N_("It took three evenings. I like the window most."),
    N_("Made with someone who wrote the other half."),
)

STRENGTHS: Final = (
    (Side.GOOD_AT, N_("Typing, and finding what is off")),
    (Side.LIKE, N_("Drawing old houses")),
    (Side.DOES_NOT_SUIT, N_("A phone that may ring at any time")),
    (Side.GOOD_AT, N_("Going through the same thing again calmly")),
    (Side.COULD_IMAGINE, N_("Sorting and labelling, somewhere quiet")),
    (Side.LIKE, N_("Putting things in order late at night")),
    (Side.DOES_NOT_SUIT, N_("Places where everyone is watched")),
    (Side.COULD_IMAGINE, N_("Looking after animals, in the early hours")),
)
PRACTICES: Final = (
    N_("Drawing hands"),
    N_("Typing without looking"),
    N_("Table formulas"),
    N_("Saying hello to the mirror"),
    N_("Reading aloud"),
)
LEARNING: Final = {
    N_("Bookkeeping, from the beginning"): (N_("a library course"), N_("one page a week")),
    N_("Drawing in perspective"): (N_("videos"), ""),
    N_("Spreadsheets"): (N_("my brother"), N_("he answers by mail")),
}
"""What they learn: with whom, and a note."""

CARDS: Final = (
    (Occasion.PHONE, N_("Who is calling, please?"), N_("My name is Hayama. Is now all right?")),
    (
        Occasion.FAMILY,
        N_("So what do you do all day"),
        N_("I sleep late, draw a little, and type for a shop now and then."),
    ),
    (
        Occasion.COUNTER,
        N_("How can we help you?"),
        N_("It is my first time. I have written down what I would like to ask."),
    ),
    (
        Occasion.INTERVIEW,
        N_("What did you do in these years?"),
        N_("I was at home and looked after my health. For a year I have typed for a small shop."),
    ),
    (Occasion.PHONE, N_("When shall we ring you back?"), N_("Mail would suit me better.")),
)
PAPERS: Final = {
    N_("About me"): N_(
        "I like work that can be done quietly and looked at twice.\n"
        "I keep a small notebook and know how much fits into my day."
    ),
    N_("Why a small place"): N_(
        "I work best where few people are and where one may ask in writing."
    ),
}
"""Drafts of papers."""
