"""One byte-exact form: anything else is refused, and an independent writer agrees (L-07)."""

import json
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from answerable.ledger.canonical import NotCanonical, read, write

text = st.text(st.characters(exclude_categories=["Cs"])).map(
    lambda s: __import__("unicodedata").normalize("NFC", s)
)
keys = st.text(st.characters(max_codepoint=127), max_size=8)
numbers = st.integers(-(2**53) + 1, 2**53 - 1)
values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | numbers | text,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4),
    max_leaves=20,
)


@given(values)
def test_agrees_with_an_independent_writer_and_reads_back(value: Any) -> None:
    data = write(value)
    assert data == rfc8785.dumps(value)
    assert read(data) == value


@pytest.mark.parametrize(
    "value",
    [
        1.5,
        float("nan"),
        2**53,
        -(2**53),
        "\ud800",
        "e\N{COMBINING ACUTE ACCENT}",
        {"é": 1},
        {1: 2},
        b"bytes",
        (1, 2),
    ],
)
def test_refuses_values_without_a_canonical_form(value: Any) -> None:
    with pytest.raises(NotCanonical):
        write(value)


def test_refuses_depth_33_and_takes_32() -> None:
    deep: Any = 1
    for _ in range(31):
        deep = [deep]
    assert read(write(deep)) == deep
    with pytest.raises(NotCanonical, match="deep"):
        write([deep, [deep]])


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":1}',
        b'{"b":1,"a":1}',
        b'{"a": 1}',
        b'{"a":1}\n',
        b'{"a":1.0}',
        b'{"a":1e2}',
        b'{"a":NaN}',
        b'"\\u00e9"',
        b'"\\ud800"',
        b"\xef\xbb\xbf1",
        b"\xff",
        b"",
        b"[" * 5000,
        b"01",
        b"-0",
    ],
)
def test_refuses_bytes_that_are_only_nearly_canonical(data: bytes) -> None:
    with pytest.raises(NotCanonical):
        read(data)


def test_a_key_that_stands_twice_is_named_as_what_is_wrong() -> None:
    for data in (b'{"a":1,"a":1}', b'[{"a":{"b":1,"b":2}}]'):
        with pytest.raises(NotCanonical, match="stands twice"):
            read(data)


BEYOND = (2**53, -(2**53), "e\N{COMBINING ACUTE ACCENT}", "\ud800", 1.5, {"\u00e9": 1}, {1: 2})


@pytest.mark.parametrize("bad", BEYOND, ids=repr)
def test_what_is_refused_alone_is_refused_inside_others(bad: Any) -> None:
    for value in ([bad], {"a": bad}, [1, [bad]], {"a": {"b": bad}}, [{"a": "b"}, bad]):
        with pytest.raises(NotCanonical):
            write(value)


def test_the_largest_integers_are_read_and_the_next_are_not() -> None:
    for sign in ("", "-"):
        largest = f"{sign}9007199254740991".encode()
        assert read(largest) == int(largest)
        assert write(int(largest)) == largest
        with pytest.raises(NotCanonical, match="beyond"):
            read(f"{sign}9007199254740992".encode())


@pytest.mark.parametrize(("begins", "ends"), [(b"[", b"]"), (b'{"a":', b"}")])
def test_depth_32_is_read_and_33_is_not_of_objects_as_of_lists(begins: bytes, ends: bytes) -> None:
    assert read(begins * 31 + b"1" + ends * 31)
    with pytest.raises(NotCanonical, match="deep"):
        read(begins * 32 + b"1" + ends * 32)


def test_depth_32_is_written_and_33_is_not_of_objects_as_of_lists() -> None:
    for wrapped in (lambda inner: [inner], lambda inner: {"a": inner}):
        deep: Any = 1
        for _ in range(31):
            deep = wrapped(deep)
        assert json.loads(write(deep)) == deep
        with pytest.raises(NotCanonical, match="deep"):
            write(wrapped(deep))


@pytest.mark.parametrize("data", [b'["e\xcc\x81"]', b'{"\xc3\xa9":1}', b'{"a":["e\xcc\x81"]}'])
def test_text_beyond_ascii_is_looked_at_wherever_it_stands(data: bytes) -> None:
    assert read(b'["\xc3\xa9"]') == ["\u00e9"]
    with pytest.raises(NotCanonical):
        read(data)


def test_a_boolean_is_not_an_integer() -> None:
    assert write([True, 1]) == b"[true,1]"
    assert json.loads(write({"a": True})) == {"a": True}
