"""The commands of `stepup import`, one for each format."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import click

from stepup.cli.command import Command, Option
from stepup.i18n import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_Decorated = Any

_file = click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False))
_dry_run = click.option(
    "--dry-run", cls=Option, is_flag=True, help=N_("Only show what would come in.")
)
_yes = click.option("--yes", cls=Option, is_flag=True, help=N_("Bring it in without asking."))
_encoding = click.option(
    "--encoding",
    cls=Option,
    type=click.Choice(("utf-8", "utf-16", "cp932", "shift_jis")),
    metavar="NAME",
    help=N_("The text's encoding: utf-8, utf-16, cp932 or shift_jis."),
)
_mood_map = click.option(
    "--mood-map",
    "moods",
    cls=Option,
    multiple=True,
    metavar="LABEL=N",
    help=N_(
        "The level of a mood of your own, 1 to 5; 0 leaves the mood out. May be given several"
        " times."
    ),
)
_row = click.option(
    "--row",
    "rows",
    cls=Option,
    multiple=True,
    metavar="HABIT=ROW",
    help=N_(
        "The row for a habit: meal, bath, outside, the name of a row of your own, new (to start"
        " with) or skip. May be given several times."
    ),
)


def _command(name: str, what: str, *more: Callable[[_Decorated], _Decorated]) -> click.Command:
    """Return the command of a format; `more` are the options that it has alone."""

    @click.pass_context
    def run(ctx: click.Context, /, **said: Any) -> None:
        from stepup.cli.imports.whole import bring

        bring(ctx, name, **said)

    run.__doc__ = "Show what a file comes to, ask, and bring it in."
    for option in (_encoding, *more, _yes, _dry_run, _file):
        run = option(run)
    return click.command(name, cls=Command, help=what)(run)


daylio: Final = _command("daylio", N_("A CSV file of Daylio."), _mood_map)
loop: Final = _command("loop", N_("A zip of Loop Habit Tracker."), _row)
PLAIN: Final[Mapping[str, click.Command]] = {
    "jrnl": _command("jrnl", N_("A JSON file of jrnl.")),
    "dayone": _command("dayone", N_("A JSON file or zip of Day One.")),
    "sleep-as-android": _command("sleep-as-android", N_("A CSV file or zip of Sleep as Android.")),
    "plees": _command("plees", N_("A CSV file of PleesTracker.")),
    "stepup": _command("stepup", N_("What stepup export json wrote.")),
}
