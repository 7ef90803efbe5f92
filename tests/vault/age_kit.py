"""The scrypt part of the published age test kit (C2SP/CCTV, age), made again from its description.

The kit's files are made by a program from a fixed file key, a fixed stream of "random" bytes and passphrases that are
words; the same is done here, case by case under the kit's names, so that no binary file is kept in this repository.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.ciphers.algorithms import ChaCha20

FILE_KEY = b"YELLOW SUBMARINE"
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


@dataclass(frozen=True)
class Case:
    """One file, what opening it comes to, and what it holds where that is success."""

    expect: str
    sealed: bytes
    passphrase: bytes = b"password"
    payload: bytes = b""


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
        salt: bytes | None = None,
        arguments: Callable[[str, int], str] = "-> scrypt {} {}".format,
        body: Callable[[bytes], str] | None = None,
    ) -> "Kit":
        salt = self.random(16) if salt is None else salt
        label = b"age-encryption.org/v1/scrypt" + salt
        key = hashlib.scrypt(
            passphrase, salt=label, n=1 << factor, r=8, p=1, maxmem=1 << 30, dklen=32
        )
        wrapped = ChaCha20Poly1305(key).encrypt(bytes(12), self.file_key, None)
        return self.line(arguments(b64(salt), factor)).line((body or b64)(wrapped))

    def mac(self, *, flip: bool = False) -> "Kit":
        digest = hmac.digest(hkdf(self.file_key, bytes(32), b"header"), self.out + b"---", "sha256")
        return self.line("--- " + b64(bytes([digest[0] ^ flip]) + digest[1:]))

    def payload(self, *chunks: bytes, final: bool = True) -> bytes:
        nonce = self.random(16)
        cipher = ChaCha20Poly1305(hkdf(self.file_key, nonce, b"payload"))
        self.out += nonce
        for number, chunk in enumerate(chunks):
            last = final and number == len(chunks) - 1
            self.out += cipher.encrypt(number.to_bytes(11, "big") + bytes([last]), chunk, None)
        return self.out


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode().rstrip("=")


def not_canonical(text: str) -> str:
    """The same bytes in a spelling that is not the one: a spare bit at the end is set."""
    return text[:-1] + ALPHABET[ALPHABET.index(text[-1]) + 1]


def hkdf(key: bytes, salt: bytes, info: bytes) -> bytes:
    return hmac.digest(hmac.digest(salt, key, "sha256"), info + b"\x01", "sha256")


def _bent(argument: str) -> Case:
    return Case(
        "header failure",
        Kit()
        .scrypt(arguments=lambda salt, _factor: f"-> scrypt {salt} {argument}")
        .mac()
        .payload(b"age"),
    )


def _refused(**how: object) -> Case:
    return Case("header failure", Kit().scrypt(**how).mac().payload(b"age"))  # type: ignore[arg-type]


def _flipped(wrapped: bytes) -> str:
    return b64(wrapped[:-1] + bytes([wrapped[-1] ^ 0xFF]))


def _x25519_beside() -> bytes:
    kit = Kit()
    return (
        kit.line("-> X25519 " + b64(kit.random(32)))
        .line(b64(kit.random(32)))
        .scrypt()
        .mac()
        .payload(b"age")
    )


_BIG = bytes(1 << 16)
CASES: dict[str, Case] = {
    "scrypt": Case("success", Kit().scrypt().mac().payload(b"age"), payload=b"age"),
    "scrypt_and_x25519": Case("header failure", _x25519_beside()),
    "scrypt_bad_tag": Case("no match", Kit().scrypt(body=_flipped).mac().payload(b"age")),
    "scrypt_double": Case(
        "header failure", Kit().scrypt().scrypt(b"hunter2").mac().payload(b"age")
    ),
    "scrypt_extra_argument": _bent("10 10"),
    "scrypt_long_file_key": Case(
        "header failure", Kit(b"A LONGER YELLOW SUBMARINE").scrypt().mac().payload(b"age")
    ),
    "scrypt_no_match": Case("no match", Kit().scrypt().mac().payload(b"age"), passphrase=b"wrong"),
    "scrypt_not_canonical_body": _refused(body=lambda wrapped: not_canonical(b64(wrapped))),
    "scrypt_not_canonical_salt": _refused(
        arguments=lambda salt, factor: f"-> scrypt {not_canonical(salt)} {factor}"
    ),
    "scrypt_salt_long": _refused(salt=b"SIXTEEN AND MORE!"),
    "scrypt_salt_missing": _refused(
        salt=b"", arguments=lambda _salt, factor: f"-> scrypt {factor}"
    ),
    "scrypt_salt_short": _refused(salt=b"SHORT SALT"),
    "scrypt_uppercase": _refused(arguments="-> SCRYPT {} {}".format),
    "scrypt_work_factor_23": Case(
        "too costly", Kit().scrypt(arguments=lambda salt, _: f"-> scrypt {salt} 23").mac().payload(b"age")
    ),
    "scrypt_work_factor_hex": _bent("0xa"),
    "scrypt_work_factor_leading_garbage": _bent("aaa10"),
    "scrypt_work_factor_leading_plus": _bent("+10"),
    "scrypt_work_factor_leading_zero_decimal": _bent("010"),
    "scrypt_work_factor_leading_zero_octal": _bent("012"),
    "scrypt_work_factor_missing": _refused(arguments=lambda salt, _factor: f"-> scrypt {salt}"),
    "scrypt_work_factor_negative": _bent("-10"),
    "scrypt_work_factor_overflow": _bent(str(2**63 + 10)),
    "scrypt_work_factor_trailing_garbage": _bent("10aaa"),
    "scrypt_work_factor_wrong": Case(
        "no match", Kit().scrypt(arguments=lambda salt, _: f"-> scrypt {salt} 11").mac().payload(b"age")
    ),
    "scrypt_work_factor_zero": _bent("0"),
    "hmac_bad": Case("HMAC failure", Kit().scrypt().mac(flip=True).payload(b"age")),
    "hmac_missing": Case("header failure", Kit().scrypt().line("---").payload(b"age")),
    "hmac_extra_space": Case("header failure", Kit().scrypt().mac().out.replace(b"--- ", b"---  ")),
    "header_crlf": Case("header failure", Kit().scrypt().mac().payload(b"age").replace(b"v1\n", b"v1\r\n")),
    "version_unsupported": Case("header failure", Kit().scrypt().mac().payload(b"age").replace(b"/v1", b"/v1234")),
    "stanza_empty_argument": _refused(arguments="-> scrypt {}  {}".format),
    "stanza_bad_start": _refused(arguments="--> scrypt {} {}".format),
    "stanza_base64_padding": _refused(body=lambda wrapped: b64(wrapped) + "="),
    "stream_no_nonce": Case("header failure", Kit().scrypt().mac().out),
    "stream_short_nonce": Case("header failure", Kit().scrypt().mac().out + b"short"),
    "stream_no_chunks": Case("payload failure", Kit().scrypt().mac().payload()),
    "stream_bad_tag": Case("payload failure", Kit().scrypt().mac().payload(b"age")[:-1] + b"\x00"),
    "stream_no_final": Case("payload failure", Kit().scrypt().mac().payload(b"age", final=False)),
    "stream_two_chunks": Case(
        "success", Kit().scrypt().mac().payload(_BIG, b"age"), payload=_BIG + b"age"
    ),
    "stream_last_chunk_full": Case("success", Kit().scrypt().mac().payload(_BIG, _BIG), payload=_BIG * 2),
    "stream_last_chunk_empty": Case("payload failure", Kit().scrypt().mac().payload(_BIG, b"")),
    "stream_short_chunk": Case("payload failure", Kit().scrypt().mac().payload(b"age", b"age")),
    "stream_trailing_garbage_short": Case("payload failure", Kit().scrypt().mac().payload(b"age") + b"a"),
    "stream_empty": Case("success", Kit().scrypt().mac().payload(b""), payload=b""),
}  # fmt: skip
