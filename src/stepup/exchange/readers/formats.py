"""The formats that can come in, and telling which one a file is; a reader is loaded when it is needed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from stepup.domain.incoming import Answers, Incoming
from stepup.domain.problem import Problem
from stepup.exchange.readers.source import Source

Reader = Callable[[Source, Answers], Incoming]


def _daylio() -> Reader:
    from stepup.exchange.readers.daylio import read

    return read


def _jrnl() -> Reader:
    from stepup.exchange.readers.jrnl import read

    return read


def _dayone() -> Reader:
    from stepup.exchange.readers.dayone import read

    return read


def _loop() -> Reader:
    from stepup.exchange.readers.loop import read

    return read


def _sleep_as_android() -> Reader:
    from stepup.exchange.readers.sleep_as_android import read

    return read


def _plees() -> Reader:
    from stepup.exchange.readers.plees import read

    return read


def _stepup() -> Reader:
    from stepup.exchange.readers.own import read

    return read


READERS: Final[Mapping[str, Callable[[], Reader]]] = {
    "daylio": _daylio,
    "jrnl": _jrnl,
    "dayone": _dayone,
    "loop": _loop,
    "sleep-as-android": _sleep_as_android,
    "plees": _plees,
    "stepup": _stepup,
}
"""By the name that a command takes, in the order in which they are listed."""
NAMES: Final[Mapping[str, str]] = {
    "daylio": "Daylio",
    "jrnl": "jrnl",
    "dayone": "Day One",
    "loop": "Loop Habit Tracker",
    "sleep-as-android": "Sleep as Android",
    "plees": "PleesTracker",
    "stepup": "stepup",
}
"""The programs' own names, the same in every language."""


def read(name: str, source: Source, answers: Answers) -> Incoming:
    """Return what a file of a format comes to.

    Raises:
        Problem: the file is refused as a whole; nothing of it is to be taken.
        KeyError: no such format.
    """
    return READERS[name]()(source, answers)


def recognise(source: Source, encoding: str = "") -> str | None:
    """Return the name of the format a file looks to be in, or None.

    Raises:
        Problem: it cannot be read.
    """
    if source.is_zip:
        return _zip(source)
    text = _beginning(source, encoding)
    if text.startswith(("{", "[")):
        return _json(text)
    return _table(text)


def _zip(source: Source) -> str | None:
    names = [name.rpartition("/")[2] for name in source.names()]
    if "Habits.csv" in names:
        return "loop"
    if "sleep-export.csv" in names:
        return "sleep-as-android"
    return "dayone" if any(name.lower().endswith(".json") for name in names) else None


def _beginning(source: Source, encoding: str) -> str:
    data = source.beginning()
    utf_16 = data.startswith((b"\xff\xfe", b"\xfe\xff")) or encoding == "utf-16"
    text = data.decode("utf-16" if utf_16 else encoding or "utf-8", "replace")
    return text.removeprefix("\ufeff").lstrip()


def _json(text: str) -> str | None:
    if '"stepup export"' in text:
        return "stepup"
    if '"creationDate"' in text or '"metadata"' in text:
        return "dayone"
    return "jrnl" if '"entries"' in text or '"tags"' in text else None


def _table(text: str) -> str | None:
    from stepup.exchange.readers import daylio, plees, sleep_as_android
    from stepup.exchange.readers.texts import rows

    try:
        _line, first = next(rows(text.partition("\n")[0], ""), (1, []))
    except Problem:
        return None
    tables = {"daylio": daylio, "plees": plees, "sleep-as-android": sleep_as_android}
    return next((name for name, module in tables.items() if module.is_header(first)), None)
