"""The lock: set, opened, changed, taken off, and opened again with the recovery code."""

from __future__ import annotations

from pathlib import Path

from stepup.domain.passphrase import parse_passphrase
from stepup.domain.recovery import parse_code, spell
from stepup.notebook.clock import SystemClock
from stepup.vault import Disk, keys
from stepup.vault.keys import KeyEnvelope as Key
from stepup.vault.layout import RECOVERY

__all__ = [
    "Key", "change", "change_code", "is_locked", "leftovers", "new_code", "open_backup", "prepare",
    "recover", "seal_file", "set_lock", "take_off", "unlock", "unlock_other",
]  # fmt: skip

_COST = keys.USUAL


def is_locked(folder: Path) -> bool:
    """Whether the notebook in a folder needs its key.

    Raises:
        Problem: it cannot be told.
    """
    try:
        return keys.is_locked(folder, Disk())
    except OSError:
        return False  # what opens it will say why it cannot


def unlock(folder: Path, typed: str) -> Key:
    """Return the key that a passphrase opens; takes a good part of a second and 128 MiB.

    Raises:
        Problem: wrong_passphrase, key_damaged, key_gone, key_too_costly, no_memory, has_no_lock.
    """
    secret = parse_passphrase(typed)
    _keep_to_ourselves()
    return keys.unlock(folder, secret, cost=_COST)


def recover(folder: Path, typed: str) -> Key:
    """Return the key that a recovery code opens.

    Raises:
        Problem: recovery_code_length, recovery_code_group, wrong_recovery_code, and as `unlock` does.
    """
    code = parse_code(typed)
    _keep_to_ourselves()
    return keys.unlock(folder, code.encode(), name=RECOVERY, cost=_COST)


def prepare() -> None:
    """Load what making a key needs, while the passphrase is being typed."""
    keys.prepare()


def new_code() -> str:
    """Return a recovery code by chance, as it is shown."""
    return spell(keys.new_secret())


def set_lock(folder: Path, typed: str, code: str) -> Key:
    """Lock a notebook that no window has open; nothing can be read without the key when this returns.

    Raises:
        Problem: has_lock, why it cannot be written; then nothing was changed.
    """
    from stepup.vault.moving import set_lock as move

    secret = parse_passphrase(typed)
    _keep_to_ourselves()
    return move(folder, secret, parse_code(code).encode(), now=SystemClock().now, cost=_COST)


def change(folder: Path, key: Key, typed: str) -> None:
    """Seal the key with another passphrase; the recovery code stays as it is.

    Raises:
        Problem: why it cannot be written; then the old passphrase still holds.
    """
    keys.change(folder, key, parse_passphrase(typed), cost=_COST)


def change_code(folder: Path, key: Key, code: str) -> None:
    """Seal the key with another recovery code; the passphrase stays as it is.

    Raises:
        Problem: why it cannot be written; then the old code still holds.
    """
    keys.change(folder, key, parse_code(code).encode(), name=RECOVERY, cost=_COST)


def take_off(folder: Path, key: Key) -> None:
    """Make the notebook plain again.

    Raises:
        Problem: why it cannot be written; then it is still locked.
    """
    from stepup.vault.moving import take_off as move

    move(folder, key)


def open_backup(file: Path, typed: str) -> Key:
    """Return the key of a locked notebook's backup, which holds its own key file.

    Raises:
        Problem: backup_invalid, and as `unlock` does.
    """
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.vault.backup import key_of, open_key

    sealed = key_of(file)
    if sealed is None:
        raise Problem(ProblemCode.HAS_NO_LOCK)
    _keep_to_ourselves()
    return open_key(sealed, parse_passphrase(typed), _COST)


def unlock_other(path: Path, typed: str) -> Key:
    """Return the key of another notebook, that of a folder or of a backup; takes as long as `unlock`.

    Raises:
        Problem: other_passphrase, and else as `unlock` and `open_backup` do.
    """
    from stepup.domain.problem import Problem, ProblemCode

    try:
        return unlock(path, typed) if path.is_dir() else open_backup(path, typed)
    except Problem as problem:
        if problem.code is not ProblemCode.WRONG_PASSPHRASE:
            raise
        raise Problem(ProblemCode.OTHER_PASSPHRASE) from None


def seal_file(data: bytes, typed: str) -> bytes:
    """Return a file that the standard tool opens with a passphrase; takes twice as long as `unlock`.

    Raises:
        Problem: passphrase_empty, passphrase_long, no_memory.
    """
    secret = parse_passphrase(typed)
    _keep_to_ourselves()
    return keys.sealed_with(secret, data, _COST)


def leftovers(folder: Path) -> tuple[str, ...]:
    """Return names of files of a locked notebook that can be read without its key.

    Raises:
        Problem: the folder cannot be read.
    """
    from stepup.vault.leftovers import plain_leftovers

    return plain_leftovers(folder) if is_locked(folder) else ()


def _keep_to_ourselves() -> None:
    from stepup.memory import keep_out_of_dumps  # only with a lock is there something to keep

    keep_out_of_dumps()
