"""The full ledger as files: leaves, public values, tiles, checkpoints and their verifiers.

The layout is that of LEDGER section 7. Whoever has the folder, a policy from somebody else and
Python checks all of it: `python verify.py export DIR POLICY`.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import islice
from typing import Any

from answerable.ledger import canonical, tiles
from answerable.ledger.entry import Entry
from answerable.vocabulary.facts import TYPES

MANIFEST = "manifest.json"
_README = """The record of an installation of Answerable, whole.

Check it:   python3 verify.py export . POLICY
POLICY is a text file that you write, or get from somebody who is not the publisher of this
record. It names whom you trust, one a line:

    log VKEY          the key of the log
    witness VKEY      a witness that saw it (several lines)
    quorum 2          how many witnesses you ask for; 0 accepts the log's word alone
    role BODY owner   who owns findings; also: institution, oversight
    accepts published signed        the grounds on which a finding counts as closed

It answers HOLDS (exit code 0); DOES NOT HOLD, or NOT VALID (1); or NOT ALL CHECKED (3): what is
here is right, and a closing quotes a file that may not be given on, so that its words could not
be looked for. Then get that file, named by its SHA-256, from whoever published it.

What is here:
    checkpoint, checkpoints/    signed sizes and roots
    tile/                       the log as served: hashes, and entries (the public leaves)
    payloads/                   the public values with their salts, 256 entries a file
    closings/                   a bundle for each finding that is closed
    data/                       the same public facts as tables, for spreadsheets: made from the
                                entries as they stood at the checkpoint; dictionary.csv says what
                                each column means. The verifiers check that these files are those
                                of the manifest, not that they say what the entries say.
    files/                      documents that may be given on, by SHA-256, with their text
    facts.json                  types of fact and their fields, for people
    manifest.json               every file with its length and SHA-256
    verify.py, verify.js        the verifiers: Python, and the browser's

Not here: values that are not public, and values that were erased by law. Their commitments stay
in the leaves, so every proof still holds. The record shows what was said, by whom and when, and
that it is unchanged since it was witnessed. It does not show that it is true.
"""


def constants(*, browser: bytes) -> Iterator[tuple[str, bytes]]:
    """Read-me, verifiers and the list of facts; `browser` is the browser's verifier."""
    yield "README.txt", _README.encode()
    yield "verify.py", files("answerable.ledger").joinpath("verify.py").read_bytes()
    yield "verify.js", browser
    facts: list[dict[str, Any]] = [
        {"type": name, "set": field_set, "fields": cls.field_names(), "means": cls.__doc__}
        for (name, field_set), cls in sorted(TYPES.items())
    ]
    yield "facts.json", (json.dumps(facts, indent=1, ensure_ascii=False) + "\n").encode()


def payload_files(entries: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """Public values of entries from the first one on, 256 entries a file, `null` for none."""
    left = iter(entries)
    index = 0
    while chunk := list(islice(left, tiles.WIDTH)):
        lines = [_line(entry) for entry in chunk]
        name = tiles.path("entries", index).removeprefix("tile/entries/")
        yield f"payloads/{name}.jsonl", b"\n".join([*lines, b""])
        index += 1


def with_manifest(made: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files, and last the manifest that names each once."""
    rows: dict[str, dict[str, Any]] = {}
    for name, data in made:
        if name not in rows:
            digest = hashlib.sha256(data).hexdigest()
            rows[name] = {"bytes": len(data), "path": name, "sha256": digest}
            yield name, data
    yield MANIFEST, canonical.write({"files": [rows[name] for name in sorted(rows)], "v": 1})


def _line(entry: Entry) -> bytes:
    written = tiles.payload_file(entry.payloads)
    return b"null" if written == b'{"payloads":[],"v":1}' else written
