"""My week and the register in pages: counts agree, sorts are links, the CSV is the same."""

import csv
import io
import re
from email import message_from_bytes, policy
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from answerable.ledger.book import Book
from answerable.operations.pages.desk import week_groups
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    DueDateMoved,
    RungReached,
)
from tests.factories import fact
from tests.operations.cast import ACTION, ADVICE, AT, CAUSE, OFFICER, begin, key
from tests.web.acting import browser, words
from tests.web.small_home import append

OFFICE = "anyshire-pcc/governance-officer"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """An overdue action, one without owner or date, one done, one whose words begin a formula."""
    begin(
        book,
        fact(ActionPromised, stream="action/a/1", on="2024-01-15", text="Ask the board."),
        fact(
            ActionPromised,
            stream="action/a/2",
            on="2024-01-15",
            text="=HYPERLINK(“x”) is typed",
            owner="dcc",
            due="2024-02-28",
        ),
        fact(RungReached, stream="action/a/2", on="2024-02-20", rung="delivered"),
        fact(DueDateMoved, stream=ACTION, on="2024-02-01", due="2024-07-31", reason="Posts."),
    )


def listed(address: str, client: Any = None) -> list[str]:
    """References of the rows that a page of the register lists."""
    html = (client or browser(OFFICE)).get(address).content.decode()
    return re.findall(r'data-reference="([^"]+)"', html)


def rows_of(address: str) -> list[dict[str, str]]:
    text = browser(OFFICE).get(address).content.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_week_of_an_office_and_a_draft_for_each_line() -> None:
    page = browser(OFFICE).get("/week/")
    text = words(page)
    assert "One item is overdue" in text
    assert "First due 30 June 2024. Moved once." in text
    assert "they say" not in text
    mails = re.findall(r'href="(mailto:[^"]+)"', page.content.decode())
    assert len(mails) == 2  # the overdue one, and the one that waits for a check
    asked = parse_qs(urlsplit(mails[0].replace("&amp;", "&")).query)
    assert asked["subject"] == ["Action due 31 July 2024"]
    assert ACTION in asked["body"][0]


def test_those_who_owe_an_action_answer_it_and_chase_nobody() -> None:
    page = browser("anyshire-police/force-liaison").get("/week/")
    text, html = words(page), page.content.decode()
    assert "What we owe and is overdue" in text
    assert "What we said is done, and nobody has checked" in text
    assert f'href="/actions/{ACTION}/rung/"' in html
    assert f'href="/actions/{ACTION}/update/"' in html
    assert "mailto:" not in html
    assert "Import an action log" not in text, "what the office may not do is not offered"
    assert "What we owe" not in words(browser(OFFICE).get("/week/"))


def test_a_long_part_of_the_week_stands_by_owner_and_hides_nothing() -> None:
    """A hundred overdue rows one under another hid whom to ask."""
    few = week_groups.LONG + 1
    made = [f"action/late/{i}" for i in range(few)]
    append(
        *(
            fact(
                ActionPromised,
                stream=name,
                on="2024-01-15",
                text=f"Late {i}.",
                owner="dcc" if i % 2 else None,
                due=f"2024-03-{i + 1:02}",
            )
            for i, name in enumerate(made)
        ),
    )
    page = browser(OFFICE).get("/week/")
    text, html = words(page), page.content.decode()
    part = html[html.index('id="overdue"') : html.index('id="due-7"')]
    assert part.count("Open a chase draft") == week_groups.FIRST
    by_owner, single = part.index("All of them, by owner"), part.index("Open a chase draft")
    assert by_owner < single, "whom to ask stands before the oldest rows one by one"
    assert part.count('class="govuk-details app-shut"') == 3, "printed as one line for each owner"
    assert "Deputy chief constable: 4, the oldest" in text, text
    assert text.index("Deputy chief constable: 4") < text.index("No owner on record: 5")
    for name in made:
        assert f'href="/findings/{name}/"' in part, "each stands under its owner"
    assert "view=overdue&amp;owner=deputy-chief-constable" in part
    assert listed("/plans/?view=overdue&owner=dcc") == made[1::2]


def test_a_reader_has_no_week_and_is_asked_for_an_office() -> None:
    page = browser().get("/week/")
    assert "you have chosen no office" in words(page)
    assert "mailto:" not in page.content.decode()


def test_counts_of_the_sentence_the_filters_and_the_rows_are_the_same() -> None:
    page = browser(OFFICE).get("/plans/")
    assert (
        "5 of 5 findings and actions are open: 1 overdue, 0 slipping, 1 done and not proven, "
        "2 without an owner on record." in words(page)
    )
    for view, found in {
        "overdue": [ACTION],
        "unproven": ["action/a/2"],
        "no-owner": sorted([ADVICE, "action/a/1"]),
        "no-date": sorted([CAUSE, ADVICE, "action/a/1"]),
        "gaps": [ADVICE],
    }.items():
        assert sorted(listed(f"/plans/?view={view}")) == found, view
        assert f"({len(found)})" in words(page)


