"""The block table: one row per series with its values as a list, the layout for whole measures.

It stands beside the long files as `<folder>/blocks/<measure>.<stamp>.parquet` and can be thrown
away at any time: the stamp names the files it was made from, so a measure is made again when one
of its files is new, and only then. Lists are DuckDB's own; nothing here is portable SQL.
"""

import hashlib
import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from answerable.store.observations.duck import quoted

FOLDER = "blocks"

_MAKE = """
COPY (
    SELECT body_id, breakdown, min(period_start) AS first,
        list(value ORDER BY period_start) AS y
    FROM (
        SELECT body_id, breakdown, period_start, value,
            row_number() OVER (
                PARTITION BY body_id, breakdown, period_start
                ORDER BY released_on DESC NULLS LAST, release_id DESC
            ) AS place
        FROM read_parquet([{parts}])
    )
    WHERE place = 1
    GROUP BY body_id, breakdown
    ORDER BY body_id, breakdown
) TO {target} (FORMAT parquet, COMPRESSION zstd)
"""


@dataclass(frozen=True)
class Blocks:
    """Every series of a measure, in the order of their names; the newest release of each period.

    `y` has shape (points,), missing as NaN; series s is `y[ends[s - 1]:ends[s]]`. A period that
    is not held is absent, so neighbours in `y` need not be neighbours in time.
    """

    bodies: tuple[str, ...]
    breakdowns: tuple[str, ...]
    firsts: tuple[date, ...]
    y: NDArray[np.float64]
    ends: NDArray[np.int64]


def blocks(*, cursor: Any, folder: Path, measure: str, parts: Sequence[Path]) -> Blocks:
    """The block table of a measure, made first where it is not there yet."""
    if not parts:
        return Blocks((), (), (), np.empty(0), np.empty(0, dtype=np.int64))
    stamp = hashlib.sha256("\n".join(sorted(part.name for part in parts)).encode()).hexdigest()
    target = folder / FOLDER / f"{measure}.{stamp[:32]}.parquet"
    if not target.exists():
        _make(cursor, target, parts, measure)
    return read(cursor=cursor, file=target)


def read(*, cursor: Any, file: Path) -> Blocks:
    """A block table as flat arrays."""
    rows = cursor.execute(
        f"SELECT body_id, breakdown, first, len(y) AS n FROM {quoted(file)}"  # noqa: S608  # a path, quoted
    ).fetchall()
    values = cursor.execute(f"SELECT unnest(y) AS y FROM {quoted(file)}").fetchnumpy()["y"]  # noqa: S608  # a path, quoted
    if isinstance(values, np.ma.MaskedArray):
        values = values.filled(np.nan)
    return Blocks(
        bodies=tuple(row[0] for row in rows),
        breakdowns=tuple(row[1] for row in rows),
        firsts=tuple(row[2] for row in rows),
        y=values,
        ends=np.cumsum(np.array([row[3] for row in rows], dtype=np.int64)),
    )


def _make(cursor: Any, target: Path, parts: Sequence[Path], measure: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    unfinished = target.with_suffix(f".{os.getpid()}.unfinished")
    sources = ", ".join(quoted(part) for part in parts)
    cursor.execute(_MAKE.format(parts=sources, target=quoted(unfinished)))
    for old in target.parent.glob(f"{measure}.*.parquet"):
        old.unlink(missing_ok=True)
    os.replace(unfinished, target)
