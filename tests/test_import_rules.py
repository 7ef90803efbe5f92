"""Who may import whom: the contracts, and what is truly loaded when a command runs."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import catalogue

if TYPE_CHECKING:
    from pathlib import Path

# What the domain may lean on beside the standard library: pydantic and what it is made of.
DOMAIN_MAY_IMPORT = {"pydantic", "pydantic_core", "annotated_types", "typing_extensions"}

RUN_AND_LIST = """
import atexit, sys
atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr))
sys.argv[0] = "stepup"
from stepup.__main__ import main
sys.exit(main())
"""


def loaded_by(*arguments: str) -> set[str]:
    """Run the command in a process of its own and return every module it loaded."""
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_LIST, *arguments],
        check=True,
        capture_output=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    return set(done.stderr.split())


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_rooms_keep_their_doors() -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command as c; c(['--no-logo'])",
        ],
        check=False,
        capture_output=True,
        encoding="utf-8",
        cwd=catalogue.ROOT,
    )

    assert done.returncode == 0, done.stdout


def test_the_domain_leans_on_nothing_but_the_standard_library_and_pydantic() -> None:
    from grimp import build_graph

    graph = build_graph("stepup", include_external_packages=True, cache_dir=None)
    domain = {"stepup.domain", *graph.find_descendants("stepup.domain")}
    imported = {name for one in domain for name in graph.find_modules_directly_imported_by(one)}

    outside = roots(imported - domain) - set(sys.stdlib_module_names)
    assert outside <= DOMAIN_MAY_IMPORT


def test_the_version_is_answered_before_anything_is_loaded() -> None:
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, atexit; print(*sorted(sys.modules))"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )
    before = set(bare.stdout.split())

    assert loaded_by("--version") - before <= {"stepup", "stepup.__main__"}


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("arguments", [["--help"], ["path"], ["path", "--help"]])
def test_help_and_path_load_no_model_no_screen_and_no_storage(
    arguments: list[str], language: str
) -> None:
    loaded = loaded_by(*arguments, "--lang", language)

    heavy = {"pydantic", "textual", "rich", "tinydb", "babel", "orjson", "filelock", "asyncio"}
    assert roots(loaded) & heavy == set()
    assert not any(name.startswith(("stepup.ui", "stepup.vault")) for name in loaded)


def test_a_command_is_loaded_only_when_it_is_called() -> None:
    assert "stepup.cli.path" in loaded_by("path")
    assert "stepup.cli.path" not in loaded_by("--version")


def test_importing_the_language_loads_neither_gettext_nor_babel() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import stepup.i18n, sys; print(*sys.modules)"],
        check=True,
        capture_output=True,
        encoding="utf-8",
    )

    assert roots(set(done.stdout.split())) & {"gettext", "babel"} == set()


def test_a_command_creates_no_folder_by_telling_where_it_would_be(tmp_path: Path) -> None:
    loaded_by("path")

    assert not os.path.lexists(tmp_path / "home")


def test_the_first_frame_is_painted_before_pydantic_or_storage_is_loaded() -> None:
    listing = "import sys, stepup.ui.app; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", listing], check=True, capture_output=True, encoding="utf-8"
    )

    assert not {"pydantic", "tinydb", "filelock", "orjson"} & roots(set(done.stdout.split()))
