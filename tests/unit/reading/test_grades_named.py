"""Grades of a question by its name, where a paper speaks of inspections; praise stays unread."""

import pytest
from tests.unit.reading.making import reading_of

_PAPER = "\n\nDunshire Police was graded outstanding for dogs by HMIC, and inadequate for boats."
_OWN = 2  # grades of the sentence above


def _grades(words: str, kind: str = "other", paper: str = _PAPER) -> list[str]:
    lines = reading_of(words + paper, kind=kind).lines()
    found = [one["fields"]["value"] for one in lines if one["kind"] == "grade"]
    return found[:-_OWN] if paper else found


TOLD = [
    ("Crime recording is good and I am pleased.", ["good"]),
    ("Efficiency is adequate.", ["adequate"]),
    ("Marlshire Police's leadership and management is adequate.", ["adequate"]),
    ("Our response to the public remains good. Custody has been adequate.", ["good", "adequate"]),
    ("Nobody is surprised that vetting was inadequate, as before.", ["inadequate"]),
    ("So is prevention (good).", ["good"]),
    ("There is work to do on how we treat our own people (requires improvement).",
     ["requires improvement"]),
    ("Inspectors found us outstanding for personal development and good for quality of "
     "education.", ["outstanding", "good"]),
    ("In May HMICFRS graded our values and culture inadequate and told us so.", ["inadequate"]),
    ("The team had judged its custody good.", ["good"]),
    ("The visit was hard, but adequate at protecting vulnerable people is what we are.",
     ["adequate"]),
    ("They rank us good when it comes to supporting victims.", ["good"]),
    ("We are adequate in how we investigate crime, and good in relation to custody.",
     ["adequate", "good"]),
    ("The force, it was said, had been found to require improvement in 2023.",
     ["requires improvement"]),
    ("In 2023 it 'required improvement'. They warned of worse.", ["requires improvement"]),
    ("However leadership \"requires improvement\" because nobody checked.",
     ["requires improvement"]),
    ("In this area the force requires improvement.", ["requires improvement"]),
    ("This is up from requires improvement.", ["requires improvement"]),
    ("That is a step up from inadequate.", ["inadequate"]),
    ("Workforce got requires improvement, and so it should.", ["requires improvement"]),
    ("Being inadequate at managing offenders is a heavy thing.", ["inadequate"]),
    ("Vulnerability was inadequate and investigation was good.", ["inadequate", "good"]),
    ("Custody was not graded, but requires improvement under the previous framework.",
     ["not graded", "requires improvement"]),
    ("The grade for the workforce requires improvement stands.", ["requires improvement"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "values"), TOLD)
def test_a_named_question_has_its_grade(words: str, values: list[str]) -> None:
    assert _grades(words) == values


NONE = [
    "The training was good and the parking adequate.",
    "It is good at listening.",
    "The roof requires improvement before the winter.",
    "It would be good for custody to be staffed.",
    "Custody should be good by 2032.",
    "Leadership is not inadequate.",
    "We want to be outstanding at preventing crime.",
    "She found the lunch adequate and the speeches good.",
    "Whether custody is adequate is a question for another day.",
    "No area of custody was inadequate.",
    "He said that the word “inadequate” for custody was hers.",
    "A good response (see page 2) was had to the consultation.",
    "Good leadership is hard to find.",
    "People are good. Most of them.",
    "The good people of custody deserve better.",
]


@pytest.mark.parametrize("words", NONE)
def test_praise_hopes_and_denials_are_none(words: str) -> None:
    assert _grades(words) == []


PLAIN = [
    "Custody is good these days, and vetting is adequate.",
    "Prevention (good) is better than cure.",
    "I found the leadership of the club outstanding for its culture.",
]


@pytest.mark.parametrize("words", PLAIN)
def test_a_paper_that_speaks_of_no_inspection_holds_none(words: str) -> None:
    assert _grades(words, paper="") == []


def _asked(words: str) -> list[tuple[str, str | None, str]]:
    lines = reading_of(words + _PAPER, kind="other").lines()
    found = [one["fields"] for one in lines if one["kind"] == "grade"][:-_OWN]
    return [(one["value"], one["question"], one["standing"]) for one in found]


SHARED = [
    ("Marlshire Police was 'good' at recording crime and at preventing it, 'adequate' in its use "
     "of powers, in custody and in managing offenders.",
     ["recording data about crime", "preventing crime", "use of powers", "custody",
      "managing offenders"]),
    ("HMICFRS graded the service good at responding to fires and to major incidents.",
     ["responding to fires", "responding to major incidents"]),
    ("It’s good at investigating crime and managing offenders too.",
     ["investigating crime", "managing offenders"]),
    ("Protecting vulnerable people is now good, as is managing offenders.",
     ["Protecting vulnerable people", "managing offenders"]),
    ("Leadership is adequate; so are custody and vetting.", ["Leadership", "custody", "vetting"]),
    ("Two areas, response and workforce, were good.", ["response", "workforce"]),
    ("Responding to the public, workforce and leadership all got “requires improvement”.",
     ["Responding to the public", "workforce", "leadership"]),
    ("Custody and vetting require improvement.", ["Custody", "vetting"]),
    ("Marlshire Police was graded good for building, supporting and protecting the workforce.",
     ["building, supporting and protecting the workforce"]),
    ("Marlshire Police was graded good at serious and organised crime.",
     ["serious and organised crime"]),
    ("Police powers and treating the public fairly were inadequate.",
     ["Police powers and treating the public fairly"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "questions"), SHARED)
def test_questions_that_share_a_grade_have_one_each(words: str, questions: list[str]) -> None:
    assert [one[1] for one in _asked(words)] == questions


BEFORE = [
    "The inspectorate graded values and culture as inadequate. It was {} in 2023.",
    "In managing offenders the force is outstanding. It had been {} last time.",
    "Custody is outstanding. This is up from {}.",
    "We graded custody as outstanding. The force had been {} at its last visit.",
]


@pytest.mark.parametrize("words", BEFORE)
@pytest.mark.parametrize("value", ["adequate", "good", "inadequate"])
def test_the_grade_before_is_previous(words: str, value: str) -> None:
    now, then = _asked(words.format(value))
    assert (then[0], then[2]) == (value, "previous")
    assert (now[2], now[1]) == ("awarded", then[1])


OTHERWISE = [
    ("Its grade on vetting has gone up a notch, from adequate to good.",
     [("adequate", "vetting", "previous"), ("good", "vetting", "awarded")]),
    ("On custody we went from inadequate in 2029 to adequate now.",
     [("inadequate", "custody", "previous"), ("adequate", "custody", "awarded")]),
    ("Inspectors delivered an inadequate verdict on custody.",
     [("inadequate", "custody", "awarded")]),
    ("Members asked why custody was still rated requires improvement.",
     [("requires improvement", "custody", "awarded")]),
    ("He noted the outstanding judgement in respect of prevention.",
     [("outstanding", "prevention", "awarded")]),
    ("Prevention good, custody adequate, vetting inadequate.",
     [("good", "Prevention", "awarded"), ("adequate", "custody", "awarded"),
      ("inadequate", "vetting", "awarded")]),
    ("Custody was \"good\", vetting \"adequate\" and leadership \"inadequate\".",
     [("good", "Custody", "awarded"), ("adequate", "vetting", "awarded"),
      ("inadequate", "leadership", "awarded")]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "grades"), OTHERWISE)
def test_said_otherwise(words: str, grades: list[tuple[str, str, str]]) -> None:
    assert _asked(words) == grades


def test_who_was_rated_and_what_was_before_the_change() -> None:
    assert _grades("CQC has published a report rating Marl Lodge as inadequate.") == ["inadequate"]
    assert _grades("The top grade of outstanding went to prevention.") == ["outstanding"]
    words = "Custody, which had been adequate, fell to requires improvement."
    assert [one[2] for one in _asked(words)] == ["previous", "awarded"]
