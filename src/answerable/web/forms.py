"""What a request hands in: numbers of entries, pasted text, decisions on a candidate."""

MAX_DIGITS = 15
HEX_DIGITS = 64
HEX = frozenset("0123456789abcdef")


def sequence(text: str | None) -> int | None:
    """The number of an entry from an address; None where there is none or it is not one."""
    if text and text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        return int(text)
    return None


def sha256(text: str | None) -> str:
    """The name of a document from an address; empty where it is not one."""
    return text if text and len(text) == HEX_DIGITS and set(text) <= HEX else ""
