"""The one byte-exact JSON form of a leaf: a subset of RFC 8785 (LEDGER section 3).

Leaf bytes are stored and served as written; they are never made again from their values.
"""

import json
import unicodedata
from typing import Any, NoReturn

from answerable.vocabulary.refusal import Refusal

MAX_INTEGER = 2**53 - 1
MAX_DEPTH = 32
MAX_LEAF = 16_384
MAX_VALUE = 1_048_576


class NotCanonical(Refusal):
    """Bytes or values outside the canonical form."""

    code = "not_canonical"


def write(value: Any) -> bytes:
    """The canonical bytes of a value; refused when it has no canonical form.

    >>> write({"b": 1, "a": "é"})
    b'{"a":"\\xc3\\xa9","b":1}'
    """
    _check(value, 1)
    return _ENCODER.encode(value).encode()


def read(data: bytes) -> Any:
    """The value of canonical bytes; any other bytes are refused, however close."""
    try:
        value = _DECODER.decode(data.decode("utf-8", errors="strict"))
        same = _ENCODER.encode(value).encode() == data
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError, ValueError) as error:
        raise NotCanonical(f"This is not canonical JSON: {error}.") from None
    # The same bytes again, all ASCII: then strings are NFC, keys are ASCII and stand once, and
    # no number is a float. Only then may the walk through every value be left out.
    if not (same and data.isascii() and data.count(b"[") + data.count(b"{") < MAX_DEPTH):
        _walk(data, value)
    return value


def _walk(data: bytes, value: Any) -> None:
    json.loads(data, object_pairs_hook=_unique)
    if write(value) != data:
        raise NotCanonical("This is JSON, but not in its canonical form.")


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise NotCanonical("A key stands twice in one object.")
    return result


def _no_float(text: str) -> NoReturn:
    raise NotCanonical(f"The number {text} is not a whole number; decimals are written as text.")


def _whole(text: str) -> int:
    number = int(text)
    if abs(number) > MAX_INTEGER:
        raise NotCanonical(f"The number {text[:40]} is beyond 2^53 - 1; write it as text.")
    return number


# Made once: a decoder and an encoder for each call would cost more than the work.
_DECODER = json.JSONDecoder(parse_float=_no_float, parse_int=_whole, parse_constant=_no_float)
_ENCODER = json.JSONEncoder(
    sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False
)


def _check(value: Any, depth: int) -> None:
    if depth > MAX_DEPTH:
        raise NotCanonical(f"Objects and lists may be {MAX_DEPTH} deep and no deeper.")
    if value is None or isinstance(value, bool):  # bool before int: True is an int in Python
        return
    if isinstance(value, int):
        if abs(value) > MAX_INTEGER:
            raise NotCanonical(f"The number {value} is beyond 2^53 - 1; write it as text.")
    elif isinstance(value, str):
        _check_string(value)
    elif isinstance(value, list):
        for item in value:
            _check(item, depth + 1)
    elif isinstance(value, dict):
        for key, item in value.items():
            if not isinstance(key, str) or not key.isascii():
                raise NotCanonical(f"The key {key!r} is not ASCII text.")
            _check(item, depth + 1)
    else:
        raise NotCanonical(f"A {type(value).__name__} has no canonical form.")


def _check_string(text: str) -> None:
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise NotCanonical("A lone surrogate is not text.") from None
        if not unicodedata.is_normalized("NFC", text):
            raise NotCanonical("Text must be in Unicode form NFC.")
