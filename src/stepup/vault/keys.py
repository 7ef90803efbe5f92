"""The files that hold a locked vault's key, and the envelope that the key makes.

`identity.age` holds the vault's X25519 identity sealed with the passphrase, `recovery.age` the same sealed with the
recovery code. A vault is locked exactly when identity.age is there. The recipient that belongs to the identity is
kept nowhere: who does not hold the identity can neither read a file nor forge one.
"""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.disk import Disk, Kind
from stepup.vault.envelope import Envelope
from stepup.vault.errors import as_problems
from stepup.vault.layout import IDENTITY, RECOVERY, TEMPORARY

if TYPE_CHECKING:
    from pyrage.x25519 import Identity

SEALED: Final = ".age"
"""What the names of sealed files end with."""
_SECRET: Final = b"AGE-SECRET-KEY-1"
_LOCK_SECONDS: Final = 10.0
_WORTH_KEEPING: Final = 1 << 15
"""From this size on opening a file costs more than comparing it."""


class Cost(NamedTuple):
    """Log2 of what making a key costs: when written, and what is read. Only tests have another than the usual one."""

    written: int = 17
    read: range = range(16, 21)


USUAL: Final = Cost()


class KeyEnvelope:
    """Seals to the vault's own recipient and opens with its identity."""

    suffix = SEALED

    def __init__(self, identity: "Identity") -> None:
        """Take the identity."""
        self._identity = identity
        self._recipient = identity.to_public()
        # A save proves what it wrote by opening it, and the next save begins with the same bytes.
        self._last: tuple[bytes, bytes] | None = None

    def seal(self, plain: bytes) -> bytes:
        """Return the bytes as an age file."""
        import pyrage

        sealed: bytes = pyrage.encrypt(plain, [self._recipient])
        return sealed

    def open(self, sealed: bytes) -> bytes:
        """Return what an age file of this vault holds; raises ValueError for any other."""
        last = self._last
        if last is not None and last[0] == sealed:
            return last[1]
        import pyrage

        try:
            plain: bytes = pyrage.decrypt(sealed, [self._identity])
        except pyrage.DecryptError:
            raise ValueError from None
        if len(sealed) >= _WORTH_KEEPING:
            self._last = (sealed, plain)
        return plain

    def key(self) -> bytes:
        """Return the identity as `age` reads it from a file."""
        return f"{self._identity}\n".encode()


def prepare() -> None:
    """Load what making a key needs; a tenth of a second that can pass while a person types."""
    import pyrage  # noqa: F401 - being loaded is what it is for

    from stepup.vault import age  # noqa: F401


def new_envelope() -> KeyEnvelope:
    """Return the envelope of an identity that nothing is sealed to yet."""
    from pyrage.x25519 import Identity

    return KeyEnvelope(Identity.generate())


def new_secret() -> bytes:
    """Return 20 bytes by chance, for a recovery code."""
    return os.urandom(20)


def is_locked(root: Path, disk: Disk) -> bool:
    """Whether the vault's key is needed to open it; one look."""
    return disk.look(root / IDENTITY) is not None


def refuse_if_sealed(root: Path, disk: Disk) -> None:
    """Raise Problem(LOCKED or KEY_GONE) when a vault cannot be opened as a plain one."""
    if is_locked(root, disk):
        raise Problem(ProblemCode.LOCKED)
    if disk.look(root / RECOVERY) is None:
        return
    names = disk.names(root / "manifests")
    # After a lock was taken off, or was not set to the end, both kinds stand there, and the plain ones count.
    if not any(name.endswith(".json") for name in names) and any(
        name.endswith(".json.age") for name in names
    ):
        raise Problem(ProblemCode.KEY_GONE, file=IDENTITY)


def refuse_if_changed(root: Path, disk: Disk, envelope: Envelope) -> None:
    """Raise Problem(LOCKED) when another window has set or taken off the lock since this one opened."""
    if is_locked(root, disk) is not (envelope.suffix == KeyEnvelope.suffix):
        raise Problem(ProblemCode.LOCKED)


def sealed_key(envelope: KeyEnvelope, secret: bytes, cost: Cost = USUAL) -> bytes:
    """Return the bytes of a key file, proved to open again. Raises Problem(NO_MEMORY)."""
    return sealed_with(secret, envelope.key(), cost)


def sealed_with(secret: bytes, plain: bytes, cost: Cost = USUAL) -> bytes:
    """Return bytes sealed with a secret, proved to open again. Raises Problem(NO_MEMORY)."""
    from stepup.vault import age

    try:
        sealed = age.seal(plain, secret, factor=cost.written)
        if age.unseal(sealed, secret, factors=cost.read) == plain:
            return sealed
    except age.NoMemoryError:
        raise Problem(ProblemCode.NO_MEMORY) from None
    except age.NotOpenedError:
        pass
    raise Problem(ProblemCode.IO_ERROR, error="EBADMSG")


