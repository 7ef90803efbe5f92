"""Goals with a ladder, why goals matter, and the places of their own."""

from typing import Final, NamedTuple

from stepup.domain.stage import StageKey
from stepup.i18n import N_


class Climb(NamedTuple):
    """A goal with rungs, the easiest first; without a stage it belongs to their own place.

    `easy` and `hard` are what 0 and 10 mean; "" leaves the words the program has.
    """

    text: str
    stage: StageKey | None
    rungs: tuple[str, ...]
    why: str
    easy: str = ""
    hard: str = ""


GROUP: Final = Climb(
    N_("Be among people"),
    StageKey.CONNECT,
    (
        N_("Just listen"),
        N_("One person, in writing"),
        N_("One person, by voice"),
        N_("One person, face to face"),
        N_("Two or three people"),
        N_("Four to six people"),
        N_("More people"),
    ),
    N_("I'd like one place where people know my name."),
)
"""The ladder by the size of the group that the program offers."""

CLIMBS: Final = (
    GROUP,
    Climb(
        N_("Go into the shop by the station"),
        StageKey.STEP_OUT,
        (
            N_("Look at the shop from across the street"),
            N_("Go as far as the machine in front of it"),
            N_("Go in and come straight out"),
            N_("Walk round once inside"),
            N_("Buy something at the self-checkout"),
        ),
        N_("I'd like to choose what I eat."),
        N_("like being in my own room"),
        N_("I want to turn round at once"),
    ),
    Climb(
        N_("Talk on the phone"),
        StageKey.CONNECT,
        (
            N_("Read the number out loud"),
            N_("Listen to a recorded message"),
            N_("Ring home and say one word"),
            N_("Ask one thing I have written down"),
        ),
        N_("So that I can book the dentist myself."),
        hard=N_("my voice does not come"),
    ),
    Climb(
        N_("Open the letters"),
        StageKey.BREATHE,
        (
            N_("Put the letters in one place"),
            N_("Look only at who sent them"),
            N_("Open one that looks light"),
            N_("Open one from an office"),
        ),
        N_("They are heavier while they are closed."),
    ),
    Climb(
        N_("Show someone a drawing"),
        None,
        (
            N_("Choose one drawing"),
            N_("Show it to my mother"),
            N_("Send it to one person in the game"),
            N_("Put it on a page without my name"),
        ),
        N_("I'd like it to be outside this room too."),
    ),
    Climb(
        N_("Go by train"),
        StageKey.STEP_OUT,
        (
            N_("Look at the timetable"),
            N_("Walk as far as the ticket gate"),
            N_("Watch one train come and go"),
            N_("Ride one station at a quiet hour"),
            N_("Ride two stations"),
        ),
        N_("The sea is nine stations away."),
        N_("I look out of the window"),
        N_("I have to get off"),
    ),
)

WHYS: Final[dict[StageKey, tuple[str, ...]]] = {
    StageKey.BREATHE: (
        N_("When the room is lighter, the day is too."),
        N_("It costs nothing and it is mine."),
    ),
    StageKey.RHYTHM: (
        N_("I'd like to see some daylight."),
        N_("I like the hour before the others get up."),
    ),
    StageKey.STEP_OUT: (
        N_("I'd like to smell the season."),
        N_("So that the front door is only a door."),
    ),
    StageKey.CONNECT: (
        N_("It was nice the last time."),
        N_("There is someone I'd like to write a line to."),
    ),
    StageKey.TRY: (
        N_("My hands are calm then."),
        N_("I used to like it."),
    ),
    StageKey.EARN: (N_("For a new pen, with my own money."),),
    StageKey.KEEP: (N_("So that I remember it next winter."),),
}
"""Why a goal matters, by stage."""

OWN_PLACE: Final = N_("Drawing corner")
OWN_PLACE_SENTENCE: Final = N_("I'd like to keep a little room for drawing")
CONNECT_SENTENCE: Final = N_("I'd like to talk a little, in writing")
"""A place of their own, and their own sentence for one of the seven."""
