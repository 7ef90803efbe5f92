"""Small goals as the person words them, with what they become when made smaller."""

from typing import Final, NamedTuple

from stepup.domain.stage import StageKey
from stepup.i18n import N_


class Wording(NamedTuple):
    """A goal, a smaller wording of it if there is one, and its steps."""

    text: str
    smaller: str = ""
    steps: tuple[str, ...] = ()


GOALS: Final[dict[StageKey, tuple[Wording, ...]]] = {
    StageKey.BREATHE: (
        Wording(N_("Open the curtain one finger wide"), N_("Just put a hand on the curtain")),
        Wording(N_("Take one sip of water")),
        Wording(N_("Throw away one thing")),
        Wording(N_("Play one song I like"), N_("Just think of the name of a song")),
        Wording(
            N_("Clear the right half of the desk"),
            N_("Clear one sheet of paper from the desk"),
            (
                N_("Get a rubbish bag"),
                N_("Put the papers in one pile"),
                N_("Wipe once with a cloth"),
            ),
        ),
        Wording(
            N_("Take a shower"),
            N_("Wash just my feet"),
            (
                N_("Get a towel"),
                N_("Put clean clothes ready"),
            ),
        ),
        Wording(N_("Take some time without thinking about the dentist")),
        Wording(N_("Air the futon once"), N_("Put just the pillow in the sun")),
        Wording(N_("Cut my nails")),
        Wording(N_("Take time to do nothing")),
    ),
    StageKey.RHYTHM: (
        Wording(N_("Note only when I got up")),
        Wording(N_("Stand by a window for a minute")),
        Wording(N_("Dim the light a little before bed")),
        Wording(N_("Change one piece of clothing")),
        Wording(N_("Eat sitting up once a day"), N_("Have just a drink sitting up")),
        Wording(N_("Get out of bed once around noon"), N_("Sit up in bed")),
        Wording(
            N_("Try setting one alarm"),
            N_("Just choose the sound of the alarm"),
            (
                N_("Choose the sound"),
                N_("Put it out of reach"),
            ),
        ),
        Wording(N_("One video less before sleep")),
        Wording(
            N_("Run one load of washing"),
            N_("Just put it in the basket"),
            (
                N_("Sort out the colours"),
                N_("See where the washing powder is"),
                N_("Press the button"),
            ),
        ),
    ),
    StageKey.STEP_OUT: (
        Wording(N_("Open and close the front door"), N_("Go as far as the front door")),
        Wording(N_("Walk to the letter box"), N_("Try my shoes on")),
        Wording(
            N_("Stand outside for three minutes at a quiet hour"),
            N_("Put my head out of the window"),
        ),
        Wording(
            N_("Buy one drink from a machine"),
            N_("Go as far as the machine"),
            (
                N_("Put coins in my pocket"),
                N_("Choose an hour with no one about"),
            ),
        ),
        Wording(
            N_("Go as far as the shop and come home"), N_("Go as far as the corner and come home")
        ),
        Wording(
            N_("Return a book to the library"),
            N_("Find out where the return box is"),
            (
                N_("Put the book in the bag"),
                N_("Look up the opening hours"),
                N_("Go to the return box"),
            ),
        ),
        Wording(N_("Look up how to book a haircut"), N_("Look up just the name of a shop")),
        Wording(N_("Walk through the park in the morning"), N_("Go to the park gate")),
        Wording(N_("Walk to the station"), N_("Walk to where the station can be seen")),
    ),
    StageKey.CONNECT: (
        Wording(N_("Say one word to someone at home")),
        Wording(N_("Just read a message")),
        Wording(N_("Send one sticker")),
        Wording(
            N_("Join an online meet-up, listening only"),
            N_("Just read the page of the meet-up"),
            (
                N_("Write down the time"),
                N_("Choose a name to use"),
                N_("See that the microphone is off"),
            ),
        ),
        Wording(
            N_("Answer my brother's mail"),
            N_("Read my brother's mail again"),
            (N_("Write the first line only"),),
        ),
        Wording(N_("Bookmark a service's page")),
        Wording(
            N_("Make an appointment to talk"),
            N_("Only draft the e-mail"),
            (
                N_("Choose days that suit me"),
                N_("Write the e-mail"),
                N_("Leave it overnight, then send it"),
            ),
        ),
        Wording(N_("Eat one meal with my family"), N_("Be in the kitchen at the same time")),
        Wording(N_("Write down three things to talk about"), N_("Write down just one")),
    ),
    StageKey.TRY: (
        Wording(N_("Work on something for ten minutes"), N_("Put the tools on the desk")),
        Wording(N_("Write one thing I may be good at")),
        Wording(N_("Save and name one thing I made")),
        Wording(N_("Answer one person's question")),
        Wording(N_("Draft a visit request, don't send it"), N_("Write down the name of one place")),
        Wording(
            N_("Make a curry"),
            N_("Cut one vegetable"),
            (
                N_("See what there is"),
                N_("Cut the vegetables"),
                N_("Cook it"),
            ),
        ),
        Wording(
            N_("Finish one drawing"),
            N_("Add one line"),
            (
                N_("The rough lines"),
                N_("Choose three colours"),
            ),
        ),
        Wording(N_("Do one lesson on spreadsheets"), N_("Just open the lesson")),
        Wording(N_("Read one chapter of a book"), N_("Read one page")),
    ),
    StageKey.EARN: (
        Wording(N_("Just look at a list of jobs")),
        Wording(N_("Look up how one fee works")),
        Wording(N_("Do one five-minute task"), N_("Read the description to the end")),
        Wording(N_('Keep a ready "this may be late" message')),
        Wording(
            N_("Take one data entry job"),
            N_("Write one line of an application"),
            (
                N_("Look at the date"),
                N_("Decide on the time per day"),
                N_("Put the day of rest in first"),
            ),
        ),
        Wording(N_("Try selling books I do not read"), N_("Take one photo of a book")),
        Wording(N_("Record pay and fee")),
    ),
    StageKey.KEEP: (
        Wording(N_("Put rest in first")),
        Wording(N_("Write one sign of getting tired")),
        Wording(N_("Add one place to lean on")),
        Wording(N_("Write one thing I'd like to stop")),
        Wording(N_("Leave a line for an earlier me"), N_("Leave just one word")),
        Wording(N_("Take one thing out of next month")),
    ),
}
"""By stage."""
