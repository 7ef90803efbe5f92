"""How the one who is given a file sealed with a passphrase opens it, with the standard tool alone."""

from __future__ import annotations

import re
import shlex
from typing import Final

from stepup.domain.share import without_seal
from stepup.domain.text import one_line
from stepup.i18n import N_, _

TELL_IT_APART: Final = N_(
    "Whoever is to read it needs the passphrase, too: hand it on apart from the file, such as by"
    " phone or on paper."
)
SEAL_FORGOTTEN: Final = N_(
    "It is kept nowhere. If it is forgotten, the file stays closed; the page can be made again."
)


def opening_command(name: str) -> str:
    """Return what opens a sealed file of this name, typed in its folder."""
    inner, sealed = map(_as_typed, (without_seal(name), name))
    return f"age -d -o {inner} {sealed}"


def opening_sheet(name: str) -> str:
    """Return a page to print and to hand over with a sealed file: what to install, what to type."""
    inner = one_line(without_seal(name))
    lines = (
        _("How to open {file}").format(file=one_line(name)),
        "",
        _("1. Install age, a free tool: https://age-encryption.org"),
        "   Debian, Ubuntu: apt install age",
        "   macOS: brew install age",
        "   Windows: winget install FiloSottile.age",
        "",
        _("2. In a terminal, in the folder of the file:"),
        f"   {opening_command(name)}",
        "",
        _("3. Type the passphrase; it is not shown while it is typed."),
        "   " + _("{file} is the page. Please delete it after reading.").format(file=inner),
        "",
        _("The passphrase is not in this text; it reaches you apart from the file."),
    )
    return "\n".join(lines) + "\n"


def _as_typed(name: str) -> str:
    """Return a name as it is typed in a terminal; no tool takes it for an option."""
    shown = one_line(name)
    safe = f"./{shown}" if shown.startswith("-") else shown
    if re.fullmatch(r"[\w./-]+", safe):
        return safe
    # Double quotes are understood by every shell, Windows' own too, as long as nothing in them has a meaning.
    return shlex.quote(safe) if re.search(r"[\"$`\\!%]", safe) else f'"{safe}"'
