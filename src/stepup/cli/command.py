"""Commands that speak the chosen language and know --vault and --lang wherever they stand."""

from __future__ import annotations

import inspect
import os
from typing import TYPE_CHECKING, Any, Final

import click

from stepup.cli.page import PageContext
from stepup.i18n import LANGUAGES, N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_VAULT: Final = "stepup.vault"
PIPED: Final = "stepup.passphrase_stdin"
"""Whether secrets come on standard input, in a context's meta."""


class _Spoken:
    """Something whose help is marked with N_ and comes in the language in use when asked for."""

    _message: str | None = None

    def _spoken(self) -> str | None:
        return _(self._message) if self._message else self._message

    def _mark(self, message: str | None) -> None:
        self._message = message

    help = property(_spoken, _mark)


class Option(_Spoken, click.Option):
    """An option; its help is marked with N_."""


class Command(_Spoken, click.Command):
    """A command; its help is marked with N_, and --vault and --lang come with it.

    The first paragraph of the help is the command's line in the list of commands. One that
    `asks` for the passphrase of a locked notebook has --passphrase-stdin too.
    """

    context_class = PageContext

    def __init__(self, name: str | None, *, asks: bool = True, **attributes: Any) -> None:
        super().__init__(name, **attributes)
        self.params += [_passphrase_option()] if asks else []
        self.params += [_vault_option(), _language_option()]

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 - ours are short
        """Return the command's line in the list of commands."""
        return inspect.cleandoc(self.help or "").partition("\n\n")[0]

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line in the language in use."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]


class Group(Command, click.Group):
    """A group of commands, spoken likewise; each is loaded when its loader is called.

    `loaders` are in the order of the help page.
    """

    def __init__(
        self,
        name: str | None = None,
        *,
        loaders: Mapping[str, Callable[[], click.Command]],
        asks: bool = False,
        **attributes: Any,
    ) -> None:
        super().__init__(name, asks=asks, **attributes)
        self.loaders = loaders

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's own
        """Return the commands' names in the order of the help page."""
        return list(self.loaders)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's own
        """Return the command of that name, or None."""
        return self.loaders[cmd_name]() if cmd_name in self.loaders else None


def folder_of(ctx: click.Context) -> Path:
    """Return the vault's folder this call is about, whether or not it exists."""
    from stepup.paths import vault_folder

    return vault_folder(ctx.meta.get(_VAULT), os.environ.get("STEPUP_HOME"))


def _vault_option() -> Option:
    return Option(
        ["--vault"],
        metavar="DIR",
        expose_value=False,
        callback=_keep_vault,
        help=N_("The folder the notebook is kept in."),
    )


def _passphrase_option() -> Option:
    return Option(
        ["--passphrase-stdin"],
        is_flag=True,
        expose_value=False,
        callback=_keep_piped,
        help=N_("Read the passphrase of a locked notebook from the first line of standard input."),
    )


def _keep_piped(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:  # said once, it holds for a command of a group too
        ctx.meta[PIPED] = True


def _language_option() -> Option:
    # The choice itself is made before click reads anything: its own words depend on it.
    return Option(
        ["--lang"],
        type=click.Choice(LANGUAGES),
        expose_value=False,
        help=N_("The language to use this time."),
    )


def _keep_vault(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value == "":
        # An unset shell variable must not quietly mean another notebook.
        raise click.BadParameter(_("the folder's name is empty."), ctx, param)
    if value is not None:
        ctx.meta[_VAULT] = value
