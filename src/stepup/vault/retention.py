"""Which generations stay: counted, never by the clock, so that a wrong clock costs nothing."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final, Protocol

from stepup.domain.problem import Problem
from stepup.vault import head, lineage, shards
from stepup.vault.layout import TEMPORARY, Place, data_parts, number_within
from stepup.vault.manifest import DamagedError, Manifest

NEWEST: Final = 20
# How much of the date and time a period is told by, and the newest of how many periods stays (None: of every one).
_PERIODS: Final = (
    (len("2026-05-31T22"), 24),
    (len("2026-05-31"), 30),
    (len("2026-05"), 24),
    (len("2026"), None),
)
PRUNE_EVERY: Final = 16


class Saved(Protocol):
    """What retention needs to know of a generation."""

    @property
    def generation(self) -> int:
        """Its number, which alone says what is newer."""

    @property
    def saved_at(self) -> str:
        """When it says it was saved, in ISO form."""


def kept(generations: Iterable[Saved], pinned: Iterable[int] = ()) -> frozenset[int]:
    """Numbers that stay: the last 20, the newest of each of 24 hours, 30 days, 24 months that have one, every year."""
    newest_first = sorted(generations, key=lambda saved: saved.generation, reverse=True)
    stay = {saved.generation for saved in newest_first[:NEWEST]}
    for length, most in _PERIODS:
        newest_of: dict[str, int] = {}
        for saved in newest_first:
            newest_of.setdefault(saved.saved_at[:length], saved.generation)
        stay.update(list(newest_of.values())[:most])
    every = {saved.generation for saved in newest_first}
    return frozenset(stay | (every & set(pinned)))


def prune(place: Place) -> None:
    """Remove generations that need not stay, then files no generation names. The caller holds the lock.

    Nothing is removed unless the newest verifies. Manifests that cannot be read are left for the doctor. Whatever goes
    wrong here is no failed save: the next time does it.
    """
    with suppress(Problem, OSError, DamagedError):
        newest = _prove_newest(place)
        manifests = lineage.readable(place)
        # What two computers saved under one number stays until it is joined, with what tells of it.
        forks = {one.generation for fork in lineage.forks(manifests) for one in fork}
        stay = kept(manifests, {*newest.pinned, *forks})
        for manifest in manifests:
            if manifest.generation not in stay:
                place.disk.remove(place.manifest(manifest.generation))
        # The names must be gone for good before the files they name are.
        place.disk.sync_folder(place.manifests)
        _remove_unnamed(
            place,
            [
                *(manifest for manifest in manifests if manifest.generation in stay),
                *(aside.manifest for aside in lineage.misnamed(place)),
            ],
            newest.generation,
        )


def _prove_newest(place: Place) -> Manifest:
    found = head.find(place)
    newest = found.manifest
    if found.problem is not None or newest is None:
        raise DamagedError
    for shard, entry in newest.shards.items():
        parts = data_parts(entry.file)
        if parts is not None and parts[1] == newest.generation:
            shards.load(place, shard, entry, newest.generation)
    return newest


def _remove_unnamed(place: Place, staying: Sequence[Manifest], newest: int) -> None:
    named = {entry.file for manifest in staying for entry in manifest.shards.values()}
    for name in place.disk.names(place.data):
        parts = data_parts(name)
        # A young file may belong to a commit that is being made where locks do nothing.
        if parts is not None and name not in named and parts[1] <= newest - NEWEST:
            place.disk.remove(place.data / name)
    for name in place.disk.names(place.manifests):
        # A sync tool has temporary files of its own, which are its own to remove.
        number = number_within(name) if name[:1].isdigit() and name.endswith(TEMPORARY) else None
        if number is not None and number <= newest - NEWEST:
            place.disk.remove(place.manifests / name)
