"""A page that says that something is not in our sources is not told otherwise by one of them."""

from pathlib import Path

from django.test import Client

from tests.web.acting import words


def test_what_a_paper_said_of_agreements_stands_where_none_is_held(
    told: Path, reader: Client
) -> None:
    shown = words(reader.get("/partners/west-mercia-police/"))
    assert "No agreement to share information, with its parties and its dates" in shown
    assert "five community safety partnerships had up-to-date agreements" in shown
    assert "hard to get data from the NHS and from councils" in shown
