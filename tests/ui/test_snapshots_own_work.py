"""How promises, pieces, strengths and cards look, in three sizes and both languages, cell by cell."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ui.grids import compare
from tests.ui.support import TODAY, written
from tests.ui.test_snapshots import LANGUAGES, SIZES, live
from tests.ui.test_snapshots_corners import begin, shown

from stepup.domain.card import Occasion
from stepup.domain.promise import PromiseState
from stepup.domain.strength import Side
from stepup.i18n import Language, set_language
from stepup.notebook.cards import Cards
from stepup.notebook.pieces import Pieces
from stepup.notebook.promises import Promises
from stepup.notebook.strengths import Strengths

TEXTS = {
    "ja": {
        "promises": ("説明文を十件", "住所録の入力", "見本の絵を三枚", "会報の校正"),
        "agreed": ("十件とも一つのファイルに", "メールで送る"), "client": "生花みどり",
        "pieces": ("角の古い家、鉛筆で", "パンがふくらむわけのページ"), "part": "線と色", "about": "三晩かかった。",
        "good": ("入力と、ずれに気づくこと", "同じものを落ち着いて見直すこと"), "like": "古い家を描くこと",
        "not": "いつ鳴るかわからない電話", "practice": "手の絵 20分", "learning": "簿記をはじめから",
        "who": "図書館の講座",
        "question": "どちら様でしょうか。", "words": "羽山と申します。\n今、よろしいでしょうか。",
        "paper": "自己紹介", "text": "静かな作業が好きです。\n小さな手帳をつけています。",
    },
    "en": {
        "promises": ("Ten captions", "The address list", "Three sample drawings", "Proofs"),
        "agreed": ("All ten in one file", "Sent by mail"), "client": "Midori Florist",
        "pieces": ("The old house at the corner", "A page about how bread rises"),
        "part": "lines and colour", "about": "It took three evenings.",
        "good": ("Typing, and finding what is off", "Going through it again calmly"),
        "like": "Drawing old houses", "not": "A phone that may ring at any time",
        "practice": "Drawing hands 20 min", "learning": "Bookkeeping", "who": "a library course",
        "question": "Who is calling, please?", "words": "My name is Hayama.\nIs now all right?",
        "paper": "About me", "text": "I like quiet work.\nI keep a small notebook.",
    },
}  # fmt: skip

SCREENS: dict[str, tuple[str, ...]] = {
    "promises": ("do:anywhere.promises",),
    "promise": ("do:anywhere.promises", "down", "down", "enter", *["down"] * 10),
    "pieces": ("do:anywhere.pieces", "down", "down", "down", "enter"),
    "strengths": ("do:anywhere.strengths",),
    "cards": ("do:anywhere.cards", "down", "down", "enter"),
    "rehearsal": ("do:anywhere.cards", "down", "down", "down", "down", "enter", "enter"),
}
EMPTY: dict[str, tuple[str, ...]] = {
    f"first-{name}": (f"do:anywhere.{name}",)
    for name in ("promises", "pieces", "strengths", "cards")
}


async def worked(folder: Path, language: Language) -> None:
    """Promise, make, practise and rehearse a little in a notebook that is lived in."""
    await live(folder, language)
    words = TEXTS[language]
    async with written(folder, settle=60) as book:
        promises, pieces = Promises(book), Pieces(book)
        for number, text in enumerate(words["promises"]):
            promise = promises.add(text)
            assert promise is not None
            due = TODAY + timedelta(days=3 + 9 * number)
            promise = promises.set_spare(promises.set_due(promise, due.isoformat()), "4")
            if number == 0:
                for line in words["agreed"]:
                    promise = promises.add_agreed(promise, line)
                promises.name_client(promises.tick(promise, 0), str(words["client"]))
            elif number == 3:
                promises.set_state(promise, PromiseState.KEPT)
        for title, day in zip(words["pieces"], ("2026-05-01", ""), strict=True):
            piece = pieces.add(title)
            assert piece is not None
            piece = pieces.say(piece, "part", str(words["part"]))
            piece = pieces.say(piece, "about", str(words["about"]))
            pieces.set_made_on(pieces.say(piece, "link", "https://example.com/house"), day)
        _say_of_oneself(Strengths(book), words)
        cards = Cards(book)
        card = cards.add(Occasion.PHONE, str(words["question"]))
        assert card is not None
        cards.answer(card, str(words["words"]))
        paper = cards.begin(str(words["paper"]))
        assert paper is not None
        cards.write(paper, str(words["text"]))


def _say_of_oneself(strengths: Strengths, words: Mapping[str, Sequence[str]]) -> None:
    for line in words["good"]:
        strengths.add(Side.GOOD_AT, line)
    strengths.add(Side.LIKE, str(words["like"]))
    strengths.add(Side.DOES_NOT_SUIT, str(words["not"]))
    for back in range(4):
        strengths.practise(TODAY - timedelta(days=back), str(words["practice"]))
    learning = strengths.learn(str(words["learning"]))
    assert learning is not None
    strengths.say(learning, "with_whom", str(words["who"]))


@pytest.fixture(autouse=True)
def _in_a_folder_of_ones_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("screen", [*SCREENS, *EMPTY])
async def test_the_view_looks_as_it_was_taken_over(screen: str) -> None:
    sections = {}
    for language in LANGUAGES:
        set_language(language)
        folder = Path(f"vault-{language}")
        if screen in EMPTY:
            await begin(folder)
        else:
            await worked(folder, language)
        for name, size in SIZES.items():
            sections[f"{language} {name}"] = await shown(folder, size, {**SCREENS, **EMPTY}[screen])
    compare(screen, sections)
