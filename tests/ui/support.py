"""A window of the program without a terminal: keys as a driver sends them, and what then stands on the screen."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, TypeVar

from textual import events
from textual.keys import _character_to_key
from textual.pilot import Pilot

from stepup.domain.record import CORE, Record, year_shard
from stepup.notebook.book import Book, open_book
from stepup.notebook.profile import Profile
from stepup.settings import Settings
from stepup.ui.app import StepupApp
from stepup.ui.screens.book_page import BookPage
from stepup.ui.session import Session
from stepup.ui.widgets.block import Block
from stepup.ui.widgets.frame import KeyLine, Rail, Title
from stepup.ui.widgets.row import Row
from stepup.ui.widgets.writing import Writing

R = TypeVar("R", bound=Record)
JAPAN = timezone(timedelta(hours=9))
TODAY = date(2026, 11, 22)
HALF_PAST_TWO = datetime(2026, 11, 22, 14, 30, tzinfo=JAPAN)
WIDE = (120, 36)
USUAL = (80, 24)
NARROW = (60, 20)
HOSTILE = "[/] [red] ]]> <b> \x1b]52;c;c2VjcmV0\x07 \u202e\u2066x\u2069 \x9b31m \x00\x7fあ"
HARMLESS = "[/] [red] ]]> <b> ]52;c;c2VjcmV0 x 31m あ"


class MovableClock:
    """A clock that stands until it is moved."""

    def __init__(self, moment: datetime = HALF_PAST_TWO) -> None:
        self.moment = moment

    def now(self) -> datetime:
        return self.moment

    def localise(self, wall: datetime) -> datetime:
        return wall.replace(tzinfo=JAPAN)

    def move(self, **by: float) -> None:
        self.moment += timedelta(**by)


def numbered(first: str) -> Callable[[], str]:
    """Ids that are the same in every run and sort in the order of making."""
    numbers = iter(range(10**9))
    return lambda: f"{first}{next(numbers):028x}"


@asynccontextmanager
async def written(
    folder: Path, clock: MovableClock | None = None, *, settle: float = 0
) -> AsyncIterator[Book]:
    """The notebook in a folder, to write in before or look into after a window; saved at the end.

    `settle` seconds long, changes wait to be saved together.
    """
    saves = len(list(folder.glob("manifests/*")))
    ids = numbered(f"a{saves:03x}")
    book = open_book(folder, clock=clock or MovableClock(), ids=ids, settle=settle)
    try:
        yield book
    finally:
        assert book.close(), "a notebook made for a test could not be saved"


async def begun(folder: Path) -> None:
    """Make a notebook whose owner has seen the welcome."""
    async with written(folder) as book:
        Profile(book).change(welcomed=True)


class Window:
    """What a person does at the window, and what they see."""

    def __init__(self, app: StepupApp, pilot: Pilot[int]) -> None:
        self.app = app
        self.pilot = pilot

    # Doing

    def send(self, *keys: str) -> None:
        """Send keys at one moment, as a driver that read them in one piece."""
        moment = [key_event(key) for key in keys]
        for event in moment:
            event.time = moment[0].time
            event.set_sender(self.app)
            assert self.app._driver is not None
            self.app._driver.send_message(event)

    def hurry(self, *keys: str) -> None:
        """Press keys without waiting for the window, as quick hands on a slow computer do."""
        for number, event in enumerate(map(key_event, keys)):
            event.time += number / 20
            event.set_sender(self.app)
            assert self.app._driver is not None
            self.app._driver.send_message(event)

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the window has answered the one before."""
        for key in keys:
            self.send(key)
            await self.settle()

    async def write(self, words: str) -> None:
        """Type words into the open field, fast."""
        self.send(*words)
        await self.settle()

    async def paste(self, text: str) -> None:
        """Paste as a terminal with bracketed paste does."""
        event = events.Paste(text)
        event.set_sender(self.app)
        assert self.app._driver is not None
        self.app._driver.send_message(event)
        await self.settle()

    async def click(self, words: str, nth: int = 0, offset: int = 0) -> None:
        """Click on words that stand on the screen."""
        found = [
            (column, line)
            for line, text in enumerate(self.lines)
            for column in columns_of(text, words)
        ]
        column, line = found[nth]
        await self.pilot.click(offset=(column + offset, line))
        await self.settle()

    async def click_part(self, key: str, part: str) -> None:
        """Click on a part of a line."""
        row = self.row(key)
        at = self.page.rows.region_of(row)
        spot = next(spot for spot in row.laid_out(at.width, here=False)[1] if spot.id == part)
        await self.pilot.click(offset=(at.x + spot.start, at.y + spot.line))
        await self.settle()

    async def settle(self) -> None:
        """Wait until every message has been answered and the screen is drawn."""
        quiet = 0
        for _turn in range(500):
            quiet = quiet + 1 if await self._answered() and not self._is_busy else 0
            if quiet >= 3 or not self.is_open:
                return
            await asyncio.sleep(0 if quiet else 0.002)
        raise AssertionError("the window does not come to rest")

    @property
    def _is_busy(self) -> bool:
        """Whether keys wait for something."""
        return self.app._gate.is_busy

    async def _answered(self) -> bool:
        """Let every widget answer once and be drawn; False when the screen went away meanwhile."""
        drawn = asyncio.Event()
        await self.pilot._wait_for_screen()
        if self.is_open and self.app.screen.call_after_refresh(drawn.set):
            self.app.screen._on_timer_update()
            try:
                await asyncio.wait_for(drawn.wait(), 0.5)
            except TimeoutError:
                return False
        return True

    async def until(self, holds: Callable[[], object]) -> None:
        """Wait for something that happens on a thread."""
        for _turn in range(1000):
            if holds():
                return
            await asyncio.sleep(0.005)
            await self._answered()
        raise AssertionError(f"it did not happen; on the screen:\n{self.text}")

    async def crashed(self) -> None:
        """Wait for a mistake; the app alone draws, so that one made in drawing is its own to meet."""
        for _turn in range(1000):
            if self.app._exception is not None:
                return
            await asyncio.sleep(0.005)
        raise AssertionError("no mistake was made")

    async def wait_for(self, words: str) -> None:
        """Wait until words stand on the screen."""
        await self.until(lambda: words in self.text)

    async def saved(self) -> None:
        """Wait until all is on disk."""
        assert await asyncio.to_thread(self.book.flush)
        await self.settle()

    async def look_away_and_back(self) -> None:
        """Let the terminal lose the focus and have it again."""
        for event in (events.AppBlur(), events.AppFocus()):
            event.set_sender(self.app)
            assert self.app._driver is not None
            self.app._driver.send_message(event)
            await self.settle()

    # Seeing

    @property
    def is_open(self) -> bool:
        return self.app._running and not self.app._exit

    @property
    def lines(self) -> list[str]:
        return [strip.text for strip in self.app.screen._compositor.render_strips()]

    @property
    def text(self) -> str:
        """The whole screen."""
        return "\n".join(line.rstrip() for line in self.lines)

    @property
    def said(self) -> str:
        """The words beside the rail, without the ends of their lines."""
        left = self.app.screen.query_one(Rail).region.right
        return " ".join(word for line in self.lines for word in line[left:].split())

    @property
    def all_said(self) -> str:
        """All words on the screen, without the ends of their lines."""
        return " ".join(self.text.split())

    @property
    def key_line(self) -> str:
        return self.lines[self.app.screen.query_one(KeyLine).region.y].rstrip()

    @property
    def title(self) -> str:
        return self.lines[self.app.screen.query_one(Title).region.y + 1].strip()

    @property
    def page(self) -> BookPage:
        page = self.app.screen
        assert isinstance(page, BookPage), page
        return page

    @property
    def page_name(self) -> str:
        return type(self.app.screen).__name__

    @property
    def here(self) -> str:
        """The key of the line the cursor is on; "rail" or "field" when it is there; "" for nowhere."""
        focused = self.app.focused
        if isinstance(focused, Rail):
            return "rail"
        if isinstance(focused, Writing):
            return "field"
        current = self.page.rows.current if isinstance(focused, Block) else None
        return current.key if current is not None else ""

    @property
    def keys(self) -> list[str]:
        """The keys of the lines of the page."""
        return [row.key for row in self.page.rows.lines]

    def row(self, key: str) -> Row:
        row = self.page.rows.row(key)
        assert row is not None, f"no line {key} in {self.keys}"
        return row

    @property
    def field(self) -> Writing:
        """The field the cursor is in."""
        focused = self.app.focused
        assert isinstance(focused, Writing), f"the cursor is not in a field but on {self.here!r}"
        return focused

    async def go_to(self, key: str, part: str = "") -> None:
        """Go to a line, and to a part of it, by arrows alone."""
        await self._go_to_line(key)
        if part:
            row = self.row(key)
            steps = [one.id for one in row.spec.parts].index(part) - row.part
            await self.press(*["right" if steps > 0 else "left"] * abs(steps))
            assert row.chosen == part, f"the arrows do not lead to {part}"

    async def go_to_found(self, key: str) -> None:
        """Go from the field of a search or menu down to a line."""
        for _step in range(300):
            if self.here == key:
                return
            await self.press("down")
        raise AssertionError(f"the arrows do not lead to {key}: {self.keys}")

    async def _go_to_line(self, key: str) -> None:
        await self.press("home")
        for _step in range(300):
            if self.here == key:
                return
            before = self.here
            await self.press("down")
            assert self.here != before, f"the arrows do not lead to {key}: {self.keys}"
        raise AssertionError(key)

    # What is kept

    @property
    def session(self) -> Session:
        assert self.app.session is not None
        return self.app.session

    @property
    def book(self) -> Book:
        return self.session.book

    def kept(self, kind: type[R], year: date | None = TODAY) -> list[R]:
        """Records of a kind in the window's memory: of a year, or (None) open and undated ones."""
        return self.book.of_kind(kind, year_shard(year) if year else CORE)


