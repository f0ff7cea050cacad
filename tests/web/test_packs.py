"""Packs on the site and by command: at any dates, the same bytes, what the public sees."""

import hashlib
import io
import subprocess
import sys
from datetime import date
from pathlib import Path

import docx
import pytest
from django.test import Client
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.operations.output import packs
from answerable.operations.pages.look import Look
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import AT, FORCE, REPORT, SmallHome, append, made

CASE = "anyshire/theft"
DATES = "valid=2026-11-23&known=11"


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def words(data: bytes) -> str:
    read = docx.Document(io.BytesIO(data))
    cells = (cell.text for t in read.tables for row in t.rows for cell in row.cells)
    return "\n".join([*(p.text for p in read.paragraphs), *cells])


@pytest.mark.parametrize(
    ("kind", "reference"), [("case", CASE), ("session", "anyshire-pcc"), ("body", FORCE)]
)
def test_each_kind_comes_in_each_form(
    kind: str, reference: str, small: SmallHome, client: Client
) -> None:
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")):
        answer = client.get(f"/packs/{kind}/{reference}.{form}?{DATES}")
        assert answer.status_code == 200
        assert answer.content.startswith(begins)
        assert f"-public.{form}" in answer["Content-Disposition"]


def test_the_pack_says_what_the_page_says_with_numbered_sources(
    small: SmallHome, client: Client
) -> None:
    text = words(client.get(f"/packs/case/{CASE}.docx?{DATES}").content)
    assert "Visit every shop that was robbed twice." in text
    assert "Due 30 September 2026." in text
    assert "1. Letter on theft: summary" in text
    assert "not the originals’ words" in text
    assert "Root of the record at that entry" in text


def test_the_same_dates_give_the_same_file_when_the_record_grows(
    small: SmallHome, client: Client
) -> None:
    urls = [f"/packs/case/{CASE}.{form}?{DATES}" for form in packs.FORMS]
    before = [client.get(url).content for url in urls]
    tags = [client.get(url)["ETag"] for url in urls]
    add()
    assert [client.get(url).content for url in urls] == before
    for url, tag in zip(urls, tags, strict=True):
        assert client.get(url, headers={"if-none-match": tag}).status_code == 304


def add(**marked: Classification) -> None:
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/8",
            valid=Period(first_day("2026-04-20")),
            kind="recommendation",
            number="8",
            theme="theft",
            text="Zephyrine matter.",
            classes=marked,
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_a_withheld_text_is_called_withheld(small: SmallHome, client: Client) -> None:
    add(text=Classification.RESTRICTED)
    text = words(client.get(f"/packs/case/{CASE}.docx").content)
    assert "Zephyrine" not in text
    assert "Withheld." in text


def test_another_process_makes_the_same_bytes(small: SmallHome, tmp_path: Path) -> None:
    look = Look(at=AT, valid=date(2026, 11, 23), known=11)
    here = packs.build(look, kind="case", reference=CASE, form="pdf").data
    out = tmp_path / "pack.pdf"
    subprocess.run(
        [
            *(sys.executable, "-m", "answerable", "pack", "case", CASE, "--out", str(out)),
            *("--valid", "2026-11-23", "--known", "11"),
        ],
        check=True,
        capture_output=True,
    )
    assert hashlib.sha256(out.read_bytes()).digest() == hashlib.sha256(here).digest()


def test_the_page_of_packs_leads_to_each(small: SmallHome, client: Client) -> None:
    html = client.get("/packs/").content.decode()
    for url in (f"/packs/case/{CASE}.pdf", "/packs/session/anyshire-pcc.docx"):
        assert f'href="{url}"' in html
        assert client.get(url).status_code == 200
    assert f'href="/packs/case/{CASE}.pdf"' in client.get(f"/cases/{CASE}/").content.decode()


@pytest.mark.parametrize(
    "url",
    [
        "/packs/case/nowhere/nothing.pdf",
        f"/packs/case/{CASE}.exe",
        f"/packs/nothing/{CASE}.pdf",
        "/packs/body/nowhere.pdf",
        "/packs/session/nowhere.pdf",
    ],
)
def test_what_there_is_not_is_refused_in_words(url: str, small: SmallHome, client: Client) -> None:
    answer = client.get(url)
    assert answer.status_code == 404
    assert b"Answerable is not a government website" in answer.content


def test_the_commands_write_files_or_say_why_not(small: SmallHome, tmp_path: Path) -> None:
    run = CliRunner()
    done = run.invoke(app, ["export-data", str(tmp_path / "data"), "--valid", "2026-11-23"])
    assert done.exit_code == 0, done.output
    names = {path.name for path in (tmp_path / "data").iterdir()}
    assert {"findings.csv", "dictionary.csv", "datapackage.json", "answerable.sqlite"} <= names
    bad = run.invoke(app, ["pack", "case", CASE, "--format", "exe", "--out", str(tmp_path / "x")])
    assert bad.exit_code == 2
    assert "There is no pack in the form" in bad.output
    (tmp_path / "file").write_text("")
    out = str(tmp_path / "file" / "pack.pdf")
    blocked = run.invoke(app, ["pack", "case", CASE, "--out", out])
    assert blocked.exit_code == 2
    assert "cannot be written" in blocked.output
