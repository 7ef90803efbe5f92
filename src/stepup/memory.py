"""What the system may write of this process's memory to a disk: nothing, where it can be told so."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Final

_PR_SET_DUMPABLE: Final = 4


def keep_out_of_dumps(
    platform: str = sys.platform, *, prctl: Callable[[int, int], int] | None = None
) -> bool:
    """Ask the system for no core dumps of this process, and let no other program of this account look into it.

    True when both were granted. Linux knows both; macOS and others know a limit on dumps alone; Windows neither. Used
    once the key of a locked notebook is in memory.
    """
    no_dump = platform != "win32" and _limit_cores()
    if platform != "linux":
        return False
    hidden = False
    with suppress(OSError, AttributeError):
        hidden = (prctl or _prctl)(_PR_SET_DUMPABLE, 0) == 0
    return no_dump and hidden


def _limit_cores() -> bool:
    try:
        import resource
    except ImportError:
        return False
    try:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (OSError, ValueError):
        return False
    return True


def _prctl(option: int, value: int) -> int:
    return int(ctypes.CDLL(None).prctl(option, value, 0, 0, 0))