def columns_of(line: str, words: str) -> list[int]:
    """The cells at which words begin in a line of the screen."""
    from rich.cells import cell_len

    found, start = [], line.find(words)
    while start >= 0:
        found.append(cell_len(line[:start]))
        start = line.find(words, start + 1)
    return found


_CHARACTERS = {"enter": "\r", "tab": "\t", "space": " "}


def key_event(key: str) -> events.Key:
    """A key as the terminal's driver makes it."""
    if len(key) == 1:
        return events.Key(_character_to_key(key), key)
    return events.Key(key, _CHARACTERS.get(key))


@asynccontextmanager
async def opened(
    folder: Path,
    *,
    size: tuple[int, int] = USUAL,
    settings: Settings | None = None,
    clock: MovableClock | None = None,
) -> AsyncIterator[Window]:
    """A window on a vault; what it holds is saved when it is done with."""
    app = StepupApp(folder, settings or Settings(), clock=clock or MovableClock())
    try:
        async with app.run_test(size=size) as pilot:
            window = Window(app, pilot)
            await window.settle()
            if app.session is not None:
                app.session.book.ids = numbered("b000")
            yield window
    finally:
        if app.session is not None:
            app.session.book.close(1)
            app.session.drafts.close()


async def stored(folder: Path, kind: type[R], year: date | None = TODAY) -> list[R]:
    """What a new reader of the folder finds."""
    async with written(folder) as book:
        return list(book.of_kind(kind, year_shard(year) if year else CORE))


Act = Callable[[Window], Awaitable[Any]]
