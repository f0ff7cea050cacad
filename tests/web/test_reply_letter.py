"""The letter has a block to sign; a reminder of the reply greets the body by its name."""

import io
import re
from urllib.parse import parse_qs, unquote, urlsplit

import docx
import pytest

from answerable.ledger.book import Book
from answerable.operations.pages.proof import office_words
from answerable.scrutiny import chase
from answerable.scrutiny.week import REPLY, Entry
from answerable.vocabulary.offices import spoken
from tests.web.acting import browser
from tests.web.small_home import append
from tests.web.test_responses import REPORT, advice

OFFICER = "anyshire-pcc/governance-officer"
BODY = "Anyshire Police and Crime Commissioner"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    append(advice(1), advice(2))


def test_the_letter_ends_in_a_block_for_the_signature() -> None:
    answer = browser(OFFICER).get(f"/responses/{REPORT}/draft.docx")
    made = docx.Document(io.BytesIO(answer.content))
    told = [p.text for p in made.paragraphs]
    at = told.index("Yours sincerely")
    assert told[at + 1 : at + 4] == [
        "[Signature]",
        "[Name of whoever signs, and the office]",
        BODY,
    ]
    block = made.paragraphs[at : at + 4]
    assert all(p.paragraph_format.keep_with_next for p in block[:-1]), "never cut by a page"
    assert str(getattr(block[1].style, "name", "")) == "To be written"
    assert int(block[0].paragraph_format.space_after or 0) > 0


def test_a_reminder_of_the_reply_greets_the_body_by_its_name() -> None:
    own = browser(OFFICER).get("/week/").content.decode()
    assert "comments, and an explanation" not in unquote(own), "nobody writes to their own office"
    html = browser("anyshire-police/force-liaison").get("/week/").content.decode()
    mails = re.findall(r'href="(mailto:[^"]+)"', html)
    bodies = [parse_qs(urlsplit(m.replace("&amp;", "&")).query)["body"][0] for m in mails]
    replies = [b for b in bodies if "comments" in b]
    assert replies
    assert all(b.startswith(f"Dear {BODY},") for b in replies)
    assert "Anyshire Pcc" not in unquote(html)


@pytest.mark.parametrize(
    ("owner", "words"),
    [("anyshire-pcc", "anyshire PCC"), ("dcc", "DCC"), ("head-of-crime", "head of crime")],
)
def test_initials_keep_their_capitals(owner: str, words: str) -> None:
    assert spoken(owner) == words


def test_a_body_that_owns_something_has_its_name() -> None:
    assert office_words("anyshire-pcc") == BODY
    assert office_words("anyshire-pcc/commissioner") == "commissioner"


def test_a_body_without_a_name_is_greeted_in_its_letters() -> None:
    entry = Entry(
        kind=REPLY,
        reference="r",
        institution="x",
        text="Reply",
        owner="smallshire-pcc",
        due=None,
        days=None,
        why="Because.",
        marked=False,
        seq=1,
    )
    assert chase.draft(entry, sender="A").body.startswith("Dear Smallshire PCC,")
