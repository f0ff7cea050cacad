"""A closing that stands on the record, looked at again when it is shown.

The command and the database refuse what the rule does not allow. Whoever writes into the
database behind both is found here: owner, ground and recorder by the rule itself, and a
signature by the key, the day and the history that it vouches for (LEDGER 12).
"""

import base64

from answerable.ledger import merkle, party, verify
from answerable.ledger.checkpoint import LOG, verifies
from answerable.ledger.entry import signed_message
from answerable.ledger.register import Register, Version
from answerable.operations import catalogue
from answerable.operations.record import party_keys
from answerable.scrutiny import closing
from answerable.scrutiny.standing import Progress
from answerable.store.engine import entries
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.store.writes import checkpoints
from answerable.vocabulary.ladder import ClosingGround
from answerable.vocabulary.refusal import Refusal


def fault(register: Register, item: Progress) -> str | None:
    """The rule that the closing breaks by which an item counts as closed, in words; else None."""
    if item.closing is None:
        return None
    regime = catalogue.regime_of(register.institution, on=item.closing.on)
    found = closing.state(register, finding=item.reference, regime=regime).fault
    if found:
        return found
    version, ground = item.closing.version, item.closing.ground
    if ground is ClosingGround.SIGNED:
        return _signature(version, since=item.first.seq)
    if ground is ClosingGround.LETTER:
        return None
    return _quote(version)


def _quote(version: Version) -> str | None:
    """Of the grounds that quote: the words stand in the file, where its text is kept here."""
    quote = version.fact.quote
    if not quote:
        return "rule 3, nothing is quoted."
    try:
        text = documents.text(version.fact.doc or "").text
    except Refusal:
        return None  # the file is not kept here; its digest was looked at above
    return None if quote in text else "rule 3, the quote does not stand in the text of its file."


def _signature(version: Version, *, since: int) -> str | None:
    """Whether a key that counts signed this very entry, and had read the finding before it."""
    by, fact = version.by, version.fact
    (entry,) = entries.read(about=None, begin=version.seq, end=version.seq + 1)
    if by.key is None or by.sig is None:
        return "rule 2, it is not signed."
    key = party.keys_of(registers.history(by.body).versions).get(by.key)
    if key is None or key.body != by.body:
        return f"rule 2, its key is not enrolled for {by.body}."
    if not key.counts(on=fact.valid.start, recorded=version.recorded_at.date()):
        return "rule 2, the office was not held then, or the key is revoked."
    _, public = verify.vkey(key.vkey, LOG)
    message = signed_message(entry.content, origin=party_keys.origin())
    if not verifies(public, message, base64.b64decode(by.sig)):
        return "rule 2, the signature is not of this entry."
    seen = entry.content["fact"]["seen"] or {"size": -1, "root": ""}
    if not since < seen["size"] <= version.seq:
        return "rule 2, who signed had not read the finding."
    root = merkle.root(merkle.frontier_of(checkpoints.node, seen["size"]))
    return None if root.hex() == seen["root"] else "rule 2, who signed had read another history."
