"""How long a pack of 60 pages takes: PDF, Word file and workbook, from the content to the bytes.

    python -m benchmarks.packs [--pages N] [--rounds N] [--out FILE]

Makes the pack of an invented body with as many findings as fill the pages, in this process. Prints
and keeps in `benchmarks/results/packs.json` the seconds by the clock and of processor time: the
first round (which loads fonts and libraries) beside the middle of the others. The bar of the PDF:
3 s for 60 pages.
"""

import argparse
import json
import os
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import pypdfium2

from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackSource, PackTable
from answerable.publishing.packs.excel import xlsx_bytes
from answerable.publishing.packs.pdf import pdf_bytes
from answerable.publishing.packs.word import docx_bytes

BAR = 3.0  # seconds for the PDF
RESULTS = Path(__file__).parent / "results" / "packs.json"
FORMS: dict[str, Callable[[Pack], bytes]] = {
    "pdf": pdf_bytes,
    "docx": docx_bytes,
    "xlsx": xlsx_bytes,
}
WORDS = (
    "The force should show that victims of district {n} are told what was done, and say by which "
    "record that can be seen. The plan names an owner and a date; nobody independent has checked."
)


def pack_of(rows: int) -> Pack:
    """A pack with a line, a row and a source for each of its findings."""
    return Pack(
        title="Neighbourhood crime: Anyshire Police",
        body="Anyshire Police",
        sentence="Inspectors graded this requires improvement.",
        banner="Invented force and figures",
        marking="public",
        on=date(2026, 11, 25),
        on_words="25 November 2026",
        known=329,
        root="c89d7f25" * 8,
        check="https://example.org/history/verify/",
        site="https://example.org",
        notice="These are summaries, not the originals’ words.",
        parts=(
            PackPart(
                title="Line by line",
                key="lines",
                lines=tuple(
                    PackLine(
                        label=f"Recommendation {n}", words=WORDS.format(n=n), sources=(n + 1,)
                    )
                    for n in range(rows)
                ),
            ),
            PackPart(
                title="Findings",
                key="findings",
                table=PackTable(
                    head=("Finding", "Where it stands", "Due"),
                    rows=tuple(
                        (f"Recommendation {n}", WORDS.format(n=n), "31 March 2027")
                        for n in range(rows)
                    ),
                    widths=(1, 3, 1),
                ),
            ),
        ),
        sources=tuple(
            PackSource(
                number=n + 1,
                title=f"Report {n}",
                place="20 April 2026",
                page=f"/documents/{n:02x}/",
                address="https://example.org/letter",
            )
            for n in range(rows)
        ),
    )


def pages_of(data: bytes) -> int:
    """How many pages a PDF has."""
    with pypdfium2.PdfDocument(data) as made:
        return len(made)


def filling(pages: int) -> Pack:
    """The smallest pack, in steps of ten findings, that has so many pages at least."""
    a_page = max(pages_of(pdf_bytes(pack_of(100))), 1) / 100
    rows = int(pages / a_page) // 10 * 10
    while pages_of(pdf_bytes(pack := pack_of(rows))) < pages:
        rows += 10
    return pack


def timed(make: Callable[[Pack], bytes], pack: Pack, rounds: int) -> dict[str, float]:
    """Seconds of the first round and of the middle one of the others, and how many bytes."""
    wall, used, size = [], [], 0
    for _ in range(rounds + 1):
        began, before = time.perf_counter(), time.process_time()
        size = len(make(pack))
        wall.append(time.perf_counter() - began)
        used.append(time.process_time() - before)
    return {
        "first s": round(wall[0], 2),
        "s": round(statistics.median(wall[1:]), 2),
        "processor s": round(statistics.median(used[1:]), 2),
        "KB": round(size / 1_000),
    }


def main(words: Sequence[str]) -> int:
    """Measure and print; 1 when the PDF takes longer than the bar."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.packs")
    parser.add_argument("--pages", type=int, default=60)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=RESULTS)
    given = parser.parse_args(words)
    pack = filling(given.pages)
    found = {name: timed(make, pack, given.rounds) for name, make in FORMS.items()}
    pages = pages_of(pdf_bytes(pack))
    machine = f"{platform.machine()}, {os.cpu_count()} processors"
    told = json.dumps({"machine": machine, "pages": pages, **found, "bar s": BAR}, indent=1) + "\n"
    given.out.write_text(told, encoding="utf-8")
    sys.stdout.write(told)
    return 1 if found["pdf"]["s"] > BAR else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
