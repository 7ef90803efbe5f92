"""How a sealed file is opened: said so that it can be typed as it stands, whatever the file is called."""

import shlex

import pytest

from stepup.words.opening import opening_command, opening_sheet

NAMES = {
    "page.html.age": "age -d -o page.html page.html.age",
    "相談の紙.txt.age": "age -d -o 相談の紙.txt 相談の紙.txt.age",
    "for her.md.age": 'age -d -o "for her.md" "for her.md.age"',
    "-o.html.age": "age -d -o ./-o.html ./-o.html.age",
    "PAGE.HTML.AGE": "age -d -o PAGE.HTML PAGE.HTML.AGE",
    ".age": "age -d -o page .age",
}
ODD = ["it's $HOME.age", 'a "b".age', "a`b`.age", "100% mine!.age", "a\\b.age"]


@pytest.mark.parametrize("name", list(NAMES))
def test_the_command_stands_as_every_shell_takes_it(name: str) -> None:
    assert opening_command(name) == NAMES[name]
    assert NAMES[name] in opening_sheet(name)


@pytest.mark.parametrize("name", ODD)
def test_a_name_that_means_something_to_a_shell_comes_whole_to_the_tool(name: str) -> None:
    assert shlex.split(opening_command(name))[-1] == name


def test_nothing_steers_a_terminal_or_turns_the_writing_round() -> None:
    sheet = opening_sheet("a\x1b[31m\u202ex.html.age")
    assert "\x1b" not in sheet
    assert "\u202e" not in sheet
