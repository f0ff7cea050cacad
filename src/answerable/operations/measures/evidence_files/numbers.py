"""Numbers as they are printed: 9 significant digits, or 17 when asked; never NaN."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from math import isfinite

SIGNIFICANT = 9
EXACT = 17


def rounded(value: float, *, digits: int = SIGNIFICANT) -> float | None:
    """The number with so many significant digits, half to even; minus zero is 0.

    None for what is no number, so that NaN never appears.
    """
    if not isfinite(value):
        return None
    return float(format(value, f".{digits}g")) + 0.0


def plain(value: object, *, digits: int = SIGNIFICANT) -> object:
    """The value as JSON holds it: dates as ISO text, floats rounded, tuples as lists."""
    if isinstance(value, float):
        return rounded(value, digits=digits)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(held, digits=digits) for key, held in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(held, digits=digits) for held in value]
    return value


def json_line(value: object, *, exact: bool = False) -> str:
    """One line of JSON Lines."""
    shown = plain(value, digits=EXACT if exact else SIGNIFICANT)
    return json.dumps(shown, ensure_ascii=False, allow_nan=False)


def cell(value: object) -> str:
    """One cell of a CSV file: 17 significant digits, TRUE or FALSE, empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return format(value + 0.0, f".{EXACT}g") if isfinite(value) else ""
    return str(value)
