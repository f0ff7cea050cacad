"""Make a dump of a small home, to be kept with a release: `python -m tests.upgrades.freeze NAME`.

The dump is written once and never again; a later release adds another.
"""

import os
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path


def freeze(name: str) -> str:
    """Write `NAME.sql` beside this file; its size and root, for the table of the test."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ANSWERABLE_HOME"] = folder
        from answerable.store.book import book  # noqa: PLC0415
        from answerable.store.reads import registers  # noqa: PLC0415  # the home comes first
        from answerable.store.writes import appender  # noqa: PLC0415  # the home comes first
        from answerable.vocabulary.access import Classification  # noqa: PLC0415
        from answerable.vocabulary.facts import Corrected  # noqa: PLC0415
        from tests.factories import fact  # noqa: PLC0415
        from tests.trust.cast import add, moved, promised  # noqa: PLC0415

        marks = {"text": Classification.INTERNAL}
        add(book(), *(promised(n) for n in range(7)), promised(7, classes=marks))
        add(book(), moved(1, "2026-06-30"))
        add(book(), moved(2, "2026-09-30"))
        for seq, field, value in ((3, "due", "2026-04-30"), (4, "owner", "Head of plans")):
            (entry,) = book().entries(begin=seq, end=seq + 1)
            correction = fact(
                Corrected,
                stream=f"action/{seq}",
                on="2026-01-05",
                ref=entry.id,
                field=field,
                value=value,
                reason="Misread.",
            )
            add(book(), correction)
        head = registers.head()
        appender.stop()
        with closing(sqlite3.connect(Path(folder) / "answerable.sqlite")) as made:
            dump = "\n".join(_dump(made))
    target = Path(__file__).with_name(f"{name}.sql")
    with target.open("x", encoding="utf-8") as file:
        file.write(dump + "\n")
    return f"{head.size} entries, root {head.root}"


def _dump(made: sqlite3.Connection) -> Iterator[str]:
    """Every statement; the index of the search is made last, from its rows, as it was made."""
    (index,) = made.execute("SELECT sql FROM sqlite_master WHERE name = 'search_index'").fetchone()
    for statement in made.iterdump():
        if "search_index" not in statement and "writable_schema" not in statement:
            if statement == "COMMIT;":
                yield f"{index};"
                yield "INSERT INTO search_index (search_index) VALUES ('rebuild');"
            yield statement


if __name__ == "__main__":
    print(freeze(sys.argv[1]))
