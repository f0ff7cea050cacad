"""The last entry that a file of a mirror can hang on, so that a change rewrites few files.

An entry touches the item that it is about and every item that it names, or that names it; and
what names or is named by those. One that names no item touches every item of its institution.
Pages about an institution hang on all its entries, and all others on the whole record; those of
one session, case, report or measure, and their files, not on a step of a finding or a reply to it
that no item of the session is about, or that is of another case or report. A step of a finding
touches the finding above it, and not the others below that one. What this leaves out would make
a page of a mirror old: tests set a mirror brought up to date against one made from nothing.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from answerable.ledger.register import Version
from answerable.operations.pages import whose
from answerable.operations.pages.institutions import reports
from answerable.operations.pages.institutions.case import CaseKey
from answerable.operations.pages.record import blocks
from answerable.scrutiny.matter import report_of
from answerable.store.reads import recent, registers
from answerable.vocabulary.facts import (
    ActionPromised,
    FindingPublished,
    ObservationsLoaded,
    ReplyGiven,
    RungReached,
)
from answerable.vocabulary.finding_kinds import CAUSE, family

Page = tuple[str, int, tuple[str, ...]]
"""Address, empty for what no page leads to; stamp; institutions that were looked at."""
_ITEM = re.compile(r"/(?:findings|history/item)/(.+?)(?:\.json|/feed\.atom|/)")
_ENTRY = re.compile(r"/history/entry/([0-9]{1,12})/")
_BLOCK = re.compile(r"/history/entries/([0-9]{1,12})/")
_DOCUMENT = re.compile(r"/documents/([0-9a-f]{64})/(?:text/)?")
_SESSION = re.compile(
    r"/(?:sessions|packs/minutes|packs/tracker)/([^/]+/[0-9]{4}-[0-9]{2}-[0-9]{2})(?:/|\.[a-z]+)"
)
_CASE = re.compile(r"/(?:cases|packs/case)/([^/]+/([^/.]+))(?:/.*|\.[a-z]+)")
_MEASURE = re.compile(r"/measures/[^/]+/[^/]+/.*")
_REPORT = re.compile(r"/reports/[^/]+/[^/]+/[^/]+/")
_FORMS = re.compile(r"/forms/([^/]+)/")
_OF_ANY = ("/documents/", "/history/entries/")
"""What an entry about an institution can change that its page did not look at before."""
_OF_FIGURES = ("/measures/", "/bodies/", "/cases/", "/packs/")
"""Pages that may show figures, whose load is noted on the record of another body too."""
_OF_BODIES = re.compile(
    r"/(?:bodies|cases|sessions|money|people|partners|escalation|packs)/[^/]+/.*"
    r"|/bodies/[^/]+(?:/|\.json)"
    r"|/(?:oversight/[^/]+|forms/(?:[^/]+/[^/]+/)?[^/]+)/"
)


@dataclass(frozen=True, slots=True)
class _Touched:
    """Of one institution: item, or other stream -> the last entry that touches it; files too.

    `wide` is the last entry that is not a step of one finding, or a reply to it, alone; `themes`
    are the findings of each.
    """

    streams: Mapping[str, int]
    themes: Mapping[str, set[str]]
    documents: Mapping[str, int]
    wide: int


class Stamps:
    """What the files of a mirror at one entry hang on."""

    def __init__(
        self, known: int, *, before: int = -1, old: Mapping[str, int] | None = None
    ) -> None:
        """`old`: the stamps that addresses had in a mirror at the entry `before`."""
        self._known, self._before, self._old = known, before, old or {}
        self.last = dict(recent.last_of_each(known=known))
        self._of: dict[str, _Touched] = {}

    @property
    def whole(self) -> int:
        """The last entry of all."""
        return self._known

    @cached_property
    def quiet(self) -> frozenset[str]:
        """Institutions of which nothing was written since the mirror that there was.

        Empty where something was written about no institution: it may stand anywhere.
        """
        if self.last.get("", -1) > self._before:
            return frozenset()
        return frozenset(n for n, last in self.last.items() if last <= self._before)

    @cached_property
    def figures_stand(self) -> bool:
        """Whether no figures were noted since, on whosever record."""
        return self._loaded <= self._before

    @cached_property
    def _loaded(self) -> int:
        """The last entry that notes figures, of whichever body they are."""
        return recent.last_of(ObservationsLoaded, known=self._known)

    def standing(self, pages: Mapping[str, Page]) -> dict[str, Page]:
        """Of pages by the names of their files, those whose stamp stands. Told at a glance for
        most of them: nothing was written of whom a page looked at, and it does not hang on the
        whole record.
        """
        quiet: dict[tuple[str, ...], bool] = {}
        for _, _, reads in pages.values():
            if reads not in quiet:
                quiet[reads] = bool(reads) and self.quiet.issuperset(reads)
        before, found = self._before, {}
        of_any = _OF_ANY if self.figures_stand else (*_OF_ANY, *_OF_FIGURES)
        for name, page in pages.items():
            address, stamp, reads = page
            glance = quiet[reads] and stamp < before and not address.startswith(of_any)
            if glance or (address and self.of(address, reads) == stamp):
                found[name] = page
        return found

    def of(self, address: str, reads: Iterable[str]) -> int:
        """The stamp of an address; `reads` are the institutions that its page looked at."""
        if found := _ITEM.fullmatch(address):
            stamp = self._of_stream(address, self._about.get(found[1], ""), found[1])
        elif found := _ENTRY.fullmatch(address):
            stamp = self._of_stream(address, *self._streams[int(found[1])], at=int(found[1]))
        elif found := _BLOCK.fullmatch(address):
            stamp = self._of_block(address, int(found[1]))
        elif found := _DOCUMENT.fullmatch(address):
            stamp = self._of_document(address, found[1])
        elif found := _FORMS.fullmatch(address):
            stamp = self.last.get(whose.institution_of(found[1]), self._known)
        elif (named := set(reads)) and _REPORT.fullmatch(address):
            stamp = self._of_report(address, named)
        elif named and (found := _SESSION.fullmatch(address)):
            stamp = max(self._of_session(address, name, f"session/{found[1]}") for name in named)
        elif named and (found := _CASE.fullmatch(address)):
            stamp = max(self._of_case(address, name, found[1], found[2]) for name in named)
        elif named and _MEASURE.fullmatch(address):
            stamp = max(self._of_measure(address, name) for name in named)
        elif named and _OF_BODIES.fullmatch(address):
            stamp = max(self.last.get(name, -1) for name in named)
        else:
            return self._known
        if address.startswith(_OF_FIGURES):
            stamp = max(stamp, self._loaded)
        return max(stamp, self.last.get("", -1))  # what is about no institution may stand anywhere

    def _of_stream(self, address: str, about: str, stream: str, *, at: int = -1) -> int:
        if not about:
            return self._known
        if (kept := self._unchanged(address, about)) is not None:
            return kept
        return max(at, self._touched(about).streams.get(stream, self.last.get(about, -1)))

    def _of_session(self, address: str, institution: str, session: str) -> int:
        if (kept := self._unchanged(address, institution)) is not None:
            return kept
        touched = self._touched(institution)
        own = (
            seq
            for stream, seq in touched.streams.items()
            if stream == session or stream.startswith(f"{session}/")
        )
        return max(touched.wide, *own, -1)

    def _of_measure(self, address: str, institution: str) -> int:
        """Reports, claims, terms and verdicts stand there: no step of a finding."""
        kept = self._unchanged(address, institution)
        return self._touched(institution).wide if kept is None else kept

    def _of_case(self, address: str, institution: str, case: str, theme: str) -> int:
        """What stands in a case: findings of its theme, and what bears its name."""
        if (kept := self._unchanged(address, institution)) is not None:
            return kept
        if CaseKey(institution, theme).reference != case:  # another body is named in it
            return self.last.get(institution, -1)
        touched = self._touched(institution)
        of_theme = touched.themes.get(theme, set())
        own = (
            seq for stream, seq in touched.streams.items() if stream in of_theme or theme in stream
        )
        return max(touched.wide, *own, -1)

    def _of_report(self, address: str, reads: Collection[str]) -> int:
        """What stands in a report: of each body its findings there, and what is no mere step."""
        old = self._old.get(address, -1)
        stamps = [old]
        for institution in self.last:
            if not institution or (old >= 0 and self.last[institution] <= self._before):
                continue
            touched = self._touched(institution)
            own = [
                seq
                for stream, seq in touched.streams.items()
                if (key := reports.key_of(stream)) and key.url == address
            ]
            if own or institution in reads:
                stamps.append(max(touched.wide, *own, -1))
        return max(stamps)

    def _of_block(self, address: str, n: int) -> int:
        """Its entries, and the first one after them: then a newer page exists to lead to."""
        begin, end = blocks.span(n, size=self._known + 1)
        changed = bisect_left(self._loud, begin) < bisect_left(self._loud, end)
        if address in self._old and end <= self._before and not changed:
            return self._old[address]
        of = (
            self._of_stream(f"/history/entry/{seq}/", *self._streams[seq], at=seq)
            for seq in range(begin, end)
        )
        return max((min(end, self._known), *of))

    def _of_document(self, address: str, sha: str) -> int:
        old = self._old.get(address, -1)
        names = [n for n in self.last if n and (old < 0 or self.last[n] > self._before)]
        return max([old, *(self._touched(name).documents.get(sha, -1) for name in names)])

    def _unchanged(self, address: str, about: str) -> int | None:
        """The stamp that the address had, where nothing was recorded about it since."""
        quiet = max(self.last.get(about, -1), self.last.get("", -1)) <= self._before
        return self._old.get(address) if quiet else None

    @cached_property
    def _loud(self) -> list[int]:
        """The entries about institutions of which something was written since, in order."""
        return sorted(n for n, (about, _) in self._streams.items() if about not in self.quiet)

    @cached_property
    def _streams(self) -> Mapping[int, tuple[str, str]]:
        return dict(recent.streams(known=self._known))

    @cached_property
    def _about(self) -> Mapping[str, str]:
        return {stream: about for about, stream in self._streams.values()}

    def _touched(self, institution: str) -> _Touched:
        if institution not in self._of:
            versions = [
                v
                for v in registers.history(institution).versions
                if v.recorded_from <= self._known
            ]
            self._of[institution] = _touched(versions)
        return self._of[institution]


def _touched(versions: list[Version]) -> _Touched:
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
        if type(v.fact) in (RungReached, ReplyGiven) and v.fact.stream in above
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
    return _Touched(last, themes, documents, wide)


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
