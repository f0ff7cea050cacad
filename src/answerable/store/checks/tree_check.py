"""The tree made again from the leaves, set against the stored nodes, head and checkpoints."""

from collections.abc import Callable, Mapping

from answerable.ledger import merkle
from answerable.store.engine.dialect import Connection, Cursor

HASH_BYTES = 32

Say = Callable[[int | None, str], None]


class TreeCheck:
    """Grows by one leaf at a time and names the lowest place where the stored tree differs."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._book: Connection | None = None
        self._checkpoints: Mapping[int, bytes] = {}
        self._differs: set[tuple[int, int]] = set()
        self._gap = False
        self._levels: dict[int, Cursor] = {}
        self._next: dict[int, tuple[int, bytes] | None] = {}
        self.size = 0
        self.frontier: tuple[bytes, ...] = ()
        self.known: set[int] = set()
        """Entries of which a fault was told already."""

    def begin(self, book: Connection, checkpoints: Mapping[int, bytes]) -> None:
        """The database to compare with, and the roots that some sizes must have."""
        self._book, self._checkpoints = book, checkpoints
        self._compare(0)

    def expect(self, seq: int) -> None:
        """Name what is missing between the last entry and this one."""
        if seq != self.size and not self._gap:
            self._say(self.size, "it is missing")
            self._gap = True  # the tree above cannot be compared from here on

    def grow(self, seq: int, leaf: bytes) -> bytes:
        """Append a leaf; its hash."""
        computed = merkle.leaf_hash(leaf)
        self.frontier, made = merkle.grow(self.size, self.frontier, computed)
        self.size += 1
        if not self._gap:
            for level, index, node in made:
                self._node(level, index, node)
            self._compare(self.size)
        return computed

    def finish(self) -> None:
        """Compare the head, and look for nodes that no leaf accounts for."""
        assert self._book is not None  # noqa: S101  # `begin` came first
        row = self._book.execute("SELECT size, root, frontier FROM head").fetchone()
        if row is None:
            self._say(None, "it has no head")
            return
        size, root, packed = int(row[0]), bytes(row[1]), bytes(row[2])
        for seq in range(self.size, min(size, self.size + 3)):
            self._say(seq, f"it is missing: the head counts {size} entries, {self.size} are held")
        if size < self.size:
            self._say(size, f"the head does not count it: it says {size} entries")
        if size == self.size:
            self._last(packed)
        if root != merkle.root(self.frontier):
            self._say(None, "the root over its entries is not the one that the head holds")
        if root != merkle.root(_parts(packed)):
            self._say(None, "the head does not fit itself: its parts give another root")
        nodes = self._book.execute("SELECT count(*) FROM node").fetchone()[0]
        should = sum(self.size >> level for level in range(1, self.size.bit_length()))
        if nodes != should and size == self.size:
            self._say(None, f"its tree has {nodes} stored nodes and should have {should}")
        for ahead in (s for s in self._checkpoints if s > self.size):
            self._say(None, f"a checkpoint counts {ahead} entries, {self.size} are held")

    def _node(self, level: int, index: int, node: bytes) -> None:
        if self._stored(level, index) == node:
            return
        self._differs.add((level, index))
        first, last = index << level, ((index + 1) << level) - 1
        below = {(level - 1, 2 * index), (level - 1, 2 * index + 1)}
        told = self.known & set(range(first, last + 1)) if level <= 1 else below & self._differs
        if not told:
            self._say(
                first,
                f"it, or another up to entry {last}, is not what was recorded: "
                "the stored tree above them is another",
            )

    def _stored(self, level: int, index: int) -> bytes | None:
        """The stored node, from one pass over each level: they are asked for in its order."""
        assert self._book is not None  # noqa: S101  # `begin` came first
        if level not in self._levels:
            rows = self._book.execute(
                "SELECT idx, hash FROM node WHERE level = ? ORDER BY idx", (level,)
            )
            self._levels[level], self._next[level] = rows, rows.fetchone()
        while (row := self._next[level]) is not None and row[0] < index:
            self._next[level] = self._levels[level].fetchone()
        return row[1] if row is not None and row[0] == index else None

    def _last(self, packed: bytes) -> None:
        if self.size % 2 and self.size - 1 not in self.known:
            parts = _parts(packed)
            if not parts or parts[-1] != self.frontier[-1]:
                self._say(self.size - 1, "it is not what was recorded: the head holds another")

    def _compare(self, size: int) -> None:
        root = self._checkpoints.get(size)
        if root is not None and root != merkle.root(self.frontier):
            self._say(None, f"its first {size} entries are not those of the checkpoint")


def _parts(packed: bytes) -> tuple[bytes, ...]:
    return tuple(packed[at : at + HASH_BYTES] for at in range(0, len(packed), HASH_BYTES))
