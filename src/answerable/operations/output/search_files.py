"""The search of a mirror: an index in small files that a script of the mirror reads.

`search/words/XX.json` holds words that begin so, each with the numbers of the facts in which it
stands; `search/facts/N.json` holds a thousand facts by number: title, address, words, body. A
number never changes, so a new entry changes the files of its own words and of its own thousand.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import sha256

from answerable.operations.pages import naming, search_facts
from answerable.operations.pages.look import Look
from answerable.store.engine.words import plain
from answerable.store.reads import search as store

THOUSAND = 1_000
MOST_WORDS = 400
BEGINNING = 2
OTHER = "other"


def files(look: Look) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the index, at the dates of the look."""
    words: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    facts: dict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
    known = look.head.size - 1 if look.known is None else look.known
    for number, hit in store.every(valid=look.on, known=known, said=look.said):
        text = hit.first or hit.quote or ""
        facts[number // THOUSAND][number] = (
            search_facts.fact_title(hit),
            search_facts.fact_path(hit),
            text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS].rsplit(' ', 1)[0]} …",
            naming.body_words(hit.institution),
        )
        for word in dict.fromkeys(plain(f"{hit.text} {hit.quote or ''}")):
            words[beginning(word)][word].append(number)
    for start, found in sorted(words.items()):
        yield f"search/words/{start}.json", _json(dict(sorted(found.items())))
    for part, told in sorted(facts.items()):
        yield f"search/facts/{part}.json", _json(told)


def beginning(word: str) -> str:
    """Which file a word stands in: its first two letters, or one of 16 for other scripts."""
    start = word[:BEGINNING]
    if start.isascii():
        return start
    return f"{OTHER}-{sha256(word[0].encode()).hexdigest()[0]}"


def _json(value: Mapping[str, object] | Mapping[int, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
