"""Pages that leave the program: one HTML file each, that needs nothing else and asks for nothing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from stepup.i18n import language

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES: Final = Path(__file__).parent / "templates"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(template: str, **values: object) -> bytes:
    """Return the page that a template gives, in UTF-8.

    All that is put in is escaped. `language`, the one in use, is always there.
    """
    page = _environment().get_template(template).render(language=language(), **values)
    return page.encode()
