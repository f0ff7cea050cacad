"""From an address to the engine that answers: `place.py` says which, the engines load late."""

from answerable.evidence.chart_rules import Rules
from answerable.store.observations import xmr
from answerable.store.observations.engine import Reader
from answerable.store.observations.place import place_of


def reader_of(address: str) -> Reader | None:
    """The reader of held figures at an address; None: DuckDB, which needs no reader."""
    master = place_of(address).master
    if not master:
        return None
    from answerable.store.observations.spark import SparkReader  # noqa: PLC0415  # only if asked

    return SparkReader(master)


def rules_of(address: str) -> Rules:
    """The engine `sql` of the control chart at an address."""
    master = place_of(address).master
    if not master:
        return xmr.rules
    from answerable.store.observations import spark  # noqa: PLC0415  # only if asked

    return spark.rules(master)
