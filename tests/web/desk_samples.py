"""Pages of the officer's desk with invented words, one for each of their templates."""

from types import SimpleNamespace as Of

from tests.web.samples import HOME, ROWS, frame, link

REFERENCE = "action/anyshire-police/log/25-01"
LONG = "anyshire-inspectorate/2025/anyshire/neighbourhood-crime/area-for-improvement/1"
WHO = Of(
    name="who-all",
    label="All moved dates: which office agreed",
    value="",
    choices=[Of(value="", label="Not said"), Of(value="board", label="The board")],
)
WHY = Of(name="why-all", label="All moved dates: why", value="")
ASIDE = [Of(title="Where to go on", links=[link("My week", "/week/")])]
LINE = Of(
    title="Visit every home burgled for a second time",
    url=f"/findings/{REFERENCE}/",
    kind="Action",
    days="12 days past",
    why="Due 30 June 2026. First due 31 March 2026. Moved once.",
    owner="Deputy chief constable",
    mail="mailto:?subject=Action&body=Please%20answer",
    draft="Action due 30 June 2026\n\nPlease answer with one of these:\n1. It is done.",
)
DATE = Of(
    name="dated", legend="Date of the log", hint="For example", day="31", month="10", year="2026"
)
TABLE = Of(caption="Dates", head=["What", "Date"], rows=[["Published", "13 October 2026"]])

