"""Changes of an agenda in draft: up, down, by number, left out, put back, added, asked anew."""

from collections.abc import Mapping

from answerable.operations import drafts
from answerable.scrutiny.plans.plans import NotPossible
from answerable.vocabulary.regimes import END, START


def changed(
    fields: dict[str, str], change: str, item: str, given: Mapping[str, str]
) -> Mapping[str, str]:
    """The fields of a draft after one change of its agenda; refuses what cannot be done."""
    order, left = fields.get("order", "").split(), fields.get("left", "").split()
    if change in ("add", "take"):
        if not given.get("title", "").strip():
            raise NotPossible("Say what the item is.")
        key = f"i{fields.get('next', '1')}"
        fields["next"] = str(int(fields.get("next", "1")) + 1)
        order.insert(_last(order, fields), key)
        fields |= {f"{key}:{name}": drafts.plain(words) for name, words in given.items()}
        if change == "add":
            fields = {n: words for n, words in fields.items() if not n.startswith("new:")}
    elif change == "put-back" and item in left:
        left.remove(item)
        place = fields.get(f"{item}:standing", "")
        order.insert({"": _last(order, fields), START: 0}.get(place, len(order)), item)
    elif change in ("order", "save"):  # saving, the numbers stay as they are
        order = _numbered(order, given) if change == "order" else order
    elif change in ("newer", "kept"):  # each box by its whole name, of items that stand on it
        fields |= {n: drafts.plain(w) for n, w in given.items() if n.partition(":")[0] in order}
    elif item not in order:
        raise NotPossible("Somebody took this item off the agenda. Look at it again.")
    elif change in ("up", "down"):
        at = order.index(item)
        to = max(0, at - 1) if change == "up" else min(len(order) - 1, at + 1)
        order.insert(to, order.pop(at))
    elif change == "leave-out":
        standing = fields.get(f"{item}:standing")
        if not standing and not given.get("left", "").strip():
            raise NotPossible("Say why it is left out: the reason stands in the minutes.")
        order.remove(item)
        left.append(item)
        fields[f"{item}:left"] = drafts.plain(given.get("left", ""))
    elif change == "question":
        fields[f"{item}:question"] = drafts.plain(given.get("question", ""))
    else:
        raise NotPossible(f"“{change[:20]}” is no change of an agenda.")
    return fields | {"order": " ".join(order), "left": " ".join(left)}


def _last(order: list[str], fields: Mapping[str, str]) -> int:
    """Where a further item comes: before the standing items at the end."""
    at = len(order)
    while at and fields.get(f"{order[at - 1]}:standing") == END:
        at -= 1
    return at


def _numbered(order: list[str], given: Mapping[str, str]) -> list[str]:
    """The items by the numbers that were typed; an item without a number keeps its place.

    An item that moved up to a taken place comes before the one there, one that moved down after.
    """

    def place(key: str) -> tuple[int, int]:
        here = order.index(key) + 1
        typed = given.get(f"number-{key}", "").strip()
        there = int(typed) if typed.isascii() and typed.isdigit() else here
        return there, (there > here) - (there < here)

    return sorted(order, key=place)
