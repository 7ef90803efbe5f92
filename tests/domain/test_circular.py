"""Clock times go round: their mean, and how far they spread."""

from math import inf

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from stepup.domain.circular import DAY_MINUTES, ClockMean, clock_mean

times = st.integers(min_value=0, max_value=DAY_MINUTES - 1)
some_times = st.lists(times, min_size=1, max_size=40)


def minutes(*clocks: str) -> list[int]:
    parts = (clock.split(":") for clock in clocks)
    return [60 * int(hours) + int(rest) for hours, rest in parts]


def mean_of(given_times: list[int]) -> ClockMean:
    mean = clock_mean(given_times)
    assert mean is not None
    return mean


def apart(one: float, other: float) -> float:
    """Minutes between two times by the shorter way round."""
    return min((one - other) % DAY_MINUTES, (other - one) % DAY_MINUTES)


def test_ten_to_midnight_and_ten_past_meet_at_midnight() -> None:
    assert mean_of(minutes("23:50", "0:10")).minute == 0


def test_seven_bedtimes_around_midnight_have_the_mean_and_spread_of_the_book() -> None:
    mean = mean_of(minutes("22:57", "23:29", "23:57", "0:07", "0:14", "0:56", "1:07"))
    assert round(mean.minute, 1) == 6.7
    assert round(mean.spread, 1) == 42.3
    assert mean.count == 7


def test_no_times_have_no_mean() -> None:
    assert clock_mean([]) is None


def test_one_time_is_its_own_mean_and_has_no_spread() -> None:
    mean = mean_of(minutes("3:10"))
    assert (mean.whole_minute, mean.closeness, mean.spread) == (190, 1, 0)


def test_times_all_round_the_clock_have_no_usual_one() -> None:
    assert mean_of(minutes("0:00", "6:00", "12:00", "18:00")).is_too_spread
    assert not mean_of(minutes("0:00", "6:00")).is_too_spread


def test_below_a_closeness_of_a_tenth_there_is_no_usual_time() -> None:
    assert ClockMean(0, 0.0999, 9).is_too_spread
    assert not ClockMean(0, 0.1, 9).is_too_spread


def test_a_minute_before_midnight_is_no_minute_past_the_day() -> None:
    assert ClockMean(1439.8, 1, 3).whole_minute == 0


def test_times_that_hold_one_another_in_balance_are_spread_without_bound() -> None:
    assert ClockMean(0, 0, 2).spread == inf
    assert mean_of(minutes("0:00", "12:00")).spread > 24 * 60


@given(some_times)
def test_times_of_any_day_count_by_their_clock(found: list[int]) -> None:
    days_later = [time + DAY_MINUTES * (index - 3) for index, time in enumerate(found)]
    assert mean_of(days_later).closeness == pytest.approx(mean_of(found).closeness)


@given(some_times, st.integers(-3000, 3000))
def test_when_the_clock_is_turned_the_mean_turns_with_it(found: list[int], turn: int) -> None:
    before = mean_of(found)
    assume(before.closeness > 0.01)
    after = mean_of([time + turn for time in found])
    assert apart(after.minute, before.minute + turn) < 1e-3
    assert after.closeness == pytest.approx(before.closeness, abs=1e-9)
    assert after.spread == pytest.approx(before.spread, abs=1e-3)


@given(some_times, st.randoms())
def test_the_order_of_days_does_not_matter(found: list[int], chance: object) -> None:
    shuffled = list(found)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert clock_mean(shuffled) == clock_mean(found)


@given(some_times)
def test_a_mean_is_a_time_of_the_clock_and_its_closeness_a_share(found: list[int]) -> None:
    mean = mean_of(found)
    assert 0 <= mean.minute < DAY_MINUTES
    assert 0 <= mean.whole_minute < DAY_MINUTES
    assert 0 <= mean.closeness <= 1
    assert mean.spread >= 0
