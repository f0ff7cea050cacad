"""Claims, money, partners, ladders, handover and findings of every source, as offices use them."""

import re

import pytest
from django.test import Client

from answerable.vocabulary import facts as f
from answerable.vocabulary.times import Period, first_day
from tests.web.acting import browser, hidden, words
from tests.web.small_home import ACTION, FORCE, RECOMMENDATION, SmallHome, append, made

OFFICER, COMMISSIONER = "anyshire-pcc/governance-officer", "anyshire-pcc/commissioner"
LIAISON, COUNCIL = "anyshire-police/force-liaison", "anyshire-council/partner"
ON = "2026-11-20"


@pytest.fixture
def small(home: object) -> SmallHome:
    home_of = made()
    append(
        f.OfficeDefined(
            institution=FORCE,
            stream="office/anyshire-chief-constable",
            valid=Period(first_day("2020-01-01")),
            title="Chief Constable",
            body=FORCE,
        ),
        f.HoldingBegan(
            institution=FORCE,
            stream="office/anyshire-chief-constable",
            valid=Period(first_day("2026-06-01")),
            office="anyshire-chief-constable",
            person="Barnaby Oakenshade",
            holding="substantive",
        ),
    )
    return home_of


def send(client: Client, url: str, **typed: str) -> str:
    """Open a form, send it, and follow it to what was written; the page's address."""
    form = client.get(url)
    assert form.status_code == 200, words(form)[:300]
    answer = client.post(url, {**hidden(form), "on": ON, **typed})
    assert answer.status_code == 302, words(answer)[:600]
    return str(answer["Location"])


def refused(client: Client, url: str, **typed: str) -> str:
    form = client.get(url)
    answer = client.post(url, {**hidden(form), "on": ON, **typed})
    assert answer.status_code in (403, 422)
    return words(answer)


def filed(client: Client) -> str:
    page = send(
        client,
        f"/claims/new/?body={FORCE}",
        said_words="All shops were visited by June.",
        by_office="anyshire-chief-constable",
        address="https://example.org/speech",
    )
    return page.partition("?")[0]


def test_a_claim_from_what_was_said_to_what_is_public(small: SmallHome) -> None:
    officer, commissioner = browser(OFFICER), browser(COMMISSIONER)
    liaison, reader = browser(LIAISON), browser()
    claim = filed(officer)
    grounds = "Our record holds no count of visits."
    send(officer, f"{claim}check/", result="silent", grounds=grounds)
    assert grounds not in words(reader.get(claim)), "a check is not public before its time"
    assert grounds in words(officer.get(claim))
    assert "Another person confirms it" in refused(officer, f"{claim}confirm/", result="silent")
    send(commissioner, f"{claim}confirm/", result="silent")
    send(officer, f"{claim}notify/", text="We mean to publish this.")
    assert "may reply until 4 December 2026" in refused(officer, f"{claim}publish/")
    assert grounds in words(liaison.get(claim)), "the body that has notice sees it"
    send(liaison, f"{claim}reply/", text="The list of visits is with the board.")
    assert "The list of visits" not in words(reader.get(claim))
    send(officer, f"{claim}publish/")
    shown = words(reader.get(claim))
    for said in (grounds, "The list of visits is with the board.", "Report a mistake", "Reply"):
        assert said in shown
    assert "Published" in words(reader.get("/claims/"))
    assert "The list of visits" in reader.get("/claims/feed.atom").content.decode()


def test_a_reader_sees_what_was_said_and_no_form(small: SmallHome) -> None:
    claim = filed(browser(OFFICER))
    reader = browser()
    shown = words(reader.get(claim))
    assert "All shops were visited by June." in shown
    assert "No check of this statement is public." in shown
    assert "What may be done next" not in shown
    answer = reader.post(f"{claim}check/", {"result": "differs", "grounds": "No.", "on": ON})
    assert answer.status_code in (403, 422)
    assert reader.get("/claims/claim/anyshire-police/nothing/").status_code == 404


