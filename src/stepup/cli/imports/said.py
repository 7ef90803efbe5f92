"""What the options of an import say: levels of moods, and rows for habits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from stepup.domain.incoming import Habit, Target
    from stepup.notebook.book import Book

_SKIP: Final = "skip"
_NEW: Final = "new"


def moods_said(said: Iterable[str]) -> dict[str, int]:
    """Return levels by label, as given by --mood-map LABEL=N.

    Raises:
        click.BadParameter: not of that form.
    """
    levels = {}
    for label, level in _pairs(said, "--mood-map"):
        if level not in {"0", "1", "2", "3", "4", "5"}:
            raise click.BadParameter(_("a level is 1 to 5, or 0."), param_hint="'--mood-map'")
        levels[label] = int(level)
    return levels


def rows_said(said: Iterable[str], habits: Iterable[Habit], book: Book) -> dict[str, Target]:
    """Return rows by the key of a habit, as given by --row HABIT=ROW.

    Raises:
        click.BadParameter: not of that form, or no such habit or row.
    """
    from stepup.domain.incoming import LEAVE_OUT, NEW_ROW
    from stepup.notebook.transfer import rows_for_habits

    rows = {_NEW: NEW_ROW, _SKIP: LEAVE_OUT, **rows_for_habits(book)}
    found = {}
    for name, row in _pairs(said, "--row"):
        keys = [habit.key for habit in habits if name in (habit.name, habit.key)]
        if not keys:
            raise click.BadParameter(_("no habit in the file has that name."), param_hint="'--row'")
        if row not in rows:
            raise click.BadParameter(_("there is no row of that name."), param_hint="'--row'")
        found.update(dict.fromkeys(keys, rows[row]))
    return found


def _pairs(said: Iterable[str], option: str) -> Iterator[tuple[str, str]]:
    from stepup.domain.text import fold, one_line

    for one in said:
        name, equals, value = one.rpartition("=")
        if not (equals and one_line(name)):
            raise click.BadParameter(
                _("a name, =, and what it is to be."), param_hint=f"'{option}'"
            )
        yield one_line(name), (fold(value).strip() if option == "--mood-map" else one_line(value))
