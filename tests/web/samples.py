"""Pages as the templates expect them: the West Mercia case in the design's wording, and Anyshire.

Facts on West Mercia are in our own words; each line keeps the kind of source it would name.
The addresses are places on the site, not outside ones, except one to show how print writes it.
"""

from types import SimpleNamespace as Of

ORIGINAL = "https://www.westmercia-pcc.gov.uk/response-to-hmicfrs-inspection/"


def link(label: str, url: str) -> Of:
    return Of(label=label, url=url)


def source(label: str, number: int) -> Of:
    return link(label, f"/documents/{number}/#quote-1")


HOME = link("Home", "/")
BODIES = link("Bodies", "/bodies/")
WEST_MERCIA = link("West Mercia Police", "/bodies/west-mercia-police/")
SAMPLE = Of(kind="sample", words="Sample home: built from public facts on 23 November 2026.")
INVENTED = Of(kind="invented", words="Anyshire: invented force and figures.")
AS_AT = Of(
    words="14:02, 23 November 2026",
    entry="1,482",
    root="3f9a07c2",
    url="/history/",
    address="https://answerable.example/history/",
)
CASE = "/findings/hmicfrs/2023/west-mercia/soc/cause-of-concern/1/"


def frame(**more: object) -> Of:
    """What every page has; `more` is the page's own."""
    base: dict[str, object] = {
        "area": "bodies",
        "crumbs": [HOME, BODIES, WEST_MERCIA],
        "banner": SAMPLE,
        "as_at": AS_AT,
        "aside": [],
    }
    return Of(**{**base, **more})


def line(label: str, words: str, *sources: Of, **more: object) -> Of:
    base: dict[str, object] = {"label": label, "words": words, "sources": sources}
    if more.get("adverse"):
        base |= {"reply_url": "/corrections/reply/1/", "mistake_url": "/corrections/report/1/"}
    return Of(**{**base, **more})


RUNGS = [
    Of(
        name="Promised",
        state="reached",
        words="A delivery plan was with the Commissioner.",
        who="The Commissioner",
        when="by 11 December 2023",
        evidence=source("Minutes", 3),
    ),
    Of(
        name="Delivered",
        state="part",
        words="The force said that profiles are now provided.",
        who="The force",
        when="16 July 2024",
        evidence=source("Minutes", 4),
    ),
    Of(name="Verified", state="not known", words="", who="", when="", evidence=None),
    Of(name="Worked", state="not yet", words="", who="", when="", evidence=None),
    Of(name="Sustained", state="not yet", words="", who="", when="", evidence=None),
]

ACTIONS = [
    link("See the source of each line", "#sources"),
    link("See it as it stood on 1 January 2024", f"{CASE}?said=2024-01-01"),
    link("Paste a news article", "/read/"),
    Of(label="Run your own week", url="/week/", hint="Anyshire, an invented force"),
    link("Check that nothing was altered", "/history/"),
]

SOURCES = [
    Of(
        id=f"source-{number}",
        title=title,
        url=f"/documents/{number}/",
        place=place,
        anchored=anchored,
        original=ORIGINAL if number == 1 else "",
    )
    for number, (title, place, anchored) in enumerate(
        (
            ("Letter on the regional inspection", "Commissioner, 9 July 2024", "To our summary"),
            ("PEEL effectiveness 2017", "Inspectorate, 22 March 2018", "To our summary"),
            ("Minutes of December 2023", "Commissioner, 11 December 2023", "To our summary"),
            ("Minutes of July 2024", "Commissioner, 16 July 2024", "Not yet"),
        ),
        start=1,
    )
]

NOTICE = (
    "Summary written for this demonstration from the page at "
    f"{ORIGINAL}. These are not the original’s words."
)

