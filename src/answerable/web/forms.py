"""What a request hands in: numbers of entries, pasted text, decisions on a candidate."""

MAX_DIGITS = 15


def sequence(text: str | None) -> int | None:
    """The number of an entry from an address; None where there is none or it is not one."""
    if text and text.isascii() and text.isdigit() and len(text) <= MAX_DIGITS:
        return int(text)
    return None
