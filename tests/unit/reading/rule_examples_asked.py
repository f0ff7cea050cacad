"""Rules of asking and undertaking, by their grammar, with an example and a counter-example each.

rule: (type of document, text, the quote it must give, text that it must not read)
"""

ASKED: dict[str, tuple[str, str, str, str]] = {
    "cause.above-duties": (
        "hmicfrs",
        "# Stores\n\nDrugs are not counted when they come in.\n\nThe force must:\n\n- count them",
        "Drugs are not counted when they come in.",
        "# Stores\n\nDrugs are counted when they come in.\n\nThe force must:\n\n- say so",
    ),
    "cause.of-part": (
        "inspection-letter",
        "Revisit on two causes of concern\n\n# Stores\n\nDrugs are not counted at all.\n\n"
        "A list was begun in June.",
        "Drugs are not counted at all.",
        "Revisit on the training of staff\n\n# Stores\n\nDrugs are not counted at all.\n\n"
        "A list was begun in June.",
    ),
    "cause.placed-list": (
        "news",
        "Marlshire Police was rated inadequate.\n\nInspectors found that:\n\n"
        "- drugs were not counted at all",
        "drugs were not counted at all",
        "Marlshire Police was rated inadequate.\n\nReaders wrote that:\n\n"
        "- drugs were not counted at all",
    ),
    "list.question": (
        "inspection-report",
        "The Board visits the prison.\n\n# TO THE GOVERNOR\n\n- Will he mend the lamps on D wing?",
        "Will he mend the lamps on D wing?",
        "The Board visits the prison.\n\n# TO THE READER\n\n- Will he mend the lamps on D wing?",
    ),
    "prose.asked.expects": (
        "inspection-report",
        "We came in May. We expect the force to review its arrangements for custody.",
        "review its arrangements for custody",
        "We came in May. We do not expect the force to review its arrangements for custody.",
    ),
    "prose.asked.sees": (
        "inspection-report",
        "We came in May. We would like to see the force using its data better.",
        "using its data better",
        "We came in May. We would like to see the force again in the spring.",
    ),
    "prose.asked.passive": (
        "inspection-report",
        "We came in May. The force is expected to publish its plan for custody.",
        "publish its plan for custody",
        "We came in May. The force is expected to be inspected again next year.",
    ),
    "prose.asked.vital": (
        "inspection-report",
        "We came in May. It is vital that the force puts an end to unanswered calls.",
        "puts an end to unanswered calls",
        "We came in May. It is vital that the force has enough people to answer calls.",
    ),
    "prose.asked.said-needed": (
        "news",
        "We came in May. Inspectors said the force needed to attend burglaries promptly.",
        "attend burglaries promptly",
        "We came in May. Inspectors said the force used to attend burglaries promptly.",
    ),
    "prose.asked.said-after": (
        "statement",
        "# Our answer\n\nHMICFRS came in May. The partnership should publish a report every two "
        "months, the "
        "inspectorates said.",
        "publish a report every two months",
        "# Our answer\n\nHMICFRS came in May. The partnership published a report every two "
        "months, the inspectorates said.",
    ),
    "prose.asked.calls-for": (
        "news",
        "The force was criticised. Inspectors called for an urgent review of staffing.",
        "an urgent review of staffing",
        "The force was criticised. Residents called for an urgent review of staffing.",
    ),
    "prose.asked.calling-for": (
        "news",
        "The force was criticised. The watchdog is calling for an urgent review of staffing.",
        "an urgent review of staffing",
        "The force was criticised. A singer is calling for an urgent review of staffing.",
    ),
    "prose.asked.demanded": (
        "news",
        "The jail was criticised. The inspector demanded the Justice Secretary repair its roof.",
        "repair its roof",
        "The jail was criticised. The inspector admired the Justice Secretary and its roof.",
    ),
    "prose.asked.and-urged": (
        "news",
        "The force was criticised. HMIC called this grave and urged the police to stop it soon.",
        "stop it soon",
        "The force was criticised. HMIC called this grave and urged nobody to stop it soon.",
    ),
    "prose.asked.it-needs": (
        "news",
        "HM Inspector Ada Holm said: “The force is slow. It needs to answer calls promptly.”",
        "answer calls promptly",
        "Ada Holm, a singer, said: “The force is slow. It needs to answer calls promptly.”",
    ),
    "prose.asked.that-be": (
        "statement",
        "We were audited. The auditors recommended that the register be updated every quarter.",
        "the register be updated every quarter",
        "We were audited. The auditors heard that the register was updated every quarter.",
    ),
    "prose.asked.must": (
        "inspection-report",
        "Violence had risen. Leaders must establish why prisoners turn to violence.",
        "establish why prisoners turn to violence",
        "Violence had risen. The policy says leaders must establish why prisoners are violent.",
    ),
    "afi.prose.stated": (
        "hmicfrs",
        "Its work is slow. Leaders should talk to their teams about wellbeing.",
        "Leaders should talk to their teams about wellbeing.",
        "Its work is slow. Leaders should have talked to their teams about wellbeing.",
    ),
    "action.letter": (
        "inspection-letter",
        "Dear Ann\n\nPlease send me your revised plan by 31 May 2031.",
        "send me your revised plan by 31 May 2031",
        "Dear Ann\n\nPlease send me your best wishes when you can.",
    ),
    "action.mail": (
        "other",
        "From: Ann Bell <a@x.example>\n\nTo: Tom Ash <t@x.example>\n\n"
        "Could you send me the tracker by Thursday?",
        "send me the tracker by Thursday",
        "From: Ann Bell <a@x.example>\n\nTo: Tom Ash <t@x.example>\n\n"
        "If you could send me the tracker by Thursday I would be surprised.",
    ),
    "action.ordered-by": (
        "news",
        "The Commissioner has asked the force to set out its plans by January.",
        "set out its plans by January",
        "The Commissioner has asked the force to explain why it failed.",
    ),
    "action.general.asked-that": (
        "minutes",
        "# Present\n\nAnn Bell (AB), Treasurer; Tom Ash (TA), Clerk\n\n# Fleet\n\n"
        "Members requested that the data be broken down by district.",
        "the data be broken down by district",
        "# Present\n\nAnn Bell (AB), Treasurer; Tom Ash (TA), Clerk\n\n# Fleet\n\n"
        "Members requested that the report be noted by all.",
    ),
    "action.general.agreed-to": (
        "minutes",
        "# Fleet\n\nIt was AGREED to invite the Chief Constable to the next meeting.",
        "invite the Chief Constable to the next meeting",
        "# Fleet\n\nIt was AGREED to note the report of the Chief Constable.",
    ),
    "action.general.closed-by": (
        "plan",
        "Appoint a vetting manager (HR Director, 31 July 2031)",
        "Appoint a vetting manager",
        "Appoint a vetting manager (page four, annex)",
    ),
    "action.general.anybody": (
        "minutes",
        "# Present\n\nAnn Bell (AB), Treasurer; Tom Ash (TA), Clerk\n\n# Fleet\n\n"
        "Garage and transport leads to agree the assumptions by 20 December.",
        "agree the assumptions by 20 December",
        "# Present\n\nAnn Bell (AB), Treasurer; Tom Ash (TA), Clerk\n\n# Fleet\n\n"
        "Garage staff were asked to agree the assumptions by 20 December.",
    ),
    "people.aged": (
        "news",
        "# Vans late again\n\nA customer, Piers Hale, 71, of Long Lane, waited an hour.",
        "Piers Hale",
        "# Vans late again\n\nA customer at Long Lane, 71, of many, waited an hour.",
    ),
    "people.speaker": (
        "other",
        "T/CC ORME: Yes, all of them.",
        "T/CC ORME",
        "NOTE: Yes, all of them.",
    ),
    "decision.column": (
        "decision",
        "| Ref | Decision\n\n| D1 | Awarded a grant to the depot",
        "Awarded a grant to the depot",
        "| Ref | Decision\n\n| D1 | Deferred",
    ),
    "assurance.labelled": (
        "minutes",
        "Fleet: partly assured.",
        "partly assured",
        "Fleet: the clerk sought assurance.",
    ),
    "assurance.given": (
        "minutes",
        "The audit of lamps had received limited assurance in May.",
        "limited assurance",
        "The audit of lamps had asked for further assurance in May.",
    ),
    "assurance.taken": (
        "statement",
        "The Commissioner takes limited assurance from the forecast.",
        "takes limited assurance",
        "The Commissioner takes assurances with a pinch of salt.",
    ),
    "agenda.listed": (
        "agenda",
        "| Item | Subject\n\n| 1 | Keys\n\n| 2 | Vans (page 4)\n\n| 3 | Rota",
        "Vans",
        "| No | Subject | Cost\n\n| 1 | Keys | £4\n\n| 2 | Vans | £9\n\n| 3 | Rota | £2",
    ),
    "action.settled": (
        "minutes",
        "# Fleet\n\nIt was agreed that the Treasurer haggle with the garage.",
        "haggle with the garage",
        "# Fleet\n\nIt was agreed that the Treasurer had haggled with the garage.",
    ),
    "action.general.wanted": (
        "minutes",
        "# Fleet\n\nMembers requested a breakdown of the figures by ward.",
        "a breakdown of the figures by ward",
        "# Fleet\n\nMembers welcomed a breakdown of the figures by ward.",
    ),
    "remedy.agreed": (
        "other",
        "We found fault.\n\n# Agreed action\n\nThe Council will walk each path in the ward.",
        "walk each path in the ward",
        "We found a path.\n\n# Agreed action\n\nThe Council will walk each path in the ward.",
    ),
}
