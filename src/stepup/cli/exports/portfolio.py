"""`stepup export portfolio`: what one has made, to be shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import opened, tell_damage
from stepup.cli.command import Command, Option
from stepup.cli.places import out_option, write_out
from stepup.i18n import N_

if TYPE_CHECKING:
    from stepup.exchange.portfolio import Portfolio
    from stepup.notebook.book import Book

# The names of the domain, so that --help loads nothing of it.
WITH: Final = ("good_at", "like", "does_not_suit", "could_imagine", "learning")


@click.command(
    "portfolio",
    cls=Command,
    help=N_(
        "Write the pieces as a portfolio, as Markdown or as one HTML page."
        "\n\nOnly the pieces are in it; --with adds what you name, and may be given several times."
    ),
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(["md", "html"]),
    default="md",
    help=N_("Markdown, or one HTML page that needs nothing else."),
)
@click.option(
    "--with",
    "also",
    cls=Option,
    type=click.Choice(WITH),
    multiple=True,
    help=N_("What else of your own words is in it."),
)
@out_option
@click.pass_context
def export_portfolio(ctx: click.Context, form: str, also: tuple[str, ...], out: str) -> int:
    """Write the portfolio; 1 when the notebook is damaged and this is an older state of it."""
    from stepup.exchange.portfolio import encode_html, encode_markdown

    with opened(ctx) as book:
        encode = encode_html if form == "html" else encode_markdown
        write_out(out, [encode(_portfolio(book, also))])
        return tell_damage(book)


def _portfolio(book: Book, also: tuple[str, ...]) -> Portfolio:
    from stepup.exchange.portfolio import Portfolio
    from stepup.notebook.pieces import Pieces
    from stepup.notebook.strengths import Strengths

    strengths = Strengths(book)
    return Portfolio(
        pieces=Pieces(book).all(),
        strengths=[one for one in strengths.all() if one.side.value in also],
        learning=strengths.learning() if "learning" in also else (),
    )
