"""An action of the registry as a line: its key, its name, one sentence."""

from __future__ import annotations

from collections.abc import Mapping

from stepup.i18n import _
from stepup.ui.actions import Action, keys_of, shown_keys
from stepup.ui.widgets.layout import Spec


def action_line(action: Action, keymap: Mapping[str, str], *, all_keys: bool = False) -> Spec:
    """Return the line of an action; its key is the action's id."""
    keys = keys_of(action, keymap)
    return Spec(
        action.id,
        label=shown_keys(keys if all_keys else keys[:1]),
        text=_(action.label),
        after=_(action.help),
    )
