"""Every command works on a locked notebook by asking; nothing secret stands in an argument or the environment."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest
from tests.cli.support import Caller, Done, program, state_of
from tests.vault.age_kit import Kit

from stepup.notebook import locking
from stepup.vault import age

PASSPHRASE = "correct horse 合言葉"
SECRET = "sentinel-of-a-secret-life"
TYPED = f"{PASSPHRASE}\n"


@pytest.fixture
def locked(call: Caller, cheap_keys: None) -> str:
    """A locked notebook with one win; its recovery code."""
    assert call("log", "--mood", "3", "--win", typed=SECRET).code == 0
    done = call("lock", "set", "--passphrase-stdin", typed=TYPED)
    assert done.code == 0, done.err
    assert "nobody can open the notebook again" in done.err
    assert "without a lock" in done.err
    return done.text.strip()


def told(done: Done, sentence: str) -> bool:
    """Whether a call failed with one sentence alone."""
    lines = done.err.strip().splitlines()
    return done.code == 1 and done.out == b"" and len(lines) == 1 and sentence in lines[0]


COMMANDS: dict[str, tuple[str, ...]] = {
    "log": ("log", "--energy", "2"),
    "show": ("show",),
    "show json": ("show", "--json"),
    "export json": ("export", "json"),
    "history": ("history",),
    "undo": ("undo",),
    "doctor": ("doctor",),
    "backup": ("backup", "copy.stepup"),
    "share": ("share", "--for", "self", "--from", "2020-01-01", "--section", "wins"),
    "share log": ("share", "log"),
}


@pytest.mark.parametrize("name", list(COMMANDS))
def test_a_command_opens_a_locked_notebook_with_the_first_line_of_standard_input(
    call: Caller, locked: str, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = call(*COMMANDS[name], "--passphrase-stdin", typed=TYPED)
    assert done.code == 0, done.err
    assert done.out


@pytest.mark.parametrize("name", list(COMMANDS))
def test_without_or_with_another_passphrase_it_says_one_sentence_and_changes_nothing(
    call: Caller,
    locked: str,
    vault: Path,
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    before = state_of(vault)
    assert told(call(*COMMANDS[name]), "--passphrase-stdin")
    wrong = call(*COMMANDS[name], "--passphrase-stdin", typed="wrong\n")
    assert told(wrong, "This passphrase does not open the notebook")
    assert told(call(*COMMANDS[name], "--passphrase-stdin", typed=""), "The input ended")
    assert told(call(*COMMANDS[name], "--passphrase-stdin", typed="\n"), "at least one letter")
    assert state_of(vault) == before
    assert not (tmp_path / "copy.stepup").exists()


def test_text_for_a_day_follows_the_passphrase_on_standard_input(call: Caller, locked: str) -> None:
    done = call(
        "log", "--win", "--journal", "--passphrase-stdin", typed=f"{TYPED}a win\nlines\nmore\n"
    )
    assert done.code == 0, done.err
    shown = call("show", "--passphrase-stdin", typed=TYPED).text
    assert "a win" in shown
    assert "lines" in shown
    assert PASSPHRASE not in shown


def test_a_line_may_end_as_windows_ends_it_and_begin_with_a_mark(call: Caller, locked: str) -> None:
    assert call("show", "--passphrase-stdin", typed=f"\ufeff{PASSPHRASE}\r\n").code == 0


def test_locking_twice_is_told(call: Caller, locked: str) -> None:
    done = call("lock", "set", "--passphrase-stdin", typed=TYPED)
    assert told(done, "has a lock already")


def test_the_state_of_the_lock_needs_no_passphrase(call: Caller, locked: str) -> None:
    assert call("lock", "status").text == "The notebook is locked.\n"
    assert call("lock", "remove", "--passphrase-stdin", typed=TYPED).code == 0
    assert call("lock", "status").text == "The notebook has no lock.\n"
    assert SECRET in call("show").text
    assert told(call("lock", "remove", "--passphrase-stdin", typed=TYPED), "has no lock")
    assert told(call("lock", "change", "--passphrase-stdin", typed=TYPED), "has no lock")
    assert told(call("lock", "code", "--passphrase-stdin", typed=TYPED), "has no lock")
    assert told(
        call("lock", "recover", "--passphrase-stdin", typed=f"{locked}\nx\n"), "has no lock"
    )


def test_the_passphrase_is_changed_by_two_lines(call: Caller, locked: str) -> None:
    assert call("lock", "change", "--passphrase-stdin", typed=f"{TYPED}new words\n").code == 0
    assert call("show", "--passphrase-stdin", typed="new words\n").code == 0
    assert told(call("show", "--passphrase-stdin", typed=TYPED), "does not open")


def test_a_new_recovery_code_is_printed_and_the_old_one_opens_no_more(
    call: Caller, locked: str
) -> None:
    done = call("lock", "code", "--passphrase-stdin", typed=TYPED)
    assert done.code == 0
    assert "copies made before still open" in done.err
    made = done.text.strip()
    recover = ("lock", "recover", "--passphrase-stdin")
    assert told(call(*recover, typed=f"{locked}\nnew words\n"), "does not open")
    assert call("show", "--passphrase-stdin", typed=TYPED).code == 0
    assert call(*recover, typed=f"{made}\nnew words\n").code == 0
    assert SECRET in call("show", "--passphrase-stdin", typed="new words\n").text


def test_with_another_passphrase_there_is_no_new_code(call: Caller, locked: str) -> None:
    done = call("lock", "code", "--passphrase-stdin", typed="wrong\n")
    assert (done.code, done.out) == (1, b"")
    recover = ("lock", "recover", "--passphrase-stdin")
    assert call(*recover, typed=f"{locked}\nnew words\n").code == 0


def test_the_recovery_code_gives_a_new_passphrase(call: Caller, locked: str) -> None:
    typed = f"{locked.lower().replace('-', ' ')}\nnew words\n"
    assert call("lock", "recover", "--passphrase-stdin", typed=typed).code == 0
    assert SECRET in call("show", "--passphrase-stdin", typed="new words\n").text


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("x", "A recovery code has 40 letters and digits"),
        ("{bent}", "Group 1 of the code is not quite right"),
        ("{other}", "This recovery code does not open this notebook"),
    ],
)
def test_a_code_that_is_not_right_is_told_and_changes_nothing(
    call: Caller, locked: str, vault: Path, code: str, sentence: str
) -> None:
    bent = ("A" if locked[0] != "A" else "B") + locked[1:]
    before = state_of(vault)
    done = call(
        *("lock", "recover", "--passphrase-stdin"),
        typed=code.format(bent=bent, other=locking.new_code()) + "\nnew words\n",
    )
    assert told(done, sentence)
    assert state_of(vault) == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "The file with the key is damaged"),
        (b"something else", "The file with the key is damaged"),
        (
            Kit().scrypt(arguments=lambda salt, _: f"-> scrypt {salt} 30").mac().payload(b"x"),
            "The file with the key asks for more work than this program does (2^30)",
        ),
        (None, "The file with the key is gone"),
    ],
)
def test_a_key_file_in_trouble_is_told_and_nothing_is_changed(
    call: Caller, locked: str, vault: Path, content: bytes | None, sentence: str
) -> None:
    path = vault / "identity.age"
    path.unlink() if content is None else path.write_bytes(content)
    before = state_of(vault)
    assert told(call("show", "--passphrase-stdin", typed=TYPED), sentence)
    assert state_of(vault) == before
    assert call("lock", "recover", "--passphrase-stdin", typed=f"{locked}\nnew words\n").code == 0
    assert SECRET in call("show", "--passphrase-stdin", typed="new words\n").text


def test_a_copy_of_a_locked_notebook_comes_back_locked(
    call: Caller, locked: str, tmp_path: Path
) -> None:
    copy, again = str(tmp_path / "copy"), str(tmp_path / "again")
    assert call("backup", copy, "--passphrase-stdin", typed=TYPED).code == 0
    assert SECRET.encode() not in Path(copy).read_bytes()
    assert told(
        call("restore", copy, "--into", again, "--passphrase-stdin", typed="x\n"), "does not"
    )
    assert not Path(again).exists()
    done = call("restore", copy, "--into", again, "--passphrase-stdin", typed=TYPED)
    assert done.code == 0, done.err
    shown = call("show", "--vault", again, "--passphrase-stdin", typed=TYPED)
    assert SECRET in shown.text
    assert told(call("show", "--vault", again), "--passphrase-stdin")


def test_a_damaged_locked_notebook_is_mended(call: Caller, locked: str, vault: Path) -> None:
    call("log", "--mood", "4", "--passphrase-stdin", typed=TYPED)
    newest = max((vault / "manifests").iterdir())
    newest.write_bytes(newest.read_bytes()[:-1])
    assert call("doctor", "--passphrase-stdin", typed=TYPED).code == 1
    assert call("doctor", "--repair", "--passphrase-stdin", typed=TYPED).code == 0
    assert call("doctor", "--passphrase-stdin", typed=TYPED).code == 0


def test_no_option_takes_a_passphrase_and_no_variable_does(
    call: Caller, locked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert call("show", f"--passphrase={PASSPHRASE}").code == 2
    for name in ("STEPUP_PASSPHRASE", "STEPUP_SHOW_PASSPHRASE_STDIN", "STEPUP_PASSPHRASE_STDIN"):
        monkeypatch.setenv(name, PASSPHRASE)
    assert call("show").code == 1


# Privacy


def test_privacy_is_looked_at_without_a_passphrase(call: Caller, locked: str) -> None:
    done = call("doctor", "--privacy")
    assert done.code == 0, done.text
    assert "its files are encrypted" in done.text
    assert "What cannot be seen from here" in done.text
    assert call("doctor", "--privacy", "--repair").code == 2


def test_what_others_can_read_is_told(call: Caller, vault: Path) -> None:
    call("log", "--mood", "3")
    vault.chmod(0o755)
    (vault / "README.txt").chmod(0o644)
    done = call("doctor", "--privacy")
    assert done.code == 1
    assert "has no lock" in done.text
    assert "mode 0755" in done.text
    assert "read files in it (1)" in done.text


@pytest.mark.parametrize(
    ("place", "name"),
    [
        ("Dropbox", "Dropbox"),
        ("OneDrive - Home", "OneDrive"),
        ("Library/Mobile Documents", "iCloud"),
        ("GoogleDrive-me/My Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
    ],
)
def test_a_folder_that_a_program_may_copy_elsewhere_is_told(
    call: Caller, tmp_path: Path, place: str, name: str
) -> None:
    folder = tmp_path / place / "notes"
    call("log", "--mood", "3", "--vault", str(folder))
    done = call("doctor", "--privacy", "--vault", str(folder))
    assert done.code == 1
    assert f"{name} may copy this folder" in done.text


def test_what_syncthing_leaves_is_known(call: Caller, tmp_path: Path) -> None:
    (tmp_path / ".stfolder").mkdir()
    done = call("doctor", "--privacy", "--vault", str(tmp_path / "a" / "notes"))
    assert "Syncthing may copy this folder" in done.text


def test_plain_files_left_in_a_locked_notebook_are_told_and_go_when_it_is_opened(
    call: Caller, locked: str, vault: Path
) -> None:
    left = vault / "data" / "2026-000001-abcdef.json"
    left.write_text(SECRET)
    left.chmod(0o600)
    done = call("doctor", "--privacy")
    assert done.code == 1
    assert "can be read without the key (1)" in done.text
    assert call("show", "--passphrase-stdin", typed=TYPED).code == 0
    assert call("doctor", "--privacy").code == 0
    assert not left.exists()


# The real thing


def lock_for_real(vault: Path) -> None:
    for arguments, typed in (
        (("log", "--win"), SECRET.encode()),
        (("lock", "set", "--passphrase-stdin"), TYPED.encode()),
    ):
        subprocess.run(program(*arguments), input=typed, check=True, capture_output=True)


def test_at_the_usual_cost_with_little_memory_it_opens_or_says_one_sentence(vault: Path) -> None:
    lock_for_real(vault)
    before = state_of(vault)
    codes = []
    for megabytes in (500, 150):
        limit = megabytes << 20
        done = subprocess.run(
            program("--lang", "en", "show", "--passphrase-stdin"),
            input=TYPED.encode(),
            capture_output=True,
            check=False,
            preexec_fn=lambda limit=limit: resource.setrlimit(resource.RLIMIT_AS, (limit, limit)),  # type: ignore[misc]
        )
        codes.append(done.returncode)
        if done.returncode == 0:
            assert SECRET in done.stdout.decode()
        else:
            assert done.returncode == 1
            assert b"not enough free memory" in done.stderr
            assert len(done.stderr.strip().splitlines()) == 1
    assert codes == [0, 1]
    assert state_of(vault) == before


def test_a_locked_process_may_not_be_dumped_or_looked_into(tmp_path: Path) -> None:
    code = (
        "import resource; from stepup.memory import keep_out_of_dumps;"
        "print(keep_out_of_dumps(), resource.getrlimit(resource.RLIMIT_CORE),"
        " __import__('ctypes').CDLL(None).prctl(3))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "True (0, 0) 0\n" or sys.platform != "linux"


@pytest.mark.parametrize("platform", ["win32", "darwin", "freebsd14", "linux"])
def test_on_other_systems_it_does_what_it_can_and_says_that_it_is_less(platform: str) -> None:
    from stepup.memory import keep_out_of_dumps

    asked: list[tuple[int, int]] = []

    def prctl(option: int, value: int) -> int:
        asked.append((option, value))
        return 0

    before = resource.getrlimit(resource.RLIMIT_CORE)
    assert keep_out_of_dumps(platform, prctl=prctl) is (platform == "linux")
    assert asked == ([(4, 0)] if platform == "linux" else [])
    assert resource.getrlimit(resource.RLIMIT_CORE)[0] in (0, before[0])
    assert keep_out_of_dumps("linux", prctl=lambda _option, _value: -1) is False


def test_nothing_of_the_lock_is_loaded_where_there_is_none(vault: Path, tmp_path: Path) -> None:
    code = (
        "import sys; from stepup.cli.start import start; start(['log', '--mood', '3']); start(['show']);"
        "print(*sorted(set(sys.modules) & {'cryptography', 'pyrage', 'stepup.vault.age', 'stepup.vault.moving',"
        " 'stepup.memory', 'ctypes', 'getpass'}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() in ("", "ctypes")
    assert age.WORK_FACTOR == 17
