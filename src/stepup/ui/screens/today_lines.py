"""Which lines stand on the page of a day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from stepup.domain.goal import GoalDay, Outcome
from stepup.domain.journal import Win
from stepup.domain.profile import LookAway
from stepup.domain.record import year_shard
from stepup.domain.rhythm import BUILT_IN, SLEEP_ROW, Contact, Measure, Sleep, Tracker
from stepup.i18n import _, format_day, format_minutes, format_time
from stepup.notebook.days import DayView
from stepup.notebook.drafting import Draft, leads_back
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.strips import mood_strip, sleep_strip
from stepup.words import energy, mood, problem_sentence
from stepup.words.day import CONTACTS, ROWS, TOPICS, marks_text, sleep_times

SHOWN = 6_000
"""Characters of one journal entry that the day shows; the field and the journal show all."""


class DayLines:
    """Makes the lines of one day."""

    def __init__(
        self, session: Session, view: DayView, *, asking_contact: bool, asking_sleep: bool
    ) -> None:
        self._session = session
        self._view = view
        self._asking_contact = asking_contact
        self._asking_sleep = asking_sleep
        self._preferences = session.book.preferences
        self._is_today = view.day == session.book.today()

    def all(self, waiting: Sequence[Draft]) -> list[Spec]:
        """Return the lines from top to bottom."""
        resting = self._session.profile.resting(self._view.day) is not None
        return [
            *self._notices(waiting, resting=resting),
            *self._feeling(),
            *self._rows(),
            *self._small_lines(),
            *([] if resting else self._goals()),
            *([] if resting else self._promises()),
            *self._journal(),
            *self._fortnight(),
        ]

    def _notices(self, waiting: Sequence[Draft], *, resting: bool) -> Iterator[Spec]:
        read_only = self._session.book.read_only
        if read_only is not None:
            yield Spec("read-only", text=problem_sentence(read_only), wide=True, still=True)
        if self._is_today and self._long_away():
            welcome = _("Welcome back. This is today's page; earlier ones open as before.")
            yield Spec("welcome-back", text=welcome, soft=True, wide=True, still=True)
        if resting:
            text = _("A time of rest. Nothing is laid out.")
            yield Spec("resting", text=text, soft=True, wide=True, still=True)
        for index, draft in enumerate(waiting):
            yield Spec(
                f"waiting:{index}",
                text=_("Being written: {words}").format(words=_words_of(draft)),
                parts=_ways_with(draft),
                wide=True,
            )

        if self._is_today and self._preferences.check_in_due(self._view.day):
            yield Spec(
                "check_in",
                text=_("A look at how things are, if you like."),
                parts=(Part("look", _("Have a look"), on=True), Part("not_now", _("Not now"))),
                wide=True,
                soft=True,
            )

        if self._preferences.appointments_on_today:
            yield from self._appointments()

    def _appointments(self) -> Iterator[Spec]:
        """Yield the appointments of the day, a quiet line each."""
        if not self._session.book.holds("appointment", year_shard(self._view.day)):
            return
        from stepup.words.people import (
            appointment_title,
            appointment_when,
            name_of,
            neutral_title,
        )

        names = self._session.supporters.names()
        for one in self._session.visits.on(self._view.day):
            who = "" if self._session.masked else name_of(one.supporter, names)
            title = neutral_title() if self._session.masked else appointment_title(one)
            words = (appointment_when(one, dates=False), title, who)
            text = "  ".join(word for word in words if word)
            yield Spec(f"appointment:{one.id}", text=text, wide=True, soft=True, still=True)

    def _long_away(self) -> bool:
        if self._view.recorded:
            return False
        recent = self._session.days.recent(self._view.day, 1)
        return bool(recent) and (self._view.day - recent[-1].day).days >= 40

    def _feeling(self) -> Iterator[Spec]:
        view = self._view
        yield _scale("mood", _("Mood"), view.mood, mood(view.mood) + self._earlier())
        if view.mood or view.energy:
            yield _scale("energy", _("Energy"), view.energy, energy(view.energy))

    def _earlier(self) -> str:
        """Return the moods of earlier in the day, with their times."""
        moods = [c for c in sorted(self._view.check_ins, key=lambda c: c.at) if c.mood][:-1]
        said = [f"{format_time(c.at.time())} {mood(c.mood)}" for c in moods[-2:]]
        return f"   ({_(', ').join(said)})" if said else ""

    # Sleep, daily life, own rows

    def _rows(self) -> Iterator[Spec]:
        rows = self._preferences.rows
        first = True
        if SLEEP_ROW in rows or self._view.sleeps:
            yield from self._sleeps()
            first = False
        cells = [key for key in BUILT_IN if key in rows or self._view.marks_of(key)]
        if cells:
            yield Spec(
                "life",
                label=_("Daily life"),
                parts=tuple(self._cell(key) for key in cells),
                gap=first,
            )
            first = False
        if self._asking_contact:
            ways = tuple(Part(way.value, _(CONTACTS[way]), on=True) for way in Contact)
            yield Spec("contact", label=_("How"), parts=ways)
        for tracker in self._session.profile.trackers():
            yield self._own(tracker, gap=first)
            first = False

    def _sleeps(self) -> Iterator[Spec]:
        label = _("Sleep")
        sleeps = self._view.sleeps
        for index, sleep in enumerate(sleeps):
            yield Spec(
                f"sleep:{sleep.id}",
                label=label if index == 0 else "",
                text=self._sleep_text(sleep),
                gap=index == 0,
            )
        if not sleeps or self._asking_sleep:
            label = "" if sleeps else label
            yield Spec("sleep:", label=label, text="･", soft=True, gap=not sleeps)

    def _sleep_text(self, sleep: Sleep) -> str:
        text = sleep_times(sleep)
        if sleep.minutes is not None and not self._session.hides(LookAway.ELAPSED):
            text += f"   {format_minutes(sleep.minutes)}"
        return text

    def _cell(self, key: str) -> Part:
        measure = BUILT_IN[key]
        marks = self._view.marks_of(key)
        name = _(ROWS[key])
        if not marks:
            return Part(key, name)
        said = marks_text(measure, marks)
        if measure is Measure.CONTACT:
            return Part(key, _("{row}: {said}").format(row=name, said=said), on=True)
        hidden = self._session.hides(LookAway.TOTALS) and measure is Measure.COUNT
        plain = measure is Measure.YES_NO or hidden or said == _("yes")
        return Part(key, f"{name} +" if plain else f"{name} {said}", on=True)

    def _own(self, tracker: Tracker, *, gap: bool) -> Spec:
        marks = self._view.marks_of(tracker.id)
        key = f"own:{tracker.id}"
        if tracker.measure is Measure.SCALE:
            level = marks[-1].value if marks else None
            return _scale(key, tracker.name, level, gap=gap)
        text = marks_text(tracker.measure, marks) or "･"
        return Spec(key, label=tracker.name, text=text, soft=not marks, gap=gap)

    # Lines, goals, journal

    def _small_lines(self) -> Iterator[Spec]:
        """Return wins and things to talk about; a label stands once for the lines it is of."""
        lines = [(f"win:{win.id}", _win_label(win), win.text) for win in self._view.wins]
        lines += [(f"topic:{t.id}", _(TOPICS[t.aspect]), t.text) for t in self._view.topics]
        shown = ""
        for key, label, text in lines:
            yield Spec(key, label="" if label == shown else label, text=text, gap=not shown)
            shown = label
        label = "" if lines else _("One line")
        yield Spec("newline", label=label, text="_", soft=True, gap=not lines)

    def _goals(self) -> Iterator[Spec]:
        goals = self._view.goals
        if not goals and not self._session.goals.open():
            return
        yield Spec("goals-head", text=_("Small goals"), wide=True, soft=True, still=True, gap=True)
        for goal in goals:
            yield self._goal(goal)
        yield Spec("newgoal", text="_", soft=True, wide=True, inset=2)

    def _goal(self, goal: GoalDay) -> Spec:
        done = goal.outcome is Outcome.DONE
        parts = [
            Part("done", _("Done"), on=done),
            Part("half", _("Half"), on=goal.outcome is Outcome.HALF),
        ]
        if not done:
            parts.append(Part("smaller", _("A little smaller")))
        return Spec(
            f"goal:{goal.id}", text=goal.text, parts=tuple(parts), marked=True, wide=True, inset=2
        )

    def _promises(self) -> Iterator[Spec]:
        """Yield one quiet line for the nearest promise, where that is wanted and there is one."""
        wanted = self._is_today and self._preferences.promises_on_today
        if not wanted or not self._session.book.holds("promise"):
            return  # nothing is loaded for what there is not
        from stepup.words.promises import due_words

        promises = self._session.promises.open()
        if promises:
            nearest, hides = promises[0], self._session.hides(LookAway.DATES)
            due = None if hides else nearest.due
            after = due_words(due, self._view.day) if due else ""
            label = _("Promises")
            yield Spec("promises", label=label, text=nearest.text, after=after, cut=True, gap=True)

    def _journal(self) -> Iterator[Spec]:
        label = _("Journal")
        first = True
        for entry in self._view.entries:
            if entry.closed:
                text, soft = _("(put away)"), True
            else:
                text, soft = entry.text, False
                if len(text) > SHOWN:
                    text = text[:SHOWN] + " …"
            yield Spec(
                f"journal:{entry.id}", label=label if first else "", text=text, soft=soft, gap=True
            )
            first = False
        yield Spec("newjournal", label=label if first else "", text="_", soft=True, gap=first)

    # The strip

    def _fortnight(self) -> Iterator[Spec]:
        if self._session.hides(LookAway.TRENDS):
            return
        days = [d for d in self._session.days.recent(self._view.day) if d.mood or d.sleep_minutes]
        if len(days) < 2:
            return
        ascii_only = self._session.settings.ascii_charts
        text = _("Last {number} recorded days").format(number=len(days))
        moods = mood_strip([day.mood for day in days], ascii_only=ascii_only)
        sleeps = sleep_strip([day.sleep_minutes for day in days], ascii_only=ascii_only)
        pieces = [text]
        if moods.strip():
            pieces.append(_("Mood {strip}").format(strip=moods))
        if sleeps.strip():
            pieces.append(_("Sleep {strip}").format(strip=sleeps))
        yield Spec("strip", text="   ".join(pieces), wide=True, soft=True, still=True, gap=True)


def _win_label(win: Win) -> str:
    return _("For someone") if win.for_someone else _("Small wins")


def _scale(key: str, label: str, level: int | None, word: str = "", *, gap: bool = False) -> Spec:
    parts = tuple(Part(str(n), str(n), on=n == level) for n in range(1, 6))
    after = f"  {word}" if word else ""
    return Spec(key, label=label, parts=parts, after=after, marked=True, gap=gap)


def day_heading(day: date, today: date) -> str:
    """Return a day in words, with its year when it is another."""
    return format_day(day, "day" if day.year == today.year else "day_year")


def _words_of(draft: Draft) -> str:
    """Return the first words of a draft, and where it stood if its words alone do not tell."""
    first = draft.text.strip().split("\n", 1)[0][:24]
    kind, label = draft.field.partition(":")[0], draft.field.partition("\n")[2].split("\n")[0]
    if kind in ("later", "money_worry"):  # not to be read in passing
        return _("something to open later")
    if kind == "income":  # a line for each field, after its inner name
        return first.partition(": ")[2]
    return _("{row}: {said}").format(row=label, said=first) if label else first


def _ways_with(draft: Draft) -> tuple[Part, ...]:
    """Return what can be done with a draft; whose field cannot be found again is shown until it is let go."""
    way_on = (Part("go_on", _("Go on"), on=True),) if leads_back(draft.field) else ()
    return (*way_on, Part("drop", _("Let it go")))
