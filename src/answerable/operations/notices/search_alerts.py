"""News of a saved search by mail: to whoever asked for it and confirmed it, at most once a day.

Anybody may ask, so nobody is told whether an address is known, and only its owner can say yes.
Nothing is sent without news. What is public alone is searched.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from answerable.operations import site_address
from answerable.operations.notices import mailing
from answerable.operations.pages import naming, search_facts
from answerable.operations.pages import search as searching
from answerable.operations.pages.look import Look
from answerable.operations.pages.saved_search import SavedSearch
from answerable.store.people import outbox, subscriptions
from answerable.store.people.subscriptions import Subscription
from answerable.store.reads import registers
from answerable.store.reads.search import Told
from answerable.vocabulary.access import READER

SEARCH = "search"
MOST_WAITING = 3
"""Wishes for one address that wait for its owner's yes; more send no mail: nobody is pestered."""
KEPT = timedelta(days=14)
"""How long an address is kept whose owner did not say yes."""
MOST_LINES, MOST_WORDS = 20, 160


def follow(*, search: SavedSearch, email: str, at: datetime) -> None:
    """Somebody asks for news of a search; a first mail asks the owner of the address."""
    address = mailing.address(email)
    query = {"kind": SEARCH, "q": search.q, "of": search.kind, "body": search.body}
    if subscriptions.unconfirmed(address) >= MOST_WAITING:
        return
    found = subscriptions.ask(email=address, query=query, at=at, seen=registers.head().size - 1)
    if found.confirmed is None:
        text = (
            f"Somebody asked that news of this search be sent to this address: {search.words}.\n\n"
            f"If that was you, open this page and confirm it:\n{_page(found, 'confirm')}\n\n"
            "If not, do nothing: no other mail follows, and the address is forgotten after "
            f"{KEPT.days} days.\n"
        )
        message = mailing.message(
            found,
            subject="Confirm: news of a search by e-mail",
            text=text,
            at=at,
            stop=_page(found, "stop"),
        )
        outbox.put(f"confirm-{mailing.short(found)}", message)


def asked(token: str) -> SavedSearch | None:
    """The search behind a token; None where nobody wishes its news (any more)."""
    found = subscriptions.find(token)
    return _search(found) if found is not None and found.query.get("kind") == SEARCH else None


def made(*, at: datetime) -> int:
    """Put a mail in the outbox for each confirmed search that has news; how many there are."""
    subscriptions.forget_unconfirmed(before=at - KEPT)
    look = Look(at=at, actor=READER)
    count, last = 0, look.head.size - 1
    for one in subscriptions.confirmed(SEARCH):
        name = f"search-{look.today:%Y-%m-%d}-{mailing.short(one)}"
        if one.seen >= last or outbox.known(name):
            continue
        search = _search(one)
        found = searching.news(look, search.q, kind=search.kind, body=search.body, after=one.seen)
        if found:
            message = mailing.message(
                one,
                subject=f"News of your search: {search.q}",
                text=_text(one, search, found),
                at=at,
                stop=_page(one, "stop"),
            )
            count += outbox.put(name, message)
        subscriptions.looked(one.token, upto=last)
    return count


def _search(one: Subscription) -> SavedSearch:
    return SavedSearch(one.query["q"], one.query["of"], one.query["body"])


def _text(one: Subscription, search: SavedSearch, found: Sequence[Told]) -> str:
    site = site_address.site()
    lines: list[str] = []
    for hit in found[:MOST_LINES]:
        lines += [
            f"- {search_facts.fact_title(hit)}: {naming.body_words(hit.institution)}",
            f"  {_cut(hit.first or hit.words_of_source or '')}",
            f"  {site}{search_facts.fact_path(hit)}",
        ]
    if len(found) > MOST_LINES:
        lines.append(f"- and {len(found) - MOST_LINES} more on the page")
    lines += [
        "",
        f"The whole search: {site}{search.page}",
        "",
        "--",
        f"You get this, at most once a day, because you asked for news of: {search.words}.",
        f"To stop it: {_page(one, 'stop')}",
        "",
    ]
    return "\n".join(lines)


def _cut(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= MOST_WORDS else f"{plain[:MOST_WORDS].rsplit(' ', 1)[0]} …"


def _page(one: Subscription, what: str) -> str:
    return f"{site_address.site()}/search/mail/{one.token}/{what}/"
