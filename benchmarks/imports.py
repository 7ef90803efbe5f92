"""Bringing in 50,000 rows, against reading them with csv and writing them with orjson.

python -m benchmarks.imports plain|bring FILE FOLDER prints what one of the two took, as JSON.
"""

from __future__ import annotations

import csv
import json
import os
import resource
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter, process_time

from benchmarks.place import Place
from benchmarks.samples import Row, interleaved, middle, ratio

ROWS = 50_000
_HEADER = ("full_date", "date", "weekday", "time", "mood", "activities", "note_title", "note")
_MOODS = ("rad", "good", "meh", "bad", "awful")
_NOTE = "雨が降っていたので、部屋で音楽を聴いていた。{number}"


@dataclass(frozen=True, slots=True)
class Took:
    """What one run took: seconds by the wall and of the processor, and MiB at its peak."""

    wall: float
    cpu: float
    peak: float


def imports(place: Place, rounds: int) -> Iterator[Row]:
    """Measure an import against the plainest way of reading and writing the same rows."""
    file = place.folder / "daylio.csv"
    _write(file)
    takes = {what: partial(_child, place, what, file) for what in ("plain", "bring")}
    interleaved(1, takes)  # compiles, and warms what the system keeps in memory
    found = interleaved(min(rounds, 5), takes)
    above, below = found["bring"], found["plain"]
    raw = f"{middle(above, 'wall'):.2f} s / {middle(below, 'wall'):.2f} s"
    what = f"import of {ROWS:,} rows, two entries each / csv and orjson"
    yield Row(what, ratio(above, below, "wall"), 15, raw, cpu=ratio(above, below, "cpu"))
    peak = middle(above, "peak")
    yield Row("peak memory of that import", peak, 300, f"plain {middle(below, 'peak'):.0f} MiB",
              unit=" MiB", digits=0)  # fmt: skip


def _write(file: Path) -> None:
    begin = datetime(2016, 1, 1, 23, 50)
    with file.open("w", encoding="utf-8", newline="") as stream:
        table = csv.writer(stream)
        table.writerow(_HEADER)
        for number in range(ROWS):
            at = begin + timedelta(minutes=107 * number)
            table.writerow(
                (at.date(), f"{at:%B %d}", f"{at:%A}", f"{at:%H:%M}", _MOODS[number % 5],
                 "reading | walk", "", _NOTE.format(number=number))
            )  # fmt: skip


def _child(place: Place, what: str, file: Path) -> Took:
    import subprocess
    import tempfile

    with tempfile.TemporaryDirectory(dir=place.folder) as folder:
        done = subprocess.run(
            [*place.python, "-m", "benchmarks.imports", what, str(file), folder],
            check=True, capture_output=True, env=place.environment,
        )  # fmt: skip
    return Took(**json.loads(done.stdout.splitlines()[-1]))


def _plain(file: Path, folder: Path) -> None:
    import orjson

    with file.open(encoding="utf-8", newline="") as stream, (folder / "out").open("wb") as out:
        for row in csv.DictReader(stream):
            out.write(orjson.dumps(row) + b"\n")
        out.flush()
        os.fsync(out.fileno())


def _bring(file: Path, folder: Path) -> None:
    from stepup.cli.start import start

    code = start(["import", "daylio", str(file), "--yes", "--vault", str(folder / "vault")])
    if code:
        raise SystemExit(code)


def _measured(run: Callable[[], None]) -> Took:
    wall, cpu = perf_counter(), process_time()
    run()
    taken = perf_counter() - wall, process_time() - cpu
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Took(*taken, peak / (1 << (20 if sys.platform == "darwin" else 10)))


if __name__ == "__main__":
    way = {"plain": _plain, "bring": _bring}[sys.argv[1]]
    took = _measured(partial(way, Path(sys.argv[2]), Path(sys.argv[3])))
    print(json.dumps({"wall": took.wall, "cpu": took.cpu, "peak": took.peak}))
