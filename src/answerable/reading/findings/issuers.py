"""Who issues a recommendation: whom its words name, else whose paper it stands in.

Run over what is settled, so that every rule's recommendations are told alike. Who is only asked,
answers or is inspected is never an issuer.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from answerable.reading.findings.issuing_papers import Issuer, inspectorate, only_named
from answerable.reading.material import Material
from answerable.reading.records import Record


def with_issuers(material: Material, found: Iterable[Record]) -> Iterator[Record]:
    """The records, and of each recommendation who issues it, where the paper shows that."""
    records = list(found)
    if not any(one.kind == "recommendation" for one in records):
        yield from records
        return
    paper = inspectorate(material)
    answered = only_named(material) if paper is None else None
    for one in records:
        if one.kind != "recommendation" or one.fields["issuer"] is not None:
            yield one
            continue
        issuer = _issuer(material, one, paper, answered)
        yield one if issuer is None else _with(one, issuer)


def _issuer(
    material: Material, one: Record, paper: Issuer | None, answered: Issuer | None
) -> Issuer | None:
    if material.speech_at(one.start, one.end) is not None:
        return None
    if paper is not None:
        return paper
    return answered if one.rule.startswith(_ANSWERED) else None


# Rules of tables and lists: what another has asked for, gone through one by one.
_ANSWERED = ("finding-row.", "prose.answered")


def _with(one: Record, issuer: Issuer) -> Record:
    fields = {**one.fields, "issuer": issuer.body.name, "issuer_id": issuer.body.id}
    support = {**one.support, "issuer": issuer.span} if issuer.span else one.support
    inferred = {**one.inferred, "issuer": issuer.why} if issuer.why else one.inferred
    return replace(one, fields=fields, support=support, inferred=inferred)
