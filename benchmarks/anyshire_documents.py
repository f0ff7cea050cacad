"""Makes the binary documents of the invented force Anyshire: PDF, Word and Excel.

    python benchmarks/anyshire_documents.py [--out DIR]

Invented force and figures. The words stand in HTML and CSV that anyone can read: the PDF is made
from the HTML report beside it, Word files and the workbook from `forms/`. The same words give
the same bytes: dates are fixed, archives are packed in one order, and no font of the machine is
used for the PDF.
"""

import argparse
import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import typst
import xlsxwriter  # type: ignore[import-untyped]  # it ships no types
from docx import Document
from docx.document import Document as Word
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from selectolax.lexbor import LexborHTMLParser, LexborNode

ROOT = Path(__file__).resolve().parents[1]
STORY = ROOT / "src" / "answerable" / "catalogue" / "story" / "anyshire"
OUT = STORY / "documents"

BANNER = "Invented force and figures"
FOOT = f"{BANNER}: no body of this name exists."
FIXED = datetime(2026, 11, 25, tzinfo=UTC)
REPORT = "inspection-2025"
RUNNING = "Neighbourhood crime: an inspection of Anyshire Police"
LOG = "action-log-2026-10"
INK, RULE = "#1d3557", "#8d99ae"
WIDTHS = (8, 6, 46, 14, 22, 12, 8, 13, 36)  # of the columns of the log, in characters
HEADS = {"h1": 1, "h2": 2, "h3": 3}


def documents() -> Iterator[tuple[str, bytes]]:
    """(name of the file, its bytes), for every binary document of the story."""
    yield f"{REPORT}.pdf", pdf((OUT / f"{REPORT}.html").read_text(encoding="utf-8"))
    for form in sorted((STORY / "forms").glob("*.html")):
        yield f"{form.stem}.docx", docx(form.read_text(encoding="utf-8"))
    with (STORY / "forms" / f"{LOG}.csv").open(encoding="utf-8", newline="") as rows:
        yield f"{LOG}.xlsx", xlsx(list(csv.DictReader(rows)))


# --- HTML, read once for both ---


def blocks(html: str, inside: str) -> Iterator[LexborNode]:
    """The elements directly inside `main` or `body`, in order."""
    root = LexborHTMLParser(html).css_first(inside)
    if root is None:
        raise ValueError(f"The form has no <{inside}>.")
    yield from root.iter(include_text=False)


def lines(node: LexborNode) -> list[str]:
    """The words of an element, one text per line break."""
    return [line.strip() for line in re.split(r"<br\s*/?>", node.inner_html or "")]


def cells(table: LexborNode) -> list[list[str]]:
    """The cells of a table, row by row, its head first."""
    return [[cell.text() for cell in row.css("th, td")] for row in table.css("tr")]


# --- PDF ---

SHEET = """
#set document(title: [TITLE], author: "Inspectorate of Anyshire Services", date: none)
#set text(font: "Libertinus Serif", size: 11.5pt, lang: "en", region: "GB")
#set par(leading: 0.78em, spacing: 1.25em, justify: false)
#set page(paper: "a4", margin: (x: 2.6cm, top: 3cm, bottom: 2.6cm),
  header: context { if counter(page).get().first() > 1 [
    #set text(size: 9pt, fill: rgb("INK"))
    RUNNING #h(1fr) BANNER
    #v(-0.6em) #line(length: 100%, stroke: 0.5pt + rgb("RULE"))] },
  footer: [#set text(size: 9pt, fill: rgb("INK"))
    Inspectorate of Anyshire Services #h(1fr) #context counter(page).display()])
#show heading: set text(fill: rgb("INK"))
#show heading.where(level: 1): it => block(above: 2em, below: 1em, text(size: 17pt, it))
#show heading.where(level: 2): it => block(above: 1.6em, below: 0.9em, text(size: 13pt, it))
#show figure.where(kind: table): set figure.caption(position: top)
#show figure.caption: set align(left)
#set enum(numbering: "1.", spacing: 1em)
#let bar(words) = block(stroke: (left: 4pt + rgb("INK")), inset: (left: 12pt, y: 6pt), words)
#v(1.2cm)
#rect(width: 100%, inset: 10pt, stroke: 1pt + rgb("INK"))[#align(center)[*BANNER*]]
#v(3.4cm)
#text(size: 12pt, fill: rgb("INK"))[Inspectorate of Anyshire Services]
#v(0.4cm)
#block(text(size: 30pt, weight: "bold", fill: rgb("INK"))[#set par(leading: 0.4em); TITLE])
#v(0.8cm)
#line(length: 35%, stroke: 2pt + rgb("INK"))
#v(0.4cm)
#text(size: 13pt)[MONTH]
#pagebreak()
#outline(title: [Contents], depth: 1)
#pagebreak()
"""


