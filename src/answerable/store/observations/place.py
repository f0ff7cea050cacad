"""Which engine answers questions about observations: said by one address.

    duckdb:///FOLDER                  the default: DuckDB in this process
    spark://local[2]                  Apache Spark in this process, two threads
    spark://local-cluster[2,1,1024]   two workers on this machine: cores and MB of each
    spark://HOST:PORT                 a cluster
    spark://HOST:PORT/FOLDER          the same, with the folder of the Parquet files

Without a folder it is `observations` in the home folder. Workers must see it under one path.
PostgreSQL holds the record and no figures (EVIDENCE section 10), so its address is refused here.
DuckDB writes the files and finds single series; what runs over a whole measure is answered by
the engine of the address.
"""

import re
from dataclasses import dataclass

from answerable.vocabulary.refusal import Refusal

_LOCAL = re.compile(
    r"local(?:\[(?:[0-9]{1,3}|\*)\])?|local-cluster\[[0-9]{1,3},[0-9]{1,3},[0-9]{1,6}\]"
)
_CLUSTER = re.compile(r"[A-Za-z0-9.-]{1,253}:[0-9]{1,5}")


_USE = (
    "Use duckdb:///FOLDER, spark://local[2] or spark://HOST:PORT, each with a folder if you like."
)


class UnknownEngine(Refusal):
    """An address of observations that no engine answers to."""

    code = "unknown_engine"


@dataclass(frozen=True, slots=True)
class Place:
    """Where questions are answered. `master` is Spark's own word; empty: DuckDB."""

    master: str = ""


def place_of(address: str) -> Place:
    """The engine of an address; refused where none answers to it. A refusal shows no password.

    >>> place_of("spark://local[2]/mnt/figures").master, place_of("duckdb:///x").master
    ('local[2]', '')
    """
    scheme, _, rest = address.partition("://")
    host = rest.partition("/")[0]
    if scheme == "duckdb":
        return Place()
    if scheme == "spark" and _LOCAL.fullmatch(host):
        return Place(host)
    if scheme == "spark" and _CLUSTER.fullmatch(host):
        return Place(f"spark://{host}")
    if scheme.startswith("postgres"):
        raise UnknownEngine(
            "ANSWERABLE_OBSERVATIONS names a PostgreSQL server. PostgreSQL holds the record only "
            f"(ANSWERABLE_BOOK); figures are kept as Parquet. {_USE}",
            code="engine_not_offered",
        )
    shown = f"{scheme}://…@{rest.rpartition('@')[2]}" if "@" in rest else address
    raise UnknownEngine(
        f"ANSWERABLE_OBSERVATIONS is “{shown[:80]}”, which is the address of no engine. {_USE}"
    )
