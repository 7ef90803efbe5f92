"""Fault 11: the passphrase's file, to the letter of the age format, both ways with Debian's age."""

import hashlib
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from random import Random

import pexpect
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.vault.age_kit import MADE, PUBLISHED, Kit, published

from stepup.vault import age

ANY = range(1, 21)


def age_tool() -> str:
    found = shutil.which("age")
    assert found, "this test needs the Debian package age"
    return found


TOLD: dict[str, type[Exception]] = {
    "no match": age.WrongSecretError,
    "header failure": age.DamagedError,
    "HMAC failure": age.DamagedError,
    "payload failure": age.DamagedError,
}
OF_OUR_OWN: dict[str, type[Exception]] = {
    # The header is as it should be; it is only too dear, which is an error of its own here.
    "scrypt_work_factor_23": age.TooCostlyError,
    # No stanza is for us. "It is another passphrase" would be untrue: no passphrase opens such a file.
    "scrypt_uppercase": age.DamagedError,
}


@pytest.mark.parametrize("name", [*PUBLISHED, *MADE])
def test_each_case_of_the_published_kit_comes_to_what_the_kit_says(name: str) -> None:
    case = MADE.get(name) or published(name)
    if case.expect == "success":
        opened = age.unseal(case.sealed, case.passphrase, factors=ANY)
        assert hashlib.sha256(opened).hexdigest() == case.payload
    else:
        with pytest.raises(age.NotOpenedError) as told:
            age.unseal(case.sealed, case.passphrase, factors=ANY)
        assert told.type is OF_OUR_OWN.get(name, TOLD[case.expect])


def test_the_published_kit_is_whole() -> None:
    assert [name.partition("_")[0] for name in PUBLISHED].count("scrypt") == 25
    assert [name.partition("_")[0] for name in PUBLISHED].count("stream") == 28


@pytest.mark.parametrize("size", [0, 1, 65535, 65536, 65537, 131072])
def test_what_is_sealed_opens_again_at_any_size(size: int) -> None:
    plain = Random(size).randbytes(size)
    assert age.unseal(age.seal(plain, b"secret", factor=2), b"secret", factors=ANY) == plain


@given(st.binary(max_size=300))
def test_bytes_that_are_anything_are_refused_and_never_crash(data: bytes) -> None:
    for start in (b"", b"age-encryption.org/v1\n", b"age-encryption.org/v1\n-> scrypt "):
        with pytest.raises(age.DamagedError):
            age.unseal(start + data, b"secret")


def test_a_bit_flipped_anywhere_never_opens() -> None:
    sealed = age.seal(b"AGE-SECRET-KEY-1", b"secret", factor=2)
    for place in range(len(sealed)):
        bent = bytearray(sealed)
        bent[place] ^= 1 << place % 8
        with pytest.raises(age.NotOpenedError):
            age.unseal(bytes(bent), b"secret", factors=ANY)


def test_a_file_cut_anywhere_never_opens() -> None:
    sealed = age.seal(b"AGE-SECRET-KEY-1", b"secret", factor=2)
    for length in range(len(sealed)):
        with pytest.raises(age.NotOpenedError):
            age.unseal(sealed[:length], b"secret", factors=ANY)


@pytest.mark.parametrize("factor", [1, 15, 21, 30, 64, 999])
def test_a_work_factor_beyond_what_is_read_is_refused_before_a_key_is_made(
    factor: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = Kit().scrypt(arguments=lambda salt, _: f"-> scrypt {salt} {factor}").mac().payload()
    monkeypatch.setattr(hashlib, "scrypt", lambda *_a, **_n: pytest.fail("a key was made"))
    with pytest.raises(age.TooCostlyError) as told:
        age.unseal(sealed, b"password")
    assert told.value.factor == factor


@pytest.mark.parametrize("error", [MemoryError(), ValueError("memory limit exceeded")])
def test_too_little_memory_is_an_error_of_its_own(
    error: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = age.seal(b"x", b"secret", factor=2)

    def refuse(*_arguments: object, **_named: object) -> bytes:
        raise error

    monkeypatch.setattr(hashlib, "scrypt", refuse)
    with pytest.raises(age.NoMemoryError):
        age.unseal(sealed, b"secret", factors=ANY)
    with pytest.raises(age.NoMemoryError):
        age.seal(b"x", b"secret", factor=2)


@pytest.mark.outside
@pytest.mark.parametrize("passphrase", ["correct horse", "合言葉 さくら"])
def test_debians_age_opens_what_was_sealed_here(tmp_path: Path, passphrase: str) -> None:
    file = tmp_path / "identity.age"
    file.write_bytes(age.seal(b"AGE-SECRET-KEY-1TEST\n", passphrase.encode()))
    asked = pexpect.spawn(
        age_tool(), ["-d", "-o", str(tmp_path / "key.txt"), str(file)], timeout=60
    )
    asked.expect("passphrase")
    asked.sendline(passphrase)
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0
    assert (tmp_path / "key.txt").read_bytes() == b"AGE-SECRET-KEY-1TEST\n"


@pytest.mark.outside
def test_what_debians_age_sealed_opens_here(tmp_path: Path) -> None:
    plain, file = tmp_path / "key.txt", tmp_path / "identity.age"
    plain.write_bytes(b"AGE-SECRET-KEY-1TEST\n")
    asked = pexpect.spawn(age_tool(), ["-p", "-o", str(file), str(plain)], timeout=60)
    asked.expect("passphrase")
    asked.sendline("correct horse")
    asked.expect("(?i)confirm")
    asked.sendline("correct horse")
    asked.expect(pexpect.EOF)
    asked.close()
    assert asked.exitstatus == 0, asked.before
    assert age.unseal(file.read_bytes(), b"correct horse") == plain.read_bytes()


@pytest.mark.outside
@pytest.mark.parametrize("name", ["hmac_bad", "stream_two_chunks", "stream_no_final_full"])
def test_debians_age_judges_what_of_the_kit_is_made_here_as_this_reader_does(
    tmp_path: Path, name: str
) -> None:
    case = MADE.get(name) or published(name)
    (tmp_path / "file").write_bytes(case.sealed)
    asked = pexpect.spawn(
        age_tool(), ["-d", "-o", str(tmp_path / "plain"), str(tmp_path / "file")], timeout=60
    )
    asked.expect("passphrase")
    asked.sendline("password")
    asked.expect(pexpect.EOF)
    asked.close()
    assert (asked.exitstatus == 0) is (case.expect == "success")


def test_the_way_through_pyrage_for_passphrases_is_not_in_the_program() -> None:
    found: Callable[[Path], bool] = lambda path: "pyrage.passphrase" in path.read_text("utf-8")  # noqa: E731
    sources = Path(age.__file__).parents[1].rglob("*.py")
    assert not [path.name for path in sources if found(path)]
    assert subprocess.run([age_tool(), "--version"], check=True, capture_output=True).stdout
