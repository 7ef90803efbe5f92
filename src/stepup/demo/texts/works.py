"""Works of the invented person, what was paid for them, and what they wrote beside it."""

from dataclasses import dataclass
from typing import Final

from stepup.domain.work import WorkKind, WorkState
from stepup.i18n import N_


@dataclass(frozen=True, slots=True)
class Offer:
    """A work that can be come upon: where it can end, and what is paid for it.

    `pays` are amounts in minor units of which `fee` per cent come out whole; `after` is the day
    of this life from which on it is thinkable.
    """

    text: str
    way: WorkKind
    client: str
    ends: WorkState
    after: int = 0
    platform: str = ""
    people: str = ""
    part: str = ""
    through: str = ""
    notes: str = ""
    pays: tuple[int, ...] = ()
    fee: int = 0
    currency: str = "JPY"


OFFERS: Final = (
    Offer(
        N_("Read the leaflet aloud for my grandmother"), WorkKind.FAMILY, N_("Grandmother"),
        WorkState.KEPT, notes=N_("She kept the sweets for me."),
    ),
    Offer(
        N_("Weigh flour for the cake sale"), WorkKind.VOLUNTEER, N_("The meeting room upstairs"),
        WorkState.KEPT, after=70, people=N_("two others, mostly quiet"), part=N_("the scales"),
        through=N_("a note on the door"),
    ),
    Offer(
        N_("Set up the neighbour's printer"), WorkKind.THANKS, N_("The house opposite"),
        WorkState.KEPT, after=50, through=N_("my mother"), notes=N_("Three persimmons."),
    ),
    Offer(
        N_("Answer a survey about tea"), WorkKind.CROWD, N_("A survey maker"), WorkState.PAID,
        after=110, platform=N_("a site for small tasks"), pays=(50, 100, 150), fee=22,
    ),
    Offer(
        N_("Type in names of shops"), WorkKind.CROWD, N_("Desk Aoba"), WorkState.PAID, after=130,
        platform=N_("a site for small tasks"), pays=(300, 550, 1100), fee=22,
        notes=N_("Ten lines, then a break."),
    ),
    Offer(
        N_("Cut the background out of photographs"), WorkKind.CROWD, N_("A shop for plates"),
        WorkState.PAID, after=200, platform=N_("a site for small tasks"),
        pays=(1100, 2200, 3300), fee=22,
    ),
    Offer(
        N_("Sort screws into bags"), WorkKind.PIECES, N_("The workshop by the river"),
        WorkState.PAID, after=160, pays=(420, 640, 1280), through=N_("the person at the counter"),
    ),
    Offer(
        N_("Sell the old game cartridges"), WorkKind.SELLING, N_("Someone far away"),
        WorkState.PAID, after=180, platform=N_("a flea market site"), pays=(800, 1500, 2400), fee=10,
        notes=N_("Packing took longer than writing the page."),
    ),
    Offer(
        N_("Subtitles for a gardening video"), WorkKind.CROWD, N_("Desk Aoba"), WorkState.PAID,
        after=300, platform=N_("a site for small tasks"), people=N_("someone who checks them"),
        part=N_("the first half"), pays=(5500, 8800, 11000), fee=22,
    ),
    Offer(
        N_("Three mornings in the second-hand bookshop"), WorkKind.TRIAL, N_("The bookshop"),
        WorkState.KEPT, after=250, through=N_("the person at the counter"),
    ),
    Offer(
        N_("Stamps for a drawing program"), WorkKind.OWN, N_("Buyers on a stamp shop"),
        WorkState.PAID, after=420, platform=N_("a stamp shop"), pays=(120, 240, 600), fee=50,
    ),
    Offer(
        N_("An icon for someone's small game"), WorkKind.CROWD, N_("Pine Tree Games"),
        WorkState.PAID, after=700, platform=N_("a site abroad"), pays=(1500, 2500, 4000), fee=10,
        currency="USD", notes=N_("We wrote in short English sentences."),
    ),
    Offer(
        N_("A notice for a night porter"), WorkKind.EMPLOYED, N_("A hotel near the station"),
        WorkState.ASIDE, after=90, notes=N_("Looked at it. That was all for today."),
    ),
)  # fmt: skip

EXPENSES: Final = (
    N_("Envelopes"),
    N_("Postage"),
    N_("A train ticket"),
    N_("A used keyboard"),
)
FIRST_THEN: Final = N_("One more of the same, some day soon.")
TIRED: Final = N_("my legs, and my ears")
TRIAL_DAYS: Final = N_("three Tuesdays")
FITTED: Final = N_("The smell, the quiet, and that nobody asked.\nTwo hours was the right length.")
WORRY: Final = N_("What the room costs, and that I never ask.")
