"""Forms about an action in pages: owner, milestone, duplicate, evidence; conflicts keep both."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.ledger.book import Book
from answerable.operations import recording
from answerable.scrutiny.progress import progress
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised
from answerable.vocabulary.times import in_words
from tests.factories import FORCE, fact
from tests.operations.cast import ACTION, ADVICE, AT, CAUSE, begin, common, size
from tests.operations.cast import OFFICER as OFFICE
from tests.web.acting import OTHER_MACHINE, browser, hidden, words

OFFICER, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
INSPECTOR = "anyshire-inspectorate/inspector"
COMMISSIONER = "anyshire-pcc/commissioner"
SECOND = "action/a/2"
FAR = AT.date().replace(year=2100)


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """Two actions: one answers a cause of concern."""
    begin(
        book,
        fact(
            ActionPromised,
            stream=SECOND,
            on="2024-01-15",
            text="Visit each victim within a month.",
            owner="chief-constable",
        ),
    )


def item(reference: str) -> Any:
    return progress(registers.register(FORCE, valid=FAR), reference)


def sent(client: Any, reference: str, kind: str, **typed: str) -> Any:
    """A form opened and sent as a person would; checked where it is checked."""
    address = f"/actions/{reference}/{kind}/"
    form = client.get(address)
    assert form.status_code == 200, words(form)
    answer = client.post(address, {**hidden(form), **today(form), **typed})
    if answer.status_code == 200 and "Nothing is written yet" in words(answer):
        answer = client.post(address, hidden(answer))
    return answer


def today(form: Any) -> dict[str, str]:
    """The day that the form has filled in."""
    found = re.findall(r'name="(on-\w+)"[^>]*value="(\d+)"', form.content.decode())
    return dict(found)


def test_a_new_owner_is_given_and_the_page_says_so() -> None:
    client = browser(OFFICER)
    answer = sent(
        client,
        ACTION,
        "reassign",
        owner="deputy-chief-constable",
        reason="The post moved.",
        authoriser="chief-constable",
    )
    assert answer.status_code == 302
    shown = words(client.get(answer.url))
    assert f"This is entry {size() - 1:,} of the record." in shown
    assert "Deputy chief constable" in shown
    assert item(ACTION).owner == "deputy-chief-constable"
    assert "Deputy chief constable" in words(client.get(f"/plans/?q={ACTION}"))


def test_two_people_give_one_action_away_and_the_second_sees_both() -> None:
    first, second = browser(OFFICER), browser(LIAISON)
    address = f"/actions/{ACTION}/reassign/"
    one, two = first.get(address), second.get(address)
    typed = {"reason": "Moved.", "authoriser": "chief-constable"}
    assert first.post(address, {**hidden(one), **typed, "owner": "acc"}).status_code == 302
    answer = second.post(address, {**hidden(two), **typed, "owner-other": "Head of crime"})
    assert answer.status_code == 409
    shown = words(answer)
    assert "theirs is “ACC”, yours is “Head of crime”" in shown
    assert "Their reason: Moved." in shown
    assert item(ACTION).owner == "assistant-chief-constable"
    assert second.post(address, hidden(answer)).status_code == 302
    assert item(ACTION).owner == "Head of crime"


@pytest.mark.parametrize(
    ("kind", "typed", "shown"),
    [
        ("reassign", {"reason": "Kept words"}, "Say who owns it from now on"),
        ("milestone", {"text": "Kept words", "due-day": "31", "due-month": "2"}, "By when"),
        ("waits", {"reason": "Kept words"}, "Choose the action that it waits for"),
        ("transfer", {"reason": "Kept words"}, "Say who follows it from now on"),
    ],
)
def test_what_is_missing_is_named_and_what_was_typed_is_kept(
    kind: str, typed: dict[str, str], shown: str
) -> None:
    before = size()
    answer = sent(browser(OFFICER), ACTION, kind, **typed)
    assert answer.status_code == 422
    assert shown in words(answer)
    assert "Kept words" in answer.content.decode()
    assert size() == before


def test_a_milestone_is_set_moved_and_met() -> None:
    client = browser(OFFICER)
    due = {"due-day": "1", "due-month": "5", "due-year": "2099"}
    assert sent(client, ACTION, "milestone", text="Hire two.", **due).status_code == 302
    name = f"milestone/{ACTION}/1"
    shown = words(client.get(f"/findings/{ACTION}/"))
    assert "Hire two." in shown
    assert "1 May 2099" in shown
    address = f"/milestones/{name}/met/"
    answer: Any = client.post(address, hidden(client.get(address)))
    assert answer.status_code == 302, words(answer)
    assert "They say it is met" in words(client.get(answer.url))
    assert item(ACTION).rung == "promised"


def test_a_circle_is_refused_in_words() -> None:
    client = browser(OFFICER)
    assert sent(client, ACTION, "waits", other=SECOND, reason="First.").status_code == 302
    assert "What it waits for" in words(client.get(f"/findings/{ACTION}/"))
    assert "What waits for it" in words(client.get(f"/findings/{SECOND}/"))
    answer = sent(client, SECOND, "waits", other=ACTION, reason="First.")
    assert answer.status_code == 422
    assert "That would be a circle" in words(answer)


def test_an_action_is_added_to_a_finding_and_said_to_be_done() -> None:
    client = browser(OFFICER)
    due = {"due-day": "1", "due-month": "5", "due-year": "2099"}
    made = sent(client, ADVICE, "promise", text="Visit every shop.", owner="acc", **due)
    assert made.status_code == 302, words(made)
    (name,) = registers.register(FORCE, valid=FAR).streams(
        ActionPromised, under="action/anyshire-pcc/2"
    )[-1:]
    assert item(name).due == "2099-05-01"
    assert name in item(ADVICE).answered_by
    assert sent(client, name, "rung", rung="delivered", source="A mail.").status_code == 302
    assert item(name).rung == "delivered"
    steps = client.get(f"/actions/{name}/rung/").content.decode()
    assert 'value="verified"' in steps
    assert 'value="delivered"' not in steps


def test_an_institution_does_not_check_its_own_work_on_a_page() -> None:
    client = browser(LIAISON)
    assert sent(client, ACTION, "rung", rung="delivered", source="A mail.").status_code == 302
    answer = sent(client, ACTION, "rung", rung="verified", source="A mail.")
    assert answer.status_code == 422
    assert "An institution does not verify its own work." in words(answer)


def test_a_wait_that_is_over_is_ended_and_stays_in_the_history() -> None:
    client = browser(OFFICER)
    assert sent(client, ACTION, "waits", other=SECOND, reason="First.").status_code == 302
    shown = client.get(f"/findings/{ACTION}/").content.decode()
    assert f"/actions/{ACTION}/waits-no-more/" in shown
    assert sent(client, ACTION, "waits-no-more", other=SECOND, reason="Done.").status_code == 302
    assert "What it waits for" not in words(client.get(f"/findings/{ACTION}/"))
    assert "Waits for another no more" in words(client.get(f"/history/entry/{size() - 1}/"))
    assert sent(client, SECOND, "waits", other=ACTION, reason="Now.").status_code == 302
    again = sent(client, ACTION, "waits-no-more", other=SECOND, reason="Twice.")
    assert again.status_code == 422


def test_a_duplicate_leads_to_the_item_it_is_followed_under_and_back() -> None:
    client = browser(OFFICER)
    form = client.get(f"/actions/{SECOND}/merge/").content.decode()
    assert form.index(ACTION, form.index("<select")) > 0
    assert sent(client, SECOND, "merge", into=ACTION, reason="The same visit.").status_code == 302
    shown = words(client.get(f"/findings/{SECOND}/"))
    assert f"A duplicate: followed under {ACTION} since" in shown
    assert "Followed under another item" in shown
    assert f"A duplicate is followed here: {SECOND}" in words(client.get(f"/findings/{ACTION}/"))
    assert f"Followed under {ACTION}" in words(client.get(f"/plans/?q={SECOND}"))
    assert SECOND in client.get("/plans/?view=elsewhere").content.decode()


def test_an_action_is_split_and_another_passed_on() -> None:
    client = browser(OFFICER)
    answer = sent(client, ACTION, "split", into="North.\nSouth.", reason="Two areas.")
    assert answer.status_code == 302, words(answer)
    register = registers.register(FORCE, valid=FAR)
    parts = [s for s in register.streams(ActionPromised) if "promise-" in s]
    assert [progress(register, p).text for p in parts] == ["North.", "South."]
    assert progress(register, parts[0]).owner == "chief-constable"
    assert sent(client, SECOND, "transfer", to="Estates board", reason="x").status_code == 302
    assert "Followed by Estates board" in words(client.get(f"/findings/{SECOND}/"))
    passed = sent(client, ADVICE, "transfer", to="Estates board", reason="x")
    assert passed.status_code == 302
    first = words(client.get(f"/findings/{ADVICE}/"))
    assert "Followed by Estates board since" in first[: first.index("Reply")]
    assert sent(client, SECOND, "update", text="Still going.").status_code == 302


def test_a_wrong_merging_is_taken_back_on_the_page_and_stays_in_the_history() -> None:
    client = browser(OFFICER)
    assert sent(client, SECOND, "merge", into=ACTION, reason="The same visit.").status_code == 302
    assert (
        f"/actions/{SECOND}/follow-again/" in client.get(f"/findings/{SECOND}/").content.decode()
    )
    assert sent(client, SECOND, "follow-again", reason="Another visit.").status_code == 302
    shown = client.get(f"/findings/{SECOND}/").content.decode()
    assert item(SECOND).open
    assert "Followed under another item" not in shown
    assert f"/actions/{SECOND}/follow-again/" not in shown
    assert "The same visit." in words(client.get(f"/history/item/{SECOND}/"))
    assert sent(client, SECOND, "follow-again", reason="Twice.").status_code == 422


def test_a_finding_is_answered_in_parts_and_stays_one() -> None:
    client = browser(OFFICER)
    sent_ = sent(client, ADVICE, "split", into="Review it.\nTrain all.", reason="It asks two.")
    assert sent_.status_code == 302, words(sent_)
    assert item(ADVICE).open
    assert [item(a).text for a in item(ADVICE).answered_by][-2:] == ["Review it.", "Train all."]
    assert "Answered in parts since" in words(client.get(f"/findings/{ADVICE}/"))


def test_nothing_is_followed_under_another_institution() -> None:
    """Each answers for its own; the page says so and writes nothing."""
    client, before = browser(OFFICER), size()
    other = "action/west-mercia/1"
    begin_elsewhere(other)
    answer = sent(client, SECOND, "merge", **{"into-other": other}, reason="The same.")
    assert answer.status_code == 422
    assert "neither is followed under the other" in words(answer)
    assert size() == before + 1
    assert item(SECOND).open


def begin_elsewhere(reference: str) -> None:
    """An action about another force, on the same record."""
    theirs = replace(
        fact(ActionPromised, stream=reference, on="2024-01-15", text="Visit each victim."),
        institution="west-mercia-police",
    )
    recording.book().append(
        about="west-mercia-police", decide=lambda _: [theirs], **common(OFFICE)
    )


PDF = b"%PDF-1.4 a picture of visits"


NOW = datetime.now(UTC)  # noqa: TID251  # the site's clock is the machine's
AGAIN = NOW.date() + timedelta(days=300)
GROUND = {
    "ground": "Legal advice",
    "review-day": str(AGAIN.day),
    "review-month": str(AGAIN.month),
    "review-year": str(AGAIN.year),
}


def offered(
    client: Any, data: bytes, *, marking: str, name: str = "x.pdf", why: Any = GROUND
) -> Any:
    address = f"/actions/{ACTION}/evidence/"
    form = client.get(address)
    typed = {"text": "A count of visits.", "marking": marking, **why}
    file = SimpleUploadedFile(name, data)
    return client.post(address, {**hidden(form), **typed, "file": file})


def test_evidence_is_kept_shown_checked_by_somebody_else_and_given_out() -> None:
    client = browser(OFFICER)
    answer = offered(client, PDF, marking="public")
    assert answer.status_code == 302
    entry = size() - 1
    page = client.get(f"/findings/{ACTION}/")
    assert "Nobody else has looked at it yet." in words(page)
    typed = {"result": "shows part", "reason": "Two months are missing."}
    check = f"/actions/{ACTION}/check-evidence/?entry={entry}"
    own = client.post(check, {**hidden(client.get(check)), **typed})
    assert own.status_code == 422
    assert "somebody else looks at it" in words(own)
    other = browser(COMMISSIONER)
    assert other.post(check, {**hidden(other.get(check)), **typed}).status_code == 302
    shown = browser().get(f"/findings/{ACTION}/")
    assert "It shows part of what is said" in words(shown)
    address = shown.content.decode().split('href="/evidence/')[1].split('"')[0]
    got = browser().get(f"/evidence/{address}")
    assert got.content == PDF
    assert got.headers["Content-Type"] == "application/pdf"
    assert got.headers["Content-Disposition"].startswith("attachment")


def test_restricted_evidence_needs_a_ground_and_a_day_and_the_list_of_markings_has_both() -> None:
    client = browser(OFFICER)
    before = size()
    for missing in (
        {},
        {"ground": "Legal advice"},
        {**GROUND, "review-year": str(AGAIN.year + 3)},
    ):
        refused = offered(client, PDF, marking="restricted", why=missing)
        assert refused.status_code == 422
        assert "A count of visits." in refused.content.decode()
    assert "Say on which legal ground" in words(offered(client, PDF, marking="restricted", why={}))
    assert size() == before
    assert offered(client, PDF, marking="restricted").status_code == 302
    marks = words(client.get("/account/markings/"))
    assert "1 marking; no review is due" in marks
    row = marks.split(f"Entry {before:,}")[1]
    assert f"Restricted Legal advice {in_words(AGAIN.isoformat())}" in " ".join(row.split())
    for entry in (before, before + 1):
        shut = words(browser().get(f"/history/entry/{entry}/"))
        assert "What this entry says is not public" in shut


def test_restricted_evidence_is_not_there_for_anybody_else() -> None:
    client = browser(OFFICER)
    assert offered(client, PDF, marking="restricted").status_code == 302
    html = client.get(f"/findings/{ACTION}/").content.decode()
    assert "Restricted." in html
    address = html.split('href="/evidence/')[1].split('"')[0]
    assert client.get(f"/evidence/{address}").content == PDF
    for reader in (browser(), browser(LIAISON), browser(**OTHER_MACHINE)):
        assert "A count of visits" not in reader.get(f"/findings/{ACTION}/").content.decode()
        refused = reader.get(f"/evidence/{address}")
        assert refused.status_code in (404, 422)
        assert PDF not in refused.content


@pytest.mark.parametrize(
    ("data", "shown"),
    [
        (b"<html><script>x</script>", "Files of this kind are not kept"),
        (b"MZ\x90\x00\x03", "Files of this kind are not kept"),
        (b"PK\x03\x04 word/ but no", "302"),
        (b"", "at least one file"),
    ],
)
def test_only_files_of_known_kinds_are_taken(data: bytes, shown: str) -> None:
    answer = offered(browser(OFFICER), data, marking="public")
    assert shown in (words(answer) + str(answer.status_code)) or "is empty" in words(answer)


def test_a_finding_gets_its_explanation_and_an_action_has_no_such_form() -> None:
    client = browser(OFFICER)
    typed = {"response": "accepted", "text": "We visit all."}
    form = words(client.get(f"/actions/{ADVICE}/respond/"))
    assert "Owner No owner on record." in form, "who recommends it does not own it"
    recorded = sent(client, ADVICE, "respond", **typed)
    reply = recorded.headers["Location"]
    assert reply.startswith(
        f"/responses/{ADVICE.partition('/recommendation/')[0]}/clock/?recorded="
    )
    assert "Recorded" in words(client.get(reply)), "after an explanation one is back at the reply"
    assert "We visit all." in words(client.get(reply))
    assert item(ADVICE).response == "none yet", "nobody else reads it before the publication"
    answer = sent(client, CAUSE, "respond", **typed)
    assert "is not a recommendation" in words(answer)


def test_a_reader_sees_no_forms_and_an_unknown_one_is_refused() -> None:
    assert "Work on it" not in words(browser().get(f"/findings/{ACTION}/"))
    assert browser(OFFICER).get(f"/actions/{ACTION}/paint/").status_code in (404, 422)
    before = size()
    answer = sent(browser(), ACTION, "update", text="News.")
    assert answer.status_code in (403, 422)
    assert size() == before


def test_a_step_without_words_of_a_source_is_not_called_no_evidence() -> None:
    shown = words(browser(OFFICER).get(f"/findings/{SECOND}/"))
    assert "On record for 15 January 2024, without words of a source." in shown
    assert "No evidence yet." in shown, "nothing is on record of it being done"
