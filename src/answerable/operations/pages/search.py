"""Search: exact words first, over bodies, documents and everything that a projection holds.

Nothing that is found is withheld from anybody: a projection holds public values alone, and
documents come through the register of the reader.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.operations import catalogue
from answerable.operations.pages import naming, paging
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Page
from answerable.operations.pages.snippets import Piece, snippet
from answerable.store import registers
from answerable.store import search as store
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.times import in_words

ON_A_PAGE = 25
LONGEST = 200
MOST_BODIES = 20
KINDS = {
    "body": "Bodies",
    "finding": "Findings",
    "action": "Actions",
    "meeting": "Sessions",
    "question": "Questions and answers",
    "document": "Documents",
    "grade": "Grades",
    "plan": "Plans",
    "response": "Responses",
    "claim": "Claims",
    "money": "Money",
    "holding": "Office-holders",
    "closing": "Closings",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing found: its title and page, the words around what was looked for, whose it is."""

    title: str
    url: str
    pieces: tuple[Piece, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a filter, as a plain link."""

    label: str
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What results can be narrowed by."""

    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The form, the filters and the results; shapes at the head of `search/results.html`."""

    q: str
    results: tuple[Result, ...] = ()
    filters: tuple[Filter, ...] = ()
    pages: paging.Pages | None = None
    advice: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """What was found, of which kind, about whom; do the words stand together, and whole?"""

    kind: str
    institution: str
    result: Result
    exact: bool
    whole: bool


def search(
    look: Look, query: str, *, kind: str = "", body: str = "", number: int = 1
) -> SearchPage:
    """The results of a query. An unknown kind or body narrows nothing."""
    asked = query.strip()
    words = store.words_of(asked[:LONGEST])
    every = _found(look, words) if words else []
    kind = kind if kind in KINDS else ""
    body = body if body in catalogue.bodies() else ""
    shown = [hit for hit in every if kind in ("", hit.kind) and body in ("", hit.institution)]
    number = min(max(number, 1), max(-(-len(shown) // ON_A_PAGE), 1))
    q = " ".join(words)

    def url(*, of: str = kind, about: str = body, page: int = 1) -> str:
        given = {"q": q, "kind": of, "body": about, "page": page if page > 1 else ""}
        return look.url(f"/search/?{urlencode({k: v for k, v in given.items() if v})}")

    return SearchPage(
        title="Search",
        area="home",
        sentence=_sentence(q, asked, words, len(shown)),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        alternates=_alternates(q, kind, body) if words else (),
        q=q if words else asked[:LONGEST],
        results=tuple(hit.result for hit in shown[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]),
        filters=_filters(every, kind=kind, body=body, url=url),
        pages=paging.pages(
            label="Pages of results",
            number=number,
            count=-(-len(shown) // ON_A_PAGE),
            url=lambda page: url(page=page),
        ),
        advice=_advice(asked, words, bool(shown)),
        aside=(
            Aside(
                title="How this searches",
                paragraphs=(
                    "All words must stand in one fact or its quote. Where they stand together, "
                    "as you wrote them, the result comes first; then whole words, then parts.",
                    "It finds what is public, as at the dates of this page.",
                ),
                links=(Link(label="All of it as files", url="/data/"),),
            ),
        ),
    )


def hits(look: Look, query: str, *, kind: str = "", body: str = "") -> tuple[Hit, ...]:
    """Everything that a query finds, exact words first; of one kind or body where named."""
    words = store.words_of(query.strip()[:LONGEST])
    every = _found(look, words) if words else []
    return tuple(hit for hit in every if kind in ("", hit.kind) and body in ("", hit.institution))


def latest(look: Look, query: str, *, kind: str = "", body: str = "") -> tuple[store.Found, ...]:
    """Facts that a query finds, the latest entry first: what a feed of a search says."""
    known = look.head.size - 1 if look.known is None else look.known
    found = store.search(
        store.words_of(query[:LONGEST]),
        valid=look.on,
        known=known,
        said=look.said,
        institution=body or None,
        tables=(kind,) if kind in store.SEARCHED else tuple(store.SEARCHED),
    )
    return tuple(sorted(found, key=lambda hit: -hit.seq))


def fact_title(hit: store.Found) -> str:
    """“Finding, 14 May 2024”: what kind of fact it is, and from when it is true."""
    return f"{naming.kind_words(hit.type)}, {in_words(hit.valid_from)}"


def fact_path(hit: store.Found) -> str:
    """The page of the site that shows what was found."""
    parts = hit.stream.split("/")
    if hit.table in ("finding", "action"):
        return f"/findings/{hit.stream}/"
    if parts[0] == "session" and len(parts) > 2:
        return f"/sessions/{parts[1]}/{parts[2]}/"
    if hit.table in ("money", "holding"):
        folder = "money" if hit.table == "money" else "people"
        return f"/{folder}/{hit.institution}/"
    return f"/history/entry/{hit.seq}/"


def _found(look: Look, words: Sequence[str]) -> list[Hit]:
    known = look.head.size - 1 if look.known is None else look.known
    facts = store.search(words, valid=look.on, known=known, said=look.said)
    hits = [*_bodies(look, words), *_documents(look, words), *_facts(look, facts, words)]
    return sorted(hits, key=lambda hit: (not hit.exact, not hit.whole))


def _bodies(look: Look, words: Sequence[str]) -> Iterator[Hit]:
    """Bodies by their names; one that the record says nothing about comes after all facts."""
    held = registers.institutions()
    for known in catalogue.bodies().values():
        text = " · ".join((known.name, *known.aliases))
        if all(word.casefold() in text.casefold() for word in words):
            exact, whole = store.holds(text, words)
            yield Hit(
                kind="body",
                institution=known.id,
                exact=exact and known.id in held,
                whole=whole and known.id in held,
                result=Result(
                    title=known.name,
                    url=look.url(f"/bodies/{known.id}/"),
                    pieces=snippet(text, words),
                    note="Invented, for demonstration" if known.invented else known.kind_words,
                ),
            )


def _documents(look: Look, words: Sequence[str]) -> Iterator[Hit]:
    seen: set[str] = set()
    for institution, held in _filed(look):
        for filed in held:
            text = filed.title or ""
            if not filed.doc or filed.doc in seen:
                continue
            if all(word.casefold() in text.casefold() for word in words):
                seen.add(filed.doc)
                exact, whole = store.holds(text, words)
                dated = in_words(filed.published) if filed.published else "date not known"
                yield Hit(
                    kind="document",
                    institution=institution,
                    exact=exact,
                    whole=whole,
                    result=Result(
                        title=f"Document, {dated}",
                        url=look.url(f"/documents/{filed.doc}/"),
                        pieces=snippet(text, words),
                        note=naming.body_words(institution),
                    ),
                )


def _filed(look: Look) -> tuple[tuple[str, tuple[DocumentFiled, ...]], ...]:
    """Institution by institution, the documents that this reader may see at these dates."""

    def made() -> tuple[tuple[str, tuple[DocumentFiled, ...]], ...]:
        return tuple(
            (institution, look.register(institution).of(DocumentFiled))
            for institution in registers.institutions()
        )

    return registers.kept(("filed", look.actor, look.on, look.known, look.said), made)


def _facts(look: Look, found: Iterable[store.Found], words: Sequence[str]) -> Iterator[Hit]:
    for hit in found:
        text = next(
            (t for t in (hit.first, hit.quote, hit.text) if t and _any(t, words)), hit.text
        )
        yield Hit(
            kind=hit.table,
            institution=hit.institution,
            exact=hit.exact,
            whole=hit.whole,
            result=Result(
                title=fact_title(hit),
                url=look.url(fact_path(hit)),
                pieces=snippet(text, words),
                note=naming.body_words(hit.institution),
            ),
        )


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def _sentence(q: str, asked: str, words: Sequence[str], count: int) -> str:
    if not asked:
        return "Write what you look for."
    if not words:
        return "Nothing can be searched for in that: a word has at most 60 characters."
    many = f"{count:,} result" if count == 1 else f"{count:,} results"
    return f"{many if count else 'Nothing'} found for “{q}”."


def _advice(asked: str, words: Sequence[str], found: bool) -> tuple[str, ...]:
    advice = []
    if len(asked) > LONGEST or len(asked.split()) > len(words):
        advice.append(
            f"That was long: the first {len(words)} words of at most {LONGEST} characters "
            "were looked for. A name, a place or a few words of a quote are enough."
        )
    if asked and not found:
        advice.append(
            "Try fewer words, or one of them alone. What no document in our sources says "
            "cannot be found here."
        )
    return tuple(advice)


def _filters(
    every: Sequence[Hit], *, kind: str, body: str, url: Callable[..., str]
) -> tuple[Filter, ...]:
    kinds = Counter(hit.kind for hit in every if body in ("", hit.institution))
    about = Counter(hit.institution for hit in every if kind in ("", hit.kind))
    made = []
    if kinds:
        made.append(
            Filter(
                label="Kind",
                choices=(
                    Choice(label="All kinds", url=url(of=""), current=not kind),
                    *(
                        Choice(
                            label=f"{KINDS[name]} ({kinds[name]})",
                            url=url(of=name),
                            current=kind == name,
                        )
                        for name in KINDS
                        if kinds[name] or kind == name
                    ),
                ),
            )
        )
    if len(about) > 1 or body:
        named = sorted(about.keys() | ({body} if body else set()), key=naming.body_words)
        made.append(
            Filter(
                label="Body",
                choices=(
                    Choice(label="All bodies", url=url(about=""), current=not body),
                    *(
                        Choice(
                            label=f"{naming.body_words(name)} ({about[name]})",
                            url=url(about=name),
                            current=body == name,
                        )
                        for name in named[:MOST_BODIES]
                    ),
                ),
            )
        )
    return tuple(made)


def _alternates(q: str, kind: str, body: str) -> tuple[Link, ...]:
    given = {"q": q, "kind": kind, "body": body}
    query = urlencode({k: v for k, v in given.items() if v})
    return (Link(label="Atom feed of this search", url=f"/search/feed.atom?{query}"),)
