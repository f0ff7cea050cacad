"""Files that are odd and still read: the law of canonical text holds, and time stays linear."""

import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from answerable.reading.formats import canonical
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.vocabulary.refusal import Refusal
from tests.hostile import archives, broken_pdfs
from tests.hostile.archives import cell, open_document, paragraph, word, workbook, zipped
from tests.hostile.law import check, lawful

PLAN = paragraph("Plan.")
_NESTED_MAIL = b"".join(
    b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(60)
)

_STYLED = f'<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Plan.</w:t></w:r></w:p>{PLAN}'
_RING = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
    f'<w:basedOn w:val="{other}"/></w:style>'
    for name, other in ("AB", "BA")
)

# What is made, what its text must hold.
ODD: dict[str, tuple[Callable[[], bytes], str]] = {
    "a workbook of 16,384 columns": (
        lambda: workbook(f"<row>{''.join(f'<c><v>{n}</v></c>' for n in range(16_384))}</row>"),
        "16383",
    ),
    "a sparse sheet": (
        lambda: workbook(f"<row>{cell('B2', '7')}</row><row>{cell('J9000', '8')}</row>"),
        "7",
    ),
    "a sheet of forms without values": (
        lambda: workbook(
            f"<row>{cell('A1', '7')}</row>"
            + "".join(f'<row><c r="XFD{n}"/></row>' for n in range(2, 900))
        ),
        "7",
    ),
    "a link to a program": (
        lambda: workbook('<row><c r="A1" t="str"><f>cmd|"/c calc"!A1</f><v>7</v></c></row>'),
        "7",
    ),
    "an OpenDocument sheet to the last corner": (
        lambda: open_document(
            '<table:table-row><table:table-cell office:value-type="float" office:value="7"/>'
            '<table:table-cell table:number-columns-repeated="16383"/></table:table-row>'
            '<table:table-row table:number-rows-repeated="1048575">'
            '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
        ),
        "7",
    ),
    "a PDF that claims two million pages": (broken_pdfs.claims_two_million_pages, "is good"),
    "a PDF with parents in a ring": (broken_pdfs.parents_in_a_ring, "is good"),
    "a PDF form that draws itself": (broken_pdfs.form_in_itself, "is good"),
    "a PDF with a script": (broken_pdfs.a_script, "is good"),
    "a PDF of no width": (lambda: broken_pdfs.of_box("0 0 0 0"), "is good"),
    "a PDF of a mile": (lambda: broken_pdfs.of_box("-9e9 -9e9 9e9 9e9"), "is good"),
    "a PDF turned inside out": (lambda: broken_pdfs.of_box("595 842 0 0"), "is good"),
    "a PDF map of 10,000 rules": (lambda: broken_pdfs.rules(5_000), "is good"),
    "a PDF whose index points to itself": (broken_pdfs.index_in_a_ring, "is good"),
    "a PDF with a huge picture": (
        partial(broken_pdfs.huge_picture, broken_pdfs.WORDS),
        "is good",
    ),
    "a PDF with an archive at its end": (
        lambda: broken_pdfs.sound() + word(paragraph("Inner.")),
        "is good",
    ),
    "a page that speaks of %PDF-": (
        lambda: b"<html><body><p>Files begin with %PDF-1.7 and a plan.</p>",
        "and a plan",
    ),
    "a text that speaks of %PDF-": (lambda: b"Files begin with %PDF-1.7 and a plan.", "a plan"),
    "200,000 shared strings": (partial(archives.shared_strings, 200_000), "string 7"),
    "documents in documents": (partial(archives.nested, 6), "Plan."),
    "a PDF after other bytes": (lambda: b"\r\n mail \r\n" + broken_pdfs.sound(), "is good"),
    "styles in a ring": (lambda: archives.word_with_styles(_STYLED, _RING), "Plan."),
    "styles that are not declared as styles": (
        lambda: archives.word_with_styles(_STYLED, _RING, declared=False),
        "Plan.",
    ),
    "a cell over a billion columns": (
        lambda: word(
            '<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr>'
            f"{PLAN}</w:tc><w:tc>{PLAN}</w:tc></w:tr></w:tbl>{PLAN}"
        ),
        "Plan.",
    ),
    "Word tables 40 deep": (
        lambda: word("<w:tbl><w:tr><w:tc>" * 40 + PLAN + "</w:tc></w:tr></w:tbl>" * 40 + PLAN),
        "Plan.",
    ),
    "a list of a numbering that is not there": (
        lambda: word(
            '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="77"/></w:numPr></w:pPr>'
            "<w:r><w:t>Plan.</w:t></w:r></w:p>"
        ),
        "Plan.",
    ),
    "5,000 Word paragraphs": (lambda: word(PLAN * 5_000), "Plan.\n\nPlan."),
    "a Word file in a Word file": (
        lambda: word(PLAN, more={"word/embeddings/a.docx": word(paragraph("Inner."))}),
        "Plan.",
    ),
    "cells over a billion rows and columns": (
        lambda: (
            b"<html><body><table><tr><td colspan=999999999 rowspan=99999>a<td>b<tr><td>c</table>"
        ),
        "a | ",
    ),
    "a web table of 10,000 cells": (
        lambda: b"<html><body><table>" + b"<tr><td>a<td>b" * 5_000,
        "a | b\n\na | b",
    ),
    "web tables 200 deep": (
        lambda: b"<html><body>" + b"<table><tr><td>" * 200 + b"Plan.",
        "Plan.",
    ),
    "a comment without end": (lambda: b"<html><body><p>Plan.</p><!-- " + b"x" * 90_000, "Plan."),
    "a script without end": (
        lambda: b"<html><body><p>Plan.</p><script>" + b"<p>x" * 9_000,
        "Plan.",
    ),
    "an attribute of 3 MB": (
        lambda: b"<html><body><p title='" + b"x" * 3_000_000 + b"'>Plan.</p>",
        "Plan.",
    ),
    "entities in a web page": (
        lambda: b'<!DOCTYPE html [<!ENTITY a "ha">]><html><body><p>Plan &a; &#0; &#x110000;.</p>',
        "Plan",
    ),
    "a web page in UTF-7": (
        lambda: b"<html><head><meta charset=utf-7></head><body><p>+ADw-b+AD4-</p>",
        "+ADw-b+AD4-",
    ),
    "an e-mail 60 parts deep": (
        lambda: b"MIME-Version: 1.0\n" + _NESTED_MAIL + b"Content-Type: text/plain\n\nPlan.\n",
        "Plan.",
    ),
    "an e-mail that lies about its characters": (
        lambda: b"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-16\n\nPlan.\n",
        "Plan.",
    ),
    "words from right to left": (
        "The grade is \u202edoog\u202c, \u2067not\u2069 bad.".encode,
        "\u202edoog\u202c",
    ),
    "letters under 500 accents": (("a" + "\u0301" * 500 + " plan.").encode, "plan."),
    "signs of control": (lambda: b"plan \x07\x1b[31mred\x7f of \x0caction", "plan"),
    "300,000 blank lines": (lambda: b"Plan.\n" + b"\n" * 300_000 + b"Done.", "Plan.\n\nDone."),
    "a letter of 5,000 address lines": (
        lambda: b"Somewhere\n" * 5_000 + b"\nDear Jo\n",
        "Dear Jo",
    ),
}


