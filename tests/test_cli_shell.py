"""The command line's own promises: languages, exit codes, one sentence, no values shown."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click
import pytest

from stepup import __version__
from stepup.cli import app
from stepup.cli.command import Command, Option
from stepup.cli.endings import ending
from stepup.cli.page import cells
from stepup.cli.start import _locale_environment, _said, start
from stepup.crash import hide_values_in_crashes
from stepup.i18n import set_language

if TYPE_CHECKING:
    from collections.abc import Callable

PRIVATE = "ひみつの一行"


@pytest.fixture(autouse=True)
def _process_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let what a start sets for the whole process be set back."""
    for module, name in (
        (sys, "excepthook"),
        (sys, "unraisablehook"),
        (threading, "excepthook"),
    ):
        monkeypatch.setattr(module, name, getattr(module, name))
    monkeypatch.setenv("PYDANTIC_DISABLE_PLUGINS", "1")


@pytest.fixture
def trial(monkeypatch: pytest.MonkeyPatch) -> Callable[[Callable[[], object]], None]:
    """Make `stepup trial [--mood N]` do what is given."""

    def put_in(act: Callable[[], object]) -> None:
        @click.command("trial", cls=Command)
        @click.option("--mood", cls=Option, type=click.IntRange(1, 5))
        def command(mood: int | None) -> object:
            del mood
            return act()

        monkeypatch.setattr(app.stepup, "loaders", {"trial": lambda: command})

    return put_in