def test_money_is_followed_from_what_it_is_for_to_what_came_of_it(small: SmallHome) -> None:
    officer, reader = browser(OFFICER), browser()
    first = send(
        officer,
        f"/money/{FORCE}/state/",
        line="Visit fund 2026-27",
        amount="£12,000.50",
        state="awarded",
        purpose="Victims",
        recipient="A charity",
        about=RECOMMENDATION,
    )
    line = first.partition("?")[0]
    assert line == f"/money/{FORCE}/visit-fund-2026-27/"
    send(officer, f"{line}service/", title="Visits", provider="A charity", purpose="Victims")
    send(officer, f"{line}output/", text="Visits made", n="7", unit="visits")
    shown = words(reader.get(line))
    for said in ("£12,000.50", "Visits, by A charity", "Visits made (seven visits)"):
        assert said in shown
    assert "Not in our sources: the measure that would show it; what came of it." in shown
    assert "one of the eight states" in refused(
        officer, f"/money/{FORCE}/state/", line="x", amount="5", state="promised"
    )
    assert "Give the amount in pounds" in refused(
        officer, f"/money/{FORCE}/state/", line="x", amount="much", state="paid"
    )
    assert reader.get(f"/money/{FORCE}/nowhere/").status_code == 404


@pytest.mark.parametrize(
    ("box", "typed"),
    [
        ("line", {"line": "", "amount": "5", "state": "paid"}),
        ("amount", {"line": "x", "amount": "1.2m", "state": "paid"}),
        ("state", {"line": "x", "amount": "5", "state": ""}),
        ("about", {"line": "x", "amount": "5", "state": "paid", "about": "no/such/finding"}),
    ],
)
def test_what_is_wrong_with_an_amount_is_said_at_its_box(
    small: SmallHome, box: str, typed: dict[str, str]
) -> None:
    address = f"/money/{FORCE}/state/"
    officer = browser(OFFICER)
    page = officer.post(address, {**hidden(officer.get(address)), "on": ON, **typed})
    assert page.status_code == 422
    told = page.content.decode()
    assert f'href="#{box}"' in told
    assert told.count("govuk-form-group--error") == 1
    assert f'id="{box}-error"' in told


def test_a_partner_sees_and_answers_its_own_and_nothing_else(small: SmallHome) -> None:
    officer, council = browser(OFFICER), browser(COUNCIL)
    send(
        officer,
        f"/partners/{FORCE}/agreement/",
        title="Visit data",
        parties="anyshire-police\nanyshire-council",
        review="2026-10",
    )
    assert "no part in this action" in refused(
        council, f"/partners/{ACTION}/answer/", text="We did."
    )
    send(officer, f"/partners/{ACTION}/join/", partner="anyshire-council", part="Brings lists",
         agreement=f"agreement/{FORCE}/visit-data")  # fmt: skip
    own = council.get("/partners/anyshire-council/")
    assert "Answer for your part" in words(own)
    send(council, f"/partners/{ACTION}/answer/", text="The lists were sent.")
    shown = words(browser().get(f"/partners/{FORCE}/"))
    assert "The lists were sent." in shown
    assert "Its review date, October 2026, has passed." in shown
    assert "Answer for your part" not in shown
    action = words(browser().get(f"/findings/{ACTION}/"))
    assert "Update The lists were sent. Anyshire County Council." in action


def test_a_matter_moves_up_or_stays_with_a_reason(small: SmallHome) -> None:
    officer = browser(OFFICER)
    page = f"/escalation/{FORCE}/"
    assert "Nobody has recorded a step" in words(officer.get(f"{page}?valid=2026-11-20"))
    send(officer, f"/escalation/{ACTION}/stays/", step="overdue/chief-officer",
         reason="It is on the agenda.")  # fmt: skip
    assert "It stays, because: It is on the agenda." in words(
        officer.get(f"{page}?valid=2026-11-20")
    )
    send(officer, f"/escalation/{ACTION}/up/", step="overdue/chief-officer", reason="No news.")
    shown = words(officer.get(f"{page}?valid=2026-11-20"))
    assert "Moved up on 20 November 2026 to the chief constable. No news." in shown
    assert "already" in refused(
        officer, f"/escalation/{ACTION}/up/", step="overdue/owner", reason="Again."
    )


