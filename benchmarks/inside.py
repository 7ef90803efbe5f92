"""What is measured within a process of the program; each call prints one JSON value.

A process of its own, so that the one that starts and times the others stays small: a child's
peak memory counts from what its parent held.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from textual.app import App

    from stepup.notebook.locking import Key

OWN_WORDS: Final = "benchmark-own-words"
"""A small win of today: where it stands on the screen, the person's own data is shown."""
YEARS: Final = (1, 10, 50)
SEED: Final = 1
PASSPHRASE: Final = "benchmark words only"
QUERIES: Final = ("窓", "図書館", "カーテン", "かーてん", "ー", "benchmark", "鯨の背中")
"""Words often and seldom written, one in another kind of kana, one sign, one never written."""


def build(folder: Path) -> int:
    """Write vaults of 1, 10 and 50 years; the shorter ones are the newest years of the longest."""
    from stepup.demo import write_demo
    from stepup.i18n import set_language
    from stepup.notebook.book import open_book
    from stepup.notebook.days import Days

    set_language("ja")
    longest = folder / str(YEARS[-1])
    with_clock = open_book(longest)
    today = with_clock.today()
    with_clock.close()
    write_demo(longest, years=YEARS[-1], seed=SEED, today=today)
    book = open_book(longest)
    Days(book).add_win(today, OWN_WORDS)
    if not book.close(60.0):
        raise SystemExit("the vault could not be saved")
    for years in YEARS[:-1]:
        _cut(longest, folder / str(years), years)
    return len(YEARS)


def _cut(source: Path, target: Path, years: int) -> None:
    """Copy core and the newest years of a vault, one save a year."""
    from stepup.notebook.clock import SystemClock
    from stepup.vault import Put, Vault

    now = SystemClock().now
    old, new = Vault.open(source, now=now), Vault.open(target, now=now)
    core, *shards = old.shards()
    for shard in (*reversed(shards[:years]), core):
        tables = old.read(shard)
        puts = [
            Put(shard, table, record_id, dict(document), None)
            for table, records in tables.items()
            for record_id, document in records.items()
        ]
        new.commit(puts, ["import"], alone=True)


def reads(folder: Path) -> dict[str, int]:
    """Count the vault's files and bytes that are read until today's page takes keys."""
    counted = {"files": 0, "bytes": 0}

    def look(event: str, arguments: tuple[object, ...]) -> None:
        if event != "open" or not isinstance(arguments[0], (str, os.PathLike)):
            return
        path = Path(os.fspath(arguments[0]))
        if path.is_relative_to(folder) and path.is_file():
            counted["files"] += 1
            counted["bytes"] += path.stat().st_size

    sys.addaudithook(look)
    asyncio.run(_start(folder))
    return counted


async def _start(folder: Path) -> None:
    from stepup.settings import Settings
    from stepup.ui.app import StepupApp

    app = StepupApp(folder, Settings())
    async with app.run_test(size=(80, 24)) as pilot:
        for _try in range(100):
            await pilot.pause(0.05)
            if OWN_WORDS in shown(app):
                return
    raise SystemExit("today's page was never shown")


def shown(app: App[int]) -> str:
    """Return the text on an app's screen."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())  # noqa: SLF001 - no other way


def lock(folder: Path) -> float:
    """Lock a vault and return the seconds that opening its key then takes."""
    from stepup.notebook.locking import new_code, prepare, set_lock, unlock

    set_lock(folder, PASSPHRASE, new_code())
    prepare()
    started = perf_counter()
    unlock(folder, PASSPHRASE)
    return perf_counter() - started


def _key(folder: Path) -> Key | None:
    """Return the key of a locked vault, None for a plain one."""
    from stepup.notebook.locking import is_locked, unlock

    return unlock(folder, PASSPHRASE) if is_locked(folder) else None


def begins(folder: Path) -> tuple[float, float]:
    """Return the seconds, and those of the processor, until the own words are shown; the key is there before."""
    key = _key(folder)

    async def begin() -> None:
        from stepup.settings import Settings
        from stepup.ui.app import StepupApp

        class Opened(StepupApp):
            def open_with(self, _key: Key | None) -> None:
                super().open_with(key)

        app = Opened(folder, Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            while OWN_WORDS not in shown(app):
                await pilot.pause(0.001)

    before, busy = perf_counter(), process_time()
    asyncio.run(begin())
    return perf_counter() - before, process_time() - busy


def saves(folders: list[Path], rounds: int) -> list[list[float]]:
    """Return the seconds of single durable saves in each vault, each round from the other end: a disk remembers."""
    from stepup.notebook.book import open_book
    from stepup.notebook.days import Days

    books = [open_book(folder, key=_key(folder), settle=0.0) for folder in folders]
    found: list[list[float]] = [[] for _book in books]
    both = list(zip(books, found, strict=True))
    for number in range(rounds + 1):
        for book, times in both[:: 1 if number % 2 else -1]:
            started = perf_counter()
            Days(book).log_mood(book.today(), 1 + number % 5)
            if not book.flush(30.0):
                raise SystemExit("a save was refused")
            times.append(perf_counter() - started)
    for book in books:
        book.close()
    return [times[1:] for times in found]  # the first one loads what saving needs


def search(folder: Path, rounds: int) -> list[dict[str, str | float]]:
    """Return for each query: how much was found, seconds to the first results and to the end."""
    from stepup.notebook.book import open_book
    from stepup.notebook.search import Search

    found: list[dict[str, str | float]] = []
    for query in QUERIES:
        for _round in range(rounds):
            book = open_book(folder)
            started = perf_counter()
            first, hits = 0.0, 0
            for some in Search(book).find(query):
                if some and not hits:
                    first = perf_counter() - started
                hits += len(some)
            whole = perf_counter() - started
            found.append({"query": query, "hits": hits, "first": first or whole, "whole": whole})
            book.close()
    return found


def main() -> None:
    """Do what the first argument names."""
    what, *arguments = sys.argv[1:]
    folders = [Path(argument).resolve() for argument in arguments if not argument.isdigit()]
    rounds = next((int(argument) for argument in arguments if argument.isdigit()), 1)
    calls: dict[str, Callable[[], object]] = {
        "build": lambda: build(folders[0]),
        "reads": lambda: reads(folders[0]),
        "saves": lambda: saves(folders, rounds),
        "lock": lambda: lock(folders[0]),
        "begins": lambda: begins(folders[0]),
        "search": lambda: search(folders[0], rounds),
    }
    print(json.dumps(calls[what]()))


if __name__ == "__main__":
    main()
