"""Pages that leave the program: one HTML file each, that needs nothing else and asks for nothing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from stepup.i18n import language

if TYPE_CHECKING:
    from jinja2 import Environment

FOLDER = Path(__file__).parent


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def render(template: str, **values: object) -> bytes:
    """Return the page that a template of this folder gives, in UTF-8.

    All that is put in is escaped. `lang`, the language in use, is always there.
    """
    page = _environment().get_template(template).render(lang=language(), **values)
    return page.encode()
