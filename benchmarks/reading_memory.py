"""Whether reading many documents leaves memory as it was: the parent's and the room's own.

    python -m benchmarks.reading_memory [--documents N] [--folder corpus/open-2]

Reads the files of a folder again and again, in this process, until N are read, and prints the
resident memory after each tenth. The bar: flat after the first tenth, that is, at most 20 MB more.
"""

import argparse
import gc
import sys
import tomllib
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

from answerable.reading.formats import canonical
from answerable.reading.profiles import Profile, from_toml
from answerable.reading.reading import read

BAR = 20.0  # MB
KINDS = (".txt", ".html", ".pdf", ".docx", ".xlsx", ".csv", ".eml")


def resident() -> float:
    """Resident memory of this process in MB."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise SystemExit("This system does not tell the memory of a process.")


def profiles() -> tuple[Profile, ...]:
    """The profiles that the package ships."""
    folder = files("answerable.catalogue") / "sources"
    found = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    )
    return tuple(from_toml(tomllib.loads(one.read_text(encoding="utf-8"))) for one in found)


def main() -> None:
    """Read, and print memory by tenths."""
    known = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    known.add_argument("--documents", type=int, default=1000)
    known.add_argument("--folder", type=Path, default=Path("corpus/open-2"))
    asked = known.parse_args()
    papers = sorted(one for one in asked.folder.iterdir() if one.suffix in KINDS)
    papers = [one for one in papers if one.name != "README.md"]
    if not papers:
        raise SystemExit(f"{asked.folder} holds no documents.")
    known_profiles, tenth, first = profiles(), max(asked.documents // 10, 1), 0.0
    for number, path in enumerate(islice(cycle(papers), asked.documents), start=1):
        text = canonical(path.read_bytes(), name=path.name)
        sum(1 for _ in read(text, profiles=known_profiles).lines())
        if number % tenth == 0:
            gc.collect()
            now = resident()
            first = first or now
            print(f"{number:5} documents  {now:7.1f} MB  {now - first:+6.1f}")
    grown = resident() - first
    print(f"grown by {grown:.1f} MB after the first tenth; bar {BAR:.0f}")
    sys.exit(grown > BAR)


if __name__ == "__main__":
    main()
