"""The registry of actions: from it come bindings, the key line, help, the palette, the keymap.

An action's id is `place.name`; a screen does it in its method `action_name`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

from textual.binding import Binding

from stepup.i18n import N_, _

ANYWHERE: Final = "anywhere"


class Action(NamedTuple):
    """One thing that can be done.

    `label` stands on the key line, `help` is one sentence, `aliases` are words under which the
    palette finds it: kana, romaji, English. `foot` puts it on the key line.
    """

    id: str
    keys: tuple[str, ...]
    label: str
    help: str
    aliases: str = ""
    foot: bool = False

    @property
    def call(self) -> str:
        """What Textual runs: the action's method, or the opening of its page."""
        return f"show('{self.name}')" if self.id in _PAGES else self.name

    @property
    def place(self) -> str:
        """Where it works: a screen's name, or anywhere."""
        return self.id.partition(".")[0]

    @property
    def name(self) -> str:
        """The part of the id that names the method."""
        return self.id.partition(".")[2]


# The actions that open the page of their name.
_PAGES: Final = frozenset(
    f"anywhere.{name}"
    for name in (
        "today", "goals", "journal", "rhythm", "stages", "days", "mood", "sheets",
        "work", "income",
        "promises", "pieces", "strengths", "cards",
        "more", "search", "palette", "help", "hard", "settings",
        "share", "safekeeping", "review", "good_news", "open_later", "drawer", "own_numbers",
        "people", "talks", "visit_sheet", "needs", "appointments", "answers",
        "bring_in", "join", "versions",
    )
)  # fmt: skip

