"""What a field is for: told by a page, carried out by the field."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal, NamedTuple

from stepup.i18n import _

OnlyEnter = Literal["", "writes", "reads"]


class Asked(NamedTuple):
    """What a field is for.

    `text` stands in the field at first, `stored` is what is kept of it so far. `keep` takes the
    text when the field is left or after a rest, and raises Problem for what it cannot take.
    `draft` names the text among drafts; a field that is given keeps none.
    """

    keep: Callable[[str], object]
    label: str = ""
    text: str = ""
    stored: str = ""
    hint: str = ""
    single: bool = True
    draft: str = ""
    wide: bool = False
    secret: bool = False
    """Handed over by Enter alone, and kept nowhere; left another way, it is let go."""
    only_enter: OnlyEnter = ""
    """Likewise, for what reaches beyond the notebook: Enter alone writes or reads a file."""
    shown: bool = True
    """Its letters are seen."""
    keep_draft: Callable[[str, str], None] = lambda _name, _text: None
    drop_draft: Callable[[str], None] = lambda _name: None
    left_waiting: Callable[[], None] = lambda: None
    """Told when the field was left with a text that could not be taken: its draft waits."""

    @property
    def is_given(self) -> bool:
        """Whether it is handed over by Enter alone."""
        return self.secret or bool(self.only_enter)


def field_hint(asked: Asked, *, is_refused: bool = False) -> str:
    """Return what the key line says while a field is open, and when its text could not be taken."""
    if is_refused and not asked.is_given:
        return _("Mend it, or leave with Esc; what is written waits here")
    if asked.secret:
        return _("Enter takes it; Esc leaves it")
    if asked.only_enter == "writes":
        return _("Enter saves it; Esc leaves it")
    if asked.only_enter == "reads":
        return _("Enter reads it; Esc leaves it")
    if asked.single:
        return _("Enter or Esc keeps it")
    return _("Esc keeps it; Enter begins a new line")
