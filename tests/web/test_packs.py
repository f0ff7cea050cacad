"""Packs on the site and by command: at any dates, the same bytes, what the public sees."""

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
from answerable.config import config
from answerable.operations import catalogue
from answerable.operations.output import pack_frame, packs
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
    ("kind", "reference"),
    [
        ("case", CASE),
        ("session", "anyshire-pcc"),
        ("body", FORCE),
        ("changes", f"{FORCE}/2026-01-01"),
        ("response", REPORT),
        ("panel", "anyshire-pcc"),
    ],
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
    urls = [f"/packs/case/{CASE}.{form}?{DATES}" for form in pack_frame.FORMS]
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


def test_a_panel_asks_the_body_that_holds_to_account_and_nobody_else(
    small: SmallHome, client: Client
) -> None:
    text = words(client.get("/packs/panel/anyshire-pcc.docx").content)
    assert "For the panel: questions to Anyshire Police and Crime Commissioner" in text
    every = catalogue.questions()
    assert any(q.panel.rpartition(". ")[2] in text for q in every)
    assert not any(q.by_when in text or q.shown_by in text for q in every)


def test_what_changed_stands_beside_what_was_learnt(small: SmallHome, client: Client) -> None:
    text = words(client.get(f"/packs/changes/{FORCE}/2026-01-01.docx").content)
    assert "What changed since 1 January 2026" in text
    assert "Published later, by" in text
    assert "Not on the record." in text


def test_a_file_of_the_house_gives_word_files_its_style(small: SmallHome, client: Client) -> None:
    """Its own head stays, our marking stands below it, and its sample text goes."""
    own = docx.Document()
    own.add_paragraph("Sample text of the office.")
    own.styles["Heading 1"].font.name = "Georgia"
    own.sections[0].header.paragraphs[0].text = "Office of Anyshire"
    own.save(str(config().home / pack_frame.HOUSE))
    data = client.get(f"/packs/body/{FORCE}.docx").content
    made = docx.Document(io.BytesIO(data))
    assert made.styles["Heading 1"].font.name == "Georgia"
    head = [p.text for p in made.sections[0].header.paragraphs]
    assert head[0] == "Office of Anyshire"
    assert head[1].startswith("PUBLIC")
    assert "Sample text" not in words(data)


def test_a_house_style_that_is_no_word_file_is_refused_in_words(
    small: SmallHome, client: Client
) -> None:
    (config().home / pack_frame.HOUSE).write_bytes(b"no file of Word")
    answer = client.get(f"/packs/body/{FORCE}.docx")
    assert answer.status_code == 422
    assert "save it from Word as .docx" in answer.content.decode()


def test_another_process_makes_the_same_bytes_in_each_form(
    small: SmallHome, tmp_path: Path
) -> None:
    look = Look(at=AT, valid=date(2026, 11, 23), known=11)
    program = (
        "import sys; from answerable.cli.main import main\n"
        "for form in ('pdf', 'docx', 'xlsx'):\n"
        f"    sys.argv = ['answerable', 'pack', 'case', {CASE!r}, '--out', 'pack.' + form,"
        " '--valid', '2026-11-23', '--known', '11']\n"
        "    try: main()\n"
        "    except SystemExit as end: assert not end.code, end\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, cwd=tmp_path)
    for form in ("pdf", "docx", "xlsx"):
        here = packs.build(look, kind="case", reference=CASE, form=form).data
        assert (tmp_path / f"pack.{form}").read_bytes() == here, form


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
