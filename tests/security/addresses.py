"""Every address of the site: each pattern with real objects of a home, whoever added it."""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from itertools import islice, product
from typing import Any

from django.urls import URLPattern, get_resolver

from answerable.operations.data_tables import BY_NAME
from answerable.operations.interface_tables import TABLES
from answerable.store.reads import registers
from tests.security import canaries
from tests.web import small_home
from tests.web.small_home import SmallHome

_PARAMETER = re.compile(r"<(?:[a-z]+:)?([a-z_]+)>")
LISTS = (*TABLES, "bodies", "deadlines", "entries")
"""Every list of the JSON interface that is asked without words to look for."""
OTHERS = (small_home.FORCE, "1")
"""What a parameter may be that nobody has described in `objects`."""
MOST = 2
"""Addresses asked for of one pattern; the first objects of each list are the telling ones."""


def objects(held: SmallHome) -> Mapping[str, Sequence[str]]:
    """Parameter of a pattern -> real values, the most telling first."""
    hidden = str(held.seq["hidden"])
    return {
        "body": (small_home.FORCE, small_home.COMMISSIONER),
        "body_id": (small_home.FORCE, small_home.COMMISSIONER),
        "reference": (
            small_home.RECOMMENDATION,
            small_home.ACTION,
            f"evidence/{small_home.RECOMMENDATION}",
            f"{small_home.REPORT}/grade",
        ),
        "report": (small_home.REPORT,),
        "day": ("2026-05-21",),
        "sha": (held.letter, held.minutes),
        "seq": (hidden, str(held.seq["action"])),
        "entry": (hidden, str(held.seq["action"])),
        "number": ("1",),
        "n": ("1",),
        "block": ("1",),
        "name": ("administrator",),
        "measure": ("soc-disruptions",),
        "kind": ("body", "session", "record-of-processing"),
        "form": ("docx", "xlsx"),
        "table": ("findings", "actions", "documents", "sessions"),
        "token": ("x.y",),
        "rest": (
            *("bodies/", f"findings/{small_home.RECOMMENDATION}/"),
            *("openapi.json", "commands/reply"),
        ),
        "inspectorate": ("anyshire-inspectorate",),
        "cycle": ("2026",),
        "subject": ("theft",),
        "slug": ("x",),
    }


def every(held: SmallHome) -> Iterator[tuple[str, str]]:
    """(name of the pattern, address) of every pattern."""
    known = objects(held)
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern)
        route = str(pattern.pattern)
        names = _PARAMETER.findall(route)
        for values in islice(product(*(known.get(name, OTHERS) for name in names)), MOST):
            address = route
            for value in values:
                address = _PARAMETER.sub(value.replace("\\", ""), address, count=1)
            yield str(pattern.name), f"/{address}"
    for name in LISTS:
        yield "api", f"/api/v1/{name}?limit=200"
        yield "api", f"/api/v1/{name}?limit=200&valid=2027-01-01&said=2026-07-01"
    for name in BY_NAME:
        yield "table-csv", f"/data/{name}.csv"
    yield "api", "/api/v1/search?q=canary"
    yield "api", f"/api/v1/entries?reference={small_home.ACTION}"
    yield "api", "/api/v1/actions?q=rota&view=overdue"
    yield "search", "/search/?q=quiet"
    yield "search", "/search/?q=canary"
    yield "plans", "/plans/?rating=red&heading=custody"
    yield "report", f"/corrections/report/?entry={held.seq['hidden']}"
    yield "reply", f"/corrections/reply/?entry={held.seq['action']}"
    for name, path in (("correct-line", "correct"), ("withdraw-line", "withdraw")):
        yield name, f"/corrections/{path}/?entry={held.seq['hidden']}"
        yield name, f"/corrections/{path}/?entry={held.seq['action']}&report=1"
    yield "answer-report", f"/corrections/answer/?entry={held.seq['action']}"
    yield "document", f"/documents/{held.letter}/?part=2"
    yield "document", f"/documents/{canaries.KEPT_BACK}/"
    yield "document-text", f"/documents/{canaries.KEPT_BACK}/text/"
    yield "history", "/history/entries/1/"
    yield "document", f"/documents/{held.letter}/?entry={held.seq['hidden']}"
    for known_at in (held.seq["hidden"], registers.head().size - 1):
        yield "body", f"/bodies/{small_home.FORCE}/?known={known_at}&valid=2027-01-01"


def readable(answer: Any) -> str:
    """Every byte of an answer as text; the members of a packed file unpacked."""
    data = b"".join(answer.streaming_content) if answer.streaming else answer.content
    if data.startswith(b"PK"):
        with zipfile.ZipFile(BytesIO(data)) as packed:
            data = b"\n".join(packed.read(name) for name in sorted(packed.namelist()))
    return str(data.decode("utf-8", errors="replace"))
