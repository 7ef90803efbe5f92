"""The visit sheet: what to say, what not to talk about, what to ask; ticked after the talk."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.journal import Aspect, Topic
from stepup.domain.profile import LookAway
from stepup.i18n import _, format_day
from stepup.ui.screens.people.view import PeopleView, sees
from stepup.ui.screens.yearly import PER_PAGE, acts_line, turning_line, years_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Spec
from stepup.ui.widgets.row import Row
from stepup.words.people import ASPECTS, sheet_markdown, sheet_plain


class VisitSheetPage(PeopleView[Topic]):
    """Three headings with their lines, ways to take the sheet along, and what was talked about."""

    VIEW: ClassVar[str] = "visit_sheet"
    ITEMS: ClassVar[tuple[str, ...]] = ("topic", "told")
    BEGINS: ClassVar[str] = "new:say"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"new"})

    def __init__(self, session: Session, *, year: str = "", opened: str = "") -> None:
        super().__init__(session, year=year, opened=opened)
        told = [one.id for one in session.visit_sheet.told(self.year)] if opened else []
        self._shows_told = opened in told
        self.begin_at_opened(told)

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        topics = self.session.visit_sheet.open()
        lines = self.top()
        if not topics:
            text = _(
                "Lines for the next talk wait here. On a line anywhere, k brings its words to"
                " this sheet."
            )
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True, gap=True))
        for aspect in Aspect:
            lines += self._aspect(aspect, [one for one in topics if one.aspect is aspect])
        if topics:
            out = {
                "told": _("All was talked about"),
                "copy": _("Copy the sheet"),
                "file": _("Into a file, to print"),
            }
            line = acts_line("out:", out)
            lines.append(Spec(line.key, parts=line.parts, wide=True, gap=True))
        return lines + self._talked_about()

    def _aspect(self, aspect: Aspect, topics: list[Topic]) -> list[Spec]:
        lines = [
            Spec(
                f"head:{aspect}",
                text=_(ASPECTS[aspect]),
                wide=True,
                soft=True,
                still=True,
                gap=True,
            )
        ]
        for topic in topics:
            text = sees(self.session, topic.text)
            lines.append(Spec(f"topic:{topic.id}", text=text, wide=True, inset=2))
            if topic.id == self.opened:
                others = {
                    f"to_{a}": _('Under "{name}"').format(name=_(ASPECTS[a]))
                    for a in Aspect
                    if a is not aspect
                }
                words = {"told": _("Talked about"), "reword": _("Reword")}
                lines.append(
                    acts_line(f"acts:{topic.id}", {**words, **others, "away": _("Take away")})
                )
        return [*lines, Spec(f"new:{aspect}", text="_", soft=True, wide=True, inset=2)]

    def _talked_about(self) -> list[Spec]:
        """Return what was talked about in a year, once it is asked for."""
        told = self.session.visit_sheet.told(self.year)
        years = self.session.book.years()
        if not told and len(years) < 2 and not self._shows_told:
            return []
        lines = [Spec("was", text=_("Talked about before"), soft=True, wide=True, gap=True)]
        if not self._shows_told:
            return lines
        lines += years_line(years, self.year)
        if not told:
            lines.append(Spec("none", text=_("Nothing of this year."), soft=True, still=True))
        hides = self.session.hides(LookAway.DATES)
        for topic in told[self.first : self.first + PER_PAGE]:
            day = "" if hides or topic.told_on is None else format_day(topic.told_on, "short")
            text = sees(self.session, topic.text)
            lines.append(Spec(f"told:{topic.id}", label=day, text=text, soft=True))
            if topic.id == self.opened:
                words = {"back": _("Back on the sheet"), "away": _("Take away")}
                lines.append(acts_line(f"acts:{topic.id}", words))
        return lines + turning_line(self.first, len(told))

    def go_on(self, kind: str, name: str) -> None:  # noqa: ARG002 - its name tells the field
        """Go on with a new line, or with other words for one."""
        topic = self.find_item(name)
        if topic is not None:
            self._reword(topic)
        else:
            self._ask_new(Aspect(name) if name in tuple(Aspect) else Aspect.SAY)

    def copied(self) -> str:
        """Return the whole sheet."""
        return sheet_plain(self.session.visit_sheet.open())

    def words_under(self) -> str:
        """Return nothing: what stands here is on the sheet."""
        return ""

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for; Space ticks a line, or brings it back."""
        kind, _colon, name = row.key.partition(":")
        topic = self.find_item(name)
        match kind:
            case "new":
                self._ask_new(Aspect(name))
            case "out":
                self._take_along(part or "")
            case "was":
                self._shows_told = not self._shows_told
                self.refresh_rows()
            case "topic" | "told" if topic is not None and how == "space":
                self.act("told" if kind == "topic" else "back", topic)
            case _:
                super().choose(row, part, how)

    def find_item(self, name: str) -> Topic | None:
        """Return a line of the sheet, or one that was talked about in the year that is shown."""
        if not name:
            return None
        book = self.session.book
        return book.one(Topic, name) or book.one(Topic, name, self.year)

    # Verbs

    def act(self, part: str, item: Topic) -> None:
        """Do something with a line."""
        topic, sheet = item, self.session.visit_sheet
        match part:
            case "told":
                sheet.tick(topic, self.session.book.today())
                self.say_then(_("Talked about. It stands below, and Ctrl+Z brings it back."))
            case "back":
                sheet.tick(topic, None)
            case "reword":
                self._reword(topic)
            case "away":
                sheet.take_away(topic)
            case _:
                sheet.turn(topic, Aspect(part.removeprefix("to_")))

    def _take_along(self, part: str) -> None:
        match part:
            case "copy":
                self.action_copy()
            case "file":
                self._ask_file()
            case "told":
                sheet = self.session.visit_sheet
                sheet.tick_all(
                    [one for one in sheet.open() if one.aspect is not Aspect.NOT_SAY],
                    self.session.book.today(),
                )

    def _ask_new(self, aspect: Aspect) -> None:
        day = self.session.book.today()

        def keep(typed: str) -> None:
            if typed.strip():
                self.session.visit_sheet.add(day, typed, aspect)

        self.ask(f"new:{aspect}", keep, draft=f"sheet_topic:{day}:{aspect}")

    def _reword(self, topic: Topic) -> None:
        self.ask(
            f"topic:{topic.id}",
            lambda typed: self.session.visit_sheet.reword(topic, typed),
            text=topic.text,
            draft=f"sheet_topic:{topic.day}:{topic.id}",
        )

    def _ask_file(self) -> None:
        self.ask(
            "out:",
            self._write_file,
            label=_("File"),
            only_enter="writes",
            hint=_("A new file, such as ~/talk.txt; one ending in .md is Markdown"),
        )

    def _write_file(self, typed: str) -> None:
        if not typed.strip():
            return
        from stepup.notebook.keeping import named_file, write_new

        file, topics = named_file(typed), self.session.visit_sheet.open()
        text = sheet_markdown(topics) if file.suffix == ".md" else sheet_plain(topics)
        write_new(file, text.encode())
        self.tell_when_closed(
            _("Written. Whoever opens {file} can read it.").format(file=file.name)
        )
