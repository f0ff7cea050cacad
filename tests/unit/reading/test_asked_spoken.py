"""What anybody with a name says that a body should do."""

import pytest
from tests.unit.reading.making import reading_of


def _asked(words: str, kind: str) -> list[str]:
    lines = reading_of(words, kind=kind).lines()
    return [one["quote"]["exact"] for one in lines if one["kind"] == "recommendation"]


ASKED = [
    ("news", "Harbour campaigner Ada Holm said skippers' families should get a free pass on "
     "every boat.", ["get a free pass on every boat"]),
    ("news", "A parish councillor said that the harbour board must answer letters.",
     ["answer letters"]),
    ("news", "Cllr Ada Holm, who chairs the panel, said that the Commissioner needed to show what "
     "the new boats bring.", ["show what the new boats bring"]),
    ("news", "Ada Holm, a nurse at the port, thinks that ministers should close the quay.",
     ["close the quay"]),
    ("news", "\"The council should publish the state of every quay,\" he said.",
     ["publish the state of every quay"]),
    ("statement", "\"The force must tell me each week how many nets were lost.\"",
     ["tell me each week how many nets were lost"]),
    ("minutes", "Cllr Holm moved that the Service send a crew to each quay. Lost by one vote.",
     ["send a crew to each quay"]),
    ("minutes", "Cllr Holm proposed that the Council should refund a month's dues to skippers.",
     ["refund a month's dues to skippers"]),
    ("minutes", "She asked that the force should tell skippers when a net is found.",
     ["tell skippers when a net is found"]),
    ("minutes", "Dr Holm urged the Constabulary to set out what a good net is and to teach it "
     "with real ropes.", ["set out what a good net is", "teach it with real ropes"]),
    ("statement", "The Harbour Panel recommended in May that I should hold one meeting a year on "
     "the quay and set out what each grant has bought.",
     ["hold one meeting a year on the quay", "set out what each grant has bought"]),
    ("minutes", "The review of nets made seven recommendations, two of them high. The high ones "
     "were to count all nets each month and to change the locks at the store.",
     ["count all nets each month", "change the locks at the store"]),
    ("minutes", "The peers made three recommendations. These were to publish one list, to bring "
     "the two crews together and to settle the future of the quay.",
     ["publish one list", "bring the two crews together", "settle the future of the quay"]),
    ("minutes", "Two lessons had been drawn: to keep one skipper in charge from start to finish "
     "and to report each loss within a month.",
     ["keep one skipper in charge from start to finish", "report each loss within a month"]),
    ("minutes", "Two inspectorates asked for priority action: all nets should be mended on the "
     "day they come in.", ["all nets should be mended on the day they come in"]),
    ("minutes", "Ofsted named areas for priority action: that nets be mended in time and that "
     "waits for rope be cut.", ["nets be mended in time", "waits for rope be cut"]),
    ("minutes", "The Committee's advice is that the force should put up larger signs and delete "
     "old lists at once.", ["put up larger signs", "delete old lists at once"]),
    ("other", "I'd also ask you to make the allowance permanent.",
     ["make the allowance permanent"]),
    ("news", "The Independent Monitoring Board asks the Prison Service to pay for a new quay and "
     "the governor to publish the times of each boat.",
     ["pay for a new quay", "publish the times of each boat"]),
    ("news", "The report gives the service 28 days to draw up a plan and until the end of the "
     "year to check all the boats.", ["draw up a plan", "check all the boats"]),
    ("other", "We call on you to renew our lease, worth £9,000 a year, before it ends in March.",
     ["renew our lease"]),
    ("inspection-report", "Ministers should settle the future of the older quays, on which £3 "
     "million is needed.", ["settle the future of the older quays"]),
    ("inspection-letter", "We recommend that the force should count each net lost since April "
     "and tell its board.", ["count each net lost since April", "tell its board"]),
    ("news", "It had two areas for improvement. Ada Holm, the mayor, said: \"The harbour should "
     "learn from its neighbours.\"", ["learn from its neighbours"]),
    ("other", "We fish here. The inspectors came. The Commissioner ought to come to the harbour "
     "and hear us.", ["come to the harbour and hear us"]),
]  # fmt: skip
NOT = [
    ("news", "The harbour's own policy says that skippers should tie up at dusk."),
    ("news", "Some say that the harbour should be run like a shop."),
    ("news", "\"The force should be proud of its crews,\" she said."),
    ("inspection-report", "It says what is to be done, for example: \"the force should count all"
     " nets\"."),
    ("news", "\"The harbour must do better,\" she said."),
    ("minutes", "Cllr Holm moved that the Panel adopt the net rules."),
    ("minutes", "Cllr Holm said that the council should light the steps."),
    ("minutes", "The quay has three boats. These were to sail at noon."),
    ("other", "We inspect. The inspectors came. Ministers should tell us within 56 days what they "
     "accept."),
    ("minutes", "The Chair asked that none be closed on a skipper's word alone."),
    ("inspection-report", "In 2029 the inspector wrote that the harbour should train crews."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "words", "wanted"), ASKED)
def test_what_somebody_with_a_name_says(kind: str, words: str, wanted: list[str]) -> None:
    assert _asked(f"Harbour paper\n\n{words}", kind) == wanted


@pytest.mark.parametrize(("kind", "words"), NOT)
def test_what_such_words_do_not_say(kind: str, words: str) -> None:
    assert _asked(f"Harbour paper\n\n{words}", kind) == []
