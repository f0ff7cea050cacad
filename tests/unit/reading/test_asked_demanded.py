"""What newspapers tell that inspectors demand."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str = "news") -> list[str]:
    lines = reading_of(f"A paper of May.\n\n{words}", kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


DEMANDED = [
    ("The retiring Chief Inspector of Prisons, Ada Holm, is calling for a public review of "
     "whether boats should return to the quay, a year after the last.",
     ["a public review of whether boats should return to the quay"]),
    ("The watchdog is now calling for urgent changes to the night shift.",
     ["urgent changes to the night shift"]),
    ("A senior prison inspector has demanded the Justice Secretary mend the roofs "
     "of the damp cells at HMP Hexley – sending a fifth notice.",
     ["mend the roofs of the damp cells at HMP Hexley"]),
    ("The regulator demanded the council repair every flat.", ["repair every flat"]),
    ("HMIC called the habit grave and urged the police to drop it at once.",
     ["drop it at once"]),
    ("The watchdog found keys on the floor and ordered the force to count them each night.",
     ["count them each night"]),
    ("HM Inspector Ada Holm said: “The force is missing chances to help people. It needs to "
     "improve the way it answers calls, so that all are heard. Some wait for hours.”",
     ["improve the way it answers calls, so that all are heard"]),
    ("The report made six recommendations to the unit, including to improve work to plan for, "
     "manage, and review risk, and to ensure that files were complete.",
     ["improve work to plan for, manage, and review risk", "ensure that files were complete"]),
    ("HM Chief Inspector has called on the Justice Secretary to act quickly at Hexley after an "
     "inspection last week disclosed filth.",
     ["act quickly at Hexley"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "asked"), DEMANDED)
def test_what_inspectors_demand_is_asked(words: str, asked: list[str]) -> None:
    assert _asked(words) == asked


@pytest.mark.parametrize(
    "words",
    [
        "HMIC praised the force and told the crowd to go home.",
        "The report made two recommendations, including one to the mayor.",
        "HM Inspector Ada Holm said: “The school is calm. It must be lovely to work there.”",
        "Ada Holm, a singer, said: “The force is slow. It needs to improve the way it sings.”",
        "The report made no recommendations, including to the mayor.",
    ],
)
def test_what_only_looks_alike_is_not(words: str) -> None:
    assert not _asked(words)
