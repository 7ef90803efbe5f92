"""The head: the newest generation that verifies, and why nothing can be written when it is not the newest of all."""

from pathlib import Path
from typing import Final, NamedTuple

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault.disk import Kind
from stepup.vault.layout import Place, in_reading_order
from stepup.vault.manifest import DamagedError, Manifest, ShardEntry, decode

_ATTEMPTS: Final = 5


class Head(NamedTuple):
    """What the vault stands at. One immutable value: readers and the writer swap it whole.

    `manifest` is None before the first act, or when nothing verifies; `newest` is the highest number any manifest's
    name has (0: none); `stamp` tells whether that file is still the same; `problem` says why nothing can be written.
    """

    manifest: Manifest | None
    newest: int
    stamp: tuple[int, ...]
    problem: Problem | None

    @property
    def generation(self) -> int:
        """The number of the generation that is read; 0 for none."""
        return self.manifest.generation if self.manifest else 0

    @property
    def schema(self) -> int:
        """The schema its shards were written in; 0 for none."""
        return self.manifest.schema if self.manifest else 0

    def entry(self, shard: str) -> ShardEntry | None:
        """The file of that shard, None when there is none yet."""
        return self.manifest.shards.get(shard) if self.manifest else None

    def shards(self) -> tuple[str, ...]:
        """Names of all shards, in reading order."""
        return in_reading_order(self.manifest.shards) if self.manifest else ()

    def differing(self, other: "Head") -> frozenset[str]:
        """Names of the shards whose bytes are not the same in both."""
        if self.manifest and other.manifest and self.manifest.sha256 == other.manifest.sha256:
            return frozenset()
        return frozenset(
            name
            for name in {*self.shards(), *other.shards()}
            if not _same(self.entry(name), other.entry(name))
        )


def find(place: Place) -> Head:
    """Look for the head, reading one manifest and no shard in a vault that is whole.

    Every file of the head is checked by a look alone (is it there, is it a file, has it its size), so that opening
    costs the same after fifty years. Raises Problem(VAULT_NEWER, VAULT_NOT_A_FOLDER, VAULT_NOT_READABLE).
    """
    for folder in (place.root, place.manifests, place.data):
        _refuse_unless_folder(place, folder)
    head = _find_once(place)
    for _ in range(_ATTEMPTS):
        if head.problem is None:
            break
        # A reader that finds a file gone looks again: another window may have saved and cleared in between.
        again = _find_once(place)
        if again.newest == head.newest:
            break
        head = again
    return head


def find_again(place: Place, known: Head) -> Head:
    """Look for the head as `find` does, in a vault known to hold something: that it is gone is not "new"."""
    found = find(place)
    if known.manifest is not None and found.newest == 0 and found.problem is None:
        return found._replace(
            problem=Problem(ProblemCode.VAULT_DAMAGED, file=place.manifests.name, generation=0),
        )
    return found


def newest_stamp(place: Place) -> tuple[int, tuple[int, ...]]:
    """Number and stamp of the newest manifest, without reading it; (0, ()) when there is none."""
    return _stamped(place, place.manifest_numbers())


def read_manifest(place: Place, number: int) -> Manifest:
    """The manifest of that number. Raises DamagedError, FileNotFoundError, Problem or OSError."""
    sealed = place.disk.read(place.manifest(number))
    try:
        plain = place.envelope.open(sealed)
    except ValueError:
        raise DamagedError from None
    manifest = decode(plain, known_schema=place.migrations.schema)
    if manifest.generation != number:
        raise DamagedError
    return manifest


def first_bad_file(place: Place, manifest: Manifest) -> Problem | None:
    """The first shard file that is not there whole, judged by a look alone."""
    data = place.data
    for entry in manifest.shards.values():
        seen = place.disk.look(data / entry.file)
        if seen is not None and seen.kind is not Kind.FILE:
            return Problem(ProblemCode.FILE_NOT_REGULAR, file=entry.file)
        if seen is None or seen.size != entry.size:
            return Problem(ProblemCode.VAULT_DAMAGED, file=entry.file)
    return None


def unwritable(place: Place) -> Problem | None:
    """Why nothing can be made in the vault's folders, as far as can be told without making something."""
    for folder in (place.root, place.manifests, place.data):
        if place.disk.look(folder, follow_link=True) is not None and not place.disk.writable(
            folder
        ):
            return Problem(ProblemCode.VAULT_READ_ONLY_FOLDER, file=folder.name, error="EACCES")
    if place.disk.look(place.root, follow_link=True) is None:
        above = next(
            (folder for folder in place.root.parents if place.disk.look(folder, follow_link=True)),
            None,
        )
        if above is not None and not place.disk.writable(above):
            return Problem(ProblemCode.VAULT_READ_ONLY_FOLDER, file=place.root.name, error="EACCES")
    return None


def _find_once(place: Place) -> Head:
    numbers = place.manifest_numbers()
    newest, stamp = _stamped(place, numbers)
    problem: Problem | None = None
    for number in numbers:
        manifest, bad = _try(place, number)
        problem = problem or bad
        if manifest is not None and bad is None:
            return Head(manifest, newest, stamp, _at(problem, number))
    if problem is None and place.disk.names(place.data):
        problem = Problem(ProblemCode.VAULT_DAMAGED, file=place.manifests.name)
    return Head(None, newest, stamp, _at(problem, 0))


def _stamped(place: Place, numbers: tuple[int, ...]) -> tuple[int, tuple[int, ...]]:
    if not numbers:
        return 0, ()
    seen = place.disk.look(place.manifest(numbers[0]))
    return numbers[0], seen.stamp if seen else ()


def _try(place: Place, number: int) -> tuple[Manifest | None, Problem | None]:
    name = place.manifest(number).name
    try:
        manifest = read_manifest(place, number)
    except PermissionError:
        raise Problem(ProblemCode.VAULT_NOT_READABLE, file=name, error="EACCES") from None
    except Problem as problem:
        if problem.code is ProblemCode.VAULT_NEWER:
            raise
        return None, problem
    except (DamagedError, OSError):
        return None, Problem(ProblemCode.VAULT_DAMAGED, file=name)
    return manifest, first_bad_file(place, manifest)


def _at(problem: Problem | None, generation: int) -> Problem | None:
    if problem is None:
        return None
    return Problem(problem.code, **{**problem.details, "generation": generation})


def _refuse_unless_folder(place: Place, folder: Path) -> None:
    # The vault's own folder may well be a link to another drive; what is in it may not lead elsewhere.
    seen = place.disk.look(folder, follow_link=folder == place.root)
    if seen is not None and seen.kind is not Kind.FOLDER:
        raise Problem(ProblemCode.VAULT_NOT_A_FOLDER, file=folder.name)


def _same(ours: ShardEntry | None, theirs: ShardEntry | None) -> bool:
    return (ours and ours.sha256) == (theirs and theirs.sha256)
