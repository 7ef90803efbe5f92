"""jrnl's JSON. See docs/formats/jrnl.md."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from stepup.domain.day import parse_clock
from stepup.domain.incoming import Answers, Incoming, Reason, plain_day
from stepup.domain.problem import Problem
from stepup.exchange.readers.proposals import Proposals
from stepup.exchange.readers.source import Source
from stepup.exchange.readers.texts import json_of, not_this
from stepup.i18n import _

FIELDS: Final = frozenset({"tags", "entries", "title", "body", "date", "time", "starred"})


def read(source: Source, answers: Answers) -> Incoming:
    """Return what a file comes to.

    Raises:
        Problem: the file is refused as a whole.
    """
    found = json_of(source, FIELDS, answers.encoding)
    entries = found.get("entries") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise not_this(source.name, field="entries")
    proposals = Proposals("jrnl", source.name, answers, len(entries))
    for number, entry in enumerate(entries, 1):
        proposals.row(number, is_entry=True)
        if isinstance(entry, dict):
            _take(proposals, entry)
        else:
            proposals.skip("", Reason.NOT_UNDERSTOOD)
    return proposals.done()


def _take(proposals: Proposals, entry: Mapping[str, Any]) -> None:
    said = entry.get("date")
    day = plain_day(said) if isinstance(said, str) else None
    if day is None:
        proposals.skip("date", Reason.NOT_A_DATE if said else Reason.NO_DATE)
        return
    try:
        clock, later = parse_clock(str(entry.get("time") or "12:00"))
    except Problem:
        later = 1
    if later:
        proposals.skip("time", Reason.NOT_A_TIME)
        return
    words = [entry.get(field) or "" for field in ("title", "body")]
    if not all(isinstance(part, str) for part in words):
        proposals.skip("title", Reason.NOT_A_TEXT)
        return
    # Only what is typed on jrnl's command line is taken apart behind its first sentence, and then it is kept on two
    # lines. In its file a title is always the first line.
    text = "\n".join(part for part in words if part.strip())
    at = proposals.local(datetime.combine(day, clock))
    if not proposals.writing(at, text, tags_of(entry), "body"):
        proposals.skip("title", Reason.NOTHING_IN_IT)


def tags_of(entry: Mapping[str, Any]) -> list[str]:
    """Return the tags of an entry, a star as one of them; what is no text is not one."""
    found = entry.get("tags")
    tags = [tag for tag in found if isinstance(tag, str)] if isinstance(found, list) else []
    return [*tags, _("starred")] if entry.get("starred") is True else tags
