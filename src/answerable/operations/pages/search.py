"""Search: exact words first, over bodies, documents and everything that a projection holds.

Nothing that is found is withheld from anybody: a projection holds public values alone, and
documents come through the register of the reader.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlencode

from answerable.operations import catalogue
from answerable.operations.pages import everything, naming, offered, paging, search_answers
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Link, Page
from answerable.operations.pages.search_facts import fact_path, fact_title
from answerable.operations.pages.search_filters import KINDS, Filter, filters
from answerable.operations.pages.snippets import Piece, snippet
from answerable.store.engine.words import plain, stem
from answerable.store.papers import in_documents as texts
from answerable.store.reads import registers
from answerable.store.reads import search as store
from answerable.vocabulary.access import READER
from answerable.vocabulary.language import say
from answerable.vocabulary.numbered import ends_of
from answerable.vocabulary.times import in_words

ON_A_PAGE = 25
LONGEST = 200
LAST = 9
"""The fit of a body of which the record says nothing: after every fact."""
MOST_LATEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing found: its title and page, the words around what was looked for, whose it is.

    `under`: of a question of a session, what was answered and agreed.
    """

    title: str
    url: str
    pieces: tuple[Piece, ...]
    note: str
    under: tuple[str, ...] = ()


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
    """What was found, of which kind, about whom; `fit` is lowest where it fits best.

    A body is its own result; a fact is read from the record when it is shown (`id`), and a
    place of a document is told then (`text`).
    """

    kind: str
    institution: str
    fit: int
    id: int | None = None
    result: Result | None = None
    text: texts.InText | None = None


