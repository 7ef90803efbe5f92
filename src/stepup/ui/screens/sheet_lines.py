"""Which lines stand on the page of a sheet."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.domain.profile import LookAway
from stepup.domain.sheet import Section, Sheet, SheetTopic
from stepup.i18n import _, format_day
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.sheets import heading_name, sheet_purpose


def sheet_lines(session: Session, sheet: Sheet, *, is_kept: bool) -> Iterator[Spec]:
    """Yield the lines for reading and writing; `is_kept` unless nothing was ever written."""
    note = _note(session, sheet) if is_kept else sheet_purpose(sheet.topic)
    if note:
        yield Spec("note", text=note, soft=True, still=True, wide=True)
    yield from section_lines(sheet, is_first=not note)
    if sheet.topic is SheetTopic.PLAN:
        yield look_again_line(session, sheet)
    if is_kept:
        yield Spec("earlier", text=_("Earlier versions"), wide=True, gap=True)
    yield Spec("arrange", text=_("Change the headings"), wide=True, gap=not is_kept)


def section_lines(
    sheet: Sheet, *, is_first: bool = True, only_written: bool = False
) -> Iterator[Spec]:
    """Yield a line for each heading, or for each with a text."""
    for section in sheet.sections:
        if section.text or not only_written:
            yield Spec(
                f"part:{section.key}",
                label=heading_name(section),
                text=section.text or "_",
                soft=not section.text,
                gap=not is_first,
            )
            is_first = False


def arranging_lines(sheet: Sheet) -> Iterator[Spec]:
    """Yield the lines for adding, wording, moving and taking out headings."""
    words = {
        "rename": _("Reword"), "up": _("Up"), "down": _("Down"), "out": _("Take out"),
    }  # fmt: skip
    for index, section in enumerate(sheet.sections):
        leads_nowhere = {"up"} if index == 0 else set()
        if index == len(sheet.sections) - 1:
            leads_nowhere.add("down")
        yield Spec(
            f"head:{section.key}",
            text=heading_name(section),
            parts=tuple(Part(k, w, on=k not in leads_nowhere) for k, w in words.items()),
            wide=True,
        )
    yield Spec("newhead", label=_("New heading"), text="_", soft=True, gap=True)
    out = [Part(key, heading_name(Section(key=key)), on=True) for key in sheet.left_out]
    if out:
        yield Spec("back", label=_("Put back"), parts=tuple(out))
    yield Spec("arrange", text=_("Back to the sheet"), wide=True, gap=True)


def written_on(session: Session, sheet: Sheet) -> str:
    """Return the day of a version; "" when the person looks away from dates."""
    return "" if session.hides(LookAway.DATES) else format_day(sheet.day, "short_year")


def _note(session: Session, sheet: Sheet) -> str:
    """Return when it was written, and what becomes of it when one writes on."""
    if sheet.day >= session.book.today():
        return ""
    day = written_on(session, sheet)
    if not day:
        return _("What you write today becomes a new version; this one stays.")
    return _(
        "Written on {day}. What you write today becomes a new version; this one stays."
    ).format(day=day)


def look_again_line(session: Session, sheet: Sheet) -> Spec:
    """Return the line for the day on which to look at a sheet again."""
    day = sheet.look_again
    text = format_day(day, "short_year") if day else "_"
    if day and session.hides(LookAway.DATES):
        text = _("on a day you chose")
    return Spec("look_again", label=_("Next look"), text=text, soft=day is None, gap=True)
