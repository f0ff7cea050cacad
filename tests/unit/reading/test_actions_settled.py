"""What a meeting settles that somebody do, whatever the verb; and what only sounds like it."""

import pytest
from tests.unit.reading.making import reading_of

_THERE = "Present: Ada Crewe (Chair), Tom Vale (Clerk), Ms Ruth Orme (Treasurer)\n\n# 4. Keys\n\n"


def _actions(words: str) -> list[tuple[str, str | None]]:
    lines = reading_of(_THERE + words, kind="minutes").lines()
    return [
        (one["quote"]["exact"], one["fields"]["owner_person"] or one["fields"]["owner"])
        for one in lines
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("It was agreed that the Clerk post the notice on the gate.",
         "post the notice on the gate", "Tom Vale"),
        ("After discussion it was left that the Treasurer should haggle with the bank.",
         "haggle with the bank", "Ruth Orme"),
        ("Cllr Penrose asked that the Fleet Manager set out what each van had cost.",
         "set out what each van had cost", "Fleet Manager"),
        ("The Board requested that the force's data team rerun the count.",
         "rerun the count", "force's data team"),
        ("RESOLVED, with two against, that the Monitoring Officer advise the Panel in writing.",
         "advise the Panel in writing", "Monitoring Officer"),
        ("It was decided that DI Marsh would walk the route with residents.",
         "walk the route with residents", "Marsh"),
        ("It was agreed that the report be posted to every ward.",
         "the report be posted to every ward", None),
        ("Members insisted that the Clerk chase the landlord, and that the Treasurer stop work.",
         "chase the landlord", "Tom Vale"),
        ("Agreed that Ada would walk the fence by 3 May, that Ms Orme would cost a new gate, and"
         " that Tom would price the lock.", "walk the fence by 3 May", "Ada Crewe"),
        ("Agreed that Ada would walk the fence by 3 May, that Ms Orme would cost a new gate, and"
         " that Tom would price the lock.", "cost a new gate", "Ruth Orme"),
        ("Agreed that Ada would walk the fence by 3 May, that Ms Orme would cost a new gate, and"
         " that Tom would price the lock.", "price the lock", "Tom Vale"),
        ("It was agreed that trustees would walk the fence at the next meeting.",
         "walk the fence at the next meeting", "trustees"),
        ("The Lead Officer would see to that.", "see to that", "Lead Officer"),
        ("The Director of Estates will give trustees a list each term.",
         "give trustees a list each term", "Director of Estates"),
        ("A boy asked who answers the phone. The force would put a number on its door.",
         "put a number on its door", "force"),
        ("The Lease Manager will ask for prices within two months and report to us in April 2032.",
         "ask for prices within two months", "Lease Manager"),
        ("The Lease Manager will ask for prices within two months and report to us in April 2032.",
         "report to us in April 2032", "Lease Manager"),
        ("The Clerk was asked to convey this to the bank.", "convey this to the bank", "Tom Vale"),
        ("The Treasurer had been instructed to unpick the lease before May.",
         "unpick the lease before May", "Ruth Orme"),
        ("4.2 The Board asked that:\n\n- the Clerk walk the fence\n\n- a key be cut for him",
         "walk the fence", "Tom Vale"),
    ],
)  # fmt: skip
def test_somebody_is_to_do_it(words: str, exact: str, owner: str | None) -> None:
    assert (exact, owner) in _actions(words)


@pytest.mark.parametrize(
    "words",
    [
        "It was agreed that the minutes be signed as a correct record.",
        "It was agreed that the report was thorough.",
        "The Clerk reported that the Treasurer was away.",
        "Members asked whether the Clerk would post the notice.",
        "Mr Hale asked that the cost be noted.",
        "The Director would like a longer lease.",
        "It was agreed that trustees would be glad of it.",
        "The force would be glad of the money.",
        "The Lead Officer said that he would rather wait.",
        "Agreed that Ada would be chair, that Tom would not.",
        "The Board agreed that the Treasurer had done all he could.",
        "It was not agreed that the Clerk write to the bank.",
        "Cllr Penrose asked that the time taken be reported.",
        "It was agreed that the plan made no sense.",
        "The Treasurer was asked to comment on the fall in income.",
        "It was noted that the Clerk would retire in May.",
        "4.2 The Board asked that:\n\n4.3 Cllr Penrose’s motion that the Clerk be paid fell.",
    ],
)
def test_nobody_is_to_do_it(words: str) -> None:
    assert not _actions(words)


def test_the_day_of_the_clause_before_is_no_day_of_the_next() -> None:
    words = "Agreed that Ada would walk the fence by 3 May, that Ms Orme would cost a new gate."
    lines = reading_of(_THERE + words, kind="minutes").lines()
    days = [one["fields"]["due_words"] for one in lines if one["kind"] == "action"]
    assert days == ["by 3 May", None]