ACTIONS: Final[tuple[Action, ...]] = (
    # Screens
    Action("anywhere.today", ("f2", "t"), N_("Today"), N_("Open today's page."),
           "きょう kyou 今日 today"),
    Action("anywhere.goals", ("f3", "g"), N_("Goals"), N_("Open the small goals."),
           "もくひょう mokuhyou 目標 goals"),
    Action("anywhere.journal", ("f4", "j"), N_("Journal"), N_("Open the journal."),
           "にっき nikki 日記 journal diary きろく kiroku 記録"),
    Action("anywhere.rhythm", ("f5", "r"), N_("Rhythm"), N_("See the shape of sleep and days."),
           "りずむ rizumu リズム ねむり nemuri すいみん suimin 睡眠 rhythm sleep picture"),
    Action("anywhere.days", (), N_("Days and weeks"),
           N_("Meals, bath, outside, contact and own rows, by week and month."),
           "しゅう shuu 週 つき tsuki 月 せいかつ seikatsu 生活 rhythm days weeks months"),
    Action("anywhere.mood", (), N_("Mood and energy"),
           N_("Mood and energy over a year, and as a line."),
           "きぶん kibun 気分 よりょく yoryoku 余力 rhythm mood energy year"),
    Action("anywhere.sheets", (), N_("My sheets"),
           N_("How I am now, my plan, and a guide to me."),
           "しーと shiito シート いまの自分 imanojibun けいかく keikaku 計画 とりせつ torisetsu トリセツ"
           " sheets plan guide manual"),
    Action("anywhere.stages", ("f6", "s"), N_("Stages"),
           N_("A map of places: where one is, and what has gathered there."),
           "いまここ imakoko ばしょ basho 場所 ちず chizu 地図 stages places map"),
    Action("anywhere.work", ("f7", "w"), N_("Work"),
           N_("Works of every kind, and times of working."),
           "しごと shigoto 仕事 ないしょく naishoku 内職 ぼらんてぃあ boranthia work works jobs"),
    Action("anywhere.income", (), N_("Income"),
           N_("What came in for work, with fees and costs beside it."),
           "しゅうにゅう shuunyuu 収入 ほうしゅう houshuu 報酬 おかね okane お金 けいひ keihi 経費"
           " income pay money expenses"),
    Action("anywhere.promises", (), N_("Promises"),
           N_("What was promised, days to spare, and a letter at hand."),
           "やくそく yakusoku 約束 のうき nouki 納期 promises due late"),
    Action("anywhere.pieces", (), N_("Pieces"),
           N_("What you have made, and a portfolio of it."),
           "さくひん sakuhin 作品 さくひんしゅう sakuhinshuu 作品集 pieces portfolio"),
    Action("anywhere.strengths", (), N_("Strengths and likes"),
           N_("What you are good at, like, practise and learn; what does not suit."),
           "とくい tokui 得意 すき suki 好き れんしゅう renshuu 練習 まなび manabi 学び strengths likes"
           " practice learning"),
    Action("anywhere.cards", (), N_("Cards and drafts"),
           N_("Rehearse words for the phone and other places; drafts of papers."),
           "かーど kaado カード れんしゅう renshuu 練習 めんせつ mensetsu 面接 したがき shitagaki 下書き"
           " cards rehearse drafts interview"),
    Action("anywhere.share", ("f9", "x"), N_("Share"),
           N_("Make a page of exactly what you choose, and see what was handed over."),
           "てわたす tewatasu 手渡す わたす watasu 渡す いんさつ insatsu 印刷 share hand print page"),
    Action("anywhere.people", ("f8", "p"), N_("People"),
           N_("Who and what one leans on, talks, and what is at hand for the next talk."),
           "ひと hito 人 ばしょ basho たよれるさき tayorerusaki 頼れる先 しえん shien people places support"),
    Action("anywhere.talks", (), N_("Talks"),
           N_("What was said; a whole chat can be pasted."),
           "はなしたこと hanashitakoto 話したこと ちゃっと chatto チャット そうだん soudan 相談 talks chat"),
    Action("anywhere.visit_sheet", (), N_("Visit sheet"),
           N_("What to say, what not to talk about, what to ask."),
           "はなしたいこと hanashitaikoto 話したいこと めんだん mendan 面談 visit sheet print"),
    Action("anywhere.needs", (), N_("Difficulties and wishes"),
           N_("Difficulties, what would help, what to do please and what not."),
           "こまりごと komarigoto 困りごと おねがい onegai お願い needs difficulties wishes"),
    Action("anywhere.appointments", (), N_("Appointments and visits"),
           N_("Dates to come; visits, leaving early too."),
           "よてい yotei 予定 ほうもん houmon 訪問 かれんだー karendaa appointments visits calendar"),
    Action("anywhere.answers", (), N_("Answers and first message"),
           N_("Own words for when one is asked, and for a first message."),
           "ひとこと hitokoto 一言 れんらくぶん renrakubun 連絡文 へんじ henji answers message rehearse"),
    Action("anywhere.more", ("f10",), N_("More"), N_("Everything else there is."),
           "ほか hoka more menu"),
    Action("anywhere.search", ("slash", "ctrl+f"), N_("Search"),
           N_("Look through everything written."), "さがす sagasu けんさく kensaku 検索 find search",
           foot=True),
    Action("anywhere.palette", ("ctrl+p",), N_("Menu"), N_("Every action, by name."),
           "めにゅー menyuu メニュー palette menu"),
    Action("anywhere.help", ("question_mark", "f1"), N_("Help"),
           N_("What can be done where one is."), "へるぷ herupu つかいかた tsukaikata 使い方 help keys",
           foot=True),
    Action("anywhere.hard", ("e",), N_("For hard moments"),
           N_("A quiet page: own plan, own numbers, and where to call."),
           "つらい tsurai そうだん soudan 相談 きけん kiken help hard"),
    Action("anywhere.drawer", ("o",), N_("Drawer for hard days"),
           N_("Draws one thing put in on a better day; again draws another."),
           "ひきだし hikidashi 引き出し つらいひ tsuraihi drawer hard draw"),
    Action("anywhere.review", (), N_("Looking back"),
           N_("What stands in a span of days, in your own words."),
           "ふりかえり furikaeri 振り返り みなおし minaoshi review looking back"),
    Action("anywhere.good_news", (), N_("Good news"),
           N_("Keep good news, and read it again."),
           "いいしらせ iishirase 知らせ きりぬき kirinuki 切り抜き good news clippings"),
    Action("anywhere.open_later", (), N_("To open later"),
           N_("Put something away unread; it stays closed until you open it."),
           "あとで atode はこ hako 箱 later box open"),
    Action("anywhere.own_numbers", (), N_("Numbers of my own"),
           N_("Note a number only you know the meaning of."),
           "すうじ suuji じぶんのかず jibunnokazu 数 numbers own"),
    Action("anywhere.settings", ("f11",), N_("Settings"),
           N_("Language, colours, the day's start, what to look away from."),
           "せってい settei 設定 settings language theme gengo 言語 いろ 色"
           " かぎ kagi 鍵 合言葉 aikotoba lock passphrase"),
    Action("anywhere.safekeeping", (), N_("Copies and history"),
           N_("Keep a copy on a stick; see earlier saves."),
           "ばっくあっぷ bakkuappu バックアップ 控え hikae りれき rireki 履歴 backup history"),
    Action("anywhere.bring_in", (), N_("Bring in from elsewhere"),
           N_("Entries from Daylio, jrnl, Day One and others."),
           "とりこむ torikomu 取り込む よみこむ yomikomu 読み込む いんぽーと inpooto インポート import"),
    Action("anywhere.join", (), N_("Two computers"),
           N_("Join the notebook of another computer of your own."),
           "ぱそこん pasokon にだい nidai 二台 あわせる awaseru 合わせる どうき douki 同期 merge join sync"
           " computers"),
    Action("anywhere.versions", (), N_("Two versions"),
           N_("Entries that were changed in two places: keep one, or both."),
           "はん han 版 ふたつのないよう futatsunonaiyou 二つの内容 versions conflict copies"),
    Action("anywhere.undo", ("ctrl+z",), N_("Undo"), N_("Take the last change back."),
           "もとにもどす modosu 元に戻す 取り消し torikeshi undo"),
    Action("anywhere.redo", ("ctrl+y",), N_("Redo"), N_("Do what was taken back once more."),
           "やりなおす yarinaosu やり直す redo"),
    Action("anywhere.hide", ("ctrl+l", "f12"), N_("Hide"), N_("Hide everything at once."),
           "かくす kakusu 隠す ろっく rokku ロック hide lock"),
    Action("anywhere.leave", ("ctrl+q",), N_("Leave"), N_("Save and leave."),
           "おわる owaru 終わる しゅうりょう shuuryou 終了 quit exit leave"),
    # Today
    Action("today.previous_day", ("left_square_bracket",), N_("Day before"),
           N_("The page of the day before."), "まえのひ maenohi 前の日 yesterday previous"),
    Action("today.next_day", ("right_square_bracket",), N_("Day after"),
           N_("The page of the day after."), "つぎのひ tsuginohi 次の日 next"),
    Action("today.go_to_day", (), N_("Another day"), N_("Type a date and open its page."),
           "ひづけ hizuke 日付 date day"),
    Action("today.enough", ("q",), N_("That's it for today"),
           N_("Notes that the day was looked at, saves, and leaves."),
           "ここまで kokomade おしまい oshimai quit enough", foot=True),
    Action("today.meal", ("m",), N_("Meal"), N_("Something was eaten."),
           "ごはん gohan しょくじ shokuji 食事 meal eat"),
    Action("today.bath", ("b",), N_("Bath"), N_("A bath or a shower."),
           "おふろ ofuro にゅうよく 入浴 shower bath"),
    Action("today.outside", ("d",), N_("Outside"), N_("Was outside."),
           "そと soto がいしゅつ gaishutsu 外出 out outside"),
    Action("today.contact", ("c",), N_("With people"), N_("Was in touch with someone."),
           "ひとと hitoto れんらく renraku 連絡 contact people"),
    Action("today.sleep", ("z",), N_("Sleep"), N_("Note a sleep, such as 3:10-11:40."),
           "ねむり nemuri すいみん suimin 睡眠 sleep nap"),
    Action("today.win", ("f",), N_("Small win"), N_("One line, of any size."),
           "できたこと dekitakoto win"),
    Action("today.for_someone", ("h",), N_("For someone"), N_("Something done for someone."),
           "ひとのため hitonotame 人のために help someone"),
    Action("today.topic", ("k",), N_("To talk about"),
           N_("A line for the next talk; on a line, it puts that line there."),
           "はなしたいこと hanashitaikoto 話したいこと talk topic"),
    Action("today.write", ("y",), N_("Journal"), N_("Write in the journal of this day."),
           "かく kaku 書く にっき nikki write"),
    Action("today.rows", (), N_("Rows of the day"), N_("Choose which rows stand on the page."),
           "ぎょう gyou 行 rows tracker 項目 koumoku"),
    # Goals
    Action("goals.done", ("d",), N_("Done"), N_("This was done."), "できた dekita done", foot=True),
    Action("goals.half", ("h",), N_("Half"), N_("Half of it was done."), "はんぶん hanbun 半分 half",
           foot=True),
    Action("goals.smaller", ("m",), N_("A little smaller"), N_("Word it a little smaller."),
           "ちいさく chiisaku 小さく smaller", foot=True),
    Action("goals.not_now", ("v",), N_("Not now"), N_("Put it aside for now."),
           "みおくる miokuru 見送る later not now"),
    Action("goals.rest", ("z",), N_("Rest"), N_("Let it rest."), "やすむ yasumu 休む rest"),
    Action("goals.let_go", ("l",), N_("Let go"), N_("Let it go; it can come back."),
           "てばなす tebanasu 手放す let go drop"),
    Action("goals.ideas", ("b",), N_("Ideas"), N_("Look at ideas for small goals."),
           "あいであ aidea 案 ideas", foot=True),
    Action("goals.choose", ("space",), N_("For today"), N_("Lay it out for today, or not."),
           "きょうの kyouno choose today"),
    Action("goals.topic", ("k",), N_("To talk about"), N_("Put this goal on the list for a talk."),
           "はなしたいこと hanashitaikoto talk"),
    # Journal
    Action("journal.write", ("n",), N_("Write"), N_("Write for today."), "かく kaku 書く write",
           foot=True),
    Action("journal.close", ("c",), N_("Write and close"),
           N_("Write what is put away at once, or put an entry away: not shown unless looked for."),
           "とじる tojiru 閉じる close", foot=True),
    Action("journal.other_years", ("y",), N_("Other years"), N_("This day in other years."),
           "ほかのとし hokanotoshi 年 years", foot=True),
    Action("journal.tags", ("b",), N_("Tags"), N_("Give tags, or look at the days with one."),
           "ふだ fuda たぐ tagu タグ tags", foot=True),
    Action("journal.prompt", (), N_("A question"), N_("A question to start from, if wanted."),
           "といかけ toikake 問い question prompt"),
    Action("journal.topic", ("k",), N_("To talk about"), N_("Put this on the list for a talk."),
           "はなしたいこと hanashitaikoto talk"),
    # Stages
    Action("stages.here", ("space",), N_("Here"),
           N_("One is in this place from today, or leaves it; nothing is lost."),
           "ここにいる kokoniiru はなれる hanareru 離れる here leave", foot=True),
    Action("stages.rest", ("z",), N_("Rest"), N_("Rest in this place, or wake there."),
           "やすむ yasumu 休む rest wake", foot=True),
    Action("stages.rename", ("b",), N_("Name"), N_("Give this place a name of your own."),
           "なまえ namae 名前 rename name", foot=True),
    Action("stages.sheets", ("v",), N_("Sheets"),
           N_("Oneself now, one's plan, and how one works best."),
           "しーと shiito シート けいかく keikaku 計画 とりせつ torisetsu sheets plan", foot=True),
    Action("stages.earlier", ("left_square_bracket",), N_("Earlier"),
           N_("The twelve months before."), "まえ mae 前 earlier before"),
    Action("stages.later", ("right_square_bracket",), N_("Later"),
           N_("The twelve months after."), "あと ato 後 later after"),
    # Rhythm
    Action("rhythm.earlier", ("left_square_bracket",), N_("Earlier"),
           N_("What was before that."), "まえ mae 前 earlier before"),
    Action("rhythm.later", ("right_square_bracket",), N_("Later"),
           N_("What came after that."), "あと ato 後 later after"),
    Action("rhythm.view", ("v",), N_("View"), N_("The next view: sleep, days and weeks, mood."),
           "ひょうじ hyouji 表示 みかた mikata 見方 view", foot=True),
    Action("rhythm.figures", ("d",), N_("Figures"), N_("Show figures, or put them away."),
           "すうじ suuji 数字 すうち suuchi 数値 figures numbers", foot=True),
    # Work
    Action("work.view", ("v",), N_("View"), N_("The next view of work."),
           "ひょうじ hyouji 表示 みかた mikata 見方 view", foot=True),
    Action("work.mask", ("m",), N_("Mask"), N_("Cover amounts and clients, or show them again."),
           "きんがく kingaku 金額 とりひきさき torihikisaki 取引先 ふせる fuseru 伏せる かくす kakusu"
           " mask amounts clients", foot=True),
    Action("work.copy", ("c",), N_("Copy"), N_("Copy the words of the line one is on."),
           "こぴー kopii コピー うつす utsusu 写す copy"),
    # Share
    Action("share.tick", ("space",), N_("Put in"), N_("Put a section or a line in, or take it out."),
           "いれる ireru 入れる えらぶ erabu 選ぶ tick put in choose", foot=True),
    Action("share.preview", ("v",), N_("Preview"), N_("See the page just as it will be."),
           "できあがり dekiagari 出来上がり したみ shitami 下見 みる miru 見る preview", foot=True),
    Action("share.save", ("f",), N_("Save"), N_("Write the page into a file, where you say."),
           "ほぞん hozon 保存 ふぁいる fairu save file", foot=True),
    Action("share.log", ("l",), N_("Handed over so far"),
           N_("What was handed over, when, to whom, and what was in it."),
           "いままで imamade 今まで りれき rireki 履歴 log handed over", foot=True),
    # People
    Action("people.view", ("v",), N_("View"),
           N_("The next view: leaning on, talks, to talk about, and the rest."),
           "ひょうじ hyouji 表示 みかた mikata 見方 view", foot=True),
    Action("people.mask", ("m",), N_("Hide names"),
           N_("Hide names and contacts, until it is pressed again."),
           "なまえ namae 名前 かくす kakusu 隠す mask hide names", foot=True),
    Action("people.copy", ("c",), N_("Copy"), N_("Copy the text that stands here."),
           "こぴー kopii コピー うつす utsusu 写す copy", foot=True),
    Action("people.topic", ("k",), N_("To talk about"), N_("Put this line on the visit sheet."),
           "はなしたいこと hanashitaikoto 話したいこと talk topic", foot=True),
)  # fmt: skip

