"""From plain to locked and back: everything is written anew beside, proved, and then one file decides.

A vault is locked exactly when identity.age is there. Until that file comes (or goes), the side a reader opens is the
old one, whole; from then on it is the new one, whole, and what is left of the other side is only to be removed. So a
power cut at any step leaves one of the two, and doing the same again goes on from there.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import commit, head, keys
from stepup.vault.disk import Disk
from stepup.vault.envelope import PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.keys import SEALED, KeyEnvelope
from stepup.vault.layout import IDENTITY, RECOVERY, TEMPORARY, Place
from stepup.vault.leftovers import finish_held, write_readme
from stepup.vault.migrations import CURRENT, Migrations
from stepup.vault.publish import Plan, publish
from stepup.vault.twins import clear_side, copy

LOCK_SECONDS: Final = 10.0


def set_lock(
    root: Path,
    secret: bytes,
    code: bytes,
    *,
    now: Callable[[], datetime],
    disk: Disk | None = None,
    migrations: Migrations = CURRENT,
    cost: keys.Cost = keys.USUAL,
) -> KeyEnvelope:
    """Lock a plain vault with a passphrase and a recovery code; its whole history goes with it.

    Raises Problem(HAS_LOCK, READ_ONLY with why, NO_MEMORY, BUSY, DISK_FULL, IO_ERROR); then the vault is plain, whole,
    or locked, whole, where only the removal of what was plain failed: the next opening goes on with that.
    """
    disk = disk or Disk()
    envelope = keys.new_envelope()
    sealed = {
        RECOVERY: keys.sealed_key(envelope, code, cost),
        IDENTITY: keys.sealed_key(envelope, secret, cost),
    }
    plain = Place(root, disk, PlainEnvelope(), migrations)
    locked = Place(root, disk, envelope, migrations)
    with as_problems():
        for folder in (root, plain.manifests, plain.data):
            disk.make_folder(folder)
        with disk.lock(plain.lock, LOCK_SECONDS):
            if keys.is_locked(root, disk):
                raise Problem(ProblemCode.HAS_LOCK)
            keys.refuse_if_sealed(root, disk)
            disk.sync_folder(root)  # what decides is forced out before the other side is cleared
            _begin(plain, now)
            copy(plain, locked)
            for name, data in sealed.items():  # identity.age last: with it the vault is locked
                keys.write_key(root, name, data, disk)
            finish_held(locked)
    return envelope


def take_off(
    root: Path,
    envelope: KeyEnvelope,
    *,
    disk: Disk | None = None,
    migrations: Migrations = CURRENT,
) -> None:
    """Make a locked vault plain again, its whole history with it. Raises Problem; then the vault is locked, whole."""
    disk = disk or Disk()
    plain = Place(root, disk, PlainEnvelope(), migrations)
    locked = Place(root, disk, envelope, migrations)
    with as_problems(), disk.lock(plain.lock, LOCK_SECONDS):
        if not keys.is_locked(root, disk):
            raise Problem(ProblemCode.HAS_NO_LOCK)
        disk.sync_folder(root)
        copy(locked, plain)
        for folder in (locked.drafts, locked.damaged):
            _open_texts(locked, folder)
        _remove_key(root, disk)  # with it the vault is plain
        with suppress(OSError):  # what stays is sealed, and in nobody's way
            _remove_sealed(locked)
            disk.remove(root / RECOVERY)
            write_readme(plain)


def _remove_key(root: Path, disk: Disk) -> None:
    """Remove identity.age for good; where that is not sure, it is put back. Raises OSError."""
    sealed = disk.read(root / IDENTITY)
    disk.remove(root / IDENTITY)
    try:
        disk.sync_folder(root)
    except OSError:
        with suppress(OSError):
            keys.put(disk, root / IDENTITY, sealed)
            disk.sync_folder(root)
        raise


def _begin(plain: Place, now: Callable[[], datetime]) -> None:
    """See that the vault is whole; a new one gets its first generation, so that there is something to lock."""
    found = head.find(plain)
    if found.problem is not None:
        raise commit.read_only(found.problem)
    if found.manifest is None:
        saved_at = now().isoformat(timespec="seconds")
        publish(plain, Plan(saved_at, (), plain.migrations.schema, {}), None, 1)


def _open_texts(locked: Place, folder: Path) -> None:
    """Write drafts, and what was set aside, as plain files beside the sealed ones."""
    disk = locked.disk
    for name in disk.names(folder):
        target = folder / name.removesuffix(SEALED)
        if name == target.name or (folder == locked.damaged and disk.look(target) is not None):
            continue
        with suppress(ValueError):  # not of this key: it stays as it is
            temporary = target.with_name(f"{target.name}-{disk.token()}{TEMPORARY}")
            disk.create(temporary, locked.envelope.open(disk.read(folder / name)))
            disk.replace(temporary, target)
    if disk.look(folder) is not None:
        disk.sync_folder(folder)


def _remove_sealed(locked: Place) -> None:
    disk = locked.disk
    clear_side(locked)
    for folder in (locked.manifests, locked.drafts, locked.damaged):
        names = disk.names(folder)
        for name in names:
            if name.endswith(SEALED) and name.removesuffix(SEALED) in names:
                disk.remove(folder / name)
