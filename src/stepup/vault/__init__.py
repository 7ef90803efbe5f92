"""Storage and nothing else: immutable files and numbered manifests, so that "saved" means it survives a power cut.

This is what every start needs; `stepup.vault.history`, `backup` and `doctor` are doors of their own.
"""

from stepup.vault.disk import Disk
from stepup.vault.drafts import Draft, Drafts
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.merge import Put
from stepup.vault.migrations import Document, Migrations, Tables
from stepup.vault.store import Committed, Vault
from stepup.vault.writer import SaveState, Writer

__all__ = [
    "Committed",
    "Disk",
    "Document",
    "Draft",
    "Drafts",
    "Envelope",
    "Migrations",
    "PlainEnvelope",
    "Put",
    "SaveState",
    "Tables",
    "Vault",
    "Writer",
]
