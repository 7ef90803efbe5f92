"""The chosen language: messages from the catalogue, days and numbers as CLDR writes them.

Importing this module costs nothing: gettext is loaded with the first Japanese message,
Babel with the first number. Days are written from patterns in the catalogue, since Today
shows one before anything else; a test holds them equal to Babel's.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, time
    from decimal import Decimal
    from gettext import NullTranslations

Language: TypeAlias = Literal["ja", "en"]
DayStyle: TypeAlias = Literal[
    "day", "day_year", "short", "short_year", "month", "short_month", "weekday"
]

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
DOMAIN: Final = "stepup"
LOCALE_FOLDER: Final = Path(__file__).parent / "locale"


class _Chosen:
    """The language in use; one a process, as gettext and click have it."""

    language: Language = "en"


def set_language(language: Language) -> None:
    """Make every message from now on come in `language`."""
    _Chosen.language = language


def language() -> Language:
    """Return the language in use."""
    return _Chosen.language


def pick_language(
    flag: str | None, env: str | None, saved: str | None, locale_env: Mapping[str, str]
) -> Language:
    """Return the language asked for first: `--lang`, STEPUP_LANG, the saved setting, the locale.

    `locale_env` holds LC_ALL, LC_MESSAGES and LANG as far as they are set; the first that is
    not empty decides. A name that is no language of ours counts as not said; English is last.
    """
    for said in (flag, env, saved):
        for known in LANGUAGES:
            if said == known:
                return known
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := locale_env.get(name):
            return "ja" if value.lower().startswith("ja") else "en"
    return "en"


def _(message: str) -> str:
    """Return the message in the language in use."""
    if _Chosen.language == "en" or not message:
        return message
    return _catalogue(_Chosen.language).gettext(message)


def translated(message: str, into: Language) -> str:
    """Return the message in a language, whatever the one in use."""
    if into == "en" or not message:
        return message
    return _catalogue(into).gettext(message)


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of the message that `number` of something takes."""
    if _Chosen.language == "en":
        return singular if number == 1 else plural
    return _catalogue(_Chosen.language).ngettext(singular, plural, number)


def N_(message: str) -> str:  # noqa: N802 - the name gettext tools know
    """Mark a message for the catalogue; `_` translates it when it is shown."""
    return message


def nN_(singular: str, plural: str) -> tuple[str, str]:  # noqa: N802 - N_'s twin for two forms
    """Mark a message with two forms for the catalogue; `ngettext` picks when it is shown."""
    return singular, plural


def in_every_language(message: str) -> tuple[str, ...]:
    """Return a message as it is written in each language: what was written in another is read by it."""
    return tuple(dict.fromkeys(translated(message, each) for each in LANGUAGES))


@cache
def _catalogue(language: Language) -> NullTranslations:
    from gettext import translation

    return translation(DOMAIN, str(LOCALE_FOLDER), [language], fallback=True)


# In CLDR's letters: EEEE weekday, E its short name, MMMM month, MMM its short name, M its number.
_DAY_PATTERNS: Final[dict[DayStyle, str]] = {
    "day": N_("EEEE, d MMMM"),
    "day_year": N_("EEEE, d MMMM y"),
    "short": N_("d MMM"),
    "short_year": N_("d MMM y"),
    "month": N_("MMMM y"),
    "short_month": N_("MMM"),
    "weekday": N_("E"),
}
_WEEKDAYS: Final = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_SHORT_WEEKDAYS: Final = (
    N_("Mon"),
    N_("Tue"),
    N_("Wed"),
    N_("Thu"),
    N_("Fri"),
    N_("Sat"),
    N_("Sun"),
)
# English months only: the Japanese patterns count them.
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_pattern(style: DayStyle) -> str:
    """Return the pattern of `style` in the language in use, in CLDR's letters."""
    return _(_DAY_PATTERNS[style])


def format_day(day: date, style: DayStyle = "day") -> str:
    """Return a day in words.

    day: 11月22日（日）, Sunday, 22 November · day_year: the same with the year ·
    short: 11月22日, 22 Nov · short_year: the same with the year ·
    month: 2026年11月, November 2026 · short_month: 11月, Nov · weekday: 日, Sun.
    """
    letters = ("".join(run) for _letter, run in groupby(day_pattern(style)))
    return "".join(_day_part(part, day) for part in letters)


def day_in(spoken: Language, day: date) -> str:
    """Return a day as a letter in one of the languages names it, whichever is in use.

    11月22日, 22 November.
    """
    if spoken == "ja":
        return f"{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]}"


def _day_part(part: str, day: date) -> str:
    match part:
        case "EEEE":
            return _(_WEEKDAYS[day.weekday()])
        case "E":
            return _(_SHORT_WEEKDAYS[day.weekday()])
        case "MMMM":
            return _MONTHS[day.month - 1]
        case "MMM":
            return _MONTHS[day.month - 1][:3]
        case "M":
            return str(day.month)
        case "d":
            return str(day.day)
        case "y":
            return str(day.year)
        case _:
            return part


def format_time(clock: time) -> str:
    """Return a clock time as it is also typed: 3:10, 23:05."""
    return f"{clock.hour}:{clock.minute:02}"


def format_minutes(minutes: int) -> str:
    """Return a length of time: 8時間30分, 8 h 30 min; hours or minutes that are 0 are left out."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return _("{minutes} min").format(minutes=rest)
    if not rest:
        return _("{hours} h").format(hours=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=rest)


def format_number(number: float) -> str:
    """Return a number with its groups marked: 1,234 or 1,234.5."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=_Chosen.language)


def format_money(units: Decimal, currency: str) -> str:
    """Return an amount in units of its currency, with the places it has: 1,234円, ¥1,234, $12.50."""
    from babel.numbers import format_currency

    if currency == "JPY" and _Chosen.language == "ja":
        return f"{units:,}円"
    return format_currency(units, currency, locale=_Chosen.language)
