"""Sleep as numbers: usual times, the middle, how alike the days are, and where a sleep is drawn."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stepup.domain.circular import DAY_MINUTES
from stepup.domain.rhythm import Sleep
from stepup.domain.sleep_measures import (
    asleep,
    clock_minutes,
    middle_of_sleep,
    midpoint,
    sleep_regularity,
    usual_times,
)
from stepup.domain.slept import (
    Half,
    SleepDay,
    Slept,
    half,
    halves_of,
    sleep_day,
    slept,
    wall_minute,
)

DAY = date(2026, 5, 31)
BERLIN = ZoneInfo("Europe/Berlin")
TOKYO = ZoneInfo("Asia/Tokyo")


def sleep(start: datetime | None, end: datetime | None, *, sleepless: bool = False) -> Sleep:
    at = end or start or datetime(2026, 5, 31, 12, tzinfo=TOKYO)
    return Sleep(id="a", day=DAY, at=at, start=start, end=end, sleepless=sleepless)


def in_berlin(
    year: int, month: int, day: int, hour: int, minute: int = 0, *, fold: int = 0
) -> datetime:
    """A moment as a record keeps it: wall time and offset, no name of a zone."""
    moment = datetime(year, month, day, hour, minute, tzinfo=BERLIN, fold=fold)
    return datetime.fromisoformat(moment.isoformat())


def a_sleep(clock: str, hours: float, day: date = DAY) -> Slept:
    """A sleep that begins on the evening before a day, or after its midnight."""
    hour, minute = (int(part) for part in clock.split(":"))
    begins = day - timedelta(days=1) if hour >= 12 else day
    start = begins.toordinal() * DAY_MINUTES + 60 * hour + minute
    length = round(60 * hours)
    return Slept(start, start + length, length)


def nights(*kinds: tuple[str, float]) -> dict[date, SleepDay]:
    """Days in a row, each with one sleep."""
    days = [DAY + timedelta(days=number) for number in range(len(kinds))]
    return {day: SleepDay((a_sleep(*kind, day),)) for day, kind in zip(days, kinds, strict=True)}


def index_of(days: Mapping[date, SleepDay]) -> float:
    regularity = sleep_regularity(days)
    assert regularity is not None
    return round(regularity.index, 2)


# Regularity


def in_turn(one: tuple[str, float], other: tuple[str, float]) -> dict[date, SleepDay]:
    return nights(*([one, other] * 4))


def test_the_same_sleep_every_day_is_wholly_regular() -> None:
    assert index_of(in_turn(("23:00", 8), ("23:00", 8))) == 100


def test_waking_an_hour_later_on_every_second_day() -> None:
    assert index_of(in_turn(("23:00", 8), ("23:00", 9))) == 91.67


def test_a_whole_night_shifted_by_an_hour() -> None:
    assert index_of(in_turn(("23:00", 8), ("0:00", 8))) == 83.33


def test_the_exact_opposite_every_day() -> None:
    assert index_of(in_turn(("23:00", 12), ("11:00", 12))) == -100


def test_regularity_begins_with_seven_pairs_of_days_next_to_each_other() -> None:
    days = nights(*[("23:00", 8.0)] * 8)
    regularity = sleep_regularity(days)
    assert regularity is not None
    assert regularity.pairs == 7
    del days[DAY]
    assert sleep_regularity(days) is None


def test_a_gap_between_days_makes_no_pair() -> None:
    days = nights(*[("23:00", 8.0)] * 9)
    del days[DAY + timedelta(days=4)]  # two runs of four days: six pairs
    assert sleep_regularity(days) is None


def test_a_night_awake_is_a_day_that_is_known() -> None:
    days = nights(*[("23:00", 8.0)] * 7)
    days[DAY + timedelta(days=7)] = SleepDay((), sleepless=True)
    days[DAY + timedelta(days=8)] = SleepDay((), sleepless=True)
    regularity = sleep_regularity(days)
    assert regularity is not None
    assert regularity.pairs == 8
    assert regularity.index == pytest.approx(-100 + 200 * (8 - 480 / 1440) / 8)


def test_a_day_with_an_unknown_end_is_in_no_pair() -> None:
    days = nights(*[("23:00", 8.0)] * 8)
    days[DAY] = SleepDay((*days[DAY].sleeps, Slept(None, 900, None)))
    assert sleep_regularity(days) is None


@given(st.randoms(), st.lists(st.booleans(), min_size=30, max_size=30))
def test_regularity_depends_on_no_order_and_on_no_day_without_a_record(
    chance: object, written: list[bool]
) -> None:
    kinds = [("23:00", 8.0), ("1:00", 7.5), ("3:00", 9.0)]
    days = nights(*(kinds[number % 3] for number in range(30)))
    kept = [day for day, is_written in zip(days, written, strict=True) if is_written]
    shuffled = list(kept)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    first = sleep_regularity({day: days[day] for day in kept})
    assert sleep_regularity({day: days[day] for day in shuffled}) == first
    if first is not None:
        pairs = sum(day + timedelta(days=1) in kept for day in kept)
        assert first.pairs == pairs
        assert -100 <= first.index <= 100


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1440)), min_size=8, max_size=20),
       st.integers(-2000, 2000))  # fmt: skip
def test_turning_the_clock_leaves_regularity_as_it_is(
    spans: list[tuple[int, int]], turn: int
) -> None:
    def days(by: int) -> dict[date, SleepDay]:
        found = {}
        for number, (start, length) in enumerate(spans):
            begin = (DAY.toordinal() + number) * DAY_MINUTES + start + by
            found[DAY + timedelta(days=number)] = SleepDay((Slept(begin, begin + length, length),))
        return found

    assert sleep_regularity(days(turn)) == sleep_regularity(days(0))


@given(st.integers(0, 5000), st.integers(0, 3000))
def test_the_set_of_the_clocks_minutes_is_what_counting_them_gives(start: int, length: int) -> None:
    counted = {minute % DAY_MINUTES for minute in range(start, start + length)}
    found = clock_minutes(start, start + length)
    assert {minute for minute in range(DAY_MINUTES) if found >> minute & 1} == counted


def test_a_sleep_over_more_than_a_day_takes_the_whole_clock() -> None:
    assert clock_minutes(540, 540 + 26 * 60).bit_count() == DAY_MINUTES
    assert clock_minutes(540, 540 + 70 * 60).bit_count() == DAY_MINUTES


def test_sleeps_that_overlap_are_slept_once() -> None:
    day = SleepDay((a_sleep("23:00", 8), a_sleep("6:00", 2)))
    minutes = asleep(day)
    assert minutes is not None
    assert minutes.bit_count() == 9 * 60


# Usual times and the middle


def test_usual_times_are_those_of_the_longest_sleep_of_each_day() -> None:
    nap = a_sleep("9:00", 1)
    days = [SleepDay((a_sleep(clock, 8), nap)) for clock in ("23:00", "0:00", "1:00")]
    usual = usual_times(days)
    assert usual.bed is not None
    assert usual.wake is not None
    assert (usual.bed.whole_minute, usual.wake.whole_minute) == (0, 8 * 60)
    assert usual.bed.count == usual.wake.count == usual.known == 3


def test_two_days_are_too_few_for_usual_times() -> None:
    usual = usual_times([SleepDay((a_sleep("23:00", 8),))] * 2)
    assert usual.bed is None
    assert usual.wake is None
    assert usual.known == 2
    assert middle_of_sleep([SleepDay((a_sleep("23:00", 8),))] * 2) is None


def test_the_only_known_end_of_a_day_counts_for_that_end() -> None:
    woke = SleepDay((Slept(None, 11 * 60 + 40, None),))
    usual = usual_times([woke] * 3)
    assert usual.bed is None
    assert usual.wake is not None
    assert usual.wake.whole_minute == 11 * 60 + 40
    assert usual.known == 3


def test_several_lone_ends_of_one_day_tell_nothing() -> None:
    woke_twice = SleepDay((Slept(None, 700, None), Slept(None, 900, None)))
    assert usual_times([woke_twice] * 5).wake is None


def test_a_night_awake_changes_no_usual_time() -> None:
    days = [SleepDay((a_sleep("23:00", 8),))] * 3
    assert usual_times([*days, SleepDay((), sleepless=True)]) == usual_times(days)


def test_the_middle_is_that_of_the_longest_sleep() -> None:
    days = [SleepDay((a_sleep("23:00", 8), a_sleep("9:00", 1)))] * 3
    middle = middle_of_sleep(days)
    assert middle is not None
    assert middle.whole_minute == 3 * 60


def test_of_two_sleeps_alike_the_earlier_is_the_longest() -> None:
    first, second = a_sleep("1:00", 4), a_sleep("7:00", 4)
    assert SleepDay((first, second)).longest == first


@given(st.lists(st.tuples(st.integers(0, 1439), st.integers(1, 1500)), min_size=3, max_size=20),
       st.randoms())  # fmt: skip
def test_the_order_of_days_does_not_matter_to_usual_times(
    spans: list[tuple[int, int]], chance: object
) -> None:
    days = [SleepDay((Slept(start, start + length, length),)) for start, length in spans]
    shuffled = list(days)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert usual_times(shuffled) == usual_times(days)
    assert middle_of_sleep(shuffled) == middle_of_sleep(days)


# Records as numbers


def test_a_sleep_stands_where_its_clock_said_and_is_as_long_as_time_that_passed() -> None:
    # In spring the clock goes from 2:00 to 3:00.
    start = in_berlin(2026, 3, 28, 23)
    end = in_berlin(2026, 3, 29, 7)
    found = slept(sleep(start, end))
    assert found == Slept(wall_minute(start), wall_minute(end), 7 * 60)
    assert found.end is not None
    assert found.start is not None
    assert found.end - found.start == 8 * 60
    assert midpoint(found) % DAY_MINUTES == 3 * 60 + 30  # 2:30 was not on any clock


def test_a_sleep_over_the_hour_that_comes_twice_is_drawn_by_its_clock_too() -> None:
    start = in_berlin(2026, 10, 24, 23)
    end = in_berlin(2026, 10, 25, 7)
    found = slept(sleep(start, end))
    assert found == Slept(wall_minute(start), wall_minute(end), 9 * 60)


def test_a_sleep_that_ends_before_it_began_by_the_clock_is_drawn_back_from_its_end() -> None:
    start = in_berlin(2026, 10, 25, 2, 30, fold=0)
    end = in_berlin(2026, 10, 25, 2, 15, fold=1)
    found = slept(sleep(start, end))
    assert found == Slept(wall_minute(end) - 45, wall_minute(end), 45)


def test_the_records_of_a_day_become_its_sleeps_in_the_order_of_the_clock() -> None:
    late = sleep(datetime(2026, 5, 31, 13, tzinfo=TOKYO), datetime(2026, 5, 31, 14, tzinfo=TOKYO))
    early = sleep(datetime(2026, 5, 31, 1, tzinfo=TOKYO), datetime(2026, 5, 31, 8, tzinfo=TOKYO))
    woke = sleep(None, datetime(2026, 5, 31, 9, tzinfo=TOKYO))
    day = sleep_day([late, woke, early])
    assert [one.minutes for one in day.sleeps] == [420, None, 60]
    assert not day.sleepless


def test_a_night_awake_is_no_sleep_but_something_written() -> None:
    assert sleep_day([sleep(None, None, sleepless=True)]) == SleepDay((), sleepless=True)


def test_a_moment_is_counted_to_its_minute() -> None:
    moment = datetime(2026, 5, 31, 3, 17, 59, tzinfo=TOKYO)
    assert wall_minute(moment) == DAY.toordinal() * DAY_MINUTES + 197


# Halves of the picture


def at(day: date, hour: int, minute: int = 0) -> int:
    return day.toordinal() * DAY_MINUTES + 60 * hour + minute


def test_a_night_is_in_the_half_that_begins_at_the_noon_before_it() -> None:
    before = DAY - timedelta(days=1)
    night = Slept(at(before, 23), at(DAY, 7), 480)
    assert list(halves_of(night)) == [before.toordinal()]
    assert half(before.toordinal(), [night], sleepless=False) == Half(((11 * 60, 19 * 60),))


def test_a_sleep_of_26_hours_is_in_each_half_it_touches() -> None:
    before = DAY - timedelta(days=1)
    long = Slept(at(before, 9), at(DAY, 11), 26 * 60)
    assert list(halves_of(long)) == [before.toordinal() - 1, before.toordinal()]


def test_a_sleep_that_ends_at_noon_is_not_in_the_half_that_begins_there() -> None:
    morning = Slept(at(DAY, 9), at(DAY, 12), 180)
    assert list(halves_of(morning)) == [DAY.toordinal() - 1]
    assert list(halves_of(Slept(None, at(DAY, 12), None))) == [DAY.toordinal() - 1]
    assert list(halves_of(Slept(at(DAY, 12), None, None))) == [DAY.toordinal()]


def test_29_february_is_a_day_like_any_other() -> None:
    leap = date(2028, 2, 29)
    night = Slept(at(date(2028, 2, 28), 23), at(leap, 7), 480)
    nap = Slept(at(leap, 14), at(leap, 15), 60)
    assert list(halves_of(night)) == [leap.toordinal() - 1]
    assert list(halves_of(nap)) == [leap.toordinal()]
    days = {leap + timedelta(days=n): SleepDay((a_sleep("23:00", 8),)) for n in range(-4, 4)}
    regularity = sleep_regularity(days)
    assert regularity is not None
    assert regularity.pairs == 7


@given(st.integers(0, 10_000), st.integers(1, 3 * DAY_MINUTES))
def test_a_sleep_lies_in_all_of_its_halves_and_in_no_other(start: int, length: int) -> None:
    zero = DAY.toordinal() * DAY_MINUTES
    one = Slept(zero + start, zero + start + length, length)
    touched = {
        (minute - 720) // DAY_MINUTES
        for minute in (*range(zero + start, zero + start + length, 7), zero + start + length - 1)
    }
    assert set(halves_of(one)) == touched
