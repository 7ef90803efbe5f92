"""What is said of a lock, on the screen and on the command line."""

from __future__ import annotations

from typing import Final

from stepup.domain.passphrase import Strength
from stepup.i18n import N_, _

_STRENGTH: Final = {
    Strength.QUICK: N_(
        "A program that tries words and numbers comes upon this soon. Four or five words that have"
        " nothing to do with each other hold far longer."
    ),
    Strength.FAIR: N_(
        "This holds against people at this computer. A program with much time may come upon it."
    ),
    Strength.LONG: N_("This holds even against a program that tries for years."),
}

FOREVER: Final = N_(
    "If both the passphrase and the recovery code are lost, nobody can open the notebook again,"
    " and there is no other way."
)
COPIES: Final = N_(
    "Copies made before stay as they are, without a lock: keep them where you want them, or delete"
    " them yourself."
)
SHOWN_ONCE: Final = N_(
    "This is the recovery code. It opens the notebook when the passphrase is forgotten, and is"
    " shown only now: please write it down and keep it away from this computer."
)
NEW_CODE: Final = N_(
    "A new code takes the place of the one there is, which opens the notebook no more; copies made"
    " before still open with it. The passphrase stays as it is."
)
PLAIN_AGAIN: Final = N_(
    "Without the lock, whoever can use this account can read the files, as before."
)


def strength_words(strength: Strength) -> str:
    """Return how well a passphrase holds, in words."""
    return _(_STRENGTH[strength])


def code_sheet(code: str) -> str:
    """Return a page to print, with the recovery code and what it is for."""
    lines = (
        "stepup",
        "",
        _("Recovery code"),
        "",
        *(f"    {line}" for line in code_lines(code)),
        "",
        _("It opens the notebook when the passphrase is forgotten: stepup lock recover."),
        _("Whoever has this page and the notebook can read it."),
    )
    return "\n".join(lines) + "\n"


def code_lines(code: str) -> tuple[str, str]:
    """Return a recovery code as two lines of four groups."""
    groups = code.split("-")
    return "-".join(groups[:4]) + "-", "-".join(groups[4:])
