"""Every template with a page to show in it: for the preview and for the tests of templates."""

from dataclasses import replace
from types import SimpleNamespace as Of

from answerable.operations.pages.components import SAMPLES
from tests.web.account_samples import ACCOUNT
from tests.web.desk_samples import DESK
from tests.web.samples import (
    AS_AT,
    BLOCKS,
    CARDS,
    CASE,
    CASE_PAGE,
    GRADES,
    HOME,
    INVENTED,
    QUOTE,
    ROWS,
    RUNGS,
    SOURCES,
    SUBNAV,
    TIMELINE,
    frame,
    line,
    link,
    source,
)

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} 220" width="{w}" height="220" '
    'role="img" aria-label="The level fell after the change."><path d="M10 200H{x}" '
    'stroke="#3D3D3D"/><path d="M10 60L{m} 70L{x} 150" fill="none" stroke="#12436D" '
    'stroke-width="3"/><text x="12" y="40" font-size="14">Before: 84 a month</text></svg>'
)
FIELD = Of(name="grade", label="Grade", value="inadequate", hint="The source’s own word")
CHECK = Of(
    title="No entry altered",
    words=["1,482 entries checked at 14:02 on 23 November 2026, against checkpoint 1,482."],
    fault=False,
)
DUE = [
    Of(
        title="Next due",
        facts=[
            Of(label="Reply to the report", words="7 December 2026"),
            Of(label="Responsible", words="The Commissioner"),
        ],
    ),
    Of(title="Check this", links=[link("Changes to this record", "/history/")]),
]

