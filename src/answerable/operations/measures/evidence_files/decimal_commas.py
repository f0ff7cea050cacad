"""Is the comma in the numbers of a column a decimal comma?

Spreadsheets of most of Europe part columns by semicolons and write 5,5 for five and a half. Such a
column is read where no other reading is left: one of its numbers must have a comma that cannot
stand between thousands (5,5 and 0,125 and 1.088,5), and none may have a decimal point. A column
whose every comma has three digits after it can be read both ways, and is not guessed.
"""

import re
from collections.abc import Iterable

_MARK = "[. \u00a0\u202f]"
_WITH_COMMA = re.compile(rf"[+-]?(?:[0-9]*|[0-9]{{1,3}}(?:{_MARK}[0-9]{{3}})+),[0-9]+")
_MAY_BE_THOUSANDS = re.compile(r"[+-]?[1-9][0-9]{0,2},[0-9]{3}")
_GROUPED = re.compile(rf"[+-]?[1-9][0-9]{{0,2}}(?:{_MARK}[0-9]{{3}})+")
_NO_COMMA_DECIMAL = re.compile(
    r"[+-]?(?:[0-9,]*\.[0-9]*(?:[eE][+-]?[0-9]+)?|[0-9]+,[0-9]+,[0-9,]+)"
)
"""With a decimal point, or with more than one comma."""


def has_decimal_commas(cells: Iterable[str]) -> bool:
    """Can the column be read with decimal commas, and in no other way?

    >>> has_decimal_commas(["5,5", "1.088,25", "7"]), has_decimal_commas(["1,088", "2,041"])
    (True, False)
    >>> has_decimal_commas(["5,5", "6.25"])
    False
    """
    sure = False
    for text in cells:
        if _WITH_COMMA.fullmatch(text):
            sure = sure or not _MAY_BE_THOUSANDS.fullmatch(text)
        elif _NO_COMMA_DECIMAL.fullmatch(text) and not _GROUPED.fullmatch(text):
            return False
    return sure


def with_point(text: str) -> str:
    """The number of such a column with a decimal point; anything else as it is.

    >>> with_point("1.088,5"), with_point("2.041"), with_point("n/a")
    ('1088.5', '2041', 'n/a')
    """
    if not (_WITH_COMMA.fullmatch(text) or _GROUPED.fullmatch(text)):
        return text
    return re.sub(_MARK, "", text).replace(",", ".")