def pdf(html: str, *, running: str = RUNNING, month: str = "June 2025") -> bytes:
    """The report as it would be printed: front page, contents, running head, page numbers."""
    title = next(node.text() for node in blocks(html, "main") if node.tag == "h1")
    given = {"TITLE": escaped(title), "INK": INK, "RULE": RULE, "BANNER": BANNER}
    given |= {"RUNNING": escaped(running), "MONTH": month}
    sheet = SHEET
    for name, words in given.items():
        sheet = sheet.replace(name, words)
    body = "\n\n".join(parts(html))
    made: bytes = typst.compile(
        (sheet + body).encode(), ignore_system_fonts=True, timestamp=int(FIXED.timestamp())
    )
    return made


def parts(html: str) -> Iterator[str]:
    """The report after its title; a cause of concern stands beside a bar, as printed ones do."""
    heading = ""
    for node in blocks(html, "main"):
        if node.tag in HEADS:
            heading = node.text()
        if node.tag == "p" and heading == "Cause of concern":
            yield f"#bar[*{escaped(node.text())}*]"
        elif node.tag != "h1":
            yield typeset(node)


def typeset(node: LexborNode) -> str:
    """One element of the report in the words of the typesetter."""
    match node.tag:
        case "h2" | "h3":
            return f"{'=' * (HEADS[node.tag] - 1)} {escaped(node.text())}"
        case "ol":
            first = node.attributes.get("start") or "1"
            items = ", ".join(f"[{escaped(item.text())}]" for item in node.css("li"))
            return f"#enum(start: {first}, {items},)"
        case "table":
            return typeset_table(node)
    return escaped(node.text())


def typeset_table(node: LexborNode) -> str:
    """A ruled table with a caption and a head that repeats."""
    head, *rows = cells(node)
    caption = node.css_first("caption")
    words = escaped(caption.text() if caption else "").split(": ", 1)[-1]
    heads = ", ".join(f"[*{escaped(cell)}*]" for cell in head)
    body = ", ".join(f"[{escaped(cell)}]" for row in rows for cell in row)
    return (
        f"#figure(table(columns: ({', '.join(['1fr'] * len(head))}), align: left, inset: 8pt, "
        f'stroke: 0.5pt + rgb("{RULE}"), table.header({heads}), {body}), '
        f"caption: [{words}], kind: table)"
    )


def escaped(words: str) -> str:
    """Words in which no character gives an order to the typesetter."""
    return re.sub(r"([\\#*_`$<>@=\[\]~/-])", r"\\\1", words)


# --- Word ---


def docx(html: str) -> bytes:
    """A letter, plan, agenda or minutes, with the banner in the head and the foot of each page."""
    word = Document()
    page(word)
    for node in blocks(html, "body"):
        write(word, node)
    made = io.BytesIO()
    word.save(made)
    return repacked(made.getvalue())


def page(word: Word) -> None:
    """A4, the banner above, the page number below, fixed dates in the properties."""
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    section.top_margin = section.bottom_margin = Cm(2)
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = "Arial", Pt(11)
    normal.paragraph_format.space_after = Pt(6)
    for name, size in (("Heading 1", 15), ("Heading 2", 12), ("Heading 3", 11)):
        font = word.styles[name].font
        font.size, font.bold = Pt(size), True
        font.color.rgb = RGBColor.from_string(INK.removeprefix("#").upper())
        word.styles[name].element.rPr.rFonts.attrib.clear()  # else the theme's font wins
        font.name = "Arial"
        word.styles[name].paragraph_format.space_before = Pt(12)
    for part, words in ((section.header, BANNER), (section.footer, FOOT)):
        line = part.paragraphs[0]
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = line.add_run(words)
        run.font.size, run.bold = Pt(9), part is section.header
    number(section.footer.paragraphs[0])
    about = word.core_properties
    about.author, about.title, about.comments = "Anyshire (invented)", BANNER, ""
    about.created = about.modified = FIXED.replace(tzinfo=None)


