"""What was handed over as plain text."""

from __future__ import annotations

from stepup.domain.share import Handover
from stepup.domain.span import Span
from stepup.i18n import _, format_day
from stepup.words.share import audience_name, section_names
from stepup.words.share_figures import span_words


def handover_line(handover: Handover) -> str:
    """Return for whom it was, and whom it went to where that was noted."""
    name = audience_name(handover.audience)
    return _("{said} ({remark})").format(said=name, remark=handover.to) if handover.to else name


def handover_details(handover: Handover) -> list[tuple[str, str]]:
    """Return what there is to say of it: names, and what stands behind them."""
    sections = section_names(handover.sections, handover.audience)
    return [
        (_("Period"), span_words(Span(handover.from_day, handover.to_day))),
        (_("In it"), sections or _("nothing but the dates")),
        (_("File"), handover.file),
    ]


def check_number(handover: Handover) -> str:
    """Return the number by which one can tell whether a file is the one that was made."""
    name = _("Number to check the file by (SHA-256)")
    return _("{row}: {said}").format(row=name, said=handover.sha256)


def handover_text(handover: Handover) -> str:
    """Return all of it, a line for each thing."""
    head = _("{row}: {said}").format(
        row=format_day(handover.day, "day_year"), said=handover_line(handover)
    )
    details = (
        _("{row}: {said}").format(row=name, said=said) for name, said in handover_details(handover)
    )
    lines = (*details, check_number(handover))
    return "\n".join([head, *("  " + line for line in lines)])
