"""Keys: what a key file says, what a key refuses to sign, and which keys count for whom."""

import base64
import hashlib
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from answerable.ledger import checkpoint, merkle, party, signer
from answerable.ledger.checkpoint import LOG, WITNESS, Signer
from answerable.ledger.entry import By
from answerable.ledger.register import Version
from answerable.ledger.signer import KeyFile, WillNotSign
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, KeyEnrolled, KeyRevoked, KeyRotated
from answerable.vocabulary.times import Period

SEED = hashlib.sha256(b"seed").digest()
KEY = Signer("a.example/log", SEED)
LEAVES = [merkle.leaf_hash(bytes([n])) for n in range(9)]
BEGAN, DAY = date(2025, 1, 1), date(2026, 1, 5)


def nodes(level: int, index: int) -> bytes:
    if level == 0:
        return LEAVES[index]
    return merkle.node_hash(nodes(level - 1, 2 * index), nodes(level - 1, 2 * index + 1))


def root(size: int) -> bytes:
    return merkle.root_of(LEAVES[:size])


def test_a_log_key_is_written_and_read_again() -> None:
    held = KeyFile(KEY, 3, root(3))
    assert json.loads(held.written()) == {
        "kind": "log",
        "name": "a.example/log",
        "root": root(3).hex(),
        "seed": SEED.hex(),
        "size": 3,
    }
    assert signer.read(held.written(), kind=LOG) == held
    witness = signer.new("w.example", SEED, kind=WITNESS)
    assert signer.read(witness.written(), kind=WITNESS) == witness
    assert (witness.size, witness.root) == (0, merkle.EMPTY_ROOT)
    assert json.loads(witness.written())["kind"] == "witness"


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "witness"},
        {"kind": "party"},
        {"name": "a b"},
        {"name": "a+b"},
        {"name": ""},
        {"name": "x" * 201},
        {"name": 1},
        {"seed": "00" * 31},
        {"seed": "zz" * 32},
        {"size": "3"},
        {"size": None},
        {"root": 1},
        {"root": None},
    ],
    ids=str,
)
def test_what_is_no_key_file_of_a_log_is_refused(change: dict[str, Any]) -> None:
    text = json.dumps(json.loads(KeyFile(KEY).written()) | change)
    with pytest.raises(WillNotSign, match="not the key file of a log"):
        signer.read(text, kind=LOG)


@pytest.mark.parametrize("text", ["", "[]", "1", "null", "{}"])
def test_other_files_are_no_key_files(text: str) -> None:
    with pytest.raises(WillNotSign, match="not the key file of a witness"):
        signer.read(text, kind=WITNESS)
    with pytest.raises(party.NoKey, match="not the key file of a party"):
        party.read(text)


@pytest.mark.parametrize("name", ["", "a b", "a+b", "x" * 201, "a\n"])
def test_a_key_has_a_name_that_a_note_can_carry(name: str) -> None:
    with pytest.raises(WillNotSign, match="no name for a key"):
        signer.new(name, SEED, kind=LOG)
    assert signer.new("x" * 200, SEED, kind=LOG).signer.name == "x" * 200


def sign(held: KeyFile, size: int, **more: Any) -> tuple[str, KeyFile]:
    return signer.checkpoint(held, size=size, nodes=nodes, **{"root": root(size), **more})


def test_a_key_signs_what_grew_and_remembers_it() -> None:
    held = KeyFile(KEY)
    for size in (3, 3, 5, 9):
        text, held = sign(held, size)
        assert held == KeyFile(KEY, size, root(size))
        line = base64.b64encode(root(size)).decode()
        body = f"a.example/log\n{size}\n{line}\n"
        assert text.startswith(f"{body}\n\N{EM DASH} a.example/log ")
        packed = base64.b64decode(text.rpartition(" ")[2])
        assert packed[:4] == KEY.key_id
        assert checkpoint.verifies(KEY.public, body.encode(), packed[4:])
        assert not checkpoint.verifies(KEY.public, b"other", packed[4:])


def test_a_key_refuses_a_smaller_an_unkept_and_a_different_tree() -> None:
    _, held = sign(KeyFile(KEY), 5)
    with pytest.raises(WillNotSign, match="4 entries and this key has signed 5"):
        sign(held, 4)
    with pytest.raises(WillNotSign, match="files on the disk"):
        sign(held, 6, root=root(7))
    with pytest.raises(WillNotSign, match="first 5 entries are not those"):
        sign(replace(held, root=root(4)), 6)
    with pytest.raises(WillNotSign, match="first 5 entries are not those"):
        sign(replace(held, root=root(4)), 5)