def number(line: Any) -> None:
    """A page number that Word works out."""
    line.add_run("  |  Page ").font.size = Pt(9)
    run = line.add_run()
    run.font.size = Pt(9)
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)  # python-docx has no call of its own for a field


def write(word: Word, node: LexborNode) -> None:
    """One element of a form as Word's own: heading, list, table, address or paragraph."""
    match node.tag:
        case "h1" | "h2" | "h3":
            word.add_heading(node.text(), level=HEADS[node.tag])
        case "ul" | "ol":
            style = "List Bullet" if node.tag == "ul" else "List Number"
            for item in node.css("li"):
                word.add_paragraph(item.text(), style=style)
        case "table":
            write_table(word, cells(node))
        case "address":
            for line in lines(node):
                word.add_paragraph(line).paragraph_format.space_after = Pt(0)
            word.paragraphs[-1].paragraph_format.space_after = Pt(14)
        case _:
            word.add_paragraph(node.text())


def write_table(word: Word, rows: list[list[str]]) -> None:
    """A ruled table; its first row is bold and repeats on the next page."""
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    table.autofit = False
    longest = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    shares = [min(max(length, 12), 38) for length in longest]
    widths = [Cm(16.6 * share / sum(shares)) for share in shares]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, row in enumerate(rows):
        added = table.add_row().cells
        for cell, words, width in zip(added, row, widths, strict=True):
            cell.width = width
            run = cell.paragraphs[0].add_run(words)
            run.font.size, run.bold = Pt(9.5), at == 0
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)  # no call of its own for it either
    word.add_paragraph().paragraph_format.space_after = Pt(2)


# --- Excel ---


def xlsx(rows: list[dict[str, str]]) -> bytes:
    """The log as an office keeps it: banner, merged title, head on row 5, mixed dates."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_numbers": False})
    book.set_properties({"title": BANNER, "author": "Anyshire (invented)", "created": FIXED})
    sheet = book.add_worksheet("Action log")
    looks = {
        "banner": book.add_format({"bold": True, "align": "center", "bg_color": "#fff2cc"}),
        "title": book.add_format({"bold": True, "font_size": 15, "font_color": INK}),
        "head": book.add_format({"bold": True, "bg_color": "#d9e2f3", "border": 1}),
        "text": book.add_format({"text_wrap": True, "valign": "top", "border": 1}),
        "day": book.add_format(
            {"num_format": "dd/mm/yyyy", "align": "left", "valign": "top", "border": 1}
        ),
    }
    for colour, fill in (("Green", "#c6e0b4"), ("Amber", "#ffe699"), ("Red", "#f4b0b0")):
        looks[colour] = book.add_format({"bg_color": fill, "valign": "top", "border": 1})
    last = len(rows[0]) - 1
    sheet.merge_range(0, 0, 0, last, BANNER, looks["banner"])
    sheet.merge_range(1, 0, 1, last, "Neighbourhood crime: action log", looks["title"])
    sheet.merge_range(2, 0, 2, last, "Office of the Commissioner, as at 2 October 2026")
    sheet.write_row(4, 0, list(rows[0]), looks["head"])
    for at, row in enumerate(rows, 5):
        write_row(sheet, at, row, looks)
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(5, 0)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&C{FOOT}")
    book.close()
    return repacked(made.getvalue())


def write_row(sheet: Any, at: int, row: Mapping[str, str], looks: Mapping[str, Any]) -> None:
    """One action; a date written as 2026-12-18 becomes a real date, any other stays as typed."""
    high = max(
        -(-len(words) // (width - 2)) for words, width in zip(row.values(), WIDTHS, strict=True)
    )
    sheet.set_row(at, 15 * max(high, 1))
    for column, (head, words) in enumerate(row.items()):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", words):
            sheet.write_datetime(at, column, date.fromisoformat(words), looks["day"])
        else:
            look = looks.get(words, looks["text"]) if head == "RAG" else looks["text"]
            sheet.write_string(at, column, words, look)


def repacked(data: bytes) -> bytes:
    """The same archive with its members sorted and one fixed time in each."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for name in sorted(old.namelist()):
            member = zipfile.ZipInfo(name, date_time=(2026, 11, 25, 0, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system = 3
            new.writestr(member, old.read(name))
    return made.getvalue()


def main() -> None:
    """Write every binary document of the story."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=OUT, help="folder of the documents")
    options = parser.parse_args()
    for name, data in documents():
        (options.out / name).write_bytes(data)
        print(f"{name}: {len(data):,} bytes")


if __name__ == "__main__":
    main()
