"""What `doctor --privacy` says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from stepup.i18n import N_, _

SENTENCES: Final[Mapping[str, str]] = {
    "folder_open": N_(
        "Other accounts of this computer may enter the folder (mode {mode}); 0700 keeps them out."
    ),
    "files_open": N_("Other accounts may read files in it ({number}); 0600 keeps them out."),
    "other_owner": N_("The folder belongs to another account."),
    "synced": N_("{name} may copy this folder to other computers."),
    "leftovers": N_(
        "Files can be read without the key ({number}); opening the notebook once removes them."
    ),
    "not_readable": N_("Part of the folder cannot be looked through."),
}
CANNOT: Final = (
    N_("What cannot be seen from here:"),
    N_("- copies that were made elsewhere, and what backups of the whole computer hold"),
    N_("- memory and swap, and traces of deleted files on the disk"),
    N_("- whether someone knows the password of this account, or administers this computer"),
    N_("- other programs of this account, which can read what is open"),
)


def privacy_sentence(finding: str, details: Mapping[str, str | int]) -> str:
    """Return the sentence for a finding."""
    return _(SENTENCES[finding]).format(**details)


def lock_sentence(*, locked: bool) -> str:
    """Return what the lock means for the files."""
    if locked:
        return _("The notebook is locked: its files are encrypted.")
    return _("The notebook has no lock: whoever can use this account can read the files.")
