"""Which lines stand in the view of talks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from stepup.domain.goal import GoalState
from stepup.domain.profile import LookAway
from stepup.domain.talk import Talk
from stepup.i18n import _, format_day
from stepup.ui.screens.people.view import sees, with_whom
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.words import mood
from stepup.words.people import CHANNELS, name_of

FOLDED: Final = 3
"""Lines of a talk that its place in the list shows."""
_CELLS: Final = 60
"""Characters of each of them."""
_LOOKED_AT: Final = 2_000
"""Characters from which these lines are taken."""


class TalkLines:
    """Makes the lines of the talks of a year."""

    def __init__(self, session: Session, opened: str, year: str, first: int, choosing: str) -> None:
        self._session = session
        self._opened = opened
        self._year = year
        self._first = first
        self._choosing = choosing
        self._names = {} if session.masked else session.supporters.names()
        self._hides = session.hides(LookAway.DATES)

    def all(self, whole: Callable[[str], tuple[str, bool]]) -> list[Spec]:
        """Return the lines from top to bottom; `whole` says how much of an opened text is shown."""
        talks = self._session.talks.of_year(self._year)
        lines = [Spec("new", label=_("To write"), text="_", soft=True, gap=True)]
        if not talks:
            text = _("What was said can be kept here: one line, or a whole chat pasted as it is.")
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        lines += years_line(self._session.book.years(), self._year)
        for talk in talks[self._first : self._first + PER_PAGE]:
            lines += self._opened_talk(talk, whole) if talk.id == self._opened else self._talk(talk)
        return lines + turning_line(self._first, len(talks))

    def _day(self, talk: Talk) -> str:
        return "" if self._hides else format_day(talk.day, "short")

    def _remark(self, talk: Talk) -> str:
        channel = _(CHANNELS[talk.channel]) if talk.channel else ""
        parts = (channel, name_of(talk.supporter, self._names))
        return _(", ").join(part for part in parts if part)

    def _talk(self, talk: Talk) -> Iterator[Spec]:
        text = sees(self._session, folded(talk.text))
        yield Spec(
            f"talk:{talk.id}",
            label=self._day(talk),
            text=text or _("(no words)"),
            soft=not text,
            after=self._remark(talk),
            gap=True,
        )

    def _opened_talk(self, talk: Talk, whole: Callable[[str], tuple[str, bool]]) -> Iterator[Spec]:
        text, is_long = whole(talk.text)
        text = sees(self._session, text)
        yield Spec(
            f"talk:{talk.id}",
            label=self._day(talk),
            text=text or _("(no words)"),
            soft=not text,
            gap=True,
        )
        key = f"with:{talk.id}"
        chooser = with_whom(
            self._session,
            key,
            talk.supporter,
            _("With"),
            choosing=key == self._choosing,
            takes_new=True,
        )
        if chooser is not None:
            yield chooser
        channels = tuple(Part(c.value, _(w), on=c is talk.channel) for c, w in CHANNELS.items())
        yield Spec(f"channel:{talk.id}", label=_("How"), parts=channels, marked=True)
        yield _scale(f"before:{talk.id}", _("Felt before"), talk.before)
        yield _scale(f"after:{talk.id}", _("Felt after"), talk.after)
        comes = sees(self._session, talk.next)
        yield Spec(f"next:{talk.id}", label=_("What is next"), text=comes or "_", soft=not comes)
        yield from self._goals(talk)
        acts = {
            "unfold": _("Show all of it") if is_long else "",
            "write": _("Write it again"),
            "goal": _("A goal from this"),
            "away": _("Take away"),
        }
        yield acts_line(f"acts:{talk.id}", {act: word for act, word in acts.items() if word})

    def _goals(self, talk: Talk) -> Iterator[Spec]:
        """Yield the goals made from a talk; those that are gone are left out."""
        for goal_id in talk.goals:
            goal = self._session.goals.find(goal_id, self._year)
            if goal is not None:
                done = goal.state is GoalState.DONE
                yield Spec(
                    f"goal:{talk.id}:{goal_id}",
                    label=_("Goal"),
                    text=goal.text,
                    after=_("Done") if done else "",
                )


def folded(text: str) -> str:
    """Return the first lines of a text that say anything, each cut where it is long."""
    lines = [line.strip() for line in text[:_LOOKED_AT].split("\n") if line.strip()]
    shown = [line if len(line) <= _CELLS else line[:_CELLS] + " …" for line in lines[:FOLDED]]
    if (len(lines) > FOLDED or len(text) > _LOOKED_AT) and shown and not shown[-1].endswith("…"):
        shown[-1] += " …"
    return "\n".join(shown)


def _scale(key: str, label: str, level: int | None) -> Spec:
    parts = tuple(Part(str(n), str(n), on=n == level) for n in range(1, 6))
    after = f"  {mood(level)}" if level else ""
    return Spec(key, label=label, parts=parts, after=after, marked=True)
