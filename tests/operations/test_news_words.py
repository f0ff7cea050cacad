"""News that may fit a query are those that fit, found by their words and not one by one."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answerable.ledger.entry import By
from answerable.ledger.register import Version
from answerable.operations.pages.news_words import News, NewsWords
from answerable.operations.pages.search_fit import Wanted, spaced
from answerable.store.engine.words import plain
from answerable.vocabulary.facts import ActionUpdated
from answerable.vocabulary.times import Period

WORDS = st.sampled_from(
    ["police", "policing", "policies", "review", "reviewed", "board", "boards", "a", "the", "x1"]
)
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=12)


def news(text: str, seq: int = 0) -> News:
    fact = ActionUpdated(
        institution="anyshire-police",
        stream="action/anyshire/1",
        valid=Period(date(2026, 1, 1)),
        said="2026-01-01",
        text=text,
    )
    at, by = datetime(2026, 1, 1, tzinfo=UTC), By("answerable", "answerable/researcher")
    return News(Version(fact, seq, str(seq), at, by, seq), text, "")


@given(
    texts=TEXTS,
    asked=st.lists(WORDS, min_size=1, max_size=3),
    telling=st.lists(WORDS, max_size=5),
    most=st.booleans(),
)
def test_they_are_those_that_fit(
    texts: list[str], asked: list[str], telling: list[str], *, most: bool
) -> None:
    every = [news(text, nth) for nth, text in enumerate(texts)]
    held, wanted = NewsWords(every), Wanted(asked, telling, most=most)
    may = [*held.all_of(wanted.asked)]
    if telling:
        may += [*held.all_of(wanted.telling), *held.most_of(wanted.telling, wanted.enough)]
    assert [one for one in every if wanted.fit(one.held) is not None and one not in may] == []
    alone = Wanted(asked, (), most=False)
    assert all(alone.fit(one.held) is not None for one in held.all_of(wanted.asked))


def test_the_latest_come_first() -> None:
    held = NewsWords([news("Reviewed", 1), news("A review", 5), news("Nothing", 9)])
    found = held.all_of(Wanted(["review"], (), most=False).asked)
    assert [one.version.seq for one in found] == [5, 1]


@pytest.mark.parametrize("text", ["The force's 2nd (p. 4)", "Café’s co\u00adop", "x" * 70, ""])
def test_words_are_those_of_the_index(text: str) -> None:
    assert spaced(text).split() == list(plain(text))


@given(st.text(st.characters(max_codepoint=127)))
def test_words_without_accents_are_those_of_the_index(text: str) -> None:
    assert spaced(text).split() == list(plain(text))
