"""Grades by what speaks for them: words of many authors, each grade in double brackets."""

import re

import pytest
from tests.unit.reading.making import reading_of

MARKED = [
    (
        "BARTONSHIRE POLICE UNDER FIRE\n\nInspectors have branded Bartonshire Police's control "
        'room "[[inadequate]]". The watchdog\'s report, out today, also handed the force a '
        '"[[requires improvement]]" for the way it deals with sex offenders. Only one of its '
        "departments, the dogs section, wins an [[outstanding]]."
    ),
    (
        "Minutes of the Police and Crime Panel\n\n12. PEEL report. The Chief Constable told "
        "Members that HMICFRS had moved the Constabulary from [[adequate]] to [[good]] on "
        "prevention. Cllr Hume noted that victims' services had not shifted from [[requires "
        "improvement]] since 2022. He wished the outstanding work of officers to be recorded."
    ),
    (
        "The grade for custody has been lifted from [[inadequate]] to [[requires improvement]]."
        " The one for firearms stays where it was, at [[good]]."
    ),
    (
        "We inspected Dunmoor Fire and Rescue Service between May and July. Its effectiveness "
        "[[requires improvement]]. Its efficiency is [[good]]. How it looks after its people is"
        " [[inadequate]]."
    ),
    (
        "HMICFRS has put Larkshire's grade for responding to the public at [[requires "
        "improvement]], two below its last."
    ),
    (
        "Overall the Trust was rated as [[Requires Improvement]] by the CQC in 2025; safety was"
        " the weakest at [[Inadequate]] and caring the strongest at [[Outstanding]]."
    ),
    (
        "The Inspectorate's verdict on the youth justice service: [[Requires improvement]]. It "
        "scored out of a possible 36."
    ),
    (
        "In the 2024 round by HMICFRS the Constabulary was [[good]] for leadership, we learned,"
        " but for disrupting serious crime only [[adequate]]."
    ),
    (
        "I was disappointed that the force's grading for managing offenders fell two places to "
        "[[inadequate]], and I told the Chief so. Police officers do outstanding work."
    ),
    (
        "Report to Audit Committee\n\n2.3 HMICFRS's PEEL inspection published in January "
        "assessed the Force as '[[Good]]' in relation to engagement, '[[Adequate]]' in relation"
        " to powers and '[[Requires Improvement]]' in relation to the investigation of crime."
    ),
    (
        "With an [[outstanding]] for its detectives and an [[inadequate]] for its cells, the "
        "force is a puzzle, HMICFRS admits."
    ),
    (
        "The regulator says that the landlord has a [[C3]] for consumer standards and [[G1]] "
        "for governance."
    ),
    (
        "Castle Road Surgery, last seen in 2023 when it was [[Good]] overall, is now in special"
        " measures after the Care Quality Commission found it [[Inadequate]]."
    ),
    (
        "HM Inspectorate of Probation has rated the Wexmoor PDU '[[Inadequate]]'. Its leaders "
        "were scored [[Inadequate]] as well; staffing was a little better, [[Requires "
        "improvement]]."
    ),
    (
        "The fire brigade did worse than last time. In 2022 inspectors gave it [[good]] for "
        "protection; now the same work [[requires improvement]]."
    ),
    (
        "Constabulary upgraded: watchdog lifts vetting grade to [[adequate]]\n\nThe HMICFRS "
        "report was published at noon. Nobody would call this an outstanding result."
    ),
    (
        "PEEL inspectors were kinder about the force's leaders ([[good]]) than about its call "
        "takers ([[inadequate]])."
    ),
    (
        "As for strategic planning, the judgment of [[requires improvement]] was no surprise to"
        " the Committee, which had feared inadequate."
    ),
    (
        "At the last inspection by HMICFRS we were deemed [[adequate]] for tackling workforce "
        "corruption. That has become [[requires improvement]]."
    ),
    (
        "Sir, your readers may not know that HMICFRS, having called the Constabulary "
        "[[inadequate]] on child protection in 2021, this week called it [[good]]."
    ),
    (
        "The brigade's grade for prevention tumbled to [[inadequate]] after two deaths, HMICFRS"
        " said. Its people strand held at [[good]]."
    ),
    (
        "Cllr Akhtar asked why we had slipped to [[requires improvement]] for the use of police"
        " powers. The ACC said that HMICFRS had changed the test, and that [[adequate]] had "
        "been a fair reflection in 2023."
    ),
    (
        "HMICFRS's graders came down on the side of [[adequate]] for Northmoor's work with the "
        "vulnerable. They could not go higher than [[requires improvement]] for its custody "
        "suites."
    ),
    (
        "The force has been told by HMICFRS that its response to rape [[requires improvement]] "
        "and that its forensic work is [[good]]."
    ),
    (
        "The school, [[Outstanding]] since 2014, has been downgraded to [[Requires "
        "Improvement]] by Ofsted."
    ),
    (
        "In summary our gradings by HMICFRS are: [[Outstanding]] – recording data about crime; "
        "[[Good]] – powers, prevention; [[Inadequate]] – victims."
    ),
    (
        "It is pleasing that inspectors see the Service as [[good]] at understanding risk. It "
        "is less pleasing to see [[requires improvement]] against fire protection."
    ),
    (
        "Members heard that, of the eleven areas inspected by HMICFRS, only responding to the "
        "public was [[inadequate]]. Leadership had been marked [[adequate]] and investigating "
        "crime likewise [[adequate]]."
    ),
    (
        "The Home was given a rating of [[Inadequate]] for safe and one of [[Requires "
        "improvement]] for effective."
    ),
    (
        "\"[[Requires improvement]]\" was the inspectors' summary of the force's work on fraud."
        " For its cadets they had only praise."
    ),
    (
        "The CQC re-inspected the ward and raised its rating from [[inadequate]] to [[requires "
        "improvement]]."
    ),
    (
        "The Inspectorate of Probation's overall score put the region at [[Requires "
        "improvement]] with only the court team in [[Good]]."
    ),
    (
        "PEEL 2025: the force's position\n\nThe force stands at [[adequate]] for reducing "
        "crime. It stood at [[good]] in 2023. A good deal of work has been put in train."
    ),
    (
        "HMICFRS no longer thinks the force inadequate at tackling domestic abuse: it is now "
        "[[adequate]]."
    ),
    (
        "The children's home ([[Good]], Ofsted, June 2025) has had four managers. Its neighbour"
        " is [[Outstanding]]."
    ),
    (
        "HMICFRS was generous to Fellshire on firearms licensing ([[good]] again) but marked "
        "its professional standards as [[requiring improvement]]."
    ),
    (
        "5.1 Members were reminded that custody had been [[adequate]] in 2022. HMICFRS had "
        "since marked it down to [[requires improvement]]."
    ),
    (
        "Dear all, HMICFRS published our PEEL this morning. Recording crime is [[good]], which "
        "is great. Responding to the public has slipped and is now [[requires improvement]]."
    ),
    "HMICFRS: Fernshire Police. Vetting – [[Inadequate]]. Leadership – [[Good]].",
    (
        "The CQC kept the hospital at [[requires improvement]] overall but lifted its maternity"
        " unit to [[good]]."
    ),
    (
        "I welcome the Inspectorate's finding that we are [[outstanding]] in tackling serious "
        "organised crime, and I accept that we are [[inadequate]] in our care of victims."
    ),
    (
        "Grading for public contact: unchanged at [[adequate]]. Grading for custody: down one "
        "to [[requires improvement]]. (HMICFRS, 2031)"
    ),
    (
        "The report of Ofsted on Elm House is painful. It was [[good]] a year ago. It is "
        "[[inadequate]] today."
    ),
    (
        "HMICFRS assessed nine areas. The only [[inadequate]] was for child protection; the "
        "only [[outstanding]] for recording of crime."
    ),
    (
        "The Police Federation said a grade of [[inadequate]] for wellbeing came as no shock. "
        "HMICFRS had already called it [[requires improvement]] in 2023."
    ),
    (
        "Probation inspectors gave the Carden unit [[requires improvement]] for staffing and "
        "[[good]] for leadership."
    ),
    (
        "HMICFRS noted little change: prevention remained [[adequate]], protection remained "
        "[[requires improvement]] and people dropped to [[inadequate]]."
    ),
    (
        "“Being told that you are merely [[adequate]] at protecting vulnerable people should "
        "sting,” said the Commissioner of the HMICFRS report, which found leadership [[good]]."
    ),
    (
        "Ofsted's judgement on overall effectiveness is [[requires improvement]]; it had been "
        "[[outstanding]] for eleven years."
    ),
    (
        "The force was one of only two to get [[outstanding]] from HMICFRS for neighbourhood "
        "policing. For custody it got [[adequate]]."
    ),
    (
        "From [[requires improvement]] to [[good]] in eighteen months: how HMICFRS saw our call"
        " centre."
    ),
    ("HMICFRS has raised our vetting out of [[inadequate]]: it is [[adequate]] as of this week."),
]