BY_ID: Final[dict[str, Action]] = {action.id: action for action in ACTIONS}


def bindings(place: str) -> list[Binding]:
    """Return the bindings of a place; the id lets the keymap change the keys."""
    return [
        Binding(",".join(action.keys), action.call, action.label, show=False, id=action.id)
        for action in ACTIONS
        if action.place == place and action.keys
    ]


def keys_of(action: Action, keymap: Mapping[str, str]) -> tuple[str, ...]:
    """Return the keys of an action as the person has them."""
    mapped = keymap.get(action.id)
    return tuple(mapped.split(",")) if mapped else action.keys


_SHOWN: Final = {
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "question_mark": "?",
    "slash": "/",
    "space": N_("Space"),
    "enter": "Enter",
    "escape": "Esc",
}


def key_name(key: str) -> str:
    """Return a key as it is printed on the keyboard."""
    if key in _SHOWN:
        return _(_SHOWN[key])
    if key.startswith("ctrl+"):
        return "Ctrl+" + key_name(key[5:]).upper()
    return key.upper() if len(key) > 1 else key


def shown_keys(keys: Iterable[str]) -> str:
    """Return keys for a help page: F2 · t."""
    return "  ".join(key_name(key) for key in keys)


def matches(query: str, place: str) -> list[Action]:
    """Return the actions a query finds: those of this place first, then everywhere, then others.

    Words are found in any width, case and kind of kana, in label, sentence and aliases.
    """
    import re

    from stepup.domain.text import search_source

    rank = {place: 0, ANYWHERE: 1}
    ordered = sorted(ACTIONS, key=lambda action: rank.get(action.place, 2))
    source = search_source(query)
    if not source:
        return ordered
    pattern = re.compile(source)
    named = [a for a in ordered if pattern.search(_(a.label)) or pattern.search(a.aliases)]
    told = [a for a in ordered if a not in named and pattern.search(_(a.help))]
    return named + told
