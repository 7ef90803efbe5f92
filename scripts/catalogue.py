"""Keep the message catalogue in step with the program.

python scripts/catalogue.py            extract, update every language, compile
python scripts/catalogue.py --check    change nothing; exit 1 and name what is out of step
python scripts/catalogue.py --take ja FILE.po
                                       the same as the first, with FILE's translations taken over

The files hold no dates and no line numbers, so a diff shows what changed for a reader.
"""

from __future__ import annotations

import io
import sys
from os import replace
from pathlib import Path
from string import Formatter
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ROOT: Final = Path(__file__).resolve().parent.parent
SOURCE: Final = ROOT / "src" / "stepup"
TEMPLATE: Final = SOURCE / "locale" / "stepup.pot"
LANGUAGES: Final = ("ja",)

# What marks a message; None: the first argument, else the places of its forms.
KEYWORDS: Final = {"_": None, "N_": None, "ngettext": (1, 2), "nN_": (1, 2)}
# A comment that starts so, just above a message, is for its translator.
COMMENT_TAGS: Final = ("For translators:",)


def po_file(language: str) -> Path:
    """Return where a language's messages stand."""
    return TEMPLATE.parent / language / "LC_MESSAGES" / "stepup.po"


def mo_file(language: str) -> Path:
    """Return where a language's compiled messages stand."""
    return po_file(language).with_suffix(".mo")


def extract(source: Path = SOURCE) -> Catalog:
    """Return every message the program marks, without translations."""
    template = _bare_catalogue(None)
    found = extract_from_dir(
        source,
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=COMMENT_TAGS,
        strip_comment_tags=True,
    )
    for _file, _line, message, comments, _context in found:
        template.add(message, auto_comments=comments)
    return template


def read(path: Path, language: str | None = None) -> Catalog:
    """Return the catalogue a language's .po file holds; no language: the template."""
    with path.open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str, template: Catalog, known: Catalog) -> Catalog:
    """Return a language's messages: the template's, with the translations that are known.

    What is new stays empty: a guess from a similar sentence would only have to be undone.
    What is gone is dropped.
    """
    fresh = _bare_catalogue(language)
    for message in template:
        if not message.id:
            continue
        translation = known.get(message.id)
        fresh.add(
            message.id,
            translation.string if translation else None,
            flags=translation.flags - {"python-format"} if translation else (),
            auto_comments=message.auto_comments,
        )
    return fresh


def as_bytes(catalogue: Catalog) -> bytes:
    """Return a catalogue as its file holds it: sorted, no dates, no places."""
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=0, no_location=True, omit_header=True, sort_output=True)
    return _header(catalogue).encode() + buffer.getvalue()


def compile_catalogues() -> None:
    """Write every .mo from its .po, each in one step: two test workers may do so at once."""
    for language in LANGUAGES:
        target = mo_file(language)
        with NamedTemporaryFile(dir=target.parent, suffix=".mo.new", delete=False) as file:
            write_mo(file, read(po_file(language), language))
        # Readable as its source is: the temporary file is its maker's alone.
        Path(file.name).chmod(0o644)
        replace(file.name, target)  # noqa: PTH105 - the name is all that is left of the file


def is_compiled() -> bool:
    """Return whether every .mo is at least as new as its .po."""
    return all(
        mo_file(language).exists()
        and mo_file(language).stat().st_mtime >= po_file(language).stat().st_mtime
        for language in LANGUAGES
    )


def findings() -> Iterator[str]:
    """Give one line for each thing out of step, none when all is well."""
    template = extract()
    if not TEMPLATE.exists() or TEMPLATE.read_bytes() != as_bytes(template):
        yield f"{TEMPLATE.name}: stale; run python scripts/catalogue.py"
    for language in LANGUAGES:
        catalogue = read(po_file(language), language)
        for message in template:
            if message.id:
                for what in message_findings(message, catalogue.get(message.id)):
                    yield f"{language}: {what}: {message.id!r}"
        for message in catalogue:
            if message.id and message.id not in template:
                yield f"{language}: no longer used: {message.id!r}"


def message_findings(source: Message, translation: Message | None) -> Iterator[str]:
    """Give what is wrong with one message's translation."""
    said = forms(translation.string) if translation else ()
    if not said or not all(said):
        yield "missing"
        return
    if translation is not None and translation.fuzzy:
        yield "fuzzy"
    # Of two forms the second is the general one; the first may leave its number out.
    wanted = placeholders(forms(source.id)[-1])
    if any(placeholders(form) != wanted for form in said):
        yield "placeholders differ"


def placeholders(text: str) -> set[str]:
    """Return the {names} a message is filled with; a brace that is none counts as itself."""
    try:
        return {name for _text, name, _spec, _conversion in Formatter().parse(text) if name}
    except ValueError:
        return {text}


def forms(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """Return the forms of a message or a translation, none when there is no translation."""
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _bare_catalogue(language: str | None) -> Catalog:
    return Catalog(locale=language, domain="stepup", fuzzy=False)


def _header(catalogue: Catalog) -> str:
    lines = ['msgid ""', 'msgstr ""', r'"Content-Type: text/plain; charset=utf-8\n"']
    lines += [r'"Content-Transfer-Encoding: 8bit\n"']
    if catalogue.locale is not None:
        lines += [rf'"Language: {catalogue.locale}\n"']
        lines += [rf'"Plural-Forms: {catalogue.plural_forms}\n"']
    return "\n".join(lines) + "\n\n"


def take(known: Catalog, new: Catalog) -> None:
    """Put the translations of `new` into `known`, in place of what was there."""
    for message in new:
        if message.id and all(forms(message.string)):
            # Adding alone would keep the string that is there, empty or not.
            known.delete(message.id)
            known.add(message.id, message.string)


def _update(taken: Mapping[str, Path]) -> None:
    template = extract()
    TEMPLATE.write_bytes(as_bytes(template))
    for language in LANGUAGES:
        path = po_file(language)
        path.parent.mkdir(parents=True, exist_ok=True)
        known = read(path, language) if path.exists() else Catalog(locale=language)
        if language in taken:
            take(known, read(taken[language], language))
        path.write_bytes(as_bytes(updated(language, template, known)))
    compile_catalogues()


def main(arguments: list[str]) -> int:
    """Update or check, and say what is still missing; return the exit code."""
    match arguments:
        case ["--check"]:
            pass
        case []:
            _update({})
        case ["--take", language, file] if language in LANGUAGES:
            _update({language: Path(file)})
        case _:
            print(__doc__)
            return 2
    found = list(findings())
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
