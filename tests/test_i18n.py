from __future__ import annotations

from datetime import date, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

import pytest
from babel.dates import format_date

from stepup import i18n
from stepup.i18n import DayStyle, Language, format_day, pick_language, set_language

if TYPE_CHECKING:
    from collections.abc import Iterator

LANGUAGES: tuple[Language, ...] = ("ja", "en")
STYLES: tuple[DayStyle, ...] = get_args(DayStyle)
SUNDAY = date(2026, 11, 22)


def days() -> Iterator[date]:
    """Every day of four years, a leap year among them, and the ends of the calendar."""
    yield from (date(2024, 1, 1) + timedelta(days=n) for n in range(4 * 365 + 1))
    yield date.min
    yield date.max


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", STYLES)
def test_days_are_written_as_cldr_writes_them(language: Language, style: DayStyle) -> None:
    set_language(language)
    pattern = i18n.day_pattern(style)

    ours = [format_day(day, style) for day in days()]

    assert ours == [format_date(day, pattern, locale=language) for day in days()]


@pytest.mark.parametrize(
    ("language", "style", "written"),
    [
        ("ja", "day", "11月22日（日）"),
        ("ja", "day_year", "2026年11月22日（日）"),
        ("ja", "short", "11月22日"),
        ("ja", "short_year", "2026年11月22日"),
        ("ja", "month", "2026年11月"),
        ("ja", "short_month", "11月"),
        ("ja", "weekday", "日"),
        ("en", "day", "Sunday, 22 November"),
        ("en", "day_year", "Sunday, 22 November 2026"),
        ("en", "short", "22 Nov"),
        ("en", "short_year", "22 Nov 2026"),
        ("en", "month", "November 2026"),
        ("en", "weekday", "Sun"),
    ],
)
def test_a_day_reads_as_a_person_would_write_it(
    language: Language, style: DayStyle, written: str
) -> None:
    set_language(language)

    assert format_day(SUNDAY, style) == written


@pytest.mark.parametrize(
    ("language", "minutes", "written"),
    [
        ("ja", 510, "8時間30分"),
        ("ja", 480, "8時間"),
        ("ja", 30, "30分"),
        ("ja", 0, "0分"),
        ("en", 510, "8 h 30 min"),
        ("en", 480, "8 h"),
        ("en", 30, "30 min"),
        ("en", 0, "0 min"),
    ],
)
def test_a_length_of_time_leaves_out_what_is_zero(
    language: Language, minutes: int, written: str
) -> None:
    set_language(language)

    assert i18n.format_minutes(minutes) == written


def test_a_clock_time_is_written_as_it_is_typed() -> None:
    assert i18n.format_time(time(3, 5)) == "3:05"
    assert i18n.format_time(time(23, 40)) == "23:40"


def test_numbers_and_money_follow_the_language_to_the_last_place() -> None:
    amounts = (("8580", "JPY"), ("999999999999.90", "USD"), ("0.00", "EUR"))

    def written() -> tuple[str, ...]:
        money = (i18n.format_money(Decimal(units), currency) for units, currency in amounts)
        return (i18n.format_number(12345.5), *money)

    set_language("ja")
    assert written() == ("12,345.5", "8,580円", "$999,999,999,999.90", "€0.00")
    set_language("en")
    assert written() == ("12,345.5", "¥8,580", "$999,999,999,999.90", "€0.00")


def test_a_message_comes_in_the_language_in_use() -> None:
    set_language("ja")
    assert i18n._("Sunday") == "日曜日"
    set_language("en")
    assert i18n._("Sunday") == "Sunday"


def test_a_message_the_catalogue_lacks_comes_as_it_is() -> None:
    set_language("ja")

    assert i18n._("not in any catalogue") == "not in any catalogue"


def test_an_empty_message_stays_empty() -> None:
    set_language("ja")

    # gettext itself would answer with the catalogue's header.
    assert i18n._("") == ""


def test_one_is_singular_in_english_and_nothing_is_in_japanese() -> None:
    forms = ("{value!r} is not {choice}.", "{value!r} is not one of {choices}.")

    assert [i18n.ngettext(*forms, n) for n in (0, 1, 2)] == [forms[1], forms[0], forms[1]]
    set_language("ja")
    assert len({i18n.ngettext(*forms, n) for n in (0, 1, 2)}) == 1


@pytest.mark.parametrize(
    ("flag", "env", "saved", "locale_env", "picked"),
    [
        ("ja", "en", "en", {"LANG": "en_GB.UTF-8"}, "ja"),
        (None, "ja", "en", {"LANG": "en_GB.UTF-8"}, "ja"),
        (None, None, "ja", {"LANG": "en_GB.UTF-8"}, "ja"),
        (None, None, None, {"LANG": "ja_JP.UTF-8"}, "ja"),
        (None, None, None, {"LC_ALL": "C", "LANG": "ja_JP.UTF-8"}, "en"),
        (None, None, None, {"LC_ALL": "", "LC_MESSAGES": "ja_JP", "LANG": "C"}, "ja"),
        (None, None, None, {"LANG": "Japanese_Japan"}, "ja"),
        (None, None, None, {"LANG": "fr_FR.UTF-8"}, "en"),
        (None, None, None, {}, "en"),
        ("fr", "", "tlh", {"LANG": "ja_JP.eucJP"}, "ja"),
    ],
)
def test_the_language_asked_for_first_is_taken(
    flag: str | None, env: str | None, saved: str | None, locale_env: dict[str, str], picked: str
) -> None:
    assert pick_language(flag, env, saved, locale_env) == picked
