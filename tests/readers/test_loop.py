"""Loop Habit Tracker's zip: joined by position, signs and thousandths told apart."""

from __future__ import annotations

import pytest
from tests.readers.support import of, reasons, taken, texts, zipped

from stepup.domain.incoming import LEAVE_OUT, Incoming, Reason, Target
from stepup.domain.problem import Problem, ProblemCode

HEADER = (
    "Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,"
    "Target Type,Target Value,Archived?\n"
)
MARKS = "Date,Value,Notes\n"


def habit(
    position: int, name: str, kind: str = "YES_NO", unit: str = "", archived: str = "false"
) -> str:
    return f"{position:03d},{name},{kind},,,1,1,#1,{unit},AT_LEAST,0,{archived}\n"


def loop(habits: str, folders: dict[str, str], **more: str) -> bytes:
    files = {f"{name}/Checkmarks.csv": marks for name, marks in folders.items()}
    return zipped({"Habits.csv": habits, **files, **more})


def rows(incoming: Incoming) -> dict[str, dict[str, object]]:
    return {row["id"]: row for row in of(incoming, "tracker")}


def marks(incoming: Incoming) -> list[tuple[object, object, object]]:
    names = {key: row["name"] for key, row in rows(incoming).items()}
    return [
        (names.get(m["tracker"], m["tracker"]), m["day"], m.get("value"))
        for m in of(incoming, "mark")
    ]


def test_habits_with_japanese_names_are_joined_by_position() -> None:
    data = loop(
        HEADER + habit(1, "散歩") + habit(2, "Tea"),
        {"001": MARKS + "2026-05-31,YES_MANUAL,\n", "002 Tea": MARKS + "2026-05-30,YES_MANUAL,\n"},
    )

    assert marks(taken("loop", data)) == [("散歩", "2026-05-31", None), ("Tea", "2026-05-30", None)]


def test_only_what_was_done_is_a_mark() -> None:
    values = ("YES_AUTO", "NO", "SKIP", "UNKNOWN", "YES_MANUAL", "0", "1", "2", "3", "-1", "")
    lines = "".join(f"2026-05-{n + 10},{value},\n" for n, value in enumerate(values))
    incoming = taken("loop", loop(HEADER + habit(1, "a"), {"001 a": MARKS + lines}))

    assert [day for _name, day, _value in marks(incoming)] == ["2026-05-14", "2026-05-17"]
    assert incoming.skipped == ()


def test_numbers_are_thousandths_and_minutes_are_minutes() -> None:
    data = loop(
        HEADER + habit(1, "pages", "NUMERICAL", "pages") + habit(2, "絵", "NUMERICAL", "分"),
        {"001 pages": MARKS + "2026-05-31,12000,\n2026-05-30,SKIP,\n2026-05-29,0,\n2026-05-28,3,\n",
         "002": MARKS + "2026-05-31,30000,\n"},
    )  # fmt: skip
    incoming = taken("loop", data)

    assert marks(incoming) == [("pages", "2026-05-31", 12), ("絵", "2026-05-31", 30)]
    assert [row["measure"] for row in rows(incoming).values()] == ["count", "minutes"]


def test_a_habit_with_parts_of_a_whole_becomes_a_number_of_ones_own() -> None:
    data = loop(
        HEADER + habit(1, "km", "NUMERICAL"),
        {"001 km": MARKS + "2026-05-31,2500,\n2026-05-30,3000,\n2026-05-29,20,\n"},
    )
    incoming = taken("loop", data)

    assert [one["name"] for one in of(incoming, "own_number")] == ["km"]
    assert [one["value"] for one in of(incoming, "own_value")] == ["2.5", "3"]
    assert reasons(incoming) == [(4, "Value", Reason.NOT_A_NUMBER)]
    assert incoming.habits[0].decimals


def test_older_tables_lack_columns_and_have_no_header() -> None:
    older = "Position,Name,Question,Description,NumRepetitions,Interval,Color\n001,a,,,1,1,#1\n"

    assert marks(taken("loop", loop(older, {"001 a": "2026-05-31,2\n2026-05-30,1\n"}))) == [
        ("a", "2026-05-31", None)
    ]


