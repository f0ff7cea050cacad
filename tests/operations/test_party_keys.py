"""Signed closings from the command: the owner's own key, then three; what the offline verifier
says of them; keys enrolled, rotated, revoked; a key that does not count signs nothing."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from answerable.cli.main import app
from answerable.ledger import verify
from answerable.ledger.book import Book
from answerable.operations.findings import closing
from answerable.operations.output import exporting
from answerable.operations.record import ledger, party_keys, record
from answerable.vocabulary.ladder import Disposition
from answerable.vocabulary.refusal import Refusal
from tests.operations.cast import (
    AT,
    CAUSE,
    CHIEF,
    COMMISSIONER,
    DAY,
    INSPECTOR,
    begin,
    common,
    finding,
    size,
)
from tests.operations.test_closing import now

OWNER, FORCE, BOARD = "anyshire-inspectorate", "anyshire-police", "anyshire-pcc"
ACTS = {OWNER: INSPECTOR, FORCE: CHIEF, BOARD: COMMISSIONER}
NAME = "answerable.example/anyshire"
BEGAN = date(2023, 1, 1)


@dataclass
class Keys:
    """A folder of key files; `vkey` of each body."""

    folder: Path
    vkey: dict[str, str]

    def file(self, body: str) -> Path:
        return self.folder / f"{body}.key"


@pytest.fixture
def keys(book: Book, tmp_path: Path) -> Keys:
    """The cast's record, a log, and a key enrolled for each of the three."""
    begin(book)
    record.checkpoint(at=AT, new=NAME)
    made = Keys(tmp_path, {})
    for body in ACTS:
        made.vkey[body] = party_keys.new_key(file=made.file(body), body=body).verifier_key
        enrol(made, body)
    return made


def enrol(keys: Keys, body: str, **more: Any) -> None:
    given = {"office": "head", "begins": BEGAN, "vkey": keys.vkey[body], **more}
    party_keys.enrol(**common(ACTS[body]), **given)


def sign(keys: Keys, **more: Any) -> Any:
    given = {
        **common(INSPECTOR, seen=size() - 1),
        "reference": CAUSE,
        "on": DAY,
        "key_file": keys.file(OWNER),
    }
    return closing.verify_closure(**{**given, **more})


def claimed(keys: Keys, *, accept: bool = True) -> None:
    told = {"reference": CAUSE, "on": DAY, "text": "Every victim is visited again."}
    closing.claim_closure(**common(CHIEF), **told, key_file=keys.file(FORCE))
    if accept:
        closing.accept_claim(**common(COMMISSIONER), **told, key_file=keys.file(BOARD))


def policy(*more: str, roots: tuple[str, ...] = ()) -> verify.Policy:
    log = record.checkpoint(at=AT).verifier_key
    roles = f"role {FORCE} institution\nrole {BOARD} oversight\nrole {OWNER} owner\n"
    bodies = "".join(f"body {vkey}\n" for vkey in roots)
    return verify.policy_of(
        f"log {log}\nquorum 0\n{bodies}{roles}accepts signed\n{' '.join(more)}"
    )


def offline(rules: verify.Policy) -> str:
    """What the verifier says of the bundle, away from the record."""
    bundle = record.bundle(CAUSE, record.latest())
    assert bundle is not None
    try:
        return str(verify.closing(bundle, rules)[1])
    except verify.Fails as fault:
        return str(fault)


def test_the_owner_closes_with_its_own_key(keys: Keys) -> None:
    sign(keys)
    assert now().disposition is Disposition.CLOSED
    assert ledger.verify().holds
    assert offline(policy()).startswith("CLOSED (signed).")


def test_three_signatures_are_the_strongest_form(keys: Keys) -> None:
    claimed(keys)
    sign(keys)
    assert offline(policy()).startswith("CLOSED (signed), three signatures")


def test_a_claim_that_nobody_accepted_makes_no_three(keys: Keys) -> None:
    claimed(keys, accept=False)
    sign(keys)
    assert offline(policy()).startswith("CLOSED (signed).")


