"""Which lines stand on the page of one goal."""

from __future__ import annotations

from collections.abc import Iterator

from stepup.domain.goal import Answer, Goal, GoalDay
from stepup.domain.ladder import Attempt
from stepup.domain.profile import LookAway
from stepup.domain.record import Dated
from stepup.domain.talk import Talk
from stepup.i18n import DayStyle, _, format_day
from stepup.notebook.goal_days import WEEKS
from stepup.ui.screens.goal_lines import goal_acts, stage_choice, year_choice
from stepup.ui.screens.ladder_lines import LadderLines, Unfolded
from stepup.ui.screens.yearly import first_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words.goals import ANSWERS, came_up_sentence, day_words, level_choices, state_words
from stepup.words.stages import stage_name


class GoalPageLines:
    """Makes the lines of one goal's page."""

    def __init__(
        self,
        session: Session,
        goal: Goal,
        unfolded: Unfolded,
        in_hand: Attempt | None,
        talk: Talk | None,
        *,
        choosing_stage: bool,
    ) -> None:
        self._session = session
        self._goal = goal
        self._unfolded = unfolded
        self._in_hand = in_hand
        self._made_from = talk
        self._choosing_stage = choosing_stage
        self._today = session.book.today()

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom."""
        goal, year = self._goal, self._unfolded.year
        attempts = self._session.ladder.attempts(goal, year)
        return [
            *self._head(),
            *self._why(),
            *self._from_talk(),
            *LadderLines(self._session, goal, self._unfolded, attempts, self._in_hand).all(),
            *self._days(),
            *self._looks(),
            *self._earlier(),
            *self._years(),
        ]

    # The goal

    def _head(self) -> Iterator[Spec]:
        goal = self._goal
        stages = self._session.stages.all()
        laid_out = any(d.goal == goal.id for d in self._session.goals.on(self._today))
        said = [
            stage_name(goal.stage, stages) if goal.stage else "",
            _("for today") if laid_out else "",
            _("comes again") if goal.repeats else "",
            state_words(goal.state),
        ]
        after = _(", ").join(word for word in said if word)
        yield Spec(f"goal:{goal.id}", text=goal.text, after=after, wide=True, heading=True)
        if goal.closed_on is not None:
            yield Spec("open", parts=(Part("open", _("Open again"), on=True),), wide=True, inset=2)
        elif self._unfolded.acts:
            acts = goal_acts(goal, for_today=laid_out)
            yield Spec(f"acts:{goal.id}", parts=acts, wide=True, inset=2)
        if self._choosing_stage:
            yield stage_choice(goal, stages)

    def _why(self) -> Iterator[Spec]:
        why = self._goal.why
        yield Spec("why", label=_("Why"), text=why or "_", soft=not why, gap=True)

    def _from_talk(self) -> Iterator[Spec]:
        talk = self._made_from
        if talk is not None:
            is_shown = talk.shard == self._unfolded.year
            day = self._day(talk, "short" if is_shown else "short_year")
            after = "" if self._session.masked else first_line(talk.text)
            text = day or _("A talk")
            yield Spec("talk", label=_("From a talk"), text=text, after=after)

    # What became of it

    def _days(self) -> Iterator[Spec]:
        days = self._session.goal_days.of(self._goal, self._unfolded.year)
        said = self._came_up()
        if days or said:
            yield Spec("days", text=_("Days on it"), soft=True, wide=True, still=True, gap=True)
        if said:
            yield Spec("came-up", text=said, soft=True, wide=True, still=True)
        for day in days[: self._unfolded.days]:
            text = day.text if day.text != self._goal.text else ""
            yield Spec(f"day:{day.id}", label=self._day(day), text=day_words(day), after=text)
            if day.id == self._unfolded.day:
                yield _levels(day)
        if len(days) > self._unfolded.days:
            yield Spec("moredays", parts=(Part("more", _("Older"), on=True),))

    def _came_up(self) -> str:
        """Return how often a goal that comes again came up of late; "" for others."""
        if not self._goal.repeats or self._session.hides(LookAway.TOTALS):
            return ""
        came_up = self._session.goal_days.came_up(self._goal)
        return came_up_sentence(came_up.days, came_up.recorded, WEEKS) if came_up else ""

    def _looks(self) -> Iterator[Spec]:
        looks = self._session.goal_days.reviews(self._goal, self._unfolded.year)
        label, gap = _("Look again"), True
        if self._goal.closed_on is None:
            answer = next((look.answer for look in looks if look.day == self._today), None)
            parts = tuple(Part(a.value, _(ANSWERS[a]), on=a is answer) for a in Answer)
            yield Spec("look", label=label, parts=parts, marked=True, gap=True)
            looks = [look for look in looks if look.day != self._today]
            gap = False
        for look in looks:
            text = look.text if look.text != self._goal.text else ""
            said = _(ANSWERS[look.answer])
            yield Spec(f"looked:{look.id}", label=self._day(look), text=said, after=text, gap=gap)
            gap = False

    def _earlier(self) -> Iterator[Spec]:
        label = _("Said before")
        for number, words in reversed(list(enumerate(self._goal.earlier))):
            first = number + 1 == len(self._goal.earlier)
            yield Spec(
                f"earlier:{number}", label=label if first else "", text=words, soft=True, gap=first
            )

    def _years(self) -> Iterator[Spec]:
        made = f"{self._goal.made_on.year:04d}"
        known = {year for year in self._session.book.years() if year >= made}
        years = tuple(sorted({*known, self._unfolded.year}, reverse=True))
        if len(years) > 1:
            yield year_choice(years, self._unfolded.year, gap=True)

    def _day(self, record: Dated, style: DayStyle = "short") -> str:
        return "" if self._session.hides(LookAway.DATES) else format_day(record.day, style)


def _levels(day: GoalDay) -> Spec:
    parts = tuple(
        Part(str(level), word, on=level == day.level) for level, word in level_choices().items()
    )
    label = _("Against what was hoped")
    return Spec("level", label=label, parts=parts, marked=True, wide=True, inset=2)
