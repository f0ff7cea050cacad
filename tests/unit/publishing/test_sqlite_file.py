"""One SQLite file from rows and from parts of an earlier file: the bytes are the same."""

from itertools import product

import pytest

from answerable.publishing.open_data import Column, Table
from answerable.publishing.sqlite_file import Part, Same, spliced, sqlite_bytes

TABLE = Table(
    name="steps",
    title="Steps",
    means="Invented.",
    columns=(
        Column(name="body", kind="text", means="Whose."),
        Column(name="number", kind="integer", means="Which."),
    ),
)
BODIES = ("anyshire", "elsewhere", "nowhere", "otherham")
ROWS = {body: [{"body": body, "number": n} for n in range(40)] for body in BODIES}
EARLIER = sqlite_bytes({TABLE: [row for body in BODIES for row in ROWS[body]]})


@pytest.mark.parametrize("stand", list(product((True, False), repeat=len(BODIES))))
def test_parts_of_an_earlier_file_give_the_bytes_of_a_file_from_nothing(
    stand: tuple[bool, ...],
) -> None:
    """Whichever bodies changed, first, between or last, and whichever adjoin."""
    now = {
        body: ROWS[body] if same else [{"body": body, "number": 99}]
        for body, same in zip(BODIES, stand, strict=True)
    }
    parts: list[Part] = []
    run: list[str] = []
    for body, same in zip(BODIES, stand, strict=True):
        if same:
            run.append(body)
            continue
        parts += [Same(tuple(run)), now[body]] if run else [now[body]]
        run = []
    parts += [Same(tuple(run))] if run else []
    fresh = sqlite_bytes({TABLE: [row for rows in now.values() for row in rows]})
    assert spliced({TABLE: parts}, earlier=EARLIER) == fresh
