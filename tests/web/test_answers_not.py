"""One action does not answer what it is said to answer: asked on its own page, in words."""

import re
from datetime import date
from typing import Any

from answerable.operations.plans import action_log
from answerable.operations.plans.log_compared import Asked
from answerable.store.reads import registers
from answerable.vocabulary.times import in_words
from tests.operations.test_desk_action_log import (
    ANSWERING,
    AT,
    FORCE,
    OCTOBER,
    REPORT,
    WITH_REC,
    held,
    kept,
    officer,
    own,
    published,
    recorded,
)
from tests.web.acting import browser, hidden, words
from tests.web.test_importing import OFFICE

__all__ = ["own"]
LINK = "It does not answer that finding"
NUMBER = "It is not the number of a finding"


def page(number: int) -> str:
    return f"/findings/action/{FORCE}/log/{number}/"


def form(number: int) -> str:
    return f"/actions/action/{FORCE}/log/{number}/answers-not/"


def log() -> str:
    document = kept(*ANSWERING, head=WITH_REC)
    recorded(document, key="with")
    return document


def linked() -> str:
    """Both rows of the log, and the report: row 1 answers its recommendation 1."""
    document, name = log(), published()
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="linked",
        seen=None,
        document=document,
        asked=Asked(FORCE, OCTOBER, REPORT),
        agreed={},
    )
    return name


def offered(form: Any) -> list[str]:
    text = form.content.decode()
    return [
        re.sub(r"\s+", " ", one).strip()
        for one in re.findall(r"<option[^>]*>([^<]*)</option>", text)
    ]


def sent(client: Any, number: int, **typed: str) -> Any:
    asked = client.get(form(number))
    value = re.search(r'<option value="([^"]*)"', asked.content.decode())
    assert value is not None
    given = {"unlink": value[1], "reason": "It is of another report.", **typed}
    checked = client.post(form(number), {**hidden(asked), **given})
    assert "Nothing is written yet." in words(checked), words(checked)
    return checked


def test_the_form_of_one_action_offers_what_it_answers_in_words_and_chooses_the_only_one() -> None:
    name = linked()
    client = browser(OFFICE)
    assert f'href="{form(1)}"' in client.get(page(1)).content.decode()
    assert LINK in words(client.get(page(1)))
    asked = client.get(form(1))
    assert offered(asked) == ["Recommendation 1, 5 November 2026: Visit victims."]
    assert name not in words(asked)
    assert "Since which day" not in words(asked), "a correction is of the record, not of a day"


def test_a_link_taken_back_is_told_with_the_finding_who_and_when_and_why() -> None:
    name = linked()
    client = browser(OFFICE)
    checked = sent(client, 1)
    assert "Recommendation 1, 5 November 2026: Visit victims." in words(checked)
    done = client.post(form(1), hidden(checked), follow=True)
    told = words(done)
    assert held()["1"].answers == ()
    assert "No finding on the record goes by that number" not in told
    day = in_words(registers.history(FORCE).versions[-1].recorded_at.date().isoformat())
    who = "West Mercia Police and Crime Commissioner"
    assert f"“R1” in the log. {who} said on {day} that this action does not" in told
    of = "Recommendation 1, 5 November 2026 It is of another report."
    assert f"does not answer this finding: {of}" in told
    assert f'href="/findings/{name}/"' in done.content.decode()
    entry = registers.history(FORCE).versions[-1].seq
    assert f'href="/history/entry/{entry}/"' in done.content.decode(), "who said so, and when"
    assert LINK not in told, "nothing is left to take back"


def test_a_number_that_names_nothing_can_be_put_right_at_its_line() -> None:
    log()
    client = browser(OFFICE)
    before = client.get(page(2))
    assert "“R9” in the log. No finding on the record goes by that number." in words(before)
    assert f'href="{form(2)}"' in before.content.decode()
    assert NUMBER in words(before)
    checked = sent(client, 2, reason="It is the number of a paper.")
    done = words(client.post(form(2), hidden(checked), follow=True))
    assert "No finding on the record goes by that number" not in done
    assert "“R9” in the log" in done
    assert "that it is not the number of a finding. It is the number of a paper." in done
    assert NUMBER not in done
    assert "it answers no finding on our record. It is the number of a paper." in done


def test_a_reader_can_report_a_mistake_at_that_line_and_changes_nothing() -> None:
    log()
    reader = browser().get(page(2))
    assert "/corrections/report/?entry=" in reader.content.decode()
    assert NUMBER not in words(reader)


def test_what_is_not_linked_cannot_be_taken_back() -> None:
    linked()
    client = browser(OFFICE)
    asked = client.get(form(1))
    typed = {"unlink": f"{REPORT}/recommendation/7", "reason": "x", "step": "save"}
    answer = client.post(form(1), {**hidden(asked), **typed})
    assert answer.status_code == 422
    assert "no link of this action to that finding" in words(answer)
    assert held()["1"].answers


def test_the_log_that_comes_again_says_the_number_as_it_was_said_of_it() -> None:
    log()
    client = browser(OFFICE)
    client.post(form(2), hidden(sent(client, 2)))
    again = kept(("2", "R9", "Train.", "", "31/03/27"), head=WITH_REC)
    recorded(again, date(2026, 11, 20), key="again")
    assert "that it is not the number of a finding" in words(client.get(page(2)))


def test_the_log_that_comes_again_does_not_link_what_was_taken_back() -> None:
    linked()
    client = browser(OFFICE)
    client.post(form(1), hidden(sent(client, 1)))
    again = kept(("1", "R1", "Visit every victim, twice.", "DCC", "31/03/27"), head=WITH_REC)
    action_log.import_action_log(
        by=officer(),
        at=AT,
        key="again",
        seen=None,
        document=again,
        asked=Asked(FORCE, date(2026, 11, 20), REPORT),
        agreed={},
    )
    assert held()["1"].answers == ()
