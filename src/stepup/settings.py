"""Settings of this device: needed before a vault is unlocked, so nothing personal is in them."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Final, TypeGuard

from stepup.i18n import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

FILE_NAME: Final = "settings.json"
THEMES: Final = ("stepup-light", "stepup-dark", "stepup-contrast", "stepup-terminal")
# A settings file is a few hundred bytes; what is longer than this was not written by us.
SIZE_LIMIT: Final = 256 * 1024
IDLE_LIMIT: Final = 24 * 60

# Names of keys as Textual has them; anything else would reach the screen as it is.
_KEYS: Final = re.compile(r"[a-z0-9_+]{1,32}(,[a-z0-9_+]{1,32}){0,3}")
# Windows has neither flag; there a link needs rights that a program seldom has.
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT: Final = getattr(os, "O_NONBLOCK", 0)
_BYTES: Final = getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Settings:
    """What this device remembers.

    `language` is ja, en or None (not chosen), `theme` one of THEMES, `keymap` maps an action's
    id to a key, `idle_minutes` is 0 (never) to 1440, `plain_keys` asks the terminal for plain key
    codes (some terminals lose an input method's text with the newer ones).
    """

    language: str | None = None
    theme: str = "stepup-dark"
    ascii_charts: bool = False
    keymap: dict[str, str] = field(default_factory=dict)
    idle_minutes: int = 10
    plain_keys: bool = False


def read_settings(folder: Path) -> Settings:
    """Return the settings kept in the vault's folder.

    A value that cannot be used, a file that cannot be read and a file that is not there give
    the defaults. Nothing is written.
    """
    return _settings_from(_read_known(folder) or {})


def write_settings(folder: Path, settings: Settings) -> None:
    """Keep `settings` in the vault's folder, for good when this returns.

    Keys this version does not know stay as they are. A file that cannot be understood is kept
    beside the new one as settings.json.broken-N. The folder is made when it is not there.
    Raises Problem (FILE_NOT_REGULAR) when a link, pipe or folder stands in the file's place,
    OSError when the system refuses.
    """
    import json

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / FILE_NAME
    _refuse_irregular(target)
    kept = _read_known(folder)
    if kept is None and target.exists():
        _set_aside(target)
    text = json.dumps({**(kept or {}), **asdict(settings)}, ensure_ascii=False, indent=2)
    _replace(target, text.encode("utf-8") + b"\n")


def _read_known(folder: Path) -> dict[str, object] | None:
    """Return the file's object; None when there is none that can be understood."""
    try:
        raw = _read_bytes(folder / FILE_NAME)
    except OSError:
        return None
    if len(raw) > SIZE_LIMIT:
        return None
    import json

    try:
        value = json.loads(raw)
        # Half a character reads well and cannot be written back.
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _read_bytes(path: Path) -> bytes:
    """Return at most one byte more than the limit of a plain file, never waiting on a pipe."""
    descriptor = os.open(path, os.O_RDONLY | _NO_LINK | _NO_WAIT | _BYTES)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError
        return file.read(SIZE_LIMIT + 1)


def _settings_from(known: Mapping[str, object]) -> Settings:
    default = Settings()
    language, theme = known.get("language"), known.get("theme")
    ascii_charts, idle = known.get("ascii_charts"), known.get("idle_minutes")
    plain_keys = known.get("plain_keys")
    keymap = known.get("keymap")
    return Settings(
        language=language if isinstance(language, str) and language in LANGUAGES else None,
        theme=theme if isinstance(theme, str) and theme in THEMES else default.theme,
        ascii_charts=ascii_charts if isinstance(ascii_charts, bool) else default.ascii_charts,
        keymap=_keymap_from(keymap) if isinstance(keymap, dict) else {},
        idle_minutes=idle if _is_idle(idle) else default.idle_minutes,
        plain_keys=plain_keys if isinstance(plain_keys, bool) else default.plain_keys,
    )


def _keymap_from(keymap: Mapping[object, object]) -> dict[str, str]:
    return {
        action: keys
        for action, keys in keymap.items()
        if isinstance(action, str) and isinstance(keys, str) and _KEYS.fullmatch(keys)
    }


def _is_idle(value: object) -> TypeGuard[int]:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= IDLE_LIMIT


def _refuse_irregular(target: Path) -> None:
    try:
        mode = target.lstat().st_mode
    except FileNotFoundError:
        return
    if not stat.S_ISREG(mode):
        from stepup.domain.problem import Problem, ProblemCode

        raise Problem(ProblemCode.FILE_NOT_REGULAR, file=FILE_NAME)


def _set_aside(target: Path) -> None:
    """Keep a file that is not understood under the next free name."""
    number = 1
    while (aside := target.with_name(f"{FILE_NAME}.broken-{number}")).exists():
        number += 1
    target.rename(aside)


def _replace(target: Path, content: bytes) -> None:
    """Put `content` in the file's place in one step: old or new, never half."""
    from secrets import token_hex

    new = target.with_name(f"{FILE_NAME}.{token_hex(6)}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BYTES
    descriptor = os.open(new, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(descriptor)
        new.replace(target)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; where folders cannot be opened (Windows) the system sees to it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
