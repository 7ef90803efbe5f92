"""A letter at hand: "this may be a little late". In both languages, whichever one is in use.

Whom one writes to decides on the language of a letter, so these texts are no messages of the
program and stand here instead of in its catalogue; the rules of tone hold for them too.
"""

from __future__ import annotations

from datetime import date

from stepup.i18n import Language, day_in


def late_text(spoken: Language, *, client: str, what: str, due: date | None) -> str:
    """Return the letter about something promised; what is not known is left out."""
    return _japanese(client, what, due) if spoken == "ja" else _english(client, what, due)


def _japanese(client: str, what: str, due: date | None) -> str:
    # The promise may be named by a thing or by a verb: 部品, or 部品を届ける.
    by = f"{day_in('ja', due)}までのお約束の" if due else ""
    lines = [
        *([f"{client}様", ""] if client else []),
        "お世話になっております。",
        f"{by}「{what}」の件ですが、少し遅れるかもしれません。",
        "見通しが立ちましたら、あらためてご連絡いたします。",
        "ご迷惑をおかけしますが、よろしくお願いいたします。",
    ]
    return "\n".join(lines)


def _english(client: str, what: str, due: date | None) -> str:
    by = f", which I said would be ready by {day_in('en', due)}" if due else ""
    lines = [
        f"Hello {client}," if client else "Hello,",
        "",
        f'I am writing about "{what}"{by}. It may be a little late.',
        "I will write again as soon as I know more.",
        "",
        "Thank you for your patience.",
    ]
    return "\n".join(lines)
