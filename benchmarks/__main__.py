"""Print every budget that applies in one run.

python -m benchmarks [--vaults FOLDER] [--rounds N] [--only NAME] [--lang ja|en]
"""

from __future__ import annotations

import argparse
import importlib.metadata
import os
import platform
import tempfile
from pathlib import Path

from benchmarks import imports, measures
from benchmarks.place import Place
from benchmarks.samples import told

MEASURES = {
    "starts": measures.starts,
    "commands": measures.commands,
    "locks": measures.locks,
    "keys": measures.keys,
    "searches": measures.searches,
    "imports": imports.imports,
}


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--vaults", type=Path, help="keep vaults and compiled code here")
    parser.add_argument("--rounds", type=int, default=11, help="samples of each kind, at least 9")
    parser.add_argument("--only", choices=MEASURES, action="append", help="a part of it")
    parser.add_argument("--lang", choices=("ja", "en"), default="ja", help="the language shown")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="stepup-benchmarks-") as scratch:
        place = Place((asked.vaults or Path(scratch)).resolve(), asked.lang)
        place.make()
        print(_heading(asked.lang, asked.rounds), flush=True)
        for name in asked.only or MEASURES:
            for row in MEASURES[name](place, asked.rounds):
                print(told(row), flush=True)


def _heading(language: str, rounds: int) -> str:
    textual = importlib.metadata.version("textual")
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return (
        f"Python {platform.python_version()}, Textual {textual}, {os.cpu_count()} cores{load}; "
        f"language {language}, {rounds} rounds, medians\n"
    )


if __name__ == "__main__":
    main()
