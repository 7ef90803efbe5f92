"""Where things live. Nothing here creates a file or a folder."""

from contextlib import suppress
from pathlib import Path

import appdirs

APP_NAME = "stepup"


def default_vault_folder() -> Path:
    """Return the folder the operating system gives this program for its user's data."""
    return Path(appdirs.user_data_dir(APP_NAME, appauthor=False))


def vault_folder(flag: str | None, env: str | None) -> Path:
    """Return the vault's folder as an absolute path, whether or not it exists.

    `flag` is what `--vault` said and `env` what STEPUP_HOME holds; the first that is not
    empty decides, else the default. A leading `~` means the home folder.
    """
    named = flag or env
    return absolute(named) if named else default_vault_folder()


def absolute(name: str) -> Path:
    """Return `name` as an absolute path; links stay as they are, so that they can be refused."""
    path = Path(name)
    # A `~name` of nobody known, or no home at all: the name stays what it says.
    with suppress(RuntimeError):
        path = path.expanduser()
    return Path.cwd() / path