PAGES: dict[str, tuple[str, Of]] = {
    "home": (
        "home.html",
        frame(
            title="Was it put right?",
            area="home",
            crumbs=[],
            sentence="Answerable follows what inspectors found, what was promised, and whether "
            "anyone has shown that it worked.",
            cases=ROWS[:1],
            bodies=[
                Of(
                    title="West Mercia Police",
                    url="/bodies/west-mercia-police/",
                    sentence="2 findings we follow. None is shown to have worked.",
                ),
                Of(
                    title="Anyshire Police",
                    url="/bodies/anyshire-police/",
                    sentence="An invented force, to try every step.",
                    note="Invented force and figures",
                ),
            ],
            how=CARDS,
            aside=DUE,
        ),
    ),
    "bodies": (
        "bodies/list.html",
        frame(title="Bodies", sentence="We follow 2 bodies.", crumbs=[HOME], bodies=ROWS),
    ),
    "body": (
        "bodies/body.html",
        frame(
            title="West Mercia Police",
            sentence="Inspectors graded serious and organised crime inadequate in 2024; our "
            "sources do not say whether it has been put right.",
            grades=GRADES,
            counts=CARDS,
            findings=ROWS,
            sessions=ROWS,
            measures=CARDS,
            holders=GRADES,
            gaps=["Whether the 2018 concern was closed"],
            aside=DUE,
        ),
    ),
    "case": ("findings/case.html", CASE_PAGE),
    "finding": (
        "findings/finding.html",
        frame(
            title="Cause of concern 1: serious and organised crime",
            kicker="West Mercia Police, inspected June 2023",
            sentence="The force says part of this is done. Nobody else has checked, in our "
            "sources.",
            past=Of(
                words="You are looking at 16 July 2024, as the record stood at entry 1,482.",
                today_url=CASE,
            ),
            subnav=SUBNAV,
            quotes=[QUOTE, Of(**{**vars(QUOTE), "voice": "inspectors", "note": "Invented."})],
            lines=[
                line(
                    "Deadline",
                    "Not in our sources",
                    source("Letter", 1),
                    state="not known",
                    changed=Of(
                        field="deadline",
                        by="the governance office",
                        at="14:02 on 4 April 2026",
                        entry="1,204",
                        url="/history/1204/",
                        before="none",
                    ),
                ),
                line(
                    "Done",
                    "The force says it is done.",
                    source("Minutes", 4),
                    state="delivered",
                    adverse=True,
                    replies=[Of(by="the force", words="Work continues.", url="/replies/2/")],
                ),
            ],
            how=["The state is the highest rung with quoted evidence."],
            rungs=RUNGS,
            parts=ROWS,
            sessions=ROWS,
            asked_before=ROWS,
            timeline=TIMELINE,
            changes=GRADES,
            cite="Answerable, cause of concern 1, entry 1,482, root 3f9a07c2.",
            sources=SOURCES,
            aside=DUE,
        ),
    ),
    "recommendations": (
        "findings/recommendations.html",
        frame(
            title="Nine recommendations",
            sentence="We have the substance of 5. The other 4 are not in our sources.",
            items=[
                Of(
                    number=1,
                    label="Recommendation 1",
                    words="Work better with partners; get better access to their data.",
                    state="promised",
                    voice="Our summary says",
                    source=source("Letter, 9 July 2024", 1),
                    mistake_url="/corrections/report/1/",
                ),
                Of(number=6, words="Not in our sources.", state="not known", missing=True),
            ],
            sources=SOURCES,
            aside=DUE,
        ),
    ),
    "session": (
        "sessions/session.html",
        frame(
            title="Session of 16 July 2024",
            sentence="The Commissioner asked whether change would last as leaders change.",
            exchanges=[
                Of(item="", asked=ROWS, answers=[QUOTE], agreed=ROWS),
                Of(item="Item 3 (Disruptions)", asked=(), answers=[QUOTE], agreed=()),
            ],
            judgment="The Commissioner doubted that change would last.",
            actions=None,
            proposed=ROWS,
            sources=SOURCES,
            aside=DUE,
        ),
    ),
    "agenda": (
        "sessions/agenda.html",
        frame(
            first=0,
            title="Proposed agenda for the next session",
            sentence="One item is proposed.",
            items=[
                Of(
                    title="Check each plan every three months",
                    url="/history/item/action/1/",
                    state="overdue",
                    reasons=[
                        Of(
                            label="Overdue",
                            words="Due 31 March 2026, 54 days before 24 May 2026.",
                            sources=[source("Minutes", 4)],
                        )
                    ],
                    question="What assurance can you give that it will be finished?",
                )
            ],
            sources=SOURCES,
            aside=DUE,
        ),
    ),
    "document": (
        "documents/document.html",
        frame(
            title="Letter on the regional inspection",
            sentence="",
            notice_words="Summary written for this demonstration.",
            blocks=BLOCKS,
            aside=DUE,
        ),
    ),
    "measure": (
        "measures/measure.html",
        frame(
            title="Burglary in Anyshire",
            area="bodies",
            banner=INVENTED,
            sentence="No change large enough to tell from chance.",
            caution="Recorded crime is not a measure of organised crime.",
            chart=Of(
                title="The level fell after the change",
                subtitle="Burglaries a month, Anyshire, January 2024 to March 2026",
                wide=SVG.format(w=780, x=760, m=380),
                narrow=SVG.format(w=340, x=330, m=170),
                sentence="It fell from 84 to 61 a month.",
                table=GRADES,
                csv_url="/measures/burglary/anyshire.csv",
            ),
            verdict="A fall of 12 % or more would usually have shown.",
            state="no change",
            knows=["27 months of counts"],
            unknowns=["Why it fell"],
            comparators=GRADES,
            how=["Limits from the first 12 months."],
            sources=SOURCES,
            aside=DUE,
        ),
    ),
    "compare": (
        "compare/compare.html",
        frame(
            title="West Mercia Police: then and now",
            area="compare",
            sentence="Of the findings, actions and grades, five changed; two are the same.",
            a=Of(value="2024-05-14", label="14 May 2024"),
            b=Of(value="2026-11-23", label="23 November 2026"),
            action="/compare/west-mercia-police/",
            presets=[link("The report to today", "?a=2024-05-14&b=today")],
            new=GRADES,
            folds=[
                Of(summary="90 new actions from “Action log”", links=[HOME], rest="2 more stand."),
            ],
            rows=GRADES,
            known_then=["A delivery plan existed."],
            learnt_later=["Profiles are now provided, the force said."],
        ),
    ),
    "history": (
        "history/history.html",
        frame(
            title="The record",
            area="history",
            crumbs=[HOME],
            sentence="No entry altered. 1,482 entries checked at 14:02.",
            check=CHECK,
            moved=GRADES,
            corrections=GRADES,
            entries=GRADES,
            pages=Of(
                previous="?page=1",
                next="?page=3",
                numbers=[Of(number=n, url=f"?page={n}", current=n == 2) for n in (1, 2, 3)],
            ),
            aside=DUE,
        ),
    ),
    "verify": (
        "history/verify.html",
        frame(
            title="Check the record",
            area="history",
            crumbs=[HOME],
            sentence="No entry altered.",
            check=Of(title="Entry 977 was altered", words=["Its hash does not fit."], fault=True),
            root="3f9a07c2" * 8,
            checkpoint=["answerable.example/log", "1482", "P5oHwg=="],
            steps=["Download the export.", "Run the command where there is no network."],
            command="python verify.py export DIR POLICY",
            action="/history/check/",
            aside=DUE,
        ),
    ),
    "entry": (
        "history/entry.html",
        frame(
            title="Entry 977",
            area="history",
            crumbs=[HOME],
            sentence="Grade: inadequate. It stands as it was first written.",
            quote=QUOTE,
            values=GRADES,
            corrections=None,
            leaf='{"v":1}',
            leaf_hash="3f9a07c2" * 8,
            openings=['{"field": "value", "commitment": "3f9a07c2"}'],
            aside=DUE,
        ),
    ),
    "read": (
        "read/read.html",
        frame(
            title="Read an article against the record",
            area="read",
            crumbs=[HOME],
            sentence="Paste any article. Each part is set beside what the record holds.",
            text="",
            error="Paste at least one sentence",
            errors=[Of(words="Paste at least one sentence", target="text")],
            examples=[link("Try the seed article", "/read/?example=seed")],
        ),
    ),
    "read-result": (
        "read/read.html",
        frame(
            title="What the record holds on this article",
            area="read",
            crumbs=[HOME],
            sentence="Of 9 parts: 3 agree, 2 in part, 4 silent.",
            counts=CARDS,
            text="",
            results=[
                Of(
                    words="16 formal assurance and accountability sessions",
                    kind="Count",
                    speaker="the Commissioner",
                    state="part",
                    answer="We hold papers for 5 sessions. This subject is in 2.",
                    grounds=[Of(words="Minutes name the subject.", source=source("Minutes", 4))],
                    note="Our collection is not complete.",
                ),
                Of(words="shock", kind="Claim", state="unsettleable", answer="A feeling."),
            ],
            left=["More needs to be done."],
        ),
    ),
    "review": (
        "review/queue.html",
        frame(
            title="Waiting for a person",
            banner=INVENTED,
            sentence="12 readings wait. The oldest is 3 days old.",
            candidates=[
                Of(
                    url="/review/1/2/",
                    kind="Recommendation",
                    quote="By 31 March 2026 the force should train every lead officer.",
                    document="Anyshire inspection report",
                    page="page 12",
                    rule="should-by",
                    confidence="41 of 45 right, between 79% and 96%",
                    answered="One reader has answered; it waits for a second.",
                    state="waiting",
                )
            ],
            filters=[
                Of(
                    name="kind",
                    label="Kind",
                    value="",
                    choices=[Of(value="", label="Any"), Of(value="grade", label="Grade")],
                )
            ],
            chosen=[link("Anyshire report", "/review/")],
            action="/review/",
            residue=Of(first=ROWS, rest=ROWS, words="12 passages; duties and promises first."),
            aside=DUE,
        ),
    ),
    "candidate": (
        "review/candidate.html",
        frame(
            title="Recommendation, page 12",
            banner=INVENTED,
            sentence="Read by machine; no person has confirmed it.",
            document=Of(title="Anyshire inspection report", url="/documents/9/"),
            blocks=BLOCKS,
            facts=[Of(label="Rule", words="should-by"), Of(label="Confidence", words="high")],
            fields=[FIELD, Of(name="due", label="Due", value="31 March 2026", error="Say a day")],
            reject_field=Of(name="reason", label="Why", value="", rows=2),
            accept_url="/review/1/2/accept/",
            correct_url="/review/1/2/correct/",
            reject_url="/review/1/2/reject/",
            next_url="/review/1/3/",
            previous_url="/review/1/1/",
            seen=1482,
            key="k-1",
            signed_by="Governance officer (demonstration)",
            may_answer=True,
            may_correct=True,
            answered="Two readers answered differently. Settle it with your reason.",
            differences=GRADES,
            why_accepted=Of(name="why", label="Why this answer stands", value="", rows=2),
            why_corrected=Of(name="why-corrected", label="Why it stands", value="", rows=2),
            split_url="/review/1/2/split/",
            split_field=Of(name="second", label="It is two", value=""),
            merge_url="/review/1/2/merge/",
            merge_field=Of(
                name="other",
                label="It is one with",
                value="r1",
                choices=[Of(value="r1", label="A")],
            ),
            read_as_url="/review/1/2/read-as/",
            read_as_field=Of(
                name="as",
                label="Read it as",
                value="",
                choices=[Of(value="action", label="Action")],
            ),
        ),
    ),
    "asked": (
        "review/asked.html",
        frame(
            title="Asked before?",
            banner=INVENTED,
            sentence="A machine put these earlier findings in an order, by their words.",
            new_title="Recommendation 4, 14 May 2026",
            new_words="Name a lead officer for each group.",
            new_quote=QUOTE,
            new_facts=["Theme: burglary"],
            before=[
                Of(
                    reference="a/2023/b/recommendation/1",
                    title="Recommendation 1, 2 May 2023",
                    url="/findings/a/2023/b/recommendation/1/",
                    near="The same body and the same theme",
                    words="Appoint capable lead officers.",
                    quote=QUOTE,
                    facts=["What became of it: open"],
                    may_link=True,
                )
            ],
            action="/asked/a/2026/b/recommendation/4/",
            seen=1482,
            key="k-1",
        ),
    ),
    "about": (
        "sections.html",
        frame(
            title="About Answerable",
            area="about",
            crumbs=[HOME],
            sentence="It keeps what public documents say, and never says more than they do.",
            sections=[
                Of(title="What the facts stand on", cards=CARDS),
                Of(id="method", title="Method", paragraphs=["Quote first."], items=["One", "Two"]),
                Of(title="Lines", lines=CASE_PAGE.lines[:2], links=[link("More", "/about/")]),
                Of(title="Rows", rows=ROWS, absent="Not in our sources."),
                Of(title="Order", timeline=TIMELINE, quotes=[QUOTE], table=GRADES),
            ],
            aside=DUE,
        ),
    ),
    "form": (
        "forms/form.html",
        frame(
            title="Move a due date",
            banner=INVENTED,
            sentence="The first date stays visible beside the new one.",
            errors=[Of(words="The new date must be a day in a month", target="due-day")],
            action="/plans/1/move/",
            button="Move this date",
            cancel=link("Leave it as it is", "/plans/1/"),
            hidden=[Of(name="seen", value="1482")],
            answers=[Of(label="Action", words="Train every lead officer", url="/plans/1/")],
            warning="The reply is due by law on 7 December 2026.",
            fields=[Of(name="reason", label="Why it moves", value="", rows=3)],
            dates=[
                Of(
                    name="due",
                    legend="New date",
                    guide="For example, 27 3 2027.",
                    error="The new date must be a day in a month",
                    day="31",
                    month="2",
                    year="2026",
                    wrong=("day",),
                )
            ],
            aside=DUE,
        ),
    ),
    "search": (
        "search/results.html",
        frame(
            title="Search",
            sentence="1 result found for “partners”.",
            q="partners",
            advice=["That was long: the first 8 words were looked for."],
            filters=[
                Of(
                    label="Kind",
                    choices=[
                        Of(label="All kinds", url="/search/?q=partners", current=True),
                        Of(label="Findings (1)", url="/search/?q=partners&kind=finding"),
                    ],
                )
            ],
            results=[
                Of(
                    title="Finding, 14 May 2024",
                    url=CASE,
                    pieces=[
                        Of(words="Work with "),
                        Of(words="partners", marked=True),
                        Of(words=" on it."),
                    ],
                    under=["Chief constable answered: Two visits were made."],
                    note="West Mercia Police",
                )
            ],
        ),
    ),
    "not-found": ("404.html", Of()),
    "wrong": ("500.html", Of()),
    "no-mark": ("403_csrf.html", Of()),
    "not-understood": ("400.html", Of()),
    "refusal": (
        "errors/refusal.html",
        frame(
            title="Close this finding",
            sentence="The force alone closes nothing: add the owner’s statement.",
            typed=[Of(label="Ground", words="letter")],
            next=[link("Back to the finding", CASE)],
        ),
    ),
    "conflict": (
        "errors/conflict.html",
        frame(
            title="Somebody changed this first",
            sentence="The due date was changed at 14:02 on 4 April 2026 by the governance office.",
            field="Due date",
            theirs="30 June 2026",
            yours="31 May 2026",
            by="the governance office",
            at="14:02 on 4 April 2026",
            action="/plans/1/",
            keep=[Of(name="due", value="2026-05-31")],
            back_url="/plans/1/",
        ),
    ),
}
PAGES |= DESK
PAGES |= ACCOUNT
PAGES["components"] = ("about/components.html", replace(SAMPLES, banner=INVENTED, as_at=AS_AT))
