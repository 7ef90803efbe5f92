"""What joining two notebooks would do, in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from stepup.i18n import N_, _, ngettext, nN_
from stepup.words.records import kind_name

_COUNTS: Final[dict[str, tuple[str, str]]] = {
    "new": nN_(
        "{number} entry that only the other notebook has",
        "{number} entries that only the other notebook has",
    ),
    "theirs": nN_("{number} entry changed there alone", "{number} entries changed there alone"),
    "taken_away": nN_("{number} entry taken away there", "{number} entries taken away there"),
    "both": nN_(
        "{number} entry changed in both: both versions stay",
        "{number} entries changed in both: both versions stay",
    ),
    "decided": nN_(
        "{number} thing there is one of, put together from both",
        "{number} things there are one of, put together from both",
    ),
}

LAID_OPEN: Final = N_(
    "This notebook has no lock: what comes out of the other one can be read here without a"
    " passphrase."
)


def count_lines(counts: Mapping[str, int]) -> Iterator[str]:
    """Yield a line for each thing that would be done, by its code; one line where it is nothing."""
    for code, forms in _COUNTS.items():
        number = counts.get(code, 0)
        if number:
            yield ngettext(*forms, number).format(number=number)
    if not any(counts.values()):
        yield _("Everything in the other notebook is here already.")


def kinds_line(kinds: Mapping[str, int]) -> str:
    """Return of which kinds the entries are, the most frequent first."""
    in_turn = sorted(kinds, key=lambda kind: (-kinds[kind], kind))
    form = _("{row}: {said}")
    return _(", ").join(form.format(row=kind_name(kind), said=kinds[kind]) for kind in in_turn)
