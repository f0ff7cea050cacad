"""How the addresses of a sheet begin: `Actions!`, or `'Action log'!`, as a workbook writes it."""

import re
from typing import Final

_PLAIN_NAME: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


def prefix(name: str) -> str:
    """What the addresses of the cells of a sheet begin with.

    >>> prefix("Actions"), prefix("Chief's log")
    ('Actions!', "'Chief''s log'!")
    """
    if _PLAIN_NAME.fullmatch(name):
        return f"{name}!"
    quoted = name.replace("'", "''")
    return f"'{quoted}'!"
