"""What the open data say of single facts: the steps, links and promises that pages show.

A column of these tables that is named like a field of its facts holds that field.
"""

from answerable.operations.table_frame import made_table
from answerable.publishing.open_data import Column

_REASON = Column("reason", "Why, in the words of who recorded it.")
_SESSION = Column("session", "Reference of the session.")
_BY = Column("by", "Body that recorded it.")
_ABOUT = Column("about", "What it is for: findings or themes, separated by spaces.")
_MEASURE = Column("measure", "Id of the measure.")

STEPS = made_table(
    "steps",
    "Steps",
    "One row is one step of a finding or an action: on the ladder, to its end, or to other hands.",
    Column(
        "kind",
        "reached, relapsed, closure-claimed, closure-accepted, closure-verified, "
        "closure-stated, reopened, disposition, transferred or reassigned.",
    ),
    Column("rung", "Rung of the ladder: promised, delivered, verified, worked, sustained."),
    Column("disposition", "What became of it, where the step says so."),
    Column("to", "Body or office that it went to."),
    Column("ground", "Ground of a closure that is stated."),
    Column("evidence", "References of what shows it, separated by spaces."),
    Column("text", "What was said of it."),
    _REASON,
    _BY,
)
NEWS = made_table(
    "news",
    "News of actions",
    "One row is one piece of news of an action, as its owner or a partner tells it.",
    Column("text", "What was told."),
    Column("rating", "The owner's own rating, in the owner's words."),
    _BY,
)
MILESTONES = made_table(
    "milestones",
    "Milestones",
    "One row is one dated step on the way of an action or a plan.",
    Column("of", "Reference of the action or plan."),
    Column("text", "What is to be reached."),
    Column("due", "By when; as precise as its source.", "date"),
)
RESOURCES = made_table(
    "resources",
    "Resources",
    "One row is one thing that an action may use: people, money, equipment.",
    Column("text", "What it is."),
    Column("line", "Line of money that it is of, where one is named."),
)
LINKS = made_table(
    "links",
    "Links",
    "One row is one link between two things, as somebody recorded it.",
    Column(
        "kind",
        "waits-for, waits-no-more, serves-objective, merged-into, split-into, or of two "
        "findings what the record says, such as asked-before.",
    ),
    Column("other", "References of what it is linked to, separated by spaces."),
    _REASON,
)
EVIDENCE = made_table(
    "evidence",
    "Evidence",
    "One row is evidence that was offered, or one look at it by somebody else.",
    Column("kind", "offered or checked."),
    Column("for", "Reference of what it is said to show."),
    Column("text", "What it is said to be."),
    Column("digests", "SHA-256 of its files, separated by spaces."),
    Column("result", "What the check found."),
    _REASON,
)
OBJECTIVES = made_table(
    "objectives",
    "Objectives",
    "One row is one objective of a police and crime plan, or of its like elsewhere.",
    Column("title", "Its title."),
    Column("plan", "Plan in which it stands."),
    Column("text", "What it says."),
)
JUDGEMENTS = made_table(
    "judgements",
    "Judgements of plans",
    "One row is one dated judgement of a plan by the body that holds its owner to account.",
    Column("judgement", "The judgement, as a code."),
    _REASON,
    _SESSION,
)
PARTNERS = made_table(
    "partners",
    "Partners",
    "One row is one part of a partner in an action or a finding.",
    Column("partner", "Id of the partner."),
    Column("partner_name", "Its name."),
    Column("part", "Its part, in the words of the record."),
    Column("agreement", "Reference of the agreement to share information, where one is named."),
    Column("answer", "What the partner last said of its part; empty: nothing on this record."),
    Column("answered", "When it said so.", "date"),
)
AGREEMENTS = made_table(
    "agreements",
    "Agreements",
    "One row is one agreement to share information, as it was made or renewed.",
    Column("title", "Its title."),
    Column("parties", "Ids of the parties, separated by spaces."),
    Column("review", "When it is to be looked at again.", "date"),
    Column("text", "What it says."),
)
ESCALATION = made_table(
    "escalation",
    "Escalation",
    "One row is one matter that a ladder of the regime asks to move up, of an office that keeps "
    "its own record.",
    Column("ladder", "Id of the ladder: see the list ladders of the interface."),
    Column("step", "Id of the step that is due."),
    Column("to", "Office to which the ladder sends it."),
    Column("since", "Day from which the step is due.", "date"),
    Column("count", "Days or times that the ladder counts.", "integer"),
    Column("state", "due, stays or moved up."),
    Column("moved_to", "Office to which somebody moved it last."),
    _REASON,
)
CONFLICTS = made_table(
    "conflicts",
    "Where sources differ",
    "One row is one value of one source, where sources state different values of one thing.",
    Column("field", "What they differ in; “from” is the day from which it is true."),
    Column("value", "What this source states."),
    Column("stands", "Whether it stands for now; empty: nobody has decided.", "boolean"),
    _REASON,
)
FORWARD_PLAN = made_table(
    "forward-plan",
    "Forward plan",
    "One row is one session that stands or stood in the forward plan.",
    Column("held_by", "Body that is to hold it."),
    Column("title", "Its title."),
    Column("series", "Series that it belongs to."),
    Column("theme", "Its theme."),
    Column("date", "Its day as it stands.", "date"),
    Column("first_date", "Its day as first planned.", "date"),
    Column("time", "When it begins."),
    Column("place", "Where."),
    Column("papers_due", "By when papers are due.", "date"),
    Column(
        "state",
        "planned, postponed, cancelled, inquorate, held, signed or approved, as it stands.",
    ),
    _REASON,
)
ITEMS = made_table(
    "items",
    "Items of sessions",
    "One row is one item that was taken in a session.",
    _SESSION,
    Column("number", "Its number."),
    Column("title", "Its title."),
    Column("purpose", "What it was for."),
    _ABOUT,
)
PAPERS = made_table(
    "papers",
    "Papers asked for",
    "One row is one written requirement of an oversight body: what a paper must answer.",
    _SESSION,
    Column("item", "Number of the item."),
    Column("from", "Office that is asked for it."),
    Column("question", "What it must answer."),
    Column("scope", "Of what, where and for when."),
    Column("comparator", "With what it must compare."),
    Column("due", "By when, as it was asked for.", "date"),
    Column("received", "When it came; empty: no arrival is on record.", "date"),
)
MINUTES = made_table(
    "minutes",
    "Minutes",
    "One row is one signature under minutes, or their approval by a later session.",
    Column("kind", "signed or approved."),
    Column("by_office", "Office that signed."),
    Column("digest", "SHA-256 of the minutes as signed."),
    Column("at", "Reference of the session that approved them."),
    Column("text", "What was said of it."),
)
INSPECTIONS = made_table(
    "inspections",
    "Inspections",
    "One row is one visit of inspectors.",
    Column("inspectorate", "Who visited."),
    Column("programme", "Programme of inspections."),
    Column("visit", "Which visit."),
    Column("fieldwork", "When the fieldwork was.", "date"),
)
STAGES = made_table(
    "stages",
    "Stages of a report",
    "One row is one stage of a report before it is published, once it is released.",
    Column("stage", "The stage, as a code."),
)
RESPONSE_STEPS = made_table(
    "response-steps",
    "Steps of responses",
    "One row is one step of the response that the law asks for: letter, comments, sending.",
    Column("step", "The step, as a code."),
    Column("address", "Where it was published."),
    Column("text", "What was said of it."),
    Column("digests", "SHA-256 of its files, separated by spaces."),
)
DETAILS = made_table(
    "details",
    "Answers of forms",
    "One row is one answer of a form of the catalogue.",
    Column("form", "The form."),
    Column("field", "The question of the form."),
    Column("value", "The answer."),
)
SERVICES = made_table(
    "services",
    "Services",
    "One row is one service that is bought or funded.",
    Column("title", "What it is called."),
    Column("provider", "Who provides it."),
    Column("line", "Line of money that pays it."),
    Column("purpose", "What for."),
    _ABOUT,
    _MEASURE,
)
OUTPUTS = made_table(
    "outputs",
    "Outputs",
    "One row is one count of what money bought. An output is no outcome.",
    Column("service", "Reference of the service."),
    Column("line", "Line of money."),
    Column("text", "What was counted, in the source's words."),
    Column("n", "The count.", "integer"),
    Column("unit", "What is counted."),
    Column("period", "The period in the source's words."),
)
VERDICTS = made_table(
    "verdicts",
    "Verdicts",
    "One row is one verdict on a measure of a body, earlier ones too.",
    _MEASURE,
    Column("verdict", "improved, no_detectable_change, worsened or cannot_be_measured."),
    Column("effect", "Size of the change that it rests on.", "number"),
    Column("low", "Lower end of its interval.", "number"),
    Column("high", "Upper end of its interval.", "number"),
    Column("detectable", "The smallest change that could have been seen.", "number"),
    Column("engine", "Version of the calculation."),
)
TERMS = made_table(
    "terms",
    "Terms of verdicts",
    "One row is what was fixed of a verdict before its figures were seen.",
    _MEASURE,
    Column("direction", "Which way is good."),
    Column("action_date", "Day of the action that is judged.", "date"),
    Column("wash_out", "Periods left out after it.", "integer"),
    Column("selection", "How the measure was chosen."),
    Column("minimum_change", "The smallest change that matters.", "number"),
    Column("peers", "Ids of the bodies compared with, separated by spaces."),
    Column("alpha", "Chance of a wrong verdict that is accepted.", "number"),
    Column("looks", "Periods at which it is judged, separated by spaces."),
    Column("method", "Method of the verdict."),
    Column("protocol_sha256", "SHA-256 of the terms as they were fixed."),
)
LIMITS = made_table(
    "limits",
    "Limits set anew",
    "One row is one period from which the limits of a control chart are worked out anew.",
    _MEASURE,
    Column("from", "First period of the new limits.", "date"),
    _REASON,
    Column("authoriser", "Office that agreed."),
)
FAMILIES = made_table(
    "families",
    "Measures judged together",
    "One row is a set of measures that are judged together, and the rule for their errors.",
    Column("measures", "Ids of measures; of several bodies measure/body; separated by spaces."),
    Column("rule", "The rule, as a code."),
    _REASON,
)
TABLES = (
    *(STEPS, NEWS, MILESTONES, RESOURCES, LINKS, EVIDENCE, OBJECTIVES, JUDGEMENTS, PARTNERS),
    *(AGREEMENTS, ESCALATION, CONFLICTS, FORWARD_PLAN, ITEMS, PAPERS, MINUTES, INSPECTIONS),
    *(STAGES, RESPONSE_STEPS, DETAILS, SERVICES, OUTPUTS, VERDICTS, TERMS, LIMITS, FAMILIES),
)
