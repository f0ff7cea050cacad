"""The statement of accessibility: what every one must say, and what only an installation knows."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

from answerable.operations import accessibility, doctor
from answerable.operations.accessibility import BadStatement
from tests.web import small_home

ADDRESS = "/about/accessibility/"
FULL = """contact = "access@anyshire.example, or PO Box 1, Shireton"
phone = "01234 567890"
answer_days = 10
reviewed_on = 2026-11-20
"""


def write(home: Path, text: str) -> None:
    (home / "accessibility.toml").write_text(text, encoding="utf-8")


def part(client: Client, name: str) -> str:
    """The words of a part of the statement, by its id."""
    page = LexborHTMLParser(client.get(f"{ADDRESS}?n={name}").content)
    heading = page.css_first(f"#{name}")
    assert heading is not None, name
    words = []
    node = heading
    while (node := node.next) is not None and node.tag != "h2":
        words.append(node.text(separator=" "))
    return " ".join(" ".join(words).split())


def test_every_statement_says_its_status_its_last_run_and_who_enforces(
    home: Path, client: Client
) -> None:
    small_home.made()
    run = accessibility.last_run()
    assert run.widths == (320, 375, 1280)
    status = part(client, "status")
    assert "Partly compliant" in status
    assert "last passed on every kind of public page on 2" in status
    assert "at 320, 375 and 1280 pixels" in part(client, "tested")
    assert "screen reader" in part(client, "not-tested")
    assert "Word, Excel and PDF" in part(client, "alternatives")
    enforcement = part(client, "enforcement")
    assert "Equality and Human Rights Commission" in enforcement
    assert "Equality Advisory and Support Service" in enforcement


def test_a_contact_that_nobody_named_is_said_as_unknown_with_what_to_write(
    home: Path, client: Client
) -> None:
    small_home.made()
    told = part(client, "contact")
    assert "has no contact" in told
    assert "writes a file accessibility.toml" in told
    assert "is not known: no reviewed_on" in part(client, "status")


def test_what_the_installation_says_stands_on_the_page(home: Path, client: Client) -> None:
    small_home.made()
    write(home, FULL)
    told = part(client, "contact")
    assert "Write to: access@anyshire.example, or PO Box 1, Shireton" in told
    assert "Phone: 01234 567890" in told
    assert "within 10 working days" in told
    assert "accessibility.toml" not in told
    assert "last reviewed this statement on 20 November 2026" in part(client, "status")
    assert accessibility.checked() == accessibility.Contact(
        "access@anyshire.example, or PO Box 1, Shireton", "01234 567890", 10, date(2026, 11, 20)
    )


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("contact =", "cannot be read"),
        ('phone = "1"', "names no contact"),
        ('contact = "a@b.example"\nmail = "c"', "names “mail”. It may name: contact, phone"),
        ("contact = 5", "is words of at most 200 letters"),
        ('contact = "a@b.example"\nanswer_days = "ten"', "a number of working days"),
        ('contact = "a@b.example"\nanswer_days = true', "a number of working days"),
        ('contact = "a@b.example"\nreviewed_on = "today"', "is a day, such as"),
    ],
)
def test_a_file_that_cannot_be_used_says_what_to_mend_and_the_page_still_opens(
    home: Path, client: Client, text: str, why: str
) -> None:
    small_home.made()
    write(home, text)
    with pytest.raises(BadStatement, match=why):
        accessibility.checked()
    assert "writes a file accessibility.toml" in part(client, "contact")
    (found,) = [f for f in doctor.doctor().found if "accessibility.toml" in f.words]
    assert found.state == "wrong"


def test_the_doctor_says_whether_a_reader_can_reach_somebody(home: Path) -> None:
    def said() -> list[str]:
        found = doctor.doctor().found
        return [f"{f.state}: {f.words}" for f in found if "accessib" in f.words]

    assert said() == [
        "note: The accessibility statement names no contact (no accessibility.toml)."
    ]
    write(home, FULL)
    assert said() == [
        "good: The accessibility statement names access@anyshire.example, or PO Box 1, Shireton."
    ]
