"""A leaf is read in one form only, and the quick way refuses what the slow one does."""

import hashlib
import hmac
import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from answerable.ledger import canonical
from answerable.ledger.commitments import TAG, Payload, commit
from answerable.ledger.entry import (
    BadLeaf,
    By,
    Entry,
    _opens,
    faults,
    leaf_of,
    make_leaf,
    pseudonym,
    read_leaf,
    signed_message,
)
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period
from tests.vectors import example

SEED = 20_261_125
LEAVES = example.leaves()[0]


def slow(leaf: bytes) -> bool:
    try:
        return bool(canonical.read(leaf))
    except Refusal:
        return False


@pytest.mark.parametrize("leaf", LEAVES)
def test_what_the_quick_way_reads_is_canonical(leaf: bytes) -> None:
    chance = random.Random(SEED)  # noqa: S311  # a seed that repeats the changes
    assert read_leaf(leaf) == canonical.read(leaf)
    read = 0
    for _ in range(3_000):
        changed = bytearray(leaf)
        at = chance.randrange(len(leaf))
        changed[at] = chance.choice(b'0a9f",:{}[]\\ ntru-.e')
        if chance.random() < 0.3:
            del changed[chance.randrange(len(changed))]
        try:
            content = read_leaf(bytes(changed))
        except Refusal:
            continue
        read += 1
        assert slow(bytes(changed))
        assert canonical.write(content) == bytes(changed)
    assert read > 100, "the control: some changes leave a leaf of the form"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"due":"44a3', b'"due":"44a3c70020bb740ae83883dc73f50e5d56a6cdd74e422fdefa6f8248cabbf9ba","due":"44a3'),  # noqa: E501
        (b'{"due":"44a3', b'{"zue":"44a3'),
        (b'"set":1', b'"set":9007199254740993'),
        (b'"2026-01-05",null', b'"2026-01-05","2026-01-04"'),
        (b'"2026-01-05",null', b'"2026-13-05",null'),
        (b'"commits":{', b'"commits":{,'),
    ],
)  # fmt: skip
def test_a_leaf_that_says_a_thing_twice_or_out_of_order_is_refused(old: bytes, new: bytes) -> None:
    assert old in LEAVES[0]
    with pytest.raises(Refusal):
        read_leaf(LEAVES[0].replace(old, new))


# --- what an entry says of itself, and what is wrong inside one ---

SALT = bytes(range(16))
PERSON = "1" * 32


def made(fact: Fact | None = None, **more: object) -> Entry:
    given = {
        "entry_id": "a" * 32,
        "by": By("body", PERSON),
        "recorded_at": datetime(2026, 1, 5, 9, 30, 1, 5, tzinfo=UTC),
        "regressed": False,
        "salt": lambda: SALT,
        **more,
    }
    leaf, payloads = make_leaf(fact or promised(), **given)  # type: ignore[arg-type]  # test data
    return Entry(7, leaf, payloads)


def promised(**more: object) -> ActionPromised:
    given = {
        "institution": "a",
        "stream": "action/1",
        "valid": Period(date(2026, 1, 5), date(2027, 1, 5)),
        "doc": "d" * 64,
        "ref": "e" * 32,
        "text": "words",
        "due": "2026-06-30",
        **more,
    }
    return ActionPromised(**given)  # type: ignore[arg-type]  # test data


def test_an_entry_gives_back_what_it_was_made_of() -> None:
    entry = made()
    assert (entry.id, entry.by) == ("a" * 32, By("body", PERSON))
    assert entry.recorded_at == datetime(2026, 1, 5, 9, 30, 1, 5, tzinfo=UTC)
    assert entry.fact == promised()
    assert entry.content["clock"] == "ok"
    assert entry.content["recorded_at"] == "2026-01-05T09:30:01.000005Z"
    assert entry.content["v"] == 1
    assert entry.content["fact"]["seen"] is None
    assert entry.content["fact"]["set"] == 1
    assert made(regressed=True).content["clock"] == "regressed"
    head = {"root": "f" * 64, "size": 3}
    assert made(seen=head).content["fact"]["seen"] == head
    key = By("body", PERSON, "12345678", "A" * 86 + "==")
    assert made(by=key).by == key
    assert made(promised(valid=Period(date(2026, 1, 5)))).fact.valid.end is None


@pytest.mark.parametrize(
    ("marks", "highest"),
    [
        ((), "public"),
        (("internal",), "internal"),
        (("internal", "restricted"), "restricted"),
        (("restricted", "internal"), "restricted"),
    ],
)
def test_a_leaf_has_the_highest_class_of_its_values(marks: tuple[str, ...], highest: str) -> None:
    classes = dict(zip(("due", "text"), map(Classification, marks), strict=False))
    entry = made(promised(classes=classes))
    assert entry.content["fact"]["class"] == highest
    assert {p.field: p.classification for p in entry.payloads if p.field in classes} == {
        name: mark.value for name, mark in classes.items()
    }
    assert {p.classification for p in entry.payloads if p.field not in classes} == {"public"}
    assert entry.fact.classes == classes


def test_without_values_nothing_is_held_back() -> None:
    leaf, payloads = leaf_of(
        type_name="Empty",
        field_set=1,
        values={},
        classes={},
        envelope={},
        entry_id="a" * 32,
        by=By("body", PERSON),
        recorded_at=datetime(2026, 1, 5, tzinfo=UTC),
        regressed=False,
        salt=bytes,
    )
    assert (canonical.read(leaf)["fact"]["class"], payloads) == ("public", ())


