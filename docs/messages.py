"""Bring the files of translations up to date: `python -m docs.messages [--check | --share]`.

With `--check` nothing is written; stale files are named and the exit code is 1. With `--share` it
says how many of the sentences of the site are marked, folder by folder.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from docs.making import messages, unmarked


def files(locale: Path) -> dict[Path, str]:
    """What each file should hold: the template, and every translation that is there."""
    found = messages.messages()
    made = {locale / "answerable.pot": messages.pot(found)}
    for folder in sorted(locale.glob("*/LC_MESSAGES")):
        file = folder / "answerable.po"
        old = file.read_text(encoding="utf-8") if file.exists() else ""
        made[file] = messages.po(found, old, code=folder.parent.name)
    return made


def stale(made: dict[Path, str]) -> list[Path]:
    """The files that hold something else."""
    return [
        file
        for file, text in made.items()
        if not file.exists() or file.read_text(encoding="utf-8") != text
    ]


def main(arguments: Sequence[str], *, locale: Path = messages.LOCALE) -> int:
    """Run the command; the exit code."""
    if list(arguments) not in ([], ["--check"], ["--share"]):
        print("Use: python -m docs.messages [--check | --share]", file=sys.stderr)
        return 2
    if list(arguments) == ["--share"]:
        for line in unmarked.share():
            print(line)
        return 0
    late = stale(made := files(locale))
    for file in late:
        if arguments:
            print(f"{file.relative_to(locale.parent)} is stale: run `make messages`.")
        else:
            file.write_text(made[file], encoding="utf-8", newline="\n")
    return 1 if arguments and late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
