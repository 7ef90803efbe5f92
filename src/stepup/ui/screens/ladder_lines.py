"""The lines of a goal's ladder: rungs, how hard each seems, what was thought and how it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from stepup.domain.goal import HARDEST, Goal, Step
from stepup.domain.ladder import Attempt, compared, of_rung
from stepup.domain.profile import LookAway
from stepup.i18n import _, format_day
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec, pad
from stepup.words.goals import attempt_words, compared_sentence, easy_end, hard_end

AT_FIRST: Final = 8
"""How many lines of what was, tries or days, are shown before more are asked for."""
_TICKS_FROM: Final = 8
# The line, what was thought, how it was; in braille and in plain ASCII.
_BRAILLE: Final = "⣀⡇⣿"
_ASCII: Final = ".|#"


@dataclass(frozen=True, slots=True)
class Unfolded:
    """What of a goal's page is unfolded, and the year whose tries, days and looks are shown."""

    year: str
    acts: bool = False
    rung: int = -1
    attempt: str = ""
    """The try whose numbers are being changed; "" for the one in hand."""
    anew: bool = False
    """The next number begins another try."""
    tries: int = AT_FIRST
    ends: bool = False
    day: str = ""
    days: int = AT_FIRST

    def but(self, **changes: Any) -> Unfolded:
        """Return it with some things changed."""
        return replace(self, **changes)


def drawn(attempt: Attempt, *, ascii_only: bool) -> str:
    """Return a try on a line from 0 to 10: a thin mark for before, a full one for after."""
    line, before, after = _ASCII if ascii_only else _BRAILLE
    cells = [line] * (HARDEST + 1)
    for number, mark in ((attempt.before, before), (attempt.after, after)):
        if number is not None:
            cells[number] = mark
    return "".join(cells)


class LadderLines:
    """Makes the lines of a ladder."""

    def __init__(
        self,
        session: Session,
        goal: Goal,
        unfolded: Unfolded,
        attempts: Sequence[Attempt],
        in_hand: Attempt | None,
    ) -> None:
        self._session = session
        self._goal = goal
        self._unfolded = unfolded
        self._attempts = attempts
        self._in_hand = in_hand
        self._open = goal.closed_on is None

    def all(self) -> Iterator[Spec]:
        """Return the lines from top to bottom."""
        for index, step in enumerate(self._goal.steps):
            yield self._rung(index, step)
            if index == self._unfolded.rung and self._open:
                yield from self._unfolded_rung(index, step)
        if self._open:
            label = _ticked(_("Ladder") if not self._goal.steps else "", "[ ]")
            key = f"newstep:{self._goal.id}"
            yield Spec(key, label=label, text="_", soft=True, gap=not self._goal.steps)
            yield from self._tools()
        yield from self._others()
        sentence = compared_sentence(compared(self._attempts))
        if sentence and not self._session.hides(LookAway.TOTALS):
            yield Spec("compared", text=sentence, soft=True, still=True)

    def _rung(self, index: int, step: Step) -> Spec:
        said = [_("seems {number}").format(number=step.hard)] if step.hard is not None else []
        latest = of_rung(step, self._attempts)[:1]
        if latest and index != self._unfolded.rung and not self._hides_lines:
            said.append(self._drawn(latest[0]))
        done = step.done_on is not None
        return Spec(
            f"step:{self._goal.id}:{index}",
            label=_ticked(_("Ladder") if index == 0 else "", "[x]" if done else "[ ]"),
            text=step.text,
            after="  ".join(said),
            soft=done,
            gap=index == 0,
        )

    # One rung

    def _unfolded_rung(self, index: int, step: Step) -> Iterator[Spec]:
        ends = _("0 {easy}   10 {hard}").format(
            easy=easy_end(self._goal), hard=hard_end(self._goal)
        )
        yield Spec(f"ends:{index}", text=ends, soft=True, still=True)
        yield _scale(f"seems:{index}", _("Seems"), step.hard)
        now = self._in_hand
        if now is not None or not self._is_past:
            yield _scale(f"before:{index}", _("Before"), now.before if now else None)
            after = self._day(now) if now and now.day != self._session.book.today() else ""
            yield _scale(f"after:{index}", _("After"), now.after if now else None, after)
        yield Spec(f"rungacts:{index}", parts=self._acts(index, step))
        tries = of_rung(step, self._attempts)
        for attempt in tries[: self._unfolded.tries]:
            yield self._try(attempt, step.text)
        if len(tries) > self._unfolded.tries:
            yield Spec("moretries", parts=(Part("more", _("Older"), on=True),))

    def _acts(self, index: int, step: Step) -> tuple[Part, ...]:
        words = {
            "done": _("Not done") if step.done_on else _("Done"),
            "smaller": _("A little smaller"),
            "reword": _("Reword"),
        }
        if self._in_hand is not None and not self._is_past:
            words["again"] = _("Once more")
        if index > 0:
            words["up"] = _("Further up")
        if index + 1 < len(self._goal.steps):
            words["down"] = _("Further down")
        return tuple(Part(key, word, on=True) for key, word in words.items())

    def _try(self, attempt: Attempt, called: str) -> Spec:
        said = [] if self._hides_lines else [self._drawn(attempt)]
        said.append(attempt_words(attempt))
        return Spec(
            f"tried:{attempt.id}",
            label=self._day(attempt),
            text="   ".join(said),
            after=attempt.step if attempt.step != called else "",
            soft=attempt.id != self._unfolded.attempt,
        )

    # The whole ladder

    def _tools(self) -> Iterator[Spec]:
        rated = [step for step in self._goal.steps if step.hard is not None]
        parts = [Part("sort", _("Easiest first"))] if len(rated) > 1 else []
        if self._goal.steps:
            parts.append(Part("ends", _("What 0 and 10 mean")))
            yield Spec("ladder", parts=tuple(parts), soft=True)
        if self._unfolded.ends:
            yield Spec(
                "easy", label="        0", text=easy_end(self._goal), soft=not self._goal.easy
            )
            yield Spec(
                "hard", label="       10", text=hard_end(self._goal), soft=not self._goal.hard
            )

    def _others(self) -> Iterator[Spec]:
        """Yield what was tried of rungs that are not there any more."""
        steps = self._goal.steps
        others = [a for a in self._attempts if not any(step.is_called(a.step) for step in steps)]
        for attempt in others[: self._unfolded.tries]:
            yield Spec(
                f"tried:{attempt.id}",
                label=self._day(attempt),
                text=attempt.step,
                after=attempt_words(attempt),
                soft=True,
            )
        if len(others) > self._unfolded.tries:
            yield Spec("moretries", parts=(Part("more", _("Older"), on=True),))

    # Inside

    @property
    def _hides_lines(self) -> bool:
        return self._session.hides(LookAway.TRENDS)

    @property
    def _is_past(self) -> bool:
        """Whether another year than today's is shown."""
        return self._unfolded.year != f"{self._session.book.today().year:04d}"

    def _drawn(self, attempt: Attempt) -> str:
        return drawn(attempt, ascii_only=self._session.settings.ascii_charts)

    def _day(self, attempt: Attempt) -> str:
        return "" if self._session.hides(LookAway.DATES) else format_day(attempt.day, "short")


def _ticked(label: str, tick: str) -> str:
    return pad(label, _TICKS_FROM) + tick


def _scale(key: str, label: str, number: int | None, after: str = "") -> Spec:
    parts = tuple(Part(str(n), str(n), on=n == number) for n in range(HARDEST + 1))
    return Spec(key, label=label, parts=parts, after=after, marked=True)
