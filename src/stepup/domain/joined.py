"""What the notebook was joined with, so that it is known next time who changed what since."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from pydantic import AwareDatetime

from stepup.domain.record import Frozen, Record

MOST_HEADS: Final = 16
"""States that are kept in mind, the newest."""


class Head(Frozen):
    """A saved state of a notebook: its checksum, and when it says it was saved.

    `mark` is another checksum, which stays when a lock is set or taken off.
    """

    sha256: str
    saved_at: AwareDatetime
    mark: str = ""


class Joined(Record):
    """The states that came together in this notebook, on this computer or another."""

    kind: ClassVar[str] = "joined"
    single: ClassVar[bool] = True
    id: str = "joined"
    heads: tuple[Head, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The checksums and the marks of the states."""
        return frozenset(name for head in self.heads for name in (head.sha256, head.mark) if name)

    def with_heads(self, heads: Iterable[Head]) -> Joined:
        """Return it with more states; the same in whatever order they are told."""
        told = sorted((*self.heads, *heads), key=lambda head: head.mark)
        every = {head.sha256: head for head in told}
        newest = sorted(every.values(), key=lambda head: (head.saved_at, head.sha256))
        return self.replace(heads=tuple(newest[-MOST_HEADS:]))
