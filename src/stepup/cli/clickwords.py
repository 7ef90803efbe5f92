"""Click's own sentences: click asks gettext for them, so they stand in our catalogue too."""

from __future__ import annotations

import gettext
import os
from typing import TYPE_CHECKING, Final

from stepup.i18n import DOMAIN, LOCALE_FOLDER, N_, nN_

if TYPE_CHECKING:
    from stepup.i18n import Language


def bind_click(language: Language) -> None:
    """Point gettext's functions, which click calls, at our catalogue and this language."""
    gettext.bindtextdomain(DOMAIN, str(LOCALE_FOLDER))
    gettext.textdomain(DOMAIN)
    os.environ["LANGUAGE"] = language


# Every sentence of click's that this program can say, for the catalogue's tools to find.
CLICK_MESSAGES: Final = (
    N_("Usage:"),
    N_("Options"),
    N_("Positional arguments"),
    N_("Commands"),
    N_("[OPTIONS]"),
    N_("[COMMAND] [ARGS]..."),
    N_("Show this message and exit."),
    N_("required"),
    N_("default: {default}"),
    N_("Missing command."),
    N_("Missing argument"),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Choose from:\n\t{choices}"),
    N_("Error: {message}"),
    N_("Error: invalid input"),
    N_("Invalid value: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("No such option {name!r}."),
    N_("No such command {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
    N_("Could not open file {filename!r}: {message}"),
    N_("unknown error"),
    N_("file"),
    N_("directory"),
    N_("path"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
)
CLICK_PLURALS: Final = (
    nN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    nN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    nN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    nN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
