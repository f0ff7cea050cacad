"""Two times: the fold equals a naive reading of the list, and appending later changes nothing
that was known earlier (B-01, B-03)."""

import hashlib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from answerable.ledger.entry import By, Entry, make_leaf
from answerable.ledger.register import History
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, Corrected, DueDateMoved, Withdrawn
from answerable.vocabulary.times import Period, last_day

DAY0 = date(2024, 1, 1)
SAID = ["2023-12-11", "2024-05", "2024-05-14", "2024", None]


def _id(i: int) -> str:
    return hashlib.sha256(str(i).encode()).hexdigest()[:32]


def entry(seq: int, fact: Fact) -> Entry:
    def salt() -> bytes:
        return bytes(16)

    leaf, payloads = make_leaf(
        fact,
        entry_id=_id(seq),
        by=By("body", "0" * 32),
        recorded_at=datetime(2024, 1, 1, tzinfo=UTC) + timedelta(seconds=seq),
        regressed=False,
        salt=salt,
    )
    return Entry(seq, leaf, payloads)


@st.composite
def histories(draw: Any) -> list[Entry]:
    made: list[Entry] = []
    for seq in range(draw(st.integers(1, 18))):
        start = DAY0 + timedelta(days=draw(st.integers(0, 40)))
        length = draw(st.none() | st.integers(0, 30))
        common = {
            "institution": draw(st.sampled_from(["a", "a", "a", "b"])),
            "stream": draw(st.sampled_from(["action/1", "action/2"])),
            "valid": Period(start, None if length is None else start + timedelta(days=length)),
            "said": draw(st.sampled_from(SAID)),
        }
        earlier = [e for e in made if e.fact.institution == common["institution"]]
        kind = draw(st.sampled_from(["promise", "move", "correct", "withdraw"]))
        fact: Fact
        if kind == "correct" and earlier:
            target = draw(st.sampled_from(earlier))
            due = f"2025-01-{seq + 1:02d}"
            fact = Corrected(**common, ref=target.id, field="quote", value=due)
        elif kind == "withdraw" and earlier:
            fact = Withdrawn(**common, ref=draw(st.sampled_from(earlier)).id, reason="x")
        elif kind == "move":
            fact = DueDateMoved(**common, due=f"2024-06-{seq + 1:02d}", reason="r")
        else:
            fact = ActionPromised(**common, text=f"t{seq}", due="2024-06-01")
        made.append(entry(seq, fact))
    return made


def naive(
    entries: list[Entry], *, about: str, valid: date, known: int, said: date | None
) -> Iterator[tuple[int, str | None]]:
    """(sequence, quote as corrected) of what a reader sees, by the words of the design."""
    for e in entries:
        fact = e.fact
        if fact.institution != about or e.seq > known or not fact.valid.holds(valid):
            continue
        if said is not None and (fact.said is None or last_day(fact.said) > said):
            continue
        quote, gone = fact.quote, False
        for later in entries[e.seq + 1 : known + 1]:
            if later.fact.institution != about or later.fact.ref != e.id or gone:
                continue
            if isinstance(later.fact, Corrected):
                quote = str(later.fact.value)
            elif isinstance(later.fact, Withdrawn):
                gone = True
        if not gone:
            yield e.seq, quote


@given(histories(), st.integers(0, 60), st.integers(0, 20), st.sampled_from([None, 0, 140, 366]))
def test_fold_equals_the_naive_reading(
    entries: list[Entry], day: int, known: int, said_day: int | None
) -> None:
    history = History("a")
    history.extend(entries)
    valid = DAY0 + timedelta(days=day)
    said = None if said_day is None else DAY0 + timedelta(days=said_day)
    seen = history.at(valid=valid, known=known, said=said)
    expected = sorted(naive(entries, about="a", valid=valid, known=known, said=said))
    assert sorted((v.seq, v.fact.quote) for v in seen) == expected


@given(histories(), st.integers(0, 60), st.data())
def test_appending_later_never_changes_what_was_known(
    entries: list[Entry], day: int, data: Any
) -> None:
    cut = data.draw(st.integers(0, len(entries)))
    history = History("a")
    history.extend(entries[:cut])
    valid = DAY0 + timedelta(days=day)
    before = [(v.seq, v.fact) for v in history.at(valid=valid, known=cut - 1)]
    history.extend(entries[cut:])
    assert [(v.seq, v.fact) for v in history.at(valid=valid, known=cut - 1)] == before
