"""What the open data say: the tables, their columns, and what each column means."""

from answerable.operations import fact_tables
from answerable.operations.table_frame import WHOSE, made_table
from answerable.publishing.open_data import Column, Table

_PROGRESS = (
    Column("due", "When it is due now; as precise as its source.", "date"),
    Column("due_first", "When it was due first.", "date"),
    Column(
        "times_moved", "How often the due date was moved; empty: no due date is known.", "integer"
    ),
    Column(
        "days_overdue",
        "Days past the due date on the valid date of this file; empty: no due date is known.",
        "integer",
    ),
    Column("rung", "promised, delivered, verified, worked, sustained; empty: not known."),
    Column("response", "What was answered: accepted, partly, rejected; empty: not known."),
    Column(
        "disposition",
        "What became of it: open, partly met, superseded, discharged, closed; empty: not known.",
    ),
    Column("sentence", "Where it stands, in one sentence."),
)


FINDINGS = made_table(
    "findings",
    "Findings",
    "One row is one cause of concern, recommendation or area for improvement.",
    Column(
        "kind",
        "cause-of-concern, accelerated-cause-of-concern (issued before the full report, for "
        "public safety), recommendation or area-for-improvement.",
    ),
    Column("number", "Its number in the report."),
    Column("theme", "What it is about, as a code."),
    Column("owner", "Who found it and alone may close it."),
    Column("addressee", "Whom it is addressed to, where the source says so."),
    Column("source", "Kind of source: inspection, or another of the regime, as a code."),
    Column("text", "What it says; empty: the words are not in our sources."),
    *_PROGRESS,
)
ACTIONS = made_table(
    "actions",
    "Actions",
    "One row is one thing that somebody said would be done.",
    Column("owner", "Office that promised it."),
    Column("answers", "Findings that a source says it answers, separated by spaces."),
    Column("plan", "Plan in which it stands."),
    Column("text", "What was promised."),
    *_PROGRESS,
)
SESSIONS = made_table(
    "sessions",
    "Sessions",
    "One row is one session of which our sources hold papers; the collection is not complete.",
    Column("held_by", "Body that held it."),
    Column("title", "Its title."),
    Column("sort", "Its kind."),
    Column("date", "The day of it.", "date"),
    Column("items", "Titles of the items taken, separated by “; ”."),
    Column("questions", "Questions on record.", "integer"),
    Column("answers", "Answers on record.", "integer"),
)
GRADES = made_table(
    "grades",
    "Grades",
    "One row is one grade of one report. Different cycles are not one line.",
    Column("question", "What was graded."),
    Column("grade", "The grade; “not graded” is one."),
    Column("grade_words", "The grade in the source's words."),
    Column("scale", "The scale, with its version."),
    Column("cycle", "The inspection cycle."),
    Column("standing", "What the source says of its standing."),
)
CLAIMS = made_table(
    "claims",
    "Claims",
    "One row is one statement about the past that a source makes.",
    Column("by_office", "Office that says so."),
    Column("number", "The number in it, where it has one.", "integer"),
    Column("unit", "What is counted."),
    Column("scope", "Of what, where and for whom."),
    Column("period", "Over which time."),
    Column("result", "Against our record, once a second person confirmed it; else empty."),
    Column("grounds", "Why, once it is confirmed."),
    Column("state", "How far its check has got: made, ..., published; as far as it is public."),
)
MONEY = made_table(
    "money",
    "Money",
    "One row is one amount in one state by one source. Rows of different states never add up.",
    Column("line", "The line of money that the rows of several states belong to."),
    Column("amount", "The amount as a decimal number.", "number"),
    Column("currency", "ISO 4217."),
    Column("period", "The period in the source's words."),
    Column(
        "state",
        "budgeted, approved, allocated, awarded, received, paid, cut, returned; "
        "empty: the source's verb is not clear, read the quote.",
    ),
    Column("payer", "Who pays."),
    Column("recipient", "Who gets it."),
    Column("purpose", "What for."),
    Column("about", "Findings or themes that a source sets it against, separated by spaces."),
)
DOCUMENTS = made_table(
    "documents",
    "Documents",
    "One row is one file that is kept.",
    Column("title", "Its title."),
    Column("type", "What it is: report, minutes, statement, ..."),
    Column("publisher", "Who published it."),
    Column("published", "When.", "date"),
    Column("standing", "original, summary (ours) or own-form."),
    Column("media_type", "Its media type."),
)
MEASURES = made_table(
    "measures",
    "Measures",
    "One row is one measure of one body: what it counts, what was loaded, what was concluded.",
    Column("measure", "Id of the measure."),
    Column("title", "What it is called."),
    Column("unit", "What is counted."),
    Column("grain", "month, quarter or year."),
    Column("good", "Which way is good: increase, decrease, neutral."),
    Column("cannot_show", "What it cannot show."),
    Column("source", "Who publishes the figures."),
    Column("licence", "Under which licence."),
    Column("releases", "Releases on record, separated by “; ”."),
    Column("rows_loaded", "Numbers loaded with the latest release.", "integer"),
    Column("verdict", "improved, no_detectable_change, worsened, cannot_be_measured; else empty."),
    Column("effect", "Size of the change that the verdict rests on.", "number"),
    Column("low", "Lower end of its interval.", "number"),
    Column("high", "Upper end of its interval.", "number"),
    Column("smallest_detectable", "The smallest change that could have been seen.", "number"),
    Column(
        "verdict_words",
        "The verdict in words, with how often such intervals held the true change in simulations.",
    ),
    Column("figures", "Address of the figures as CSV, with the limits of the control chart."),
)
FIGURES = Table(
    "figures",
    "Figures",
    "One row is one figure of one measure: of a body, in a period, as the newest release says.",
    (
        *WHOSE[:3],
        Column("measure", "Id of the measure: its title, unit and licence are in its own table."),
        Column("period_start", "First day of the period.", "date"),
        Column("period_end", "First day after it.", "date"),
        Column("value", "The figure; empty: none is held. Empty is never 0.", "number"),
        Column("status", "held, left out by a check (of charts and verdicts), no figure held."),
        Column("release", "Release that says it."),
        Column("released", "When that was published; empty: the copy held does not say.", "date"),
        Column("document", "SHA-256 of the file that says it."),
        Column("row", "Its row in that file; 0: counted from the whole file.", "integer"),
        Column("entry", "Sequence number of the load in the record.", "integer"),
        Column("page", "Page of this site that shows it."),
    ),
)
CHANGES = made_table(
    "changes",
    "Changes",
    "One row is one moved date, correction or withdrawal: who, when and why.",
    Column("kind", "moved, corrected or withdrawn."),
    Column("field", "Which field was corrected."),
    Column("value", "What it says since."),
    Column("reason", "Why."),
    Column("by", "Office that authorised a move; body that recorded a correction."),
)

