"""Depth of list items, from where their markers stand and what they look like."""


class Depths:
    """Open levels of a list. `tolerance` is how far markers of one level may stand apart."""

    def __init__(self, *, tolerance: float = 0.0) -> None:
        self._open: list[tuple[float, str]] = []
        self._tolerance = tolerance

    def level(self, indent: float, style: str) -> int:
        """Level of an item, from 1; what is deeper closes.

        At one indent letters hang under numbers and bullets under both; a number after
        bullets begins anew.
        """
        while self._open and self._closes(*self._open[-1], indent, style):
            self._open.pop()
        if not self._open or self._open[-1][1] != style or self._is_deeper(indent):
            self._open.append((indent, style))
        return len(self._open)

    def _closes(self, at: float, open_style: str, indent: float, style: str) -> bool:
        if at > indent + self._tolerance:
            return True
        return at >= indent - self._tolerance and _rank(open_style) > _rank(style)

    def _is_deeper(self, indent: float) -> bool:
        return indent > self._open[-1][0] + self._tolerance

    def within(self, indent: float) -> int:
        """Level of the item that an indented paragraph belongs to, or 0 for none."""
        return sum(1 for at, _ in self._open if at < indent)

    def close(self) -> None:
        """A heading or a paragraph at the margin ends every list."""
        self._open.clear()


def _rank(style: str) -> int:
    """Numbers above letters above small Roman numerals above bullets."""
    ranks = {"1.1": 0, "1": 1, "A": 2, "I": 2, "a": 3, "i": 4}
    return ranks.get(style, 5)