def opened_key(sealed: bytes, secret: bytes, name: str, cost: Cost = USUAL) -> KeyEnvelope:
    """Return the envelope of the key in a key file's bytes.

    Raises Problem(WRONG_PASSPHRASE or, for recovery.age, WRONG_RECOVERY_CODE; KEY_DAMAGED, KEY_TOO_COSTLY, NO_MEMORY).
    """
    from stepup.vault import age

    try:
        plain = age.unseal(sealed, secret, factors=cost.read)
    except age.WrongSecretError:
        wrong = name == RECOVERY and ProblemCode.WRONG_RECOVERY_CODE
        raise Problem(wrong or ProblemCode.WRONG_PASSPHRASE) from None
    except age.TooCostlyError as error:
        raise Problem(ProblemCode.KEY_TOO_COSTLY, factor=error.factor) from None
    except age.NoMemoryError:
        raise Problem(ProblemCode.NO_MEMORY) from None
    except age.DamagedError:
        raise Problem(ProblemCode.KEY_DAMAGED, file=name) from None
    return KeyEnvelope(_identity_in(plain, name))


def unlock(
    root: Path,
    secret: bytes,
    *,
    name: str = IDENTITY,
    disk: Disk | None = None,
    cost: Cost = USUAL,
) -> KeyEnvelope:
    """Open a key file of the vault at root: identity.age with the passphrase, recovery.age with the code.

    Raises Problem as `opened_key` does, and HAS_NO_LOCK, KEY_GONE, FILE_NOT_REGULAR, VAULT_NOT_READABLE, IO_ERROR.
    """
    disk = disk or Disk()
    with as_problems(reading=True):
        try:
            sealed = disk.read(root / name)
        except FileNotFoundError:
            if name == IDENTITY:
                refuse_if_sealed(root, disk)
                raise Problem(ProblemCode.HAS_NO_LOCK) from None
            code = ProblemCode.KEY_GONE if is_locked(root, disk) else ProblemCode.HAS_NO_LOCK
            raise Problem(code, file=name) from None
    return opened_key(sealed, secret, name, cost)


def write_key(root: Path, name: str, sealed: bytes, disk: Disk) -> None:
    """Put a key file in its place in one step, the old or the new and never half.

    Raises OSError or Problem; then the old one is in its place as before, as far as the disk lets it.
    """
    path = root / name
    seen = disk.look(path)
    if seen is not None and seen.kind is not Kind.FILE:
        raise Problem(ProblemCode.FILE_NOT_REGULAR, file=name)
    before = b""
    with suppress(OSError):  # one that cannot be read any more may well be written anew
        before = disk.read(path)
    put(disk, path, sealed)
    try:
        disk.sync_folder(root)
    except OSError:
        # It may not outlive a power cut, and no secret is told to hold that may not.
        with suppress(OSError):
            if before:
                put(disk, path, before)
            elif seen is None:
                disk.remove(path)
            disk.sync_folder(root)
        raise


def put(disk: Disk, path: Path, data: bytes) -> None:
    """Put a file in its place in one step; a power cut may still take it away. Raises OSError."""
    temporary = path.with_name(f"{path.name}-{disk.token()}{TEMPORARY}")
    disk.create(temporary, data)
    try:
        disk.replace(temporary, path)
    except BaseException:
        with suppress(OSError):
            disk.remove(temporary)
        raise


def change(
    root: Path,
    envelope: KeyEnvelope,
    secret: bytes,
    *,
    name: str = IDENTITY,
    disk: Disk | None = None,
    cost: Cost = USUAL,
) -> None:
    """Seal the key with another secret: identity.age or recovery.age alone is written. Raises Problem."""
    disk = disk or Disk()
    sealed = sealed_key(envelope, secret, cost)
    with as_problems(), disk.lock(root / "lock", _LOCK_SECONDS):
        # Another window may have taken the lock off: a key file would lock what is plain by now.
        if not is_locked(root, disk) and disk.look(root / RECOVERY) is None:
            raise Problem(ProblemCode.HAS_NO_LOCK)
        write_key(root, name, sealed, disk)


def _identity_in(plain: bytes, name: str) -> "Identity":
    """Return the first identity in what `age-keygen` or this program wrote: comments, then a line with the key."""
    from pyrage import IdentityError
    from pyrage.x25519 import Identity

    lines = [line.strip() for line in plain.split(b"\n")]
    found = next((line for line in lines if line.startswith(_SECRET)), b"")
    try:
        return Identity.from_str(found.decode("ascii"))
    except (IdentityError, UnicodeDecodeError):
        raise Problem(ProblemCode.KEY_DAMAGED, file=name) from None
