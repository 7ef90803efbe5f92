"""No class of ours takes a private name of Textual's by accident: an update would break it unseen."""

import ast
import inspect
import pkgutil
import textwrap
from importlib.util import find_spec

import pytest
from textual.app import App
from textual.message_pump import MessagePump

import stepup.ui
from stepup.ui import app as _app  # noqa: F401 - its classes are looked at

# The crash handler, with the code it ends with, what a field does with keys, and what a lock empties.
ALLOWED = {"_fatal_error", "_return_code", "_on_blur", "_on_key", "_on_paste", "_clipboard"}


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


def names_of(one: type) -> set[str]:
    """Private names that the source of a class gives: to methods, and to what its objects hold."""
    [body] = ast.parse(textwrap.dedent(inspect.getsource(one))).body
    assert isinstance(body, ast.ClassDef)
    found = {
        node.name for node in body.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    for node in ast.walk(body):
        targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
        for target in targets:
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name):
                found |= {target.attr} if target.value.id == "self" else set()
    return {name for name in found if name.startswith("_") and not name.endswith("__")}


@pytest.mark.parametrize("one", OURS, ids=lambda one: one.__name__)
def test_no_private_name_of_a_base_class_is_taken(one: type) -> None:
    bases = [base for base in one.__mro__[1:] if base.__module__.startswith("textual.")]
    theirs = set().union(*(names_of(base) for base in bases))
    assert names_of(one) & theirs <= ALLOWED
