"""README.txt of a vault: how to read it without the program, in both languages."""

from typing import Final

README: Final = """\
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
