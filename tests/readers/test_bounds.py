"""Files that would harm: too large, packed to burst, named to escape, in another encoding."""

from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path

import pytest
from tests.readers.support import in_japan, of, taken, zipped

from stepup.domain.incoming import Answers
from stepup.domain.problem import Problem, ProblemCode
from stepup.exchange.readers import proposals, source
from stepup.exchange.readers.formats import READERS, read, recognise
from stepup.exchange.readers.source import Source

DAYLIO = "full_date,date,weekday,time,mood,activities,note\n2026-05-31,x,y,12:00,rad,散歩,晴れ\n"
every_format = pytest.mark.parametrize("name", READERS)


def refusal(name: str, data: bytes, encoding: str = "") -> Problem:
    with pytest.raises(Problem) as refused:
        taken(name, data, "from.zip", encoding=encoding)
    return refused.value


@every_format
def test_two_gibibytes_are_refused_before_they_are_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "large"
    with path.open("wb") as file:
        file.truncate(2 << 30)
    with Source.open(path) as large, pytest.raises(Problem) as refused:
        read(name, large, Answers(localise=in_japan))

    assert refused.value.code in (ProblemCode.INCOMING_TOO_LARGE, ProblemCode.INCOMING_OTHER)
    if name != "loop":  # which is always a zip
        assert refused.value.details["size_mib"] == 2048


@pytest.mark.parametrize(
    ("name", "inside"),
    [("dayone", "Journal.json"), ("loop", "Habits.csv"), ("sleep-as-android", "sleep-export.csv")],
)
def test_a_zip_that_would_burst_is_refused_unopened(name: str, inside: str) -> None:
    bomb = zipped({inside: b" " * (32 << 20)})

    assert refusal(name, bomb).details == {"file": "from.zip", "why": "size"}


def test_all_that_is_read_of_a_zip_together_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "MOST_BYTES", 1000)
    journals = {f"{n}.json": '{"entries": []}' + " " * 600 for n in range(2)}

    assert refusal("dayone", zipped(journals)).code is ProblemCode.INCOMING_TOO_LARGE
    assert taken("dayone", zipped(dict([*journals.items()][:1]))).rows == 0


@pytest.mark.parametrize(
    "evil", ["../Journal.json", "/Journal.json", "a/../../b", "a//b", "C:/a", "a\\b", "./a"]
)
def test_a_name_that_leads_elsewhere_is_refused(evil: str) -> None:
    data = zipped(
        {"Journal.json": "{}", evil.replace("\\", "/") if "\\" not in evil else "a|b": ""}
    )
    data = data.replace(b"a|b", b"a\\b") if "\\" in evil else data

    assert refusal("dayone", data).details["why"] == "name"


def test_a_link_and_a_name_twice_are_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        link = zipfile.ZipInfo("Journal.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    twice = io.BytesIO()
    with zipfile.ZipFile(twice, "w") as archive:
        archive.writestr("Journal.json", "{}")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("Journal.json", "{}")

    assert refusal("dayone", buffer.getvalue()).details["why"] == "name"
    assert refusal("dayone", twice.getvalue()).details["why"] == "name"


def test_too_many_names_are_refused_before_they_are_read() -> None:
    data = bytearray(zipped({"Journal.json": "{}"}))
    at = data.rfind(b"PK\x05\x06")
    struct.pack_into("<H", data, at + 10, 60_000)
    crowd = refusal("dayone", bytes(data)).details["why"]
    struct.pack_into("<HI", data, at + 10, 1, 1 << 30)

    assert (crowd, refusal("dayone", bytes(data)).details["why"]) == ("count", "size")


def test_a_zip_that_is_cut_anywhere_is_refused_or_read_right() -> None:
    whole = zipped({"Journal.json": '{"entries": []}'})
    for end in range(4, len(whole)):
        assert refusal("dayone", whole[:end]).code in (
            ProblemCode.INCOMING_ZIP, ProblemCode.INCOMING_OTHER, ProblemCode.INCOMING_JSON,
        )  # fmt: skip


def test_a_locked_zip_is_refused() -> None:
    data = bytearray(zipped({"Journal.json": '{"entries": []}'}))
    for sign, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(sign) + at] |= 1

    assert refusal("dayone", bytes(data)).details["why"] == "zip"


def test_more_rows_than_are_read_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(proposals, "MOST_ROWS", 1)
    rows = DAYLIO + DAYLIO.partition("\n")[2]

    assert refusal("daylio", rows.encode()).code is ProblemCode.INCOMING_TOO_MANY


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_utf_8_and_utf_16_with_a_mark_are_told_by_themselves(encoding: str) -> None:
    assert of(taken("daylio", DAYLIO.encode(encoding)), "journal")[0]["text"] == "晴れ"


@pytest.mark.parametrize("encoding", ["cp932", "utf-16-le"])
def test_another_encoding_is_refused_with_its_line_and_read_once_it_is_chosen(
    encoding: str,
) -> None:
    data = DAYLIO.encode(encoding)

    refused = refusal("daylio", data)
    assert refused.code is ProblemCode.INCOMING_ENCODING
    assert refused.details["line"] == 2
    chosen = encoding.removesuffix("-le")
    assert of(taken("daylio", data, encoding=chosen), "journal")[0]["text"] == "晴れ"


def test_a_wrong_choice_is_refused_too() -> None:
    assert refusal("daylio", b"\x81\x00\xff", "cp932").code is ProblemCode.INCOMING_ENCODING
    assert refusal("daylio", b"abc", "utf-16").code is ProblemCode.INCOMING_ENCODING


def test_only_an_ordinary_file_is_opened(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, code in (
        (pipe, ProblemCode.FILE_NOT_REGULAR), (tmp_path, ProblemCode.FILE_NOT_REGULAR),
        (tmp_path / "none", ProblemCode.INCOMING_NOT_READ),
    ):  # fmt: skip
        with pytest.raises(Problem) as refused:
            Source.open(path)
        assert refused.value.code is code


SAMPLES = {
    "daylio": DAYLIO.encode(), "jrnl": b'{"tags": {}, "entries": []}',
    "dayone": zipped({"Journal.json": '{"metadata": {}, "entries": []}'}),
    "loop": zipped({"Habits.csv": "Position,Name\n1,a\n"}),
    "sleep-as-android": b"Id,Tz,From,To,Sched\n", "plees": b"sid,start,stop,rating\n",
    "stepup": b'{\n"form": "stepup export",\n"version": 1,\n"records": {\n}\n}\n',
}  # fmt: skip


@every_format
def test_a_format_is_recognised_and_an_empty_file_of_it_comes_to_nothing(name: str) -> None:
    assert recognise(Source.of("file", SAMPLES[name])) == name
    assert taken(name, SAMPLES[name]).skipped == ()


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"\xff\xfe", b"\0\0\0\0", b"a,b\n1,2", b"{}", zipped({"a": ""})]
)
def test_what_is_none_of_them_is_not_guessed(data: bytes) -> None:
    assert recognise(Source.of("file", data)) is None
