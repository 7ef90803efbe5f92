"""The writer: one thread of our own that saves what the screens put, so that no screen ever waits."""

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final, Literal, NamedTuple

from stepup.domain.problem import Problem, ProblemCode
from stepup.vault import merge
from stepup.vault.merge import Key, Put
from stepup.vault.store import Committed, Vault

FIRST_PAUSE: Final = 1.0
LONGEST_PAUSE: Final = 30.0
# With these one change is refused, not the disk: the others must not wait behind it.
_OWN_FAULT: Final = frozenset(
    {
        ProblemCode.SHARD_DAMAGED,
        ProblemCode.SHARD_MISSING,
        ProblemCode.FILE_NOT_REGULAR,
        ProblemCode.SHRINK_REFUSED,
        ProblemCode.DOCUMENT_INVALID,
        ProblemCode.DOCUMENT_TOO_DEEP,
    }
)


class SaveState(NamedTuple):
    """What the quiet mark shows. `pending` counts changes not yet saved; `problem` is set when kind is "failed"."""

    kind: Literal["saved", "saving", "failed"]
    problem: Problem | None
    pending: int


class _Change(NamedTuple):
    puts: tuple[Put, ...]
    label: str
    alone: bool


class Writer:
    """Commits changes in the order they were put; what fails stays queued and is tried again.

    `on_state` and `on_committed` are called from the writer's thread. `settle` is how many seconds a change waits for
    others to join its commit.
    """

    def __init__(
        self,
        vault: Vault,
        *,
        on_state: Callable[[SaveState], None],
        on_committed: Callable[[Committed], None],
        settle: float = 0.15,
    ) -> None:
        """Start the thread."""
        self._vault = vault
        self._on_state = on_state
        self._on_committed = on_committed
        self._settle = settle
        self._queue: tuple[_Change, ...] = ()
        self._problem: Problem | None = None
        self._failures = (
            0  # failed attempts since the last success: how long to wait before the next
        )
        self._attempts = 0  # finished attempts ever: lets flush() see that one was made for it
        self._hurry = False
        self._closing = False
        self._condition = threading.Condition()
        # A thread that hangs in the kernel on a dying disk must not keep the process from ending.
        self._thread = threading.Thread(target=self._run, name="stepup-writer", daemon=True)
        self._thread.start()

    @property
    def state(self) -> SaveState:
        """The state now."""
        with self._condition:
            return self._state()

    def put(self, puts: Sequence[Put], label: str, *, alone: bool = False) -> None:
        """Queue one change and return at once; `alone` gives it a generation of its own.

        Raises Problem(DOCUMENT_INVALID, DOCUMENT_TOO_DEEP, SHRINK_REFUSED) for what could never be saved.
        """
        merge.check(puts)
        with self._condition:
            self._queue = (*self._queue, _Change(tuple(puts), label, alone))
            state = self._state()
            self._condition.notify_all()
        self._tell(state)

    def pending(self) -> tuple[Put, ...]:
        """Every put that is not saved yet, in order."""
        with self._condition:
            return tuple(put for change in self._queue for put in change.puts)

    def flush(self, timeout: float) -> bool:
        """Save now; True when everything put so far is saved, False after timeout seconds or a failed attempt."""
        deadline = time.monotonic() + timeout
        with self._condition:
            seen = self._attempts
            self._hurry = True
            self._condition.notify_all()
            while self._queue:
                remaining = deadline - time.monotonic()
                if remaining <= 0 or self._closing:
                    return False
                if self._problem is not None and self._attempts > seen and not self._hurry:
                    return False
                self._condition.wait(remaining)
            return True

    def retry(self) -> None:
        """Try again now what failed."""
        with self._condition:
            self._hurry = True
            self._condition.notify_all()

    def close(self, timeout: float = 5.0) -> bool:
        """Save what is left, then end the thread; True when nothing is left. `pending` still tells what is."""
        saved = self.flush(timeout)
        with self._condition:
            self._closing = True
            self._condition.notify_all()
        self._thread.join(timeout if saved else 0.0)
        return saved

    def _run(self) -> None:
        while (batch := self._next_batch()) is not None:
            left, problem = self._save(batch)
            with self._condition:
                self._queue = (*left, *self._queue[len(batch) :])
                self._problem = problem
                self._failures = 0 if problem is None else self._failures + 1
                self._attempts += 1
                self._hurry = self._hurry and problem is None and bool(self._queue)
                state = self._state()
                self._condition.notify_all()
            self._tell(state)

    def _next_batch(self) -> tuple[_Change, ...] | None:
        with self._condition:
            while not self._queue and not self._closing:
                self._hurry = False
                self._condition.wait()
            self._wait_unless_hurried(self._pause())
            return None if self._closing else _first_batch(self._queue)

    def _wait_unless_hurried(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        while not (self._hurry or self._closing):
            remaining = deadline - time.monotonic()
            if remaining <= 0:
                return
            self._condition.wait(remaining)

    def _pause(self) -> float:
        if self._failures == 0:
            return self._settle
        return min(FIRST_PAUSE * (1 << min(self._failures - 1, 10)), LONGEST_PAUSE)

    def _save(self, batch: tuple[_Change, ...]) -> tuple[tuple[_Change, ...], Problem | None]:
        problem = self._commit(batch)
        if problem is None:
            return (), None
        if problem.code not in _OWN_FAULT or len(batch) == 1:
            return batch, problem
        return self._save_one_by_one(batch, problem)

    def _save_one_by_one(
        self, batch: tuple[_Change, ...], problem: Problem
    ) -> tuple[tuple[_Change, ...], Problem | None]:
        left: list[_Change] = []
        stuck: set[Key] = set()
        for change in batch:
            touched = {(put.table, put.id) for put in change.puts}
            # What changes a record again after a change that waits, waits too: the order holds.
            found = problem if touched & stuck else self._commit((change,))
            if found is not None:
                left.append(change)
                stuck |= touched
                problem = found
        return tuple(left), problem if left else None

    def _commit(self, batch: tuple[_Change, ...]) -> Problem | None:
        puts = [put for change in batch for put in change.puts]
        labels = [change.label for change in batch]
        try:
            committed = self._vault.commit(puts, labels, alone=batch[0].alone, checked=True)
        except Problem as problem:
            return problem
        except Exception as error:  # noqa: BLE001 - a fault of ours must show as "not saved", not end the thread unseen
            return Problem(ProblemCode.IO_ERROR, error=type(error).__name__)
        # A listener that fails (a screen that is closing) must not make a save look failed.
        with suppress(Exception):
            self._on_committed(committed)
        return None

    def _state(self) -> SaveState:
        if not self._queue:
            return SaveState("saved", None, 0)
        if self._problem is not None:
            return SaveState("failed", self._problem, len(self._queue))
        return SaveState("saving", None, len(self._queue))

    def _tell(self, state: SaveState) -> None:
        with suppress(Exception):
            self._on_state(state)


def _first_batch(queue: tuple[_Change, ...]) -> tuple[_Change, ...]:
    if queue[0].alone:
        return queue[:1]
    length = next((index for index, change in enumerate(queue) if change.alone), len(queue))
    return queue[:length]
