"""Search: exact words first, over bodies, documents and everything that a projection holds.

What is public is found alike for everybody: a projection holds public values alone, and documents
come through the register of the reader. A role that sees more finds that beside it, marked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from answerable.operations import catalogue
from answerable.operations.pages import (
    naming,
    paging,
    search_answers,
    search_own,
    search_words,
    summarised,
)
from answerable.operations.pages.forms import acting
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Link, Page
from answerable.operations.pages.search_alone import found
from answerable.operations.pages.search_facts import fact_path, fact_title
from answerable.operations.pages.search_filters import KINDS, Filter, filters
from answerable.operations.pages.search_hits import (
    Asking,
    Hit,
    asking,
    once,
    order,
    recorded,
)
from answerable.operations.pages.snippets import Piece, snippet
from answerable.store.engine.words import plain, stem
from answerable.store.papers import in_documents as texts
from answerable.store.papers.word_index import Paragraph
from answerable.store.reads import fits
from answerable.store.reads import search as store
from answerable.vocabulary.language import say
from answerable.vocabulary.telling_words import telling
from answerable.vocabulary.times import in_words

ON_A_PAGE = 25
LONGEST = 200
MOST_LATEST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A further paragraph of a document that was found: its page, its words."""

    url: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One thing found: its title and page, the words around what was looked for, whose it is.

    `under`: of a question of a session, what was answered and agreed. `places`: of a document,
    the paragraphs that fit next best.
    """

    title: str
    url: str
    pieces: tuple[Piece, ...]
    note: str
    under: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SearchPage(Page):
    """The form, the filters and the results; shapes at the head of `search/results.html`."""

    q: str
    results: tuple[Result, ...] = ()
    filters: tuple[Filter, ...] = ()
    pages: paging.Pages | None = None
    advice: tuple[str, ...] = ()
    tries: tuple[Link, ...] = ()
    summary_notice: str = ""


def search(
    look: Look, query: str, *, kind: str = "", body: str = "", number: int = 1
) -> SearchPage:
    """The results of a query. An unknown kind or body narrows nothing."""
    asked = query.strip()
    words = words_of(asked)
    unknown = [
        name for name, held in ((kind, KINDS), (body, catalogue.bodies())) if name not in held
    ]
    kind = kind if kind in KINDS else ""
    body = body if body in catalogue.bodies() else ""
    wanted = asking(words)
    public = found(look, wanted) if words else []
    mine = search_own.own(look, wanted) if words else []
    every = [*mine, *public]
    shown = sorted(
        (
            *(hit for hit in mine if _of(hit, kind, body)),
            *_narrowed(look, wanted, public, kind=kind, body=body),
        ),
        key=lambda hit: order(hit, wanted.kind),
    )
    number = min(max(number, 1), max(-(-len(shown) // ON_A_PAGE), 1))
    here = shown[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
    q = " ".join(words)

    def url(*, of: str = kind, about: str = body, page: int = 1, words: str = q) -> str:
        given = {"q": words, "kind": of, "body": about, "page": page if page > 1 else ""}
        return look.url(f"/search/?{urlencode({k: v for k, v in given.items() if v})}")

    return SearchPage(
        title=say("Search"),
        area="search",
        sentence=search_words.sentence(q, asked, words, shown),
        banner=banner() if look.actor.is_public else acting(look),
        past=look.past(),
        as_at=look.as_at(),
        alternates=search_words.alternates(q, kind, body) if words else (),
        q=q if words else asked[:LONGEST],
        results=results(look, words, here),
        filters=filters(
            [(hit.kind, hit.institution) for hit in every], kind=kind, body=body, url=url
        ),
        pages=paging.pages(
            label=say("Pages of results"),
            number=number,
            count=-(-len(shown) // ON_A_PAGE),
            url=lambda page: url(page=page),
        ),
        advice=(
            *search_words.narrows_nothing(filter(None, unknown)),
            *search_words.advice(asked, wanted, shown, longest=LONGEST),
            *((search_own.scope(look, shown),) if words else ()),
        ),
        tries=search_words.tries(wanted, shown, url=lambda word: url(words=word)),
        # Asked of the registers of today, which are kept: a past one is not made for it.
        summary_notice=summarised.notice(
            replace(look, valid=None, known=None, said=None),
            dict.fromkeys(hit.institution for hit in here if hit.text is None),
        ),
        aside=search_words.aside(more=search_own.sees_more(look)),
    )


def words_of(query: str) -> tuple[str, ...]:
    """The words of a query that are looked for."""
    return store.words_of(query.strip()[:LONGEST])


def hits(look: Look, query: str, *, kind: str = "", body: str = "") -> Sequence[Hit]:
    """Everything that a query finds, exact words first; of one kind or body where named."""
    wanted = asking(words_of(query))
    every = found(look, wanted) if wanted.words else []
    return _narrowed(look, wanted, every, kind=kind, body=body)


def results(look: Look, words: Sequence[str], shown: Sequence[Hit]) -> tuple[Result, ...]:
    """What is shown of some of the hits."""
    told = store.told(hit.id for hit in shown if hit.id is not None)

    under = search_answers.answers(look)

    def made(hit: Hit) -> Result:
        if hit.own:
            return _own(made(replace(hit, own=False)))
        if hit.text is not None:
            return _in_text(look, hit.text, words)
        if hit.news is not None:
            return _result(look, hit.news, words)
        if hit.id is None:
            return _body(look, hit, words)
        return replace(_result(look, told[hit.id], words), under=under(told[hit.id]))

    return tuple(map(made, shown))


def news(
    look: Look, query: str, *, kind: str = "", body: str = "", after: int
) -> tuple[store.Told, ...]:
    """Facts that a query finds and that were recorded or put right after an entry, in order.

    All telling words stand in each: a mail says nothing of what has only most of them.
    """
    got = recorded(look, asking(words_of(query)), kind=kind, body=body, after=after)
    told = store.told(one.id for one in once(got))
    return tuple(told[number] for number in sorted(told))


def latest(look: Look, query: str, *, kind: str = "", body: str = "") -> tuple[store.Told, ...]:
    """Facts that a query finds, the latest entry first: what a feed of a search says.

    All telling words stand in each.
    """
    every = hits(look, query, kind=kind, body=body)
    held = [hit for hit in every if hit.id is not None and hit.fit < fits.SOME]
    newest = sorted(held, key=lambda hit: -(hit.id or 0))[:MOST_LATEST]
    told = store.told(hit.id for hit in newest if hit.id is not None)
    return tuple(sorted(told.values(), key=lambda one: -one.seq))


def _body(look: Look, hit: Hit, words: Sequence[str]) -> Result:
    """A body by its name."""
    known = catalogue.bodies()[hit.institution]
    return Result(
        title=known.name,
        url=look.url(f"/bodies/{known.id}/"),
        pieces=snippet(hit.name, words),
        note=say("Invented, for demonstration") if known.invented else known.kind_words,
    )


def _own(result: Result) -> Result:
    """The same, marked as what is not public."""
    only = say("For the offices concerned alone")
    return replace(result, note=f"{only} · {result.note}")


def _in_text(look: Look, one: texts.InText, words: Sequence[str]) -> Result:
    """The paragraphs of a document that fit best, each with the way to its place."""
    filed = one.filed
    day = in_words(filed.said) if filed.said else say("date not known")

    def place(paragraph: Paragraph) -> Place:
        at = f"{paragraph.start}-{paragraph.stop}"
        return Place(
            url=look.url(f"/documents/{filed.doc}/?place={at}#words"),
            pieces=snippet(paragraph.text, _forms(paragraph.text, words)),
        )

    first, *more = map(place, one.paragraphs)
    return Result(
        title=say("In a document, {day}: {title}", day=day, title=filed.title),
        url=first.url,
        pieces=first.pieces,
        note=naming.body_marked(filed.institution),
        places=tuple(more),
    )


def _narrowed(
    look: Look, wanted: Asking, every: Sequence[Hit], *, kind: str, body: str
) -> Sequence[Hit]:
    """Those of a kind or a body: asked for anew where the whole was cut off."""
    if not (kind or body):
        return every
    if len(every) >= store.MOST_FOUND:
        every = found(look, wanted, kind=kind, body=body)
    return [hit for hit in every if _of(hit, kind, body)]


def _of(hit: Hit, kind: str, body: str) -> bool:
    return kind in ("", hit.kind) and body in ("", hit.institution)


def _result(look: Look, hit: store.Told, words: Sequence[str]) -> Result:
    texts = [t for t in (hit.first, hit.words_of_source, hit.text) if t]
    marked = [form for word in words for form in (word, *map(stem, plain(word)))]
    text = next((t for form in (words, marked) for t in texts if _any(t, form)), hit.text)
    return Result(
        title=fact_title(hit),
        url=look.url(fact_path(hit)),
        pieces=snippet(text, _forms(text, words)),
        note=naming.body_marked(hit.institution),
    )


def _forms(text: str, words: Sequence[str]) -> list[str]:
    """The words as they stand in a text: as they were asked for, or else by their stems.

    Of a sentence that does not stand there as a whole only its telling words.
    """
    if " ".join(words).casefold() not in text.casefold():
        words = telling([form for word in words for form in plain(word)])
    return [word if _any(text, (word,)) else stem(word.casefold()) for word in words]


def _any(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)
