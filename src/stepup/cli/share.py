"""`stepup share`: a page of exactly what is named, and what was handed over so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import click

from stepup.cli.book import opened, opened_to_write, save, tell_damage
from stepup.cli.command import Group, Option
from stepup.cli.places import STANDARD_OUTPUT, new_file, write_out
from stepup.cli.values import Day
from stepup.i18n import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date
    from pathlib import Path

    from stepup.domain.share import Audience, Consent, PageForm, PageSection
    from stepup.notebook.book import Book
    from stepup.notebook.sharing import Sharing

AUDIENCES: Final = ("counsellor", "family", "work", "self")
FORMS: Final = ("html", "md", "txt")


def _log() -> click.Command:
    from stepup.cli.share_log import log

    return log


_LOADERS: Final[Mapping[str, Callable[[], click.Command]]] = {"log": _log}


@click.group(
    "share",
    cls=Group,
    loaders=_LOADERS,
    asks=True,
    invoke_without_command=True,
    no_args_is_help=False,
    help=N_(
        "Make a page to hand over, of exactly what is named."
        "\n\nNothing is on it but the sections named with --section, the dates, and the line at"
        " its foot. What you wrote for the page and the names to be replaced are those of the"
        " notebook; of a list, the newest lines that fit are put in."
        " Whoever has the file can read it; one whose name ends in .age gets a passphrase, asked"
        " for twice, and opens only with that, with the tool age."
    ),
)
@click.option(
    "--for",
    "audience",
    cls=Option,
    type=click.Choice(AUDIENCES),
    help=N_("Whom it is for."),
)
@click.option("--from", "first", cls=Option, type=Day(), metavar="DATE", help=N_("The first day."))
@click.option(
    "--to",
    "last",
    cls=Option,
    type=Day(),
    metavar="DATE",
    help=N_("The last day; today to start with."),
)
@click.option(
    "--section",
    "names",
    cls=Option,
    multiple=True,
    metavar="NAME",
    help=N_("A section; may be given several times. --list names them."),
)
@click.option(
    "--format",
    "form",
    cls=Option,
    type=click.Choice(FORMS),
    default="html",
    help=N_("The kind of file; html to start with."),
)
@click.option(
    "--out",
    cls=Option,
    metavar="FILE",
    type=click.Path(),
    default=STANDARD_OUTPUT,
    help=N_(
        "A new file, which is noted in the log, sealed with a passphrase where its name ends in"
        " .age; - (to start with) is standard output, and is not noted."
    ),
)
@click.option(
    "--list", "as_list", cls=Option, is_flag=True, help=N_("Name the sections, one a line.")
)
@click.pass_context
def share(  # noqa: PLR0913 - a keyword for each option
    ctx: click.Context,
    *,
    audience: str | None,
    first: date | None,
    last: date | None,
    names: tuple[str, ...],
    form: str,
    out: str,
    as_list: bool,
) -> int | None:
    """Write the page; 1 when something does not fit, or an older state was read."""
    if ctx.invoked_subcommand is not None:
        return None
    from stepup.domain.share import Audience, PageForm

    wanted = Audience(audience) if audience else None
    if as_list:
        _list(wanted)
        return None
    if wanted is None or first is None or not names:
        given = {"--for": wanted, "--from": first, "--section": names}
        missing = _(", ").join(option for option, value in given.items() if not value)
        raise click.UsageError(_("Still needed: {options}").format(options=missing))
    sections = _sections(names, wanted)
    keep = out != STANDARD_OUTPUT
    with (opened_to_write if keep else opened)(ctx) as book:
        consent = _consent(book, wanted, first, last or book.today(), sections)
        _write(ctx, book, consent, PageForm(form), out)
        return tell_damage(book)


def _list(audience: Audience | None) -> None:
    from stepup.domain.share import RULES, PageSection
    from stepup.domain.share import Audience as Audiences
    from stepup.words.share import section_from, section_name

    for section in PageSection:
        found = [one for one in Audiences if section in RULES[one] and audience in (None, one)]
        if found:
            named = section_name(section, audience or found[0])
            who = "" if audience else f" [{' '.join(found)}]"
            said = _("{row}: {said}").format(row=named, said=section_from(section))
            click.echo(f"{section.value}  {said}{who}")


def _sections(names: tuple[str, ...], audience: Audience) -> frozenset[PageSection]:
    from stepup.domain.share import RULES, PageSection

    known = {section.value for section in RULES[audience]}
    for name in names:
        if name not in known:
            raise click.BadParameter(
                _("there is no such section on this page; stepup share --list names them."),
                param_hint="'--section'",
            )
    return frozenset(PageSection(name) for name in names)


def _consent(
    book: Book, audience: Audience, first: date, last: date, sections: frozenset[PageSection]
) -> Consent:
    from stepup.domain.share import RULES, Consent
    from stepup.domain.span import Span
    from stepup.notebook.sharing import Sharing

    if last < first:
        raise click.BadParameter(
            _("The last day comes before the first."), param_hint="'--from' / '--to'"
        )
    sharing = Sharing(book)
    second = any(RULES[audience][section].second for section in sections)
    consent = Consent(
        audience,
        Span(first, last),
        sections,
        names=sharing.choice(audience).names,
        two_pages=second,
    )
    lines = {
        section: frozenset(_lines(sharing, consent, section))
        for section in RULES[audience]
        if section in sections
    }
    return Consent(audience, consent.span, sections, lines, consent.names, second)


def _lines(sharing: Sharing, consent: Consent, section: PageSection) -> Iterator[str]:
    """Yield the ids of what is put in: the newest that fit, or, line by line, what was chosen before."""
    from stepup.domain.share import RULES, in_turn
    from stepup.words.share import is_dated, lines_at_most, section_name, that_fit

    audience = consent.audience
    choice = sharing.choice(audience)
    there = sharing.lines(audience, section, consent.span, consent.names)
    if RULES[audience][section].by_line:
        yield from (line.id for line in there if line.id in choice.lines)
        return
    written = sharing.written(consent, section)
    most = lines_at_most(audience, section, two_pages=consent.two_pages)
    fitting = that_fit(in_turn(there, section), written, most, dated=is_dated(section, audience))
    if len(fitting) < len(there):
        said = _(
            "{section}: {number} of {all} lines are put in, as many as have a place on this page."
        ).format(section=section_name(section, audience), number=len(fitting), all=len(there))
        click.echo(said, err=True)
    yield from fitting


def _write(ctx: click.Context, book: Book, consent: Consent, form: PageForm, out: str) -> None:
    from stepup.domain.share import is_sealed
    from stepup.exchange.pages import render
    from stepup.notebook.sharing import Sharing
    from stepup.words.share import overfull, section_name

    sharing = Sharing(book)
    handout = sharing.handout(consent)
    for section in overfull(handout, two_pages=consent.two_pages):
        raise click.ClickException(
            _("{section}: this is more than fits on the page; shorten it in the notebook.").format(
                section=section_name(section, consent.audience)
            )
        )
    filled = {one.section for one in handout.sections if not one.is_empty}
    empty = [section for section in consent.in_order if section not in filled]
    if empty:
        names = (section_name(section, consent.audience) for section in empty)
        click.echo(
            _("Nothing stands there for: {names}").format(names=_(", ").join(names)), err=True
        )
    data = render(handout, form)
    if out == STANDARD_OUTPUT:
        write_out(out, [data])
        return
    file, reach = new_file(out), f"{consent.span.first}..{consent.span.last}"
    is_closed = is_sealed(file.name)
    if is_closed:
        sharing.check(file)
        data = _sealed(ctx, data)
    sharing.hand_over(file, data, consent, form, reach)
    save(book)
    if is_closed:
        _tell_how_it_opens(file)
    else:
        click.echo(_("Written, and noted in the log. Whoever has the file can read it."))


def _sealed(ctx: click.Context, data: bytes) -> bytes:
    """Return the file sealed with a passphrase that is asked for.

    Raises:
        Problem: as `ask_new` and `seal_file` do.
    """
    from stepup.cli.key import ask_new
    from stepup.notebook.locking import seal_file
    from stepup.words.opening import SEAL_FORGOTTEN, TELL_IT_APART

    for sentence in (TELL_IT_APART, SEAL_FORGOTTEN):
        click.echo(_(sentence), err=True)
    return seal_file(data, ask_new(ctx, _("Passphrase for the file: ")))


def _tell_how_it_opens(file: Path) -> None:
    from stepup.words.opening import opening_sheet

    click.echo(_("Written, and noted in the log. Only the passphrase opens it."), err=True)
    click.echo(opening_sheet(file.name), nl=False)
