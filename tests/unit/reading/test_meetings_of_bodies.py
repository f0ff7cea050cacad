"""A body that sits, named beside its day, in many hands; who joined it on a day is no meeting."""

import pytest
from tests.unit.reading.making import reading_of

from answerable.reading.material import Meta

_WHEN = Meta(published="2031-05-09")


def _days(words: str, kind: str = "other") -> list[str]:
    return [
        str(one["fields"]["date"])
        for one in reading_of(words, kind=kind, meta=_WHEN).lines()
        if one["kind"] == "meeting"
    ]


TOLD = [
    ("The paper went to Joint Audit Committee on 21 May 2030 and goes to Full Council, 17 July"
     " 2031.", ["2030-05-21", "2031-07-17"]),
    ("The hearing was stood over to 11 September 2031.", ["2031-09-11"]),
    ("This was considered by the Ethics Committee (8 April 2031) and by Strategic Board (2 May"
     " 2031).", ["2031-04-08", "2031-05-02"]),
    ("Trustees, 7 June 2031: agreed to fund the second year.", ["2031-06-07"]),
    ("The Board reconvenes on 30 June 2031 to finish the agenda.", ["2031-06-30"]),
    ("The committee sat on 2 April 2031 and heard from four witnesses.", ["2031-04-02"]),
    ("The figures first came before members on 12 December 2030.", ["2030-12-12"]),
    ("Next Force Performance Group: 22 Aug 2031, 14:00, Teams.", ["2031-08-22"]),
    ("Approved by the Executive, 19 June 2031; call-in ends 27 June 2031.", ["2031-06-19"]),
    ("Minute 14 of the Police Authority, 3 March 2009, refers.", ["2009-03-03"]),
    ("Gold group was stood up on 3 May 2031 and met again on 10 May 2031.", ["2031-05-10"]),
    ("I raised it at our one-to-one of 6 May 2031.", ["2031-05-06"]),
    ("Adjourned to Wednesday 12 March 2031 at 2pm.", ["2031-03-12"]),
    ("The paper is going to Corporate Leadership Team on 4 June 2031, then Cabinet, 1 July 2031.",
     ["2031-06-04", "2031-07-01"]),
    ("Police and Crime Panel 20 March 2031 asked for this twice.", ["2031-03-20"]),
    ("Discussed at SLT 14.05.31 – no decision.", ["2031-05-14"]),
    ("The tribunal resumes on 2 December 2031.", ["2031-12-02"]),
    ("The Assembly’s plenary of 13 March 2031 noted the letter.", ["2031-03-13"]),
    ("The Governing Body, which met on 9 January 2031, accepted the audit.", ["2031-01-09"]),
    ("On 16 May 2031, before the Audit and Risk Committee, the treasurer accepted it.",
     ["2031-05-16"]),
    ("The PCC’s weekly call with the Chief on 3 June 2031 covered vetting.", ["2031-06-03"]),
    ("The Board’s away day, 18 September 2031, is to be about custody.", ["2031-09-18"]),
    ("Cllr Moss told Cabinet on 10 June 2031 that the vans were late.", ["2031-06-10"]),
    ("The Justice Committee took evidence on 14 October 2031.", ["2031-10-14"]),
    ("Budget Council – 26 February 2031 – set the precept.", ["2031-02-26"]),
    ("The Finance and Audit Committee (14 May 2031) saw the draft.", ["2031-05-14"]),
    ("See also: Performance Board – 7 May 2031 – where the same was promised.", ["2031-05-07"]),
    ("Cabinet considered the auditor's letter on 2 July 2031.", ["2031-07-02"]),
    ("The Police and Crime Panel debated the precept on 4 February 2031.", ["2031-02-04"]),
    ("Owing to snow the meeting was rearranged for 19 January 2031.", ["2031-01-19"]),
    ("The Advisory Group meets for the first time on 6 June 2031.", ["2031-06-06"]),
    ("Come along: Dale Library, Tuesday 4 November 2031, or Moor Hall, Friday 7 November 2031.",
     ["2031-11-04", "2031-11-07"]),
    ("What's on:\n\n- 4 November 2031, Dale Library\n\n- 7 November 2031, Moor Hall, 7pm",
     ["2031-11-04", "2031-11-07"]),
    ("The vans were sold.\n\n- 12 June 2031, 6pm, public surgery at the mart\n\n- 20 June 2031,"
     " our panel", ["2031-06-12", "2031-06-20"]),
    ("Members heard from the auditor on 8 May 2031.", ["2031-05-08"]),
    ("Resolved at the Housing Committee, 6 May 2031.", ["2031-05-06"]),
    ("They meet again on 22 May 2031.", ["2031-05-22"]),
    ("Members of the Fire Authority voted on 12 February 2031 to keep the station.",
     ["2031-02-12"]),
    ("The inquiry sits again on 12 May 2031.", ["2031-05-12"]),
    ("The vans were sold.\n\nParish meeting: 12 May 2031, 7.30pm, the chapel", ["2031-05-12"]),
]  # fmt: skip


@pytest.mark.parametrize(("words", "days"), TOLD)
def test_a_body_and_its_day(words: str, days: list[str]) -> None:
    assert _days(words) == days


NONE = [
    "Ms Dale joined the board on 6 April 2031.",
    "She was appointed to the Panel on 6 April 2031 and left the committee on 2 May 2031.",
    "He stood down from the board on 6 April 2031.",
    "Cllr Ash resigned from the Panel on 6 May 2031.",
    "Cllr Fenn has sat on the panel since 6 May 2030.",
    "The council tax was set on 24 February 2031.",
    "The Board was set up on 1 April 2030.",
    "The Board appointed her on 6 May 2031.",
    "The Chair of the committee wrote to us on 4 May 2031.",
    "The Committee’s report was published on 9 May 2031.",
    "The Chief Constable told the Board that the work ended on 9 May 2031.",
    "The Panel found that the vans had been sold on 6 May 2031.",
    "The board agreed to close the site on 6 May 2031.",
    "Contracts were signed for the committee rooms on 6 May 2031.",
    "Members must reply to the Panel by 9 May 2031.",
    "All papers reach the Board by 6 May 2031.",
    "The council bought the site on 9 May 2031.",
    "The Board’s letter, 6 May 2031, is attached.",
    "We replied to the Committee on 6 May 2031 in writing.",
    "Elections to the Council were held on 1 May 2031.",
    "Signed: A. Moss, Chair, Ethics Committee, 4 March 2031",
    "A group of four broke in on 12 May 2031.",
    "The Board's new members start on 12 May 2031.",
    "Deadline for the meeting: 12 May 2031",
    "Come along with us.\n\nThe vans were sold on 6 May 2031.",
    "- 6 May 2031, all vans sold\n\n- 8 May 2031, board papers published",
]


@pytest.mark.parametrize("words", NONE)
def test_what_is_no_meeting(words: str) -> None:
    assert not _days(words)


def test_an_item_put_off() -> None:
    head = "Marlshire Panel\n\nMinutes of the meeting of 4 March 2031\n\nPresent: A. Bold\n\n"
    assert "2031-10-16" in _days(head + "Vetting paper deferred to 16 October 2031.", "minutes")
    assert "2031-03-18" in _days(
        head + "The Panel adjourned at 12.40pm to 18 March 2031.", "minutes"
    )
