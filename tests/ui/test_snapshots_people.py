"""How People looks, in both languages, cell by cell."""

from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare, grid
from tests.ui.support import TODAY, USUAL, WIDE, begun, opened, written
from tests.ui.test_snapshots import LANGUAGES, THEME, live

from stepup.domain.answer import Asker
from stepup.domain.journal import Aspect
from stepup.domain.need import NeedKind
from stepup.domain.supporter import Suits, SupporterKind, VisitHow
from stepup.domain.talk import Channel
from stepup.i18n import Language, set_language
from stepup.notebook.answers import Answers
from stepup.notebook.needs import Needs
from stepup.notebook.supporters import Supporters
from stepup.notebook.talks import Talks
from stepup.notebook.visit_sheet import VisitSheet
from stepup.notebook.visits import Visits
from stepup.settings import Settings

SIZES = {"80x24": USUAL, "120x36": WIDE}
TEXTS = {
    "ja": {
        "room": "図書館の二階", "day_room": "川沿いの部屋", "cat": "となりの猫", "noise": "静か。コピー機の音だけ",
        "out": "いつでも、奥の階段から",
        "chat": "林：こんにちは。\n私：まあまあです\n林：来てくれてありがとうございます。\n私：はい",
        "next": "書類の写真を送る", "say": "眠る時刻のこと", "not": "学校のあとのこと", "ask": "費用のこと",
        "need": "急な電話", "please": "ノックしてほしい", "answer": "ゆっくりやっています", "title": "歯医者",
        "reply": "電話が苦手なので、メールでお返事いただけると助かります。", "note": "窓ぎわに座った",
    },
    "en": {
        "room": "Second floor of the library", "day_room": "The room by the river", "cat": "The cat next door",
        "noise": "quiet; the copier hums", "out": "at any time, by the back stairs",
        "chat": "Hayashi: Good afternoon.\nme: so-so\nHayashi: Thank you for coming.\nme: yes",
        "next": "send the photo of the form", "say": "That my sleep keeps moving", "not": "the years after school",
        "ask": "the fee", "need": "calls out of nowhere", "please": "knock first", "answer": "I take my time.",
        "title": "dentist", "reply": "I find phones hard, so an answer by mail would help.",
        "note": "sat by the window",
    },
}  # fmt: skip

SCREENS: dict[str, tuple[str, ...]] = {
    "people": ("p",),
    "people-opened": ("p", "down", "enter"),
    "people-beside": ("p", "down", "enter", *["down"] * 12, "right", "right", "enter"),
    "talks": ("do:anywhere.talks", "down", "down", "enter"),
    "visit-sheet": ("do:anywhere.visit_sheet", "up", "enter"),
    "needs": ("do:anywhere.needs",),
    "appointments": ("do:anywhere.appointments", "down", "down", "enter"),
    "answers": ("do:anywhere.answers",),
    "rehearse": ("do:anywhere.answers", "down", "enter", "enter"),
}
EMPTY: dict[str, tuple[str, ...]] = {
    "first-people": ("p",),
    "first-talks": ("do:anywhere.talks",),
    "first-visit-sheet": ("do:anywhere.visit_sheet",),
    "first-needs": ("do:anywhere.needs",),
    "first-appointments": ("do:anywhere.appointments",),
    "first-answers": ("do:anywhere.answers",),
    "public-services": ("p", "end", "enter"),
}


async def met(folder: Path, language: Language) -> None:
    """Put something into every view of a notebook that is lived in."""
    await live(folder, language)
    words = TEXTS[language]
    async with written(folder, settle=60) as book:
        supporters, visits, talks = Supporters(book), Visits(book), Talks(book)
        room = supporters.add(words["room"], SupporterKind.PLACE)
        supporters.change(
            room, suits=Suits.FITS, noise=words["noise"], slip_out=words["out"], bookmarked=True
        )
        supporters.add(words["day_room"], SupporterKind.PLACE, some_day=True)
        supporters.add(words["cat"], SupporterKind.ANIMAL)
        talk = talks.write(TODAY - timedelta(days=2), words["chat"], None, room.id)
        assert talk is not None
        talks.change(talk, channel=Channel.CHAT, before=2, after=3, next=words["next"])
        visit = visits.note(TODAY - timedelta(days=9), VisitHow.LEFT_EARLY, room.id)
        visits.note_words(visit, words["note"])
        visits.make(f"2026-12-01 14:00 {words['title']}")
        sheet = VisitSheet(book)
        for aspect, key in ((Aspect.SAY, "say"), (Aspect.NOT_SAY, "not"), (Aspect.ASK, "ask")):
            sheet.add(TODAY, words[key], aspect)
        Needs(book).add(words["need"], NeedKind.DIFFICULTY)
        Needs(book).add(words["please"], NeedKind.PLEASE)
        Answers(book).add(words["answer"], Asker.PARENTS)
        Answers(book).fill("reply", words["reply"])


async def shown(folder: Path, size: tuple[int, int], keys: tuple[str, ...]) -> str:
    async with opened(folder, size=size, settings=Settings(theme=THEME)) as window:
        for key in keys:
            if key.startswith("do:"):
                window.app.do(key[3:])
                await window.settle()
            else:
                await window.press(key)
        await window.saved()
        return grid(window.app.screen, THEME)


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("screen", [*SCREENS, *EMPTY])
async def test_people_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if screen in EMPTY:
            await begun(folder)
        else:
            await met(folder, language)
        # What is empty looks alike in every size.
        for name, size in list(SIZES.items())[: 1 if screen in EMPTY else None]:
            sections[f"{language} {name}"] = await shown(folder, size, {**SCREENS, **EMPTY}[screen])
    compare(screen, sections)