def test_a_cosignature_carries_its_time() -> None:
    witness = Signer("w.example", SEED, WITNESS)
    text = checkpoint.text_of(origin="a", size=1, root=root(1))
    line = checkpoint.cosignature_line(text, witness, at=258)
    packed = base64.b64decode(line.rpartition(" ")[2])
    assert packed[4:12] == bytes([0, 0, 0, 0, 0, 0, 1, 2])
    signed = f"cosignature/v1\ntime 258\n{text}".encode()
    assert checkpoint.verifies(witness.public, signed, packed[12:])
    assert line.startswith("\N{EM DASH} w.example ")
    assert line.endswith("\n")
    assert checkpoint.note(text, "one\n", "two\n") == f"{text}\none\ntwo\n"


def test_a_verifier_key_says_name_number_and_key() -> None:
    name, number, packed = KEY.verifier_key.split("+", 2)
    assert (name, number) == ("a.example/log", KEY.key_id.hex())
    assert base64.b64decode(packed) == b"\1" + KEY.public
    assert KEY.key_id == hashlib.sha256(b"a.example/log\n\1" + KEY.public).digest()[:4]
    assert party.key_id_of(KEY.verifier_key) == number
    with pytest.raises(party.NoKey, match="not taken"):
        party.key_id_of("nothing")


# --- parties ---


def test_a_party_key_is_written_and_read_again() -> None:
    held = party.written(KEY)
    assert json.loads(held) == {"kind": "party", "name": "a.example/log", "seed": SEED.hex()}
    assert party.read(held) == KEY


@pytest.mark.parametrize(
    "change", [{"kind": "log"}, {"name": "a b"}, {"name": 1}, {"seed": "00" * 33}, {"seed": 1}]
)
def test_what_is_no_key_file_of_a_party_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(party.NoKey, match="not the key file"):
        party.read(json.dumps(json.loads(party.written(KEY)) | change))


CONTENT = {"by": {"body": "b", "key": "k", "person": "p", "sig": "left out"}, "fact": {"a": 1}}


def test_a_party_signs_who_what_and_for_which_log() -> None:
    mine = party.Party(KEY, "a.example/log")
    assert (mine.key_id, mine.root) == (KEY.key_id.hex(), False)
    made = base64.b64decode(mine.sign(CONTENT))
    message = (
        b'answerable/sign/v1\0{"by":{"body":"b","key":"k","person":"p"},'
        b'"fact":{"a":1},"origin":"a.example/log"}'
    )
    assert checkpoint.verifies(KEY.public, message, made)
    assert len(base64.b64decode(party.NOBODY)) == len(made)


def test_a_signature_that_does_not_verify_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(party, "verifies", lambda *_: False)
    with pytest.raises(party.NoKey, match="does not verify"):
        party.Party(KEY, "a").sign(CONTENT)


def signed(name: str, number: int = 0) -> Signer:
    return Signer(name, hashlib.sha256(f"{name} {number}".encode()).digest())


def version(seq: int, fact: Fact, *, key: str | None = None) -> Version:
    at = datetime(2026, 1, 5, tzinfo=UTC)
    return Version(fact, seq, f"{seq:032x}", at, By("b", "0" * 32, key), seq)


def about(number: Signer | None = None, **more: Any) -> dict[str, Any]:
    stream = f"key/{(number or KEY).key_id.hex()}"
    return {"institution": "b", "stream": stream, "valid": Period(BEGAN), **more}


BODY, NEW = signed("b"), signed("b", 1)


def enrolled(seq: int = 0, key: Signer = BODY, **more: Any) -> Version:
    given = {"vkey": key.verifier_key, "body": "b", "office": "head", **more}
    return version(seq, KeyEnrolled(**about(key), **given))


