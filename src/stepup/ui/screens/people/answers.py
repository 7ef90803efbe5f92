"""Own words kept ready: answers for when one is asked, and a first message to a service."""

from __future__ import annotations

from typing import ClassVar

from stepup.domain.answer import BLANKS, Asker, OwnAnswer
from stepup.i18n import LANGUAGES, Language, _, language
from stepup.ui.screens.people.view import PeopleView, sees
from stepup.ui.screens.yearly import acts_line
from stepup.ui.session import Session
from stepup.ui.widgets.layout import Part, Spec
from stepup.ui.widgets.row import Row
from stepup.words.first_message import BLANK_NAMES, FORM_NAMES, Form, first_message_text
from stepup.words.people import ASKERS, question_of

_LANGUAGES = {"ja": "日本語", "en": "English"}


class AnswersPage(PeopleView[OwnAnswer]):
    """The answers, and the three blanks with the text they make."""

    VIEW: ClassVar[str] = "answers"
    ITEMS: ClassVar[tuple[str, ...]] = ("answer",)
    BEGINS: ClassVar[str] = "new"
    TEXT_LINES: ClassVar[frozenset[str]] = frozenset({"new", "blank"})

    def __init__(self, session: Session, *, opened: str = "") -> None:
        super().__init__(session, opened=opened)
        self._form = Form.MAIL
        self._language: Language = language()

    def specs(self) -> list[Spec]:
        """Return the lines of the page."""
        return [*self.top(), *self._answers(), *self._message()]

    def _answers(self) -> list[Spec]:
        answers = self.session.answers.all()
        lines = [_head("answers", _("For when one is asked"))]
        if not answers:
            text = _('A short answer of one\'s own to "What are you doing these days?"')
            lines.append(Spec("empty", text=text, soft=True, wide=True, still=True))
        for answer in answers:
            text = sees(self.session, answer.text)
            lines.append(Spec(f"answer:{answer.id}", label=_(ASKERS[answer.asker]), text=text))
            if answer.id == self.opened:
                lines += self._opened_answer(answer)
        lines.append(Spec("new", label=_("An answer"), text="_", soft=True))
        if answers:
            lines.append(acts_line("rehearse:", {"rehearse": _("Rehearse, one at a time")}))
        return lines

    def _opened_answer(self, answer: OwnAnswer) -> list[Spec]:
        key = answer.id
        parts = tuple(Part(a.value, _(w), on=a is answer.asker) for a, w in ASKERS.items())
        words = {"reword": _("Reword"), "copy": _("Copy"), "away": _("Take away")}
        return [
            Spec(f"asker:{key}", label=_("Who asks"), parts=parts, marked=True),
            Spec(f"asked:{key}", label=_("They ask"), text=question_of(answer), soft=True),
            acts_line(f"acts:{key}", words),
        ]

    def _message(self) -> list[Spec]:
        message = self.session.answers.first_message
        lines = [_head("message", _("A first message, made from three blanks; nothing is sent"))]
        for blank in BLANKS:
            text = sees(self.session, getattr(message, blank))
            label = _(BLANK_NAMES[blank][0])
            lines.append(Spec(f"blank:{blank}", label=label, text=text or "_", soft=not text))
        if not any(getattr(message, blank) for blank in BLANKS):
            return lines
        forms = tuple(Part(f.value, _(w), on=f is self._form) for f, w in FORM_NAMES.items())
        tongues = tuple(Part(n, _LANGUAGES[n], on=n == self._language) for n in LANGUAGES)
        text = sees(self.session, self._text())
        return [
            *lines,
            Spec("form", label=_("As"), parts=forms, marked=True, gap=True),
            Spec("tongue", label=_("In"), parts=tongues, marked=True),
            Spec("text", text=text, wide=True, inset=2, gap=True),
            acts_line("textacts:", {"copy": _("Copy")})._replace(gap=True),
        ]

    def _text(self) -> str:
        return first_message_text(self.session.answers.first_message, self._form, self._language)

    def go_on(self, kind: str, name: str) -> None:
        """Go on with an answer, or with a blank of the first message."""
        answer = self.find_item(name)
        if kind == "first_message" and name in BLANKS:
            self._ask_blank(name)
        elif answer is not None:
            self._reword(answer)
        else:
            self._ask_new()

    def copied(self) -> str:
        """Return the answer under the cursor, else the first message as it is shown."""
        answer = self.find_item(self.under("answer", "asker", "asked", "acts"))
        if answer is not None:
            return answer.text
        return self._text() if self.rows.row("text") is not None else ""

    def words_under(self) -> str:
        """Return the words of a blank."""
        blank = self.under("blank")
        return getattr(self.session.answers.first_message, blank) if blank else ""

    # Lines

    def choose(self, row: Row, part: str | None, how: str) -> None:
        """Do what a line is for."""
        kind, _colon, name = row.key.partition(":")
        answer = self.find_item(name)
        match kind:
            case "new":
                self._ask_new()
            case "rehearse":
                self._rehearse()
            case "blank":
                self._ask_blank(name)
            case "form" | "tongue":
                self._say_as(kind, part or "")
            case "text" | "textacts":
                self.action_copy()
            case "asker" if answer is not None:
                self.session.answers.change(answer, asker=Asker(part or ""))
            case "asked" if answer is not None:
                self._ask_question(answer)
            case _:
                super().choose(row, part, how)

    def _say_as(self, kind: str, part: str) -> None:
        """Make the first message into another form, or say it in the other language."""
        if kind == "form":
            self._form = Form(part)
        else:
            self._language = "ja" if part == "ja" else "en"
        self.refresh_rows()

    def find_item(self, name: str) -> OwnAnswer | None:
        """Return an answer."""
        return self.session.book.one(OwnAnswer, name) if name else None

    # Verbs

    def act(self, part: str, item: OwnAnswer) -> None:
        """Reword an answer, copy it, or take it away."""
        match part:
            case "reword":
                self._reword(item)
            case "copy":
                self.action_copy()
            case "away":
                self.session.answers.take_away(item)

    def _ask_new(self) -> None:
        def keep(typed: str) -> None:
            if typed.strip():
                self.opened = self.session.answers.add(typed, Asker.SOMEONE).id

        self.ask(
            "new",
            keep,
            hint=_("Such as: I am at home and taking my time."),
            draft="answer::new",
        )

    def _reword(self, answer: OwnAnswer) -> None:
        self.ask(
            f"answer:{answer.id}",
            lambda typed: self.session.answers.reword(answer, typed),
            text=answer.text,
            draft=f"answer::{answer.id}",
        )

    def _ask_question(self, answer: OwnAnswer) -> None:
        self.ask(
            f"asked:{answer.id}",
            lambda typed: self.session.answers.change(answer, asked=typed),
            text=answer.asked,
            hint=_("What they say, when it is something else"),
        )

    def _ask_blank(self, blank: str) -> None:
        name, hint = BLANK_NAMES[blank]
        self.ask(
            f"blank:{blank}",
            lambda typed: self.session.answers.fill(blank, typed),
            text=getattr(self.session.answers.first_message, blank),
            single=blank != "about",
            label=_(name),
            hint=_(hint),
            draft=f"first_message::{blank}",
        )

    def _rehearse(self) -> None:
        from stepup.ui.screens.people.rehearse import RehearsePage

        self.stepup.lay_over(RehearsePage(self.session))


def _head(key: str, text: str) -> Spec:
    return Spec(f"head:{key}", text=text, soft=True, wide=True, still=True, gap=True)
