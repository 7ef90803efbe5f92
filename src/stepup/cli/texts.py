"""Free text for a command: from standard input or a prompt, never from an argument."""

from __future__ import annotations

import sys
from contextlib import suppress
from typing import Final, NamedTuple

import click

from stepup.i18n import _

# Control characters are dropped before a text is measured, so more is read than may be kept.
_MOST_READ: Final = 16 * 1024 * 1024


class Texts(NamedTuple):
    """What was written: one line for a win, any number for the journal; None where not asked."""

    win: str | None = None
    journal: str | None = None


def read_texts(*, win: bool, journal: bool) -> Texts:
    """Ask in a terminal, else read standard input; with both, its first line is the win.

    The texts come cleaned, and are fit to be kept.

    Raises:
        click.UsageError: nothing is in it, it is too long, or it is in no known encoding.
        click.Abort: the input ended before there was an answer.
    """
    if not (win or journal):
        return Texts()
    asked = sys.stdin is not None and sys.stdin.isatty()
    texts = _ask(win=win, journal=journal) if asked else _read(win=win, journal=journal)
    return _checked(texts)


def _read(*, win: bool, journal: bool) -> Texts:
    from stepup.domain.text import clean

    text = clean(_piped())
    if not (win and journal):
        return Texts(win=text) if win else Texts(journal=text)
    first, _end, rest = text.partition("\n")
    return Texts(first, rest)


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


def _ask(*, win: bool, journal: bool) -> Texts:
    # Without it a terminal cuts a line after 4,096 bytes, unseen; Windows does without.
    with suppress(ImportError):
        import readline  # noqa: F401 - being loaded is what it is for
    try:
        line = input(_("One line: ")) if win else None
    except EOFError as error:
        raise click.Abort from error
    return Texts(line, "\n".join(_lines()) if journal else None)


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
        win = None if texts.win is None else _kept(texts.win, one_line=True)
        journal = None if texts.journal is None else _kept(texts.journal, one_line=False)
    except Problem as problem:
        raise click.UsageError(problem_sentence(problem)) from None
    return Texts(win, journal)


def _kept(text: str, *, one_line: bool) -> str:
    from stepup.domain import text as rules
    from stepup.domain.problem import Problem, ProblemCode

    kept = rules.one_line(text) if one_line else rules.clean(text).rstrip()
    if not kept.strip():
        raise Problem(ProblemCode.NOTHING_WRITTEN)
    return rules.check_size(kept)
