"""A link in doubt gives a finding no owner and an action no theme, until a person confirms it."""

from datetime import UTC, date, datetime

import pytest

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.desk.rows import rows
from answerable.operations.pages.accountability.handover_lists import owner_of
from answerable.operations.pages.findings.finding import finding
from answerable.operations.pages.look import Look
from answerable.operations.pages.plans import answers_form, item_forms
from answerable.operations.pages.proof import Proof
from answerable.operations.plans import confirmed
from answerable.operations.sessions import scrutiny
from answerable.scrutiny.plans import link_doubt, sure_links
from answerable.scrutiny.plans.plans import NotPossible
from answerable.scrutiny.progress import actions, findings
from answerable.scrutiny.sessions.agenda import AgendaItem, Reason, Why
from answerable.scrutiny.sessions.theme_order import is_about
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from tests.factories import FORCE, fact, register
from tests.operations.cast import OFFICER, begin, common
from tests.web.acting import browser, words

DAY = date(2026, 11, 25)
NOW = datetime(2026, 11, 25, 9, tzinfo=UTC)
ADVICE = "hmicfrs/2026/anyshire/theft/recommendation/1"
OLD, NEW = f"action/{FORCE}/log/1", f"action/{FORCE}/log/2"
FACTS = (
    fact(
        FindingPublished,
        stream=ADVICE,
        on="2026-10-13",
        kind="recommendation",
        number="1",
        text="Visit.",
        theme="theft",
    ),
    fact(
        ActionPromised,
        stream=OLD,
        on="2026-01-05",
        text="Ring.",
        owner="dcc",
        due="2026-06-30",
        answers=(ADVICE,),
    ),
)
SURE = fact(
    ActionPromised,
    stream=NEW,
    on="2026-01-05",
    text="Visit.",
    owner="acc",
    due="2027-06-30",
    answers=(ADVICE,),
)


def owner() -> str | None:
    look = Look(at=NOW, actor=people.acting_as("anyshire-pcc/governance-officer"), valid=DAY)
    (item,) = (i for i in rows(look, FORCE).items if i.reference == ADVICE)
    return item.owner


def test_the_register_takes_no_owner_from_a_link_in_doubt(book: Book) -> None:
    begin(book, *FACTS)
    assert owner() is None
    scrutiny.move_due_date(
        **common(OFFICER, at=NOW),
        reference=OLD,
        to="2027-03-31",
        reason="Late.",
        authoriser="dcc",
        on=date(2026, 11, 1),
    )
    assert owner() == "deputy-chief-constable", "a date after the report ends the doubt at once"


def test_the_register_takes_the_owner_once_a_person_confirms_the_link(book: Book) -> None:
    begin(book, *FACTS)
    assert owner() is None
    confirmed.confirm_link(**common(OFFICER, at=NOW), reference=OLD, link=ADVICE, reason="It is.")
    assert owner() == "deputy-chief-constable"


def test_the_agenda_takes_no_theme_from_a_link_in_doubt() -> None:
    held = register((*FACTS, SURE), valid=DAY)
    doubtful = link_doubt.doubtful(actions(held), findings(held))
    assert doubtful == {(OLD, ADVICE)}
    about = is_about(held, theme="Theft", doubtful=doubtful)
    items = [
        AgendaItem(
            reference=one.reference,
            title=one.text or "",
            reasons=(Why(Reason.OVERDUE, "Late.", one.versions),),
            progress=one,
        )
        for one in actions(held)
    ]
    assert [about(item) for item in items] == [False, True]


def test_every_page_says_of_a_link_in_doubt_that_nobody_confirmed_it(book: Book) -> None:
    """Protects a reader from one page that says it is answered and another that says it is not."""
    begin(book, *FACTS)
    waits = "One action is linked to it by a link that nobody has confirmed."
    office = browser("anyshire-pcc/governance-officer")
    for path in (f"/findings/{ADVICE}/", f"/compare/{FORCE}/?a=2026-10-01&b=2026-11-25"):
        told = words(office.get(path)).rpartition("Recommendation 1: Visit")[2]
        assert waits in told, path
        assert "One action on record answers this" not in told.partition(waits)[0], path
    finding = words(office.get(f"/findings/{ADVICE}/"))
    assert "No action that is confirmed answers this." in finding
    assert "Linked to it, and not confirmed: 1" in finding
    look = Look(at=NOW, actor=people.acting_as("anyshire-pcc/governance-officer"), valid=DAY)
    (item,) = (i for i in rows(look, FORCE).items if i.reference == ADVICE)
    assert waits in item.sentence
    (found,) = (f for f in findings(look.register(FORCE)) if f.reference == ADVICE)
    assert owner_of(found, Proof(look, look.register(FORCE))) is None
    confirmed.confirm_link(**common(OFFICER, at=NOW), reference=OLD, link=ADVICE, reason="It is.")
    assert "One action on record answers this" in words(office.get(f"/findings/{ADVICE}/"))


def test_a_sure_link_beside_one_in_doubt_is_counted_alone() -> None:
    held = register((*FACTS, SURE), valid=DAY)
    (found,) = sure_links.findings(held)
    assert found.answered_by == (NEW,)
    assert found.sentence.startswith("One action on record answers this.")
    assert found.sentence.endswith("by a link that nobody has confirmed.")


def test_a_person_links_an_action_of_a_log_to_a_finding_from_its_page(book: Book) -> None:
    """Protects a row whose number the log left out: nothing else can link it."""
    bare = fact(ActionPromised, stream=NEW, on="2026-01-05", text="Visit victims.", owner="acc")
    begin(book, FACTS[0], bare)
    look = Look(at=NOW, actor=people.acting_as("anyshire-pcc/governance-officer"), valid=DAY)
    shown = finding(look, NEW)
    links = {link.label: link.url for part in shown.aside for link in part.links}
    assert links["It answers a finding"] == f"/actions/{NEW}/answers/"
    about = item_forms.about(look, NEW, "answers")
    assert ADVICE in [choice.value for choice in answers_form.doubted(look, about)]
    given = common(OFFICER, at=NOW)
    confirmed.confirm_link(**given, reference=NEW, link=ADVICE, reason="It is this one.")
    assert owner() == "assistant-chief-constable"
    with pytest.raises(NotPossible, match="confirmed this link already"):
        confirmed.confirm_link(
            **common(OFFICER, at=NOW), reference=NEW, link=ADVICE, reason="It is this one."
        )
    with pytest.raises(NotPossible, match="no finding of that reference"):
        confirmed.confirm_link(
            **common(OFFICER, at=NOW),
            reference=NEW,
            link="a/2026/b/c/recommendation/9",
            reason="x",
        )
