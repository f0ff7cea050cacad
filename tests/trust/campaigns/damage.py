"""Nine ways to damage a file of an export, each made of the parts that the file consists of."""

import random
import re
from collections.abc import Callable, Iterator

Parts = list[bytes]


def parts_of(name: str, data: bytes) -> Parts:
    """Hashes of a tile, entries of a bundle of entries, lines of anything else."""
    if name.startswith("tile/entries/"):
        return list(_bundled(data))
    if name.startswith("tile/"):
        return [data[at : at + 32] for at in range(0, len(data), 32)]
    return re.findall(b"[^\n]*\n|[^\n]+$", data)


def _bundled(data: bytes) -> Iterator[bytes]:
    while data:
        end = 2 + int.from_bytes(data[:2], "big")
        yield data[:end]
        data = data[end:]


def flip(parts: Parts, at: int, chance: random.Random) -> Parts:
    changed = bytearray(parts[at])
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return [*parts[:at], bytes(changed), *parts[at + 1 :]]


def swap(parts: Parts, at: int, chance: random.Random) -> Parts:
    other = chance.randrange(len(parts))
    made = list(parts)
    made[at], made[other] = made[other], made[at]
    return made


def delete(parts: Parts, at: int, chance: random.Random) -> Parts:
    del chance
    return parts[:at] + parts[at + 1 :]


def duplicate(parts: Parts, at: int, chance: random.Random) -> Parts:
    del chance
    return [*parts[: at + 1], *parts[at:]]


def insert(parts: Parts, at: int, chance: random.Random) -> Parts:
    return [*parts[:at], chance.randbytes(len(parts[at])), *parts[at:]]


def edit(parts: Parts, at: int, chance: random.Random) -> Parts:
    begin = chance.randrange(len(parts[at]))
    part = parts[at][:begin] + chance.randbytes(3) + parts[at][begin + 3 :]
    return [*parts[:at], part, *parts[at + 1 :]]


def truncate(parts: Parts, at: int, chance: random.Random) -> Parts:
    whole = b"".join(parts)
    del at
    return [whole[: chance.randrange(len(whole))]]


def append(parts: Parts, at: int, chance: random.Random) -> Parts:
    return [*parts, parts[at] if chance.random() < 0.5 else chance.randbytes(32)]


def reorder(parts: Parts, at: int, chance: random.Random) -> Parts:
    del at
    return chance.sample(parts, len(parts))


KINDS: tuple[Callable[[Parts, int, random.Random], Parts], ...] = (
    *(flip, swap, delete, duplicate, insert, edit, truncate, append, reorder),
)
