"""Sleep as Android's CSV and PleesTracker's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from tests.readers.support import of, reasons, taken, texts, zipped

from stepup.domain.incoming import Incoming, Reason
from stepup.domain.problem import Problem, ProblemCode

HEADER = (
    "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo"
)


def milliseconds(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> int:
    return int(datetime(year, month, day, hour, minute, tzinfo=UTC).timestamp() * 1000)


def night(**fields: Any) -> str:
    """A header with times of its own, and its record."""
    made: dict[str, Any] = {
        "Id": milliseconds(2026, 5, 30, 14, 10), "Tz": "Asia/Tokyo", "From": "30. 05. 2026 23:10",
        "To": "31. 05. 2026 7:10", "Sched": "", "Hours": "8.000", "Rating": "0.0", "Comment": "",
        "Framerate": "1", "Snore": "-1", "Noise": "-1.0", "Cycles": "-1", "DeepSleep": "-2.0",
        "LenAdjust": "0", "Geo": "", **fields,
    }  # fmt: skip
    cells = ",".join(f'"{value}"' for value in made.values())
    return f'{HEADER},"23:10","23:15"\n{cells},"0.1","0.2"\n'


def spans(incoming: Incoming) -> list[tuple[str, str, str]]:
    return [(one["start"], one["end"], one["day"]) for one in of(incoming, "sleep")]


def test_the_header_comes_again_before_each_record_with_other_widths() -> None:
    later = night(Id=milliseconds(2026, 5, 31, 15), From="01. 06. 2026 0:00", To="01. 06. 2026 6:00",
                  Hours="6.0").replace('"23:10","23:15"', '"0:00"')  # fmt: skip
    noise = ",,,,,,,,,,,,,,,0.1,0.2\n"

    assert spans(taken("sleep-as-android", night() + noise + later)) == [
        ("2026-05-30T23:10:00+09:00", "2026-05-31T07:10:00+09:00", "2026-05-31"),
        ("2026-06-01T00:00:00+09:00", "2026-06-01T06:00:00+09:00", "2026-06-01"),
    ]


def test_id_and_hours_hold_where_clocks_change() -> None:
    back = night(Id=milliseconds(2026, 10, 24, 23), Tz="Europe/Berlin", From="25. 10. 2026 1:00",
                 To="25. 10. 2026 8:00", Hours="8.0")  # fmt: skip

    assert spans(taken("sleep-as-android", back)) == [
        ("2026-10-25T01:00:00+02:00", "2026-10-25T08:00:00+01:00", "2026-10-25")
    ]


def test_from_and_to_are_read_day_first_where_there_is_no_id_or_no_hours() -> None:
    record = night(Id="x", From="05. 06. 2026 1:00", To="05. 06. 2026 9:00", Hours="")

    assert spans(taken("sleep-as-android", record)) == [
        ("2026-06-05T01:00:00+09:00", "2026-06-05T09:00:00+09:00", "2026-06-05")
    ]


@pytest.mark.parametrize("hours", ["8.0", "7.5"])
def test_one_wakes_at_the_same_time_whether_or_not_lenadjust_was_counted_in(hours: str) -> None:
    record = night(Hours=hours, LenAdjust="-30")

    assert [end for _start, end, _day in spans(taken("sleep-as-android", record))] == [
        "2026-05-31T07:10:00+09:00"
    ]


def test_a_rating_is_a_number_of_ones_own_unless_it_was_not_given() -> None:
    incoming = taken(
        "sleep-as-android", night() + night(Rating="3.25", Id=milliseconds(2026, 5, 1))
    )
    plees = taken(
        "plees",
        f"sid,start,stop,rating\n1,{milliseconds(2026, 5, 1)},{milliseconds(2026, 5, 2)},4\n",
    )

    assert [one["value"] for one in of(incoming, "own_value")] == ["3.2"]
    assert of(incoming, "own_number") == of(plees, "own_number")


def test_a_comment_is_an_entry_of_the_day_one_woke_on() -> None:
    incoming = taken("sleep-as-android", night(Comment="変な夢 #dream"))

    assert texts(incoming) == ["変な夢 #dream"]
    assert of(incoming, "journal")[0]["tags"] == ["dream"]


def test_the_table_is_found_in_its_zip() -> None:
    data = zipped({"sleep-export.csv": night(), "prefs.xml": "<a/>", "alarms.json": "{"})

    assert len(spans(taken("sleep-as-android", data))) == 1


@pytest.mark.parametrize(
    ("fields", "field", "reason"),
    [
        ({"Id": "", "From": "31/05/2026 1:00"}, "Id", Reason.NOT_A_DATE),
        ({"Id": "9" * 15, "From": ""}, "Id", Reason.NOT_A_DATE),
        ({"Hours": "x", "To": ""}, "Hours", Reason.NOT_A_NUMBER),
        ({"Hours": "100", "To": ""}, "Hours", Reason.NOT_A_SLEEP),
        ({"Rating": "9"}, "Rating", Reason.NOT_A_NUMBER),
        ({"Tz": "Mars/Base"}, "Tz", Reason.UNKNOWN_ZONE),
    ],
)
def test_a_record_that_cannot_be_read_is_named(
    fields: dict[str, str], field: str, reason: Reason
) -> None:
    record = night(**fields) if fields.get("Id") != "" else night(**{**fields, "Id": " x"})

    assert (2, field, reason) in reasons(taken("sleep-as-android", record))


@pytest.mark.parametrize("data", [b"", b"a,b\n1,2\n", zipped({"a.csv": night()}), b"\n\n"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(Problem) as refused:
        taken("sleep-as-android", data)

    assert refused.value.code is ProblemCode.INCOMING_OTHER


# PleesTracker


def test_moments_come_to_this_computers_clock() -> None:
    start, stop = milliseconds(2026, 5, 30, 14, 10), milliseconds(2026, 5, 30, 22, 10)
    incoming = taken("plees", f"sid,start,stop,rating,comment\n1,{start},{stop},0,よく寝た\n")

    assert spans(incoming) == [
        ("2026-05-30T23:10:00+09:00", "2026-05-31T07:10:00+09:00", "2026-05-31")
    ]
    assert texts(incoming) == ["よく寝た"]
    assert of(incoming, "own_value") == []


def test_a_sleep_that_cannot_be_is_named() -> None:
    day = 24 * 3600 * 1000
    lines = f"1,{day},{day},3\n2,{day},{6 * day},3\n3,x,{day},3\n4,{day},,3\n5,{day},{2 * day},9\n"

    assert reasons(taken("plees", "sid,start,stop,rating\n" + lines)) == [
        (2, "stop", Reason.NOT_A_SLEEP), (3, "stop", Reason.NOT_A_SLEEP), (4, "start", Reason.NOT_A_DATE),
        (5, "stop", Reason.NOT_A_DATE), (6, "rating", Reason.NOT_A_NUMBER),
    ]  # fmt: skip
