"""Words for the quiet corners and for numbers of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepup.domain.corner import Clipping, ItemKind
from stepup.domain.own_number import OwnNumber, OwnValue
from stepup.i18n import N_, _

ITEMS: Final[dict[ItemKind, str]] = {
    ItemKind.LINE: N_("A line"),
    ItemKind.SONG: N_("A song"),
    ItemKind.WIN: N_("A small win"),
}


def number_range(number: OwnNumber) -> str:
    """Return from where to where a number goes: 0 - 10, and -5 - 5."""
    return _("{least} to {most}").format(least=number.least, most=number.most)


def clipping_line(clipping: Clipping) -> str:
    """Return a clipping with its name before it and where it is from behind it."""
    said = _("{row}: {said}").format(row=_("Good news"), said=clipping.text)
    if not clipping.source:
        return said
    return _("{said} ({remark})").format(said=said, remark=clipping.source)


def value_line(value: OwnValue, numbers: Sequence[OwnNumber]) -> str:
    """Return a value with the name of its number before it; `numbers` are the retired ones too."""
    # It may have come from another window together with a number not known here yet.
    names = {number.id: number.name for number in numbers}
    name = names.get(value.number, _("A number of your own"))
    return _("{row}: {said}").format(row=name, said=value.value)
