"""Kinds of public service, each in one sentence. No provider is named here, and no number.

The first is the name of an institution: the only place where its word may stand.
"""

from __future__ import annotations

from typing import Final

from stepup.i18n import N_

SERVICES: Final[dict[str, tuple[str, str]]] = {
    "hikikomori": (
        N_("Regional Hikikomori support centre"),
        N_(
            "A public desk that listens to someone who stays at home, or to the family, and knows"
            " of places to be and of other desks."
        ),
    ),
    "living": (
        N_("Consultation desk for daily living"),
        N_("Of the city or town: money, housing, work and the rest of daily life in one place."),
    ),
    "health": (
        N_("Public health centre"),
        N_("One can speak with a public health nurse about body and mind."),
    ),
    "mind": (
        N_("Mental health and welfare centre"),
        N_("Of the prefecture or a large city, for questions about mental health."),
    ),
    "young": (
        N_("Regional youth support station"),
        N_("From 15 to 49: advice and practice around work, at one's own pace."),
    ),
    "work": (
        N_("Public employment office"),
        N_("Of the state: advice about work, and openings; it can also just be looked at."),
    ),
    "both": (
        N_("Centre for work and life with a disability"),
        N_("For someone with a disability: work and daily life are talked about together."),
    ),
    "welfare": (
        N_("Welfare desk of the city or ward office"),
        N_("Where allowances and welfare services are asked about and applied for."),
    ),
    "council": (
        N_("Social welfare council"),
        N_("A body for welfare in each area: advice, loans, and places to spend time."),
    ),
    "library": (
        N_("Public library"),
        N_("A place that costs nothing and where nobody asks why one is there."),
    ),
}
"""By a key: the name, and what it is."""
