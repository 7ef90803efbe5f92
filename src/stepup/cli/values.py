"""What is typed as an option's value, read in the person's ways; a wrong one is wrong usage."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Final

import click

from stepup.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

BETWEEN: Final = ".."


@contextmanager
def as_usage(hint: str) -> Iterator[None]:
    """Turn a Problem with what was typed for `hint` into wrong usage, exit code 2.

    Raises:
        click.BadParameter: with the problem's sentence.
    """
    from stepup.domain.problem import Problem

    try:
        yield
    except Problem as problem:
        from stepup.words import problem_sentence

        raise click.BadParameter(problem_sentence(problem), param_hint=f"'{hint}'") from None


class Day(click.ParamType["date"]):
    """A date such as 2026-11-22, 2026年11月22日, or 11/22 for the nearest one."""

    name = "date"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the date; fail on what is none."""
        return _day(self, str(value), param, ctx)


class Days(click.ParamType["tuple[date, date]"]):
    """A date, or two with two dots between them; both are included."""

    name = "days"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[date, date]:
        """Return the first and the last day; fail on what is none."""
        one, dots, other = str(value).partition(BETWEEN)
        first = _day(self, one, param, ctx)
        last = _day(self, other, param, ctx) if dots else first
        if last < first:
            self.fail(_("The last day comes before the first."), param, ctx)
        return first, last


def _day(
    kind: click.ParamType[Any], text: str, param: click.Parameter | None, ctx: click.Context | None
) -> date:
    from stepup.domain.day import typed_day
    from stepup.domain.problem import Problem
    from stepup.notebook.clock import SystemClock
    from stepup.words import problem_sentence

    try:
        return typed_day(text, SystemClock().now().date())
    except Problem as problem:
        kind.fail(problem_sentence(problem), param, ctx)


class Month(click.ParamType["date"]):
    """A month such as 2026-11, 2026/11 or 2026年11月; its first day."""

    name = "month"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the month's first day; fail on what is no month."""
        from stepup.domain.text import fold

        text = fold(str(value)).strip().rstrip("月")
        return _day(self, f"{text}-1" if "年" not in text else f"{text}月1日", param, ctx)
