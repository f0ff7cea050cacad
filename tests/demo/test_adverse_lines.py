"""Reply and Report a mistake stand on every adverse line of a public page."""

import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client

ADDRESSES = (
    *("/cases/west-mercia/soc/", "/cases/anyshire/neighbourhood-crime/"),
    *("/bodies/west-mercia-police/", "/bodies/anyshire-police/", "/claims/", "/plans/"),
    *("/money/west-mercia-police/", "/money/west-mercia-police/safer-streets-5/"),
    *("/money/anyshire-police/", "/money/anyshire-police/neighbourhood-crime-fund-2025-26/"),
    *("/compare/west-mercia-police/", "/compare/anyshire-police/", "/partners/anyshire-police/"),
    *(
        "/claims/claim/anyshire/neighbourhood-crime/sessions-since/",
        "/escalation/anyshire-police/",
    ),
    "/sessions/anyshire-pcc/next/",
    "/findings/anyshire-inspectorate/2025/anyshire/neighbourhood-crime/recommendation/3/",
    "/findings/anyshire-inspectorate/2023/anyshire/neighbourhood-crime/cause-of-concern/1/",
)
LINE = re.compile(
    r'<(?:tr role="row"|div class="app-line"|li class="app-rows__item"|li class="app-event)'
)
ADVERSE = re.compile(
    r"\b(?:Overdue|Slipped back|Worse|Inadequate|Requires improvement|Cut|Returned"
    r"|Differs from our record)\b"
)
END = re.compile(r"</table>|</dl>|<h2|<details")
UNSEEN = re.compile(r'(?s)<span class="govuk-visually-hidden">.*?</span>|<[^>]*>')
SILENT = "Not in our sources."


def adverse(page: str) -> Iterator[tuple[str, str]]:
    """Each adverse line of a page: its words, and its source."""
    starts = [m.start() for m in LINE.finditer(page)]
    for begin, end in zip(starts, [*starts[1:], len(page)], strict=True):
        line = END.split(page[begin:end], maxsplit=1)[0]
        words = " ".join(html.unescape(UNSEEN.sub(" ", line)).split())
        if ADVERSE.search(words) and not words.endswith(SILENT):
            yield words, line


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_adverse_line_can_be_answered(told: Path, reader: Client, address: str) -> None:
    answer = reader.get(address)
    assert answer.status_code == 200
    bare = [
        words[:120]
        for words, line in adverse(answer.content.decode())
        if "/corrections/reply/" not in line or "/corrections/report/" not in line
    ]
    assert bare == []


def test_adverse_lines_are_found(told: Path, reader: Client) -> None:
    found = {a: len(list(adverse(reader.get(a).content.decode()))) for a in ADDRESSES}
    assert sum(found.values()) > 20
    assert found["/money/west-mercia-police/"] >= 1, found


def test_days_of_a_finding_that_was_found_again_run_from_that_day(
    told: Path, reader: Client
) -> None:
    page = reader.get("/escalation/anyshire-police/?valid=2026-11-24").content.decode()
    assert "518 days since it was found again, and no plan takes it up." in page
