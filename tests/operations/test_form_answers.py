"""Forms of a pack: answered, marked, withheld, released; and the packs themselves."""

from copy import deepcopy
from datetime import date
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import packs_of_forms, releasing, sensitivity
from answerable.operations.accountability import form_answers
from answerable.operations.accountability.form_answers import Answered, NotAnswered
from answerable.operations.pages.institutions import body_monitoring
from answerable.operations.pages.look import Look
from answerable.operations.rights import markings
from answerable.publishing.sensitivity.model import HeldBack, Passage
from answerable.store.reads import registers
from answerable.vocabulary import forms
from answerable.vocabulary.access import READER, Actor, Classification
from answerable.vocabulary.refusal import Refusal
from tests.factories import FORCE
from tests.operations.cast import AT, DAY, INSPECTOR, LIAISON, OFFICER, common

PACK = "serious-organised-crime"
FORM: dict[str, Any] = {
    "kind": "form",
    "id": "places",
    "title": "Places",
    "sentence": "Where.",
    "field": [
        {"key": "place", "label": "Place", "kind": "text", "classification": "public"},
        {"key": "n", "label": "Number", "kind": "number", "ground": "An Act", "review_days": 365},
    ],
    "review": {
        "author": "One",
        "authored_on": date(2026, 11, 25),
        "checker": "Another",
        "checked_on": date(2026, 11, 25),
        "review_by": date(2027, 11, 25),
    },
}


def answer(form: str, by: Actor = OFFICER, **answers: str) -> Any:
    return form_answers.answer_form(
        **common(by),
        institution=FORCE,
        pack=PACK,
        form=form,
        answers={name.replace("_", "-"): value for name, value in answers.items()},
        on=DAY,
    )


def seen(form: str, actor: Actor) -> dict[str, Answered]:
    asked = packs_of_forms.form(PACK, form)
    register = registers.register(FORCE, valid=DAY, actor=actor)
    found = form_answers.answered(register, pack=PACK, form=asked)
    return {one.field.key: one for one in found}


def test_every_pack_of_the_catalogue_holds_to_the_rules() -> None:
    found = packs_of_forms.pack(PACK)
    assert {f.id for f in found.forms} == {
        *("4p-plans", "local-profiles", "lead-officers", "clear-hold-build", "disruptions"),
    }
    for form in found.forms:
        for field in form.fields:
            assert field.is_public or (field.ground and field.review_days), field.key
            assert field.kind != "number" or not field.is_public, field.key


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda raw: raw["field"][1].pop("ground"), "needs a ground"),
        (lambda raw: raw["field"][1].update(review_days=9999), "needs a ground"),
        (lambda raw: raw["field"][0].update(ground="An Act"), "the field is public"),
        (lambda raw: raw["field"][0].update(kind="colour"), "one of text"),
        (lambda raw: raw["field"][0].update(choices=["a"]), "only for one"),
        (lambda raw: raw["field"][0].update(mood="good"), "key nobody reads"),
        (lambda raw: raw["field"][1].update(key="place"), "two fields"),
        (lambda raw: raw["field"].clear(), "at least one"),
        (lambda raw: raw["review"].update(checker="One"), "own author"),
    ],
)
def test_a_form_that_breaks_a_rule_is_refused(change: Any, why: str) -> None:
    raw = deepcopy(FORM)
    assert forms.form(raw, "places").field("n").classification == Classification.RESTRICTED  # type: ignore[union-attr]  # it is there
    change(raw)
    with pytest.raises(Refusal, match=why):
        forms.form(raw, "places")


def test_a_date_is_public_and_a_number_is_withheld_with_its_ground(book: Book) -> None:
    answer("lead-officers", model_reviewed_on="2026-10", officers="20", trained="14")
    public, officer = seen("lead-officers", READER), seen("lead-officers", OFFICER)
    assert public["model-reviewed-on"].value == "2026-10"
    assert public["officers"].value is None
    assert public["officers"].withheld
    assert public["officers"].review == date(2025, 3, 4)
    assert officer["officers"].value == "20"
    (mark, other) = markings.every(by=OFFICER)
    assert mark.ground
    assert (mark.ground, mark.review) == (other.ground, "2025-03-04")


def test_a_public_answer_that_gives_a_number_is_held(book: Book) -> None:
    with pytest.raises(HeldBack, match="organised crime groups"):
        answer("clear-hold-build", evaluation="By the council; 9 OCGs were cleared.")
    assert registers.institutions() == () or not seen("clear-hold-build", OFFICER)["place"].version


@pytest.mark.parametrize(
    ("answers", "why"),
    [
        ({}, "at least one"),
        ({"officers": "many"}, "write a number"),
        ({"training_exists": "perhaps"}, "choose yes, no"),
        ({"model_reviewed_on": "soon"}, "date"),
        ({"mood": "good"}, "does not ask"),
    ],
)
def test_an_answer_that_does_not_fit_is_refused(
    book: Book, answers: dict[str, Any], why: str
) -> None:
    with pytest.raises(Refusal, match=why):
        answer("lead-officers", **answers)


