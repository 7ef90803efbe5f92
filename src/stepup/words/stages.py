"""The names of the stages and the sentences that say when one may fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from stepup.domain.stage import Stage, StageKey
from stepup.i18n import N_, _

_STAGES: Final[dict[str, tuple[str, str]]] = {
    StageKey.BREATHE: (N_("Breathe"), N_("I'd like today to be a little easier")),
    StageKey.RHYTHM: (N_("Flow of the day"), N_("I'm curious about the shape of my day")),
    StageKey.STEP_OUT: (N_("Step out"), N_("I'd like a bit of outside")),
    StageKey.CONNECT: (N_("Say a word"), N_("I'd like a little exchange")),
    StageKey.TRY: (N_("Try"), N_("I'd like to try something, or lend a hand")),
    StageKey.EARN: (N_("Small income"), N_("I'd like to earn a little")),
    StageKey.KEEP: (N_("Keep or choose again"), N_("I'd like to keep this, or choose again")),
}
_OWN: Final = (N_("A stage of your own"), "")


def stage_name(key_or_id: str, stages: Sequence[Stage] = ()) -> str:
    """Return the person's own name for a stage where `stages` have one, else the first name."""
    mine = next((stage.name for stage in stages if stage.id == key_or_id), "")
    return mine or _(_STAGES.get(key_or_id, _OWN)[0])


def stage_sentence(key_or_id: str, stages: Sequence[Stage] = ()) -> str:
    """Return the sentence that says when a stage may fit; "" where there is none."""
    mine = next((stage.sentence for stage in stages if stage.id == key_or_id), "")
    first = _STAGES.get(key_or_id, _OWN)[1]
    return mine or (_(first) if first else "")
