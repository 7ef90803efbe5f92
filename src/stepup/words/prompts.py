"""Questions a page of the journal may open with, for who wants one."""

from __future__ import annotations

from typing import Final

from stepup.i18n import N_, _

_PROMPTS: Final = (
    N_("What was the air like today?"),
    N_("What can you hear right now?"),
    N_("Did a colour catch your eye today?"),
    N_("Where does your body feel heavy, and where light?"),
    N_("Can you recall the taste of one thing you had today?"),
    N_("When was the quietest part of today?"),
    N_("What can you see from the window?"),
    N_("What is within reach of your hand right now?"),
    N_("If today had a title, what would it be?"),
    N_("Is there a song you keep coming back to?"),
    N_("What did you dream? If nothing, that is fine too."),
    N_("Was there a time today that was a little easier?"),
    N_("Would you like to write one line about something unpleasant, and close it?"),
    N_("Would you like to describe your room, in any way you please?"),
    N_("Is there something you would rather tell no one?"),
    N_("If you told someone, whom would you tell? No one is an answer too."),
    N_("What does this season bring to mind?"),
    N_("Did you see an animal or a plant today?"),
    N_("Which place did you like as a child?"),
    N_("What would you like now: quiet, a voice, or something else?"),
    N_("What was today's sleep like?"),
    N_("What you would rather not write can stay unwritten. Is there anything else?"),
)


def prompts() -> tuple[str, ...]:
    """Return the questions in the language in use."""
    return tuple(_(prompt) for prompt in _PROMPTS)
