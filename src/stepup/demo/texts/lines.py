"""Things to talk about, lines of some day, and the words for small things."""

from typing import Final

from stepup.i18n import N_

TOPICS: Final = (
    N_("That my sleep keeps moving"),
    N_("That it is hard when my parents ask what comes next"),
    N_("That I find the phone hard and prefer mail"),
    N_("That I was in bed for two days after the last meeting"),
    N_("Whether there is a place to go when few people are there"),
    N_("The cost of getting there"),
    N_("That I have not been to the dentist"),
    N_("That I am invited to my brother's wedding"),
    N_("That I check the same thing again and again"),
    N_("That old things come back at night"),
    N_("Work that can be done at home"),
    N_("That the medicine makes me sleepy by day"),
    N_("That I have no clothes to go out in"),
    N_("That I am afraid of meeting neighbours"),
    N_("Whether just looking round is all right"),
    N_("That I would like meetings of half an hour"),
    N_("That my mother seems tired too"),
    N_("That thinking about money makes it hard to breathe"),
    N_("That it is easier while I draw"),
    N_("That a pension form has come"),
    N_("That I feel low when my birthday comes near"),
    N_("Whether I may leave halfway"),
    N_("That I can talk in a chat"),
    N_("That I can hardly move in winter"),
    N_("Whether my family can come without me"),
    N_("How to write the blank years in a CV"),
    N_("That it is loud inside my head"),
    N_("That I do not want to decide anything now"),
    N_("That praise makes it harder"),
    N_("That I talk with people in a game"),
    N_("Something good lately (say it first)"),
    N_("That I would like to get my hair cut"),
    N_("That I freeze when plans change suddenly"),
    N_("Looking round a workshop"),
    N_("What to do when day and night are turned round"),
    N_("That I am uneasy about getting a new contact person"),
)
"""Things to talk about some time."""

ASKED: Final = frozenset(text for text in TOPICS if text.startswith(("Whether", "How", "What")))
"""Those of them that are questions."""

SOME_DAY: Final = (
    N_("Go and see the sea"),
    N_("Take a night bus"),
    N_("Visit a café with cats"),
    N_("Paint the walls of my room"),
    N_("Make one small picture book"),
    N_("Write a letter to an old teacher"),
    N_("Spend a day in a botanical garden"),
    N_("See a film in a cinema"),
    N_("Mend the bicycle and ride it"),
    N_("Share a hot pot with someone"),
    N_("Stay in a library for a day"),
    N_("Go where the stars can be seen"),
    N_("Bake bread"),
    N_("Live with a dog"),
    N_("See my grandmother's garden"),
    N_("Hear a concert from the back"),
)
"""The list of some day."""

CURTAIN: Final = N_("Curtain")
DRAWING: Final = N_("Drawing")
HEADACHE: Final = N_("Heaviness of the head")
"""Rows of their own."""

OWN_HELP: Final = N_(
    "On a hard night, a sip of water first.\n"
    "One lamp only, and the blanket over me.\n"
    "Replies and decisions wait until it is light.\n"
    "To talk: the person on Thursday afternoons. Chat is fine too."
)
"""Their own plan for hard moments."""

TAGS: Final = {
    "woke": N_("sleep"),
    "family": N_("family"),
    "outside": N_("outside"),
    "food": N_("food"),
    "night": N_("night"),
    "online": N_("online"),
    "screen": N_("games"),
    "season": N_("weather"),
    "body": N_("body"),
    "met": N_("meeting"),
    "work": N_("work"),
    "thoughts": N_("thoughts"),
}
"""Tags, by what a line is about."""

FOODS: Final = (
    N_("rice with egg"),
    N_("cup noodles"),
    N_("cold noodles"),
    N_("leftover curry"),
    N_("toast"),
    N_("a banana"),
    N_("a rice ball"),
    N_("miso soup and rice"),
    N_("frozen fried rice"),
    N_("yoghurt"),
    N_("a boiled egg"),
    N_("a sweet bun"),
    N_("rice with natto"),
    N_("an apple"),
    N_("corn soup"),
    N_("frozen octopus balls"),
    N_("tofu"),
    N_("fried noodles"),
    N_("cereal"),
    N_("a steamed bun"),
    N_("a sandwich"),
    N_("rice porridge"),
)
"""What there is to eat."""
