"""Reports of any length for the reading benchmarks: invented words, set by Typst, fixed seed."""

import random

import typst

_TEXT = (
    "the force has improved how it plans and reviews work against organised crime and officers "
    "understand what is expected of them but some cases wait too long before a lead officer is "
    "named and victims are not always told what happens next so supervisors should check each "
    "file and record why a decision was made in time for the board that meets every month"
)
_WORDS = _TEXT.split(" ")
_HEAD = """#set page(paper: "a4", margin: 2.2cm, numbering: "1", header: [Report of Marlshire])
#set text(size: 10.5pt, lang: "en", region: "gb", hyphenate: {hyphenate})
#set par(justify: {justify})
#set heading(numbering: "1.1")
"""


def report(*, pages: int, tables: int = 0, columns: int = 1, justify: bool = True) -> bytes:
    """A report of about so many pages, as PDF; the last `tables` pages hold one ruled table each.

    It has headings, paragraphs, lists with their lead-in, a running head and page numbers.
    """
    made = random.Random(pages)  # noqa: S311  # words, no secret
    flag = "true" if justify else "false"
    parts = [_HEAD.replace("{hyphenate}", flag).replace("{justify}", flag)]
    if columns > 1:
        parts.append(f"#set page(columns: {columns})\n")
    for number in range(1, pages - tables + 1):
        parts.append(_page(made, number))
    parts += [_table_page(made, number) for number in range(1, tables + 1)]
    return typst.compile("\n#pagebreak()\n".join(parts).encode(), format="pdf")


def _page(made: random.Random, number: int) -> str:
    body = [f"= Area {number}: {_sentence(made, 5)[:-1]}", *(_paragraph(made) for _ in range(4))]
    body.append(f"By 30 September {2030 + number % 9} the force should:")
    body += [f"- {_sentence(made, 14)[:-1].lower()};" for _ in range(4)]
    return "\n\n".join([*body, _paragraph(made)])


def _table_page(made: random.Random, number: int) -> str:
    rows = ",\n".join(
        f"[{number}.{row}], [{_sentence(made, 9)}], [Head of crime], [{row} May 2031], [Open]"
        for row in range(1, 23)
    )
    head = "[*Ref*], [*Action*], [*Owner*], [*Due*], [*State*]"
    columns = "columns: (auto, 1fr, auto, auto, auto)"
    return f"== Action log {number}\n\n#table({columns},\n{head},\n{rows})"


def _paragraph(made: random.Random) -> str:
    return " ".join(_sentence(made, made.randint(9, 22)) for _ in range(4))


def _sentence(made: random.Random, words: int) -> str:
    return " ".join(made.choice(_WORDS) for _ in range(words)).capitalize() + "."
