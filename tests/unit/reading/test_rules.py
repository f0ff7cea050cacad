"""Every rule has an example that it reads and a counter-example that it leaves alone."""

import re
from pathlib import Path

import pytest
from tests.unit.reading.making import reading_of
from tests.unit.reading.rule_examples import MORE
from tests.unit.reading.rule_examples_asked import ASKED
from tests.unit.reading.rule_examples_met import MET

import answerable.reading

# rule: (type of document, text, the quote it must give, text that it must not read)
RULES: dict[str, tuple[str, str, str, str]] = {
    "grade.verb": (
        "news",
        "Marlshire Police has been rated inadequate for protecting children.",
        "inadequate",
        "Marlshire Police must never again be rated inadequate for protecting children.",
    ),
    "grade.noun-of": (
        "news",
        "The overall grading of Marlshire Police was 'requires improvement'.",
        "requires improvement",
        "A grading of Marlshire Police as good would be welcome.",
    ),
    "grade.noun": (
        "news",
        "Marlshire Police kept its adequate rating this year.",
        "adequate",
        "An 'adequate' rating means that some of the marks were met.",
    ),
    "meeting.subject": (
        "other",
        "From: Ada Moss\n\nSubject: Extra meeting on 26 May 2031\n\nDoors open at six.",
        "26 May 2031",
        "From: Ada Moss\n\nSubject: Papers for the meeting on 26 May 2031\n\nDoors open at six.",
    ),
    "people.titled-alone": (
        "minutes",
        "The gate was looked at. Mrs Pember will have it repaired.",
        "Mrs Pember",
        "The gate was looked at. A Mrs Pember will have it repaired.",
    ),
    "people.by-turns": (
        "minutes",
        "Present:-\n\nTilda PEMBER\n\nChief Officer\n\nOswin VALE\n\nFinance Lead",
        "Tilda PEMBER\n\nChief Officer",
        "Attendance\n\nHolme SCHOOL\n\nNorth Ward\n\nMarl COLLEGE\n\nSouth Ward",
    ),
    "people.titled-several": (
        "minutes",
        "It was settled that Cllrs Pember and Trewin may put their questions first.",
        "Pember",
        "It was settled that Cllrs and Officers may put their questions first.",
    ),
    "grade.each": (
        "news",
        "HMICFRS says that two forces were graded good: Marlshire Police and Dunshire Police.",
        "good",
        "HMICFRS says that three forces were graded good: Marlshire Police and Dunshire Police.",
    ),
    "grade.be": (
        "news",
        "Marlshire Police is inadequate at managing offenders, says the letter.",
        "inadequate",
        "Marlshire Police is no longer inadequate at managing offenders, says the letter.",
    ),
    "action.resolved": (
        "minutes",
        "RESOLVED: That the Commissioner be asked to supply the action plan by 22 April.",
        "supply the action plan by 22 April",
        "The Panel hoped that the Commissioner be asked to supply the action plan by 22 April.",
    ),
    "meeting.programme": (
        "minutes",
        "Work programme\n\n5 February 2032 - precept\n\n19 March 2032 - rural crime",
        "19 March 2032",
        "Spending\n\n5 February 2032 - precept\n\n19 March 2032 - rural crime",
    ),
    "grade.question": (
        "report",
        "The force is good at preventing crime.",
        "good",
        "The force is good at listening to people.",
    ),
    "grade.once-was": (
        "report",
        "At our last inspection, in 2022, this area was adequate.",
        "adequate",
        "At our last inspection, in 2022, this area was well led.",
    ),
    "grade.had-as": (
        "minutes",
        "Marlshire Police had itself as good for responding to the public.",
        "good",
        "Marlshire Police had good words for responding to the public.",
    ),
    "grade.line-of-two": (
        "report",
        "Question This inspection 2029/30\n\nPreventing fires Good Adequate\n\n"
        "Responding to fires Inadequate Good",
        "Inadequate",
        "Question First view Second view\n\nPreventing fires Good Adequate\n\n"
        "Responding to fires Inadequate Good",
    ),
    "grade.chain": (
        "news",
        "Marlshire Police was graded good for prevention and adequate for custody.",
        "adequate",
        "Marlshire Police was graded good for prevention. It has adequate cells.",
    ),
    "grade.change-from": (
        "news",
        "The rating of Dunshire Police dropped from good to inadequate.",
        "good",
        "Dunshire Police has a long way to go from good intentions to results.",
    ),
    "grade.change-to": (
        "news",
        "The rating of Dunshire Police dropped from good to inadequate.",
        "inadequate",
        "Dunshire Police moved staff from one adequate building to another.",
    ),
    "grade.lowest": (
        "news",
        "The watchdog gave Dunshire Police its lowest grade, inadequate, for custody.",
        "inadequate",
        "The lowest grade is for inadequate services.",
    ),
    "grade.predicate": (
        "inspection-report",
        "The quality of practice requires improvement to be good. It was seen in many files.",
        "requires improvement to be good",
        "The report requires improvement plans from all.",
    ),
    "grade.line": (
        "inspection-report",
        "# Ratings\n\nWell-led   Requires improvement",
        "Requires improvement",
        "# Ratings\n\nWhat good looks like",
    ),
    "grade.past-visit": (
        "inspection-report",
        "We looked again. Dunshire Police was good in its 2027/28 assessment, we found then.",
        "good",
        "Dunshire Police was good in its dealings with us.",
    ),
    "grade.label": (
        "inspection-report",
        "Preventing crime: good",
        "good",
        "Good: The force has shown all of the marks.",
    ),
    "grade.list": (
        "minutes",
        "Marlshire Police was judged:\n\n- Effectiveness – requires improvement",
        "requires improvement",
        "We looked for:\n\n- leaders who are good at listening",
    ),
    "grade.inline": (
        "news",
        "The grades are as follows: Effectiveness - good; Efficiency - adequate.",
        "adequate",
        "The grades are as follows: outstanding; good; adequate.",
    ),
    "grade.headline": (
        "inspection-report",
        "Marlshire Police is good at preventing crime.",
        "good",
        "Everyone is good at preventing crime.",
    ),
    "grade.under-heading": (
        "inspection-report",
        "# Responding to the public\n\nRequires improvement\n\nCalls are answered late.",
        "Requires improvement",
        "# Responding to the public\n\nIt requires improvement to its phones, we were told.",
    ),
    "grade.over-questions": (
        "inspection-report",
        "The force was graded as:\n\nGood\n\nPreventing crime\n\nInadequate\n\nCustody",
        "Inadequate",
        "# Preventing crime\n\nGood\n\n# Custody\n\nInadequate",
    ),
    "grade.beside-questions": (
        "inspection-report",
        "Our judgments are:\n\nGood: Preventing crime; Custody\n\nInadequate: Call handling",
        "Good",
        "Our judgments are given below.\n\nGood: Meals were hot; Staff were kind",
    ),
    "grade.list-under": (
        "inspection-report",
        "Marlshire Police was rated inadequate in:\n\n- custody\n\n- call handling",
        "inadequate",
        "Marlshire Police has work to do in:\n\n- custody\n\n- call handling",
    ),
    "grade.table": (
        "inspection-report",
        "| Force | Grade\n\n| Dunshire Police | Good",
        "Good",
        "| Grade | Meaning\n\n| Good | The force has met all of the marks",
    ),
    "grade.in-one": (
        "inspection-report",
        "Marlshire Police was inspected.\n\nVetting (inadequate)\n\nThe force should count.",
        "inadequate",
        "Marlshire Police was inspected.\n\nFence (inadequate)\n\nThe force should count.",
    ),
    "grade.excellent-to-poor": (
        "inspection-report",
        "Marl area was inspected.\n\n| Aspect | Rating\n\n| Files | Poor\n\n| Advice | Fair",
        "Poor",
        "Marl area was inspected.\n\n| Roof | Rating\n\n| Tiles | Poor\n\n| Slates | Fair",
    ),
    "grade.summary-table": (
        "inspection-report",
        "Marlshire Police was inspected.\n\n| Good | Inadequate\n\n| Custody | Call handling",
        "Inadequate",
        "| Item | Lead\n\n| Custody | Call handling",
    ),
    "grade.count": (
        "news",
        "HMICFRS found Marlshire Police was 'good' in two areas.",
        "'good' in two areas",
        "HMICFRS met good people in two areas.",
    ),
    "cause.section": (
        "inspection-report",
        "# Cause of concern\n\nMarlshire Police does not manage the risk of wanted suspects.",
        "Marlshire Police does not manage the risk of wanted suspects.",
        "# Introduction\n\nMarlshire Police does not publish its plan in Welsh.",
    ),
    "cause.label": (
        "inspection-letter",
        "Cause of concern: Marlshire Police does not answer calls in time.",
        "Marlshire Police does not answer calls in time.",
        "There was no cause of concern: Marlshire Police answers calls in time.",
    ),
    "cause.prose": (
        "inspection-letter",
        "We have identified a cause of concern about how Marlshire Police runs its cells.",
        "We have identified a cause of concern about how Marlshire Police runs its cells.",
        "We did not find a cause of concern about how Marlshire Police runs its cells.",
    ),
    "list.lead-in.should": (
        "inspection-letter",
        "By 30 September 2031 the force should:\n\n- train every officer; and",
        "train every officer",
        "The report says:\n\n- officers were trained; and",
    ),
    "section.should": (
        "inspection-report",
        "# Recommendations\n\nMarlshire Police should publish its plan.",
        "publish its plan",
        "# Recommendations\n\nIf Marlshire Police should publish its plan, we will read it.",
    ),
    "prose.recommends": (
        "news",
        "The inspectorate recommends that Marlshire Police reviews its rota at once.",
        "reviews its rota at once",
        "The inspectorate says that Marlshire Police reviews its rota each year.",
    ),
    "section.imperative": (
        "other",
        "# Recommendations\n\n1. Ensure that every call is answered.",
        "Ensure that every call is answered",
        "# Findings\n\n1. Ensure that every call is answered.",
    ),
    "afi.section.needs": (
        "inspection-report",
        "# What needs to improve?\n\n- The timeliness of assessments.",
        "The timeliness of assessments.",
        "# What went well?\n\n- The timeliness of assessments.",
    ),
    "afi.section.should": (
        "inspection-report",
        "# Area for improvement\n\nMarlshire Police should answer calls faster.",
        "Marlshire Police should answer calls faster.",
        "# What went well\n\nMarlshire Police should be praised for its calls.",
    ),
    "practice.named": (
        "inspection-report",
        "# Promising practice\n\nThe force uses drones to check warrants.",
        "The force uses drones to check warrants.",
        "We found no promising practice here.",
    ),
    "inspection.visit": (
        "inspection-letter",
        "Between 5 and 7 February 2031, we carried out a revisit.",
        "Between 5 and 7 February 2031, we carried out a revisit",
        "On 5 February 2031, we wrote to the service.",
    ),
    "monitoring.move": (
        "press-release",
        "Marlshire Police was moved into Engage in 2030.",
        "Marlshire Police was moved into Engage",
        "A force may be moved into Engage.",
    ),
    "commitment.future": (
        "statement",
        "We will open a new custody suite by 31 May 2031.",
        "We will open a new custody suite by 31 May 2031.",
        "We will not comment on the custody suite.",
    ),
    "claim.past": (
        "statement",
        "We have trained 140 officers since the visit.",
        "We have trained 140 officers since the visit.",
        "If we had trained 140 officers, we would say so.",
    ),
    "response.alone": (
        "statutory-response",
        "Recommendation 2: the force should train its staff.\n\nPartially accepted.",
        "Partially accepted",
        "The minutes were taken as read.",
    ),
    "response.prose": (
        "statutory-response",
        "The force accepts recommendation 3 in full.",
        "The force accepts recommendation 3 in full.",
        "The force was asked whether it accepts recommendation 3.",
    ),
    "register.status": (
        "register",
        "22/03/2031 [status] being-progressed",
        "being-progressed",
        "The status of the work was discussed.",
    ),
    "register.comment": (
        "register",
        "9 April 2031 [comment] The force has begun training.",
        "The force has begun training.",
        "He had no comment to make on the training.",
    ),
    "status.closing": (
        "inspection-letter",
        "As a result, we have closed this cause of concern.",
        "we have closed this cause of concern",
        "We cannot say when we will have closed this cause of concern.",
    ),
    "meeting.title-date": (
        "minutes",
        "# Marlshire Governance Board\n\nMinutes of the meeting held on 18 June 2031 at 2pm",
        "Minutes of the meeting held on 18 June 2031 at 2pm",
        "Marlshire has a board. It was formed in June.",
    ),
    "meeting.previous": (
        "minutes",
        "The minutes of the meeting held on 14 January 2031 were agreed.",
        "meeting held on 14 January 2031",
        "The new rota was agreed on 14 January 2031.",
    ),
    "meeting.next": (
        "minutes",
        "# Date of next meeting\n\n18 March 2031",
        "18 March 2031",
        "# Published\n\n18 March 2031",
    ),
    "meeting.will-meet": (
        "news",
        "The next meeting of the panel will be held on 28 November 2031.",
        "next meeting of the panel will be held on 28 November 2031",
        "The new station will open on 28 November 2031.",
    ),
    "meeting.mentioned": (
        "news",
        "He told the Marlshire Scrutiny Panel at a meeting on 3 May 2031 that he was sorry.",
        "meeting on 3 May 2031",
        "He said on 3 May 2031 that he was sorry.",
    ),
    "agenda.item": (
        "agenda",
        "4. Any other business",
        "Any other business",
        "4. the officers came late and the panel was told so in terms that left no doubt at all.",
    ),
    "decision.marked": (
        "minutes",
        "RESOLVED: That the lease be extended.",
        "That the lease be extended.",
        "The panel was resolved to do better.",
    ),
    "decision.headed": (
        "minutes",
        "# Decision\n\nThe grant is renewed for one year.",
        "The grant is renewed for one year.",
        "# Discussion\n\nThe grant is renewed each year.",
    ),
    "decision.that-be": (
        "minutes",
        "There were no declarations. That the report on vans be noted.",
        "That the report on vans be noted",
        "There were no declarations. That will be noted.",
    ),
    "decision.prose": (
        "minutes",
        "The Board approved the purchase of two vans.",
        "The Board approved the purchase of two vans",
        "The Board asked whether the purchase was approved.",
    ),
    "assurance.judged": (
        "minutes",
        "The Commissioner was not assured that calls would be answered.",
        "not assured",
        "The Commissioner sought assurance that calls would be answered.",
    ),
    "action.marked": (
        "minutes",
        "Action: RHL to share the analysis by 31/07/2031.",
        "share the analysis by 31/07/2031",
        "Action: none.",
    ),
    "action.marked-after": (
        "minutes",
        "The Treasurer will bring a report in March. Action: Treasurer",
        "bring a report in March",
        "The Treasurer brought a report in March.",
    ),
    "action.headed": (
        "minutes",
        "# Actions\n\n1. Circulate the figures of each station.",
        "Circulate the figures of each station",
        "# Actions\n\nNone.",
    ),
    "action.prose": (
        "minutes",
        "The Chief Constable agreed to circulate the action plan.",
        "circulate the action plan",
        "The Chief Constable agreed with the panel.",
    ),
    "action.agreed-that": (
        "minutes",
        "It was agreed that the Chief Constable would report back in the spring.",
        "report back in the spring",
        "It was agreed that the report was long.",
    ),
    "action.initials": (
        "minutes",
        "# Present\n\nDavid Akers (DA) - Chief Constable\n\n# Custody\n\nDA to provide an update.",
        "provide an update",
        "# Present\n\nDavid Akers (DA) - Chief Constable\n\n# Custody\n\nDA spoke to the paper.",
    ),
    "action-log.row": (
        "action-log",
        "| Ref | Action | Owner | Due\n\n| 7 | Share the plan | ACC / DCC | TBC",
        "Share the plan",
        "| Ref | Paper | Pages\n\n| 7 | Share the plan | 4",
    ),
    "action-log.status": (
        "action-log",
        "| Ref | Action | Owner | Status\n\n| 7 | Share the plan | DCC | Ongoing",
        "Ongoing",
        "| Ref | Action | Owner\n\n| 7 | Share the plan | DCC",
    ),
    "action-log.rating": (
        "action-log",
        "| Ref | Action | Owner | RAG\n\n| 7 | Share the plan | DCC | Amber",
        "Amber",
        "| Ref | Action | Owner\n\n| 7 | Share the plan | DCC",
    ),
    "action-log.update": (
        "action-log",
        "| Ref | Action | Owner | Update\n\n| 7 | Share the plan | DCC | Draft sent",
        "Draft sent",
        "| Ref | Action | Owner\n\n| 7 | Share the plan | DCC",
    ),
    "finding-row.recommendation": (
        "statutory-response",
        "| No. | Recommendation | Status\n\n| 4 | Train every lead officer by May | On track",
        "Train every lead officer by May",
        "| No. | Paper | Status\n\n| 4 | Train every lead officer by May | On track",
    ),
    "finding-row.improvement": (
        "statutory-response",
        "| Area for improvement | Force response\n\n| Answer calls faster than now | Accepted",
        "Answer calls faster than now",
        "| Area | Force response\n\n| Answer calls faster than now | Accepted",
    ),
    "finding-row.response": (
        "statutory-response",
        "| Recommendation | Force response\n\n| Answer calls faster than now | Accepted in part",
        "Accepted in part",
        "| Recommendation | Lead\n\n| Answer calls faster than now | Acceptance team",
    ),
    "finding-row.status": (
        "statutory-response",
        "| Recommendation | Status\n\n| Answer calls faster than now | In progress",
        "In progress",
        "| Recommendation | Lead\n\n| Answer calls faster than now | In progress",
    ),
    "money.amount": ("funding", "It cost £2.4 million.", "£2.4 million", "It cost a great deal."),
    "count.things": (
        "news",
        "Marlshire Police looked at 60 audit records.",
        "60 audit records",
        "See page 60 and section 12 of the report.",
    ),
    "count.time": ("news", "It took six years to do so.", "six years", "It was done in 2016."),
    "figure.percent": ("news", "Positive outcomes were 13.3%.", "13.3%", "Outcomes were 13."),
    "people.role-name": (
        "news",
        "Nothing changed, Chief Constable Priya Desai wrote.",
        "Chief Constable Priya Desai",
        "Nothing changed, the Chief Constable of Marlshire wrote.",
    ),
    "people.name-role": (
        "news",
        "It was led by Owen Tarrant, Police and Crime Commissioner for Marlshire.",
        "Owen Tarrant, Police and Crime Commissioner for Marlshire",
        "It was led by Marlshire Police, the largest force.",
    ),
    "people.apposition": (
        "news",
        "Dev Anand, deputy director of hospitals, said: \"Staff were kind and worked hard.\"",
        "Dev Anand, deputy director of hospitals",
        "Larkfield Hospital, the largest in the area, said: \"Staff were kind.\"",
    ),
    "people.titled": (
        "minutes",
        "A letter from Mr Colin Merritt was read.",
        "Mr Colin Merritt",
        "A letter from Mr Speaker was read.",
    ),
    "people.absent": (
        "minutes",
        "Apologies were received from Michael Porter.",
        "Michael Porter",
        "Apologies were received from the treasurer.",
    ),
    "people.there": (
        "minutes",
        "Also in attendance were Mr A Bellamy and DCI Liz Wilcock.",
        "DCI Liz Wilcock",
        "Also in attendance were members of the public.",
    ),
    "people.table": (
        "minutes",
        "| Present | Cllr P Rooke, Cllr S Haq\n\n| Officers | C Ibbotson; Area Manager N Frayne",
        "Area Manager N Frayne",
        "| Present | Yes\n\n| Officers | Marl Street Conference Room",
    ),
    "people.councillors": (
        "minutes",
        "A question was put by Councillors Ann Sutter and Roy Beck.",
        "Ann Sutter",
        "Councillors asked about the budget.",
    ),
    "people.attendance": (
        "minutes",
        "# Present\n\nGail Fenton (GF) – Chief Executive Officer",
        "Gail Fenton (GF) – Chief Executive Officer",
        "# Present\n\nThe Executive Board",
    ),
    "people.letter": (
        "inspection-letter",
        "Dear Home Secretary\n\nYours sincerely\n\nHelen Marsh",
        "Helen Marsh",
        "Dear Home Secretary\n\nYours sincerely",
    ),
    "people.said": (
        "news",
        "\"We are sorry,\" said Omar Dent.",
        "Omar Dent",
        "\"We are sorry,\" said the Marlshire Police Federation.",
    ),
    "residue.unread": (
        "inspection-report",
        "Somebody ought to look into how this came about.",
        "Somebody ought to look into how this came about.",
        "Somebody looked into how this came about.",
    ),
}  # fmt: skip

