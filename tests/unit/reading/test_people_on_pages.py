"""People as minutes and news on the web name them, and bodies there that are nobody."""

from tests.unit.reading.making import reading_of


def _people(words: str, kind: str = "minutes") -> dict[str, str | None]:
    lines = reading_of(words, kind=kind).lines()
    found = (one["fields"] for one in lines if one["kind"] == "person")
    return {one["name"]: one["role"] for one in found}


def test_a_body_of_the_health_service_is_nobody() -> None:
    words = (
        "Attendees:\n\nCora Way (CW) - NHS Wales Informatics Service\n\n"
        "Mark Marl (MM) - Aneurin Vale UHB"
    )
    assert set(_people(words)) == {"Cora Way", "Mark Marl"}


def test_when_somebody_came_is_no_post() -> None:
    words = "Present: Cllr P Batty (Chairman), Cllr Hollick (arrived at 7.01pm), Cllr J Orme"
    assert _people(words)["Hollick"] == "Cllr"


def test_the_clerk_behind_the_last_councillor_is_the_clerk() -> None:
    words = "Present: Cllr G. Hale – Chairman, Cllr R Spence and the Clerk – Ada Illing"
    assert _people(words)["Ada Illing"] == "Clerk"


def test_whoever_stands_before_the_clerk_is_no_post() -> None:
    words = (
        "PRESENT: Councillors Stevan Slee (Chairman), Simon Plat, Ann St John and the Clerk, "
        "Una Orme."
    )
    found = _people(words)
    assert found["Una Orme"] == "Clerk"
    assert found["Simon Plat"] in (None, "Councillor")


def test_auditors_who_concluded_are_nobody_by_name() -> None:
    assert _people("Internal Auditors said that the Council had a sound system.") == {}
    assert _people("Grant Thornton told the Committee that the accounts were late.") == {}


def test_a_post_of_a_body_ends_before_it() -> None:
    words = (
        "Carol Orme, the lead member for children at Eastmarl Council, said it was sorry. "
        "Head teacher Piers Vale said he was glad."
    )
    found = _people(words, "news")
    assert found == {"Carol Orme": "lead member for children", "Piers Vale": "Head teacher"}
