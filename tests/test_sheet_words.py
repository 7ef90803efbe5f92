"""Sheets in words: headings that fit their column, and a sheet as plain text."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from rich.cells import cell_len

from stepup.domain.profile import LookAway
from stepup.domain.sheet import HEADINGS, Section, Sheet, SheetTopic
from stepup.i18n import Language, set_language
from stepup.notebook.day_record import DayRecord
from stepup.notebook.days import DayView
from stepup.ui.widgets.layout import LABEL
from stepup.words.plain import Names, day_text
from stepup.words.sheets import (
    heading_hint,
    heading_name,
    sheet_name,
    sheet_purpose,
    sheet_text,
)

DAY = date(2026, 5, 31)
PLAN = Sheet(
    id="s",
    day=DAY,
    at=datetime(2026, 5, 31, 22, tzinfo=UTC),
    topic=SheetTopic.PLAN,
    sections=(
        Section(key="wish", text="To see the sea.\nSlowly."),
        Section(key="longer"),
        Section(key="own", heading="Nights", text="quiet"),
    ),
    look_again=date(2027, 1, 10),
)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_built_in_heading_has_a_name_that_fits_its_column_and_a_hint(
    language: Language,
) -> None:
    set_language(language)
    for topic in SheetTopic:
        names = [heading_name(Section(key=key)) for key in HEADINGS[topic]]
        assert len(set(names)) == len(names)
        assert [name for name in names if cell_len(name) >= LABEL] == []
        assert all(heading_hint(Section(key=key)) for key in HEADINGS[topic])
        assert sheet_name(topic)
        assert sheet_purpose(topic)


def test_a_heading_in_the_persons_words_has_those_and_no_hint() -> None:
    worded = Section(key="mind", heading="Inside")
    assert (heading_name(worded), heading_hint(worded)) == ("Inside", "")
    assert heading_name(Section(key="of_a_newer_version")) == "Other things"


def test_a_sheet_as_plain_text_has_a_line_for_each_heading_with_a_text() -> None:
    assert sheet_text(PLAN).split("\n") == [
        "Sheet: My plan",
        "  My wish: To see the sea.",
        "    Slowly.",
        "  Nights: quiet",
        "  Next look: 10 Jan 2027",
    ]
    assert "2027" not in sheet_text(PLAN, {LookAway.DATES})


def test_a_sheet_stands_among_what_was_written_on_its_day() -> None:
    page = DayView(DAY, (), (), (), (), (), (), (), looked=True)
    beside = DayRecord(DAY, sheets=(PLAN,))
    text = day_text(page, beside, Names(), laid_out=False, look_away={LookAway.DATES})
    assert text == sheet_text(PLAN, {LookAway.DATES})
