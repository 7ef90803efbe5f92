"""jrnl's JSON and Day One's."""

from __future__ import annotations

from typing import Any

import orjson
import pytest
from tests.readers.support import of, reasons, taken, texts, zipped

from stepup.domain.incoming import Reason
from stepup.domain.problem import Problem, ProblemCode


def jrnl(*entries: object, **fields: object) -> bytes:
    return orjson.dumps({"tags": {}, "entries": entries, **fields})


def entry(**fields: Any) -> dict[str, Any]:
    return {"title": "It rained.", "body": "", "date": "2026-05-31", "time": "21:40", **fields}


def dayone(*entries: object) -> bytes:
    return orjson.dumps({"metadata": {"version": "1.0"}, "entries": entries})


def page(**fields: Any) -> dict[str, Any]:
    made = {"uuid": "A1", "creationDate": "2026-05-30T18:30:00Z", "timeZone": "Asia/Tokyo"}
    return {**made, "text": "It rained.", **fields}


# jrnl


def test_title_and_body_are_one_text_again() -> None:
    incoming = taken("jrnl", jrnl(entry(title="今日は雨。", body="傘がない。\n濡れた。"), entry()))

    assert texts(incoming) == ["今日は雨。\n傘がない。\n濡れた。", "It rained."]


def test_times_are_local_and_the_small_hours_end_the_day_before() -> None:
    [found] = of(taken("jrnl", jrnl(entry(time="03:59"))), "journal")

    assert (found["at"], found["day"]) == ("2026-05-31T03:59:00+09:00", "2026-05-30")


def test_tags_lose_their_sign_and_a_star_is_a_tag() -> None:
    [found] = of(
        taken("jrnl", jrnl(entry(tags=["@work", "#雨", "long walk"], starred=True))), "journal"
    )

    assert found["tags"] == ["work", "雨", "long_walk", "starred"]


def test_tags_of_entry_and_file_may_be_absent() -> None:
    assert texts(taken("jrnl", orjson.dumps({"entries": [entry()]}))) == ["It rained."]


@pytest.mark.parametrize(
    ("found", "field", "reason"),
    [
        (entry(date="31/05/2026"), "date", Reason.NOT_A_DATE),
        (entry(date=None), "date", Reason.NO_DATE),
        (entry(time="half past"), "time", Reason.NOT_A_TIME),
        (entry(time="25:00"), "time", Reason.NOT_A_TIME),
        (entry(title=3), "title", Reason.NOT_A_TEXT),
        (entry(title=" ", body=""), "title", Reason.NOTHING_IN_IT),
        ("text", "", Reason.NOT_UNDERSTOOD),
    ],
)
def test_an_entry_that_cannot_be_read_is_named(found: object, field: str, reason: Reason) -> None:
    incoming = taken("jrnl", jrnl(entry(), found))

    assert reasons(incoming) == [(2, field, reason)]
    assert incoming.skipped[0].place.is_entry
    assert len(of(incoming, "journal")) == 1


# Day One


def test_the_moment_is_brought_to_its_zone_and_only_then_to_its_day() -> None:
    incoming = taken(
        "dayone",
        dayone(page(), page(creationDate="2026-05-30T19:30:00Z"),
               page(creationDate="2026-05-31T03:30:00Z", timeZone="America/New_York")),
    )  # fmt: skip

    assert [(one["at"], one["day"]) for one in of(incoming, "journal")] == [
        ("2026-05-31T03:30:00+09:00", "2026-05-30"),
        ("2026-05-31T04:30:00+09:00", "2026-05-31"),
        ("2026-05-30T23:30:00-04:00", "2026-05-30"),
    ]


def test_escapes_and_links_to_pictures_are_taken_out_and_words_stay() -> None:
    text = (
        r"No\. 1 \(one\)" + "\n![](dayone-moment://ABC)\n[song](dayone-moment:/audio/D) \\\\ C:\\d"
    )

    assert texts(taken("dayone", dayone(page(text=text)))) == ["No. 1 (one)\n\n \\ C:\\d"]


def test_rich_text_is_read_where_there_is_no_plain_one() -> None:
    rich = orjson.dumps({"contents": [{"text": "雨"}, {"embeddedObjects": []}, {"text": "です\n"}]})
    found = page(richText=rich.decode())
    del found["text"]

    assert texts(taken("dayone", dayone(found))) == ["雨です"]