DESK: dict[str, tuple[str, Of]] = {
    "guide": (
        "help/guide.html",
        frame(
            title="Run a session",
            crumbs=[link("Help", "/help/")],
            html='<p class="govuk-body">From the agenda to signed minutes.</p>',
            aside=ASIDE,
        ),
    ),
    "week": (
        "week/week.html",
        frame(
            title="My week",
            sentence="One item is overdue, nothing is due in the next 28 days, one waits.",
            parts=[
                Of(
                    title="Overdue",
                    id="overdue",
                    lines=[LINE],
                    none="Nothing.",
                    rest=link("30 more in the register", "/plans/?view=overdue"),
                ),
                Of(title="Due in 7 days", id="due-7", lines=[], none="Nothing.", rest=None),
            ],
            aside=ASIDE,
        ),
    ),
    "upload": (
        "forms/upload.html",
        frame(
            title="Offer evidence",
            sentence="The force said it would do this by 30 September 2031.",
            action=f"/actions/{REFERENCE}/evidence/",
            button="Offer this file",
            hidden=[Of(name="seen", value="12")],
            answers=[Of(label="Action", words="Visit every home.")],
            warning="You cannot do this as you are.",
            accept=".pdf,.docx",
            limit="PDF or Word; at most 25 MB.",
            file_error="The file is empty. Choose another one.",
            fields=[WHY],
            dates=[DATE],
            cancel=link("Go back and change nothing", f"/findings/{REFERENCE}/"),
            aside=ASIDE,
        ),
    ),
    "reassign": (
        "plans/reassign.html",
        frame(
            title="An owner leaves",
            sentence="Chief constable owns 2 open actions. Nothing is changed yet.",
            choose_url="/plans/anyshire-police/reassign/",
            action="/plans/anyshire-police/reassign/",
            owners=[Of(name="owner", label="Who leaves", value="", choices=WHO.choices)],
            listed=[Of(label=REFERENCE, words="Visit every home (due 30 June 2026)")],
            button="Give all of these away",
            hidden=[Of(name="seen", value="12")],
            warning="",
            fields=[WHY],
            dates=[DATE],
            cancel=link("Go back and change nothing", "/plans/"),
            aside=ASIDE,
        ),
    ),
    "register": (
        "plans/register.html",
        frame(
            title="Register: Anyshire Police",
            crumbs=[HOME],
            sentence="16 of 22 findings and actions are open: 2 overdue, 2 slipping.",
            saved=[
                Of(label="Overdue", url="/plans/", count="2", on=True),
                Of(label="No owner", url="/plans/?view=no-owner", count="5", on=False),
            ],
            fields=[Of(name="q", label="Words", value="")],
            hidden=[Of(name="view", value="overdue")],
            chosen=[link("Overdue", "/plans/")],
            columns=[
                Of(label="What was asked or promised", url="/plans/?sort=words", aria="none"),
                Of(label="Reference", url="/plans/?sort=reference", aria="none"),
                Of(label="Owner", url="/plans/?sort=owner", aria="none"),
                Of(label="Due", url="/plans/?sort=-due", aria="ascending"),
                Of(label="Said, done, worked", url="/plans/?sort=state", aria="none"),
            ],
            rows=[
                Of(
                    words="Visit every home burgled for a second time",
                    url=f"/findings/{REFERENCE}/",
                    kind="Action",
                    reference=LONG,
                    parts=LONG.split("/"),
                    owner="No owner",
                    due="30 June 2026",
                    due_note="first 31 March 2026, moved twice; 12 days past",
                    state="overdue",
                    stage="Said",
                    note="Owner’s own rating: Green",
                )
            ],
            count="Rows 1 to 1 of 1.",
            csv=link("This row as CSV", "/plans/data.csv"),
            whole=link("All 163 on one page, to print", "/plans/?page=all"),
            aside=ASIDE,
        ),
    ),
    "clock": (
        "responses/clock.html",
        frame(
            title="Reply to the report of 13 October 2026",
            sentence="12 days left: reply due 7 December 2026 (day 56).",
            dates=TABLE,
            beside=["general election: 30 May 2024 to 4 July 2024"],
            steps=Of(caption="Steps", head=["Step", "On record"], rows=[["Invited", "No"]]),
            answers=ROWS[:1],
            completeness="Explanations held for 1 of 3 recommendations.",
            draft="[Date]\n\nRecommendation 1\n[To be written]",
            aside=ASIDE,
        ),
    ),
    "import": (
        "importing/upload.html",
        frame(
            title="Import an action log",
            sentence="Nothing is written until you have confirmed the difference.",
            fields=[WHO],
            dates=[DATE],
            aside=ASIDE,
        ),
    ),
    "figures": (
        "figures/hand_in.html",
        frame(
            title="Load figures",
            sentence="Nothing is kept until you have seen what the table gives and confirmed it.",
            limit="XLSX, ODS or CSV in UTF-8, at most 20 MB.",
            fields=[WHO],
            dates=[DATE],
            aside=ASIDE,
        ),
    ),
    "figures-table": (
        "figures/look.html",
        frame(
            title="Check what the table gives",
            sentence="As it is stated, the table gives 12 figures.",
            action="/figures/ab/",
            confirm="/figures/ab/",
            forget="/figures/ab/forget/",
            hidden=[Of(name="measure", value="anyshire-theft-from-shops")],
            keep=[Of(name="key", value="k")],
            fields=[WHO],
            found=[Of(label="Figures", words="12")],
            figures=Of(caption="The first figures", head=["Row", "Value"], rows=[["2", "91"]]),
            rejects=Of(caption="1 row is left out", head=["Row", "Why"], rows=[["3", "none"]]),
            rejects_url="/figures/ab/rejects.csv",
            aside=ASIDE,
        ),
    ),
    "import-columns": (
        "importing/columns.html",
        frame(
            title="Check what the columns hold",
            sentence="22 rows hold an action. The columns are a guess: correct them.",
            action="/import/ab/",
            columns=[Of(name="column-0", label="“Ref” holds", value="", choices=WHO.choices)],
            leads=[WHO],
            head=["Cell", "Reference", "Action"],
            rows=[["'Action log'!C6", "25/01", "Visit every home"]],
            count="The first 1 of 22 rows.",
            odd=Of(
                caption="What is empty or odd in each column",
                head=("Column", "Holds", "Empty", "Odd", "Which"),
                rows=(("Due", "Due date", "0", "2", "No day: “TBC” (2)"),),
                numeric=(2, 3),
            ),
            aside=ASIDE,
        ),
    ),
    "import-difference": (
        "importing/difference.html",
        frame(
            title="What this log would change",
            sentence="1 new, 1 changed, 0 gone, 20 the same. Nothing is written yet.",
            action="/import/ab/difference/",
            forget="/import/ab/forget/",
            hidden=[Of(name="key", value="k")],
            counts=[("New", "1")],
            everyone=[WHO, WHY],
            moved=[
                Of(
                    title="25/01 Visit every home",
                    words="Due date: 31 March 2026 on the register, 30 June 2026 in the log.",
                    who=Of(name="who-1", label="Which office agreed: 25/01", choices=WHO.choices),
                    when=Of(name="when-1", label="When it was agreed: 25/01", value=""),
                    why=Of(name="why-1", label="Why: 25/01", value=""),
                )
            ],
            sections=[Of(title="Changed: 1", id="changed", rows=ROWS[:1])],
            button="Record these 2 rows",
            aside=ASIDE,
        ),
    ),
}
