"""The record's pages: what moved, what was corrected, and a check that can fail."""

import json
import re
import sqlite3
from contextlib import closing
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from django.test import Client

from answerable.config import config
from answerable.ledger import merkle
from answerable.ledger.commitments import commit
from answerable.operations.pages.record import blocks
from answerable.store.book import book
from answerable.store.reads import registers
from answerable.vocabulary.facts import Corrected, DueDateMoved, HoldingBegan, MoneyStated
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import ACTION, FORCE, RECOMMENDATION, SmallHome, append, made


@pytest.fixture
def small(home: Path) -> SmallHome:
    return made()


def shown(client: Client, url: str, status: int = 200) -> str:
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()
    return answer.content.decode()


def text_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_an_amount_is_written_as_on_every_other_page(small: SmallHome, client: Client) -> None:
    append(
        MoneyStated(
            institution=FORCE,
            stream="money/anyshire/fund",
            valid=Period(first_day("2026-06-01")),
            said="2026-06-01",
            amount="1234567.80",
            state="approved",
        )
    )
    (paid,) = registers.register(FORCE, valid=date(2026, 11, 1)).versions_of(MoneyStated)
    append(
        Corrected(
            institution=FORCE,
            stream="money/anyshire/fund",
            valid=Period(first_day("2026-06-01")),
            ref=paid.entry_id,
            field="amount",
            value="7654321",
            reason="Misread.",
        )
    )
    whole, entry = shown(client, "/history/"), shown(client, f"/history/entry/{paid.seq}/")
    assert "amount 1,234,567.80 7,654,321 Misread." in text_of(whole)
    assert "1234567.80" not in whole
    assert text_of(entry).count("1234567.80") == 1, "in the words that its proof is made of"
    assert "The amount is 7,654,321." in text_of(entry)


def test_the_record_says_what_moved_and_what_was_corrected_apart(
    small: SmallHome, client: Client
) -> None:
    words = text_of(shown(client, "/history/"))
    moved = words[words.index("Moved deadlines") : words.index("Corrections: we had it wrong")]
    assert "30 June 2026 30 September 2026 4 June 2026 board Two posts were vacant." in moved
    corrected = words[words.index("Corrections: we had it wrong") : words.index("Entries Newest")]
    assert "cycle 2026 PEEL 2026 The letter names the cycle in its title." in corrected
    assert "1 deadline was moved, and 1 entry was corrected" in words


def test_every_entry_is_listed_and_what_is_not_public_is_not_told(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, "/history/")
    for seq in range(registers.head().size):
        assert f'href="/history/entry/{seq}/"' in html
    assert "Operation Quiet" not in html
    assert "EvidenceOffered" not in html
    assert "Evidence offered" not in html
    assert "Not public" in html


def test_an_item_shows_all_that_was_written_about_it(small: SmallHome, client: Client) -> None:
    words = text_of(shown(client, f"/history/item/{ACTION}/"))
    assert "2 entries have been written about this" in words
    assert "30 June 2026 30 September 2026" in words
    assert "First date 30 June 2026 Date now 30 September 2026 Days between them 92" in words
    assert shown(client, f"/history/item/{RECOMMENDATION}/")


def test_a_move_names_who_held_the_office_that_agreed_to_it_that_day(
    small: SmallHome, client: Client
) -> None:
    del small
    office = "anyshire-chief-constable"
    append(
        HoldingBegan(
            institution=FORCE,
            stream=f"office/{office}",
            valid=Period(date(2026, 1, 1)),
            office=office,
            person="Barnaby Oakenshade",
            holding="substantive",
        ),
        DueDateMoved(
            institution=FORCE,
            stream=ACTION,
            valid=Period(date(2026, 6, 5)),
            due="2026-12-31",
            reason="The supplier left.",
            authoriser="chief-constable",
        ),
    )
    words = text_of(shown(client, f"/history/item/{ACTION}/"))
    assert "chief constable, held then by Barnaby Oakenshade" in words
    assert "Date now 31 December 2026 Days between them 184" in words


def test_an_item_that_nobody_wrote_about_is_not_found(small: SmallHome, client: Client) -> None:
    assert "Nothing on the record is called" in shown(client, "/history/item/x/y/", 404)


def test_an_entry_shows_values_that_open_their_commitments(
    small: SmallHome, client: Client
) -> None:
    seq = small.seq["grade"]
    held = next(iter(book().entries(begin=seq, end=seq + 1)))
    html = shown(client, f"/history/entry/{seq}/")
    assert merkle.leaf_hash(held.leaf).hex() in html
    words = unescape(text_of(html))
    opened = [json.loads(found) for found in re.findall(r'\{"field": .*?\}(?= |$)', words)]
    commits = held.content["fact"]["commits"]
    assert {line["field"] for line in opened} == set(commits)
    for line in opened:
        made_again = commit(line["field"], line["value"], bytes.fromhex(line["salt"]))
        assert made_again == line["commitment"] == commits[line["field"]]
    assert "It was corrected since; these are the first words." in words
    assert "The cycle is PEEL 2026. The letter names the cycle in its title." in words