def test_who_may_answer(book: Book) -> None:
    answer("local-profiles", LIAISON, exists="yes")
    with pytest.raises(Refusal, match="may not answer a form of questions"):
        answer("local-profiles", INSPECTOR, exists="yes")


def test_words_are_public_after_a_release_and_numbers_never(book: Book) -> None:
    answer("4p-plans", standing_words="Most plans were reviewed.")
    assert seen("4p-plans", READER)["standing-words"].withheld
    form_answers.decide_release(
        **common(OFFICER),
        institution=FORCE,
        pack=PACK,
        form="4p-plans",
        field="standing-words",
        definitions="A plan counts once a supervisor has signed it.",
        reason="The force has confirmed the words.",
        review="2027-01-31",
        on=DAY,
    )
    answer("4p-plans", standing_words="Most plans were reviewed.", plans="19")
    after = seen("4p-plans", READER)
    assert after["standing-words"].value == "Most plans were reviewed."
    assert after["standing-words"].decided is not None
    assert after["plans"].withheld
    with pytest.raises(HeldBack):
        answer("4p-plans", standing_words="12 of 19 plans were reviewed, says the 4P lead.")
    assert after["standing-words"].shown, "its page does not call public words “not public”"


@pytest.mark.parametrize(
    "words",
    [
        "11 of 14 plans are reviewed on time.",
        "Reviews go well. Eleven are on time.",
        "They are all reviewed;\n14 of them on time.",
        "Reviewed on time: 79 %.",
    ],
)
def test_a_number_without_its_subject_is_no_words_that_a_release_opened(
    book: Book, words: str
) -> None:
    """The form says what it is a number of: it stood on the public page, called “not public”."""
    form_answers.decide_release(
        **common(OFFICER),
        institution=FORCE,
        pack=PACK,
        form="4p-plans",
        field="standing-words",
        definitions="A plan counts once a supervisor has signed it.",
        reason="The force has confirmed the words.",
        review="2027-01-31",
        on=DAY,
    )
    with pytest.raises(HeldBack):
        answer("4p-plans", standing_words=words)
    assert seen("4p-plans", READER)["standing-words"].version is None


def test_a_field_that_needs_no_release_has_none(book: Book) -> None:
    with pytest.raises(NotAnswered, match="needs no release"):
        form_answers.decide_release(
            **common(OFFICER),
            institution=FORCE,
            pack=PACK,
            form="4p-plans",
            field="in-use",
            definitions="Words.",
            reason="Words.",
            review="2027-01-31",
            on=DAY,
        )


def test_a_restricted_number_of_the_record_is_known_to_the_check(book: Book) -> None:
    pages = [
        Passage("2024", "Intelligence work: 45 people."),
        Passage("2025", "Intelligence work: 14 people."),
    ]
    answer("lead-officers", analysts="30")
    assert sensitivity.held(pages, institution=FORCE) == ()
    answer("lead-officers", analysts="31")
    (one,) = sensitivity.held(pages, institution=FORCE)
    assert "difference" in one.why


def test_an_office_that_publishes_may_release_a_held_text_with_a_reason(book: Book) -> None:
    text = "The force manages 14 OCGs."
    given: dict[str, Any] = {
        "institution": FORCE,
        "text": text,
        "reason": "Said in court.",
        "on": DAY,
    }
    with pytest.raises(Refusal, match="may not publish"):
        releasing.release(**common(LIAISON), **given)
    with pytest.raises(HeldBack):
        sensitivity.require_clear([Passage("page", text)], institution=FORCE)
    releasing.release(**common(OFFICER), **given)
    sensitivity.require_clear([Passage("page", text)], institution=FORCE)
    with pytest.raises(HeldBack):
        sensitivity.require_clear([Passage("page", "It manages 15 OCGs.")], institution=FORCE)
    with pytest.raises(HeldBack, match="nothing to release"):
        releasing.release(**common(OFFICER), **{**given, "text": "Good morning to all."})


def test_the_monitoring_stage_is_public_and_touches_no_finding(book: Book) -> None:
    """DOMAIN 5: monitoring state and finding state are independent."""
    form_answers.answer_form(
        **common(OFFICER),
        institution=FORCE,
        pack="inspection",
        form="monitoring",
        answers={"stage": "enhanced (Engage)", "since": "2024-02-01"},
        on=DAY,
    )
    asked = packs_of_forms.form("inspection", "monitoring")
    register = registers.register(FORCE, valid=DAY, actor=READER)
    found = {
        a.field.key: a for a in form_answers.answered(register, pack="inspection", form=asked)
    }
    assert (found["stage"].value, found["since"].value) == ("enhanced (Engage)", "2024-02-01")
    assert {type(v.fact).__name__ for v in register.versions} == {"DetailStated"}
    look = Look(at=AT, valid=DAY)
    (part,) = body_monitoring.monitoring(look, look.register(FORCE))
    assert part.paragraphs[0] == "Enhanced (Engage), since 1 February 2024."
    assert any("/corrections/reply/" in link.url for link in part.links)
    other = look.register("west-mercia-police")
    assert body_monitoring.monitoring(look, other) == ()
