"""What can go wrong with storage, as a code and safe details: never a word the person wrote."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class ProblemCode(StrEnum):
    """Every way storage can refuse; the comment names when it is raised and the details it carries."""

    # The vault's path, or one of its folders, is a file, a link or something else. Details: file.
    VAULT_NOT_A_FOLDER = "vault_not_a_folder"
    # A folder or file of the vault may not be read by this account. Details: error, and file where known.
    VAULT_NOT_READABLE = "vault_not_readable"
    # The vault's folder may be read but not written. Details: error, and file where known.
    VAULT_READ_ONLY_FOLDER = "vault_read_only_folder"
    # A newer stepup wrote this vault; nothing was opened. Details: schema, known.
    VAULT_NEWER = "vault_newer"
    # The newest state does not verify; open at an older one (0: none), for reading only. Details: generation, file.
    VAULT_DAMAGED = "vault_damaged"
    # One shard's bytes are not what was saved; the other shards work. Details: shard, file, generation.
    SHARD_DAMAGED = "shard_damaged"
    # One shard's file is not there; the other shards work. Details: shard, file, generation.
    SHARD_MISSING = "shard_missing"
    # A link, pipe, folder or device stands where a file of ours should be. Details: file; and generation when the vault
    # opened at an older state because of it.
    FILE_NOT_REGULAR = "file_not_regular"
    # Another window or command kept the lock for too long. No details.
    BUSY = "busy"
    # There is no space left, or the quota is used up. Details: error.
    DISK_FULL = "disk_full"
    # The system refused to read or write for another reason. Details: error (an errno's name, or an exception's).
    IO_ERROR = "io_error"
    # A save would have made records vanish without being told to; nothing was written. Details: shard, records, table
    # ("" when a migration would have).
    SHRINK_REFUSED = "shrink_refused"
    # A save into a vault that is open for reading only. Details: why (another code), and that problem's details.
    READ_ONLY = "read_only"
    # A record holds what cannot be kept: not a number, half a character, an absurd number. Details: table.
    DOCUMENT_INVALID = "document_invalid"
    # A record is nested too deeply. Details: table.
    DOCUMENT_TOO_DEEP = "document_too_deep"
    # A backup would stand where a file already is. Details: file.
    BACKUP_EXISTS = "backup_exists"
    # The file is not a whole backup of stepup. Details: why (one word: zip, name, size, count, content).
    BACKUP_INVALID = "backup_invalid"
    # A backup is only restored into a new or empty folder. Details: file.
    RESTORE_TARGET_NOT_EMPTY = "restore_target_not_empty"
    # There is no saved state of that number in the history. Details: generation.
    NO_SUCH_GENERATION = "no_such_generation"
    # That state stands in the history but one of its files is gone or damaged. Details: generation, file.
    GENERATION_GONE = "generation_gone"
    # Repair was asked for a vault that is whole. No details.
    NOTHING_TO_REPAIR = "nothing_to_repair"
    # Repair found no saved state that can be read. No details.
    NOTHING_TO_SAVE = "nothing_to_save"

    # The lock.
    # The vault is locked and no key was given, or it was locked by another window since. No details.
    LOCKED = "locked"
    # The passphrase does not open it, or the file that would prove it is damaged just there. No details.
    WRONG_PASSPHRASE = "wrong_passphrase"
    # The recovery code is well formed and belongs to another notebook. No details.
    WRONG_RECOVERY_CODE = "wrong_recovery_code"
    # A recovery code has another number of letters. Details: letters (as it should be), typed.
    RECOVERY_CODE_LENGTH = "recovery_code_length"
    # A group of a recovery code does not prove itself. Details: group, counted from 1.
    RECOVERY_CODE_GROUP = "recovery_code_group"
    # The file that holds the key is not as it was written. Details: file.
    KEY_DAMAGED = "key_damaged"
    # The file that holds the key is not there, and locked files are. Details: file.
    KEY_GONE = "key_gone"
    # The file that holds the key asks for more memory than is given. Details: factor.
    KEY_TOO_COSTLY = "key_too_costly"
    # There is too little free memory to make the key. No details.
    NO_MEMORY = "no_memory"
    # A lock is to be set and there is one. No details.
    HAS_LOCK = "has_lock"
    # A lock is to be changed or taken off and there is none. No details.
    HAS_NO_LOCK = "has_no_lock"
    # Nothing was typed for a passphrase, or what cannot be typed again. No details.
    PASSPHRASE_EMPTY = "passphrase_empty"
    # More bytes than a passphrase may have. Details: limit.
    PASSPHRASE_LONG = "passphrase_long"
    # The second time something else was typed. No details.
    PASSPHRASES_DIFFER = "passphrases_differ"

    # Files are only written out into a new or empty folder. Details: file.
    FOLDER_NOT_EMPTY = "folder_not_empty"
    # There is no notebook where one was named to be joined. Details: file.
    NOT_A_NOTEBOOK = "not_a_notebook"
    # A notebook was to be joined with itself. No details.
    SAME_NOTEBOOK = "same_notebook"
    # The notebook to be joined is damaged; it is not joined in part. Details: file.
    OTHER_NOT_WHOLE = "other_not_whole"
    # The notebook to be joined is locked, with another key than ours. Details: file.
    OTHER_LOCKED = "other_locked"
    # What was typed does not open the notebook to be joined. No details.
    OTHER_PASSPHRASE = "other_passphrase"

    # What was typed cannot be taken; it stays in its field.
    # Longer than one entry may be. Details: size_kib, limit_kib.
    TEXT_TOO_LONG = "text_too_long"
    # More characters than fit into one corner's item. Details: characters, limit.
    TOO_MANY_CHARACTERS = "too_many_characters"
    # Not a date. No details.
    NOT_A_DATE = "not_a_date"
    # Not a time of day. No details.
    NOT_A_TIME = "not_a_time"
    # Not a sleep: two times, or one with a dash. No details.
    NOT_A_SLEEP = "not_a_sleep"
    # A sleep that ends before it starts, or lasts more than three days. No details.
    SLEEP_SPAN = "sleep_span"
    # Not a whole number in the range asked for. Details: least, most.
    NOT_IN_RANGE = "not_in_range"
    # A mark names a row that is not there. No details.
    NO_SUCH_TRACKER = "no_such_tracker"
    # A mark's value does not suit its row. No details.
    NOT_A_VALUE = "not_a_value"
    # Not a number with one decimal at most. No details.
    NOT_A_NUMBER = "not_a_number"
    # A number outside the range its owner gave it. Details: least, most.
    NOT_BETWEEN = "not_between"
    # Not two numbers, the smaller first. No details.
    NOT_A_RANGE = "not_a_range"
    # Nothing is left when the text is cleaned. No details.
    NOTHING_WRITTEN = "nothing_written"

    # Money and work. None of them carries details: amounts are the person's own.
    # Not an amount of money in whole minor units.
    NOT_AN_AMOUNT = "not_an_amount"
    # An amount below nothing.
    NEGATIVE_AMOUNT = "negative_amount"
    # More than an amount may be.
    AMOUNT_TOO_LARGE = "amount_too_large"
    # Not the code or sign of a currency that is known.
    NOT_A_CURRENCY = "not_a_currency"
    # More than 100 %.
    NOT_A_SHARE = "not_a_share"
    # So many per cent are no whole number of minor units.
    SHARE_NOT_WHOLE = "share_not_whole"
    # More is taken off than was paid.
    TAKEN_OFF_ABOVE_PAY = "taken_off_above_pay"
    # A fee without any pay it was taken from.
    FEE_ALONE = "fee_alone"
    # Pay, fee and what came in do not agree.
    FIGURES_DIFFER = "figures_differ"
    # Amounts of one entry in two currencies.
    TWO_CURRENCIES = "two_currencies"
    # Not a time of working of one minute to 24 hours.
    NOT_A_SESSION = "not_a_session"
    # Not the code of a kind of work.
    NOT_A_WORK_KIND = "not_a_work_kind"
    # A file that is no table as we write them.
    NOT_A_TABLE = "not_a_table"
    # No open work of that name.
    NO_SUCH_WORK = "no_such_work"

    # A file from elsewhere cannot be taken; nothing was changed.
    # It cannot be opened or read. Details: file, error.
    INCOMING_NOT_READ = "incoming_not_read"
    # It is larger than is read. Details: file, size_mib, limit_mib.
    INCOMING_TOO_LARGE = "incoming_too_large"
    # It has more rows than are read. Details: file, limit.
    INCOMING_TOO_MANY = "incoming_too_many"
    # It is no zip that can be trusted. Details: file, why (one word: zip, name, size, count).
    INCOMING_ZIP = "incoming_zip"
    # Its bytes are not in the encoding. Details: file, line.
    INCOMING_ENCODING = "incoming_encoding"
    # A row cannot be told from the next: a quotation mark is not closed. Details: file, line.
    INCOMING_TABLE = "incoming_table"
    # Not JSON, or nested too deeply, or not a number. Details: file, line, field ("-" where unknown).
    INCOMING_JSON = "incoming_json"
    # Another kind of file than was said. Details: file, line, field.
    INCOMING_OTHER = "incoming_other"
    # A newer stepup wrote it. Details: file, version, known.
    INCOMING_NEWER = "incoming_newer"


class Problem(Exception):
    """A refusal with a code and safe details (file names, numbers, errno names)."""

    def __init__(self, code: ProblemCode, **details: str | int) -> None:
        """Keep the code and a read-only copy of the details."""
        super().__init__(code, details)
        self.code = code
        self.details: Mapping[str, str | int] = MappingProxyType(dict(details))

    def __str__(self) -> str:
        """Give the code and its details, for logs and tests; sentences are made in words.py."""
        if not self.details:
            return str(self.code)
        return (
            f"{self.code} ({', '.join(f'{name}={value}' for name, value in self.details.items())})"
        )
