"""Words for what one makes, is good at, practises and learns, and for cards and papers."""

from __future__ import annotations

from typing import Final

from stepup.domain.card import Occasion
from stepup.domain.piece import Piece
from stepup.domain.strength import Learning, Practice, Side
from stepup.i18n import N_, _, format_minutes

SIDES: Final[dict[Side, str]] = {
    Side.GOOD_AT: N_("Good at it"),
    Side.LIKE: N_("I like it"),
    Side.DOES_NOT_SUIT: N_("Not for me"),
    Side.COULD_IMAGINE: N_("Could be me"),
}
SIDE_HINTS: Final[dict[Side, str]] = {
    Side.GOOD_AT: N_("What comes easily, however small; or what others have said"),
    Side.LIKE: N_("What you like doing, with or without a use"),
    Side.DOES_NOT_SUIT: N_("What takes too much out of you; it helps to know"),
    Side.COULD_IMAGINE: N_("Work you could imagine, even only a little"),
}
PIECE_FIELDS: Final[dict[str, str]] = {
    "part": N_("My part"),
    "tools": N_("Made with"),
    "skills": N_("Skill in it"),
    "made_on": N_("Made on"),
    "link": N_("Its place"),
    "about": N_("About it"),
}
"""What the fields of a piece are called, in the order of asking."""
OCCASIONS: Final[dict[Occasion, str]] = {
    Occasion.PHONE: N_("Phone"),
    Occasion.COUNTER: N_("Counter"),
    Occasion.FAMILY: N_("Family"),
    Occasion.INTERVIEW: N_("Interview"),
}
QUESTIONS: Final[dict[Occasion, tuple[str, ...]]] = {
    Occasion.PHONE: (
        N_("May I have your name?"),
        N_("What are you calling about?"),
        N_("When may we call you back?"),
        N_("Would e-mail suit you better?"),
    ),
    Occasion.COUNTER: (
        N_("What brings you here today?"),
        N_("Have you been here before?"),
        N_("Could you fill in this form?"),
        N_("How did you hear of us?"),
    ),
    Occasion.FAMILY: (
        N_("What are you doing these days"),
        N_("What comes next"),
        N_("How do you get by"),
        N_("How have you been feeling"),
    ),
    Occasion.INTERVIEW: (
        N_("Please tell us about yourself."),
        N_("What did you do during this time?"),
        N_("Why did you choose this work?"),
        N_("How many days a week could you work?"),
        N_("What would help you to work well?"),
    ),
}
"""Questions one may be asked, to begin with; seen only when they are opened."""


def practice_words(practice: Practice) -> str:
    """Return a practice with its minutes, as it may be typed: お絵かき 20分, drawing 20 min."""
    if practice.minutes is None:
        return practice.text
    return f"{practice.text} {format_minutes(practice.minutes)}"


def practice_line(practice: Practice) -> str:
    """Return a practice as a line of plain text."""
    return _("{row}: {said}").format(row=_("Practice"), said=practice_words(practice))


def learning_line(learning: Learning) -> str:
    """Return what one learns as a line of plain text."""
    said = _("{row}: {said}").format(row=_("Learning"), said=learning.text)
    if not learning.with_whom:
        return said
    return _("{said} ({remark})").format(
        said=said, remark=_("with {who}").format(who=learning.with_whom)
    )


def piece_line(piece: Piece) -> str:
    """Return a piece as a line of plain text."""
    said = _("{row}: {said}").format(row=_("A piece"), said=piece.title)
    return _("{said} ({remark})").format(said=said, remark=piece.part) if piece.part else said
