"""A first message to a service, made from three blanks: an e-mail, a form, a phone script.

In either language, whatever the language in use: the service may read another.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from stepup.domain.answer import BLANKS, FirstMessage
from stepup.i18n import N_, Language, translated

BLANK_NAMES: Final[dict[str, tuple[str, str]]] = {
    "about": (
        N_("What about"),
        N_("Such as: I have been at home for a long time and would like to talk about my days."),
    ),
    "reply": (
        N_("The answer"),
        N_("Such as: I find phones hard, so an answer by mail would help me."),
    ),
    "call_me": (
        N_("When, name"),
        N_("Such as: Please call me Sora; afternoons suit me best."),
    ),
}
"""The blanks: what each is for, and what may stand there."""


class Form(StrEnum):
    """What the message is made into."""

    MAIL = "mail"
    FORM = "form"
    PHONE = "phone"


FORM_NAMES: Final[dict[Form, str]] = {
    Form.MAIL: N_("E-mail"),
    Form.FORM: N_("Form"),
    Form.PHONE: N_("Phone"),
}
_FRAMES: Final[dict[Form, str]] = {
    Form.MAIL: N_(
        "Subject: A first message\n\n"
        "Hello. I am writing to you for the first time.\n\n"
        "{said}\n\n"
        "Thank you for reading this."
    ),
    Form.FORM: N_("I am asking for the first time.\n{said}"),
    Form.PHONE: N_(
        "Hello, I am calling for the first time. Is this a good moment?\n\n"
        "{said}\n\n"
        "(When words do not come) Could you wait a little?\n"
        "(When it is enough) I would like to stop here for today. Thank you."
    ),
}


_CALL_ME: Final = N_("My name here, and when it suits me: {words}")
_SENTENCE: Final = ("です", "ます", "ください", "下さい", "ません", "たい", "しい")


def _is_sentence(text: str) -> bool:
    """Return whether words stand for themselves in a message, by how Japanese and English end."""
    return text.endswith((".", "?", "？")) or any(end in text for end in _SENTENCE)


def first_message_text(message: FirstMessage, form: Form, language: Language) -> str:
    """Return the message in a form and a language; blanks with nothing in them are left out."""
    blanks = [getattr(message, blank) for blank in BLANKS]
    if message.call_me and not _is_sentence(message.call_me):
        named = translated(_CALL_ME, language)
        blanks[-1] = named.format(words=message.call_me)
    said = "\n".join(blank for blank in blanks if blank)
    frame = translated(_FRAMES[form], language)
    if not said:
        frame = frame.replace("{said}\n\n", "").replace("\n{said}", "")
    return frame.replace("{said}", said)
