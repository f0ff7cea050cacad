"""What is not public and this role may see: facts and papers for the offices concerned alone.

The index of the search and that of documents hold public words, whoever looks; so what is read
here is read for whoever asks, from what their role sees, and stands in no index. It is found by
whole words and their other forms, and marked as not public.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from answerable.ledger.register import Version
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.operations.pages.search_fit import Wanted, in_force, spaced
from answerable.operations.pages.search_hits import Asking, Hit
from answerable.operations.plans import action_log
from answerable.store.engine.tables import SEARCHED, TABLE_OF
from answerable.store.engine.words import plain
from answerable.store.papers import documents
from answerable.store.papers.in_documents import InText
from answerable.store.papers.word_index import Paragraph
from answerable.store.reads import fits, registers, visibility
from answerable.store.reads.search import Filed, Told
from answerable.vocabulary.access import READER, Classification
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import say

MOST = 100
"""Facts, and papers, of this kind that one query shows."""
MOST_PLACES = 3
_Text = tuple[Told, str]
_Paper = tuple[Filed, tuple[tuple[Paragraph, str], ...]]


def sees_more(look: Look) -> bool:
    """May this role see anything that is not public?"""
    return visibility.highest(look.actor) is not Classification.PUBLIC


def own(look: Look, asked: Asking, *, kind: str = "", body: str = "") -> list[Hit]:
    """What fits of what this role sees and the public does not, the best first; else nothing."""
    words = plain(" ".join(asked.words))
    if not words or not sees_more(look):
        return []
    wanted = Wanted(words, asked.telling, most=True)
    facts, papers = _held(look)
    found = [
        Hit(kind=told.kind, institution=told.institution, fit=fit, news=told, own=True)
        for told, held in facts
        if (fit := wanted.fit(held)) is not None
    ]
    found = [hit for hit in found if kind in ("", hit.kind) and body in ("", hit.institution)]
    places = [
        Hit(kind="document", institution=one.filed.institution, fit=one.fit, text=one, own=True)
        for one in _places(papers, wanted)
        if kind in ("", "document") and body in ("", one.filed.institution)
    ]
    every = sorted((*found[:MOST], *places[:MOST]), key=lambda hit: hit.fit)
    return [hit for hit in every if hit.fit < fits.SOME] or every


def scope(look: Look, shown: Sequence[Hit]) -> str:
    """What was searched for this role, and what was left out."""
    if not sees_more(look):
        return say(
            "What is for the offices concerned alone is not searched here: an office that may "
            "see it finds it when it is signed in."
        )
    count = sum(hit.own for hit in shown)
    told = (
        say(
            "What your office sees and is not public is searched too: {count} of these.",
            count=count,
        )
        if count
        else say("What your office sees and is not public is searched too; nothing of it fits.")
    )
    if visibility.highest(look.actor) is not Classification.RESTRICTED:
        told += " " + say("What is restricted is left out: your role does not see it.")
    return told


def _places(papers: Sequence[_Paper], wanted: Wanted) -> Iterator[InText]:
    for filed, paragraphs in papers:
        fitting = sorted(
            ((fit, p) for p, held in paragraphs if (fit := wanted.fit(held)) is not None),
            key=lambda one: (one[0], one[1].start),
        )
        if fitting:
            yield InText(filed, tuple(p for _, p in fitting[:MOST_PLACES]), fitting[0][0])


def _held(look: Look) -> tuple[tuple[_Text, ...], tuple[_Paper, ...]]:
    """The facts and the papers of a role with their words; kept for whoever sees the same."""
    actor = look.actor
    key = ("own words", actor.body, frozenset(actor.roles), look.on, look.known, look.said)
    return registers.kept(key, lambda: (tuple(_facts(look)), tuple(_papers(look))))


def _reader(look: Look) -> Look:
    return replace(look, actor=replace(READER, on=look.today))


def _facts(look: Look) -> Iterator[_Text]:
    """Each fact that stands, of which a value is not public, with the words of those values."""
    public: Mapping[int, Version] = {v.seq: v for v in everything.versions(_reader(look))}
    for version in everything.versions(look):
        kind = TABLE_OF.get(type(version.fact))
        if kind is None or kind not in SEARCHED or not in_force(version, look.on):
            continue
        seen = public.get(version.seq)
        shown: Mapping[str, Any] = seen.fact.values() if seen else {}
        values = version.fact.values()
        named = (*SEARCHED[kind], "quote")
        hidden = [n for n in named if values.get(n) and values[n] != shown.get(n)]
        if hidden:
            text = " · ".join(dict.fromkeys(str(values[name]) for name in hidden))
            yield _told(version, kind, text), spaced(text)


def _told(version: Version, kind: str, text: str) -> Told:
    fact = version.fact
    return Told(
        entry_id=version.entry_id,
        type=type(fact).__name__,
        institution=fact.institution,
        stream=fact.stream,
        seq=version.seq,
        valid_from=fact.valid.start.isoformat(),
        said=fact.said,
        kind=kind,
        text=text,
        doc=fact.doc,
        quote=None,
    )


def _papers(look: Look) -> Iterator[_Paper]:
    """Each paper that this role sees, with the paragraphs that the public does not."""
    reader = _reader(look)
    public = {
        v.fact.doc for v in everything.of_types(reader, DocumentFiled) if v.fact.get("title")
    }
    mine, theirs = everything.all_withheld(look), everything.all_withheld(reader)
    taken: set[str] = set()
    for version in everything.of_types(look, DocumentFiled):
        fact = version.fact
        sha, title = fact.doc, fact.get("title")
        if not sha or not title or sha in taken:
            continue
        if fact.get("type") == action_log.TYPE:  # its rows are found as actions
            continue
        taken.add(sha)
        try:
            text = documents.text(sha)
        except documents.NoSuchDocument:
            continue
        paragraphs = [
            Paragraph(b.start, b.end, text.text[b.start : b.end])
            for b in text.blocks
            if b.end > b.start
        ]
        kept = tuple(
            (p, spaced(p.text))
            for p in paragraphs
            if not _within(p, mine.get(sha, ()))
            and (sha not in public or _within(p, theirs.get(sha, ())))
        )
        if kept:
            yield Filed(sha, fact.institution, version.seq, str(title), fact.said), kept


def _within(paragraph: Paragraph, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < paragraph.stop and paragraph.start < end for start, end in spans)