def test_keys_are_those_enrolled_and_their_successors() -> None:
    rotated = version(
        2,
        KeyRotated(**about(valid=Period(DAY, date(2027, 1, 1))), vkey=NEW.verifier_key),
        key=BODY.key_id.hex(),
    )
    found = party.keys_of([enrolled(), enrolled(1, office="other"), rotated])
    first, second = found.values()
    assert list(found) == [BODY.key_id.hex(), NEW.key_id.hex()]
    assert first == party.Enrolled(
        BODY.key_id.hex(), BODY.verifier_key, "b", "head", BEGAN, None, None, 0
    )
    assert second == party.Enrolled(
        NEW.key_id.hex(), NEW.verifier_key, "b", "head", DAY, date(2027, 1, 1), None, 2
    )
    (bare,) = party.keys_of([enrolled(office=None)]).values()
    assert bare.office == ""


def test_what_is_not_whole_or_was_withdrawn_enrols_nobody() -> None:
    gone = replace(enrolled(), recorded_to=1)
    stranger = version(3, KeyRotated(**about(), vkey=NEW.verifier_key), key="00000000")
    nobody = version(4, KeyRotated(**about(), vkey=NEW.verifier_key))
    other = version(5, ActionPromised(**about(), text="x"), key=BODY.key_id.hex())
    empty = [enrolled(1, vkey=None), enrolled(2, body=None), stranger, nobody, other]
    assert party.keys_of([gone, *empty]) == {}
    # What stands after one that was withdrawn is read on.
    after = [gone, enrolled(6), version(7, KeyRotated(**about()), key=BODY.key_id.hex())]
    assert list(party.keys_of(after)) == [BODY.key_id.hex()]


@pytest.mark.parametrize(
    ("days", "doubted"),
    [
        ((None,), BEGAN),
        (("2026-03-01",), date(2026, 3, 1)),
        (("2026-03-01", "2026-02-01"), date(2026, 2, 1)),
        (("2026-02-01", "2026-03-01"), date(2026, 2, 1)),
    ],
)
def test_a_key_is_doubted_from_the_earliest_day_named(
    days: tuple[str | None, ...], doubted: date
) -> None:
    revoked = [version(n, KeyRevoked(**about(BODY), from_=day)) for n, day in enumerate(days, 1)]
    (held,) = party.keys_of([enrolled(), *revoked]).values()
    assert held.doubted == doubted
    others = version(9, KeyRevoked(**about(NEW), from_="2020-01-01"))
    assert party.keys_of([enrolled(), others])[held.key_id].doubted is None


HELD = party.Enrolled("k", "v", "b", "head", BEGAN, date(2026, 2, 1), date(2026, 1, 20), 0)


@pytest.mark.parametrize(
    ("on", "recorded", "counts"),
    [
        ("2025-01-01", "2025-01-01", True),
        ("2024-12-31", "2025-01-01", False),
        ("2026-01-19", "2026-01-19", True),
        ("2026-01-20", "2026-01-19", False),
        ("2026-01-19", "2026-01-20", False),
    ],
)
def test_a_key_counts_while_its_office_is_held_and_nobody_doubts_it(
    on: str, recorded: str, counts: bool
) -> None:
    days = {"on": date.fromisoformat(on), "recorded": date.fromisoformat(recorded)}
    assert HELD.counts(**days) == counts


def test_an_office_that_ended_signs_nothing_from_that_day() -> None:
    last, after = date(2026, 1, 31), date(2026, 2, 1)
    held = replace(HELD, doubted=None)
    assert held.counts(on=last, recorded=date(2026, 6, 1))
    assert not held.counts(on=after, recorded=after)
    assert replace(held, ends=None).counts(on=date(2030, 1, 1), recorded=after)


def test_only_a_key_that_the_verifiers_take_may_sign() -> None:
    mine, keys = party.Party(BODY, "a"), party.keys_of([enrolled()])

    def ask(who: party.Party, held: dict[str, party.Enrolled], **more: Any) -> None:
        party.may_sign(who, held, **{"body": "b", "on": DAY, "recorded": DAY, **more})

    ask(mine, keys)
    with pytest.raises(party.NoKey, match="The key is of “b” and c acts"):
        ask(mine, keys, body="c")
    with pytest.raises(party.NoKey, match="is not enrolled for b"):
        ask(mine, {})
    other = replace(keys[mine.key_id], vkey=NEW.verifier_key)
    with pytest.raises(party.NoKey, match="is not enrolled for b"):
        ask(mine, {mine.key_id: other})
    with pytest.raises(party.NoKey, match="does not count on 2024"):
        ask(mine, keys, on=date(2024, 1, 1))
    ask(replace(mine, root=True), {})
    with pytest.raises(party.NoKey, match="acts"):
        ask(replace(mine, root=True), {}, body="c")
