"""The number by which an owner's own log calls an action: “26/064”, not “26-064”.

A reference keeps the number folded. As it was written it stands in the row of the log, which the
facts of the import quote with its cells parted by a bar.
"""

from answerable.ledger.register import Register
from answerable.vocabulary.facts import ActionUpdated, DetailStated, FindingLinked
from answerable.vocabulary.identity import slug

_LOG = "/log/"
_CELLS = " | "


def known_as(register: Register, stream: str) -> str:
    """The cell that the reference was made from; “” outside a log or where no row is quoted.

    A row whose words are marked as not public gives none: the number goes into mails.
    """
    if _LOG not in stream:
        return ""
    name = stream.rpartition("/")[2]
    for fact in register.of(ActionUpdated, DetailStated, FindingLinked, stream=stream):
        if not fact.quote or "quote" in fact.classes:
            continue
        for cell in fact.quote.split(_CELLS):
            if cell and slug(cell) == name:
                return cell.strip()
    return ""