def test_the_whole_export_holds_with_signatures_in_it(keys: Keys, tmp_path: Path) -> None:
    claimed(keys)
    sign(keys)
    rules = policy()
    out, _ = exporting.export(out=tmp_path / "x")
    assert verify.export(out, rules)[0].startswith("HOLDS")
    assert [path.suffix for path in (out / "closings").iterdir()] == [".bundle"]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"by": CHIEF}, "may not close a finding for the inspectorate"),
        ({"on": date(2022, 12, 31)}, "does not count on 2022-12-31|before it was published"),
        ({"seen": -1}, "has read the finding"),
        ({"key_file": Path("none.key")}, "There is no key"),
    ],
)
def test_a_closing_that_the_verifiers_would_refuse_is_not_recorded(
    keys: Keys, change: dict[str, Any], words: str
) -> None:
    before = size()
    with pytest.raises(Refusal, match=words):
        sign(keys, **change)
    assert size() == before
    assert now().disposition is Disposition.OPEN


def test_the_key_of_another_body_signs_nothing_for_the_owner(keys: Keys) -> None:
    with pytest.raises(Refusal, match="is of “anyshire-police” and anyshire-inspectorate acts"):
        sign(keys, key_file=keys.file(FORCE))


def test_a_key_that_nobody_enrolled_signs_nothing(keys: Keys, tmp_path: Path) -> None:
    party_keys.new_key(file=tmp_path / "other.key", body=OWNER)
    with pytest.raises(Refusal, match="is not enrolled for anyshire-inspectorate"):
        sign(keys, key_file=tmp_path / "other.key")


def test_a_revoked_key_signs_nothing_more_and_what_it_signed_before_stands(keys: Keys) -> None:
    sign(keys)
    key_id = keys.vkey[OWNER].split("+")[1]
    told = {"body": OWNER, "key_id": key_id, "reason": "The laptop was lost.", "on": DAY}
    party_keys.revoke(**common(INSPECTOR), **told, since=date(2024, 6, 1))
    assert offline(policy()).startswith("CLOSED (signed).")
    closing.reopen(**common(INSPECTOR), reference=CAUSE, reason="Found again.", on=DAY)
    with pytest.raises(Refusal, match="or the key is revoked"):
        sign(keys, on=date(2024, 7, 1))
    party_keys.revoke(**common(INSPECTOR), **told, since=date(2024, 1, 1))
    assert party_keys.enrolled(body=OWNER)[0].doubted == date(2024, 1, 1)


def test_a_window_of_doubt_that_covers_a_closing_undoes_it_for_the_verifiers(keys: Keys) -> None:
    sign(keys)
    told = {"body": OWNER, "key_id": keys.vkey[OWNER].split("+")[1], "reason": "Lost.", "on": DAY}
    party_keys.revoke(**common(INSPECTOR), **told, since=date(2024, 2, 1))
    assert "rule 2, the key of anyshire-inspectorate is revoked" in offline(policy())


def test_a_new_key_follows_the_old_one_by_its_signature(keys: Keys, tmp_path: Path) -> None:
    made = party_keys.new_key(file=tmp_path / "second.key", body=OWNER)
    party_keys.rotate(
        **common(INSPECTOR),
        vkey=made.verifier_key,
        key_file=keys.file(OWNER),
        begins=date(2024, 1, 1),
    )
    sign(keys, key_file=tmp_path / "second.key")
    assert offline(policy()).startswith("CLOSED (signed).")
    assert [key.office for key in party_keys.enrolled(body=OWNER)] == ["head", "head"]


def test_an_office_that_ended_closes_nothing(book: Book, tmp_path: Path) -> None:
    begin(book)
    record.checkpoint(at=AT, new=NAME)
    made = party_keys.new_key(file=tmp_path / "x.key", body=OWNER)
    keys = Keys(tmp_path, {OWNER: made.verifier_key})
    enrol(keys, OWNER, ends=date(2024, 1, 1))
    with pytest.raises(Refusal, match="office was not held"):
        sign(keys, key_file=made.file)


def test_where_a_policy_names_a_root_key_it_signs_the_enrolment(
    book: Book, home: Path, tmp_path: Path
) -> None:
    begin(book)
    record.checkpoint(at=AT, new=NAME)
    root = party_keys.new_key(file=tmp_path / "root.key", body=OWNER)
    made = party_keys.new_key(file=tmp_path / f"{OWNER}.key", body=OWNER)
    keys = Keys(tmp_path, {OWNER: made.verifier_key})
    with (home / "policy").open("a") as file:
        file.write(f"body {root.verifier_key}\n")
    with pytest.raises(Refusal, match="the enrolment is signed with it"):
        enrol(keys, OWNER)
    with pytest.raises(Refusal, match="is not the root key"):
        enrol(keys, OWNER, root_file=made.file)
    enrol(keys, OWNER, root_file=root.file)
    sign(keys)
    assert offline(policy(roots=(root.verifier_key,))).startswith("CLOSED (signed).")
    # A reader who trusts another root takes neither the enrolment nor what rests on it.
    other = party_keys.new_key(file=tmp_path / "other.key", body=OWNER)
    assert "not signed by a key enrolled" in offline(policy(roots=(other.verifier_key,)))