@pytest.mark.parametrize("name", ODD)
def test_it_is_read_lawfully_and_quickly(name: str) -> None:
    """Protects readers of strange but honest files, and the law of canonical text."""
    make, held = ODD[name]
    data = make()
    begun = time.process_time()
    text = canonical(data)
    assert time.process_time() - begun < 6
    check(text)
    assert held in text.text


SEEDS = [
    "a", "A ", "By Aa ", "Aa: ", ",'a", ': "', "1. ", "1.1 ", "(a) ", "- ", "• ", "“", '"',
    "‘a ", "a; and ", "should ", "should:", "Present ", "Dear ", "Read more ", "cookies ", "£1,",
    "Mr. A", "1 | ", "a\t", "> ", "# ", "=", "\u0301", "\u00ad", "É. ", "photo: ", "(", "<p>",
    "&amp;", "2030 ", "and the ", "A.", "x:y ", "ookies ",
]  # fmt: skip


@pytest.mark.parametrize("seed", SEEDS)
def test_time_grows_with_length_and_no_faster(seed: str) -> None:
    """Protects from rules that take minutes on a line made for them (no nested quantifiers)."""
    for words in (seed * (120_000 // len(seed)), f"{seed * 30}\n" * (120_000 // len(seed) // 30)):
        begun = time.process_time()
        with suppress(Refusal):
            check(canonical(words.encode()))
        assert time.process_time() - begun < 3, "slower than 40,000 characters a second"


def test_a_document_with_macros_is_not_run() -> None:
    """Protects from macros: the part that holds them is never opened."""
    data = zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": "<x/>",
            "word/vbaProject.bin": b"\xd0\xcf\x11\xe0 not read",
        }
    )
    with pytest.raises(Refusal):
        canonical(data)


def test_a_file_that_names_an_address_is_read_without_it() -> None:
    """Protects from the network: an outside picture or template is never fetched."""
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/attachedTemplate" Target="http://127.0.0.1:9/t" TargetMode="External"/>'
        "</Relationships>"
    )
    text: CanonicalText = lawful(
        word(paragraph("Plan."), more={"word/_rels/document.xml.rels": relation})
    )
    assert text.text == "Plan."
