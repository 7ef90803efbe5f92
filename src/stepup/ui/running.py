"""Opening the program in this terminal, until it ends."""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from pathlib import Path

from stepup.i18n import Language
from stepup.settings import Settings
from stepup.ui.app import StepupApp


def run(
    *,
    folder: Path,
    settings: Settings,
    language: Language,  # noqa: ARG001 - chosen before
    at_the_end: Callable[[], None] = lambda: None,
) -> int:
    """Open the program on a vault folder; return the exit code.

    `language` has been set by the caller, who needs it before. `at_the_end` is done when the
    terminal is closed: nothing behind this call is reached then.

    Raises:
        Problem: the notebook cannot be opened; nothing was changed.
    """
    gc.disable()  # until the first page is painted: nothing is let go before
    app = StepupApp(folder, settings)
    app.at_the_end = at_the_end
    app.run()
    if app.problem is not None:
        raise app.problem
    if app.last_words:
        # Said after the screen is gone; a fault of ours where errors are told.
        print(app.last_words, file=sys.stderr if app.return_code else None)
    return app.return_code or app.return_value or 0
