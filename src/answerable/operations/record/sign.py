"""A signer on another machine: it has the log's key, no home folder and no database.

It signs what `record.prepare` wrote, once the files of the log (a folder, or their address) show
that size and root, and that they begin with all that this key has signed before. The key
remembers before the note is written (LEDGER section 5).
"""

import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from answerable.ledger import signer, tiles, verify
from answerable.ledger.checkpoint import LOG
from answerable.operations.record.witness import reader
from answerable.store.engine import start
from answerable.store.writes import log_files
from answerable.vocabulary.refusal import Refusal

TEXT = re.compile(rf"({verify.NAME})\n({verify.INT})\n({verify.HASH})\n")


class NotForSigning(Refusal):
    """A file that is not what is to be signed, or a key that is not its log's."""

    code = "not_for_signing"


@dataclass(frozen=True, slots=True)
class SignedHere:
    """The signed note, and the key that checks it."""

    note: str
    verifier_key: str


def sign(*, text: Path, log: str, key_file: Path, out: Path, new: bool = False) -> SignedHere:
    """Sign the log, size and root in `text`, and write the note to `out`.

    `new` makes the key of that log first, in a file that only its owner may read.
    """
    place = key_file.absolute()
    try:
        origin, size, root = _asked(text)
        with start.turn(place.with_name(f"{place.name}.lock")):
            if new:
                _made(place, origin)
            held = signer.read(place.read_text(encoding="utf-8"), kind=LOG)
            if origin != held.signer.name:
                raise NotForSigning(
                    f"{text} is about the log {origin}, and this is the key of "
                    f"{held.signer.name}: nothing was signed."
                )
            nodes = tiles.nodes_of(reader(log), size)
            note, remembered = signer.checkpoint(held, size=size, root=root, nodes=nodes)
            log_files.write(place, remembered.written().encode(), mode=0o600)
            log_files.write(out.absolute(), note.encode())
    except (OSError, UnicodeDecodeError) as error:
        raise NotForSigning(f"A file cannot be used: {error}.") from None
    return SignedHere(note, held.signer.verifier_key)


def _asked(text: Path) -> tuple[str, int, bytes]:
    found = TEXT.fullmatch(text.read_text(encoding="utf-8"))
    if found is None:
        raise NotForSigning(f"{text} is not what `answerable checkpoint --prepare` wrote.")
    return found[1], int(found[2]), verify.unpacked(found[3])


def _made(place: Path, origin: str) -> None:
    if place.exists():
        raise NotForSigning(f"{place} is a key already. Leave --new out, or name another file.")
    made = signer.new(origin, secrets.token_bytes(signer.SEED_BYTES), kind=LOG)
    log_files.write(place, made.written().encode(), mode=0o600)
