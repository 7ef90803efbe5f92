from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.problem import Problem, ProblemCode
from stepup.settings import (
    FILE_NAME,
    SIZE_LIMIT,
    THEMES,
    Settings,
    _sync_folder,
    read_settings,
    write_settings,
)

CHOSEN = Settings(
    language="ja",
    theme="stepup-light",
    ascii_charts=True,
    keymap={"today.meal": "n"},
    idle_minutes=3,
)


def put(folder: Path, content: str | bytes) -> Path:
    file = folder / FILE_NAME
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_without_a_file_the_defaults_hold_and_nothing_is_written(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none") == Settings()
    assert not (tmp_path / "none").exists()


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    write_settings(tmp_path, CHOSEN)

    assert read_settings(tmp_path) == CHOSEN
    assert names(tmp_path) == [FILE_NAME]


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_the_file_and_a_new_folder_are_the_persons_alone(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        write_settings(tmp_path / "new", CHOSEN)
    finally:
        os.umask(before)

    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "new" / FILE_NAME).stat().st_mode) == 0o600


def test_keys_of_a_newer_version_survive_a_rewrite(tmp_path: Path) -> None:
    put(tmp_path, '{"theme": "stepup-light", "later": {"a": ["ぁ", 1]}}')

    write_settings(tmp_path, CHOSEN)

    assert json.loads((tmp_path / FILE_NAME).read_bytes())["later"] == {"a": ["ぁ", 1]}
    assert read_settings(tmp_path) == CHOSEN


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b"\xff\xfe\x00",
        b'{"later": "\\ud800"}',
        b"[" * 100_000,
        b'{"a": "' + b"x" * SIZE_LIMIT + b'"}',
    ],
    ids=["empty", "torn", "list", "null", "not text", "half a character", "deep", "huge"],
)
def test_a_broken_file_gives_the_defaults_and_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, content)

    assert read_settings(tmp_path) == Settings()
    assert (tmp_path / FILE_NAME).read_bytes() == content

    write_settings(tmp_path, CHOSEN)

    assert (tmp_path / f"{FILE_NAME}.broken-1").read_bytes() == content
    assert read_settings(tmp_path) == CHOSEN


def test_a_second_broken_file_does_not_replace_the_first(tmp_path: Path) -> None:
    for content in ("{1", "{2"):
        put(tmp_path, content)
        write_settings(tmp_path, CHOSEN)

    assert (tmp_path / f"{FILE_NAME}.broken-1").read_text() == "{1"
    assert (tmp_path / f"{FILE_NAME}.broken-2").read_text() == "{2"


@pytest.mark.parametrize(
    "wrong",
    [
        {"language": "tlh"},
        {"language": ["ja"]},
        {"theme": "stepup-pink"},
        {"theme": 3},
        {"ascii_charts": 1},
        {"idle_minutes": -1},
        {"idle_minutes": True},
        {"idle_minutes": 1e400},
        {"idle_minutes": 10**30},
        {"keymap": []},
        {"keymap": {"today.meal": 4}},
    ],
)
def test_a_value_that_cannot_be_used_gives_its_default(
    tmp_path: Path, wrong: dict[str, object]
) -> None:
    put(tmp_path, json.dumps({"ascii_charts": False, **wrong}))

    assert read_settings(tmp_path) == Settings()


def test_the_default_theme_is_one_of_the_themes() -> None:
    assert Settings().theme in THEMES


def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text('{"theme": "stepup-light"}')
    (tmp_path / FILE_NAME).symlink_to(elsewhere)

    assert read_settings(tmp_path) == Settings()
    with pytest.raises(Problem) as caught:
        write_settings(tmp_path, CHOSEN)

    assert caught.value.code == ProblemCode.FILE_NOT_REGULAR
    assert elsewhere.read_text() == '{"theme": "stepup-light"}'
    assert (tmp_path / FILE_NAME).is_symlink()


def test_a_pipe_or_folder_in_the_files_place_is_refused_without_waiting(tmp_path: Path) -> None:
    for folder, make in (("a", os.mkfifo), ("b", os.mkdir)):
        (tmp_path / folder).mkdir()
        make(tmp_path / folder / FILE_NAME)

        assert read_settings(tmp_path / folder) == Settings()
        with pytest.raises(Problem):
            write_settings(tmp_path / folder, CHOSEN)
        assert names(tmp_path / folder) == [FILE_NAME]


def test_a_save_that_cannot_finish_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_settings(tmp_path, CHOSEN)

    def full(_descriptor: int) -> None:
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write_settings(tmp_path, Settings())

    assert read_settings(tmp_path) == CHOSEN
    assert names(tmp_path) == [FILE_NAME]


def test_on_windows_no_folder_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda *args: opened.append(args))
    with monkeypatch.context() as windows:
        windows.setattr(os, "name", "nt")
        _sync_folder(tmp_path)

    assert opened == []


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from([*Settings.__slots__, "later"]), JSON))
def test_any_object_reads_as_settings_that_can_be_used(
    tmp_path: Path, content: dict[str, object]
) -> None:
    put(tmp_path, json.dumps(content))

    settings = read_settings(tmp_path)

    assert settings.language in {None, "ja", "en"}
    assert settings.theme in THEMES
    assert 0 <= settings.idle_minutes <= 1440
