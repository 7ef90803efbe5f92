"""The age format, version 1, for files sealed with a passphrase: one scrypt stanza, read and written to the letter.

Source: https://c2sp.org/age. Only the work factor is narrower than there: what would take too much memory or time is
refused before anything is allocated. Data files have another kind of stanza and are pyrage's, see `keys`.
"""

import base64
import binascii
import hashlib
import hmac
import os
import re
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

WORK_FACTOR: Final = 17
"""Log2 of scrypt's cost for what is written: 128 MiB, a third of a second on a small computer."""
READABLE: Final = range(16, 21)
"""The work factors that are read: 64 MiB to 1 GiB."""

_VERSION: Final = b"age-encryption.org/v1\n"
_LABEL: Final = b"age-encryption.org/v1/scrypt"
_BLOCK: Final = 8
_KEY: Final = 32
_FILE_KEY: Final = 16
_SALT: Final = 16
_NONCE: Final = 16
_TAG: Final = 16
_CHUNK: Final = 1 << 16
_COLUMNS: Final = 64
_LONGEST_HEADER: Final = 1 << 12
_NO_NONCE: Final = bytes(12)  # each of these keys seals one thing only

_ARGUMENTS: Final = re.compile(rb"->((?: [\x21-\x7e]+)+)\n")
_FACTOR: Final = re.compile(rb"[1-9][0-9]{0,2}")  # what is longer is no factor at all
_MAC: Final = re.compile(rb"--- ([A-Za-z0-9+/]{43})\n")


class NotOpenedError(Exception):
    """Base of the ways in which a file does not open. Never leaves the vault: a Problem does."""


class DamagedError(NotOpenedError):
    """The bytes are no file sealed with a passphrase, or not as they were written."""


class WrongSecretError(NotOpenedError):
    """The passphrase is another one, or the bytes that would prove it are damaged."""


class TooCostlyError(NotOpenedError):
    """The work factor is outside what is read."""

    def __init__(self, factor: int) -> None:
        """Keep the factor the file names."""
        super().__init__()
        self.factor = factor


class NoMemoryError(NotOpenedError):
    """The computer has too little free memory for the derivation."""


@dataclass(frozen=True, slots=True)
class _Header:
    """A header's one stanza, the bytes its MAC is over, its MAC, and where the payload begins."""

    salt: bytes
    factor: int
    body: bytes
    proved: bytes
    mac: bytes
    end: int


def seal(plain: bytes, secret: bytes, *, factor: int = WORK_FACTOR) -> bytes:
    """Return `plain` sealed with a secret. Raises NoMemoryError."""
    file_key, salt, nonce = os.urandom(_FILE_KEY), os.urandom(_SALT), os.urandom(_NONCE)
    wrapped = ChaCha20Poly1305(_derived(secret, salt, factor)).encrypt(_NO_NONCE, file_key, None)
    header = b"%b-> scrypt %b %d\n%b\n---" % (_VERSION, _base64(salt), factor, _base64(wrapped))
    mac = _base64(_mac(file_key, header))
    return b"%b %b\n%b%b" % (header, mac, nonce, _seal_payload(file_key, nonce, plain))


def unseal(sealed: bytes, secret: bytes, *, factors: range = READABLE) -> bytes:
    """Return what was sealed with a secret.

    Raises DamagedError, TooCostlyError (before anything is allocated), NoMemoryError, WrongSecretError.
    """
    header = _parse(sealed)
    if header.factor not in factors:
        raise TooCostlyError(header.factor)
    key = _derived(secret, header.salt, header.factor)
    try:
        file_key = ChaCha20Poly1305(key).decrypt(_NO_NONCE, header.body, None)
    except InvalidTag:
        raise WrongSecretError from None
    if not hmac.compare_digest(_mac(file_key, header.proved), header.mac):
        raise DamagedError
    return _open_payload(file_key, sealed[header.end :])


def _derived(secret: bytes, salt: bytes, factor: int) -> bytes:
    size = 128 * _BLOCK * (1 << factor)
    try:
        return hashlib.scrypt(
            secret,
            salt=_LABEL + salt,
            n=1 << factor,
            r=_BLOCK,
            p=1,
            maxmem=size + (1 << 22),  # the one large array, and a little beside it
            dklen=_KEY,
        )
    except (MemoryError, ValueError):
        # OpenSSL tells memory it did not get as a value it did not like; every value here is a good one.
        raise NoMemoryError from None


def _parse(sealed: bytes) -> _Header:
    if not sealed.startswith(_VERSION):
        raise DamagedError
    found = _ARGUMENTS.match(sealed, len(_VERSION), _LONGEST_HEADER)
    if found is None:
        raise DamagedError
    match found[1].split():
        case [b"scrypt", salt, factor] if _FACTOR.fullmatch(factor):
            pass
        case _:
            raise DamagedError
    body_end = sealed.find(b"\n", found.end(), _LONGEST_HEADER)
    mac = _MAC.match(sealed, body_end + 1)
    if body_end < 0 or body_end - found.end() >= _COLUMNS or mac is None:
        raise DamagedError
    return _Header(
        salt=_exactly(_SALT, salt),
        factor=int(factor),
        body=_exactly(_FILE_KEY + _TAG, sealed[found.end() : body_end]),
        proved=sealed[: mac.start() + len(b"---")],
        mac=_exactly(_KEY, mac[1]),
        end=mac.end(),
    )


def _seal_payload(file_key: bytes, nonce: bytes, plain: bytes) -> bytes:
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    starts = range(0, max(len(plain), 1), _CHUNK)
    return b"".join(
        cipher.encrypt(
            _counted(number, last=start == starts[-1]), plain[start : start + _CHUNK], None
        )
        for number, start in enumerate(starts)
    )


def _open_payload(file_key: bytes, payload: bytes) -> bytes:
    nonce, chunks = payload[:_NONCE], payload[_NONCE:]
    if len(nonce) < _NONCE or not chunks:
        raise DamagedError
    cipher = ChaCha20Poly1305(_hkdf(file_key, nonce, b"payload"))
    starts = range(0, len(chunks), _CHUNK + _TAG)
    parts: list[bytes] = []
    try:
        for number, start in enumerate(starts):
            sealed = chunks[start : start + _CHUNK + _TAG]
            parts.append(cipher.decrypt(_counted(number, last=start == starts[-1]), sealed, None))
    except InvalidTag:
        raise DamagedError from None
    if len(parts) > 1 and not parts[-1]:
        raise DamagedError  # an empty last piece is allowed only where all is empty
    return b"".join(parts)


def _counted(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


def _mac(file_key: bytes, header: bytes) -> bytes:
    return hmac.digest(_hkdf(file_key, b"", b"header"), header, "sha256")


def _hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    """Return 32 bytes by HKDF-SHA-256 (RFC 5869): one block of the expansion is all of it."""
    extracted = hmac.digest(salt or bytes(_KEY), key, "sha256")
    return hmac.digest(extracted, info + b"\x01", "sha256")


def _base64(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _exactly(size: int, text: bytes) -> bytes:
    """Return the bytes a text without padding stands for; only the one canonical spelling is taken."""
    try:
        data = base64.b64decode(text + b"=" * (-len(text) % 4), validate=True)
    except binascii.Error:
        raise DamagedError from None
    if len(data) != size or _base64(data) != text:
        raise DamagedError
    return data