def test_the_table_of_all_habits_is_read_by_column_where_there_is_no_other() -> None:
    table = 'Date,a, with a comma,"b" or not,\n2026-05-31,2,0,\n2026-05-30,0,2,\n'
    data = zipped(
        {
            "Habits.csv": HEADER + habit(1, '"a, with a comma"') + habit(2, "b"),
            "Checkmarks.csv": table,
        }
    )

    assert marks(taken("loop", data)) == [
        ("a, with a comma", "2026-05-31", None),
        ("b", "2026-05-30", None),
    ]


def test_empty_tables_are_no_matter_and_what_is_archived_is_retired() -> None:
    data = loop(
        HEADER + habit(1, "a") + habit(2, "b", archived="true"),
        {"001 a": "", "002 b": MARKS + "2026-05-31,YES_MANUAL,\n"},
    )
    incoming = taken("loop", data)

    assert [(row["name"], row["retired"]) for row in rows(incoming).values()] == [("b", True)]
    assert [one.name for one in incoming.habits] == ["a", "b"]


def test_a_habit_goes_into_the_row_it_is_given_or_is_left_out() -> None:
    data = loop(
        HEADER + habit(1, "bath") + habit(2, "walk", "NUMERICAL", "min") + habit(3, "eat") + habit(4, "x"),
        {"001 bath": MARKS + "2026-05-31,YES_MANUAL,\n", "002 walk": MARKS + "2026-05-31,20000,\n",
         "003 eat": MARKS + "2026-05-31,YES_MANUAL,\n", "004 x": MARKS + "2026-05-31,YES_MANUAL,\n"},
    )  # fmt: skip
    answers = {
        "1": Target("bath", "yes_no"), "2": Target("outside", "minutes"),
        "3": Target("meal", "count"), "4": LEAVE_OUT,
    }  # fmt: skip
    incoming = taken("loop", data, rows=answers)

    assert marks(incoming) == [
        ("bath", "2026-05-31", None), ("outside", "2026-05-31", 20), ("meal", "2026-05-31", 1),
    ]  # fmt: skip
    assert rows(incoming) == {}


def test_notes_are_entries_of_the_journal() -> None:
    data = loop(HEADER + habit(1, "散歩"), {"001": MARKS + "2026-05-31,NO,雨だった\n"})

    assert texts(taken("loop", data)) == ["散歩: 雨だった"]


def test_two_habits_of_one_name_stay_two_and_keep_their_ids_when_put_in_another_order() -> None:
    one = loop(
        HEADER + habit(1, "a") + habit(2, "b") + habit(3, "a"),
        {"001 a": MARKS + "2026-05-31,2,\n", "003 a": MARKS + "2026-05-31,2,\n", "002 b": MARKS + "2026-05-31,2,\n"},
    )  # fmt: skip
    other = loop(
        HEADER + habit(1, "b") + habit(2, "a") + habit(3, "a"),
        {"001 b": MARKS + "2026-05-31,2,\n", "002 a": MARKS + "2026-05-31,2,\n", "003 a": MARKS + "2026-05-31,2,\n"},
    )  # fmt: skip
    ids = [
        {(p.kind, p.document["id"]) for p in taken("loop", data).proposed} for data in (one, other)
    ]

    assert ids[0] == ids[1]
    assert len(ids[0]) == 6


def test_rows_that_cannot_be_read_are_named() -> None:
    data = loop(
        HEADER + habit(1, "a"),
        {
            "001 a": MARKS + "31.05.2026,YES_MANUAL,\n2026-05-31,MAYBE,\n",
            "007": MARKS + "2026-05-31,2,\n",
        },
    )
    incoming = taken("loop", data)

    assert reasons(incoming) == [
        (2, "Date", Reason.NOT_A_DATE), (3, "Value", Reason.NOT_A_NUMBER), (2, "", Reason.NO_SUCH_HABIT),
    ]  # fmt: skip
    assert [one.place.file for one in incoming.skipped] == [
        "001 a/Checkmarks.csv", "001 a/Checkmarks.csv", "007/Checkmarks.csv",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [b"", b"Position,Name\n", zipped({"a.csv": ""}), zipped({"Habits.csv": ""}),
     zipped({"Habits.csv": "Position,Name\nx,a\n"})],
)  # fmt: skip
def test_what_is_no_such_zip_is_refused(data: bytes) -> None:
    with pytest.raises(Problem) as refused:
        taken("loop", data)

    assert refused.value.code is ProblemCode.INCOMING_OTHER
