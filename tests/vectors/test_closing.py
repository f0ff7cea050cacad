"""Promise P6: a bundle shows a closing on its ground, never stronger than it is (F-02, F-03)."""

import base64

import pytest

from answerable.ledger import canonical, verify
from tests.vectors import closings

POLICY = verify.policy_of(closings.policy())
GOOD, BAD = list(closings.good()), list(closings.bad())


def said(bundle: bytes, policy: verify.Policy = POLICY) -> str:
    try:
        return verify.closing(bundle, policy)[1]
    except verify.Fails as fault:
        return str(fault)


@pytest.mark.parametrize(("name", "verdict", "bundle"), GOOD, ids=[name for name, _, _ in GOOD])
def test_a_closing_that_holds(name: str, verdict: str, bundle: bytes) -> None:
    assert said(bundle).startswith(verdict), said(bundle)
    assert ("three signatures" in said(bundle)) == ("three signatures" in verdict)
    assert "only the full tiles show" in said(bundle)


@pytest.mark.parametrize(("name", "why", "bundle"), BAD, ids=[name for name, _, _ in BAD])
def test_a_closing_that_does_not_hold_says_by_which_rule(
    name: str, why: str, bundle: bytes
) -> None:
    verdict = said(bundle)
    assert not verdict.startswith("CLOSED"), verdict
    assert why in verdict, verdict


def test_a_ground_that_the_reader_does_not_accept_is_not_shown() -> None:
    only_signed = verify.policy_of(closings.policy(accepts="signed"))
    assert "rule 1" in said(closings.stated("letter").bundle(), only_signed)
    assert said(closings.signed().bundle(), only_signed).startswith("CLOSED (signed)")


def test_a_file_that_is_taken_out_never_makes_a_closing_better() -> None:
    """Of every bundle, good or bad, without its texts: what needs a quote is never closed, and
    what rests on a signature or a letter is what it was."""
    needs_no_file = ("CLOSED (signed)", "CLOSED (letter)")
    less = 0
    for name, _, bundle in (*GOOD, *BAD):
        bare = said(canonical.write({**canonical.read(bundle), "texts": {}}))
        less += bare.startswith("NOT ALL CHECKED")
        assert not bare.startswith("CLOSED") or bare.startswith(needs_no_file), name
        if bare.startswith("CLOSED") and "text" not in name:
            assert said(bundle).startswith(needs_no_file), name
    assert less >= 8


def test_a_file_that_lies_beside_is_not_said_to_be_missing() -> None:
    bare, beside = closings.stated("published").bundle(texts={}), {f"files/{closings.DOC}"}
    assert verify.closing(bare, POLICY, {"files/" + "f" * 64})[1].startswith("NOT ALL CHECKED")
    with pytest.raises(verify.Fails, match="rule 3, the quote is not in its file"):
        verify.closing(bare, POLICY, beside)
    whole = closings.stated("published").bundle()
    assert verify.closing(whole, POLICY, beside)[1].startswith("CLOSED (published)")
    letter = closings.stated("letter").bundle(texts={})
    assert verify.closing(letter, POLICY, beside)[1].startswith("CLOSED (letter)")


def test_roles_come_from_the_reader_never_from_the_log() -> None:
    swapped = closings.policy(roles=f"role {closings.OWNER} oversight\n")
    assert "rule 1" in said(closings.signed().bundle(), verify.policy_of(swapped))


def test_nobody_changes_a_byte_of_what_is_proved() -> None:
    """Leaf, proof, value, salt, order, checkpoint: each changed alone."""
    whole = canonical.read(closings.three().bundle())

    def with_entry(**change: object) -> bytes:
        rows = [dict(row) for row in whole["entries"]]
        rows[4] |= change
        return canonical.write({**whole, "entries": rows})

    leaf = base64.b64decode(whole["entries"][4]["leaf"])
    changed = base64.b64encode(leaf.replace(b"2026", b"2025", 1)).decode()
    row = whole["entries"][4]["extra"]["payloads"][0]
    for bad in (
        with_entry(leaf=changed),
        with_entry(index=5),
        with_entry(index=True),
        with_entry(proof=whole["entries"][4]["proof"][:-1]),
        with_entry(proof=[*whole["entries"][4]["proof"], "A" * 43 + "="]),
        with_entry(extra={"payloads": [[row[0], "other", row[2]]], "v": 1}),
        with_entry(extra={"payloads": [[row[0], row[1], "0" * 32]], "v": 1}),
        with_entry(extra={"payloads": [row, row], "v": 1}),
        with_entry(extra={"payloads": [row], "v": True}),
        with_entry(more=1),
        canonical.write({**whole, "entries": whole["entries"][::-1]}),
        canonical.write({**whole, "checkpoint": whole["checkpoint"].replace("\n7\n", "\n6\n")}),
        canonical.write({**whole, "v": 2}),
        canonical.write({**whole, "v": True}),
        canonical.write({**whole, "more": 1}),
        canonical.write(whole) + b"\n",
        canonical.write([]),
    ):
        try:
            verdict = verify.closing(bad, POLICY)[1]
        except (verify.Fails, KeyError, TypeError, ValueError, AttributeError, IndexError):
            continue
        raise AssertionError(verdict)


def test_a_bundle_over_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    bundle = closings.three().bundle()
    monkeypatch.setattr(verify, "MOST", len(bundle))
    assert said(bundle).startswith("CLOSED (signed)")
    monkeypatch.setattr(verify, "MOST", len(bundle) - 1)
    assert said(bundle) == "the bundle has no such form"


def test_a_rotated_key_speaks_for_the_same_body() -> None:
    log = closings.Log()
    log.enrol(closings.OWNER)
    new = closings.key(closings.OWNER, "second")
    old = closings.KEYS[closings.OWNER]
    log.add(
        "KeyRotated",
        by=closings.OWNER,
        signer=old,
        stream=f"key/{new.key_id.hex()}",
        vkey=new.verifier_key,
    )
    finding = log.finding()
    log.add("ClosureVerified", by=closings.OWNER, signer=new, ref=finding, text=None)
    assert said(log.bundle()).startswith("CLOSED (signed)")