def test_an_office_sees_to_the_keys_of_its_own_body_only(keys: Keys, tmp_path: Path) -> None:
    made = party_keys.new_key(file=tmp_path / "y.key", body=FORCE)
    with pytest.raises(Refusal, match="does not see to the keys of anyshire-police"):
        party_keys.enrol(**common(INSPECTOR), vkey=made.verifier_key, office="head", begins=BEGAN)
    with pytest.raises(Refusal, match="may not add a key to sign with"):
        party_keys.enrol(
            **common(ACTS[FORCE].__class__(FORCE, "x", "p", frozenset())),
            vkey=made.verifier_key,
            office="head",
            begins=BEGAN,
        )


def test_what_is_no_key_is_refused(keys: Keys, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="is not a verifier key"):
        enrol(keys, OWNER, vkey="anyshire-inspectorate+00000000+AAAA")
    with pytest.raises(Refusal, match="is enrolled already"):
        enrol(keys, OWNER)
    (tmp_path / "bad.key").write_text("{}")
    with pytest.raises(Refusal, match="not the key file of a party"):
        sign(keys, key_file=tmp_path / "bad.key")
    with pytest.raises(Refusal, match="no key is overwritten"):
        party_keys.new_key(file=tmp_path / "bad.key", body=OWNER)


def test_the_same_signed_command_again_acts_once(keys: Keys) -> None:
    first = sign(keys, key="once", seen=None)
    assert sign(keys, key="once", seen=None) == first


def test_the_signature_covers_what_was_read_and_not_what_came_after(
    keys: Keys, book: Book
) -> None:
    read = size() - 1
    book.append(
        about=FORCE,
        decide=lambda _: [finding("x/1", kind="recommendation", text="Another.")],
        by=COMMISSIONER,
        at=AT,
        key="later",
    )
    made = sign(keys, seen=read)
    (entry,) = book.entries(begin=made.first, end=made.first + 1)
    assert entry.content["fact"]["seen"]["size"] == read + 1
    assert offline(policy()).startswith("CLOSED (signed).")


# --- from the command line ---


@pytest.fixture
def run(book: Book, home: Path) -> Callable[..., Result]:
    begin(book)
    record.checkpoint(at=AT, new=NAME)
    return lambda *words: CliRunner().invoke(app, [str(word) for word in words])


def test_keys_and_a_signed_closing_from_the_command_line(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    file = tmp_path / "k"
    made = json.loads(run("key", "new", file, "--body", OWNER, "--json").output)
    assert file.stat().st_mode & 0o77 == 0
    assert run("key", "list").output == "No key is enrolled.\n"
    enrolled = run("key", "enrol", made["verifier_key"], "--office", "Inspector", "--from", BEGAN)
    assert enrolled.exit_code == 0, enrolled.output
    assert "anyshire-inspectorate, Inspector, from 2023-01-01" in run("key", "list", OWNER).output
    by = ("--by", f"{OWNER}/inspector")
    refused = run("close", CAUSE, "--ground", "signed", *by)
    assert (refused.exit_code, "--signed-with FILE" in refused.output) == (2, True)
    refused = run("close", CAUSE, "--ground", "published", *by)
    assert (refused.exit_code, "--document SHA256" in refused.output) == (2, True)
    closed = run("close", CAUSE, "--ground", "signed", "--signed-with", file, *by)
    assert closed.exit_code == 0, closed.output
    assert offline(policy()).startswith("CLOSED (signed).")
    key_id = made["verifier_key"].split("+")[1]
    gone = run(
        "key", "revoke", key_id, "--body", OWNER, "--reason", "Lost.", "--since", "2030-01-01"
    )
    assert gone.exit_code == 0, gone.output
    assert "doubted since 2030-01-01" in run("key", "list").output
    assert run("key", "rotate", file, "x", *by).exit_code == 2
