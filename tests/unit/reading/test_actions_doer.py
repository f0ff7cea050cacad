"""Who is to do a task whose own words do not say so: what stands around it says."""

import pytest
from tests.unit.reading.making import GAZETTEER, reading_of, text_of

from answerable.reading.actions.parts.action_doers import day_around, doer
from answerable.reading.material import Material, Meta
from answerable.reading.profiles import Profile


def _doer(words: str, task: str, kind: str = "other") -> str | None:
    profile = Profile(id=kind, type=kind, titles=())
    material = Material(text_of(words), profile, GAZETTEER, Meta())
    start = material.text.index(task)
    passage = material.around(start)
    found = doer(material, passage, (start, start + len(task)))
    if found is not None and found[1] is not None:
        assert material.text[slice(*found[1])] == found[0]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("words", "task", "who"),
    [
        ("The mayor told her finance chief to send it round.", "send it", "her finance chief"),
        ("The Authority wants the Treasurer to cost it.", "cost it", "the Treasurer"),
        ("It fell to the Vice-Chair to ring them.", "ring them", "the Vice-Chair"),
        ("Supt Dunn was asked to say how many.", "say how many", "Supt Dunn"),
        ("The partnership is asked to write a plan.", "write a plan", "The partnership"),
        ("Our chief executive has agreed to publish it.", "publish it", "Our chief executive"),
        ("Nothing was done, so Faye Mott will chase it.", "chase it", "Faye Mott"),
        ("Supt Dunn told us of 38 crimes. He was asked to say more.", "say more", "Supt Dunn"),
        ("Ms Orr spoke of Speak Up Now. She had been asked to ring.", "ring", "Ms Orr"),
        ("PC Amy Lark was late. She agreed to call on them.", "call on", "PC Amy Lark"),
        ("The DCC said so. The Chair asked him to write it up.", "write it", "DCC"),
        ("Mend the bell in cell 7 (Estates) soon", "Mend the bell in cell 7", "Estates"),
        ("Within a month the Council will:\n\n- pay him £750", "pay him", "the Council"),
        (
            "In May the Council will:\n\n- pay him £7\n\nBy May it will:\n\n- train staff",
            "train staff",
            "the Council",
        ),
        ("Ahead of us the trust has agreed to:\n\n- open a ward", "open a ward", "the trust"),
        ("| Work | Lead | By\n\n| A new policy | Treasurer | May", "A new policy", "Treasurer"),
        ("Dear Chief Constable\n\nPlease meet me in May.", "meet me", "Chief Constable"),
        ("Dear members\n\nPlease mark your tools.", "mark your tools", "members"),
        ("We met. Could everyone please send me a note.", "send me", "everyone"),
        ("Heads of department, please send me a note.", "send me", "Heads of department"),
        ("The DCC was late and undertook to write it up.", "write it", "The DCC"),
        (
            "3.2 The head of policy, Ada Quill, has been asked to ring.",
            "ring",
            "The head of policy",
        ),
        ("AGREED with LB to send it round.", "send it", "LB"),
    ],
)
def test_what_stands_around_a_task_says_who_does_it(words: str, task: str, who: str) -> None:
    assert _doer(words, task) == who


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("The report is to be sent in May.", "sent in May"),
        ("It was a pleasure to write a plan.", "write a plan"),
        ("There were ways to mend it.", "mend it"),
        ("Mr Orr met Mr Lane and Mr Hay. With them he was to write.", "write"),
        ("Mend the bell (see page 4) soon", "Mend the bell"),
        ("What we found:\n\n- mend the bell", "mend the bell"),
        ("| Work | Lead | By\n\n| A new policy | – | May", "A new policy"),
        ("You will see what it would take to mend it.", "mend it"),
    ],
)
def test_nobody_is_said_where_nothing_says_so(words: str, task: str) -> None:
    assert _doer(words, task) is None


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("Action: the estates manager to mend the bell.", "estates manager"),
        ("Their area manager to mend the bell.", "area manager"),
    ],
)
def test_an_owner_is_named_without_whose_it_is(words: str, owner: str) -> None:
    found = [
        line for line in reading_of(words, kind="minutes").lines() if line["kind"] == "action"
    ]
    assert [line["fields"]["owner"] for line in found] == [owner]


@pytest.mark.parametrize(
    ("words", "task", "due"),
    [
        ("By 11 June 2031 please could you:\n\n- send the list", "send the list", "2031-06-11"),
        ("Before 6 May 2031 the Clerk is to ring them.", "ring them", "2031-05-06"),
        ("| Work | Lead | Due\n\n| A policy | Clerk | 3 May 2031", "A policy", "2031-05-03"),
        ("It was said by 6 of us. The Clerk is to ring them.", "ring them", None),
        ("| Work | Lead | Due\n\n| A policy | Clerk | –", "A policy", None),
    ],
)
def test_what_stands_around_a_task_says_by_when(words: str, task: str, due: str | None) -> None:
    material = Material(
        text_of(words), Profile(id="other", type="other", titles=()), GAZETTEER, Meta()
    )
    start = material.text.index(task)
    found = day_around(material, material.around(start), (start, start + len(task)))
    assert (found[0]["due"] if found else None) == due


def test_the_force_of_a_report_is_the_body_that_it_is_about() -> None:
    words = (
        "# Inspection of Marlshire Police\n\nWe expect the force to send us a plan by 4 May 2031."
    )
    (found,) = (
        line for line in reading_of(words, kind="hmicfrs").lines() if line["kind"] == "action"
    )
    assert found["fields"]["owner"] == "Marlshire Police"
    assert found["inferred"]["owner"] == "force = subject body"
