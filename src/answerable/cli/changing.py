"""What every changing command shares: options, what an operation is told, the printed receipt."""

from pathlib import Path
from typing import Annotated, Any, Protocol

import typer

from answerable.cli import door
from answerable.vocabulary.refusal import Refusal

MOST_BYTES = 50_000_000

Reference = Annotated[str, typer.Argument(help="A finding or an action, by its reference.")]
On = Annotated[
    str | None,
    typer.Option("--on", help="The day it was so; default: today.", metavar="YYYY-MM-DD"),
]
Document = Annotated[
    str | None, typer.Option("--document", help="A kept file that says so.", metavar="SHA256")
]
Quote = Annotated[str | None, typer.Option("--quote", help="Its exact words, once in it.")]


class NotGiven(Refusal):
    """An option without the one it belongs to, or a file that cannot be read."""

    code = "not_given"


class BadOption(Refusal):
    """An option that is not written as it should be, or a file that cannot be."""

    code = "bad_option"


class Receipt(Protocol):
    """The parts of a receipt that are printed."""

    @property
    def first(self) -> int:
        """The first entry that was made."""

    @property
    def count(self) -> int:
        """How many were made."""

    @property
    def root(self) -> str:
        """The root of the record after them."""

    @property
    def streams(self) -> tuple[str, ...]:
        """References of what they are about."""


def seen_or_head(seen: int | None) -> int:
    """The last entry that was read; without one, the last there is now."""
    if seen is not None:
        return seen
    from answerable.operations.pages.look import Look

    return Look(at=door.now()).head.size - 1


def show(receipt: Receipt, *, as_json: bool) -> None:
    """“Recorded as entry 1,482: action/....” with the root, or the whole receipt as JSON."""
    if as_json:
        door.say(receipt, as_json=True)
        return
    last = receipt.first + receipt.count - 1
    which = (
        f"entry {receipt.first}" if receipt.count == 1 else f"entries {receipt.first} to {last}"
    )
    door.say(f"Recorded as {which}: {', '.join(receipt.streams)}. Root {receipt.root[:16]}.")


def who(*, by: str | None, seen: int | None, key: str | None) -> dict[str, Any]:
    """What every changing operation is told: who, when, the command's key, what was read."""
    return {
        "by": door.actor(by),
        "at": door.now(),
        "key": door.command_key(key),
        "seen": seen_or_head(seen),
    }


def told(*, by: str | None, seen: int | None, key: str | None, on: str | None) -> dict[str, Any]:
    """The same with the day from which it is true."""
    return {
        **who(by=by, seen=seen, key=key),
        "on": door.day(on, what="day") or door.today(),
    }


def quoted(document: str | None, quote: str | None) -> Any:
    """A kept file and its words; both or neither."""
    from answerable.operations.quoting import Quoted

    if document is None and quote is None:
        return None
    if document is None or quote is None:
        raise NotGiven("Give both: --document, the file, and --quote, its exact words.")
    return Quoted(document, quote)


def file_bytes(file: Path) -> bytes:
    """The bytes of a file, at most 50 MB; a pipe or a device is refused, as it may never end."""
    if file.exists() and not file.is_file():
        raise NotGiven(f"{file} is not a plain file. Save its words in a file and give that.")
    try:
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except (OSError, ValueError):
        raise NotGiven(f"The file {file} cannot be read. Check its name.") from None
    if len(data) > MOST_BYTES:
        raise NotGiven(f"The file {file} is larger than {MOST_BYTES:,} bytes.")
    return data
