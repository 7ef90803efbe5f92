"""The program with a mistake put into it: `failing_child.py WHERE` raises with a secret when Ctrl+Q is pressed.

WHERE is handler, worker or thread.
"""

import asyncio
import sys

from stepup.cli.start import start
from stepup.ui.app import StepupApp

SECRET = "sentinel-of-a-secret-life"


class BoomError(Exception):
    """What the mistake raises."""


def boom(*_arguments: object, **_named: object) -> None:
    secret_local = SECRET
    raise BoomError(f"{secret_local} in the message too")


async def work() -> None:
    await asyncio.sleep(0)
    boom()


def fail(app: StepupApp) -> None:
    match sys.argv[1]:
        case "handler":
            boom()
        case "worker":
            app.run_worker(work())
        case "thread":
            app.run_worker(asyncio.to_thread(boom))


StepupApp.action_leave = fail  # type: ignore[assignment, method-assign]
sys.exit(start([]))
