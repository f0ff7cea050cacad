"""What inspectors, coroners and letters call for by a day; a duty to improve is no such call."""

import pytest
from tests.unit.reading.making import reading_of

_LETTER = "Ada Crewe, Chief Constable, Marlshire Police\n\nDear Ada\n\n"


def _actions(words: str, kind: str) -> list[tuple[str, str | None, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner"], one["fields"]["due"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "kind", "exact", "owner", "due"),
    [
        (_LETTER + "You must send me an improvement plan by 4 May 2031.", "inspection-letter",
         "send me an improvement plan by 4 May 2031", "Chief Constable", "2031-05-04"),
        (_LETTER + "I would welcome your written answer by 4 May 2031.", "statement",
         "your written answer by 4 May 2031", "Chief Constable", "2031-05-04"),
        ("Dear Commissioner\n\nPlease reply by 4 May 2031.", "minutes",
         "reply by 4 May 2031", "Commissioner", "2031-05-04"),
        ("We have asked the trust to submit a recovery plan by 4 May 2031.", "inspection-report",
         "submit a recovery plan by 4 May 2031", "trust", "2031-05-04"),
        ("We have asked the trust for a recovery plan by 4 May 2031.", "inspection-report",
         "a recovery plan by 4 May 2031", "trust", "2031-05-04"),
        ("Dunshire Council should prepare a statement of action with its partners, and send it to"
         " the inspectorates by 4 May 2031.", "other", "prepare a statement of action with its"
         " partners, and send it to the inspectorates by 4 May 2031", "Dunshire Council",
         "2031-05-04"),
        ("Dunshire Police should prepare and send to us an action plan within nine weeks of"
         " publication.", "inspection-report", "prepare and send to us an action plan within nine"
         " weeks of publication", "Dunshire Police", None),
        ("Grant holders must send in a report by 4 May 2031.", "other",
         "send in a report by 4 May 2031", "Grant holders", "2031-05-04"),
        ("Fire chiefs should tell us within 40 days whether they accept.", "other",
         "tell us within 40 days whether they accept", "Fire chiefs", None),
        ("It must respond in full within 40 days.", "other",
         "respond in full within 40 days", None, None),
        ("We require a full response within 28 days of publication.", "inspection-report",
         "a full response within 28 days of publication", None, None),
        ("Dunshire Council must return its statement of action to Ofsted by 4 May 2031.",
         "inspection-report", "return its statement of action to Ofsted by 4 May 2031",
         "Dunshire Council", "2031-05-04"),
        ("You are under a duty to respond within 56 days, namely by 4 May 2031.", "other",
         "respond within 56 days", None, "2031-05-04"),
    ],
)  # fmt: skip
def test_a_call_for_an_answer_is_an_action(
    words: str, kind: str, exact: str, owner: str | None, due: str | None
) -> None:
    """The post of a greeted reader, else whom the words name, is to answer."""
    assert _actions(words, kind) == [(exact, owner, due)]


@pytest.mark.parametrize(
    "words",
    [
        "By 4 May 2031 the force should produce a plan to reduce its backlog.",
        "The force must not send us a plan before 4 May 2031.",
        "The force must respond to every call within ten minutes.",
        "We expect a report of each visit.",
        "We asked the trust for an action plan by 4 May 2031, and it sent one.",
        "The force should send officers to every burglary within the hour.",
        "The force should submit a plan to its board within nine weeks.",
        "Officers must submit a form by the end of each shift.",
        "Staff must return keys by 6pm.",
        "We have told the force to prepare its officers by 4 May 2031.",
    ],
)
def test_a_duty_to_improve_is_no_call_for_an_answer(words: str) -> None:
    assert not _actions(words, "inspection-report")
