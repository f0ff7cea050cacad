"""The record's side of a log key on another machine: what is to be signed, and what was."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from answerable.ledger import merkle
from answerable.ledger.checkpoint import text_of
from answerable.operations import access, people
from answerable.operations.record import record
from answerable.store.engine import start
from answerable.store.reads import registers
from answerable.store.writes import checkpoints, log_files
from answerable.vocabulary.access import Actor


def prepare(*, out: Path, name: str | None = None, by: Actor | None = None) -> Path:
    """What a signer on another machine is to sign, in a file: name of the log, size and root.

    The files of the log for that size are written first; `sign.py` reads them where they lie.
    `name` is the log's, where `policy` in the home does not know its key yet.
    """
    access.require(by or people.administrator(), "checkpoint")
    head = registers.head()
    with _turn():
        log_files.write_tiles(size=head.size)
        text = text_of(
            origin=name or record.origin(), size=head.size, root=bytes.fromhex(head.root)
        )
    try:
        log_files.write(out.absolute(), text.encode())
    except OSError as error:
        raise record.NotSigned(f"{out} cannot be written to: {error.strerror}.") from None
    return out


def take(
    *, signed: Path, at: datetime, cosigned: Sequence[Path] = (), by: Actor | None = None
) -> record.Checkpointed:
    """Publish a checkpoint that was signed elsewhere, by the log key that `home/policy` names.

    It has to be of this record as it was at its size.
    """
    access.require(by or people.administrator(), "checkpoint")
    note, _, one = record.noted(signed)
    head = registers.head()
    text = note.partition("\n\n")[0] + "\n"
    if one.size > head.size or one.root != merkle.root(
        merkle.frontier_of(checkpoints.node, one.size)
    ):
        raise record.NotSigned(f"{signed} is not about this record: nothing was published.")
    mine = [line for line in note.splitlines(keepends=True) if line.startswith(f"— {one.origin} ")]
    with _turn():
        log_files.write_tiles(size=one.size)
        checkpoints.keep(size=one.size, root=one.root, note=f"{text}\n{''.join(mine)}", at=at)
        vkey = next(line for line in record.log_keys() if line.partition("+")[0] == one.origin)
        return record.published((signed, *cosigned), at=at, verifier_key=vkey)


def _turn() -> AbstractContextManager[object]:
    """One at a time publishes."""
    return start.turn(start.ready().home / f"{record.KEY_FILE}.lock")
