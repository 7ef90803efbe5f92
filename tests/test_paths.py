from __future__ import annotations

from pathlib import Path

import pytest

from stepup.paths import default_vault_folder, vault_folder


def test_the_flag_names_the_vault_before_the_environment(tmp_path: Path) -> None:
    assert vault_folder(str(tmp_path / "a"), str(tmp_path / "b")) == tmp_path / "a"
    assert vault_folder(None, str(tmp_path / "b")) == tmp_path / "b"


def test_an_empty_environment_variable_names_nothing() -> None:
    assert vault_folder(None, "") == default_vault_folder()
    assert vault_folder(None, None) == default_vault_folder()


def test_the_default_is_the_users_own_data_folder() -> None:
    folder = default_vault_folder()

    assert folder.is_absolute()
    assert folder.name == "stepup"


def test_no_makers_name_stands_between_the_data_folder_and_ours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Windows alone would put one there.
    monkeypatch.setattr("appdirs.system", "win32")
    monkeypatch.setattr("appdirs._get_win_folder", lambda _name: "data", raising=False)

    assert default_vault_folder().parts == Path("data", "stepup").parts


def test_a_relative_name_starts_from_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert vault_folder("note", None) == tmp_path / "note"


def test_a_tilde_means_the_home_folder() -> None:
    assert vault_folder("~/note", None) == Path.home() / "note"


def test_a_tilde_of_nobody_known_is_a_name_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    assert vault_folder("~nobody-of-this-name/x", None) == tmp_path / "~nobody-of-this-name/x"


def test_a_link_stays_a_link_so_that_it_can_be_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    assert vault_folder(str(tmp_path / "link"), None) == tmp_path / "link"


def test_asking_creates_nothing(tmp_path: Path) -> None:
    vault_folder(str(tmp_path / "a" / "b"), None)
    vault_folder(None, None)

    assert list(tmp_path.iterdir()) == []
