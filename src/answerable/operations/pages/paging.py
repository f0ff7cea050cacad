"""Long lists in pages made on the server."""

from collections.abc import Callable
from dataclasses import dataclass

SHOWN_AROUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNumber:
    """A page of a list and its address."""

    number: int
    url: str
    current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The way through a list: previous, next, and the pages around this one."""

    label: str
    previous: str = ""
    next: str = ""
    numbers: tuple[PageNumber, ...] = ()


def pages(*, label: str, number: int, count: int, url: Callable[[int], str]) -> Pages | None:
    """Links to the first, the last and the nearest of `count` pages; None for a single page."""
    if count <= 1:
        return None
    near = range(number - SHOWN_AROUND, number + SHOWN_AROUND + 1)
    shown = sorted({1, count, *(n for n in near if 1 <= n <= count)})
    return Pages(
        label=label,
        previous=url(number - 1) if number > 1 else "",
        next=url(number + 1) if number < count else "",
        numbers=tuple(PageNumber(number=n, url=url(n), current=n == number) for n in shown),
    )
