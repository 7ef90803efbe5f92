"""Free text for a command: from standard input or a prompt, never from an argument."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NamedTuple

import click

from stepup.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

# Control characters are dropped before a text is measured, so more is read than may be kept.
_MOST_READ: Final = 16 * 1024 * 1024


class Texts(NamedTuple):
    """What was written; None where not asked for. All but journal and note are one line."""

    win: str | None = None
    journal: str | None = None
    client: str | None = None
    note: str | None = None
    work: str | None = None


_MAY_BE_BLANK: Final = frozenset({"client", "note"})
_LONG: Final = frozenset({"journal", "note"})


def read_texts(
    *, win: bool = False, journal: bool = False, income: bool = False, work: bool = False
) -> Texts:
    """Ask in a terminal, else read standard input, a line for each that is asked for.

    In the order of the win, the client of an income, the name of a work; what is left is for the
    journal, else the income's note. The texts come cleaned, and are fit to be kept.

    Raises:
        click.UsageError: nothing is in it, it is too long, or it is in no known encoding.
        click.Abort: the input ended before there was an answer.
    """
    asked_for = {"win": win, "client": income, "work": work}
    wanted = [name for name, is_asked in asked_for.items() if is_asked]
    if journal or income:
        wanted.append("journal" if journal else "note")
    if not wanted:
        return Texts()
    asked = sys.stdin is not None and sys.stdin.isatty()
    return _checked(_ask(wanted) if asked else _read(wanted))


def _read(wanted: Sequence[str]) -> Texts:
    from stepup.domain.text import clean

    text = clean(_piped())
    found = {}
    for name in wanted[:-1]:
        found[name], _end, text = text.partition("\n")
    return Texts(**found, **{wanted[-1]: text})


def _piped() -> str:
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.domain.text import LIMIT_BYTES
    from stepup.words import problem_sentence

    if sys.stdin is None:
        return ""
    raw = sys.stdin.buffer.read(_MOST_READ + 1)
    if len(raw) > _MOST_READ:
        sizes = {"size_kib": len(raw) // 1024, "limit_kib": LIMIT_BYTES // 1024}
        raise click.UsageError(problem_sentence(Problem(ProblemCode.TEXT_TOO_LONG, **sizes)))
    for encoding in ("utf-8-sig", sys.stdin.encoding):
        with suppress(UnicodeDecodeError, LookupError):
            return raw.decode(encoding)
    raise click.UsageError(_("The text on standard input is in an encoding that is not known."))


def _ask(wanted: Sequence[str]) -> Texts:
    # Without it a terminal cuts a line after 4,096 bytes, unseen; Windows does without.
    with suppress(ImportError):
        import readline  # noqa: F401 - being loaded is what it is for
    prompts = {
        "win": _("One line: "),
        "client": _("From whom (or blank): "),
        "work": _("Which work: "),
        "note": _("Note (or blank): "),
    }
    try:
        found = {name: input(prompts[name]) for name in wanted if name != "journal"}
    except EOFError as error:
        raise click.Abort from error
    if "journal" in wanted:
        found["journal"] = "\n".join(_lines())
    return Texts(**found)


def _lines() -> list[str]:
    """Return lines until the person ends the input."""
    end = "Ctrl+Z, Enter" if sys.platform == "win32" else "Ctrl+D"
    click.echo(_("Write; {keys} on a line of its own ends it.").format(keys=end))
    lines = []
    with suppress(EOFError):
        while True:
            lines.append(input())
    return lines


def _checked(texts: Texts) -> Texts:
    from stepup.domain.problem import Problem
    from stepup.words import problem_sentence

    try:
        kept = {
            name: _kept(text, one_line=name not in _LONG, blank=name in _MAY_BE_BLANK)
            for name, text in texts._asdict().items()
            if text is not None
        }
    except Problem as problem:
        raise click.UsageError(problem_sentence(problem)) from None
    return Texts(**kept)


def _kept(text: str, *, one_line: bool, blank: bool) -> str:
    from stepup.domain import text as rules
    from stepup.domain.problem import Problem, ProblemCode

    kept = rules.one_line(text) if one_line else rules.clean(text).rstrip()
    if not kept.strip() and not blank:
        raise Problem(ProblemCode.NOTHING_WRITTEN)
    return rules.check_size(kept)
