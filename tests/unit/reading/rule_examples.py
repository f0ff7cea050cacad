"""More rules with an example and a counter-example each; `test_rules` runs them.

rule: (type of document, text, the quote it must give, text that it must not read)
"""

MORE: dict[str, tuple[str, str, str, str]] = {
    "grade.here": (
        "hmicfrs",
        "3.1 Here the force is good. Its hub works.",
        "good",
        "3.1 Here the force is good at listening. Its hub works.",
    ),
    "grade.sort": (
        "ofsted",
        "Inspection of Alder Academy by Ofsted\n\nAlder Academy continues to be a good school.",
        "good",
        "Inspection of Alder Academy by Ofsted\n\nParents say that it is a good school to be at.",
    ),
    "grade.apposed": (
        "inspection-report",
        "The best result was that of Marlshire Police, outstanding for its people.",
        "outstanding",
        "The best moment was at Marlshire Police headquarters, outstanding for its view.",
    ),
    "cause.of-body": (
        "register",
        "# Open causes of concern\n\n- Marlshire Police – children are held overnight too often.",
        "children are held overnight too often.",
        "# Open causes of concern\n\n- Marlshire Police – three letters",
    ),
    "cause.priority": (
        "inspection-report",
        "# Areas for priority action\n\nChildren at risk are not discussed on the day.",
        "Children at risk are not discussed on the day.",
        "# Areas for priority action\n\nLeaders should see that children at risk are discussed.",
    ),
    "cause.these": (
        "inspection-letter",
        "The force does not know why it stops people. These are causes of concern.",
        "The force does not know why it stops people.",
        "The force knows why it stops people. These are causes of concern.",
    ),
    "cause.standing": (
        "inspection-letter",
        "The cause of concern about crime recording is closed.",
        "The cause of concern about crime recording is closed.",
        "The cause of concern about crime recording is closed if the audit agrees.",
    ),
    "afi.prose.is": (
        "inspection-report",
        "The welfare of roads officers is an area for improvement.",
        "The welfare of roads officers is an area for improvement.",
        "The welfare of roads officers is no longer an area for improvement.",
    ),
    "afi.prose.run": (
        "inspection-letter",
        "You had two areas for improvement: the force should train its clerks; and the force "
        "should answer its letters.",
        "the force should train its clerks",
        "You had two areas for improvement, now closed: the force should train its clerks.",
    ),
    "afi.prose.named": (
        "minutes",
        "Two areas for improvement are still open, on boat cover and on the mending of nets.",
        "boat cover",
        "No two areas for improvement are open, on boat cover and on the mending of nets.",
    ),
    "afi.list.areas": (
        "minutes",
        "The areas which the inspectorate said had to improve:\n\n- supervision of new clerks;",
        "supervision of new clerks",
        "The areas which the Panel asked to see:\n\n- supervision of new clerks;",
    ),
    "afi.letter.following": (
        "inspection-letter",
        "We would like you to deal with the following by the dates shown.\n\n"
        "(a) The service should test its radios every month – by 30 June 2031.",
        "The service should test its radios every month",
        "We recommend that you deal with the following by the dates shown.\n\n"
        "(a) The service tests its radios every month.",
    ),
    "afi.section.states": (
        "inspection-report",
        "# Area for improvement\n\nThe force doesn't always record its reasons",
        "The force doesn't always record its reasons",
        "# Area for improvement\n\nThe force records its reasons",
    ),
    "prose.named-again": (
        "inspection-letter",
        "Recommendation 7, to appoint a full-time coordinator, has been completed.",
        "appoint a full-time coordinator",
        "Recommendation 7, to the council, has been completed.",
    ),
    "action.to-be": (
        "minutes",
        "A redacted copy to be provided by 20 December 2031.",
        "A redacted copy to be provided by 20 December 2031",
        "The copy was said to be complete by 20 December 2031.",
    ),
    "action.by-number": (
        "minutes",
        "Action 112 (share the workforce plan) was closed.",
        "share the workforce plan",
        "Action 112 (see page four of the pack) was closed.",
    ),
    "action.numbered-row": (
        "minutes",
        "| Action 7/1 | Repeat the sample of calls | Head of Scrutiny | 19 May 2031",
        "Repeat the sample of calls",
        "| Item 7/1 | Repeat the sample of calls | Head of Scrutiny | 19 May 2031",
    ),
    "prose.recommends-to": (
        "minutes",
        "The Panel resolved to recommend to the Commissioner that she publish the evaluation.",
        "publish the evaluation",
        "The Panel declined to recommend to the Commissioner that she publish the evaluation.",
    ),
    "action.beside": (
        "minutes",
        "# Present\n\nAnn Bell (AB), Treasurer\n\n# Budget\n\nA note would be sent to members."
        "\n\nAB",
        "A note would be sent to members",
        "# Present\n\nAnn Bell (AB), Treasurer\n\n# Budget\n\nThe paper was long.\n\nAB",
    ),
    "action.arrow": (
        "minutes",
        "-> Rory to find out who holds the pictures",
        "find out who holds the pictures",
        "-> see the plan on page 4",
    ),
    "action.led": (
        "minutes",
        "The following actions were set:\n\n1. Model demand for three years",
        "Model demand for three years",
        "The following actions were closed:\n\n1. Model demand for three years",
    ),
    "action.who-what": (
        "minutes",
        "This is what I wrote down:\n\n- ACC Brand: ring the charity and say sorry",
        "ring the charity and say sorry",
        "These are the leads:\n\n- ACC Brand: Crime and custody",
    ),
    "action.cell": (
        "minutes",
        "| Item | Discussion | Action\n\n| 1 | The shed was broken into. | CC to write to him",
        "write to him",
        "| Item | Discussion | Action\n\n| 1 | The shed was broken into. | None at all, noted",
    ),
    "meeting.by-day": (
        "statement",
        "1. 4 March 2031 (performance session). Knife crime was item 6.",
        "4 March 2031 (performance session)",
        "1. 4 March 2031 (performance report). Knife crime was item 6.",
    ),
    "meeting.labelled": (
        "statement",
        "@ Session: Strategic Assurance Board, 5 September 2030\n\nThe Commissioner was assured.",
        "Strategic Assurance Board, 5 September 2030",
        "@ Published: 5 September 2030\n\nThe Commissioner was assured.",
    ),
    "meeting.planned": (
        "other",
        "| Session | Theme | Papers due\n\n| 13 May 2031 | Quarter 4 | 6 May 2031",
        "13 May 2031",
        "| Session | Attendance | Cost\n\n| 13 May 2031 | 40 | £20",
    ),
    "cause.said": (
        "news",
        "Two causes of concern.\n\nInspectors said that calls are not answered in time.",
        "calls are not answered in time",
        "Two causes of concern.\n\nInspectors said that calls are answered in time.",
    ),
    "cause.card": (
        "register",
        "Causes of concern\n\nCalls are not answered quickly enough.\n\n@ State: OPEN",
        "Calls are not answered quickly enough.",
        "Causes of concern\n\nCalls are now answered in very good time.\n\n@ State: OPEN",
    ),
    "cause.found-before": (
        "hmicfrs",
        "Last year we found that detainees were not kept safe. This cause of concern has been"
        " closed.",
        "detainees were not kept safe",
        "Last year we found that detainees were not kept safe. We will come back.",
    ),
    "grade.of-question": (
        "hmicfrs",
        "Marlshire Police: custody is safe, the management of offenders is inadequate.",
        "inadequate",
        "Marlshire Police: custody is safe, the management of offenders is inadequate staffing.",
    ),
    "cause.letter": (
        "inspection-letter",
        "Marlshire Police: accelerated cause of concern\n\n# What we found\n\n"
        "Marlshire Police does not manage bail. Of 40 files, 12 had no date.",
        "Marlshire Police does not manage bail.",
        "Marlshire Police: bail\n\n# What we found\n\n"
        "Marlshire Police does not manage bail. Of 40 files, 12 had no date.",
    ),
    "cause.led": (
        "other",
        "Your concerns were:\n\n- cell cameras are not checked each day",
        "cell cameras are not checked each day",
        "Your comments were:\n\n- cell cameras are not checked each day",
    ),
    "remedy.told": (
        "other",
        "The Ombudsman ordered the council to mend his fence.",
        "mend his fence",
        "The Ombudsman saw the council mend his fence.",
    ),
    "cause.inquest": (
        "other",
        "The MATTERS OF CONCERN are as follows. –\n\n1. The ford is known to flood.",
        "The ford is known to flood.",
        "The roads of concern are as follows. –\n\n1. The ford is known to flood.",
    ),
    "action.signed": (
        "minutes",
        "It was agreed that a note be sent to all. Clerk\n\nThe gate to be shut at ten. Clerk",
        "shut at ten",
        "The note was sent to all. Clerk\n\nThe gate was shut at ten. Clerk",
    ),
    "action.would": (
        "minutes",
        "The Clerk would circulate a note to members.",
        "circulate a note to members",
        "The Clerk had circulated a note to members.",
    ),
    "action.requested": (
        "minutes",
        "The Chair requested a report on leavers by 30 June 2031.",
        "a report on leavers by 30 June 2031",
        "The Chair requested a report on leavers and was told why they went.",
    ),
    "action.ordered": (
        "minutes",
        "RESOLVED –\n\n1. write to the Cabinet Member by 4 May 2031;",
        "write to the Cabinet Member by 4 May 2031",
        "RESOLVED –\n\n1. That the letter to the Cabinet Member be noted;",
    ),
    "figure.named-before": (
        "news",
        "Of the 90 case files we saw, 31 had no plan.",
        "31",
        "We saw the plans. Some 31 had no name, and PC 31 was late.",
    ),
    "people.post-name": (
        "inspection-report",
        "The governor, Theo Langley, had been in post for four months.",
        "The governor, Theo Langley",
        "The prison, Larch Road, had been open for four years.",
    ),
    "people.byline": (
        "news",
        "By Lottie Farnell, Local Democracy Reporter",
        "By Lottie Farnell, Local Democracy Reporter",
        "By Larch Road, two cars had been left.",
    ),
    "people.mail": (
        "other",
        "To: Chief Officers <chiefs@anyshire.example>; Tom Ash <t.ash@anyshire.example>",
        "Tom Ash",
        "To: Press Office <press@anyshire.example>",
    ),
    "people.inspectors": (
        "inspection-letter",
        "The inspectors for this visit were Owen Tasker and Lucy Pryor.",
        "Lucy Pryor",
        "The inspectors for this visit were Ofsted staff.",
    ),
    "cause.listed": (
        "inspection-report",
        "# Priority concerns\n\n1. Violence had risen and nobody asked why.",
        "Violence had risen and nobody asked why.",
        "# Key strengths\n\n1. Violence had fallen and everybody knew why.",
    ),
    "cause.announced": (
        "inspection-letter",
        "We found two causes of concern.\n\nThe second was:\n\nThere is no check on stored"
        " weapons.",
        "There is no check on stored weapons.",
        "We made two visits.\n\nThe second was:\n\nA night visit to the control room in Dun.",
    ),
    "prose.told-to": (
        "news",
        "Inspectors told Dunshire Police to appoint a senior officer for custody.",
        "appoint a senior officer for custody",
        "Neighbours were told to stay indoors while Dunshire Police searched the lane.",
    ),
    "section.that": (
        "other",
        "Recommendation 1: That the Commissioner publishes the waiting times by March 2032.",
        "publishes the waiting times by March 2032",
        "Recommendation 1: That the report is noted by the meeting.",
    ),
    "cause.ordinal": (
        "other",
        "The report raises two causes of concern. The first relates to the care of detainees.",
        "The first relates to the care of detainees.",
        "The report makes two points. The first relates to the care of detainees.",
    ),
    "cause.topic": (
        "inspection-letter",
        "Cause of concern 2: exhibits\n\nThe force can't account for cash that it seized.",
        "The force can't account for cash that it seized.",
        "Exhibits\n\nThe force can't account for cash that it seized.",
    ),
    "finding-row.cause": (
        "action-log",
        "| Ref | Cause of concern | Lead\n\n| C1 | Staff cannot report bullying safely. | DCC",
        "Staff cannot report bullying safely.",
        "| Ref | Concern raised by | Lead\n\n| C1 | Staff at the stores in Dun. | Director",
    ),
    "grade.previously": (
        "news",
        "Crime recording, previously requires improvement, was graded good.",
        "requires improvement",
        "Crime recording was previously good at its desk and bad elsewhere.",
    ),
    "grade.quoted": (
        "news",
        "# Dunshire Police 'inadequate' at answering calls, watchdog says",
        "inadequate",
        "# Fears of 'inadequate' service at Dunshire Police, union says",
    ),
    "grade.bracketed": (
        "inspection-report",
        "Values and culture: Adequate (2027/28: Good)",
        "Good",
        "Values and culture: Adequate (page 28: Good practice)",
    ),
    "grade.effectiveness": (
        "inspection-report",
        "Dunshire Police's overall effectiveness is good.",
        "good",
        "Dunshire Police's overall effectiveness depends on good staff in Dun.",
    ),
    "grade.outcome-count": (
        "prisons",
        "The prison was judged 'poor' in two of the four healthy prison tests.",
        "'poor' in two of the four healthy prison tests",
        "The food was poor in two of the four units that we saw.",
    ),
    "grade.outcome": (
        "prisons",
        "Outcomes for prisoners were reasonably good for safety.",
        "reasonably good",
        "The food was reasonably good and the yard was poor.",
    ),
    "finding-block.improvement": (
        "action-log",
        "@ Type: Area for improvement\n\n@ Text: The service should map the risks of its towns."
        "\n\n@ Owner: Area Manager\n\n@ Status: On track",
        "The service should map the risks of its towns.",
        "@ Type: Vehicle\n\n@ Text: The service has a van for the towns.\n\n@ Owner: Area Manager"
        "\n\n@ Status: On track",
    ),
    "finding-block.cause": (
        "action-log",
        "@ Type: Cause of concern\n\n@ Text: The service cannot reach the upper floors of towers."
        "\n\n@ Owner: Area Manager\n\n@ Status: On track",
        "The service cannot reach the upper floors of towers.",
        "@ Type: Cause of concern\n\n@ Text: The service cannot reach the upper floors of towers.",
    ),
    "finding-block.recommendation": (
        "action-log",
        "@ Type: Recommendation\n\n@ Text: By 1 March 2031, the service should check every hose."
        "\n\n@ Owner: Area Manager\n\n@ Status: On track",
        "check every hose",
        "@ Type: Recommendation\n\n@ Text: See annex.\n\n@ Owner: Area Manager\n\n@ Status:"
        " On track",
    ),
    "finding-block.action": (
        "action-log",
        "@ Owner: Area Manager\n\n@ Action: Run four drills\n\n@ Target date: 15 December 2031",
        "Run four drills",
        "@ Owner: Area Manager\n\n@ Action: None\n\n@ Target date: 15 December 2031",
    ),
    "cause.about": (
        "minutes",
        "Members noted that the cause of concern about firearms stores had been lifted.",
        "firearms stores",
        "Members noted that there was no cause of concern about firearms stores.",
    ),
    "cause.listed-in-line": (
        "news",
        "Inspectors came in May. Areas of concern included: slow gates; a leaking roof.",
        "slow gates",
        "Residents came in May. Areas of concern included: slow gates; a leaking roof.",
    ),
    "cause.had": (
        "inspection-report",
        "There were also serious concerns about the state of the kitchens.",
        "There were also serious concerns about the state of the kitchens",
        "There were also no serious concerns about the state of the kitchens.",
    ),
    "cause.framed": (
        "minutes",
        "HMICFRS wrote in May. Inspectors were alarmed that nobody fed the dogs at night.",
        "nobody fed the dogs at night",
        "HMICFRS wrote in May. If inspectors were alarmed that nobody fed the dogs, they said so.",
    ),
    "cause.clause": (
        "minutes",
        "The second cause of concern, that visits are made too late, is still open.",
        "visits are made too late",
        "The Panel wondered whether the second cause of concern, that visits are late, was real.",
    ),
    "prose.answered": (
        "statutory-response",
        "2.1 Stop anybody without vetting from using the system\n\nAccepted. It was done in May.",
        "Stop anybody without vetting from using the system",
        "2.1 Anybody without vetting is stopped from using it\n\nAccepted. It was done in May.",
    ),
    "action.labelled-sentence": (
        "plan",
        "Step 2.2 Train all managers in misconduct. Lead: Head of People. When: 31 July 2032.",
        "Train all managers in misconduct",
        "Step 2.2 Train all managers in misconduct. The Head of People has a lead.",
    ),
}
