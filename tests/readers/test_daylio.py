"""Daylio's CSV: four shapes, labels of one's own, times of every writing."""

from __future__ import annotations

import pytest
from tests.readers.support import of, reasons, taken, texts

from stepup.domain.incoming import NO_MOOD, Reason
from stepup.domain.problem import Problem, ProblemCode

OLDEST = "year,date,weekday,time,mood,activities,note\n"
OLD = "full_date,date,weekday,time,mood,activities,note\n"
TITLED = "full_date,date,weekday,time,mood,activities,note_title,note\n"
SCALED = "full_date,date,weekday,time,mood,activities,scales,note_title,note\n"
ROW = "2026-05-31,May 31,Sunday,21:40,good,reading | walk,"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (OLDEST + '2026,May 31,Sunday,21:40,good,reading | walk,"It rained."\n', "It rained."),
        (OLD + ROW + '"It rained."\n', "It rained."),
        (TITLED + ROW + 'Rain,"It rained."\n', "Rain\nIt rained."),
        (SCALED + ROW + 'Calm: 3 | Noise: 2,Rain,"It rained."\n', "Rain\nIt rained.\nCalm: 3, Noise: 2"),
        (ROW + '"It rained."\n', "It rained."),
        (ROW + 'Rain,"It rained."\n', "Rain\nIt rained."),
        (ROW + 'Calm: 3,Rain,"It rained."\n', "Rain\nIt rained.\nCalm: 3"),
    ],
    ids=["oldest", "old", "titled", "scaled", "old bare", "titled bare", "scaled bare"],
)  # fmt: skip
def test_every_shape_gives_a_mood_and_an_entry(file: str, text: str) -> None:
    incoming = taken("daylio", file)

    [mood] = of(incoming, "check_in")
    [entry] = of(incoming, "journal")
    assert (mood["mood"], mood["at"], mood["day"]) == (4, "2026-05-31T21:40:00+09:00", "2026-05-31")
    assert (entry["text"], entry["tags"]) == (text, ["reading", "walk"])
    assert incoming.skipped == ()


@pytest.mark.parametrize(
    ("written", "kept", "day"),
    [
        ("10:04 AM", "10:04", 31), ("11:54 pm", "23:54", 31), ("18:43", "18:43", 31),
        ("9:03", "09:03", 31), ("12:00 AM", "00:00", 30), ("12:30 PM", "12:30", 31),
        ("1:05\u202fa.m.", "01:05", 30), ("３：５９", "03:59", 30),
    ],
)  # fmt: skip
def test_times_are_read_in_every_writing_and_the_small_hours_end_the_day_before(
    written: str, kept: str, day: int
) -> None:
    [mood] = of(taken("daylio", OLD + f"2026-05-31,x,y,{written},meh,,\n"), "check_in")

    assert mood["at"] == f"2026-05-31T{kept}:00+09:00"
    assert mood["day"] == f"2026-05-{day}"


@pytest.mark.parametrize("named", ["May 31", "31 May", "31. May", "5月31日", "may 31"])
def test_the_localised_date_of_the_oldest_shape_is_read(named: str) -> None:
    [mood] = of(taken("daylio", OLDEST + f"2026,{named},Sunday,12:00,rad,,\n"), "check_in")

    assert mood["day"] == "2026-05-31"


def test_the_localised_date_is_not_looked_at_where_there_is_a_full_one() -> None:
    file = OLD + "2026-05-31,1999年1月1日,日曜日,12:00,rad,,\n"

    assert [mood["day"] for mood in of(taken("daylio", file), "check_in")] == ["2026-05-31"]


def test_labels_are_read_without_the_space_around_them_and_in_any_case() -> None:
    file = OLD + "".join(
        f"2026-05-3{n},x,y,12:00,{m},,\n" for n, m in enumerate((" Rad ", "AWFUL"))
    )

    assert [mood["mood"] for mood in of(taken("daylio", file), "check_in")] == [5, 1]


def test_a_label_of_ones_own_is_asked_for_never_guessed() -> None:
    file = OLD + "2026-05-31,x,y,12:00,ふつう,,ここにいた\n2026-05-30,x,y,12:00,ふつう,,\n"

    incoming = taken("daylio", file)
    assert incoming.moods == ("ふつう",)
    assert of(incoming, "check_in") == []
    assert texts(incoming) == ["ここにいた"]
    levels = [m["mood"] for m in of(taken("daylio", file, moods={"ふつう": 3}), "check_in")]
    assert levels == [3, 3]
    left_out = taken("daylio", file, moods={"ふつう": NO_MOOD})
    assert (left_out.moods, of(left_out, "check_in")) == ((), [])