QUESTIONS = made_table(
    "questions",
    "Questions",
    "One row is one question asked in a session, or sent in by a member of the public.",
    Column("session", "Reference of the session."),
    Column("item", "Number of the item under which it was asked."),
    Column("addressee", "Office that was asked."),
    Column("text", "What was asked."),
    Column("by_public", "Sent in by a member of the public, who is not named.", "boolean"),
    Column("outcome", "How it ended, where that is on record."),
    Column("action", "Reference of the action that came of it."),
    Column("reason", "Why it ended so."),
)
ANSWERS = made_table(
    "answers",
    "Answers",
    "One row is one answer that was given in a session.",
    Column("session", "Reference of the session, where its papers are on record."),
    Column("by_office", "Office that answered."),
    Column("text", "What was answered."),
)
ASSURANCES = made_table(
    "assurance",
    "Assurance",
    "One row is one judgement of an oversight body: how far it is assured.",
    Column("session", "Reference of the session, where it was judged in one."),
    Column("item", "Number of the item under which it was judged."),
    Column("about", "Reference of the finding or action that it is about, where one is named."),
    Column("level", "assured, partly or not-assured."),
    Column("reason", "Why, in the body's words."),
)
PLANS = made_table(
    "plans",
    "Plans",
    "One row is one plan that was adopted.",
    Column("title", "Its title."),
    Column("owner", "Who owns it."),
    Column("version", "Its version."),
    Column("answers", "Findings that a source says it answers, separated by spaces."),
    Column("actions", "Actions on record in it.", "integer"),
)
OFFICES = made_table(
    "offices",
    "Offices",
    "One row is one post in a body.",
    Column("title", "What it is called."),
    Column("of_body", "Body that it belongs to."),
    Column("level", "Its level, as a code."),
)
HOLDINGS = made_table(
    "holdings",
    "Office-holders",
    "One row is one person in one post, from a day.",
    Column("office", "The post."),
    Column("person", "Who holds it, as the source names them."),
    Column("holding", "substantive, temporary or acting."),
    Column("until", "When it ended, where that is on record.", "date"),
)
RESPONSES = made_table(
    "responses",
    "Responses",
    "One row is one answer to a recommendation.",
    Column("response", "accepted, partly or rejected."),
    Column("text", "What was answered."),
    Column("law", "Law that asks for the answer."),
)
REPORTS = made_table(
    "reports",
    "Reports",
    "One row is one report about one body, by the earliest fact from it.",
    Column("inspectorate", "Who wrote it."),
    Column("cycle", "The inspection cycle."),
    Column("subject", "What it is about, as a code."),
    Column("findings", "Findings of it on record.", "integer"),
    Column("grades", "Grades of it on record.", "integer"),
)

TABLES = (
    *(FINDINGS, ACTIONS, SESSIONS, GRADES, CLAIMS, MONEY, DOCUMENTS, MEASURES, FIGURES, CHANGES),
    *(QUESTIONS, ANSWERS, ASSURANCES, PLANS, OFFICES, HOLDINGS, RESPONSES, REPORTS),
    *fact_tables.TABLES,
)
BY_NAME = {table.name: table for table in TABLES}