def search(
    look: Look, query: str, *, kind: str = "", body: str = "", number: int = 1
) -> SearchPage:
    """The results of a query. An unknown kind or body narrows nothing."""
    asked = query.strip()
    words = words_of(asked)
    kind = kind if kind in KINDS else ""
    body = body if body in catalogue.bodies() else ""
    every = _found(look, words) if words else []
    shown = _narrowed(look, words, every, kind=kind, body=body)
    number = min(max(number, 1), max(-(-len(shown) // ON_A_PAGE), 1))
    q = " ".join(words)

    def url(*, of: str = kind, about: str = body, page: int = 1) -> str:
        given = {"q": q, "kind": of, "body": about, "page": page if page > 1 else ""}
        return look.url(f"/search/?{urlencode({k: v for k, v in given.items() if v})}")

    return SearchPage(
        title=say("Search"),
        area="home",
        sentence=_sentence(q, asked, words, shown),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        alternates=_alternates(q, kind, body) if words else (),
        q=q if words else asked[:LONGEST],
        results=results(look, words, shown[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]),
        filters=filters(
            [(hit.kind, hit.institution) for hit in every], kind=kind, body=body, url=url
        ),
        pages=paging.pages(
            label=say("Pages of results"),
            number=number,
            count=-(-len(shown) // ON_A_PAGE),
            url=lambda page: url(page=page),
        ),
        advice=_advice(asked, words, bool(shown)),
        aside=(
            Aside(
                title=say("How this searches"),
                paragraphs=(
                    say(
                        "All words must stand in one fact or its quote, or in one paragraph of a "
                        "document. Where they stand "
                        "together, as you wrote them, the result comes first; then whole "
                        "words, then other forms of them and words that begin so."
                    ),
                    say(
                        "A finding or an action is found by its number too: R6, "
                        "Recommendation 6, Cause of concern 2, 26/191."
                    ),
                    say("It finds what is public, as at the dates of this page."),
                ),
                links=(Link(label=say("All of it as files"), url="/data/"),),
            ),
        ),
    )


@dataclass(frozen=True, kw_only=True)
class IndexPage(Page):
    """The search of a mirror: a box for a script, and the way that needs none."""

    bodies: tuple[Link, ...]


def index_page(look: Look) -> IndexPage:
    """What a mirror has in the place of the search: its files hold the same index."""
    held = [name for name in registers.institutions() if name in catalogue.bodies()]
    return IndexPage(
        title=say("Search"),
        area="home",
        sentence=say("Write what you look for, or find it through the page of its body."),
        banner=banner(),
        as_at=look.as_at(),
        bodies=tuple(
            Link(label=naming.body_marked(name), url=look.url(f"/bodies/{name}/"))
            for name in sorted(held, key=naming.body_words)
        ),
    )


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query that are looked for."""
    return store.words_of(query.strip()[:LONGEST])


def hits(look: Look, query: str, *, kind: str = "", body: str = "") -> Sequence[Hit]:
    """Everything that a query finds, exact words first; of one kind or body where named."""
    words = words_of(query)
    every = _found(look, words) if words else []
    return _narrowed(look, words, every, kind=kind, body=body)


def results(look: Look, words: Sequence[str], shown: Sequence[Hit]) -> tuple[Result, ...]:
    """What is shown of some of the hits."""
    told = store.told(hit.id for hit in shown if hit.id is not None)

    def made(hit: Hit) -> Result | None:
        if hit.text is not None:
            return _in_text(look, hit.text, words)
        return hit.result if hit.id is None else _result(look, told[hit.id], words)

    return tuple(result for result in map(made, shown) if result is not None)


def news(
    look: Look, query: str, *, kind: str = "", body: str = "", after: int
) -> tuple[store.Told, ...]:
    """Facts that a query finds and that were recorded or put right after an entry, in order."""
    found = store.search(
        words_of(query),
        valid=look.on,
        known=look.head.size - 1,
        institution=body,
        kind=kind,
        after=after,
    )
    told = store.told(one.id for one in _once(found))
    return tuple(told[number] for number in sorted(told))


def latest(look: Look, query: str, *, kind: str = "", body: str = "") -> tuple[store.Told, ...]:
    """Facts that a query finds, the latest entry first: what a feed of a search says."""
    found = [hit for hit in hits(look, query, kind=kind, body=body) if hit.id is not None]
    newest = sorted(found, key=lambda hit: -(hit.id or 0))[:MOST_LATEST]
    told = store.told(hit.id for hit in newest if hit.id is not None)
    return tuple(sorted(told.values(), key=lambda one: -one.seq))


def _found(look: Look, words: Sequence[str], *, kind: str = "", body: str = "") -> list[Hit]:
    known = look.head.size - 1 if look.known is None else look.known
    found = store.search(
        words, valid=look.on, known=known, said=look.said, institution=body, kind=kind
    )
    named_so = store.numbered(
        ends_of(" ".join(words)),
        valid=look.on,
        known=known,
        said=look.said,
        institution=body,
        kind=kind,
    )
    every = {f.id: f for f in (*found, *named_so)}  # a number says best what is meant
    facts = (
        Hit(kind=f.kind, institution=f.institution, fit=f.fit, id=f.id)
        for f in _once(list(every.values()))
    )
    bodies = (hit for hit in _bodies(look, words) if body in ("", hit.institution))
    named = bodies if kind in ("", "body") else ()
    papers = _in_documents(look, words, known, body) if kind in ("", "document") else ()
    return sorted((*named, *facts, *papers), key=lambda hit: hit.fit)


def _in_documents(look: Look, words: Sequence[str], known: int, body: str) -> Iterator[Hit]:
    """Paragraphs of documents; public words alone, whoever looks."""
    reader = replace(look, actor=replace(READER, on=look.today))
    found = texts.search_in(
        words,
        valid=look.on,
        known=known,
        said=look.said,
        institution=body,
        hidden=lambda: everything.all_withheld(reader),
    )
    for one in found:
        about = one.filed.institution
        yield Hit(kind="document", institution=about, fit=one.fit, text=one)


def _in_text(look: Look, one: texts.InText, words: Sequence[str]) -> Result:
    """A paragraph of a document, with the way to its place."""
    filed, place = one.filed, one.paragraph
    day = in_words(filed.said) if filed.said else say("date not known")
    return Result(
        title=say("In a document, {day}: {title}", day=day, title=filed.title),
        url=look.url(f"/documents/{filed.doc}/?place={place.start}-{place.stop}#words"),
        pieces=snippet(place.text, _forms(place.text, words)),
        note=naming.body_words(filed.institution),
    )


def _once(found: Sequence[store.Found]) -> Iterator[store.Found]:
    """Each file once, whoever it was filed for."""
    files: set[str] = set()
    for one in found:
        if one.kind != "document":
            yield one
        elif one.doc and one.doc not in files:
            files.add(one.doc)
            yield one


def _narrowed(
    look: Look, words: Sequence[str], every: Sequence[Hit], *, kind: str, body: str
) -> Sequence[Hit]:
    """Those of a kind or a body: asked for anew where the whole was cut off."""
    if not (kind or body):
        return every
    if len(every) >= store.MOST_FOUND:
        every = _found(look, words, kind=kind, body=body)
    return [hit for hit in every if kind in ("", hit.kind) and body in ("", hit.institution)]


def _bodies(look: Look, words: Sequence[str]) -> Iterator[Hit]:
    """Bodies by their names; one that the record says nothing about comes after all facts."""
    held = registers.institutions()
    for known in offered.bodies():
        text = " · ".join((known.name, *known.aliases))
        fit = store.fit_of(_name_words(text), words)
        if fit is not None:
            yield Hit(
                kind="body",
                institution=known.id,
                fit=fit if known.id in held else LAST,
                result=Result(
                    title=known.name,
                    url=look.url(f"/bodies/{known.id}/"),
                    pieces=snippet(text, words),
                    note=say("Invented, for demonstration")
                    if known.invented
                    else known.kind_words,
                ),
            )


@lru_cache(maxsize=2_000)
def _name_words(text: str) -> tuple[str, ...]:
    return plain(text)


def _result(look: Look, hit: store.Told, words: Sequence[str]) -> Result:
    texts = [t for t in (hit.first, hit.quote, hit.text) if t]
    marked = [form for word in words for form in (word, *map(stem, plain(word)))]
    text = next((t for form in (words, marked) for t in texts if _any(t, form)), hit.text)
    return Result(
        title=fact_title(hit),
        url=look.url(fact_path(hit)),
        pieces=snippet(text, _forms(text, words)),
        note=naming.body_words(hit.institution),
        under=search_answers.under(look, hit),
    )


def _forms(text: str, words: Sequence[str]) -> list[str]:
    """The words as they stand in a text: as they were asked for, or else by their stems."""
    return [word if _any(text, (word,)) else stem(word.casefold()) for word in words]


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def _sentence(q: str, asked: str, words: Sequence[str], shown: Sequence[Hit]) -> str:
    if not asked:
        return say("Write what you look for.")
    if not words:
        return say(
            "Nothing can be searched for in that: write letters or numbers; "
            "a word has at most 60 characters."
        )
    count = len(shown)
    if count >= store.MOST_FOUND:
        return say(
            "{most_found} results or more found for “{q}”: choose a kind or a body.",
            most_found=store.MOST_FOUND,
            q=q,
        )
    many = (
        say("{count} result", count=f"{count:,}")
        if count == 1
        else say("{count} results", count=f"{count:,}")
    )
    return say("{word} found for “{q}”.", word=many if count else say("Nothing"), q=q)


def _advice(asked: str, words: Sequence[str], found: bool) -> tuple[str, ...]:
    advice = []
    if len(asked) > LONGEST or len(asked.split()) > store.MOST_WORDS:
        advice.append(
            say(
                "That was long: the first {count} words of at most {longest} characters were"
                " looked for. A name, a place or a few words of a quote are enough.",
                count=len(words),
                longest=LONGEST,
            )
        )
    if asked and not found:
        advice.append(
            say(
                "Try fewer words, or one of them alone. What no document in our sources says "
                "cannot be found here."
            )
        )
    return tuple(advice)


def _alternates(q: str, kind: str, body: str) -> tuple[Link, ...]:
    given = {"q": q, "kind": kind, "body": body}
    query = urlencode({k: v for k, v in given.items() if v})
    return (
        Link(label=say("Follow this search (Atom feed)"), url=f"/search/feed.atom?{query}"),
        Link(label=say("Follow this search by e-mail"), url=f"/search/mail/?{query}"),
    )
