"""From the domain's codes to what a person reads. Loading this loads no pydantic."""

from __future__ import annotations

from typing import Final

from stepup.domain.problem import Problem
from stepup.i18n import N_, _
from stepup.words.problems import SENTENCES

MOODS: Final = (N_("Very hard"), N_("Hard"), N_("So-so"), N_("Fairly good"), N_("Good"))
ENERGIES: Final = (N_("Almost none"), N_("A little"), N_("Some"), N_("Quite a bit"), N_("Plenty"))


def mood(level: int | None) -> str:
    """Return the word for a mood of 1 to 5; "" for none."""
    return _(MOODS[level - 1]) if level else ""


def energy(level: int | None) -> str:
    """Return the word for an energy of 1 to 5; "" for none."""
    return _(ENERGIES[level - 1]) if level else ""


def problem_sentence(problem: Problem) -> str:
    """Return one clear sentence for what could not be done; no word of the person's in it."""
    return _(SENTENCES[problem.code]).format(**problem.details)
