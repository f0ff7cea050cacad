"""What the reports behind findings are called: by their titles, never by their references."""

from collections.abc import Mapping

from answerable.ledger.register import Register
from answerable.scrutiny.matter import report_of
from answerable.vocabulary.facts import DocumentFiled, FindingPublished

KINDS = frozenset({"inspection-report", "inspection-letter", "other"})
"""What a report is filed as; one that an office hands in is “other” where
neither it nor anybody says more."""


def titles(register: Register) -> Mapping[str, str]:
    """Report -> the title of the file that stated its first finding, where one is filed."""
    filed = {f.doc: f for f in register.of(DocumentFiled) if f.doc and f.type in KINDS}
    found: dict[str, str] = {}
    for fact in register.of(FindingPublished):
        own = filed.get(fact.source.doc or "") if fact.source else None
        if own is not None and own.title:
            found.setdefault(report_of(fact.stream), own.title)
    return found
