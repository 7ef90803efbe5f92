"""Where the benchmark works: vaults of three ages, compiled code, and what a child is given."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_NOT_HANDED_ON = ("TEXTUAL", "STEPUP_", "PYTHON")


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to work in, and the language in which the program is shown."""

    folder: Path
    language: str

    @property
    def environment(self) -> dict[str, str]:
        """What a person's environment is: code compiled once and kept, nothing set specially."""
        mine = {k: v for k, v in os.environ.items() if not k.startswith(_NOT_HANDED_ON)}
        return mine | {
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
        }

    @property
    def python(self) -> tuple[str, ...]:
        """The Python that runs this."""
        return (sys.executable,)

    @property
    def program(self) -> tuple[str, ...]:
        """The console script beside that Python; else the module."""
        script = shutil.which("stepup", path=str(Path(sys.executable).parent))
        return (script,) if script else (*self.python, "-m", "stepup")

    @property
    def bare(self) -> tuple[str, ...]:
        """The bare Textual app."""
        return (*self.python, str(ROOT / "benchmarks" / "bare.py"))

    def at_home(self, years: int) -> dict[str, str]:
        """Return the environment in which `stepup` alone opens the vault of that many years."""
        home = {"STEPUP_HOME": str(self.vault(years)), "STEPUP_LANG": self.language}
        return self.environment | home

    def vault(self, years: int) -> Path:
        """Return the copy of a vault that this run may write to."""
        return self.folder / "used" / str(years)

    def make(self) -> None:
        """Build the vaults unless those of this day are there, and copy them for this run."""
        kept = self.folder / f"vaults-{date.today().isoformat()}"  # noqa: DTZ011 - the person's day
        if not kept.exists():
            new = kept.with_suffix(".new")
            shutil.rmtree(new, ignore_errors=True)
            new.mkdir(parents=True)
            self.inside("build", str(new))
            new.rename(kept)
        shutil.rmtree(self.folder / "used", ignore_errors=True)
        shutil.copytree(kept, self.folder / "used")

    def inside(self, *arguments: str) -> Any:
        """Measure within a process of the program and return what it says.

        Raises:
            CalledProcessError: it did not end well.
        """
        done = subprocess.run(
            [*self.python, "-m", "benchmarks.inside", *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            check=True,
        )
        return json.loads(done.stdout)

    def vaults(self, *years: int) -> Sequence[str]:
        """Return the folders of vaults as arguments."""
        return [str(self.vault(number)) for number in years]