def test_absent_fields_are_no_matter_and_the_place_is_left_out() -> None:
    location = {"latitude": 35.1, "localityName": "SECRET"}
    bare = {"creationDate": "2026-05-31T03:00:00Z", "text": "a", "location": location}
    incoming = taken("dayone", dayone(bare, page(tags=["a b"], starred=True)))

    assert "SECRET" not in repr(incoming)
    assert [one["tags"] for one in of(incoming, "journal")] == [[], ["a_b", "starred"]]


def test_every_journal_of_a_zip_is_read_and_its_pictures_are_not() -> None:
    data = zipped(
        {
            "Journal.json": dayone(page()),
            "日記.json": dayone(page(text="二つ目")),
            "photos/a.jpeg": b"x",
        }
    )

    assert sorted(texts(taken("dayone", data, "Export.zip"))) == ["It rained.", "二つ目"]


@pytest.mark.parametrize(
    ("found", "field", "reason"),
    [
        (page(creationDate="yesterday"), "creationDate", Reason.NOT_A_DATE),
        (page(creationDate=None), "creationDate", Reason.NO_DATE),
        (page(creationDate="0001-01-01T00:00:00Z", timeZone="America/New_York"), "creationDate", Reason.NOT_A_DATE),
        (page(text=["a"]), "text", Reason.NOT_A_TEXT),
        (page(text="![](dayone-moment://A)"), "text", Reason.NOTHING_IN_IT),
        (page(text=None, richText="{"), "text", Reason.NOT_A_TEXT),
        (3, "", Reason.NOT_UNDERSTOOD),
    ],
)  # fmt: skip
def test_a_page_that_cannot_be_read_is_named(found: object, field: str, reason: Reason) -> None:
    assert reasons(taken("dayone", dayone(found))) == [(1, field, reason)]


def test_an_unknown_zone_is_named_and_the_page_comes_in_by_this_computers_clock() -> None:
    incoming = taken("dayone", dayone(page(timeZone="../Mars")))

    assert reasons(incoming) == [(1, "timeZone", Reason.UNKNOWN_ZONE)]
    assert [one["at"] for one in of(incoming, "journal")] == ["2026-05-31T03:30:00+09:00"]


# Both


@pytest.mark.parametrize("name", ["jrnl", "dayone", "stepup"])
@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b'{"entries":\n [{"text": NaN}]}', 2), (b'{"entries":\n\n [1e400]}', 3),
        (b"[" * 100_000, 1), (b'{"entries": [' + b'{"a":' * 100_000, 1), (b"", 1), (b"{", 1),
        (b'{"a": "\\ud800"}', 1), (b'{"form": 1} 2', 1),
    ],
    ids=["NaN", "1e400", "deep list", "deep object", "empty", "cut", "half a character", "two"],
)  # fmt: skip
def test_what_is_no_json_is_refused_with_its_line(name: str, data: bytes, line: int) -> None:
    with pytest.raises(Problem) as refused:
        taken(name, data, "Journal.json")

    assert refused.value.code is ProblemCode.INCOMING_JSON
    assert refused.value.details["file"] == "Journal.json"
    assert refused.value.details["line"] == line


def test_a_refusal_names_a_field_of_the_format_and_never_a_word_of_the_person() -> None:
    for key, said in (("text", "text"), ("my_secret", "-")):
        with pytest.raises(Problem) as refused:
            taken("dayone", f'{{"entries": [{{"{key}": NaN}}]}}')
        assert refused.value.details["field"] == said


@pytest.mark.parametrize("name", ["jrnl", "dayone", "stepup"])
@pytest.mark.parametrize(
    "data", [b"[]", b"3", b"{}", b'{"entries": 3}', b'{"entries": {}}', b"null"]
)
def test_json_of_another_kind_is_refused(name: str, data: bytes) -> None:
    with pytest.raises(Problem) as refused:
        taken(name, data)

    assert refused.value.code is ProblemCode.INCOMING_OTHER


def test_json_may_be_in_utf_16_or_have_a_mark_at_its_beginning() -> None:
    text = jrnl(entry(title="雨")).decode()

    assert texts(taken("jrnl", text.encode("utf-16"))) == ["雨"]
    assert texts(taken("jrnl", text.encode("utf-8-sig"))) == ["雨"]
    assert texts(taken("jrnl", text.encode("cp932"), encoding="cp932")) == ["雨"]
    with pytest.raises(Problem) as refused:
        taken("jrnl", text.encode("cp932"))
    assert refused.value.code is ProblemCode.INCOMING_ENCODING
