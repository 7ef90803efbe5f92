"""README.txt of a vault: how to read it without the program, in both languages."""

from typing import Final

from stepup.vault.envelope import Envelope

_PLAIN: Final = """\
stepup
======

This folder holds your notes. Everything in it is plain text (JSON, UTF-8).
You can read it with any editor, without stepup.

  manifests/  The file with the highest number is the newest saved state.
              It names one file in data/ for each part.
  data/       "core" holds what is open or has no date. A year, such as
              2026, holds what belongs to that year. One record is one line.
  drafts/     Text that was being written and is not saved yet.
  damaged/    Files that could not be read. Nothing here was deleted.

Please do not change these files by hand while stepup is open.
To make a copy, copy this whole folder, or use "stepup backup".


このフォルダーには、あなたの記録が入っています。
中身はすべてテキスト(JSON、UTF-8)です。
stepup がなくても、テキストエディターで読めます。

  manifests/  いちばん大きい番号のファイルが、最新の保存です。
              data/ のどのファイルを見ればよいかが書いてあります。
  data/       core には、日付のないものや進行中のものが入っています。
              2026 などの年には、その年の記録が入っています。
              1行が1件です。
  drafts/     書きかけで、まだ保存していない文章です。
  damaged/    読めなかったファイルです。消さずに置いてあります。

stepup を開いている間は、手で書きかえないでください。
控えをとるときは、このフォルダーをまるごと写すか、
stepup backup を使ってください。
"""

_LOCKED: Final = """\
stepup
======

This folder holds your notes. They are locked: every file in manifests/,
data/ and drafts/ is encrypted in the age format (https://age-encryption.org).
They can be read without stepup, with the standard tool "age" and your
passphrase, or with the recovery code, typed with its hyphens:

  age -d -o key.txt identity.age       (asks for the passphrase)
  age -d -o key.txt recovery.age       (asks for the recovery code)
  age -d -i key.txt manifests/000124.json.age
  age -d -i key.txt data/core-000124-3fa9c1.json.age

  manifests/  The file with the highest number is the newest saved state.
              It names one file in data/ for each part.
  data/       "core" holds what is open or has no date. A year, such as
              2026, holds what belongs to that year.

key.txt opens everything: please delete it afterwards.
Without both the passphrase and the recovery code nobody can open this.
identity.age and recovery.age belong to it: please do not delete them.


このフォルダーには、あなたの記録が入っています。鍵がかかっています。
manifests/、data/、drafts/ の中のファイルは、age という形式で
暗号化されています。stepup がなくても、age というソフトと合言葉が
あれば読めます。復旧コードでも開けます(ハイフンも入れます)。

  age -d -o key.txt identity.age       (合言葉をききます)
  age -d -o key.txt recovery.age       (復旧コードをききます)
  age -d -i key.txt manifests/000124.json.age
  age -d -i key.txt data/core-000124-3fa9c1.json.age

  manifests/  いちばん大きい番号のファイルが、最新の保存です。
              data/ のどのファイルを見ればよいかが書いてあります。
  data/       core には、日付のないものや進行中のものが入っています。
              2026 などの年には、その年の記録が入っています。

key.txt があれば、すべて開けます。使い終わったら消してください。
合言葉と復旧コードの両方をなくすと、だれにも開けません。
identity.age と recovery.age は、消さないでください。
"""


def readme(envelope: Envelope) -> str:
    """Return the text for a plain or a locked vault."""
    return _LOCKED if envelope.suffix else _PLAIN
