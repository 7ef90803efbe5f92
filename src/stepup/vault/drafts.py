"""Drafts: text that was being written, kept until it is saved or let go, and offered again after a sudden end."""

import hashlib
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final, NamedTuple

import orjson

from stepup.domain.problem import Problem
from stepup.vault import documents, keys
from stepup.vault.disk import Disk, Held
from stepup.vault.envelope import Envelope, PlainEnvelope
from stepup.vault.errors import as_problems
from stepup.vault.layout import TEMPORARY

FOLDER: Final = "drafts"
_SESSION: Final = re.compile(r"[0-9A-Za-z]{1,64}(?:-[0-9A-Za-z]{1,64}){0,8}")
_DRAFT: Final = re.compile(rf"({_SESSION.pattern})\.([0-9a-f]{{16}})\.json(?:\.age)?")


class Draft(NamedTuple):
    """A text left behind: the field it belongs to, when it was kept (UTC), and a key for `Drafts.forget`."""

    field: str
    text: str
    saved_at: datetime
    key: str


class Drafts:
    """The drafts of one session, and those that ended sessions left behind.

    A session that keeps a draft holds a kernel lock, so that a second window is never offered what the first one is
    still writing. Nothing is made before the first `keep`. Every method is synchronous, waits for no lock and may be
    called when a signal asks the program to end.
    """

    def __init__(
        self,
        root: Path,
        session_id: str,
        disk: Disk | None = None,
        envelope: Envelope | None = None,
    ) -> None:
        """Take the vault's folder and an id no other session has; raises ValueError when it is no plain word."""
        if not _SESSION.fullmatch(session_id):
            raise ValueError("a session id is letters, digits and hyphens")
        self._folder = root / FOLDER
        self._session = session_id
        self._disk = disk or Disk()
        self._envelope = envelope or PlainEnvelope()
        self._lock: Held | None = None

    def keep(self, field: str, text: str) -> None:
        """Keep text as the draft of field, durable when this returns; the one before stays until then.

        Raises Problem(LOCKED, DISK_FULL, VAULT_READ_ONLY_FOLDER, IO_ERROR).
        """
        with as_problems():
            keys.refuse_if_changed(self._folder.parent, self._disk, self._envelope)
            self._disk.make_folder(self._folder)
            self._hold_lock()
            # Half a character that a terminal made up must not cost the rest of the text.
            plain = orjson.dumps({"field": documents.whole(field), "text": documents.whole(text)})
            path = self._folder / self._name(field)
            temporary = path.with_name(f"{path.name}-{self._disk.token()}{TEMPORARY}")
            self._disk.create(temporary, self._envelope.seal(plain))
            self._disk.replace(temporary, path)
            self._disk.sync_folder(self._folder)

    def drop(self, field: str) -> None:
        """Let the draft of field go, for example because it is saved. Raises Problem."""
        with as_problems():
            self._disk.remove(self._folder / self._name(field))

    def left_behind(self) -> list[Draft]:
        """List the drafts of sessions that ended, oldest first; what cannot be read is left where it is.

        Raises Problem(VAULT_NOT_A_FOLDER, VAULT_NOT_READABLE, IO_ERROR).
        """
        with as_problems(reading=True):
            names = self._disk.names(self._folder)
            sessions = {match[1] for name in names if (match := _DRAFT.fullmatch(name))}
            ended = {session for session in sessions if self._has_ended(session)}
            found = [self._read(name) for name in names if _session_of(name) in ended]
            return sorted((draft for draft in found if draft), key=lambda draft: draft.saved_at)

    def forget(self, draft: Draft) -> None:
        """Remove a draft that was taken up or let go. Raises Problem."""
        session = _session_of(draft.key)
        if session is None:
            return
        with as_problems():
            self._disk.remove(self._folder / draft.key)
            if session != self._session:
                self._remove_lock_of(session)

    def close(self) -> None:
        """End the session: what it still holds counts as left behind from now on."""
        if self._lock is None:
            return
        with suppress(OSError):
            self._remove_lock_of(self._session)
        self._lock.release()
        self._lock = None

    def _name(self, field: str) -> str:
        # The field's name is not the file's: it may hold any character.
        word = hashlib.sha256(field.encode("utf-8", "replace")).hexdigest()[:16]
        return f"{self._session}.{word}.json{self._envelope.suffix}"

    def _lock_path(self, session: str) -> Path:
        return self._folder / f"{session}.lock"

    def _hold_lock(self) -> None:
        if self._lock is None:
            # Where locks do nothing, the draft matters more.
            with suppress(OSError):
                self._lock = self._disk.try_lock(self._lock_path(self._session), 0)

    def _has_ended(self, session: str) -> bool:
        if session == self._session:
            return False
        path = self._lock_path(session)
        if self._disk.look(path) is None:
            return True
        try:
            held = self._disk.try_lock(path, 0)
        except (OSError, Problem):
            return True
        if held is None:
            return False
        held.release()
        return True

    def _read(self, name: str) -> Draft | None:
        path = self._folder / name
        try:
            fields = orjson.loads(self._envelope.open(self._disk.read(path)))
            seen = self._disk.look(path)
            field, text = fields["field"], fields["text"]
        except (OSError, Problem, ValueError, KeyError, TypeError):
            return None
        if seen is None or not isinstance(field, str) or not isinstance(text, str):
            return None
        return Draft(field, text, seen.modified, name)

    def _remove_lock_of(self, session: str) -> None:
        if not any(_session_of(name) == session for name in self._disk.names(self._folder)):
            self._disk.remove(self._lock_path(session))


def _session_of(name: str) -> str | None:
    match = _DRAFT.fullmatch(name)
    return match[1] if match else None
