"""Open data on the site: stable bytes at any dates, tags, and never more than the public sees."""

import csv
import io
import json
import re
import sqlite3
from dataclasses import replace
from pathlib import Path

import duckdb
import pytest
from django.test import Client

from answerable.operations import interface_tables
from answerable.operations.data_tables import BY_NAME, TABLES
from answerable.operations.output.publishing import csv as csv_of
from answerable.operations.output.publishing import etag
from answerable.operations.pages import data as pages
from answerable.operations.pages.look import Look
from answerable.operations.people import acting_as
from answerable.store.book import book
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.factories import fact
from tests.web.small_home import AT, FORCE, RECOMMENDATION, REPORT, SmallHome, append, made

DATES = "valid=2026-11-23&known=11"


@pytest.fixture
def small(home: object) -> SmallHome:
    return made()


def rows(client: Client, name: str, query: str = DATES) -> list[dict[str, str]]:
    answer = client.get(f"/data/{name}.csv?{query}")
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.content.decode(), newline="")))


def add(number: str, **marked: Classification) -> None:
    append(
        f.FindingPublished(
            institution=FORCE,
            stream=f"{REPORT}/recommendation/{number}",
            valid=Period(first_day("2026-04-20")),
            kind="recommendation",
            number=number,
            text=f"Zephyrine matter {number}.",
            quote=f"Zephyrine quote {number}.",
            said="2026-04-20",
            classes=marked,
        ),
        by="anyshire-pcc/governance-officer",
    )


def test_the_page_names_every_table_and_each_address_answers(
    small: SmallHome, client: Client
) -> None:
    html = client.get("/data/").content.decode()
    for table in TABLES:
        for end in ("csv", "jsonl"):
            assert f'href="/data/{table.name}.{end}"' in html
            answer = client.get(f"/data/{table.name}.{end}?{DATES}")
            assert answer.status_code == 200
            assert f"answerable-{table.name}-all-public.{end}" in answer["Content-Disposition"]


def test_each_table_stands_once_under_its_subject_and_opens_without_a_script(
    small: SmallHome, client: Client
) -> None:
    """Protects a phone from a page of 44 tables at once, and a reader from one that is missing."""
    html = client.get("/data/").content.decode()
    named = [name for _, tables in pages.SUBJECTS.values() for name in tables]
    assert sorted(named) == sorted(table.name for table in TABLES)
    folds = re.findall(r"<details.*?</details>", html, re.DOTALL)
    opened = html
    for fold in folds:
        opened = opened.replace(fold, "")
    assert ".jsonl" not in opened
    for subject, (title, tables) in pages.SUBJECTS.items():
        (fold,) = [f for f in folds if f'href="/data/{tables[0]}.csv"' in f]
        assert f'id="{subject}">{title}</h2>' in html
        summary = fold.partition("</summary>")[0]
        for name in tables:
            assert f'href="/data/{name}.parquet"' in fold
            assert BY_NAME[name].title in summary
    (bodies,) = [f for f in folds if f'href="/bodies/{FORCE}.json"' in f]
    assert f'href="/bodies/{FORCE}/feed.atom"' in bodies
    assert f'href="/bodies/{FORCE}/calendar.ics"' in bodies


def test_a_row_says_what_the_record_says_with_its_source(small: SmallHome, client: Client) -> None:
    (finding,) = rows(client, "findings")
    assert finding["reference"] == RECOMMENDATION
    assert finding["quote"] == "visit every shop that was robbed twice"
    assert finding["document"] == small.letter
    assert finding["marking"] == "public"
    assert "nvented" in finding["notice"]
    (action,) = rows(client, "actions")
    assert (action["due_first"], action["due"], action["times_moved"]) == (
        *("2026-06-30", "2026-09-30"),
        "1",
    )
    assert [change["kind"] for change in rows(client, "changes")] == ["moved", "corrected"]


def test_what_was_asked_and_answered_and_who_held_office_are_tables_too(
    small: SmallHome, client: Client
) -> None:
    """What the interface lists of the record alone is a file too; an answer names its session."""
    alone = {table.name for table in interface_tables.ALONE}
    assert {table.name for table in TABLES} == set(interface_tables.TABLES) - alone
    (question,) = rows(client, "questions")
    (answer,) = rows(client, "answers")
    assert question["text"]
    assert answer["text"]
    assert answer["session"] == question["session"] != ""
    assert client.get("/data/holdings.csv").content.startswith(b"body,body_name")


