"""Tables with a question in each row and a body at the head of each column, and the other way."""

from tests.unit.reading.making import reading_of


def _grades(words: str) -> list[tuple[str | None, str | None, str]]:
    return [
        (one["fields"]["institution"], one["fields"]["question"], one["fields"]["value"])
        for one in reading_of(words, kind="news").lines()
        if one["kind"] == "grade"
    ]


def test_bodies_at_the_head_and_questions_in_the_rows() -> None:
    words = (
        "How the forces are graded\n\n| Area | Wexmoor | Wold and Marl\n\n"
        "| Preventing crime | Good | Adequate\n\n| Managing offenders | Inadequate | Good"
    )
    assert _grades(words) == [
        ("Wexmoor", "Preventing crime", "good"),
        ("Wold and Marl", "Preventing crime", "adequate"),
        ("Wexmoor", "Managing offenders", "inadequate"),
        ("Wold and Marl", "Managing offenders", "good"),
    ]


def test_questions_at_the_head_and_bodies_in_the_rows() -> None:
    words = (
        "Ratings\n\n| Service | Safe | Caring\n\n"
        "| Wold House | Good | Outstanding\n\n| Marl Lodge | Inadequate | Good"
    )
    assert [one[:2] for one in _grades(words)] == [
        ("Wold House", "Safe"),
        ("Wold House", "Caring"),
        ("Marl Lodge", "Safe"),
        ("Marl Lodge", "Caring"),
    ]


def test_who_judges_is_not_judged() -> None:
    words = (
        "Dunshire Police\n\n| Question | HMICFRS | Peer team\n\n"
        "| Preventing crime | Good | Adequate\n\n| Managing offenders | Inadequate | Good"
    )
    assert {one[0] for one in _grades(words)} <= {"Dunshire Police", None}
