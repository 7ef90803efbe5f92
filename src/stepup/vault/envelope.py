"""How bytes are kept on disk: as they are, or (the lock) sealed. Nothing else in the vault knows which."""

from typing import Protocol


class Envelope(Protocol):
    """Turns plain bytes into what stands on disk and back."""

    @property
    def suffix(self) -> str:
        """What file names end with after ".json": "" in a plain vault, ".age" in a locked one."""

    def seal(self, plain: bytes) -> bytes:
        """The bytes to write."""

    def open(self, sealed: bytes) -> bytes:
        """The plain bytes again; raises ValueError when they cannot be had."""


class PlainEnvelope:
    """A vault that can be read in any editor."""

    suffix = ""

    def seal(self, plain: bytes) -> bytes:
        """The bytes as they are."""
        return plain

    def open(self, sealed: bytes) -> bytes:
        """The bytes as they are."""
        return sealed