def test_a_finding_is_owned_by_whoever_owns_an_action_that_answers_it() -> None:
    assert listed("/plans/?owner=chief-constable&sort=reference") == [ACTION, CAUSE]


def test_sorting_is_a_link_and_says_which_way() -> None:
    client = browser(OFFICE)
    html = client.get("/plans/?sort=due").content.decode()
    assert html.count('aria-sort="ascending"') == 1
    assert listed("/plans/?sort=due", client)[:2] == ["action/a/2", ACTION]
    assert listed("/plans/?sort=-due", client)[:2] == [ACTION, "action/a/2"]  # no date: last
    assert 'aria-sort="descending"' in client.get("/plans/?sort=-due").content.decode()


def test_filters_are_a_plain_form_and_each_can_be_taken_away() -> None:
    html = browser(OFFICE).get("/plans/?view=overdue&q=visit&kind=action").content.decode()
    assert '<form class="app-filters" method="get"' in html
    gone = re.findall(r'<li><a href="([^"]+)"><span aria-hidden="true">', html)
    assert len(gone) == 3
    assert listed(gone[0].replace("&amp;", "&")) != []
    assert '<input type="hidden" name="view" value="overdue">' in html


@pytest.mark.parametrize("query", ["view=moon", "sort=colour", "stage=near", "standing=ajar"])
def test_an_unknown_filter_is_refused_in_words(query: str) -> None:
    answer = browser(OFFICE).get(f"/plans/?{query}")
    assert answer.status_code == 422
    assert "Use one of" in words(answer)


@pytest.mark.parametrize(
    "query", ["", "view=overdue", "q=visit", "sort=-owner&standing=open", "kind=action"]
)
def test_the_file_holds_exactly_the_rows_of_the_page_in_their_order(query: str) -> None:
    file = [row["reference"] for row in rows_of(f"/plans/data.csv?{query}")]
    assert file == listed(f"/plans/?{query}")


def test_a_cell_that_would_run_as_a_formula_is_text() -> None:
    (row,) = rows_of("/plans/data.csv?view=unproven&bom=1")
    assert row["words"] == "'=HYPERLINK(“x”) is typed"


def test_long_registers_come_in_pages_that_lose_no_row() -> None:
    append(
        *(
            fact(ActionPromised, stream=f"action/b/{n}", on="2024-01-15", text=f"Do {n}.")
            for n in range(60)
        )
    )
    first, second = listed("/plans/"), listed("/plans/?page=2")
    assert (len(first), len(second)) == (50, 15)
    assert len({*first, *second}) == 65
    assert listed("/plans/?page=99") == second


def test_words_that_are_not_public_are_shown_to_the_office_only() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/c/1",
            on="2024-01-15",
            text="Secret words.",
            owner="dcc",
            classes={"text": Classification.RESTRICTED},
        )
    )
    assert "Secret words" in words(browser(OFFICE).get("/plans/"))
    assert "Secret words" not in words(browser().get("/plans/"))
    assert "Secret" not in browser().get("/plans/data.csv").content.decode()
    named = browser(OFFICE).get("/plans/data.csv").headers["Content-Disposition"]
    assert named.endswith('-restricted.csv"')
    rows = browser(OFFICE).get("/plans/data.csv").content.decode().splitlines()
    (row,) = [r for r in rows if "Secret words." in r]
    assert row.endswith(",restricted")
    read = browser().get("/plans/data.csv")
    assert "restricted" not in read.headers["Content-Disposition"], "it shows nothing marked"
    (row,) = [r for r in read.content.decode().splitlines() if r.startswith("action/c/1,")]
    assert row.endswith(",not public")


def test_an_owner_who_is_not_public_marks_the_file_too() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/c/1",
            on="2024-01-15",
            text="Plain words.",
            owner="dcc",
            classes={"owner": Classification.INTERNAL},
        )
    )
    named = browser(OFFICE).get("/plans/data.csv").headers["Content-Disposition"]
    assert named.endswith('-internal.csv"')
    assert "internal" not in browser().get("/plans/data.csv").headers["Content-Disposition"]