CASE_PAGE = frame(
    title="Serious and organised crime: West Mercia Police",
    sentence="Inspectors graded this inadequate in a report of 14 May 2024. "
    "Our sources do not say whether it has been put right.",
    lines=[
        line("Latest source read", "23 November 2026", source("All sources", 1)),
        line(
            "Inspected",
            "June 2023, published about 11 months later",
            source("Letter, 9 July 2024", 1),
        ),
        line(
            "Before",
            "Inadequate March 2018, good September 2019 - different cycles, not one line",
            source("PEEL 2017", 2),
            source("PEEL 2018/19", 2),
            adverse=True,
        ),
        line(
            "Asked for",
            "1 cause of concern, 9 recommendations. We have the substance of 5; "
            "the other 4 are not in our sources",
            source("Letter, 9 July 2024", 1),
            adverse=True,
        ),
        line(
            "Said",
            "The Commissioner had a delivery plan on serious and organised crime by "
            "11 December 2023. The improvement plan itself is not in our sources",
            source("Minutes, 11 Dec 2023", 3),
            state="promised",
        ),
        line(
            "Done",
            "The force said on 16 July 2024 that organised-crime profiles are now provided. "
            "Nobody else has checked it, in our sources.",
            source("Minutes, 16 July 2024", 4),
            state="delivered",
            adverse=True,
        ),
        line(
            "Worked",
            "Cannot be measured yet: recorded crime is not a measure of organised crime. "
            "A series of confirmed disruptions with agreed definitions would make it possible",
            source("How we measure", 5),
            state="too early",
        ),
        line(
            "Scrutiny",
            "The Commissioner counted 16 sessions on this and related crime with three chief "
            "constables. We have papers for 5. This subject is in 2. Our collection is not "
            "complete",
            source("Statement, May 2024", 6),
            source("Papers we hold", 7),
        ),
        line(
            "Money",
            "“Significant funding” was reported. No sum in our sources is labelled for "
            "organised crime",
            source("Statement, May 2024", 6),
        ),
        line(
            "Replies",
            "",
            links=[
                link("The Commissioner says", "/replies/1/"),
                link("The force says", "/replies/2/"),
            ],
        ),
    ],
    aside=[
        Of(title="What you can do here", actions=ACTIONS),
        Of(title="How far it has got", rungs=RUNGS),
    ],
    sources=SOURCES,
    summary_notice=NOTICE,
)

ROWS = [
    Of(
        title="Serious and organised crime",
        url=CASE,
        sentence="Graded inadequate on 14 May 2024. Not in our sources whether it was put right.",
        state="delivered",
        note="1 cause of concern, 9 recommendations",
    ),
    Of(
        title="Answering the public",
        url="/findings/2/",
        sentence="Requires improvement in the report of 14 May 2025.",
        state="not known",
    ),
]

CARDS = [
    Of(title="Said", figure="6", words="The force or the Commissioner said it would be done."),
    Of(title="Done", figure="2", words="The force says so. Inspectors have checked none."),
    Of(title="Worked", figure="0", words="No evidence yet in our sources."),
]

GRADES = Of(
    caption="Grades, each with its cycle",
    head=["Question", "Then", "Now", "Entry"],
    numeric=[3],
    rows=[
        [
            Of(words="Serious and organised crime", url=CASE),
            Of(words="Good", note="PEEL 2018/19"),
            Of(words="Inadequate", note="regional inspection, 14 May 2024", state="worse"),
            "1,204",
        ],
        ["Preventing crime", "Good", Of(words="Adequate", state="changed"), "1,377"],
    ],
)

TIMELINE = [
    Of(
        date="22 March 2018",
        title="Report published: inadequate",
        words="A cause of concern with five parts.",
        by="The inspectorate",
        source=source("PEEL 2017", 2),
    ),
    Of(date="27 September 2019", title="Graded good", by="The inspectorate", source=None),
    Of(date="", title="When the 2018 concern was closed", by="Not in our sources", missing=True),
    Of(
        date="14 May 2024",
        title="Regional report: inadequate",
        by="The inspectorate",
        source=source("Letter, 9 July 2024", 1),
    ),
]

QUOTE = Of(
    voice="summary",
    words="The force must get better at working with its partners against serious and organised "
    "crime, and at using information and resources to tackle it.",
    place="Letter of 9 July 2024, page 1",
    url="/documents/1/#quote-1",
)

SUBNAV = [
    Of(label=label, url=f"{CASE}{part}", current=not part)
    for label, part in (
        ("Overview", ""),
        ("Plan", "plan/"),
        ("Sessions", "sessions/"),
        ("Evidence", "evidence/"),
        ("History", "history/"),
    )
]

BLOCKS = [
    Of(kind="page", label="Page 1"),
    Of(kind="heading", pieces=[Of(words="Response to the regional inspection")]),
    Of(
        kind="paragraph",
        pieces=[
            Of(words="The letter counts "),
            Of(words="one cause of concern and nine recommendations", marked=True, id="quote-1"),
            Of(words=" for the force, beside regional areas for improvement."),
        ],
    ),
    Of(kind="paragraph", pieces=[Of(words="<script>alert(1)</script> stays words.")]),
]
