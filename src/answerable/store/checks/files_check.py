"""Are the files behind the entries on the disk, and are they what they were?

The record holds each file's SHA-256, so a changed byte is found. A file of which an entry had a
value erased may be gone. The canonical text beside a file is made from it; it is not on the
record and is not checked here.
"""

import hashlib
from pathlib import Path

from answerable.store.checks.verification import Fault
from answerable.store.engine import database
from answerable.store.engine.dialect import Engine

_FILED = """
SELECT {doc}, min(e.seq), max(CASE WHEN p.entry_id IS NOT NULL AND p.value IS NULL
    AND p.sealed IS NULL THEN 1 ELSE 0 END)
FROM entry AS e LEFT JOIN payload AS p ON p.entry_id = e.entry_id
WHERE e.type = 'DocumentFiled' OR {doc} IN (
    SELECT {doc} FROM entry AS e WHERE e.type = 'DocumentFiled')
GROUP BY {doc} HAVING {doc} IS NOT NULL ORDER BY min(e.seq)"""


def check(engine: Engine, documents: Path) -> tuple[int, tuple[Fault, ...]]:
    """How many filed documents are here as they were filed, and what is wrong with others.

    A record whose leaves cannot be read has no faults here: `verify` names them.
    """
    try:
        with engine.reading() as book:
            doc_of = engine.leaf("e.leaf", "fact", "doc")
            filed = book.execute(_FILED.format(doc=doc_of)).fetchall()
    except Exception as error:
        if not database.is_error(error):
            raise
        return 0, ()
    same, faults = 0, []
    for doc, seq, erased in filed:
        path = documents / str(doc)[:2] / str(doc)
        if not path.is_file():
            if not erased:
                faults.append(Fault(seq, f"the file {doc} behind it is not kept here"))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != doc:
            faults.append(Fault(seq, f"the file {doc} behind it is not the one that was filed"))
        else:
            same += 1
    return same, tuple(faults)