def test_a_handover_is_internal_and_counts_nothing_by_person(small: SmallHome) -> None:
    url = f"/handover/{FORCE}/anyshire-chief-constable/"
    assert "A handover is internal" in words(browser().get(url))
    officer = browser(OFFICER)
    listed = words(officer.get(f"/handover/{FORCE}/"))
    assert re.search(r"On record: \w+", listed), "an office has the name on record beside it"
    shown = words(officer.get(url))
    assert "Visit all shops." in shown
    first = shown[shown.index("What matters first") : shown.index("Due in the next 90 days")]
    for told in ("Open cause", "Repl", "Overdue", "Questions still", "Next session", "Not proven"):
        assert told in first, told
    assert "Nothing is counted by person." in shown
    assert "Oakenshade" not in shown
    told = "First in our sources since then: 0. Open then and no longer: 0."
    assert told in shown, "an import of today does not say that it is new"
    for ahead in ("Sessions in the forward plan", "Shared with partners", "not public yet"):
        assert ahead in shown, "what a newcomer has before it"
    for form in ("pdf", "docx", "xlsx"):
        answer = officer.get(f"{url[:-1]}.{form}")
        assert answer.status_code == 200
        assert "internal" in answer["Content-Disposition"]
        assert answer["Cache-Control"] == "no-store"
    assert browser().get(f"{url[:-1]}.pdf").status_code == 403
    assert re.search(r"Visit all shops\..*?\(entry \d+\)", shown), "a row names its source"
    passed = words(officer.get(f"/handover/{FORCE}/successor/"))
    assert "Everything that is open" in passed
    assert "since then" not in passed, "without a term nothing is said to be new"


def test_an_export_is_a_difference_before_it_is_a_record(small: SmallHome) -> None:
    officer = browser(OFFICER)
    url = f"/findings/import/?body={FORCE}"
    cells = (
        "Recommendation No.\tRecommendation\tStatus\n"
        "7.1\tCall back\tOpen\nP2\tTrain the desk\tClosed\n"
    )
    typed = {"source": "portal", "cells": cells, "on": ON}
    looked = officer.post(url, {**hidden(officer.get(url)), **typed})
    assert "2 new, 0 changed, 0 gone, 0 same." in words(looked)
    assert "Call back" not in words(officer.get("/findings/"))
    written = officer.post(url, {**hidden(looked), **typed, "step": "save"})
    assert written.status_code == 302
    shown = words(browser().get(f"/findings/?body={FORCE}&source=portal"))
    assert re.search(r"Train the desk .*Closed", shown)
    assert "ecommendation 7.1" in shown, "the number stands as the source writes it"
    again = officer.post(url, {**hidden(looked), **typed, "step": "save", "key": "another"})
    assert "says nothing that is not on the record already" in words(again)


def test_a_finding_of_another_source_stands_in_the_same_register(small: SmallHome) -> None:
    officer = browser(OFFICER)
    send(officer, f"/findings/new/?body={FORCE}", origin="coroner", kind="recommendation",
         text="Say who looks after a caller.", owner="The coroner")  # fmt: skip
    send(officer, f"/findings/new/?body={FORCE}", origin="coroner", kind="recommendation",
         text="Say so.", owner="The coroner", due="30/6/2031", on="4 May 2024")  # fmt: skip
    shown = words(browser().get("/findings/"))
    assert "4 May 2024 Due 30 June 2031" in shown
    assert "Coroners’ reports" in shown
    assert "Say who looks after a caller." in shown
    assert "No source is called" in refused(
        officer, f"/findings/new/?body={FORCE}", origin="hearsay", text="x", owner="y"
    )