def test_a_finding_that_shows_an_owner_is_marked_as_that_owner_is() -> None:
    append(
        fact(
            ActionPromised,
            stream="action/c/1",
            on="2024-01-15",
            text="Plain words.",
            owner="secret-office",
            answers=(ADVICE,),
            classes={"owner": Classification.RESTRICTED},
        )
    )
    office = browser(OFFICE).get("/plans/data.csv?kind=recommendation")
    (row,) = [r for r in office.content.decode().splitlines() if r.startswith(f"{ADVICE},")]
    assert "secret-office" in row
    assert row.endswith(",restricted")
    assert office.headers["Content-Disposition"].endswith('-restricted.csv"')
    assert "The owner is not public" in words(browser(OFFICE).get("/plans/?kind=recommendation"))
    read = browser().get("/plans/data.csv").content.decode()
    assert "secret" not in read
    (row,) = [r for r in read.splitlines() if r.startswith(f"{ADVICE},")]
    assert row.endswith(",public")


def test_the_register_follows_new_entries(book: Book) -> None:
    client = browser(OFFICE)
    assert "1 overdue" in words(client.get("/plans/"))
    more = fact(RungReached, stream=ACTION, on="2024-03-01", rung="delivered")
    book.append(about="anyshire-police", decide=lambda _: [more], by=OFFICER, at=AT, key=key())
    assert "0 overdue" in words(client.get("/plans/"))
    assert "2 done and not proven" in words(client.get("/plans/"))


def test_a_draft_opens_in_a_mail_program_as_a_mail_to_be_sent() -> None:
    client = browser(OFFICE)
    address = re.findall(r'href="(/week/chase\.eml[^"]+)"', client.get("/week/").content.decode())
    answer = client.get(address[0].replace("&amp;", "&"))
    assert answer.headers["Content-Type"] == "message/rfc822"
    assert answer.headers["Content-Disposition"].endswith('.eml"')
    mail = message_from_bytes(answer.content, policy=policy.default)
    assert mail["X-Unsent"] == "1"
    assert mail["To"] is None
    assert mail["Subject"].startswith("Action due")
    assert ACTION in mail.get_content()
    assert client.get("/week/chase.eml?item=action/none/1").status_code == 404


def logged(n: int, *, ref: str) -> list[Fact]:
    """An action of an imported log: the promise, and the row that it stands in."""
    stream = f"action/anyshire-police/log/26-{n:03}"
    words = f"Write to every home in beat {n}."
    row = f"{ref} | R2 | {words} | ACC"
    promised = fact(
        ActionPromised, stream=stream, on="2024-01-15", text=words, owner="ACC", due="2024-03-01"
    )
    return [
        promised,
        fact(ActionUpdated, stream=stream, on="2024-01-15", text="Status: Open.", quote=row),
    ]


def test_one_mail_to_an_owner_has_every_action_with_its_own_number_and_days_past_its_date() -> (
    None
):
    append(*(one for n in range(1, 41) for one in logged(n, ref=f"26/{n:03}")))
    client = browser(OFFICE)
    html = client.get("/week/").content.decode()
    aside = html[html.rindex("One mail to each owner") :]
    (mail, file) = re.findall(r'href="(mailto:[^"]+|/week/chase\.eml[^"]+)"', aside)[:2]
    assert len(mail) <= 1_900 + 4 * mail.count("&amp;")
    short = parse_qs(urlsplit(mail.replace("&amp;", "&")).query)["body"][0]
    assert "more stand in the full list." in short
    whole = message_from_bytes(
        client.get(file.replace("&amp;", "&")).content, policy=policy.default
    )
    assert whole["X-Unsent"] == "1"
    assert whole["Subject"].startswith("40 actions, 40 past")
    body = whole.get_content()
    assert body.startswith("Dear Assistant Chief Constable,")
    assert all(f"26/{n:03}: Write to every home in beat {n}." in body for n in range(1, 41))
    assert body.count("days past the due date.") == 40
    assert "Dear Assistant Chief Constable," in short
    none = client.get("/week/chase.eml?owner=nobody&body=anyshire-police")
    assert none.status_code == 404


def test_what_the_own_office_owes_has_no_mail_to_oneself(book: Book) -> None:
    """Nobody writes to themselves: the line leads to the action, and no draft stands beside it."""
    mine = [
        fact(
            ActionPromised,
            stream=f"action/a/own-{n}",
            on="2024-01-15",
            text=f"Send paper {n}",
            owner=owner,
            due="2024-02-28",
        )
        for n, owner in enumerate(
            ("governance-officer", "anyshire-pcc/governance-officer", "anyshire-pcc")
        )
    ]
    append(*mine)
    body = browser(OFFICE).get("/week/").content.decode()
    for n in range(len(mine)):
        line = body[body.index(f"Send paper {n}</a>") :].partition("</li>")[0]
        assert "mailto:" not in line
        assert "chase.eml" not in line
        assert "Copy the draft" not in line
    assert "Mail to Governance officer" not in body