RULES |= MORE | ASKED | MET
NOT_A_RULE = re.compile(r"\.py$|^i\.e|^e\.g|^mgAi")


def given(kind: str, words: str, rule: str) -> list[str]:
    """The quotes that a rule gives."""
    return [
        line["quote"]["exact"]
        for line in reading_of(words, kind=kind).lines()
        if line["rule"] == rule
    ]


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_reads_its_example(rule: str) -> None:
    """Protects recall: the words that a rule was written for."""
    kind, words, quote, _ = RULES[rule]
    assert quote in given(kind, words, rule)


@pytest.mark.parametrize("rule", sorted(RULES))
def test_a_rule_leaves_its_counter_example(rule: str) -> None:
    """Protects precision: negation, hypothesis and look-alikes are not read."""
    kind, _, _, words = RULES[rule]
    assert given(kind, words, rule) == []


def test_every_rule_of_the_code_has_an_example() -> None:
    """Protects the rule that nothing is read by an untested rule."""
    folder = Path(answerable.reading.__file__).parent
    named = {
        found
        for path in folder.rglob("*.py")
        for found in re.findall(
            r'"((?:grade|cause|practice|inspection|monitoring|commitment|claim|response|status|meeting'
            r"|agenda|decision|assurance|action|action-log|finding-row|finding-block|money|count|figure|people|residue"
            r')\.[a-z-]+)"',
            path.read_text(encoding="utf-8"),
        )
    }
    assert named - set(RULES) == set()
