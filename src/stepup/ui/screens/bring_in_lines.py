"""Which lines stand on the page that brings in what was written elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from stepup.domain.incoming import LEAVE_OUT, NEW_ROW, NO_MOOD, Habit, Incoming, Target
from stepup.domain.mood import SCALE
from stepup.domain.problem import Problem, ProblemCode
from stepup.domain.text import one_line
from stepup.exchange.readers.formats import NAMES
from stepup.i18n import _, ngettext
from stepup.notebook.transfer import Preview
from stepup.ui.screens.yearly import PER_PAGE, turning_line
from stepup.ui.widgets.layout import Part, Spec
from stepup.words import incoming as words
from stepup.words import problem_sentence
from stepup.words.day import ROWS

ENCODINGS: Final[dict[str, str]] = {"utf-8": "UTF-8", "utf-16": "UTF-16", "cp932": "Shift_JIS"}


@dataclass(slots=True)
class Asked:
    """What the person said so far: the file, and what is to become of it."""

    path: Path | None = None
    format: str = ""
    encoding: str = ""
    moods: dict[str, int] = field(default_factory=dict)
    rows: dict[str, Target] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Found:
    """What reading the file came to: what would come in, or why it cannot be taken."""

    format: str = ""
    incoming: Incoming = field(default_factory=Incoming)
    seen: Preview | None = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class BringInLines:
    """Makes the lines. `labels` are all moods that were asked for, answered or not."""

    asked: Asked
    found: Found | None
    labels: tuple[str, ...]
    targets: dict[str, Target]
    first: int
    brought: int
    progress: tuple[int, int] | None

    def all(self) -> list[Spec]:
        """Return the lines from top to bottom."""
        return [*self._file(), *self._after()]

    def _file(self) -> Iterator[Spec]:
        if self.asked.path is None:
            names = _(", ").join(NAMES.values())
            yield Spec("names", text=names, soft=True, wide=True, still=True)
            text = _("First it is shown what would come in. Nothing is written before you say so.")
            yield Spec("promise", text=text, soft=True, wide=True, still=True)
        name = one_line(str(self.asked.path)) if self.asked.path else "_"
        yield Spec("file", label=_("File"), text=name, soft=not self.asked.path, gap=True)
        if self.asked.path is None:
            return
        chosen = self.asked.format or (self.found.format if self.found else "")
        parts = tuple(Part(key, name, on=key == chosen) for key, name in NAMES.items())
        yield Spec("format", label=_("From"), parts=parts, marked=True)
        problem = self.found.problem if self.found else None
        asks = problem is not None and problem.code is ProblemCode.INCOMING_ENCODING
        if asks or self.asked.encoding:
            parts = tuple(
                Part(key, name, on=key == self.asked.encoding) for key, name in ENCODINGS.items()
            )
            yield Spec("encoding", label=_("Encoding"), parts=parts, marked=True)

    def _after(self) -> Iterator[Spec]:
        found = self.found
        if self.progress is not None and (found is None or found.seen is None):
            yield self._progress()
        elif found is not None and found.problem is not None:
            text = problem_sentence(found.problem)
            yield Spec("refused", text=text, wide=True, still=True, gap=True)
        elif found is not None and not found.format:
            text = _("It does not look like any of these. Choose where it is from.")
            yield Spec("unknown", text=text, wide=True, still=True, gap=True)
        elif found is not None and found.seen is not None:
            yield from self._preview(found, found.seen)

    def _progress(self) -> Spec:
        done, total = self.progress or (0, 0)
        text = _("Reading")
        if done:
            text = _("{done} of about {total} rows").format(done=done, total=total)
        return Spec("progress", text=text, soft=True, wide=True, still=True, gap=True)

    def _preview(self, found: Found, seen: Preview) -> Iterator[Spec]:
        text = words.read_words(NAMES[found.format], found.incoming.rows)
        yield Spec("read", text=text, wide=True, still=True, gap=True)
        yield from self._moods()
        yield from self._habits(found.incoming.habits)
        for index, (year, what) in enumerate(words.counts_by_year(seen.counts)):
            label = year or _("no date")
            yield Spec(f"year:{year}", label=label, text=what, still=True, gap=not index)
        there = words.there_words(seen.there)
        if there and not self.brought:
            yield Spec("there", text=there, soft=True, wide=True, still=True)
        yield from self._way_on(found.incoming, seen)
        yield from self._skipped(found.incoming)

    def _moods(self) -> Iterator[Spec]:
        if not self.labels:
            return
        text = _("Moods of your own: which level is each, from 1 (very hard) to 5 (good)?")
        yield Spec("moods", text=text, soft=True, wide=True, still=True, gap=True)
        for index, label in enumerate(self.labels):
            chosen = self.asked.moods.get(label)
            parts = [Part(str(level), str(level), on=level == chosen) for level in SCALE]
            parts.append(Part(str(NO_MOOD), _("leave out"), on=chosen == NO_MOOD))
            yield Spec(f"mood:{index}", text=label, parts=tuple(parts), marked=True, wide=True)

    def _habits(self, habits: tuple[Habit, ...]) -> Iterator[Spec]:
        if not habits:
            return
        text = _("Habits: into which row does each go?")
        yield Spec("habits", text=text, soft=True, wide=True, still=True, gap=True)
        for habit in habits:
            chosen = self.asked.rows.get(habit.key, NEW_ROW)
            parts = [
                Part("new", _("a new row"), on=chosen == NEW_ROW),
                Part("skip", _("leave out"), on=chosen == LEAVE_OUT),
                *(
                    Part(f"row:{name}", _row(name), on=chosen == target)
                    for name, target in self.targets.items()
                ),
            ]
            yield Spec(
                f"habit:{habit.key}", text=habit.name, parts=tuple(parts), marked=True, wide=True
            )

    def _way_on(self, incoming: Incoming, seen: Preview) -> Iterator[Spec]:
        if self.brought:
            text = ngettext(
                "{number} entry was brought in.", "{number} entries were brought in.", self.brought
            ).format(number=self.brought)
            # Back comes first: a second Enter takes nothing away again.
            acts = {"back": _("Back"), "undo": _("Undo")}
            parts = tuple(Part(act, word, on=True) for act, word in acts.items())
            yield Spec("brought", text=text, parts=parts, wide=True, gap=True)
        elif self.progress is not None:
            yield self._progress()
        elif incoming.moods:
            text = _("Choose a level for each mood, then it can come in.")
            yield Spec("choose", text=text, wide=True, still=True, gap=True)
        elif seen.new:
            after = ngettext("{number} entry", "{number} entries", seen.new)
            yield Spec(
                "bring", text=_("Bring this in"), after=after.format(number=seen.new),
                wide=True, gap=True,
            )  # fmt: skip
        else:
            text = _("There is nothing new in it.")
            yield Spec("nothing", text=text, wide=True, still=True, gap=True)

    def _skipped(self, incoming: Incoming) -> Iterator[Spec]:
        skipped = incoming.skipped
        if not skipped:
            return
        text = words.passed_words(len(skipped))
        yield Spec("passed", text=text, soft=True, wide=True, still=True, gap=True)
        for index in range(self.first, min(self.first + PER_PAGE, len(skipped))):
            text = words.skipped_words(skipped[index])
            yield Spec(f"skipped:{index}", text=text, wide=True, inset=2)
        yield from turning_line(self.first, len(skipped))


def _row(name: str) -> str:
    return _(ROWS[name]) if name in ROWS else name
