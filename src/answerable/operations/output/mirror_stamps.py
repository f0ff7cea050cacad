"""The last entry that a file of a mirror can hang on, so that a change rewrites few files.

Pages of an item hang on what touches it (`mirror_touched`). Pages about an institution hang on all
its entries, and all others on the whole record; those of one session, case or report, and their
files, not on a step of a finding or a reply to it that no item of the session is about, or that is
of another case or report; figures, measures and claims on no such step. What this leaves out
would make a page of a mirror old: tests set a mirror brought up to date against one made from
nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cached_property

from answerable.operations.output.mirror_touched import Touched, touched_by
from answerable.operations.pages import whose
from answerable.operations.pages.institutions import reports
from answerable.operations.pages.institutions.case import CaseKey
from answerable.operations.pages.record import blocks
from answerable.store.reads import recent, registers
from answerable.vocabulary.facts import ObservationsLoaded

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
_CLAIM = re.compile(r"/claims/([^/]+/.+)/")
_OF_ALL = re.compile(r"/claims/(?:\?page=[0-9]+)?|/data/figures\.[a-z]+")
"""What is of every body, also of one that is new, and shows no step of a finding."""
_REPORT = re.compile(r"/reports/[^/]+/[^/]+/[^/]+/")
_FORMS = re.compile(r"/forms/([^/]+)/")
_OF_ANY = ("/documents/", "/history/entries/", "/claims/", "/reports/")
"""What an entry about an institution can change that its page did not look at before."""
_OF_FIGURES = ("/measures/", "/bodies/", "/cases/", "/packs/")
"""Pages that may show figures, whose load is noted on the record of another body too."""
_OF_BODIES = re.compile(
    r"/(?:bodies|cases|sessions|money|people|partners|escalation|packs)/[^/]+/.*"
    r"|/bodies/[^/]+(?:/|\.json)"
    r"|/(?:oversight/[^/]+|forms/(?:[^/]+/[^/]+/)?[^/]+)/"
)

_Rule = Callable[[str, re.Match[str], set[str]], int]


class Stamps:
    """What the files of a mirror at one entry hang on."""

    def __init__(
        self, known: int, *, before: int = -1, old: Mapping[str, int] | None = None
    ) -> None:
        """`old`: the stamps that addresses had in a mirror at the entry `before`."""
        self._known, self._before, self._old = known, before, old or {}
        self.last = dict(recent.last_of_each(known=known))
        self._of: dict[str, Touched] = {}

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
    def stepped(self) -> frozenset[str]:
        """Institutions of which steps of findings were written since, and nothing else."""
        if not self.quiet:
            return frozenset()
        loud = (name for name in self.last if name and name not in self.quiet)
        return frozenset(name for name in loud if self._touched(name).wide <= self._before)

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
        stamp, named = self._known, set(reads)
        for form, rule in self._rules:
            if found := form.fullmatch(address):
                stamp = rule(address, found, named)
                break
        if address.startswith(_OF_FIGURES):
            stamp = max(stamp, self._loaded)
        return max(stamp, self.last.get("", -1))  # what is about no institution may stand anywhere

    @cached_property
    def _rules(self) -> Sequence[tuple[re.Pattern[str], _Rule]]:
        """Form of an address -> its stamp, from the address, its parts and who was looked at."""
        wide, all_names = self._of_wide, [name for name in self.last if name]
        return (
            (_ITEM, lambda a, m, _: self._of_stream(a, self._about.get(m[1], ""), m[1])),
            (_ENTRY, lambda a, m, _: self._of_stream(a, *self._streams[int(m[1])], at=int(m[1]))),
            (_BLOCK, lambda a, m, _: self._of_block(a, int(m[1]))),
            (_DOCUMENT, lambda a, m, _: self._of_document(a, m[1])),
            (_FORMS, lambda _, m, __: self.last.get(whose.institution_of(m[1]), self._known)),
            (_OF_ALL, lambda a, _, __: self._most(all_names, lambda n: wide(a, n))),
            (_REPORT, lambda a, _, names: self._of_report(a, names) if names else self._known),
            (
                _SESSION,
                lambda a, m, names: self._most(
                    names, lambda n: self._of_session(a, n, f"session/{m[1]}")
                ),
            ),
            (
                _CASE,
                lambda a, m, names: self._most(names, lambda n: self._of_case(a, n, m[1], m[2])),
            ),
            (_MEASURE, lambda a, _, names: self._most(names, lambda n: wide(a, n))),
            (_CLAIM, lambda a, m, names: self._most(names, lambda n: wide(a, n, m[1]))),
            (_OF_BODIES, lambda _, __, names: self._most(names, lambda n: self.last.get(n, -1))),
        )

    def _most(self, names: Collection[str], stamp: Callable[[str], int]) -> int:
        """The last of the stamps by institution; of the whole record where none was looked at."""
        return max(map(stamp, names), default=self._known)

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

    def _of_wide(self, address: str, institution: str, stream: str = "") -> int:
        """What shows no step of a finding: figures, a measure with its claims and verdicts, a list
        of claims; and one claim, by its stream, with what names it.
        """
        if (kept := self._unchanged(address, institution)) is not None:
            return kept
        touched = self._touched(institution)
        return max(touched.wide, touched.streams.get(stream, -1))

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

    def _touched(self, institution: str) -> Touched:
        if institution not in self._of:
            versions = [
                v
                for v in registers.history(institution).versions
                if v.recorded_from <= self._known
            ]
            self._of[institution] = touched_by(versions)
        return self._of[institution]
