"""A paper that is held: an office sees every passage and goes on; a reader sees no words of it."""

import re
from datetime import date
from pathlib import Path

import pytest
from django.test import Client
from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.ledger.book import Book
from answerable.store.reads import registers
from answerable.vocabulary.facts import ReleaseDecided
from tests.factories import FORCE
from tests.web.acting import browser, hidden, words
from tests.web.small_home import append
from tests.web.test_responses import ADVICE, advice

OFFICER, FORCE_OFFICE = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
PACK = f"/packs/body/{FORCE}.pdf"
FIRST = "Train the 30 lead responsible officers."
SECOND = "Audit the 14 organised crime groups."
HELD = f"/held/?of={PACK.replace('/', '%2F')}"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    append(advice(1, text=FIRST), advice(2, text=SECOND))


def reader() -> Client:
    return Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.9")


def ticked(answer: object) -> int:
    return answer.content.decode().count("checked")  # type: ignore[attr-defined]


def ticks(answer: object) -> list[str]:
    html = answer.content.decode()  # type: ignore[attr-defined]
    return re.findall(r'name="release" value="([0-9a-f]{64})"', html)


def test_an_office_sees_each_passage_where_it_stands_and_both_ways_on() -> None:
    answer = browser(OFFICER).get(PACK)
    html, text = answer.content.decode(), words(answer)
    assert answer.status_code == 422
    assert "2 passages in it may not be public" in text
    for number, said in ((1, FIRST), (2, SECOND)):
        assert said in text
        assert f'href="/findings/{ADVICE}/{number}/"' in html
    assert html.count("Mark it restricted</a>") == 2
    (marking, *_) = re.findall(r'href="(/account/markings/[^"]+)"', html)
    form = browser(OFFICER).get(marking.replace("&amp;", "&")).content.decode()
    assert '<option value="restricted" selected>' in form
    assert "Ground: " in text
    assert len(ticks(answer)) == 2
    assert ticked(answer) == 0, "nobody releases what they did not tick"


def test_a_reader_gets_a_short_refusal_without_words_and_no_page() -> None:
    for client in (reader(), browser(), browser("anyshire-council/partner")):
        answer = client.get(PACK)
        assert answer.status_code == 422
        assert "looked at before it is published" in words(answer)
        for secret in ("lead responsible", "organised crime group", "/held/", "recommendation/1"):
            assert secret not in answer.content.decode()
        assert client.get(HELD).status_code == 403
        assert client.post(HELD, {"release": "x", "reason": "y"}).status_code in (403, 405)


def test_several_are_released_at_once_with_one_reason_and_the_pack_opens() -> None:
    office = browser(OFFICER)
    shown = office.get(PACK)
    form = {**hidden(shown), "release": ticks(shown), "reason": "It is in the annual report."}
    answer = office.post(HELD, form, follow=True)
    assert "Nothing in it is held" in words(answer)
    assert f'href="{PACK}"' in answer.content.decode()
    for client in (office, reader()):
        assert client.get(PACK).content.startswith(b"%PDF")
    decided = registers.register(FORCE, valid=date.max).of(ReleaseDecided)
    assert [fact.ground for fact in decided] == ["It is in the annual report."] * 2


def test_what_is_not_ticked_stays_held_and_what_was_typed_is_kept() -> None:
    office = browser(OFFICER)
    shown = office.get(PACK)
    first = ticks(shown)[:1]
    without = office.post(HELD, {**hidden(shown), "release": first, "reason": ""})
    assert without.status_code == 422
    assert f'value="{first[0]}" checked' in without.content.decode()
    assert ticked(without) == 1
    nothing = office.post(HELD, {**hidden(shown), "reason": "It is known."})
    assert "Tick what may be public" in words(nothing)
    assert "It is known." in words(nothing)
    form = {**hidden(shown), "release": first, "reason": "It is known."}
    answer = office.post(HELD, form, follow=True)
    assert "1 passage in it may not be public" in words(answer)
    assert office.get(PACK).status_code == 422


def test_an_office_that_may_not_release_sees_the_passages_and_no_form() -> None:
    answer = browser(FORCE_OFFICE).get(PACK)
    assert FIRST in words(answer)
    assert ticks(answer) == []
    assert "Release what is ticked" not in words(answer)


def test_only_papers_are_asked_for() -> None:
    office = browser(OFFICER)
    for path in ("/held/", "/held/?of=/account/markings/", "/held/?of=https://example.org/packs/"):
        assert office.get(path).status_code == 404, path


def test_the_command_names_each_passage_and_the_command_that_releases_it(tmp_path: Path) -> None:
    run, out = CliRunner(), str(tmp_path / "pack.pdf")
    refused = run.invoke(app, ["pack", "body", FORCE, "--out", out])
    assert refused.exit_code == 2
    assert f"{ADVICE}/1, text: “{FIRST}”" in refused.stderr
    assert f"answerable release-text FILE --about {FORCE} --reason WHY" in refused.stderr
    told = re.findall(r"^held  .*?: “(.*)”$", refused.stderr, re.MULTILINE)
    (tmp_path / "held.txt").write_text("\n".join(told), encoding="utf-8")
    asked = ["release-text", str(tmp_path / "held.txt"), "--about", FORCE, "--reason", "Known."]
    assert run.invoke(app, [*asked, "--by", OFFICER]).exit_code == 0
    assert run.invoke(app, ["pack", "body", FORCE, "--out", out]).exit_code == 0