def test_ids_do_not_hang_on_the_level_given_to_a_label() -> None:
    file = OLD + "2026-05-31,x,y,12:00,ふつう,,\n"
    ids = {
        of(taken("daylio", file, moods={"ふつう": level}), "check_in")[0]["id"] for level in (2, 4)
    }

    assert len(ids) == 1


def test_marks_of_html_are_taken_out_and_other_signs_stay() -> None:
    note = "a<br>b <b>c</b><p>d</p>e &lt;f&gt; 3 < 4 &amp; 5 > 4<3"

    assert texts(taken("daylio", OLD + ROW + f'"{note}"\n')) == ["a\nb cd\ne <f> 3 < 4 & 5 > 4<3"]


def test_activities_without_a_note_are_an_entry_of_their_own() -> None:
    [entry] = of(taken("daylio", OLD + ROW + "\n"), "journal")

    assert (entry["text"], entry["tags"]) == ("reading, walk", ["reading", "walk"])


def test_the_last_field_may_be_absent_and_lines_may_be_blank() -> None:
    file = "full_date,date,weekday,time,mood,activities\n\n2026-05-31,x,y,12:00,meh\n\n"

    assert len(of(taken("daylio", file), "check_in")) == 1


def test_a_note_over_several_lines_is_one_row_and_the_next_has_its_line() -> None:
    file = OLD + ROW + '"one\ntwo"\nbad,x,y,12:00,meh,,\n'
    incoming = taken("daylio", file)

    assert texts(incoming) == ["one\ntwo"]
    assert reasons(incoming) == [(4, "full_date", Reason.NOT_A_DATE)]


@pytest.mark.parametrize(
    ("row", "field", "reason"),
    [
        ("2026-02-30,x,y,12:00,meh,,", "full_date", Reason.NOT_A_DATE),
        (",x,y,12:00,meh,,", "full_date", Reason.NO_DATE),
        ("2026-05-31,x,y,25:00,meh,,", "time", Reason.NOT_A_TIME),
        ("2026-05-31,x,y,13:00 PM,meh,,", "time", Reason.NOT_A_TIME),
        ("2026-05-31,x,y,12:00,,,", "mood", Reason.NOTHING_IN_IT),
        ("2026-05-31,x,y,12:00,meh,," + "あ" * 90_000, "note", Reason.TOO_LONG),
    ],
)
def test_a_row_that_cannot_be_read_is_named_with_line_field_and_reason(
    row: str, field: str, reason: Reason
) -> None:
    incoming = taken("daylio", OLD + row + "\n" + ROW + "\n")

    assert reasons(incoming) == [(2, field, reason)]
    assert of(incoming, "check_in")[-1]["mood"] == 4


def test_the_same_row_twice_is_two_entries_with_ids_that_stay() -> None:
    file = OLD + "2026-05-31,x,y,12:00,meh,,\n" * 2
    first, second = taken("daylio", file), taken("daylio", file)

    assert len(of(first, "check_in")) == 2
    assert first.proposed == second.proposed


def test_control_characters_do_not_come_in() -> None:
    incoming = taken("daylio", OLD + ROW + '"a\x1b]52;c;x\x07\u202eb"\n')

    assert texts(incoming) == ["a]52;c;xb"]


@pytest.mark.parametrize(
    ("file", "code", "line"),
    [
        (OLD + ROW + '"not closed\n', ProblemCode.INCOMING_TABLE, 2),
        (OLD + ROW + '"a"b\n', ProblemCode.INCOMING_TABLE, 2),
        (OLD + ROW + '"' + "a" * (1 << 21) + '"\n', ProblemCode.INCOMING_TABLE, 2),
        ("sid,start,stop,rating\n1,2,3,4\n", ProblemCode.INCOMING_OTHER, 1),
        ("", ProblemCode.INCOMING_OTHER, 1),
    ],
)
def test_a_file_that_is_no_such_table_is_refused_with_its_line(
    file: str, code: ProblemCode, line: int
) -> None:
    with pytest.raises(Problem) as refused:
        taken("daylio", file)

    assert (refused.value.code, refused.value.details["line"]) == (code, line)
