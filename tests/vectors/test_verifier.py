"""Promise P3: what the verifier says, form by form and limit by limit, in this process.

Signatures are checked by `cryptography`: `test_ed25519.py` says that both agree.
"""

import base64
import hashlib
import re
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from answerable.ledger import canonical, checkpoint, merkle, tiles, verify
from answerable.ledger.checkpoint import WITNESS, Signer
from tests.vectors import closings, example, receipts
from tests.vectors.exports import Record, grown, laid
from tests.vectors.receipts import LEAVES, PAYLOADS

RULES = closings.policy()
POLICY = verify.policy_of(RULES)
OWNER, FORCE, BOARD = closings.OWNER, closings.FORCE, closings.BOARD


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verify, "signed", cache(checkpoint.verifies))


def fails(of: Any, *words: Any) -> str:
    """Why it does not hold; nothing when it does."""
    try:
        of(*words)
    except verify.Fails as fault:
        return str(fault)
    return ""


# --- the command ---


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with files of every form, good and bad."""
    other = closings.stated("published", by=FORCE).bundle()
    for name, data in {
        "entry": LEAVES[0],
        "proof": receipts.proof(),
        "bad": receipts.proof()[:-1],
        "policy": receipts.policy().encode(),
        "bundle": closings.signed().bundle(),
        "other": other,
        "none": b"x",
        "rules": RULES.encode(),
    }.items():
        (tmp_path / name).write_bytes(data)
    laid(tmp_path / "export", grown(3).files())
    log = closings.stated("published")
    (tmp_path / "bare").write_bytes(log.bundle(texts={}))
    part = {**Record(entries=log.entries).files(), "closings/f.bundle": log.bundle(texts={})}
    laid(tmp_path / "part", part)
    laid(tmp_path / "broken", {**grown(3).files(), "tile/0/001.p/3": b""})
    return tmp_path


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ("receipt entry proof policy", 0, "HOLDS: entry 0, ActionPromised, recorded at 2026-01"),
        ("receipt entry bad policy", 1, "DOES NOT HOLD: "),
        ("receipt entry proof entry", 2, "This cannot be checked: "),
        ("receipt entry proof nothing", 2, "This cannot be checked: "),
        ("receipt nothing proof policy", 2, "This cannot be checked: "),
        ("closing bundle rules", 0, "CLOSED (signed)."),
        ("closing other rules", 1, "NOT VALID: rule 3, "),
        ("closing none rules", 1, "DOES NOT HOLD: "),
        ("closing bare rules", 3, "NOT ALL CHECKED (published): "),
        ("export part rules", 3, "NOT ALL CHECKED, quotes to look up: 1; the rest holds: 7 f"),
        ("export export rules", 0, "HOLDS: "),
        ("export broken rules", 1, "DOES NOT HOLD: "),
        ("export nothing rules", 2, "This cannot be checked: "),
    ],
)
def test_the_answer_and_the_exit_code_say_the_same(
    words: str, code: int, said: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, *names = words.split()
    assert verify.main([form, *(str(place / name) for name in names)]) == code
    out = capsys.readouterr().out
    assert out.startswith(said), out
    if code in {0, 3}:
        assert len(out.splitlines()) >= 2
        last = "log answerable.example/(anyshire|exampleshire), [0-9]+ entries, witnessed by w1"
        assert re.match(last, out.splitlines()[-1])


@pytest.mark.parametrize(
    "words",
    [
        "",
        "receipt",
        "receipt entry proof",
        "receipt entry proof policy policy",
        "closing bundle",
        "closing bundle rules rules",
        "export export",
        "export export rules rules",
        "other entry proof policy",
    ],
)
def test_wrong_usage_is_answered_with_the_usage(
    words: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    form, *names = words.split() or [""]
    given = [form, *(str(place / name) for name in names)] if form else []
    assert verify.main(given) == 2
    assert "verify.py receipt ENTRY PROOF POLICY" in capsys.readouterr().out


# --- canonical JSON ---


def nested(depth: int, *, within: str) -> bytes:
    begins, ends = ("[", "]") if within == "list" else ('{"a":', "}")
    return (begins * depth + "1" + ends * depth).encode()


def test_json_has_one_form_and_limits() -> None:
    for good in (b"[]", b"{}", b'"\xc3\xa9"', b'{"a":"\xc3\xa9"}', b"[null,true,false,-1]"):
        assert verify.read(good, "it") == canonical.read(good)
    for within in ("list", "object"):
        assert verify.read(nested(31, within=within), "it")
        assert not fails(verify.read, nested(31, within=within), "it")
        assert "it" in fails(verify.read, nested(32, within=within), "it")
    assert not fails(verify.read, b"[" * 32 + b"]" * 32, "it")
    assert "it" in fails(verify.read, b"[" * 33 + b"]" * 33, "it")
    for number in (2**53 - 1, -(2**53) + 1):
        assert verify.read(f"[{number}]".encode(), "it") == [number]
    bad = [b"1.5", b"1e2", b"NaN", b"[1.0]", b'"e\xcc\x81"', b'["e\xcc\x81"]', b'{"a":1,"a":1}']
    bad += [b'{"b":1,"a":1}', b'{"\xc3\xa9":1}', b'["\\u00e9"]', b'"\\ud800"', b"[1] ", b"\xff"]
    bad += [b"", b"[" * 5_000, b"{", b"01", str(2**53).encode(), str(-(2**53)).encode()]
    bad += [f'{{"a":[{2**53}]}}'.encode(), b'{"a":{"b":"e\xcc\x81"}}']
    for data in bad:
        assert "it" in fails(verify.read, data, "it"), data


def test_base64_has_one_form() -> None:
    assert verify.unpacked("YWJj") == b"abc"
    assert verify.unpacked("") == b""
    for text in ("YWI", "YW I=", "YWJ=", "YR==", "YWJj\n", "é"):
        with pytest.raises(ValueError):  # noqa: PT011  # `Fails` or what b64decode says
            verify.unpacked(text)


# --- policy and keys ---


def policy(*lines: str) -> verify.Policy:
    return verify.policy_of("\n".join([*lines, "quorum 0", ""]))


def test_a_policy_is_read_line_by_line() -> None:
    rules = verify.policy_of(
        f"# whom I trust\n\nlog {closings.LOG.verifier_key}\n"
        f"witness {closings.SEER.verifier_key}\nbody {closings.ROOT_OF_OWNER.verifier_key}\n"
        f"role {OWNER} owner\nrole {FORCE} institution\nrole {BOARD} oversight\n"
        "accepts signed letter\naccepts published\nquorum 2\nquorum 1\n"
    )
    log, seer, root = closings.LOG, closings.SEER, closings.ROOT_OF_OWNER
    assert rules.keys == {
        "log": {(log.name, log.key_id.hex()): log.public},
        "witness": {(seer.name, seer.key_id.hex()): seer.public},
        "body": {(root.name, root.key_id.hex()): root.public},
    }
    assert rules.roles == {OWNER: "owner", FORCE: "institution", BOARD: "oversight"}
    assert rules.accepts == {"signed", "letter", "published"}
    assert rules.quorum == 1
    assert policy().quorum == 0
    assert "quorum" in fails(verify.policy_of, "log x\n".replace("log x\n", ""))


@pytest.mark.parametrize(
    "line",
    [
        "quorum 1000",
        "quorum",
        "quorum 1 2",
        "role a b owner",
        "role  owner",
        "role a+b owner",
        "role a Owner",
        "accepts Signed",
        "accepts 1",
        "Log x",
        " log x",
        "log",
        "trust x",
    ],
)
def test_a_line_that_is_none_is_refused(line: str) -> None:
    assert fails(policy, line)


def test_one_key_has_one_name_among_witnesses() -> None:
    twin = Signer("w9.example", closings.SEER.seed, WITNESS)
    same = f"witness {closings.SEER.verifier_key}"
    assert not fails(policy, same, same)
    assert "two names" in fails(policy, same, f"witness {twin.verifier_key}")
    body = Signer("b", closings.LOG.seed)
    assert not fails(policy, f"log {closings.LOG.verifier_key}", f"body {body.verifier_key}")
    assert fails(policy, f"witness {closings.SEER.verifier_key}", "quorum 2") == ""
    two = f"witness {closings.SEER.verifier_key}\nquorum 2\n"
    assert "quorum" in fails(verify.policy_of, two) or "witnesses" in fails(verify.policy_of, two)
    assert not fails(verify.policy_of, two.replace("quorum 2", "quorum 1"))


def test_a_verifier_key_is_of_its_kind_and_whole() -> None:
    name, number, packed = closings.LOG.verifier_key.split("+", 2)
    found = verify.vkey(closings.LOG.verifier_key, b"\1")
    assert found == ((name, number), closings.LOG.public)
    short = Signer(name, closings.LOG.seed)
    key = base64.b64encode(b"\1" + short.public[:31]).decode()
    for bad in (
        f"{name}+{number}",
        f"{name}+{number}+",
        f"{name}x+{number}+{packed}",
        f"{name}+{number[::-1]}+{packed}",
        f"+{number}+{packed}",
        f"{name}+{checkpoint.key_id(name, checkpoint.LOG, short.public[:31]).hex()}+{key}",
    ):
        assert "not a verifier key" in fails(verify.vkey, bad, b"\1")
    assert "not a verifier key" in fails(verify.vkey, closings.LOG.verifier_key, b"\4")
    assert fails(verify.vkey, "x" * 99, b"\1").startswith(f"“{'x' * 60}”")


# --- checkpoint ---


def note(*lines: str, origin: str = closings.LOG.name, size: int = 3) -> str:
    text = checkpoint.text_of(origin=origin, size=size, root=bytes(32))
    return checkpoint.note(
        text, *(line or checkpoint.signature_line(text, closings.LOG) for line in lines)
    )


def cosigned(witness: Signer, at: int, size: int = 3) -> str:
    text = checkpoint.text_of(origin=closings.LOG.name, size=size, root=bytes(32))
    return checkpoint.cosignature_line(text, witness, at=at)


SECOND = receipts.WITNESS_2


def read_note(text: str, quorum: int) -> verify.Checkpoint:
    rules = f"{RULES}witness {SECOND.verifier_key}\n"
    return verify.checkpoint(text, verify.policy_of(rules), quorum)


def test_a_checkpoint_says_who_saw_it_and_when() -> None:
    found = read_note(note("", cosigned(closings.SEER, 60), cosigned(SECOND, 2**37)), 2)
    assert (found.origin, found.size, found.root) == (closings.LOG.name, 3, bytes(32))
    last = datetime.fromtimestamp(2**37, UTC).isoformat()
    assert found.words == (
        f"log {closings.LOG.name}, 3 entries, witnessed by w1.example at "
        f"1970-01-01T00:01:00+00:00, w2.example at {last}"
    )
    assert last in read_note(note("", cosigned(SECOND, 2**60)), 1).words
    assert read_note(note(""), 0).words.endswith("witnessed by nobody yet")


def test_a_checkpoint_needs_its_log_its_quorum_and_whole_signatures() -> None:
    seer = cosigned(closings.SEER, 60)
    stranger = Signer("stranger", bytes(32))
    unknown = "\u2014 nobody AAAAAAAA\n"
    assert not fails(read_note, note("", unknown, seer), 1)
    assert "1 of the policy's witnesses" in fails(read_note, note("", seer), 2)
    assert "0 of the policy's witnesses" in fails(read_note, note(""), 1)
    assert "no log key" in fails(read_note, note(seer), 0)
    text = checkpoint.text_of(origin=closings.LOG.name, size=3, root=bytes(32))
    assert "no log key" in fails(read_note, note(checkpoint.signature_line(text, stranger)), 0)
    assert "no log key" in fails(read_note, note("", origin="another.example/log"), 0)
    assert "one key" in fails(read_note, note("", ""), 0)
    assert "one key" in fails(read_note, note("", seer, cosigned(closings.SEER, 61)), 1)
    other = checkpoint.text_of(origin=closings.LOG.name, size=4, root=bytes(32))
    wrong = checkpoint.signature_line(other, closings.LOG)
    assert "log's signature" in fails(read_note, note(wrong), 0)
    late = cosigned(closings.SEER, 60, size=4)
    assert "witness's signature w1.example" in fails(read_note, note("", late), 0)
    for bad in ("", "x", text, text + "\n", note("")[:-1], note("") + "\n", " " + note("")):
        assert "signed note" in fails(read_note, bad, 0)


# --- receipts ---


@pytest.mark.parametrize("size", range(1, 14))
def test_every_entry_of_a_small_tree_has_a_proof_and_no_other(size: int) -> None:
    record = grown(size)
    head = record.note(size).decode()

    def holds(index: int, path: tuple[bytes, ...], leaf: bytes) -> bool:
        made = tiles.proof_file(index=index, path=path, checkpoint=head)
        return not fails(verify.receipt, leaf, made.encode(), POLICY)

    for index in range(size):
        path = merkle.inclusion(record.node, index, size)
        leaf = record.entries[index].leaf
        assert holds(index, path, leaf)
        assert not holds(index + size, path, leaf)
        assert not holds(index, (*path, bytes(32)), leaf)
        assert not path or not holds(index, path[:-1], leaf)
        assert not path or not holds(index, path[1:], leaf)
        assert not path or not holds(index, (*path[:-1], bytes(32)), leaf)
        for other in range(size):
            assert other == index or not holds(other, path, leaf)
            assert other == index or not holds(index, path, record.entries[other].leaf)


def test_a_receipt_says_what_it_opens_and_what_not() -> None:
    said = verify.receipt(LEAVES[0], receipts.proof(), verify.policy_of(receipts.policy()))
    assert said[1:4] == [
        'due: "2026-06-30"',
        'text: "Every manager has a plan."',
        "not opened here: nothing",
    ]
    part = tiles.payload_file([p for p in PAYLOADS[0] if p.field == "due"])
    proof = tiles.proof_file(
        index=0,
        path=merkle.inclusion(receipts.nodes, 0, 4),
        checkpoint=receipts.note(example.WITNESS_1),
        extra=part,
    )
    said = verify.receipt(LEAVES[0], proof.encode(), verify.policy_of(receipts.policy()))
    assert said[1:3] == ['due: "2026-06-30"', "not opened here: text"]
    bare = proof.replace(f"extra {base64.b64encode(part).decode()}\n", "")
    said = verify.receipt(LEAVES[0], bare.encode(), verify.policy_of(receipts.policy()))
    assert said[1] == "not opened here: due, text"


def test_a_party_whose_key_is_another_is_refused() -> None:
    stolen = Signer(example.BODY, example.LOG.seed)
    rules = verify.policy_of(receipts.policy())
    (key,) = rules.keys["body"]
    rules.keys["body"][key] = stolen.public
    said = fails(verify.receipt, LEAVES[3], receipts.proof(3), rules)
    assert "party's signature is wrong" in said


def values(*rows: object, v: object = 1) -> dict[str, object]:
    return {"payloads": list(rows), "v": v}


DUE, TEXT = ([p.field, canonical.read(p.value or b""), (p.salt or b"").hex()] for p in PAYLOADS[0])


def test_values_open_their_own_commitments_only() -> None:
    for extra in (None, values(), values(DUE), values(DUE, TEXT)):
        assert not fails(verify.entry, LEAVES[0], 5, extra)
    one = verify.entry(LEAVES[0], 5, values(DUE))
    assert (one.seq, one.type, one.values) == (5, "ActionPromised", {"due": "2026-06-30"})
    assert one.at == "2026-01-05T09:00:00.000000Z"
    assert one.hash == merkle.leaf_hash(LEAVES[0])
    assert one.by == canonical.read(LEAVES[0])["by"]
    for salt in (str(DUE[2]) + "00", str(DUE[2])[:-1], str(DUE[2])[:-1] + "g", "", " " * 32):
        told = fails(verify.entry, LEAVES[0], 5, values([*DUE[:2], salt]))
        assert told == "the value “due” of entry 5 is not the one that was committed"
    for bad in (
        values(TEXT, DUE),
        values(DUE, DUE),
        values([*DUE, "more"]),
        values(DUE[:2]),
        values([DUE[0], "2026-07-01", DUE[2]]),
        values([DUE[0], DUE[1], TEXT[2]]),
        values(["other", DUE[1], DUE[2]]),
        values([DUE[0], DUE[1], str(DUE[2]).upper() + "A"]),
        values([DUE[0], DUE[1], f" {DUE[2]}"]),
        values(DUE, v=2),
        values(DUE, v=True),
        {**values(DUE), "more": 1},
        {"v": 1},
        {"payloads": []},
        [],
        "text",
        1,
    ):
        with pytest.raises(verify.FAULTS):
            verify.entry(LEAVES[0], 5, bad)


def leaf_with(old: str, new: str) -> bytes:
    text = LEAVES[0].decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def test_a_leaf_is_as_long_as_it_may_be_and_no_longer() -> None:
    spare = 16_384 - len(LEAVES[0])
    old = '"institution":"'
    assert not fails(verify.entry, leaf_with(old, old + "x" * spare), 0, None)
    assert "entry 0" in fails(verify.entry, leaf_with(old, old + "x" * (spare + 1)), 0, None)


@pytest.mark.parametrize(
    ("ends", "real"),
    [
        ("2026-01-05", True),
        ("2026-01-04", False),
        ("2028-02-29", True),
        ("2026-02-29", False),
        ("2026-04-31", False),
        ("2026-12-31", True),
    ],
)
def test_periods_are_of_real_days_and_do_not_end_before_they_begin(ends: str, real: bool) -> None:
    leaf = leaf_with('["2026-01-05",null]', f'["2026-01-05","{ends}"]')
    try:
        verify.entry(leaf, 0, None)
    except verify.FAULTS:
        assert not real
    else:
        assert real


@pytest.mark.parametrize("old", ['["2026-01-05"', '"recorded_at":"2026-01-05'])
def test_other_days_are_real_too(old: str) -> None:
    for day in ("2026-02-30", "0000-01-01"):
        with pytest.raises(verify.FAULTS):
            verify.entry(leaf_with(old, old.replace("2026-01-05", day)), 0, None)
    verify.entry(leaf_with(old, old.replace("2026-01-05", "0001-01-01")), 0, None)


# --- closings ---


def said(bundle: bytes) -> str:
    try:
        return verify.closing(bundle, POLICY)[1]
    except verify.Fails as fault:
        return str(fault)


DAY = "2026-01-07"
"""Of the closing in `closings.signed`: its third entry."""


@pytest.mark.parametrize(
    ("bundle", "closed"),
    [
        (closings.enrolled(valid=DAY), True),
        (closings.enrolled(valid="2026-01-08"), False),
        (closings.enrolled(until="2026-01-08"), True),
        (closings.enrolled(until=DAY), False),
        (closings.revoked("2026-01-08"), True),
        (closings.revoked(DAY), False),
    ],
    ids=[
        "begins that day",
        "begins after",
        "ends after",
        "ends that day",
        "doubted after",
        "that",
    ],
)
def test_a_key_counts_from_its_first_day_and_before_its_last(bundle: bytes, closed: bool) -> None:
    assert said(bundle).startswith("CLOSED (signed)" if closed else "NOT VALID: rule 2")


def test_a_signer_has_seen_the_finding() -> None:
    log = closings.signed()
    before = {"size": 1, "root": log.root(1).hex()}
    assert said(closings.signed(seen=before).bundle()).startswith("NOT VALID: rule 2")
    seen = {"size": 2, "root": log.root(2).hex()}
    assert said(closings.signed(seen=seen).bundle()).startswith("CLOSED (signed)")


def test_a_key_may_be_doubted_twice_and_the_earlier_day_counts() -> None:
    for days, closed in (
        (("2026-01-09", "2026-01-08"), True),
        (("2026-01-08", "2026-01-09"), True),
        (("2026-01-06", "2026-01-09"), False),
        (("2026-01-09", "2026-01-06"), False),
    ):
        log = closings.signed()
        for day in days:
            stream = f"key/{closings.KEYS[OWNER].key_id.hex()}"
            closings.then(log, "KeyRevoked", stream=stream, **{"from": day})
        assert said(log.bundle()).startswith("CLOSED" if closed else "NOT VALID: rule 2")


def test_a_key_that_is_rotated_by_nobody_or_enrolled_twice_is_not_taken() -> None:
    new = closings.key(OWNER, "second")
    log = closings.Log()
    log.enrol(OWNER)
    log.add("KeyRotated", by=OWNER, stream=f"key/{new.key_id.hex()}", vkey=new.verifier_key)
    finding = log.finding()
    log.add("ClosureVerified", by=OWNER, signer=new, ref=finding, text=None)
    assert "not signed by a key enrolled" in said(log.bundle())
    again = closings.Log()
    again.enrol(OWNER)
    again.enrol(OWNER, valid="2030-01-01")
    finding = again.finding()
    again.add("ClosureVerified", by=OWNER, signer=closings.KEYS[OWNER], ref=finding, text=None)
    assert said(again.bundle()).startswith("CLOSED (signed)")


def test_a_key_of_another_body_does_not_speak_for_the_owner() -> None:
    log = closings.Log()
    log.enrol(BOARD)
    finding = log.finding()
    log.add("ClosureVerified", by=OWNER, signer=closings.KEYS[BOARD], ref=finding, text=None)
    assert "not signed by a key enrolled" in said(log.bundle())


def test_a_closing_refers_to_its_finding_or_to_an_acceptance_before_it() -> None:
    for kind, closed in (("ClosureAccepted", True), ("MistakeReported", False)):
        log = closings.Log()
        log.finding()
        other = log.add(kind, by=BOARD, text="It is said.")
        stated = {"doc": closings.DOC, "ground": "letter", "text": None}
        log.add("ClosureStated", by=BOARD, ref=other, **stated)
        assert said(log.bundle()).startswith("CLOSED (letter)" if closed else "NOT VALID: rule 4")


def test_three_signatures_are_a_claim_its_acceptance_and_the_closing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    log = closings.Log()
    other = "anyshire-fire"
    stranger = closings.key(other)
    monkeypatch.setitem(closings.KEYS, other, stranger)
    for body in closings.KEYS:
        log.enrol(body)
    shown = {"evidence": ["e" * 64], "text": None}
    finding = log.finding()

    def verdict(claim: dict[str, Any], accept: str) -> str:
        made = closings.Log(list(log.entries))
        claimed = made.add(**{"kind": "ClosureClaimed", "ref": finding, **claim, **shown})
        board = {"by": BOARD, "signer": closings.KEYS[BOARD]}
        accepted = made.add(accept, ref=claimed, **board, **shown)
        owner = {"by": OWNER, "signer": closings.KEYS[OWNER]}
        made.add("ClosureVerified", ref=accepted, **owner, **shown)
        rules = verify.policy_of(f"{RULES}role {other} institution\n")
        try:
            return str(verify.closing(made.bundle(), rules)[1])
        except verify.Fails as fault:
            return str(fault)

    ours = {"by": FORCE, "signer": closings.KEYS[FORCE]}
    assert "three signatures" in verdict(ours, "ClosureAccepted")
    assert verdict(ours, "MistakeReported").startswith("NOT VALID: rule 4")
    theirs = {"by": other, "signer": stranger}
    assert verdict(theirs, "ClosureAccepted").startswith("NOT VALID: rule 4, whose claim")


def test_three_signatures_stand_in_their_order() -> None:
    log = closings.Log()
    for body in (FORCE, BOARD, OWNER):
        log.enrol(body)
    finding = log.finding()
    shown = {"evidence": ["e" * 64], "text": None}
    later = hashlib.sha256(b"closing 6").hexdigest()[:32]  # the id that the acceptance will have
    log.add("ClosureVerified", by=OWNER, signer=closings.KEYS[OWNER], ref=later, **shown)
    claimed = log.add(
        "ClosureClaimed", by=FORCE, signer=closings.KEYS[FORCE], ref=finding, **shown
    )
    accepted = {"by": BOARD, "signer": closings.KEYS[BOARD], "ref": claimed}
    assert log.add("ClosureAccepted", **accepted, **shown) == later
    assert said(log.bundle()).startswith("NOT VALID: rule 4, their order")


RESTRICTED = closings.Classification.RESTRICTED
ALSO = ("quote", "reason", "said", "source")
"""What a correction carries besides its field and its value."""


def test_values_that_were_corrected_count_as_corrected() -> None:
    log = closings.stated("published")
    owner = {"field": "owner", "value": OWNER, "ref": log.entries[0].id}
    assert said(closings.then(log, "Corrected", **owner).bundle()).startswith("CLOSED (published)")
    hidden = closings.stated("published")
    closings.then(
        hidden,
        "Corrected",
        **{**owner, "ref": hidden.entries[0].id},
        classes={"value": RESTRICTED},
    )
    assert said(hidden.bundle()).startswith("NOT VALID: rule 1")
    quote = closings.stated("published", quote="It is closed.")
    change = {"field": "quote", "value": closings.QUOTE, "ref": quote.entries[1].id}
    closings.then(quote, "Corrected", **change, classes=dict.fromkeys(ALSO, RESTRICTED))
    assert said(quote.bundle()).startswith("CLOSED (published)")


def test_a_correction_that_hides_what_it_changed_leaves_nothing_shown() -> None:
    log = closings.stated("published")
    ref = log.entries[0].id
    hidden = {"field": RESTRICTED}
    closings.then(log, "Corrected", field="text", value="x", ref=ref, classes=hidden)
    assert said(log.bundle()).startswith("NOT VALID: rule 1")


@pytest.mark.parametrize(
    ("begins", "ends", "stands"),
    [(0, 0, True), (1, 0, False), (0, -1, False), (-3, 3, True), (None, None, True)],
)
def test_a_quote_stands_where_its_source_says(
    begins: int | None, ends: int | None, stands: bool
) -> None:
    at = closings.LETTER.index(closings.QUOTE)
    source: dict[str, Any] = {"doc": closings.DOC, "start": None, "end": None}
    if begins is not None and ends is not None:
        source |= {"start": at + begins, "end": at + len(closings.QUOTE) + ends}
    told = said(closings.stated("published", source=source).bundle())
    assert told.startswith("CLOSED (published)" if stands else "NOT VALID: rule 3"), told


def test_a_bundle_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = closings.signed().bundle()
    monkeypatch.setattr(verify, "MOST", len(bundle))
    assert said(bundle).startswith("CLOSED")
    monkeypatch.setattr(verify, "MOST", len(bundle) - 1)
    assert "no such form" in said(bundle)


def test_an_entry_stands_once_in_a_bundle() -> None:
    whole = canonical.read(closings.signed().bundle())
    for rows in ([0, 0, 1, 2], [0, 1, 1, 2], [1, 0, 2], [0, 1, 2, 2]):
        entries = [whole["entries"][at] for at in rows]
        assert "out of order" in said(canonical.write({**whole, "entries": entries}))


def test_a_proof_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    proof, rules = receipts.proof(), verify.policy_of(receipts.policy())
    monkeypatch.setattr(verify, "MOST", len(proof))
    assert not fails(verify.receipt, LEAVES[0], proof, rules)
    monkeypatch.setattr(verify, "MOST", len(proof) - 1)
    assert "proof file" in fails(verify.receipt, LEAVES[0], proof, rules)


# --- the whole record ---


def test_files_are_numbered_in_groups_of_three() -> None:
    for number in (0, 7, 999, 1_000, 1_234_067, 999_999, 1_000_000, 10_000_000):
        assert f"tile/p/{verify.numbered(number)}" == tiles.path("p", number)


def test_the_root_of_every_earlier_size_is_found_from_the_levels() -> None:
    leaves = [merkle.leaf_hash(bytes([n])) for n in range(40)]
    levels = [leaves]
    while len(last := levels[-1]) > 1:
        levels.append(list(map(verify.pair, last[::2], last[1::2])))
    for size in range(41):
        assert verify.root_at(levels, size) == merkle.root_of(leaves[:size])


def test_an_empty_record_holds(tmp_path: Path) -> None:
    lines = verify.export(laid(tmp_path, Record().files()), POLICY)
    assert lines[1].startswith(f"log {closings.LOG.name}, 0 entries")
