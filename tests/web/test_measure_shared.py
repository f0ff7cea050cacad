"""Protects what pages of measures share: checked once, and never shown when it is not so now."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.operations import catalogue, warming
from answerable.operations.measures import chart_starts, evidence
from answerable.operations.pages.look import Look
from answerable.operations.pages.measures.figures import figures as shown
from answerable.vocabulary import language

SHOPS, BODY = "anyshire-theft-from-shops", "anyshire-police"
ANALYST = "anyshire-pcc/analyst"
PAGE, ALL = f"/measures/{SHOPS}/{BODY}/", f"/bodies/{BODY}/measures/"
FILE = "theft-from-shops-anyshire-2026-11.csv"


class Capitals(language.Words):
    """Every word in capitals, so that none of another language can be taken for it."""

    code = "cy"

    def one(self, text: str) -> str:
        return re.sub(r"({[^}]*})|([a-z]+)", lambda m: m[1] or m[2].upper(), text)

    def many(self, one: str, many: str, count: int) -> str:
        return self.one(one if count == 1 else many)


def load(file: Path, release: str) -> None:
    words = ("load", str(file), "--measure", SHOPS, "--release", release, "--body", BODY)
    result = CliRunner().invoke(app, [*words, "--by", ANALYST])
    assert result.exit_code == 0, result.output


@pytest.fixture(autouse=True)
def later(book: Book, tmp_path: Path) -> Path:
    """The invented force's figures up to a release; the file of a later one."""
    folder = Path(str(files("answerable.catalogue").joinpath("story", "anyshire", "observations")))
    lines = (folder / FILE).read_text().splitlines(keepends=True)
    first, whole = tmp_path / "first.csv", tmp_path / "whole.csv"
    mine = [n for n, line in enumerate(lines) if f",{BODY}," in f",{line}"]
    kept = "".join(line for n, line in enumerate(lines) if n != mine[-1])
    first.write_text(kept.replace("anyshire-2026-11,2026-11-18", "anyshire-2026-10,2026-10-18"))
    whole.write_text("".join(lines))
    load(first, "anyshire-2026-10")
    return whole


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often the checks ran, by measure and body."""
    ran: Counter[tuple[str, str]] = Counter()
    guarded = evidence.guarded

    def counted(measure: Any, body: str, **given: Any) -> Any:
        ran[measure.id, body] += 1
        return guarded(measure, body, **given)

    monkeypatch.setattr(evidence, "guarded", counted)
    return ran


def test_two_pages_check_a_series_once(client: Client, checked: Counter[tuple[str, str]]) -> None:
    for address in (PAGE, ALL, f"{PAGE}?again=1"):
        assert client.get(address).status_code == 200
    assert checked[SHOPS, BODY] == 1


def months(client: Client) -> Sequence[str]:
    return re.findall(r"[A-Z][a-z]+ 20\d\d(?=</span></th>)", client.get(PAGE).content.decode())


def test_a_figure_that_was_added_stands_on_the_page(client: Client, later: Path) -> None:
    before = months(client)
    load(later, "anyshire-2026-11")
    after = months(client)
    assert len(after) == len(before) + 1


def test_words_of_a_picture_are_kept_for_their_language_alone() -> None:
    look = Look(at=datetime(2026, 11, 20, tzinfo=UTC))
    measure = catalogue.measures()[SHOPS]
    with language.spoken(Capitals()):
        told = {point.label for point in shown(look, measure, BODY).points}
    english = {point.label for point in shown(look, measure, BODY).points}
    assert told
    assert english
    assert not told & english


def test_pages_find_the_charts_that_a_server_drew_when_it_began(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    warming.warm(at=datetime.now(UTC))  # noqa: TID251  # as the site does

    def never(**_: object) -> None:
        raise AssertionError("drawn again")

    monkeypatch.setattr(chart_starts, "chart", never)
    for address in (PAGE, ALL):
        assert client.get(address).status_code == 200
