"""What is said when the program itself is at fault: type and place, never a value."""

from __future__ import annotations

import sys
import threading
import warnings
from pathlib import Path
from types import TracebackType
from typing import Final

from stepup.i18n import _

_PACKAGE: Final = Path(__file__).parent


def crash_sentence(kind: type[BaseException], traceback: TracebackType | None) -> str:
    """Return what is said of an error nobody expected: its type and place, no value."""
    place = _place(traceback)
    return _("stepup stopped over a mistake of its own: {kind}, {place}").format(
        kind=kind.__name__, place=place
    )


def _place(traceback: TracebackType | None) -> str:
    """Return file:line of the innermost frame of ours; no folder of the person's."""
    place = "?"
    while traceback is not None:
        path = Path(traceback.tb_frame.f_code.co_filename)
        if path.is_relative_to(_PACKAGE):
            place = f"{path.relative_to(_PACKAGE).as_posix()}:{traceback.tb_lineno}"
        traceback = traceback.tb_next
    return place


def hide_values_in_crashes() -> None:
    """Replace Python's own crash reports and warnings, which print what variables and messages hold."""
    sys.excepthook = lambda kind, _error, traceback: _say(kind, traceback)
    sys.unraisablehook = lambda report: _say(report.exc_type, report.exc_traceback)
    threading.excepthook = lambda report: _say(report.exc_type, report.exc_traceback)
    warnings.showwarning = lambda *_warning, **_named: None


def _say(kind: type[BaseException], traceback: TracebackType | None) -> None:
    if sys.stderr is not None:
        print(crash_sentence(kind, traceback), file=sys.stderr)  # noqa: T201 - the last word
