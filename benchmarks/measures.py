"""The budgets one by one, each a few rows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from functools import partial
from statistics import median

from benchmarks.inside import OWN_WORDS, YEARS
from benchmarks.keys import Typist
from benchmarks.place import Place
from benchmarks.samples import Row, interleaved, middle, ratio
from benchmarks.terminal import Run, Step, opened, run, run_plain

CTRL_C = b"\x03"
DOWN, UP = b"\x1b[B", b"\x1b[A"
PAGES = (
    ("Goals, the cursor", b"g", [DOWN, DOWN, UP, UP]),
    ("Journal, the cursor", b"j", [DOWN, DOWN, UP, UP]),
    ("Today, the cursor", b"t", [DOWN, DOWN, UP, UP]),
    ("Rhythm, the cursor", b"r", [UP, UP, DOWN, DOWN]),
    ("Today, the mood", b"t", [b"3", b"4", b"2"]),
)
TURNS = (("Goals, Journal, Today", [b"g", b"j", b"t"]), ("another day", [b"[", b"]"]))
FRAME = {"ja": "日記", "en": "Journal"}
"""A word of the first frame."""
BARE_SHOWN = (Step(("bare 0",), CTRL_C), Step(("bare 1",)))


def shown(language: str) -> tuple[Step, Step]:
    """Return the steps to today's own data on the screen and a key answered.

    The key is pressed as soon as something is painted, as an impatient person does.
    """
    return Step((FRAME[language],), CTRL_C), Step((OWN_WORDS, "Ctrl+Q"))


def starts(place: Place, rounds: int) -> Iterator[Row]:
    """Measure starts, first frames, growth with the years, and memory."""
    environment, steps = place.environment, shown(place.language)
    takes = {
        "bare frame": partial(run, place.bare, environment, (Step(("bare 0",)),)),
        "frame": partial(run, place.program, place.at_home(10), (Step(steps[0].until),)),
        "bare": partial(run, place.bare, environment, BARE_SHOWN),
        **{str(n): partial(run, place.program, place.at_home(n), steps) for n in YEARS},
    }
    interleaved(2, takes)  # compiles, and warms what the system keeps in memory
    found = interleaved(rounds, takes)
    yield _start_row("start to today's own data and a key taken, 10 years / bare", found, "10", 1.5)
    yield _start_row("first frame / bare", found, "frame", 1.1, below="bare frame")
    yield from _growth(place, found)
    memory = {name: middle(found[name], "peak") for name in ("10", "bare")}
    yield Row(
        "peak memory with 10 years behind Today",
        memory["10"],
        60,
        f"bare {memory['bare']:.1f} MiB",
        unit=" MiB",
        digits=1,
    )


def _start_row(
    what: str,
    found: dict[str, list[Run]],
    name: str,
    budget: float | None,
    below: str = "bare",
) -> Row:
    raw = f"{_seconds(found[name])} / {_seconds(found[below])}"
    above, under = found[name], found[below]
    return Row(what, ratio(above, under, "wall"), budget, raw, cpu=ratio(above, under, "cpu"))


def _growth(place: Place, found: dict[str, list[Run]]) -> Iterator[Row]:
    one, fifty = (place.inside("reads", folder) for folder in place.vaults(1, 50))
    for what in ("files", "bytes"):
        yield Row(
            f"{what} read at start, 50 years / 1 year",
            fifty[what] / one[what],
            1.05,
            f"{fifty[what]:,} / {one[what]:,}",
        )
    yield _start_row("start, 50 years / 1 year", found, "50", None, below="1")


def commands(place: Place, rounds: int) -> Iterator[Row]:
    """Measure the command line and one save."""
    environment = place.environment
    log = (*place.program, "log", "--mood", "3")
    takes = {
        "pass": partial(run_plain, (*place.python, "-c", "pass"), environment),
        "version": partial(run_plain, (*place.program, "--version"), environment),
        "1": partial(run_plain, log, place.at_home(1)),
        "50": partial(run_plain, log, place.at_home(50)),
    }
    interleaved(2, takes)
    found = interleaved(2 * rounds, takes)
    yield _start_row("stepup --version / python -c pass", found, "version", 2, below="pass")
    yield _start_row("stepup log --mood 3, 50 years / 1 year", found, "50", 1.1, below="1")
    times = place.inside("saves", *place.vaults(1, 50), str(10 * rounds))
    one, fifty = (1000 * median(some) for some in times)
    yield Row(
        "one durable save, 50 years / 1 year", fifty / one, 1.1, f"{fifty:.1f} ms / {one:.1f} ms"
    )


def locks(place: Place, rounds: int) -> Iterator[Row]:
    """Measure what a lock costs: a start and a save beside the same vault without one, and the passphrase itself."""
    for years in (1, 50):
        plain = place.vault(years)
        locked = plain.with_name(f"{years}-locked")
        shutil.copytree(plain, locked)
        seconds = place.inside("lock", str(locked))
        folders = {"plain": str(plain), "locked": str(locked)}
        takes = {name: partial(place.inside, "begins", folder) for name, folder in folders.items()}
        interleaved(1, takes)
        found = interleaved(rounds, takes)
        wall, cpu = ({n: median(o[i] for o in some) for n, some in found.items()} for i in (0, 1))
        yield Row(
            f"start without the passphrase, {years} years, locked / plain",
            wall["locked"] / wall["plain"],
            1.15,
            f"{wall['locked']:.3f} s / {wall['plain']:.3f} s",
            cpu=cpu["locked"] / cpu["plain"],
        )
        times = place.inside("saves", *folders.values(), str(10 * rounds))
        before, after = (1000 * median(some) for some in times)
        what = f"one durable save, {years} years, locked / plain"
        yield Row(what, after / before, 1.3, f"{after:.1f} ms / {before:.1f} ms")
    yield Row("the passphrase itself", 1000 * seconds, None, "scrypt 2^17", unit=" ms", digits=0)


def keys(place: Place, rounds: int) -> Iterator[Row]:
    """Measure the time from a key to the changed screen, a median a page."""
    with opened(place.bare, place.environment) as screen:
        screen.follow(BARE_SHOWN)
        yield _key_row("bare Textual", Typist(screen).times([CTRL_C] * 4, rounds), None)
    with opened(place.program, place.at_home(10)) as screen:
        screen.follow(shown(place.language))
        typist = Typist(screen)
        for name, opening, presses in PAGES:
            list(typist.taken(opening))
            yield _key_row(f"on {name}", typist.times(presses, rounds))
        for name, presses in TURNS:
            yield _key_row(f"to {name}", typist.times(presses, rounds))


def _key_row(where: str, times: Sequence[float], budget: float | None = 16) -> Row:
    low, high = 1000 * min(times), 1000 * max(times)
    raw = f"{len(times)} keys, {low:.1f} to {high:.1f} ms"
    what = f"key to changed screen, {where}"
    return Row(what, 1000 * median(times), budget, raw, unit=" ms", digits=1)


def searches(place: Place, rounds: int) -> Iterator[Row]:
    """Measure the search over 50 years: its first results and its end, the slowest query each."""
    found = place.inside("search", *place.vaults(50), str(rounds))
    queries = {one["query"]: one["hits"] for one in found}
    for field, budget in (("first", 30), ("whole", 250)):
        times = {q: 1000 * median(o[field] for o in found if o["query"] == q) for q in queries}
        some = {q: t for q, t in times.items() if field == "whole" or queries[q]}
        raw = ", ".join(f"{q} ({queries[q]} found) {t:.1f} ms" for q, t in some.items())
        what = f"search over 50 years, {field} results, the slowest query"
        yield Row(what, max(some.values()), budget, raw, unit=" ms", digits=1)


def _seconds(runs: Sequence[Run]) -> str:
    return f"{middle(runs, 'wall'):.3f} s (cpu {middle(runs, 'cpu'):.3f})"
