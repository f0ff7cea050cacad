"""What an entry touches: the items whose pages in a mirror it can change.

An entry touches the item that it is about and every item that it names, or that names it; and
what names or is named by those. One that names no item touches every item of its institution.
A step of a finding touches the finding above it, and not the others below that one.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.scrutiny.matter import report_of
from answerable.vocabulary.facts import ActionPromised, FindingPublished, ReplyGiven, RungReached
from answerable.vocabulary.finding_kinds import CAUSE, family


@dataclass(frozen=True, slots=True)
class Touched:
    """Of one institution: item, or other stream -> the last entry that touches it; files too.

    `wide` is the last entry that is not a step of one finding, or a reply to it, alone (one that
    rests on a summary is: pages count what does); `themes` are the findings of each.
    """

    streams: Mapping[str, int]
    themes: Mapping[str, set[str]]
    documents: Mapping[str, int]
    wide: int


def touched_by(versions: Sequence[Version]) -> Touched:
    """What the entries about an institution touch, given in the order of the record."""
    items = {
        v.fact.stream for v in versions if isinstance(v.fact, FindingPublished | ActionPromised)
    }
    streams = items | {v.fact.stream for v in versions}
    stream_of = {v.entry_id: v.fact.stream for v in versions}
    near: dict[str, set[str]] = defaultdict(set)
    named: list[tuple[int, set[str]]] = []
    for version in versions:
        direct = set(_named(version, streams, stream_of))
        for one in direct:
            near[one] |= direct
        named.append((version.recorded_from, direct))
    above = _above([v.fact for v in versions if isinstance(v.fact, FindingPublished)])
    for stream, higher in above.items():
        near[stream] |= higher
    narrow = {
        v.seq
        for v in versions
        if type(v.fact) in (RungReached, ReplyGiven)
        and v.fact.stream in above
        and not (v.fact.source and v.fact.source.kind == "summary")
    }
    wide = max((v.recorded_from for v in versions if v.recorded_from not in narrow), default=-1)
    last: dict[str, int] = {}
    for seq, direct in sorted(named, key=lambda pair: pair[0]):
        touched, over = set(direct), set[str]()
        if seq in narrow:
            over = {higher for one in direct & above.keys() for higher in above[one]}
        for _ in range(2):
            touched |= {other for one in touched & items - over for other in near[one]}
        touched |= {higher for one in over & above.keys() for higher in above[one]}
        if not touched & items:
            touched |= items
        last.update(dict.fromkeys(touched, seq))
    documents: dict[str, int] = {}
    for version in versions:
        source = version.fact.source
        for doc in {version.fact.doc, source.doc if source else None} - {None}:
            seq = last.get(version.fact.stream, version.recorded_from)
            documents[str(doc)] = max(documents.get(str(doc), -1), seq)
    themes: dict[str, set[str]] = defaultdict(set)
    for version in versions:
        if isinstance(version.fact, FindingPublished) and version.fact.theme:
            themes[version.fact.theme].add(version.fact.stream)
    return Touched(last, themes, documents, wide)


def _above(findings: Sequence[FindingPublished]) -> Mapping[str, set[str]]:
    """Each finding with those whose page lists it: the one that it names, causes of its report."""
    causes: dict[str, set[str]] = defaultdict(set)
    for finding in findings:
        if family(finding.kind) == CAUSE:
            causes[report_of(finding.stream)].add(finding.stream)
    found: dict[str, set[str]] = {finding.stream: set() for finding in findings}
    for finding in findings:
        named = {finding.parent or ""} & found.keys()
        found[finding.stream] |= (named | causes[report_of(finding.stream)]) - {finding.stream}
    return found


def _named(version: Version, streams: set[str], stream_of: Mapping[str, str]) -> Iterator[str]:
    """The streams that a version is in, stands under, names, or is about."""
    fact = version.fact
    parts = fact.stream.split("/")
    for n in range(1, len(parts) + 1):
        if (above := "/".join(parts[:n])) in streams:
            yield above
    if fact.ref and fact.ref in stream_of:
        yield stream_of[fact.ref]
    for value in fact.values().values():
        for one in value if isinstance(value, (list, tuple)) else (value,):
            if isinstance(one, str) and one in streams:
                yield one