def test_an_entry_that_is_not_public_shows_its_hash_and_nothing_else(
    small: SmallHome, client: Client
) -> None:
    html = shown(client, f"/history/entry/{small.seq['hidden']}/")
    assert "not public" in html
    assert "evidence" not in html.lower().replace("no evidence", "")
    assert "Operation" not in html


def test_a_number_the_record_has_not_reached_is_refused(small: SmallHome, client: Client) -> None:
    assert "The record has no entry 9,999" in shown(client, "/history/entry/9999/", 404)


def test_a_past_view_does_not_know_later_entries(small: SmallHome, client: Client) -> None:
    known = small.seq["grade"]
    assert shown(client, f"/history/entry/{known}/?known={known}")
    assert "has no entry" in shown(client, f"/history/entry/{known + 1}/?known={known}", 404)
    html = shown(client, f"/history/?known={known}")
    assert f'href="/history/entry/{known}/?known={known}"' in html
    assert f'href="/history/entry/{known + 1}/' not in html
    assert "Moved deadlines" not in html


def test_the_check_says_what_it_compared_with(small: SmallHome, client: Client) -> None:
    html = shown(client, "/history/verify/")
    assert registers.head().root in html
    words = text_of(html)
    assert f"{registers.head().size} entries were checked at" in words
    assert "Compared with no checkpoint" in words


def test_a_value_changed_behind_the_records_back_is_named(
    small: SmallHome, client: Client
) -> None:
    before = text_of(shown(client, "/history/verify/"))
    assert "The record holds together" in before
    with closing(sqlite3.connect(config().database)) as raw, raw:
        for (name,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            raw.execute(f'DROP TRIGGER "{name}"')
        raw.execute(
            "UPDATE payload SET value = ? WHERE field = 'value' AND entry_id ="
            " (SELECT entry_id FROM entry WHERE seq = ?)",
            (b'"good"', small.seq["grade"]),
        )
    after = text_of(shown(client, "/history/verify/"))
    assert "Something does not hold" in after
    assert f"Entry {small.seq['grade']}: its value “value” is not the one" in after


def test_the_foot_of_a_printed_page_can_be_checked_later(small: SmallHome, client: Client) -> None:
    html = shown(client, "/history/")
    foot = re.search(r"Entry ([\d,]+)\. Root ([0-9a-f]{8})", text_of(html))
    assert foot
    later = made()  # the record grows
    assert later.seq
    url = f"/history/verify/?entry={foot[1]}&root={foot[2]}"
    assert "The same root as you noted" in text_of(shown(client, url))
    other = "0" * 8 if foot[2] != "0" * 8 else "1" * 8
    url = f"/history/verify/?entry={foot[1]}&root={other}"
    assert "Not the root that you noted" in text_of(shown(client, url))


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("entry=99999&root=00000000", "Give an entry from 0 to"),
        ("entry=1&root=123", "at least the first 8 digits"),
        ("entry=1&root=zzzzzzzzz", "at least the first 8 digits"),
        ("entry=&root=00000000", "Give the number of the entry"),
    ],
)
def test_a_foot_typed_wrongly_is_answered_in_words(
    small: SmallHome, client: Client, query: str, words: str
) -> None:
    assert words in shown(client, f"/history/verify/?{query}")


def test_a_long_record_is_shown_in_pages_that_new_entries_do_not_move(
    small: SmallHome, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(blocks, "A_BLOCK", 4)
    front, oldest = shown(client, "/history/"), shown(client, "/history/entries/1/")
    assert 'href="/history/entries/1/"' in front
    assert 'href="/history/entry/0/"' not in front
    assert 'href="/history/entry/4/"' in front
    assert "Entries 0 to 3 of the record" in oldest
    assert 'href="/history/entries/2/" rel="prev"' in oldest
    assert 'href="/history/entry/0/"' in oldest
    old = client.get("/history/?page=2")
    assert (old.status_code, old.headers["Location"]) == (302, "/history/entries/1/")
    made()
    assert shown(client, "/history/entries/1/").split("As at")[0] == oldest.split("As at")[0]


def test_a_page_of_entries_that_there_is_not_says_which_there_are(
    small: SmallHome, client: Client
) -> None:
    answer = client.get("/history/entries/2/")
    assert answer.status_code == 404
    assert "pages 1 to 1" in answer.content.decode()


def test_a_day_leads_to_the_numbered_address_of_its_end(small: SmallHome, client: Client) -> None:
    answer = client.get(f"/as-at/2026-11-23/findings/{RECOMMENDATION}/")
    assert answer.status_code == 302
    last = small.seq["corrected"]
    assert answer.headers["Location"] == (
        f"/findings/{RECOMMENDATION}/?valid=2026-11-23&known={last}"
    )
    assert client.get(answer.headers["Location"]).status_code == 200


def test_a_day_before_the_record_began_says_what_to_ask_instead(
    small: SmallHome, client: Client
) -> None:
    assert client.get("/as-at/2026-11-23/").headers["Location"] == "/?valid=2026-11-23&known=11"
    answer = client.get("/as-at/2020-01-01/bodies/")
    assert answer.status_code == 404
    assert "?said=" in answer.content.decode()


def test_a_day_never_leads_to_another_site(small: SmallHome, client: Client) -> None:
    answer = client.get("/as-at/2026-11-23//example.org/")
    assert answer.headers["Location"].startswith("/example.org/")