# Beside grades, the same words as praise, blame, a state of things or a hope.
PLAIN = [
    (
        "HMICFRS graded the force [[good]] for custody and [[inadequate]] for vetting. Two "
        "invoices are outstanding. The weather was good. Lighting in the yard is inadequate for"
        " night work, and the tea was poor."
    ),
    (
        "HMICFRS graded the force [[adequate]] for custody and [[inadequate]] for vetting. "
        "Staff said that training was inadequate and that supervision was good. The panel's "
        "turnout was outstanding. Six of the actions remain outstanding from 2024."
    ),
    (
        "HMICFRS graded the force [[adequate]] for custody and [[good]] for response. It hopes "
        "to be outstanding by 2030. We will not rest until it is rated outstanding. Is it "
        "adequate to say sorry? The lawyer thought the safeguards adequate."
    ),
    (
        "Ofsted rated the home [[good]] and then [[inadequate]]. Communication with parents is "
        "good. Record keeping is inadequate because no one checks. Staffing levels were "
        "adequate on the day."
    ),
    (
        "HMICFRS graded the force [[good]] for custody and [[inadequate]] for vetting. Where "
        "arrangements are inadequate, people come to harm. Relations with the council are good."
        " Morale is good. The pay is inadequate, said the union."
    ),
    (
        "HMICFRS rated the service [[requires improvement]] for people and [[good]] for "
        "response. The roof requires improvement. Its boiler room is inadequate. A fire door "
        "that requires improvement must be replaced. The debate was outstanding."
    ),
    (
        "The CQC rated the surgery [[inadequate]] and the hospital [[good]]. Patients said the "
        "food was good. Two doctors were outstanding, they said. The number of nurses was "
        "inadequate overnight."
    ),
    (
        "HMICFRS judged custody [[good]] and vetting [[inadequate]]. Data quality requires "
        "improvement. The plan was adequate for its purpose. Some of its supervision is good, "
        "but oversight is inadequate. Compliance in the second quarter was good."
    ),
    (
        "HMICFRS judged custody [[good]] and vetting [[inadequate]]. The force's progress with "
        "the first action has been good. Evidence for closure was inadequate; the action stays "
        "open. Three audits are outstanding."
    ),
    (
        "HMICFRS judged custody [[good]] and vetting [[adequate]]. Inspectors said that "
        "scrutiny of searches was inadequate, and that the quality of files was good. They "
        "found that first-line supervision was adequate in most cases."
    ),
]


@pytest.mark.parametrize("marked", [*MARKED, *PLAIN])
def test_what_speaks_for_a_grade_shows_it(marked: str) -> None:
    words = re.sub(r"\[\[|\]\]", "", marked)
    reading = reading_of(words, kind="other")
    given = sorted(line["quote"]["start"] for line in reading.lines() if line["kind"] == "grade")
    wanted = [one.start() - 4 * place for place, one in enumerate(re.finditer(r"\[\[", marked))]
    assert given == wanted