def run(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the real program in a process of its own."""
    environment = {**os.environ, **{k: str(v) for k, v in options.items()}}
    return subprocess.run(
        [sys.executable, "-m", "stepup", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
        env=environment,
    )


def said(capsys: pytest.CaptureFixture[str]) -> str:
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("\n") == 1
    return captured.err.removesuffix("\n")


def test_the_version_is_the_packages_wherever_it_is_asked() -> None:
    for arguments in (["--version"], ["--lang", "ja", "--version"], ["--version", "path"]):
        done = run(*arguments)

        assert (done.returncode, done.stdout, done.stderr) == (0, f"stepup {__version__}\n", "")


def test_path_prints_the_folder_and_makes_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert start(["path", "--vault", str(tmp_path / "日記")]) == 0

    assert capfd.readouterr().out == f"{tmp_path / '日記'}\n"
    assert list(tmp_path.iterdir()) == []


def test_the_vault_is_named_before_or_after_the_command_and_the_last_one_counts(
    capfd: pytest.CaptureFixture[str],
) -> None:
    for arguments in (
        ["--vault", "/a", "path"],
        ["path", "--vault", "/a"],
        ["--vault=/b", "path", "--vault=/a"],
    ):
        assert start(arguments) == 0
        assert capfd.readouterr().out == f"{os.sep}a\n"


def test_a_folder_name_no_encoding_knows_is_printed_byte_for_byte(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/\xff\xfe"
    done = subprocess.run(
        [sys.executable, "-m", "stepup", "path", "--vault", name], check=True, capture_output=True
    )

    assert done.stdout == name + b"\n"


@pytest.mark.parametrize(
    ("arguments", "environment"),
    [
        (["--lang", "ja", "--help"], {}),
        (["--help", "--lang=ja"], {}),
        (["--help"], {"STEPUP_LANG": "ja"}),
        (["--help"], {"LC_ALL": "ja_JP.UTF-8"}),
    ],
)
def test_help_comes_in_japanese_when_it_is_asked_for(
    arguments: list[str], environment: dict[str, str]
) -> None:
    done = run(*arguments, **environment)

    assert done.returncode == 0
    for words in (
        "使い方: stepup [オプション]",
        "オプション:",
        "コマンド:",
        "この説明を表示します。",
    ):
        assert words in done.stdout
    for words in ("Usage", "Options", "Commands", "Show this"):
        assert words not in done.stdout


def test_the_saved_language_is_spoken(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "settings.json").write_text('{"language": "ja"}')

    assert start(["--vault", str(tmp_path), "--help"]) == 0

    assert "使い方" in capfd.readouterr().out


@pytest.mark.parametrize("name", ["", *app.COMMANDS])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_help_page_fits_in_eighty_cells(name: str, language: str) -> None:
    done = run(*([name] if name else []), "--help", "--lang", language, COLUMNS=80)

    assert done.returncode == 0
    for line in done.stdout.splitlines():
        assert cells(line) <= 80, line


def test_every_command_on_the_help_page_is_there_and_says_what_it_does() -> None:
    for name, load in app.COMMANDS.items():
        assert load().name == name
        assert load().help


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--lang", "ja", "trial", "--nope"], "'--nope' というオプションはありません。"),
        (["--lang", "en", "trial", "--nope"], "No such option '--nope'."),
        (
            ["trial", "--mood", "9", "--lang", "ja"],
            "'--mood' にこの値は使えません：9 は範囲（1<=x<=5）の外です。",
        ),
        (
            ["trial", "--mood", "9", "--lang", "en"],
            "Invalid value for '--mood': 9 is not in the range 1<=x<=5.",
        ),
        (["--lang", "ja", "nothing"], "'nothing' というコマンドはありません。"),
        (["--lang", "ja", "trial", "a", "b"], "余分な引数があります（a b）。"),
        (["--lang", "ja", "trial", "--mood"], "オプション '--mood' には値が1つ必要です。"),
        (["--lang", "fr", "trial"], "Invalid value for '--lang': 'fr' is not one of 'ja', 'en'."),
        (
            ["--lang", "ja", "trial", "--vault", ""],
            "'--vault' にこの値は使えません：フォルダーの名前が空です。",
        ),
    ],
)
def test_wrong_usage_is_answered_by_one_sentence_in_the_chosen_language(
    trial: Callable[[Callable[[], object]], None],
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    sentence: str,
) -> None:
    trial(lambda: None)

    assert start(arguments) == 2
    assert said(capsys) == sentence


def test_an_argument_cannot_speak_to_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["path", "a\x1b]52;c;eA==\x07b\n\u202ec"]) == 2

    assert said(capsys) == "Got unexpected extra argument (a?]52;c;eA==?b ?c)"


def test_an_unexpected_error_shows_its_type_and_place_and_no_value(
    trial: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    def act() -> None:
        raise LookupError(PRIVATE)

    trial(act)

    assert start(["trial"]) == 1
    sentence = said(capsys)
    assert sentence.startswith("stepup stopped over a mistake of its own: LookupError, cli/app.py:")
    assert PRIVATE not in sentence


def test_a_problem_becomes_its_sentence(
    trial: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    from stepup.domain.problem import Problem, ProblemCode
    from stepup.words import problem_sentence

    problem = Problem(ProblemCode.BUSY)

    def act() -> None:
        raise problem

    trial(act)

    assert start(["trial", "--lang", "ja"]) == 1
    assert said(capsys) == problem_sentence(problem)


def test_the_systems_refusal_is_told_without_the_files_name(
    trial: Callable[[Callable[[], object]], None], capsys: pytest.CaptureFixture[str]
) -> None:
    trial(lambda: open(f"/{PRIVATE}"))  # noqa: PTH123, SIM115 - it is never opened

    assert start(["trial"]) == 1
    assert said(capsys) == "This could not be done: No such file or directory."


@pytest.mark.parametrize(("raised", "code"), [(KeyboardInterrupt, 130), (EOFError, 1)])
def test_ctrl_c_ends_with_130_and_an_ended_input_with_1(
    trial: Callable[[Callable[[], object]], None],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    raised: type[BaseException],
    code: int,
) -> None:
    def gone(*_args: object) -> str:
        raise raised

    monkeypatch.setattr("click.termui.visible_prompt_func", gone)
    trial(lambda: click.prompt("?"))

    assert start(["trial"]) == code
    assert "Traceback" not in capsys.readouterr().err


def test_a_command_may_say_its_own_exit_code(
    trial: Callable[[Callable[[], object]], None],
) -> None:
    trial(lambda: 1)
    assert start(["trial"]) == 1
    trial(lambda: None)
    assert start(["trial"]) == 0


# A command that leaves its output in the buffer, where a refusal shows only at the very end.
BUFFERED = """
import sys, click
from stepup.cli import app
from stepup.cli.start import start
from stepup.cli.command import Command

@click.command("trial", cls=Command)
def trial():
    sys.stdout.write("x")

app.stepup.loaders = {"trial": lambda: trial}
sys.exit(start(["trial"]))
"""
SPEAKERS = (["-m", "stepup", "--help"], ["-c", BUFFERED])


@pytest.mark.parametrize("arguments", SPEAKERS)
def test_a_reader_that_leaves_early_is_met_with_silence(arguments: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, *arguments],
        check=False,
        env={**os.environ, "PYTHONUNBUFFERED": ""},
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(writer)

    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.parametrize("arguments", SPEAKERS)
def test_an_output_that_cannot_take_more_is_told(arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, *arguments],
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": ""},
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    assert done.returncode == 1
    assert done.stderr == "This could not be done: No space left on device.\n"


def test_crash_reports_of_python_itself_show_no_values(
    capsys: pytest.CaptureFixture[str],
) -> None:
    hide_values_in_crashes()

    def act() -> None:
        raise LookupError(PRIVATE)

    thread = threading.Thread(target=act)
    thread.start()
    thread.join()
    sys.excepthook(LookupError, LookupError(PRIVATE), None)

    told = capsys.readouterr().err
    assert told.count("LookupError") == 2
    assert PRIVATE not in told


def test_a_warning_shows_no_values() -> None:
    # As pydantic does of a value of another kind than its field's.
    code = f"import warnings; hide_values_in_crashes(); warnings.warn({PRIVATE!r})"
    done = subprocess.run(
        [sys.executable, "-c", f"from stepup.crash import hide_values_in_crashes; {code}"],
        check=True,
        capture_output=True,
    )
    assert done.stderr == b""


def test_what_is_said_of_an_error_never_names_a_folder_of_the_person() -> None:
    try:
        int("x")
    except ValueError as error:
        code, sentence = ending(error)

    assert code == 1
    assert os.sep + "home" not in sentence
    assert __file__ not in sentence


def test_without_a_terminal_the_screen_says_so() -> None:
    done = run("--lang", "ja")

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "ターミナル" in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp932"])
def test_a_terminal_without_our_letters_ends_nothing(encoding: str) -> None:
    for arguments in (["--help"], ["nothing"]):
        done = subprocess.run(
            [sys.executable, "-m", "stepup", "--lang", "ja", *arguments],
            check=False,
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding},
        )

        assert done.returncode in {0, 2}
        assert b"Traceback" not in done.stderr
        assert b"\n" in done.stdout + done.stderr


def test_nothing_outside_steers_textual_and_no_plugin_sees_a_value(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TEXTUAL_DEBUG", "1")
    monkeypatch.setenv("TEXTUAL", "devtools")  # every line of its log would go to a socket
    monkeypatch.delenv("PYDANTIC_DISABLE_PLUGINS")

    start(["path"])

    assert not [name for name in os.environ if name.startswith("TEXTUAL")]
    assert os.environ["PYDANTIC_DISABLE_PLUGINS"] == "1"


def test_where_windows_names_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: ("Japanese_Japan", "932"))

    assert _locale_environment({}, "win32") == {"LANG": "Japanese_Japan"}
    assert _locale_environment({"LANG": "C"}, "win32") == {"LANG": "C"}
    assert _locale_environment({}, "linux") == {}


def test_what_follows_two_dashes_is_no_option() -> None:
    assert _said(["--lang", "ja", "--", "--lang", "en"], "--lang") == "ja"
    assert _said(["--lang=en", "x", "--lang=ja"], "--lang") == "ja"
    assert _said(["--lang"], "--lang") is None


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_shell_is_offered_commands_and_their_help(language: str) -> None:
    done = run(
        _STEPUP_COMPLETE="zsh_complete",
        COMP_WORDS="stepup ",
        COMP_CWORD="1",
        STEPUP_LANG=language,
    )

    assert done.returncode == 0
    set_language("ja" if language == "ja" else "en")
    for load in app.COMMANDS.values():
        assert load().get_short_help_str() in done.stdout
