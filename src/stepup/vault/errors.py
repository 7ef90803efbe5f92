"""System errors as problems a person can be told about, without paths or texts of theirs."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from stepup.domain.problem import Problem, ProblemCode

# EFBIG is what a limit on file size answers; to the person it is the same as no space.
_FULL: Final = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_FORBIDDEN: Final = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def problem_of(error: OSError, *, reading: bool = False, file: str = "") -> Problem:
    """The problem that a system error is, while reading or while saving."""
    name = errno.errorcode.get(error.errno or 0, "UNKNOWN")
    if error.errno in _FULL:
        return Problem(ProblemCode.DISK_FULL, error=name)
    # The name alone: the folders before it may name a person.
    details = {"file": file or Path(str(error.filename or "?")).name}
    if error.errno in _FORBIDDEN:
        code = ProblemCode.VAULT_NOT_READABLE if reading else ProblemCode.VAULT_READ_ONLY_FOLDER
        return Problem(code, error=name, **details)
    return Problem(ProblemCode.IO_ERROR, error=name, **details)


@contextmanager
def as_problems(*, reading: bool = False) -> Iterator[None]:
    """Let no OSError out: its text holds paths."""
    try:
        yield
    except OSError as error:
        raise problem_of(error, reading=reading) from None