def test_values_and_leaves_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(canonical, "MAX_VALUE", 7)
    longest = promised(text="words", due=None, said=None)
    assert made(longest).fact == longest
    with pytest.raises(BadLeaf, match="text is longer than 1 MiB"):
        made(promised(text="words!", due=None))
    monkeypatch.undo()
    spare = 16_384 - len(made(promised(stream="")).leaf)
    assert len(made(promised(stream="x" * spare)).leaf) == 16_384
    with pytest.raises(BadLeaf, match="may have"):
        made(promised(stream="x" * (spare + 1)))


def test_a_leaf_that_is_too_long_is_not_read() -> None:
    spare = 16_384 - len(made(promised(stream="")).leaf)
    longest = made(promised(stream="é" * (spare // 2) + "x" * (spare % 2))).leaf
    assert len(longest) == 16_384
    assert read_leaf(longest)["fact"]["stream"].startswith("éé")
    longer = longest.replace('"é'.encode(), '"éx'.encode())
    with pytest.raises(BadLeaf, match="at most"):
        read_leaf(longer)


@pytest.mark.parametrize(
    "leaf", [b"{}", b"[]", b"1", b'{"fact":1}', b'{"fact":{}}', b'{"fact":{"type":"Sealed"}}']
)
def test_json_that_is_no_leaf_is_refused(leaf: bytes) -> None:
    with pytest.raises(BadLeaf, match="form of version 1"):
        read_leaf(leaf)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2026-01-05T09", "2026-02-30T09"),
        ('"2026-01-05","2027-01-05"', '"2026-02-30","2027-01-05"'),
        ('"2026-01-05","2027-01-05"', '"2026-01-05","2027-02-30"'),
        ('"2026-01-05","2027-01-05"', '"2028-01-05","2027-01-05"'),
    ],
)
def test_days_that_no_calendar_has_are_refused_the_long_way_too(old: str, new: str) -> None:
    leaf = made(promised(stream="é")).leaf.decode()
    assert old in leaf
    assert read_leaf(leaf.encode())
    with pytest.raises(Refusal):
        read_leaf(leaf.replace(old, new).encode())


def test_a_sealed_leaf_is_read_in_its_own_form_alone() -> None:
    content = canonical.read(made().leaf)
    content["by"] |= {"body": "", "person": ""}
    content["recorded_at"] = "2026-01-05T00:00:00.000000Z"
    content["fact"] |= {
        **{"type": "Sealed", "institution": "", "stream": "", "pad": "x"},
        **{"commits": {"sealed": "0" * 64}, "doc": None, "ref": None},
    }
    assert read_leaf(canonical.write(content)) == content
    content["fact"]["institution"] = "a"
    with pytest.raises(BadLeaf):
        read_leaf(canonical.write(content))


def test_a_type_of_a_newer_version_is_told() -> None:
    newer = Entry(7, made().leaf.replace(b'"ActionPromised"', b'"OfNextYear"'), ())
    with pytest.raises(BadLeaf, match="Entry 7 has the type OfNextYear set 1"):
        _ = newer.fact


def test_a_pseudonym_is_one_for_a_person_in_a_stream() -> None:
    expected = hmac.new(b"secret", b"answerable/person/v1\0action/1", hashlib.sha256).digest()
    assert pseudonym(b"secret", "action/1") == expected[:16].hex()


def test_a_party_signs_all_but_the_stamp() -> None:
    entry = made(by=By("body", PERSON, "12345678", "A" * 86 + "=="))
    told = signed_message(entry.content, origin="a.example")
    by = {"body": "body", "key": "12345678", "person": PERSON}
    whole = {"by": by, "fact": entry.content["fact"], "origin": "a.example"}
    assert told == b"answerable/sign/v1\0" + canonical.write(whole)


def changed(entry: Entry, field: str, **change: object) -> Entry:
    rows = tuple(replace(p, **change) if p.field == field else p for p in entry.payloads)  # type: ignore[arg-type]  # test data
    return replace(entry, payloads=rows)


def test_a_value_that_is_not_held_here_is_unknown() -> None:
    fact = changed(made(), "text", value=None).fact
    assert (fact.get("text"), fact.get("due")) == (None, "2026-06-30")


def test_what_is_wrong_inside_an_entry_is_named() -> None:
    whole = made()
    assert list(faults(whole)) == []
    assert list(faults(changed(whole, "text", value=None))) == []
    for change in ({"value": b'"other"'}, {"salt": bytes(16)}, {"salt": None}):
        told = ["its value “text” is not the one that was recorded"]
        assert list(faults(changed(whole, "text", **change))) == told
    without = tuple(p for p in whole.payloads if p.field not in ("text", "due"))
    assert list(faults(replace(whole, payloads=without))) == ["its values due, text are missing"]
    more = replace(whole, payloads=(*whole.payloads, Payload("é", SALT, b"1")))
    assert list(faults(more)) == ["it has a value “é” that was never committed"]
    (damaged,) = faults(replace(whole, leaf=b"{}"))
    assert damaged.startswith("its public part is damaged: ")


def test_a_name_beyond_ascii_opens_nothing() -> None:
    """Canonical keys are ASCII, so no leaf can commit to one."""
    commitment = commit("due", None, SALT)
    with_name = Entry(0, made().leaf, (Payload("due", SALT, b"null"),))
    assert list(faults(with_name))[1:] == ["its value “due” is not the one that was recorded"]
    assert _opens(commitment, Payload("due", SALT, b"null"))
    assert not _opens(commitment, Payload("due", SALT, b"1"))
    far = hashlib.sha256(TAG + SALT + b'["\\u00e9",null]').hexdigest()
    assert not _opens(far, Payload("é", SALT, b"null"))
