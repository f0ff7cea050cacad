"""Two homes that differ only in restricted values give the public the same bytes everywhere.

Salts and names are drawn alike in both; the minute of an error page is masked. So is what is
hashed or signed from a value: that a commitment differs says nothing about what it commits to.
"""

import random
import re
import secrets
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from answerable.operations.output import exporting, mirror
from answerable.operations.record import record
from answerable.store.reads import registers
from answerable.web import crawl
from answerable.web.request import LOOK
from tests.conftest import use_home
from tests.security import addresses, canaries
from tests.security.people import AT, AWAY

HASHED = re.compile(
    r"\b\d\d:\d\d\b|[0-9a-f]{8,}|[A-Za-z0-9+/_-]{20,}={0,2}|^\d+ [0-9.]+$", re.MULTILINE
)
NOT_TEXT = (".parquet", ".sqlite", ".pdf")
SITE = "http://127.0.0.1/"


def masked(text: str) -> str:
    return HASHED.sub("#", text)


def world(folder: Path, *, restricted: str, embargo: str) -> Mapping[str, str]:
    """Every public byte of a home: pages, feeds, files, packs, search, mirror, ledger export."""
    use_home(folder)
    drawn = random.Random(7)  # noqa: S311  # the same salts in both worlds are the point
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(secrets, "token_bytes", lambda size=32: drawn.randbytes(size))
        patch.setattr(secrets, "token_hex", lambda size=32: drawn.randbytes(size).hex())
        held = canaries.made(restricted=restricted, embargo=embargo)
        record.checkpoint(at=AT, new="example.org/log")
    look = mirror.fixed(on=date(2026, 11, 25), known=None, base=SITE)
    client = Client(**AWAY)
    found: dict[str, str] = {}
    for _, address in addresses.every(held):
        answer = client.get(address, **{LOOK: look})
        if address.partition("?")[0].endswith(NOT_TEXT):
            found[address] = str(answer.status_code)
            continue
        found[address] = f"{answer.status_code} {masked(addresses.readable(answer))}"
    for words in ("canary", "operation", "adequate", "posts", "louder", "spring", "supplier"):
        answer = client.get(f"/search/?q={words}", **{LOOK: look})
        found[f"search {words}"] = masked(addresses.readable(answer))
    found |= {
        f"mirror {name}": masked(data.decode("utf-8", errors="replace"))
        for name, data in crawl.files(look, live=SITE).items()
        if not name.endswith((*NOT_TEXT, ".docx", ".xlsx"))
    }
    out, _ = exporting.export(out=folder.parent / f"{folder.name}-export")
    found |= {
        f"export {path.relative_to(out)}": masked(path.read_bytes().decode("utf-8", "replace"))
        for path in out.rglob("*")
        if path.is_file() and "tile" not in path.parts
    }
    found["size"] = str(registers.head().size)
    return found


def test_restricted_values_change_no_public_byte(
    made_home: Path, home: Path, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    shutil.copytree(made_home, tmp_path / "other")
    one = world(home, restricted="", embargo="")
    two = world(
        tmp_path / "other",
        restricted="Something much louder, in three sentences. It names nobody. It is longer.",
        embargo="Inadequate.",
    )
    use_home(home)
    assert set(one) == set(two)
    assert len(one) > 200
    assert {name for name in one if one[name] != two[name]} == set()


def test_the_comparison_sees_a_difference_in_public(home: Path) -> None:
    assert masked("Graded good. 0123456789abcdef") != masked("Graded poor. 0123456789abcdef")
    canaries.made()
    item = f"/findings/{canaries.small_home.ACTION}/"
    assert "all shops will be visited" in masked(Client(**AWAY).get(item).content.decode())
