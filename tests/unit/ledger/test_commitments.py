"""A value opens with its own field, value and salt, and with nothing else (L-12, G-09)."""

import hashlib

import pytest

from answerable.ledger import canonical, commitments

KEY, NONCE = bytes(range(32)), bytes(12)


def test_each_part_of_a_commitment_counts() -> None:
    base = commitments.commit("due", "2026-06-30", bytes(16))
    assert base != commitments.commit("due", "2026-07-01", bytes(16))
    assert base != commitments.commit("text", "2026-06-30", bytes(16))
    assert base != commitments.commit("due", "2026-06-30", bytes(15) + b"\1")


def test_an_empty_field_is_a_decoy_of_the_same_form() -> None:
    assert len(commitments.commit("due", None, bytes(16))) == 64


def test_a_short_salt_is_refused() -> None:
    with pytest.raises(commitments.DoesNotOpen):
        commitments.commit("due", None, b"short")


@pytest.mark.parametrize("value", ["", "x" * 253, "x" * 254, "x" * 255, "é" * 300])
def test_a_sealed_value_comes_back_and_hides_its_length(value: str) -> None:
    written = canonical.write(value)
    sealed = commitments.seal(written, key=KEY, nonce=NONCE, entry_id="e", field="text")
    assert (len(sealed) - 12 - 16) % 256 == 0
    assert commitments.unseal(sealed, key=KEY, entry_id="e", field="text") == written


@pytest.mark.parametrize(("entry", "field"), [("other", "text"), ("e", "due")])
def test_a_sealed_value_is_bound_to_its_entry_and_field(entry: str, field: str) -> None:
    sealed = commitments.seal(b'"x"', key=KEY, nonce=NONCE, entry_id="e", field="text")
    with pytest.raises(commitments.DoesNotOpen):
        commitments.unseal(sealed, key=KEY, entry_id=entry, field=field)


def test_the_form_of_a_sealed_value_never_changes() -> None:
    """What older homes hold must still open: padding, nonce and binding as released."""
    sealed = commitments.seal(b'"x"', key=KEY, nonce=NONCE, entry_id="e", field="text")
    assert hashlib.sha256(sealed).hexdigest() == (
        "1cdf44c18183566349c9021e1aa346667e0d43e4f9cc9c258ddd29e8fe9ce15a"
    )
