"""Rules of meetings, people and actions by the form of a line; `test_rules` runs them.

rule: (type of document, text, the quote it must give, text that it must not read)
"""

MET: dict[str, tuple[str, str, str, str]] = {
    "meeting.headed": (
        "action-log",
        "# Road Safety Group\n\n3 June 2031\n\nIn the room: Ida Clove (chair), Tom Ash",
        "# Road Safety Group\n\n3 June 2031".removeprefix("# "),
        "# Road Safety Group\n\n3 June 2031\n\nThe vans were sold.",
    ),
    "meeting.label-above": (
        "agenda",
        "Date:\n\n20 May 2031\n\nTime:\n\n14:00\n\nLocation:\n\nMarl Town Hall",
        "20 May 2031",
        "Date:\n\n20 May 2031\n\nAuthor:\n\nAda Moss",
    ),
    "meeting.again": (
        "minutes",
        "Joint Ethics Committee – 7 April 2031\n\nMinutes\n\nDate: 7 April 2031\n\nTime: 1pm"
        "\n\nPresent: Ida Clove (Chair), Tom Ash",
        "Date: 7 April 2031",
        "Joint Ethics Committee – 7 April 2031\n\nMinutes\n\nDate: 9 June 2031\n\nTime: 1pm",
    ),
    "meeting.minutes-of": (
        "minutes",
        "Minutes of 2031\n\n6 January 2031\n\n3 March 2031\n\nNotes of a meeting of the Vale "
        "Forum held on 5 May 2031\n\nDoug Orme (DO) - Chairman\n\nMike Ash (MA)",
        "on 5 May 2031",
        "To sign the minutes of the meeting held on 5 May 2031 at Holme",
    ),
    "meeting.issue": (
        "minutes",
        "@ Meeting: 15/06/2031 - Cabinet (Item 8)\n\nThe plan was noted.\n\n"
        "Meeting: 11/03/2031 - Audit Committee (Item 4.)\n\nThe plan was noted.",
        "11/03/2031 - Audit Committee",
        "@ Meeting: 15/06/2031 - Cabinet (Item 8)\n\nMeeting papers: 11/03/2031 - Audit plan",
    ),
    "action.pointed": (
        "minutes",
        "# Marl Board\n\nAction Point 1\n\nMaps to be sent to each ward.\n\nOwner: Ida Clove",
        "Maps to be sent to each ward",
        "# Marl Board\n\nAction Point 1\n\nMaps have been sent to each ward.",
    ),
    "meeting.minuted": (
        "agenda",
        "To agree the minutes of the Audit Committee meetings held on:\n\n- 19 July 2031, marked A"
        "\n\n- 20 September 2031 (special), marked B",
        "20 September 2031 (special)",
        "To agree the minutes of the following meetings:\n\n- Audit Committee, 19 July 2031",
    ),
    "meeting.ending": (
        "minutes",
        "# Longmoor Board\n\n5 March 2031\n\nPresent: Ida Clove (Chair), Tom Ash, Rae Linn\n\n"
        "Item 4 – Next\n\n9 April 2031.",
        "9 April 2031",
        "# Longmoor Board\n\n5 March 2031\n\nPresent: Ida Clove (Chair), Tom Ash, Rae Linn\n\n"
        "Item 4 – Vans\n\n9 April 2031.",
    ),
    "meeting.of-body": (
        "statement",
        "It goes to Full Council, 17 July 2031.",
        "Full Council, 17 July 2031",
        "It goes to Full Council by 17 July 2031.",
    ),
    "meeting.line": (
        "minutes",
        "# Marl Audit Board\n\n4 March 2031\n\nThe plan was noted.\n\nNext: 3 June; then 8 July",
        "8 July",
        "# Marlshire Audit Board\n\n4 March 2031\n\nThe plan was noted.\n\nNext review: 3 June",
    ),
    "meeting.of-month": (
        "minutes",
        "The treasurer will bring the paper to the June committee (12th).",
        "June committee (12th)",
        "The treasurer will bring the paper in June (page 12).",
    ),
    "meeting.event": (
        "statement",
        "There is a drop-in with the treasurer at Marl Hall on 4 June 2031, 7pm.",
        "on 4 June 2031, 7pm",
        "There was a fire with two engines at Marl Hall on 4 June 2031, 7pm.",
    ),
    "action.asked-for": (
        "statement",
        "I need the following from you:\n\n- a signed copy of the lease, by 9 June 2031",
        "a signed copy of the lease",
        "I saw the following at the station:\n\n- a signed copy of the lease, by the door",
    ),
    "action.entry": (
        "minutes",
        "AB/12 Publish the register of gifts – TR – due 4 June 2031 – open",
        "Publish the register of gifts",
        "AB/12 Notes on the register of gifts – open on the day",
    ),
    "people.introduced": (
        "minutes",
        "The Chief Nurse (Odile Marsh) spoke of the wards.",
        "Odile Marsh",
        "The Chief Nurse (Agenda Item) spoke of the wards.",
    ),
    "people.beside": (
        "other",
        "But branch secretary Una Orme was not impressed by the plan.",
        "Una Orme",
        "But the branch secretary was not impressed by the plan of Long Lane.",
    ),
    "people.ranked": (
        "minutes",
        "The list went to DCI Brandreth on the day.",
        "DCI Brandreth",
        "The list of crimes went to DCI Crime on the day.",
    ),
    "cause.said-last": (
        "news",
        "Marlshire Police was graded inadequate.\n\nThe force is too slow, inspectors have said.",
        "The force is too slow",
        "Marlshire Police was graded good.\n\nThe force is too slow, the shop has said.",
    ),
    "cause.after-paper": (
        "minutes",
        "The HMIC letter was read out. We do not count the guns.",
        "We do not count the guns.",
        "The letter was read out. We do not count the guns.",
    ),
    "cause.named": (
        "other",
        "It is the queue for licences, which we regard as a cause of concern.",
        "the queue for licences, which we regard as a cause of concern",
        "It is the queue for licences, which we regard as a sign of trust.",
    ),
    "cause.in-line": (
        "news",
        "The inspector set out her priority concerns: guns were lost; and dogs were hungry.",
        "dogs were hungry.",
        "The inspector set out her priority concerns: guns; and dogs of all ages.",
    ),
    "cause.in-list": (
        "other",
        "We raised causes of concern. The commonest were these:\n\n- that guns were not counted",
        "guns were not counted",
        "We raised hands. The commonest were these:\n\n- that guns were not counted",
    ),
    "cause.numbered": (
        "statutory-response",
        "The coroner set out matters of concern.\n\n(1) That nurses could not see the list.",
        "nurses could not see the list",
        "The coroner set out matters of concern.\n\n(1) That the list be noted by all nurses.",
    ),
    "prose.bare-verb": (
        "other",
        "The review recommends that agencies share one list.",
        "share one list",
        "We do not recommend that forces be made to join.",
    ),
    "grade.below": (
        "inspection-report",
        "How well children are helped and protected:\n\ninadequate",
        "inadequate",
        "We said how well children are helped and protected:\n\ninadequate",
    ),
    "grade.said": (
        "news",
        "HMICFRS has been here.\n\nCustody\n\nThe force is adequate.",
        "adequate",
        "HMICFRS has been here.\n\nDogs\n\nThe kennel is adequate.",
    ),
    "grade.weighed": (
        "news",
        "HMICFRS graded it good for custody.\n\nIts cells have clawed their way back to adequate.",
        "adequate",
        "HMICFRS graded it good for custody.\n\nIts tea is inadequate for a station of that size.",
    ),
    "grade.outcome-named": (
        "prisons",
        "Inspectors of the prison found that outcomes for men had become reasonably good overall.",
        "reasonably good",
        "Inspectors of the prison found the soup reasonably good value.",
    ),
    "commitment.listed": (
        "statement",
        "We commit to the following:\n\n- a survey of every home by March 2029",
        "a survey of every home by March 2029",
        "We looked at the following:\n\n- a survey of every home by March 2029",
    ),
    "people.given": (
        "news",
        "I rang Fergus Pallant today and shall see him on Tuesday.",
        "Fergus Pallant",
        "Officers were called to Fergus Street.",
    ),
    "grade.first": (
        "inspection-report",
        "| Grade | Areas\n\n| Good | Preventing crime; Custody\n\n| Adequate | Vetting",
        "Good",
        "| Grade | Meaning\n\n| Good | Above what is asked\n\n| Adequate | What is asked",
    ),
    "grade.named": (
        "news",
        "HMICFRS has been here. Crime recording is good, it says.",
        "good",
        "HMICFRS has been here. Crime recording should be good, it says.",
    ),
    "grade.progress": (
        "other",
        "Independent review of progress\n\nLeaders had made insufficient progress in teaching.",
        "insufficient progress",
        "Review of the year\n\nLeaders had made insufficient progress in teaching.",
    ),
    "grade.progress-count": (
        "other",
        "Independent review of progress\n\nWe found good progress in two of the concerns.",
        "good progress in two of the concerns",
        "Review of the year\n\nWe found good progress in two of the concerns.",
    ),
    "grade.landlord": (
        "other",
        "Regulatory judgement\n\nMarl Homes was graded C3 today.",
        "C3",
        "Car parks\n\nMarl Homes was given bay C3 today.",
    ),
    "grade.school-card": (
        "other",
        "Report card\n\nInclusion: Strong standard\n\nSafeguarding standards are met.",
        "met",
        "Report card\n\nInclusion: Strong standard\n\nThe safeguarding lead met the parents.",
    ),
    "grade.title": (
        "news",
        "# Police force rated 'inadequate' as callers wait\n\nHMICFRS has been here.",
        "inadequate",
        "# Police force no longer rated 'inadequate'\n\nHMICFRS has been here.",
    ),
    "grade.framed": (
        "news",
        "Inspectors graded two forces. Marlshire Police came out inadequate for its stores. "
        "Dunshire Police was rated good.",
        "inadequate",
        "Marlshire Police came out inadequate for its stores. It has good dogs.",
    ),
    "grade.apart": (
        "news",
        "The force's grade for keeping its stores, adequate, is not affected.",
        "adequate",
        "The force's plan for keeping its stores, adequate, is not affected.",
    ),
    "afi.prose.told": (
        "other",
        "The AFI says that the force must feed its dogs.",
        "the force must feed its dogs",
        "The log says that the force must feed its dogs.",
    ),
    "meeting.by-name": (
        "minutes",
        "# Fleet Board\n\n4 May 2031\n\nThe Panel meets on Tuesday.",
        "The Panel meets on Tuesday",
        "# Fleet Board\n\n4 May 2031\n\nThe Panel papers are due on Tuesday.",
    ),
    "meeting.titled": (
        "news",
        "Thematic scrutiny day, 18 March 2031\n\nVans.",
        "Thematic scrutiny day, 18 March 2031",
        "Chief says session failed, 18 March 2031\n\nVans.",
    ),
    "cause.named-list": (
        "other",
        "Causes of concern: guns kept in drawers; the food of dogs.",
        "guns kept in drawers",
        "Concerns of staff: guns kept in drawers; the food of dogs.",
    ),
    "action.line": (
        "minutes",
        "# Jobs\n\n- Comms: a page a week\n\n- Fleet: new tyres",
        "a page a week",
        "# Views\n\n- Comms: a page a week\n\n- Fleet: new tyres",
    ),
    "cause.apposed": (
        "other",
        "Key concern 6: the library was shut on most days.",
        "the library was shut on most days",
        "Key concern 6: see page 12.",
    ),
    "afi.prose.apposed": (
        "other",
        "On AFI 4 (lost dogs to be looked for by a sergeant) we have data.",
        "lost dogs to be looked for by a sergeant",
        "On AFI 4 (see page 12) we have data.",
    ),
    "action.block": (
        "action-log",
        "AB/12 Taxi marshals\n\nWho: Licensing  When: May 2031",
        "Taxi marshals",
        "AB/12 Taxi marshals\n\nWhere: the rank  Cost: £40",
    ),
    "meeting.placed": (
        "statement",
        "# What is on\n\n- Town council: Monday 9 June 2031, 7pm.",
        "Town council: Monday 9 June 2031, 7pm",
        "# News\n\nNext council papers: Monday 9 June 2031, 7pm.",
    ),
    "meeting.relative": (
        "statement",
        "The Marl Scrutiny Panel met last night and asked for more.",
        "The Marl Scrutiny Panel met last night",
        "The Marl swimmers met last night and asked for more.",
    ),
    "meeting.row": (
        "statement",
        "There are drop-ins at Marl Hall on 4 June 2031, 7 June 2031 and 9 July 2031.",
        "9 July 2031",
        "There were fires at Marl Hall on 4 June 2031, 7 June 2031 and 9 July 2031.",
    ),
    "meeting.column": (
        "other",
        "| Meeting | Matter | Lead\n\n| Cabinet 4 March 2031 | Keys | Ada Moss\n\n"
        "| Cabinet 6 May 2031 | The hall | Tom Fell",
        "Cabinet 6 May 2031",
        "| Due | Action | Owner\n\n| 4 March 2031 | Count keys | Ada Moss\n\n"
        "| 6 May 2031 | Paint the hall | Tom Fell",
    ),
}
