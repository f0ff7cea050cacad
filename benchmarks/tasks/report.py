"""A long inspection report of an invented inspectorate about an invented force, as HTML or PDF.

    python -m benchmarks.tasks.report FILE.pdf|FILE.html [CHAPTERS [PARAGRAPHS]]

Nine chapters of 22 paragraphs fill 40 printed pages: what was seen, a graded question, a
recommendation with a date or an area for improvement, now and then a cause of concern.
"""

import html
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import anyshire_documents

TITLE = "How Anyshire Police keeps people safe: an inspection of nine questions"
PUBLISHED = "2026-10-13"
QUESTIONS = (
    "Preventing crime",
    "Answering the public",
    "Investigating crime",
    "Protecting vulnerable people",
    "Managing offenders",
    "Custody",
    "Building the workforce",
    "Using data",
    "Leading and managing the force",
)
GRADES = ("Good", "Requires improvement", "Inadequate", "Adequate")
SUBJECTS = (
    "repeat victims of burglary",
    "calls that were abandoned",
    "the supervision of investigations",
    "children who went missing",
    "the visits to registered offenders",
    "the checks of detained people",
    "the training of new sergeants",
    "the quality of recorded data",
    "the plans for the next two years",
)
SEEN = (
    "We looked at 84 files about {0}. In 31 of them the record did not show who had decided.",
    "Officers told us that they knew what was expected about {0}, and that time was short.",
    "Supervisors had looked at {0} each month until the spring. Since then the record is patchy.",
    "We spoke to 46 people who had dealt with the force about {0}. Most had been told in time.",
    "The force counts {0} in two systems. The two counts differ, and nobody had asked why.",
    "In two districts {0} is discussed every week. In the other two it was not on any agenda.",
)
ASKED = (
    "review how it deals with {0} and publish what it found.",
    "make sure that supervisors check {0} at least once a month, and record each check.",
    "agree with its partners who answers for {0}.",
)
PARAGRAPHS = 22  # in a chapter; nine chapters then fill 40 pages


def as_html(chapters: int = len(QUESTIONS), paragraphs: int = PARAGRAPHS) -> str:
    """The report of so many chapters."""
    rows = "".join(
        f"<tr><td>{question}</td><td>{GRADES[at % 4]}</td></tr>"
        for at, question in enumerate(QUESTIONS[:chapters])
    )
    body = "\n".join(line for at in range(chapters) for line in _chapter(at, paragraphs))
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head><meta charset="utf-8">'
        f"<title>{TITLE}</title></head>\n<body>\n"
        "<header><p>Invented force and figures</p></header>\n<main>\n"
        f"<h1>{TITLE}</h1>\n<p>Published 13 October 2026</p>\n"
        "<h2>Summary of grades</h2>\n<table><caption>Table 1: Grades of nine questions</caption>"
        f"<thead><tr><th>Question</th><th>Grade</th></tr></thead><tbody>{rows}</tbody></table>\n"
        f"{body}\n</main>\n"
        "<footer><p>Inspectorate of Anyshire Services. Invented force and figures.</p></footer>\n"
        "</body>\n</html>\n"
    )


def as_pdf(chapters: int = len(QUESTIONS), paragraphs: int = PARAGRAPHS) -> bytes:
    """The same, printed by the typesetter that makes the other documents of the story."""
    return anyshire_documents.pdf(
        as_html(chapters, paragraphs),
        running="How Anyshire Police keeps people safe",
        month="October 2026",
    )


def _chapter(at: int, paragraphs: int) -> Iterator[str]:
    subject, month = SUBJECTS[at], ("31 January", "31 March", "30 June")[at % 3]
    yield f"<h2>{html.escape(QUESTIONS[at])}</h2>"
    yield f"<p>{_lead(at)}</p>"
    for n in range(paragraphs):
        first, second, third = (
            SEEN[(n + step) % len(SEEN)].format(subject) for step in range(0, 6, 2)
        )
        yield f"<p>{first} {second} {third} {first} {second}</p>"
    if at in (2, 5):
        yield "<h3>Cause of concern</h3>"
        yield (
            f"<p>The force does not know enough about {subject}, and people are at risk as a "
            "result.</p>"
        )
    yield "<h3>Recommendations</h3>"
    yield f"<p>By {month} 2027 the force should:</p>"
    yield f'<ol start="{at + 1}"><li>{ASKED[at % 3].format(subject)}</li></ol>'
    if at % 2 == 0:
        yield "<h3>Areas for improvement</h3>"
        yield f"<p>The force should improve how it tells the public about {subject}.</p>"


def _lead(at: int) -> str:
    return (
        f"Anyshire Police is {GRADES[at % 4].lower()} at this. We looked at {SUBJECTS[at]} "
        "in June 2026."
    )


def main(words: list[str]) -> None:
    """Write the report to the file that is named."""
    out, numbers = Path(words[0]), [int(word) for word in words[1:3]]
    made = as_pdf(*numbers) if out.suffix == ".pdf" else as_html(*numbers).encode()
    out.write_bytes(made)


if __name__ == "__main__":
    main(sys.argv[1:])
