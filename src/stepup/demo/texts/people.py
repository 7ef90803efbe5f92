"""Who and what they lean on, talks, visits, difficulties and wishes, answers. All of it invented."""

from typing import Final

from stepup.domain.answer import Asker
from stepup.domain.need import NeedKind
from stepup.domain.supporter import Suits, SupporterKind
from stepup.i18n import N_

COUNSELLOR: Final = N_("The chat on Thursdays (Ms Hayashi)")
LIBRARY: Final = N_("Second floor of the library")
CLINIC: Final = N_("The clinic on the hill")
FRIEND: Final = N_("Mio from the drawing forum")
ROOM: Final = N_("The open room by the river")
MOTHER: Final = N_("My mother")

SUPPORTERS: Final[dict[str, tuple[int, SupporterKind, Suits | None, dict[str, str]]]] = {
    N_("The cat next door"): (
        2, SupporterKind.ANIMAL, Suits.FITS, {"what_for": N_("to look at, from the window")},
    ),
    COUNSELLOR: (
        6, SupporterKind.SERVICE, Suits.FITS,
        {
            "what_for": N_("to talk in writing, half an hour"),
            "cost": N_("free"),
            "learned": N_("the city's page"),
            "hours": N_("Thursdays 14:00 to 17:00"),
            "contact": N_("the chat on its page; the bookmark is called Thursday"),
        },
    ),
    MOTHER: (
        9, SupporterKind.PERSON, None,
        {"what_for": N_("soup, and forms"), "worries": N_("She is tired herself.")},
    ),
    FRIEND: (
        14, SupporterKind.ONLINE, Suits.FITS,
        {"what_for": N_("to show drawings"), "hours": N_("mostly at night")},
    ),
    LIBRARY: (
        20, SupporterKind.PLACE, Suits.FITS,
        {
            "what_for": N_("to be among people without talking"),
            "cost": N_("free"),
            "learned": N_("from a walk"),
            "hours": N_("10:00 to 19:00, not on Mondays"),
            "noise": N_("quiet; the copier hums"),
            "people": N_("three or four in the morning"),
            "slip_out": N_("at any time, by the stairs at the back"),
        },
    ),
    CLINIC: (
        33, SupporterKind.MEDICAL, Suits.NOT_SURE,
        {
            "what_for": N_("sleep, once a month"),
            "cost": N_("with the reduced fee, a few hundred yen"),
            "worries": N_("The waiting room is full after four."),
        },
    ),
    N_("Drawing without an aim"): (
        40, SupporterKind.HOBBY, Suits.FITS, {"what_for": N_("for when the head is loud")},
    ),
    ROOM: (
        55, SupporterKind.PLACE, None,
        {
            "learned": N_("a leaflet in the library"),
            "hours": N_("Wednesdays 13:00 to 16:00"),
            "noise": N_("a radio is on, softly"),
            "people": N_("five or six people"),
            "slip_out": N_("yes; it says so on the leaflet"),
            "worries": N_("whether one is asked one's name"),
        },
    ),
    N_("The book about lighthouses"): (70, SupporterKind.BOOK, None, {}),
    N_("A work desk of the city"): (
        90, SupporterKind.SERVICE, Suits.DOES_NOT,
        {"worries": N_("It went too fast for me. That can change.")},
    ),
}  # fmt: skip
"""By name: after how many days it is put on the list, what it is, how it suits, its lines."""

CHATS: Final = (
    N_(
        "Hayashi: Good afternoon. How has the week been?\n"
        "me: so-so. I slept in the daytime again\n"
        "Hayashi: Thank you for coming all the same.\n"
        "me: I only read at first. is that all right\n"
        "Hayashi: Of course. We have half an hour, and silence is fine too."
    ),
    N_(
        "Hayashi: Shall we go on where we stopped, or begin somewhere else?\n"
        "me: somewhere else\n"
        "me: my aunt is coming on Sunday and she will ask\n"
        "Hayashi: What would you like to be able to say?\n"
        "me: something short. and then leave the room\n"
        "Hayashi: Let us write one sentence together."
    ),
    N_(
        "me: I went to the library. I stayed twelve minutes\n"
        "Hayashi: How were they?\n"
        "me: loud inside, quiet outside\n"
        "Hayashi: That is well observed. What made you leave?\n"
        "me: someone sat down near me. so I went home. it was fine\n"
        "Hayashi: Going home when you want to is part of it."
    ),
    N_(
        "Hayashi: You wrote that you would rather not talk about money today.\n"
        "me: yes. thank you for remembering\n"
        "Hayashi: Then what would be good to look at?\n"
        "me: the form from the pension office. only the first page"
    ),
    N_(
        "me: I have not much to say today\n"
        "Hayashi: That is all right. Would a question help, or rather none?\n"
        "me: none\n"
        "Hayashi: Then I am here until half past.\n"
        "me: it rained all morning. I liked the sound"
    ),
)
"""Chats as they were pasted."""

TALKS: Final = (
    N_("She asked about the nights. I said they move."),
    N_("He read my note aloud, and I did not have to."),
    N_("We talked about the form, and then about cats."),
    N_("I could not get the words out. She waited."),
    N_("The dose stays as it is until next month."),
    N_("Showed her the new drawing. She noticed the lamp."),
)
"""Other talks, in a line."""

NEXT: Final = (
    N_("Write down when I sleep, without changing anything"),
    N_("Send the photo of the form"),
    N_("Nothing for now"),
    N_("Think of one question for next time"),
    N_("Look at the page of the open room once more"),
)
"""What comes next after a talk."""

GOAL: Final = N_("Write one line to say to my aunt")
"""A goal made from a talk."""

NOTES: Final = (
    N_("Sat by the window."),
    N_("Read two pages and listened."),
    N_("Went in, went round, went out."),
    N_("Someone said hello."),
)
"""What they note of a visit."""
ONLINE: Final = N_("The camera was off, and that was fine.")

NEEDS: Final = {
    N_("Phone calls, most of all unannounced ones"): NeedKind.DIFFICULTY,
    N_("Envelopes that lie there"): NeedKind.DIFFICULTY,
    N_("Being in bed two days after a meeting"): NeedKind.DIFFICULTY,
    N_("The nights before an appointment"): NeedKind.DIFFICULTY,
    N_("To be answered by mail"): NeedKind.WOULD_HELP,
    N_("A list of what will be talked about, a day before"): NeedKind.WOULD_HELP,
    N_("Half an hour and no more"): NeedKind.WOULD_HELP,
    N_("Knock, and wait for an answer"): NeedKind.PLEASE,
    N_("Say it in writing too"): NeedKind.PLEASE,
    N_("Compare me with my brother"): NeedKind.PLEASE_NOT,
    N_("Talk about work while we eat"): NeedKind.PLEASE_NOT,
}
"""Difficulties and wishes."""

NOT_NOW: Final = N_("The years after school")
"""What they would rather not talk about."""

ANSWERS: Final = {
    N_("I am at home and sorting out my health. I will tell you when there is news."): (
        Asker.RELATIVES
    ),
    N_("I am taking it slowly. Today I would like to talk about something else."): Asker.PARENTS,
    N_("I work at home, now and then."): Asker.SHOP,
    N_("I have been ill for some time. May I answer that in writing?"): Asker.OFFICIAL,
}
"""Answers for when one is asked."""

FIRST: Final = {
    "about": N_("I have been at home for some years, and would like to talk about my days."),
    "reply": N_("I find phones hard, so an answer by mail would help me."),
    "call_me": N_("Please call me Sora; afternoons suit me best."),
}
"""The blanks of a first message."""
