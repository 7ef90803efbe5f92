"""Where to call in a hard moment: the same for everyone, with nothing of any notebook."""

from __future__ import annotations

from typing import Final

from stepup.i18n import N_

CALLS: Final = (
    N_("When a life is in danger: 119 in Japan, the local emergency number elsewhere."),
    N_(
        "Phone and chat services in Japan: Mamorou yo Kokoro, a page of the Ministry of Health,"
        " Labour and Welfare, www.mhlw.go.jp/mamorouyokokoro/"
    ),
)
