"""Day One's JSON, alone or in its zip. See docs/formats/dayone.md."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final

import orjson

from stepup.domain.incoming import Answers, Incoming, Reason
from stepup.exchange.readers.jrnl import tags_of
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import json_of, not_this
from stepup.exchange.readers.zones import local, zone

FIELDS: Final = frozenset(
    {
        "metadata", "version", "entries", "uuid", "creationDate", "modifiedDate", "timeZone",
        "text", "richText", "starred", "tags", "location", "latitude", "longitude", "altitude",
        "photos", "weather", "duration",
    }
)  # fmt: skip
_MOMENT: Final = re.compile(r"!?\[[^\]]*\]\(dayone-moment:/[^)]*\)|dayone-moment:/\S+")
_ESCAPED: Final = re.compile(r"\\([!-/:-@\[-`{-~])")


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a file, or every journal of a zip, comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    journals = [source]
    if source.is_zip:
        names = [name for name in source.names() if _is_journal(name)]
        journals = [source.member(name) for name in sorted(names)]
        if not journals:
            raise not_this(source.name, field="Journal.json")
    proposals = Proposals("dayone", source.name, answers)
    for journal in journals:
        found = json_of(journal, FIELDS, answers.encoding)
        entries = found.get("entries") if isinstance(found, dict) else None
        if not isinstance(entries, list):
            raise not_this(journal.name, field="entries")
        for number, entry in enumerate(entries, 1):
            proposals.row(number, journal.name, is_entry=True)
            if isinstance(entry, dict):
                _take(proposals, entry)
            else:
                proposals.skip("", Reason.NOT_UNDERSTOOD)
    return proposals.done()


def _is_journal(name: str) -> bool:
    return name.lower().endswith(".json") and name.count("/") <= 1 and "__MACOSX" not in name


def _take(proposals: Proposals, entry: Mapping[str, Any]) -> None:
    said = entry.get("creationDate")
    moment = _moment(said) if isinstance(said, str) else None
    name = entry.get("timeZone")
    name = name if isinstance(name, str) else ""
    at = local(proposals, moment, name) if moment else None
    if at is None:
        proposals.skip("creationDate", Reason.NOT_A_DATE if said else Reason.NO_DATE)
        return
    if name and zone(name) is None:
        proposals.skip("timeZone", Reason.UNKNOWN_ZONE)
    text = entry.get("text")
    if text is None:
        text = _rich(entry.get("richText"))
    if not isinstance(text, str):
        proposals.skip("text", Reason.NOT_A_TEXT)
        return
    words = _ESCAPED.sub(r"\1", _MOMENT.sub("", text)).strip()
    if not proposals.writing(at, words, tags_of(entry), "text"):
        proposals.skip("text", Reason.NOTHING_IN_IT)


def _moment(text: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _rich(said: object) -> object:
    """Return the words of rich text, which is JSON in a text; "" for none, None when not understood."""
    if not said:
        return ""
    try:
        parts = orjson.loads(said)["contents"] if isinstance(said, str) else None
        return "".join(part["text"] for part in parts if "text" in part) if parts else None
    except (orjson.JSONDecodeError, KeyError, TypeError):
        return None