def test_the_same_dates_give_the_same_bytes_when_the_record_grows(
    small: SmallHome, client: Client
) -> None:
    names = [f"{table.name}.{end}" for table in TABLES for end in ("csv", "jsonl")]
    before = {name: client.get(f"/data/{name}?{DATES}").content for name in names}
    lite = client.get(f"/data/answerable.sqlite?{DATES}").content
    add("8")
    assert {name: client.get(f"/data/{name}?{DATES}").content for name in names} == before
    assert client.get(f"/data/answerable.sqlite?{DATES}").content == lite
    assert len(rows(client, "findings", "valid=2026-11-23")) == 2


def test_earlier_dates_give_less(small: SmallHome, client: Client) -> None:
    assert rows(client, "findings", "valid=2026-01-01") == []
    assert rows(client, "findings", "known=0&valid=2026-11-23") == []
    assert rows(client, "actions", "said=2026-05-01") == []
    (grade,) = rows(client, "grades", "valid=2026-11-23&known=10")
    assert grade["cycle"] == "2026"
    assert rows(client, "grades")[0]["cycle"] == "PEEL 2026"


def test_an_unchanged_file_costs_nothing_and_a_changed_one_is_sent(
    small: SmallHome, client: Client
) -> None:
    url = "/data/findings.csv?valid=2026-11-23"
    tag = client.get(url)["ETag"]
    again = client.get(url, headers={"if-none-match": tag})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", tag)
    other = client.get(f"{url}&body={FORCE}", headers={"if-none-match": tag})
    assert other.status_code == 200
    add("8")
    changed = client.get(url, headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed["ETag"] != tag


def test_a_new_marking_changes_the_tag_of_dates_before_it(small: SmallHome) -> None:
    add("8")
    look = Look(at=AT, valid=first_day("2026-11-23"), known=12)
    before = etag(look, "findings")
    shown = csv_of(look, "findings")
    entry = next(iter(book().entries(begin=12, end=13)))
    append(
        f.Reclassified(
            institution=FORCE,
            stream=entry.fact.stream,
            valid=entry.fact.valid,
            ref=entry.id,
            fields=("text", "quote"),
            class_="restricted",
            ground="law",
        ),
        by="anyshire-pcc/governance-officer",
    )
    look = Look(at=AT, valid=first_day("2026-11-23"), known=12)
    assert b"Zephyrine" in shown
    assert b"Zephyrine" not in csv_of(look, "findings")
    assert etag(look, "findings") != before


def test_nobody_gets_more_than_the_public_does(small: SmallHome, client: Client) -> None:
    add("9", text=Classification.RESTRICTED, quote=Classification.RESTRICTED)
    look = Look(at=AT)
    officer = replace(look, actor=acting_as("anyshire-pcc/governance-officer"))
    names = [table.name for table in TABLES]
    assert [csv_of(officer, name) for name in names] == [csv_of(look, name) for name in names]
    everything = b"".join(
        client.get(url).content
        for url in (
            *(f"/data/{name}.{end}" for name in names for end in ("csv", "jsonl")),
            "/data/answerable.sqlite",
            f"/bodies/{FORCE}.json",
            f"/findings/{REPORT}/recommendation/9.json",
        )
    )
    assert b"Zephyrine" not in everything
    assert b"Operation Quiet" not in everything
    (row,) = [r for r in rows(client, "findings", "valid=2026-11-23") if r["number"] == "9"]
    assert (row["text"], row["withheld"]) == ("", "quote text")


def test_a_body_and_a_finding_are_one_json_value_each(small: SmallHome, client: Client) -> None:
    body = json.loads(client.get(f"/bodies/{FORCE}.json?{DATES}").content)
    assert body["body"]["invented"] is True
    assert body["as_at"]["known"] == 11
    assert [row["reference"] for row in body["findings"]] == [RECOMMENDATION]
    finding = json.loads(client.get(f"/findings/{RECOMMENDATION}.json?{DATES}").content)
    assert finding["row"]["reference"] == RECOMMENDATION
    assert finding["quotes"][0]["words"] == "visit every shop that was robbed twice"


def test_the_sqlite_file_opens_and_says_how_to_check_it(small: SmallHome, client: Client) -> None:
    opened = sqlite3.connect(":memory:")
    opened.deserialize(client.get(f"/data/answerable.sqlite?{DATES}").content)
    known, root = opened.execute("SELECT known, root FROM about").fetchone()
    assert (known, len(root)) == (11, 64)
    assert opened.execute("SELECT count(*) FROM findings").fetchone() == (1,)
    opened.close()


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/data/nothing.csv", 404),
        ("/data/nothing.jsonl", 404),
        ("/data/findings.csv?body=nowhere", 404),
        ("/data/findings.csv?known=99999", 404),
        ("/data/findings.csv?valid=2026-02-30", 422),
        ("/data/findings.csv?known=x", 422),
        ("/bodies/nowhere.json", 404),
        ("/findings/nothing/at/all.json", 404),
    ],
)
def test_what_cannot_be_answered_is_refused_in_words(
    url: str, status: int, small: SmallHome, client: Client
) -> None:
    answer = client.get(url)
    assert answer.status_code == status
    assert b"Answerable is not a government website" in answer.content


