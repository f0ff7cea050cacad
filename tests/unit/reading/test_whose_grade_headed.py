"""A grade's body by the head of its paper: a service, a landlord, a council under two names."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta


def _bodies(words: str, kind: str = "news", title: str | None = None) -> list[str | None]:
    lines = reading_of(words, kind=kind, meta=Meta(title=title)).lines()
    return [one["fields"]["institution"] for one in lines if one["kind"] == "grade"]


_TABLE = "| Safe | Good\n\n| Caring | Outstanding"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("# Larch House secure children's home", "Larch House"),
        ("# Larch House children’s home", "Larch House"),
        ("# Old Mill Lane care home: inspection report", "Old Mill Lane"),
        ("# Dunmere Park nursing home", "Dunmere Park"),
        ("# Regulatory judgement: Marl Community Living (L4000)", "Marl Community Living"),
        ("# Marl Community Living – regulatory judgement", "Marl Community Living"),
        ("# Marl Community Living (4000): Regulatory notice", "Marl Community Living"),
        ("# Regulatory judgement for Dunmere Housing Association", "Dunmere Housing Association"),
    ],
)
def test_the_first_line_names_what_was_graded(head: str, body: str) -> None:
    assert _bodies(f"{head}\n\n{_TABLE}") == [body, body]


@pytest.mark.parametrize(
    "head",
    [
        "# Children's home",
        "# Larch House secure children's home to close after fire",
        "# Annual Review of care home",
    ],
)
def test_a_line_that_names_no_service_gives_no_body(head: str) -> None:
    assert _bodies(f"{head}\n\n{_TABLE}") == [None, None]


def test_the_hospital_of_the_title_and_not_the_trust_that_runs_it() -> None:
    words = f"# Marl Royal Infirmary\n\nMarl Hospitals NHS Foundation Trust\n\n{_TABLE}"
    named = _bodies(words, "cqc", "Marl Royal Infirmary: maternity services")
    assert named == ["Marl Royal Infirmary"] * 2


def test_a_company_in_short_where_the_text_calls_it_so() -> None:
    head = f"# Regulatory judgement: Marl Homes Limited\n\n{_TABLE}\n\n"
    assert _bodies(f"{head}Marl Homes does not inspect lifts.") == ["Marl Homes"] * 2
    assert _bodies(f"{head}Marl Homes Limited has no plan.") == ["Marl Homes Limited"] * 2


def test_a_council_that_a_title_calls_a_local_authority_too() -> None:
    title = "Inspection of Marl County Council local authority children's services"
    assert _bodies(f"# {title}\n\n{_TABLE}", "ofsted", title) == ["Marl County Council"] * 2


@pytest.mark.parametrize(
    "there",
    [
        "Present: Ada Quill (Chair); Supt Tom Rusk (Dunshire Police); Ola Venn (Health)",
        "| Name | From\n\n| Supt Tom Rusk | Dunshire Police",
    ],
)
def test_who_attends_a_board_is_not_who_was_graded(there: str) -> None:
    words = (
        f"# Youth Justice Management Board\n\n{there}\n\n"
        "The Board noted the overall rating of good."
    )
    assert _bodies(words, "minutes") == [None]


def test_it_in_a_later_sentence_is_what_that_paragraph_tells_of() -> None:
    before = "Dunshire Police said sorry.\n\nMarlshire Police agreed."
    told = "The emergency department was inspected in June. It was rated inadequate."
    assert _bodies(f"{before}\n\n{told}") == [None]


def test_a_code_before_a_question_is_not_the_question() -> None:
    words = "# Ratings\n\n| P 1.1 | Leadership | Good\n\n| P 1.2 | Staffing | Inadequate"
    lines = reading_of(words, kind="inspection-report").lines()
    asked = [one["fields"]["question"] for one in lines if one["kind"] == "grade"]
    assert asked == ["Leadership", "Staffing"]
