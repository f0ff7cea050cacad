"""Which engine draws up the charts: compiled loops, portable SQL or plain NumPy.

The SQL runs on the engine of ANSWERABLE_OBSERVATIONS: DuckDB, or Spark.
"""

from answerable.config import config
from answerable.evidence import chart_rules, compiler
from answerable.evidence.chart_rules import Rules
from answerable.operations.measures.evidence_files.cells import (
    a_choice,
)
from answerable.operations.measures.evidence_files.tables import (
    FileRefused,
)

KERNEL, SQL, NUMPY = ENGINES = ("kernel", "sql", "numpy")


WORTH_COMPILING = 200_000
"""Points from which the kernel saves more time than the seconds its compiler takes to load."""


def rules_of(engine: str, *, points: int) -> Rules:
    """The engine of this name; empty: the kernel for many points where it is installed, else
    NumPy.

    Raises FileRefused `engine_not_available` for a kernel without its compiler. All three agree
    label for label, and on every published number of 9 significant digits.
    """
    chosen = a_choice(engine, ENGINES, where="--engine") if engine else ""
    if not chosen:
        fast = points >= WORTH_COMPILING and compiler.available()
        chosen = KERNEL if fast else NUMPY
    if chosen == SQL:
        from answerable.store.observations import answering  # noqa: PLC0415  # brings the database

        return answering.rules_of(config().observations_address)
    if chosen == NUMPY:
        return chart_rules.plain
    if not compiler.available():
        raise FileRefused(
            "The engine “kernel” needs a compiler that is not installed. Install it with: "
            "pip install 'answerable[fast]'. Or leave --engine out: NumPy gives the same labels.",
            code="engine_not_available",
            where="--engine",
        )
    from answerable.evidence import kernel  # noqa: PLC0415  # brings the compiler

    return kernel.rules
