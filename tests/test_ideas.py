"""The starting library of small goals, and the questions of the journal."""

from __future__ import annotations

import pytest

from stepup import i18n
from stepup.domain.stage import StageKey
from stepup.domain.text import one_line
from stepup.words.ideas import ideas
from stepup.words.prompts import prompts


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("stage", StageKey)
def test_every_stage_has_a_dozen_ideas_each_once(stage: StageKey, language: i18n.Language) -> None:
    i18n.set_language(language)

    assert len(set(ideas(stage))) == len(ideas(stage)) >= 12
    assert [idea for idea in ideas(stage) if not idea or one_line(idea) != idea] == []


@pytest.mark.parametrize(
    ("stage", "english", "japanese"),
    [
        (StageKey.BREATHE, "Open the curtain one finger wide", "カーテンを指一本ぶん開ける"),
        (StageKey.RHYTHM, "Note only when I got up", "起きた時刻だけ記録する"),
        (StageKey.STEP_OUT, "Open and close the front door", "玄関のドアを開けて閉める"),
        (StageKey.CONNECT, "Say one word to someone at home", "家の人に一言あいさつする"),
        (StageKey.TRY, "Write one thing I may be good at", "得意かもしれないことを一つ書く"),
        (StageKey.EARN, "Just look at a list of jobs", "仕事の一覧を眺めるだけ"),
        (StageKey.KEEP, "Put rest in first", "休みを先に予定に入れる"),
    ],
)
def test_the_first_idea_of_a_stage_is_the_smallest(
    stage: StageKey, english: str, japanese: str
) -> None:
    assert ideas(stage)[0] == english
    i18n.set_language("ja")
    assert ideas(stage)[0] == japanese


def test_an_idea_is_short_enough_for_one_row() -> None:
    for stage in StageKey:
        assert [idea for idea in ideas(stage) if len(idea) > 60] == []


def test_no_idea_stands_in_two_stages() -> None:
    found = [idea for stage in StageKey for idea in ideas(stage)]

    assert len(set(found)) == len(found)


def test_there_are_about_twenty_questions_and_each_is_in_the_language_in_use() -> None:
    english = prompts()
    i18n.set_language("ja")

    assert len(set(english)) == len(english) >= 20
    assert set(english).isdisjoint(prompts())
    assert prompts()[0] == "今日の空気はどうでしたか。"
