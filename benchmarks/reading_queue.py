"""How long a document takes to the review queue, and what many documents leave behind.

    python -m benchmarks.reading_queue [--documents N]

A report of 40 pages, two of them tables, and a log of 5,000 rows through the limited child, each
from the file to its records; the same log as an import reads it, to rows with their cells; and so
many letters one after another, with the memory of this process after the first fifth and at the
end. By the clock, and in processor time, for a busy machine.
"""

import argparse
import resource
import time

from benchmarks.reading_reports import report

from answerable.operations.documents import reader, sandbox
from answerable.operations.documents.reader import Meta
from answerable.reading.actions.logs import log_labels, log_parts, log_tables
from answerable.vocabulary.refusal import Refusal

REPORT, LOG, GROWTH = 5.0, 1.0, 20.0
"""Bars: seconds for 40 pages, seconds for 5,000 rows, MB that many documents may leave."""


def log(rows: int) -> bytes:
    """An action log as CSV."""
    lines = ["Ref,Action,Owner,Due,Status"]
    lines += [
        f"{n},Write the plan for area {n} and report on it,ACC,{1 + n % 28} May 2031,Open"
        for n in range(1, rows + 1)
    ]
    return "\n".join(lines).encode()


def through_the_child(name: str, data: bytes) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of processor time of the child, and records."""
    before, begun = _worked(), time.perf_counter()
    found = reader.read(data, meta=Meta(name=name))
    return time.perf_counter() - begun, _worked() - before, len(found.lines)


def as_an_import(data: bytes) -> tuple[float, float, int]:
    """The same of the rows that an import compares: through the child to cells with addresses."""
    before, begun = _worked() + time.process_time(), time.perf_counter()
    text = sandbox.canonical(data=data, name="log.csv")
    table = log_tables.table_of(text)
    if table is None:
        return time.perf_counter() - begun, 0.0, 0
    found = log_parts.parted(text, table, log_labels.likely(table.header))
    used = _worked() + time.process_time() - before
    return time.perf_counter() - begun, used, len(found.rows)


def main() -> int:
    """Print each figure beside its bar; 1 where one is missed by the clock."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_queue")
    parser.add_argument("--documents", type=int, default=1_000)
    many = parser.parse_args().documents
    missed = 0
    for words, name, data, bar in (
        ("40 pages, 2 of tables", "report.pdf", report(pages=40, tables=2), REPORT),
        ("log of 5,000 rows", "log.csv", log(5_000), LOG),
    ):
        try:
            took, worked, records = through_the_child(name, data)
        except Refusal as refusal:
            missed += 1
            print(f"{words}: not read. {refusal.sentence}")
            continue
        missed += took > bar
        print(
            f"{words}: {records:,} records, {took:.1f} s by the clock (bar {bar:.0f} s), ", end=""
        )
        print(f"{worked:.1f} s of processor time")
    took, worked, rows = as_an_import(log(5_000))
    missed += took > LOG
    print(
        f"log of 5,000 rows as the import reads it: {rows:,} rows, {took:.1f} s by the clock "
        f"(bar {LOG:.0f} s), {worked:.1f} s of processor time of both"
    )
    early = 0.0
    for number in range(1, many + 1):
        letter = f"By {1 + number % 28} May 2031 the force should:\n\n- write plan {number}.\n"
        reader.read(letter.encode(), meta=Meta(name="letter.txt"))
        if number == max(many // 5, 1):
            early = _held()
    grown = _held() - early
    print(f"{many:,} letters: {grown:+.1f} MB since the first fifth (bar {GROWTH:.0f} MB)")
    return int(bool(missed) or grown > GROWTH)


def _worked() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _held() -> float:
    """MB that this process holds now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


if __name__ == "__main__":
    raise SystemExit(main())
