"""The age test kit (C2SP/CCTV, age) as far as it is about files sealed with a passphrase.

The files in testkit/ are the published ones. Those about the payload have an X25519 stanza; a payload hangs on the file
key alone, so a scrypt stanza around the same file key stands in its place here. What the kit says of the header's shape
and its HMAC is published with X25519 stanzas only, and is made again here with a scrypt stanza, under the kit's names.
"""

import base64
import hashlib
import hmac
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

FILES = Path(__file__).with_name("testkit")
PUBLISHED = sorted(path.name for path in FILES.glob("s*"))
FILE_KEY = b"YELLOW SUBMARINE"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@dataclass(frozen=True)
class Case:
    """One file, what opening it comes to, and the SHA-256 of what it holds where that is success."""

    expect: str
    sealed: bytes
    passphrase: bytes = b"password"
    payload: str = ""


class Kit:
    """Writes one file line by line."""

    def __init__(self, file_key: bytes = FILE_KEY) -> None:
        self._stream = Cipher(
            ChaCha20(b"TEST RANDOMNESS TEST RANDOMNESS!", bytes(16)), None
        ).encryptor()
        self.file_key = file_key
        self.out = b"age-encryption.org/v1\n"

    def random(self, count: int) -> bytes:
        return self._stream.update(bytes(count))

    def line(self, text: str) -> "Kit":
        self.out += text.encode() + b"\n"
        return self

    def scrypt(
        self,
        passphrase: bytes = b"password",
        factor: int = 10,
        *,
        arguments: Callable[[str, int], str] = "-> scrypt {} {}".format,
        body: Callable[[bytes], str] | None = None,
    ) -> "Kit":
        salt = self.random(16)
        label = b"age-encryption.org/v1/scrypt" + salt
        key = hashlib.scrypt(
            passphrase, salt=label, n=1 << factor, r=8, p=1, maxmem=1 << 30, dklen=32
        )
        wrapped = ChaCha20Poly1305(key).encrypt(bytes(12), self.file_key, None)
        return self.line(arguments(b64(salt), factor)).line((body or b64)(wrapped))

    def mac(self, *, flip: bool = False) -> "Kit":
        digest = hmac.digest(hkdf(self.file_key, bytes(32), b"header"), self.out + b"---", "sha256")
        return self.line("--- " + b64(bytes([digest[0] ^ flip]) + digest[1:]))

    def payload(self, plain: bytes = b"age") -> bytes:
        nonce = self.random(16)
        cipher = ChaCha20Poly1305(hkdf(self.file_key, nonce, b"payload"))
        return self.out + nonce + cipher.encrypt(bytes(11) + b"\x01", plain, None)


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def not_canonical(text: str) -> str:
    """The same bytes in a spelling that is not the one: a spare bit at the end is set."""
    return text[:-1] + ALPHABET[ALPHABET.index(text[-1]) + 1]


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(salt, key, "sha256"), info + b"\x01", "sha256")


def published(name: str) -> Case:
    """One of the published files, under a passphrase where it is not."""
    text, _, sealed = (FILES / name).read_bytes().partition(b"\n\n")
    told = dict(line.split(": ", 1) for line in text.decode().splitlines())
    if told.get("compressed") == "zlib":
        sealed = zlib.decompress(sealed)
    if "passphrase" not in told:
        payload = sealed[sealed.index(b"\n", sealed.index(b"\n--- ") + 1) + 1 :]
        sealed = Kit(bytes.fromhex(told["file key"])).scrypt().mac().out + payload
    passphrase = told.get("passphrase", "password").encode()
    return Case(told["expect"], sealed, passphrase, told.get("payload", ""))


def _bent(**how: Any) -> Case:
    return Case("header failure", Kit().scrypt(**how).mac().payload())


def _turned(old: bytes, new: bytes) -> Case:
    return Case("header failure", Kit().scrypt().mac().payload().replace(old, new, 1))


def _proved(mac: Callable[[str], str]) -> Case:
    kit = Kit().scrypt()
    line = kit.mac().out.splitlines()[-1].decode()
    kit.out = kit.out[: -len(line) - 1]
    return Case("header failure", kit.line(mac(line)).payload())


MADE = {
    "header_crlf": _turned(b"v1\n", b"v1\r\n"),
    "hmac_bad": Case("HMAC failure", Kit().scrypt().mac(flip=True).payload()),
    "hmac_extra_space": _proved(lambda line: line.replace(" ", "  ")),
    "hmac_garbage": _proved(lambda line: f"{line}AAA"),
    "hmac_missing": _proved(lambda _line: "---"),
    "hmac_no_space": _proved(lambda line: line.replace(" ", "")),
    "hmac_not_canonical": _proved(not_canonical),
    "hmac_trailing_space": _proved(lambda line: f"{line} "),
    "hmac_truncated": _proved(lambda line: line[:-4]),
    "stanza_bad_start": _bent(arguments="--> scrypt {} {}".format),
    "stanza_base64_padding": _bent(body=lambda wrapped: b64(wrapped) + "="),
    "stanza_empty_argument": _bent(arguments="-> scrypt {}  {}".format),
    "stanza_invalid_character": _bent(arguments="-> scrypt {} {}\x7f".format),
    "stanza_spurious_cr": _bent(arguments="-> scrypt {} {}\r".format),
    "version_unsupported": _turned(b"/v1", b"/v1234"),
}
