"""How fast a PDF becomes text with its places, against bare pypdfium2 in the same run.

    python -m benchmarks.reading_speed [--runs N]

Both read the same bytes in one process, in turns, and the turn of each with the least processor
time counts. “Bare” opens each page and takes its text; ours gives the printed lines with their
places, and then the canonical text with its blocks and page starts. The last line is a report of
200 pages, 10 of them a ruled table, through the limited child process, from its start to its
records: by the clock, and the processor time that the child used, for a busy machine.
"""

import argparse
import resource
import time
from collections.abc import Callable

import pypdfium2
from benchmarks.reading_reports import report

from answerable.operations.documents import reader
from answerable.operations.documents.reader import Meta
from answerable.reading.formats.pdf import open_pdf, read_pdf, text_page
from answerable.reading.formats.pdf_lines import lines_of_page

BAR, SECONDS = 1.5, 8.0


def bare(data: bytes) -> int:
    """Characters of a PDF, by pypdfium2 alone."""
    document, count = pypdfium2.PdfDocument(data), 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count += len(text.get_text_range())
        text.close()
        page.close()
    document.close()
    return count


def lines_alone(data: bytes) -> int:
    """Printed lines with their places: text and anchors without any layout."""
    document, count = open_pdf(data), 0
    for number in range(1, len(document) + 1):
        page = document[number - 1]
        text, geometry = text_page(page, number)
        count += len(lines_of_page(geometry))
        text.close()
        page.close()
    document.close()
    return count


def fastest(
    readers: dict[str, Callable[[bytes], object]], data: bytes, runs: int
) -> dict[str, float]:
    """Least processor time of each over so many turns."""
    best = dict.fromkeys(readers, float("inf"))
    for _ in range(runs):
        for name, read in readers.items():
            begun = time.process_time()
            read(data)
            best[name] = min(best[name], time.process_time() - begun)
    return best


def main() -> int:
    """Print each ratio; 1 where the child takes too long."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading_speed")
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    for words, data in (
        ("200 pages, justified", report(pages=200)),
        ("200 pages, ragged", report(pages=200, justify=False)),
        ("200 pages, two columns", report(pages=200, columns=2)),
    ):
        best = fastest({"bare": bare, "lines": lines_alone, "all": read_pdf}, data, runs)
        told = ", ".join(
            f"{label} {best[name]:.2f} s = {best[name] / best['bare']:.2f} times"
            for name, label in (("lines", "lines and places"), ("all", "with layout"))
        )
        print(f"{words}: bare {best['bare']:.2f} s; {told} (bar {BAR})")
    begun = time.perf_counter()
    found = reader.read(report(pages=200, tables=10), meta=Meta(name="report.pdf"))
    took = time.perf_counter() - begun
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = used.ru_utime + used.ru_stime
    print(f"through the child, 10 pages of tables, {len(found.lines):,} records: ", end="")
    print(f"{took:.1f} s by the clock (bar {SECONDS:.0f} s), {worked:.1f} s of processor time")
    return int(took > SECONDS)


if __name__ == "__main__":
    raise SystemExit(main())
