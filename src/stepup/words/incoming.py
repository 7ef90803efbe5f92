"""What comes in from elsewhere, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from stepup.domain.incoming import Reason, Skipped
from stepup.domain.text import one_line
from stepup.i18n import N_, _, ngettext
from stepup.words.labels import label_words

_REASONS: Final[dict[Reason, str]] = {
    Reason.NO_DATE: N_("no date"),
    Reason.NOT_A_DATE: N_("this does not read as a date"),
    Reason.NOT_A_TIME: N_("this does not read as a time"),
    Reason.NOT_A_NUMBER: N_("this number cannot be kept here"),
    Reason.NOT_A_SLEEP: N_("a sleep lasts from one minute to three days"),
    Reason.NOT_A_TEXT: N_("this is not a text"),
    Reason.TOO_LONG: N_("longer than one entry may be"),
    Reason.NOTHING_IN_IT: N_("nothing in it to keep"),
    Reason.NO_SUCH_HABIT: N_("no habit has this number"),
    Reason.NOT_UNDERSTOOD: N_("this is not understood"),
    Reason.UNKNOWN_ZONE: N_("this time zone is not known; the computer's own was taken"),
}
# Kinds that bear another name than the change that makes them.
_LABELS: Final = {
    "check_in": "mood",
    "drawer_item": "drawer",
    "newest_sheet": "sheet",
}


def skipped_words(skipped: Skipped) -> str:
    """Return where a row stands and why it was passed by."""
    place = skipped.place
    where = _("{file}, entry {number}") if place.is_entry else _("{file}, line {number}")
    said = where.format(file=one_line(place.file), number=place.number)
    if place.field:
        said = _(", ").join((said, one_line(place.field)))
    return _("{where}: {reason}").format(where=said, reason=_(_REASONS[skipped.reason]))


def kind_words(kind: str) -> str:
    """Return the name of a kind of entry; one of a newer version as it is."""
    return label_words(_LABELS.get(kind, kind))


def counts_by_year(counts: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str]]:
    """Yield each year, "" for what has none, with how many entries of which kinds."""
    years: dict[str, list[str]] = {}
    for (kind, year), number in counts.items():
        years.setdefault(year, []).append(
            _("{what} {number}").format(what=kind_words(kind), number=number)
        )
    for year in sorted(years, reverse=True):
        yield year, _(", ").join(years[year])


def read_words(program: str, rows: int) -> str:
    """Return how many rows of a program's file were read."""
    return ngettext(
        "{program}: {number} row was read.", "{program}: {number} rows were read.", rows
    ).format(program=program, number=rows)


def there_words(number: int) -> str:
    """Return how many entries are here already; "" for none."""
    if not number:
        return ""
    return ngettext(
        "{number} entry is here already, and stays as it is.",
        "{number} entries are here already, and stay as they are.",
        number,
    ).format(number=number)


def passed_words(number: int) -> str:
    """Return how many rows or fields were passed by; "" for none."""
    if not number:
        return ""
    return ngettext("{number} was passed by:", "{number} were passed by:", number).format(
        number=number
    )
