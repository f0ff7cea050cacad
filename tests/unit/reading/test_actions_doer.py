"""Who is to do a task whose own words do not say so: what stands around it says."""

import pytest
from tests.unit.reading.making import GAZETTEER, reading_of, text_of

from answerable.reading.actions.action_doers import doer
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
