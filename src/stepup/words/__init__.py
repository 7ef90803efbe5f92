"""From the domain's codes to what a person reads. Loading this loads no pydantic."""

from __future__ import annotations

from typing import Final

from stepup.domain.problem import Problem
from stepup.domain.stage import StageKey
from stepup.i18n import N_, _
from stepup.words.problems import SENTENCES

MOODS: Final = (N_("Very hard"), N_("Hard"), N_("So-so"), N_("Fairly good"), N_("Good"))
ENERGIES: Final = (N_("Almost none"), N_("A little"), N_("Some"), N_("Quite a bit"), N_("Plenty"))

_STAGES: Final[dict[StageKey, tuple[str, str]]] = {
    StageKey.BREATHE: (N_("Breathe"), N_("I'd like today to be a little easier")),
    StageKey.RHYTHM: (N_("Flow of the day"), N_("I'm curious about the shape of my day")),
    StageKey.STEP_OUT: (N_("Step out"), N_("I'd like a bit of outside")),
    StageKey.CONNECT: (N_("Say a word"), N_("I'd like a little exchange")),
    StageKey.TRY: (N_("Try"), N_("I'd like to try something, or lend a hand")),
    StageKey.EARN: (N_("Small income"), N_("I'd like to earn a little")),
    StageKey.KEEP: (N_("Keep or choose again"), N_("I'd like to keep this, or choose again")),
}


def mood(level: int | None) -> str:
    """Return the word for a mood of 1 to 5; "" for none."""
    return _(MOODS[level - 1]) if level else ""


def energy(level: int | None) -> str:
    """Return the word for an energy of 1 to 5; "" for none."""
    return _(ENERGIES[level - 1]) if level else ""


def stage_name(stage: StageKey) -> str:
    """Return the name a stage starts with."""
    return _(_STAGES[stage][0])


def stage_sentence(stage: StageKey) -> str:
    """Return the sentence that says when a stage may fit."""
    return _(_STAGES[stage][1])


def problem_sentence(problem: Problem) -> str:
    """Return one clear sentence for what could not be done; no word of the person's in it."""
    return _(SENTENCES[problem.code]).format(**problem.details)
