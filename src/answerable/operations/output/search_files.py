"""The search of a mirror: an index in small files that a script of the mirror reads.

`search/words/XX.json` holds words that begin so, each with the numbers of the facts in which it
stands; `search/facts/N.json` holds a thousand facts by number: title, address, words, body. A
number never changes, so a new entry changes the files of its own words and of its own thousand.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from typing import Any

from answerable.operations.pages import naming, search_facts
from answerable.operations.pages.look import Look
from answerable.store.engine.words import plain
from answerable.store.reads import search as store

THOUSAND = 1_000
MOST_WORDS = 400
BEGINNING = 2
OTHER = "other"
_FACTS = "search/facts/"


def files(look: Look) -> Iterator[tuple[str, bytes]]:
    """Name and bytes of every file of the index, at the dates of the look."""
    words: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    facts: dict[int, dict[int, tuple[str, ...]]] = defaultdict(dict)
    known = look.head.size - 1 if look.known is None else look.known
    for number, hit in store.every(valid=look.on, known=known, said=look.said):
        facts[number // THOUSAND][number] = _shown(hit)
        for word in _words(hit):
            words[beginning(word)][word].append(number)
    for start, found in sorted(words.items()):
        yield _of_words(start), _json(dict(sorted(found.items())))
    for part, told in sorted(facts.items()):
        yield _of_facts(part), _json(told)


def changed(
    look: Look, *, after: int, held: Callable[[str], bytes]
) -> Iterator[tuple[str, bytes]]:
    """The files that differ from those of an earlier entry; one in which nothing is left is empty.

    `held` gives what an earlier mirror of the same dates has under a name, or nothing.
    """
    files: dict[str, dict[str, Any]] = {}

    def of(name: str) -> dict[str, Any]:
        if name not in files:
            files[name] = json.loads(held(name) or b"{}")
        return files[name]

    known = look.head.size - 1 if look.known is None else look.known
    found = store.changed(after=after, valid=look.on, known=known, said=look.said)
    for number, hit, stands in found:
        facts = of(_of_facts(number // THOUSAND))
        facts.pop(str(number), None)
        if stands:
            facts[str(number)] = _shown(hit)
        for word in _words(hit):
            words = of(_of_words(beginning(word)))
            numbers = {*words.pop(word, ())} - {number} | ({number} if stands else set())
            if numbers:
                words[word] = sorted(numbers)
    for name, told in files.items():
        ordered = sorted(told, key=int) if name.startswith(_FACTS) else sorted(told)
        yield name, _json({key: told[key] for key in ordered}) if told else b""


def _shown(hit: store.Told) -> tuple[str, ...]:
    text = hit.first or hit.words_of_source or ""
    return (
        search_facts.fact_title(hit),
        search_facts.fact_path(hit),
        text if len(text) <= MOST_WORDS else f"{text[:MOST_WORDS].rsplit(' ', 1)[0]} …",
        naming.body_marked(hit.institution),
    )


def _words(hit: store.Told) -> Iterator[str]:
    return iter(dict.fromkeys(plain(f"{hit.text} {hit.words_of_source or ''}")))


def _of_words(start: str) -> str:
    return f"search/words/{start}.json"


def _of_facts(part: int) -> str:
    return f"{_FACTS}{part}.json"


def beginning(word: str) -> str:
    """Which file a word stands in: its first two letters, or one of 16 for other scripts."""
    start = word[:BEGINNING]
    if start.isascii():
        return start
    return f"{OTHER}-{sha256(word[0].encode()).hexdigest()[0]}"


def _json(value: Mapping[str, object] | Mapping[int, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
