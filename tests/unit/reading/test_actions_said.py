"""Tasks told in prose of minutes and mails: taken on, asked of "her", in short notes, in pairs."""

import pytest
from tests.unit.reading.making import reading_of

_MET = (
    "# Marl Fleet Board\n\nMinutes of the meeting held on 4 March 2031\n\n# Present\n\n"
    "Gerald Amory (GA), Treasurer\n\nUna Orme (UO), Clerk\n\n# Keys\n\n"
)
_MAIL = "@ From: Ada Crewe <a@crewe.example>\n\n@ To: Tom Vale <t@vale.example>\n\nTom,\n\n"


def _actions(words: str, kind: str = "minutes") -> list[tuple[str, str | None]]:
    return [
        (one["quote"]["exact"], one["fields"]["owner"])
        for one in reading_of(words, kind=kind).lines()
        if one["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("words", "exact", "owner"),
    [
        ("Una Orme told the Board of the locks. Nine were old. The Mayor asked her to invite the "
         "locksmith to the next board.", "invite the locksmith to the next board", "Una Orme"),
        ("Mr Tarn said it was late. He accepted that nobody knew, and agreed to put it in writing "
         "by the end of May.", "put it in writing by the end of May", "Mr Tarn"),
        ("PCSO Marsh was sorry to hear it and would ask the sergeant to call round.",
         "ask the sergeant to call round", "PCSO Marsh"),
        ("Una said that nine stores were shut. She would show the list to the Board.",
         "show the list to the Board", "Una Orme"),
        ("The police would count how many keys had been lost.",
         "count how many keys had been lost", "police"),
        ("PCSO Marsh spoke of the fair. In reply to the Mayor she said that she would find out how"
         " many had come.", "find out how many had come", "PCSO Marsh"),
        ("Mayor: Please bring the count of keys to the May meeting.",
         "bring the count of keys to the May meeting", None),
        ("Fair on 25 June: Cllr Voss to go and report back.", "go and report back", "Cllr Voss"),
        ("GA order more locks, this week", "order more locks, this week", "GA"),
        ("RESOLVED: That the note be received and the Treasurer report again in May on the keys.",
         "report again in May on the keys", "Treasurer"),
    ],
)  # fmt: skip
def test_somebody_takes_it_on(words: str, exact: str, owner: str | None) -> None:
    assert (exact, owner) in _actions(_MET + words)


@pytest.mark.parametrize(
    "words",
    [
        "GA set out the costs of the locks.",
        "Ms Orme spoke. The Mayor asked him to name the three worst locks.",
        "RESOLVED: That the note be received and the Treasurer be thanked.",
        "UO thought that the locks were old.",
        "The Council will clear the oldest by December.",
        "Please bring the count of keys.",
    ],
)
def test_what_was_said_or_done_is_no_task(words: str) -> None:
    assert not _actions(_MET + words)


def test_she_is_no_mr() -> None:
    words = "Mr Tarn spoke of the locks. She was asked to provide a list of keys."
    assert _actions(_MET + words) == [("provide a list of keys", None)]


def test_a_mail_asks_for_two_things_in_one_sentence() -> None:
    words = "Please would you let me have the map, by 4 May 2031, and book the hall for us all."
    assert _actions(_MAIL + words, "other") == [
        ("let me have the map", "Tom Vale"),
        ("book the hall for us all", "Tom Vale"),
    ]


def test_a_request_to_find_out_whether_is_a_request() -> None:
    words = "And would you check whether she wants the figures by ward?"
    assert _actions(_MAIL + words, "other") == [
        ("check whether she wants the figures by ward", "Tom Vale")
    ]
    assert not _actions(_MAIL + "I wonder whether you could be right.", "other")


def test_to_check_whether_something_can_be_done_is_a_task() -> None:
    words = (
        "Present: Joy Penn (Chair), Lee Varn, Mina Castle\n\n"
        "Litter: Lee reported 12 fires. Mina will check whether crews can clear the bins."
    )
    found = [
        (line["quote"]["exact"], line["fields"]["owner"])
        for line in reading_of(words, kind="minutes").lines()
        if line["kind"] == "action"
    ]
    assert found == [("check whether crews can clear the bins", "Mina Castle")]


def test_whether_somebody_will_do_it_is_asked_and_no_task() -> None:
    words = (
        "Present: Joy Penn (Chair), Lee Varn, Mina Castle\n\n"
        "Lee asked whether Mina will send the list of bins."
    )
    assert all(line["kind"] != "action" for line in reading_of(words, kind="minutes").lines())
