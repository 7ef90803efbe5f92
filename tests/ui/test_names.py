"""No class of ours takes a private name of Textual's by accident: an update would break it unseen."""

import inspect
import pkgutil
from importlib.util import find_spec

import pytest
from textual.app import App
from textual.message_pump import MessagePump

import stepup.ui
from stepup.ui import app as _app  # noqa: F401 - its classes are looked at

ALLOWED = {"_fatal_error", "_on_blur", "_on_key", "_on_paste"}


def modules() -> list[str]:
    return [module.name for module in pkgutil.walk_packages(stepup.ui.__path__, "stepup.ui.")]


def classes_of(module: str) -> list[type]:
    import sys

    spec = find_spec(module)
    assert spec is not None
    exec(f"import {module}")  # noqa: S102 - a name found in our own package
    found = vars(sys.modules[module]).values()
    return [
        one
        for one in found
        if inspect.isclass(one) and one.__module__ == module and issubclass(one, MessagePump)
    ]


OURS = [one for module in modules() for one in classes_of(module)]


def test_there_are_classes_to_look_at() -> None:
    assert len(OURS) > 20
    assert any(issubclass(one, App) for one in OURS)


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.__name__)
def test_no_private_name_of_a_base_class_is_taken(one: type) -> None:
    bases = [base for base in one.__mro__[1:] if base.__module__.startswith("textual.")]
    theirs = {name for base in bases for name in vars(base) if name.startswith("_") and not name.endswith("__")}
    assert set(vars(one)) & theirs <= ALLOWED


@pytest.mark.parametrize("one", [one for one in OURS if issubclass(one, App)], ids=lambda one: one.__name__)
def test_no_attribute_set_at_birth_takes_a_private_name_either(one: type) -> None:
    source = inspect.getsource(one)
    theirs = set(vars(App(ansi_color=False)))
    mine = {line.split("self.")[1].split(" ")[0].split(":")[0] for line in source.splitlines()
            if line.strip().startswith("self._") and " = " in line}  # fmt: skip
    assert not {name for name in mine if name in theirs and name.startswith("_")} - {"_return_code"}