def test_dictionary_and_package_answer(small: SmallHome, client: Client) -> None:
    assert client.get("/data/dictionary.csv").content.startswith(b"table,column,kind,means")
    assert client.get("/data/dictionary.csv?bom=1").content.startswith(b"\xef\xbb\xbftable")
    package = json.loads(client.get("/data/datapackage.json").content)
    assert len(package["resources"]) == len(TABLES)


def test_the_package_describes_each_file_as_it_is(small: SmallHome, client: Client) -> None:
    """The rules of Data Package 1 (specs.frictionlessdata.io) that a validator would ask about."""
    casts = {"string": str, "integer": int, "number": float, "boolean": json.loads}
    package = json.loads(client.get(f"/data/datapackage.json?{DATES}").content)
    assert package["profile"] == "tabular-data-package"
    for resource in (package, *package["resources"]):
        assert re.fullmatch(r"[a-z0-9._/-]+", resource["name"])
    assert len({r["name"] for r in package["resources"]}) == len(package["resources"])
    for resource in package["resources"]:
        assert resource["profile"] == "tabular-data-resource"
        found = client.get(resource["path"].removeprefix("http://testserver"))
        assert found.headers["Content-Type"].startswith(resource["mediatype"])
        held = list(csv.reader(io.StringIO(found.content.decode(resource["encoding"]))))
        fields = resource["schema"]["fields"]
        assert held[0] == [field["name"] for field in fields]
        for row in held[1:]:
            for field, value in zip(fields, row, strict=True):
                assert value == "" or casts[field["type"]](value) is not None


def test_a_parquet_file_holds_the_rows_of_the_csv_with_their_types(
    small: SmallHome, client: Client, tmp_path: Path
) -> None:
    kept = tmp_path / "findings.parquet"
    kept.write_bytes(client.get(f"/data/findings.parquet?{DATES}").content)
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(kept))
        names, held = found.columns, found.fetchall()
    asked = rows(client, "findings")
    assert [dict(zip(names, (v for v in row), strict=True))["reference"] for row in held] == [
        row["reference"] for row in asked
    ]
    assert names == list(asked[0])


def test_a_parquet_file_has_its_columns_even_without_a_row(
    small: SmallHome, client: Client, tmp_path: Path
) -> None:
    kept = tmp_path / "money.parquet"
    kept.write_bytes(client.get(f"/data/money.parquet?{DATES}").content)
    with duckdb.connect() as connection:
        found = connection.read_parquet(str(kept))
        assert found.fetchall() == []
        assert "amount" in found.columns


def test_the_first_date_of_an_action_is_no_moved_date(small: SmallHome, client: Client) -> None:
    stream = "action/a/dated-later"
    append(
        fact(f.ActionPromised, stream=stream, on="2026-01-10", text="Train.", answers=()),
        fact(
            f.DueDateMoved, stream=stream, on="2026-02-10", due="2026-06-30", reason="First date."
        ),
        fact(
            f.DueDateMoved, stream=stream, on="2026-03-10", due="2026-09-30", reason="Board said."
        ),
    )
    rows = list(csv.DictReader(io.StringIO(client.get("/data/changes.csv").content.decode())))
    mine = [row for row in rows if stream in row.values()]
    assert [(row["kind"], row["reason"]) for row in mine] == [("moved", "Board said.")]


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("/findings.csv?body=anyshire-police", "/data/findings.csv?body=anyshire-police"),
        ("/findings.json?limit=5", "/api/v1/findings?limit=5"),
        ("/plans.json?sort=-due&standing=open", "/api/v1/actions?sort=-due&standing=open"),
        ("/plans.json?sort=due", "/api/v1/actions?sort=due"),
        ("/bodies.json", "/api/v1/bodies"),
        ("/plans.csv", "/data/actions.csv"),
        ("/corrections.json", "/api/v1/changes"),
        ("/reports.csv", "/data/reports.csv"),
    ],
)
def test_a_list_with_an_ending_is_its_file(
    small: SmallHome, client: Client, address: str, leads: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer["Location"]) == (302, leads)
    assert client.get(leads).status_code == 200


@pytest.mark.parametrize("address", ["/nothing.csv", "/bodies.csv", "/findings.xml"])
def test_an_ending_of_what_is_no_list_is_no_page(
    small: SmallHome, client: Client, address: str
) -> None:
    assert client.get(address).status_code == 404
