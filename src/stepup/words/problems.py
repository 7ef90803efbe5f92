"""One clear sentence for every problem."""

from __future__ import annotations

from typing import Final

from stepup.domain.problem import ProblemCode as Code
from stepup.i18n import N_

SENTENCES: Final[dict[Code, str]] = {
    Code.VAULT_NOT_A_FOLDER: N_("The notebook's place is not a folder: {file}."),
    Code.VAULT_NOT_READABLE: N_("The notebook's folder cannot be read ({file}: {error})."),
    Code.VAULT_READ_ONLY_FOLDER: N_(
        "The notebook's folder cannot be written to ({error}); it is open for reading."
    ),
    Code.VAULT_NEWER: N_(
        "This notebook was written by a newer stepup (form {schema}; this one knows {known})."
        " Nothing was changed."
    ),
    Code.VAULT_DAMAGED: N_(
        "Part of the notebook is damaged ({file}). It is open for reading, as it was at save"
        " {generation}; stepup doctor --repair can mend it."
    ),
    Code.SHARD_DAMAGED: N_(
        "The records of {shard} cannot be read: the file is damaged ({file}). The others are"
        " well; stepup doctor --repair can mend it."
    ),
    Code.SHARD_MISSING: N_(
        "The records of {shard} cannot be read: a file is gone ({file}). The others are well;"
        " stepup doctor --repair can mend it."
    ),
    Code.FILE_NOT_REGULAR: N_(
        "Something that is not an ordinary file stands in a file's place ({file})."
        " Nothing was changed."
    ),
    Code.BUSY: N_("Another window is saving just now. Please try again in a moment."),
    Code.DISK_FULL: N_("There is no room left on the disk ({error})."),
    Code.IO_ERROR: N_("The computer could not read or write a file ({error})."),
    Code.SHRINK_REFUSED: N_(
        "Saving was stopped, since {records} entries would have gone missing ({shard}, {table})."
        " Nothing was changed."
    ),
    Code.READ_ONLY: N_("The notebook is open for reading only; nothing was written."),
    Code.DOCUMENT_INVALID: N_("An entry holds something that cannot be kept ({table})."),
    Code.DOCUMENT_TOO_DEEP: N_("An entry is nested too deeply to be kept ({table})."),
    Code.BACKUP_EXISTS: N_("There is a file of that name already: {file}. Nothing was written."),
    Code.BACKUP_INVALID: N_(
        "This file is not a whole backup of stepup (reason: {why}). Nothing was written."
    ),
    Code.RESTORE_TARGET_NOT_EMPTY: N_(
        "A backup is restored into a new or empty folder, and {file} is not one."
        " Nothing was written."
    ),
    Code.NO_SUCH_GENERATION: N_("There is no save with the number {generation}."),
    Code.GENERATION_GONE: N_("Save {generation} can no longer be read ({file})."),
    Code.NOTHING_TO_REPAIR: N_("The notebook is whole; nothing was changed."),
    Code.NOTHING_TO_SAVE: N_("No earlier save could be read either. Nothing was changed."),
    Code.FOLDER_NOT_EMPTY: N_(
        "{file} is there already and is not empty; a new folder is needed. Nothing was written."
    ),
    Code.NOT_A_NOTEBOOK: N_("There is no notebook of stepup at {file}. Nothing was changed."),
    Code.SAME_NOTEBOOK: N_("This is the notebook that is open. Nothing was changed."),
    Code.OTHER_NOT_WHOLE: N_(
        "The other notebook is damaged ({file}); stepup doctor tells more about it."
        " Nothing was changed."
    ),
    Code.OTHER_LOCKED: N_("The other notebook is locked; it opens with its own passphrase."),
    Code.OTHER_PASSPHRASE: N_(
        "This passphrase does not open the other notebook. Nothing was changed."
    ),
    Code.TEXT_TOO_LONG: N_(
        "This is too long for one entry: {size_kib} KiB, and {limit_kib} KiB fit."
        " What was written before is still there."
    ),
    Code.TOO_MANY_CHARACTERS: N_(
        "This is too long to lie here: {characters} characters, and {limit} fit."
        " What was written before is still there."
    ),
    Code.NOT_A_DATE: N_("A date reads like 12/3 or 2026-12-03."),
    Code.NOT_A_TIME: N_("This does not read as a time; for example 3:10 or 23:00."),
    Code.NOT_A_SLEEP: N_("This does not read as a sleep; for example 3:10-11:40."),
    Code.SLEEP_SPAN: N_("A sleep lasts from one minute to three days."),
    Code.NOT_IN_RANGE: N_("A whole number from {least} to {most} fits here."),
    Code.NO_SUCH_TRACKER: N_("There is no row of that name."),
    Code.NOT_A_VALUE: N_("This does not fit this row; a number does, for example 10."),
    Code.NOT_A_NUMBER: N_("This does not read as a number; for example 7 or 6.5."),
    Code.NOT_BETWEEN: N_("A number from {least} to {most} fits here."),
    Code.NOT_A_RANGE: N_("This does not read as a range; for example 0-10."),
    Code.NOTHING_WRITTEN: N_("There is nothing in it to keep."),
    Code.NOT_AN_AMOUNT: N_("This does not read as an amount; for example 1,234 or $12.50."),
    Code.NEGATIVE_AMOUNT: N_("Amounts here are 0 or more; what is taken off has its own line."),
    Code.AMOUNT_TOO_LARGE: N_("Amounts up to 999,999,999,999 fit here."),
    Code.NOT_A_CURRENCY: N_("This currency is not known here; for example JPY, USD or EUR."),
    Code.NOT_A_SHARE: N_("A share from 0 to 100 % fits here."),
    Code.SHARE_NOT_WHOLE: N_(
        "This share does not come out whole; please write it as an amount instead."
    ),
    Code.TAKEN_OFF_ABOVE_PAY: N_(
        "Fee, tax and transfer fee together are more than the pay; costs of one's own go under"
        " expenses."
    ),
    Code.FEE_ALONE: N_("A fee is taken from a pay; please write the pay or what came in as well."),
    Code.FIGURES_DIFFER: N_(
        "Pay, fee and what came in do not agree; leave one of them blank and it is worked out."
    ),
    Code.TWO_CURRENCIES: N_(
        "One entry is in one currency; please keep the other as its own entry."
    ),
    Code.NOT_A_SESSION: N_(
        "This does not read as a time of working; for example 25, 1:30 or 10:00-11:30."
    ),
    Code.NOT_A_WORK_KIND: N_(
        "This kind of work is not known here; these are: crowd, pieces, selling, own, family,"
        " volunteer, thanks, trial, employed."
    ),
    Code.NOT_A_TABLE: N_("This file does not read as a table (CSV in UTF-8)."),
    Code.NO_SUCH_WORK: N_("There is no open work of that name."),
    # The lock
    Code.LOCKED: N_("The notebook is locked; it opens with its passphrase."),
    Code.WRONG_PASSPHRASE: N_("This passphrase does not open the notebook. Nothing was changed."),
    Code.WRONG_RECOVERY_CODE: N_(
        "This recovery code does not open this notebook. Nothing was changed."
    ),
    Code.RECOVERY_CODE_LENGTH: N_(
        "A recovery code has {letters} letters and digits, and these are {typed}."
    ),
    Code.RECOVERY_CODE_GROUP: N_(
        "Group {group} of the code is not quite right; please look again."
    ),
    Code.KEY_DAMAGED: N_(
        "The file with the key is damaged ({file}). The recovery code still opens the notebook:"
        " stepup lock recover."
    ),
    Code.KEY_GONE: N_(
        "The file with the key is gone ({file}). The recovery code still opens the notebook:"
        " stepup lock recover."
    ),
    Code.KEY_TOO_COSTLY: N_(
        "The file with the key asks for more work than this program does (2^{factor})."
        " Nothing was changed."
    ),
    Code.NO_MEMORY: N_(
        "There is not enough free memory to open the lock; about 200 MB are needed."
        " Closing other programs may help."
    ),
    Code.HAS_LOCK: N_("The notebook has a lock already. Nothing was changed."),
    Code.HAS_NO_LOCK: N_("The notebook has no lock. Nothing was changed."),
    Code.PASSPHRASE_EMPTY: N_("A passphrase has at least one letter."),
    Code.PASSPHRASE_LONG: N_("This passphrase is too long; {limit} bytes fit."),
    Code.PASSPHRASES_DIFFER: N_("The two are not the same. Please type both again."),
    Code.INCOMING_NOT_READ: N_("{file} cannot be read ({error})."),
    Code.INCOMING_TOO_LARGE: N_(
        "{file} is too large to be read: {size_mib} MiB, and {limit_mib} MiB are. Nothing was changed."
    ),
    Code.INCOMING_TOO_MANY: N_(
        "{file} has more than {limit} rows, more than are read. Nothing was changed."
    ),
    Code.INCOMING_ZIP: N_(
        "{file} is not a zip that can be read safely (reason: {why}). Nothing was changed."
    ),
    Code.INCOMING_ENCODING: N_(
        "{file}, line {line}: the text is in another encoding. It can be chosen: UTF-8, UTF-16 or"
        " Shift_JIS. Nothing was changed."
    ),
    Code.INCOMING_TABLE: N_(
        "{file}, line {line}: a quotation mark is not closed, or a cell is too long."
        " Nothing was changed."
    ),
    Code.INCOMING_JSON: N_(
        "{file}, line {line}, field {field}: this cannot be read as JSON. Nothing was changed."
    ),
    Code.INCOMING_OTHER: N_(
        "{file}, line {line}, field {field}: this is not what such a file holds."
        " Nothing was changed."
    ),
    Code.INCOMING_NEWER: N_(
        "{file} was written by a newer stepup (form {version}; this one knows {known})."
        " Nothing was changed."
    ),
}
