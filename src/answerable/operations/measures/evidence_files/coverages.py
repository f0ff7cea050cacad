"""What intervals held in simulations, read once from the catalogue."""

import json
from functools import cache
from importlib.resources import files

from answerable.evidence.coverage import Coverage, CoverageTable


@cache
def coverage_table() -> CoverageTable:
    """The cells of `catalogue/coverage.json`, which `python -m benchmarks.method` writes."""
    text = files("answerable.catalogue").joinpath("coverage.json").read_text(encoding="utf-8")
    told = json.loads(text)
    rows = (dict(zip(told["columns"], cell, strict=True)) for cell in told["cells"])
    return CoverageTable(
        tuple(
            Coverage(
                period=row["period"],
                before=int(row["before"]),
                after=int(row["after"]),
                peers=int(row["peers"]),
                chosen=bool(row["chosen"]),
                level=float(row["level"]),
                least=float(row["least"]),
                most=float(row["most"]),
                runs=int(row["runs"]),
            )
            for row in rows
        )
    )
