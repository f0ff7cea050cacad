"""The committed table of smaller alphas, read once from the catalogue."""

import tomllib
from functools import cache
from importlib.resources import files

from answerable.evidence.protocol import AlphaCorner, AlphaTable


@cache
def alpha_table() -> AlphaTable:
    """The corners of `catalogue/alpha.toml`."""
    text = files("answerable.catalogue").joinpath("alpha.toml").read_text(encoding="utf-8")
    return table_of(text)


def table_of(text: str) -> AlphaTable:
    """The corners of a TOML text: `period`, and `before`, `after`, `peers` as [least, most]."""
    return AlphaTable(
        tuple(
            AlphaCorner(
                period=str(corner["period"]),
                before=(int(corner["before"][0]), int(corner["before"][1])),
                after=(int(corner["after"][0]), int(corner["after"][1])),
                peers=(int(corner["peers"][0]), int(corner["peers"][1])),
                alpha=float(corner["alpha"]),
            )
            for corner in tomllib.loads(text)["corner"]
        )
    )
