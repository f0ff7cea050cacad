"""Plain files at the command line: their text, what is written, and refusals as one line of JSON.

Used by `chart`, `judge` and `impact`, which need no home folder.
"""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import typer

from answerable.cli import door
from answerable.vocabulary.refusal import Refusal

NO_ROOM = (
    "The memory of this machine is not enough for this file. Split it, with every series or case "
    "whole in one part, and run each part."
)


@contextmanager
def refusals() -> Iterator[None]:
    """Print a refusal as this section's contract has it, and end with exit code 2."""
    try:
        yield
    except MemoryError:
        from answerable.operations.measures import evidence_files

        said = {"code": "file_too_large", "message": NO_ROOM, "where": ""}
        typer.echo(evidence_files.json_line({"refusal": said}))
        raise typer.Exit(door.REFUSED) from None
    except Refusal as refusal:
        from answerable.operations.measures import evidence_files

        said = {
            "code": refusal.code,
            "message": refusal.sentence,
            "where": getattr(refusal, "where", ""),
        }
        typer.echo(evidence_files.json_line({"refusal": said}))
        raise typer.Exit(door.REFUSED) from None


def text_of(name: str) -> str:
    """The text of a file or of standard input."""
    from answerable.operations.measures import evidence_files

    try:
        if name == "-":
            most = evidence_files.most()
            data = sys.stdin.buffer.read() if most is None else sys.stdin.buffer.read(most + 1)
        else:
            evidence_files.require_room(Path(name).stat().st_size, name=name)
            data = Path(name).read_bytes()
        evidence_files.require_room(len(data), name=name)
    except (OSError, ValueError):
        raise evidence_files.FileRefused(
            f"The file {name} cannot be read. Check its name and that it may be opened.",
            code="file_not_read",
            where=name,
        ) from None
    return evidence_files.decoded(data)


def write(name: str, text: str, *, given: Sequence[str]) -> None:
    """Write a file of the answer, or standard output for `-`; never over what was given."""
    from answerable.operations.measures import evidence_files

    if name == "-":
        door.out_bytes(text.encode())
        return
    if Path(name).resolve() in {Path(one).resolve() for one in given if one not in ("", "-")}:
        raise evidence_files.FileRefused(
            f"The file {name} was given to be read, so it is not written over. Name another.",
            code="file_not_written",
            where=name,
        )
    try:
        Path(name).write_bytes(text.encode())
    except (OSError, ValueError):
        raise evidence_files.FileRefused(
            f"The file {name} cannot be written. Check its folder and that it may be written to.",
            code="file_not_written",
            where=name,
        ) from None
