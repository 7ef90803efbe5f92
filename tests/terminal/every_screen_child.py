"""The program, which goes over all its screens when Ctrl+Q is pressed: `every_screen_child.py FILE`.

The names of the screens that were drawn are in the file when the program ends.
"""

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.ui.every_screen import WAYS, open_screen

from stepup.cli.start import start
from stepup.ui.app import StepupApp


async def go_over(app: StepupApp) -> None:
    seen = []
    for way in WAYS:
        below = app.screen
        open_screen(app, way)
        drawn = asyncio.Event()
        app.screen.call_after_refresh(drawn.set)
        await drawn.wait()
        seen.append(type(app.screen).__name__)
        if app.screen is not below and not app.is_locked:
            app.pop_screen()
    Path(sys.argv[1]).write_text("\n".join(seen), "utf-8")
    app.exit(0)


def begin(app: StepupApp) -> None:
    app.run_worker(go_over(app))


StepupApp.action_leave = begin  # type: ignore[assignment, method-assign]
sys.exit(start(["--lang", "en"]))
