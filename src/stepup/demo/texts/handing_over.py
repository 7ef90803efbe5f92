"""What they write on pages they take along."""

from typing import Final

from stepup.domain.share import Audience, PageSection
from stepup.i18n import N_

CALLED: Final = N_("Mio")
"""The name they would like to be called."""

RECEIVERS: Final = {
    Audience.COUNSELLOR: N_("the person at the support centre"),
    Audience.FAMILY: N_("my mother"),
}
"""Whom it went to."""

FOR_COUNSELLOR: Final = {
    PageSection.TODAY: (
        N_("Whether I may come without knowing what to say."),
        N_("The nights that turn into days."),
        N_("I typed for someone and was thanked. I'd like to talk about that."),
    ),
    PageSection.NOT_TODAY: (
        N_("Not about my brother today. Mail is easier for me than the phone."),
        N_("Please write the next date down for me. Mail is easier for me than the phone."),
    ),
    PageSection.NEXT: (
        N_("Coming by at a quiet hour, for ten minutes."),
        N_("Asking about the workshop, with someone beside me."),
    ),
}
"""For the counsellor."""

FOR_FAMILY: Final = {
    PageSection.TODAY: (
        N_("I hear it when soup is left for me. Thank you."),
        N_("When I am silent I am not angry."),
    ),
    PageSection.NOT_TODAY: (
        N_("Please don't ask about work at table."),
        N_("Please knock, and wait a moment."),
    ),
}
"""For the people at home."""
