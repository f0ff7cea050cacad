"""What reports say in prose, and what others tell of them again: one record for each thing."""

from tests.unit.reading.making import reading_of


def _fields(kind: str, words: str, sort: str, name: str) -> list[object]:
    return [
        line["fields"][name]
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == sort
    ]


def _quotes(kind: str, words: str, sort: str) -> list[str]:
    return [
        line["quote"]["exact"]
        for line in reading_of(words, kind=kind).lines()
        if line["kind"] == sort
    ]


def test_a_grade_for_several_questions_is_one_grade_for_each() -> None:
    """Protects the tracker: a question whose grade is lost looks as if it had none."""
    words = "Marlshire Police has been rated good in effectiveness, efficiency and people."
    assert _fields("news", words, "grade", "question") == ["effectiveness", "efficiency", "people"]
    words = "Marlshire Police was graded good for recording crime and for preventing crime."
    asked = ["recording data about crime", "preventing crime"]
    assert _fields("news", words, "grade", "question") == asked


def test_verbs_with_one_object_are_one_question() -> None:
    """Protects from grades that nobody gave, one for each verb of one object."""
    words = (
        "Marlshire Police was graded good at building, supporting and protecting its workforce."
    )
    assert len(_fields("news", words, "grade", "question")) == 1


def test_how_many_grades_were_given_is_no_grade() -> None:
    """Protects a body from the yearly total of an inspectorate."""
    words = "Marlshire Police reports. We gave 88 grades of good and 14 of inadequate."
    assert _quotes("news", words, "grade") == []


def test_each_of_two_concerns_told_again_is_a_concern() -> None:
    """Protects minutes and answers: two concerns in one sentence are two."""
    words = (
        "There were two causes of concern: calls are not answered in time, and the force does not"
        " know who is at risk."
    )
    assert _quotes("minutes", words, "cause_of_concern") == [
        "calls are not answered in time",
        "the force does not know who is at risk",
    ]


def test_should_in_a_report_is_an_area_for_improvement_unless_it_has_a_date() -> None:
    """Protects the kinds apart: what is dated is recommended, what is not is to improve."""
    kind = "hmicfrs"
    words = "The force should make sure that victims are told of every decision."
    assert _quotes(kind, words, "area_for_improvement") == [words]
    assert (
        _quotes(
            kind, "By 31 May 2030, the force should tell every victim.", "area_for_improvement"
        )
        == []
    )
    assert _quotes("news", words, "area_for_improvement") == []


def test_an_order_without_should_is_listed_as_unread() -> None:
    """Protects the residue view: a line that orders, and no record reads it, is shown."""
    words = "Notes\n\n2.1 Publish the figures of each ward\n\nWe would look at it again."
    assert len(_quotes("other", words, "residue")) == 2
