"""Make `docs/reference/` from code and data: `python -m docs.generate [--check]`.

With `--check` nothing is written; stale pages are named and the exit code is 1. The pages hold
no date and no path of a machine, so the same code always makes the same bytes.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from docs.making import (
    calibration,
    commands,
    facts,
    glossary,
    measures,
    records,
    routes,
    rules,
    settings,
)

REFERENCE = Path(__file__).parent / "reference"


def pages() -> dict[str, str]:
    """Every page by its name below `docs/reference/`."""
    made = {
        "commands.md": commands.make(),
        "facts.md": facts.make(),
        "glossary.md": glossary.make(),
        "measures.md": measures.make(),
        "records.md": records.make(),
        "routes.md": routes.make(),
        "settings.md": settings.make(),
        "rules/README.md": rules.make_index(),
    }
    if calibration.RESULT.exists():
        made["calibration.md"] = calibration.make()
    return made | {f"rules/{name}.md": rules.make(name) for name in rules.names()}


def stale(folder: Path, made: dict[str, str]) -> list[str]:
    """Names of pages that are missing, differ, or are no longer made."""
    held = {
        file.relative_to(folder).as_posix(): file.read_text(encoding="utf-8")
        for file in folder.rglob("*.md")
    }
    return sorted(name for name in held.keys() | made.keys() if held.get(name) != made.get(name))


def write(folder: Path, made: dict[str, str]) -> None:
    """Write the pages and remove those that are no longer made."""
    for name in stale(folder, made):
        file = folder / name
        if name in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(made[name], encoding="utf-8", newline="\n")
        else:
            file.unlink()


def main(arguments: Sequence[str], *, folder: Path = REFERENCE) -> int:
    """Run the command; the exit code."""
    if list(arguments) not in ([], ["--check"]):
        print("Use: python -m docs.generate [--check]", file=sys.stderr)
        return 2
    made = pages()
    if not arguments:
        write(folder, made)
        return 0
    late = stale(folder, made)
    for name in late:
        print(f"docs/reference/{name} is stale: run `python -m docs.generate`.")
    return 1 if late else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
