"""Name, mark and colour by one file: on pages, packs and the mirror; a faint colour is refused."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import Client

from answerable.operations import doctor, theme
from answerable.operations.output import mirror, pack_frame
from answerable.operations.pages.look import Look
from answerable.operations.theme import BadTheme
from answerable.vocabulary.times import first_day
from tests.web.small_home import AT, FORCE, made

NAVY = 'name = "Scrutiny in Anyshire"\ncolour = "#003366"\nmark = "M4 28 16 4l12 24"\n'


def write(home: Path, text: str) -> None:
    (home / "theme.toml").write_text(text, encoding="utf-8")


def test_a_site_has_its_own_name_mark_and_colour(home: Path, client: Client) -> None:
    page = client.get("/about/").content.decode()
    assert " - Answerable</title>" in page
    assert "theme.css" not in page
    write(home, NAVY)
    page = client.get("/about/?n=1").content.decode()
    assert " - Scrutiny in Anyshire</title>" in page
    assert "Scrutiny in Anyshire is not a government website." in page
    assert 'd="M4 28 16 4l12 24"' in page
    (styles,) = re.findall(r'rel="stylesheet" href="([^"]+)"', page)
    answer = client.get(styles)
    assert answer.headers["Content-Type"].startswith("text/css")
    assert theme.OWN.encode() not in answer.content
    if answer.content:  # the styles are built: `make assets`
        assert b"#003366" in answer.content


def test_pages_of_errors_have_them_too(home: Path, client: Client) -> None:
    write(home, NAVY)
    page = client.get("/no-such-page/").content.decode()
    assert "Page not found - Scrutiny in Anyshire</title>" in page
    assert 'd="M4 28 16 4l12 24"' in page
    for name in ("400.html", "403_csrf.html", "429.html", "500.html"):
        assert " - Scrutiny in Anyshire</title>" in render_to_string(name)


def test_the_doctor_looks_at_the_file(home: Path) -> None:
    def said() -> list[str]:
        found = doctor.doctor().found
        return [f"{f.state}: {f.words}" for f in found if "look" in f.words or "Any" in f.words]

    assert said() == ["note: The site has Answerable's own name and look (no theme.toml)."]
    write(home, NAVY)
    assert said() == ["good: The site is called Scrutiny in Anyshire, with the colour #003366."]
    write(home, 'colour = "red"')
    (wrong,) = said()
    assert wrong.startswith("wrong: “red” in ")


def test_a_pack_has_them_too(home: Path) -> None:
    made()
    write(home, NAVY)
    pack = pack_frame.framed(Look(at=AT), title="T", institution=FORCE, sentence="S.", parts=())
    assert (pack.name, pack.colour) == ("Scrutiny in Anyshire", "#003366")
    assert "Scrutiny in Anyshire is not a government website." in pack.how_to_check


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('colour = "#f46a25"', r"contrast of 3\.\d to 1 .* 4.5 to 1"),
        ('colour = "red"', "is no colour"),
        ('name = ""', "from 1 to 40 letters"),
        ('logo = "x"', "names “logo”"),
        ('mark = "<script>"', "no drawing by lines"),
        ("name =", "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused_and_pages_go_on(
    home: Path, client: Client, text: str, why: str
) -> None:
    write(home, text)
    with pytest.raises(BadTheme, match=why):
        theme.checked()
    with pytest.raises(BadTheme, match=why):
        mirror.fixed(on=first_day("2026-11-23"), known=None, base="https://m.example")
    assert " - Answerable</title>" in client.get("/about/?n=2").content.decode()


def test_contrast_is_that_of_the_standard() -> None:
    """Against figures of EXPERIENCE section 5, which others measured."""
    for colour, ratio in (("#5a2d81", 9.9), ("#505a5f", 7.1), ("#d4351c", 4.9), ("#ffffff", 1.0)):
        assert theme.contrast(colour) == pytest.approx(ratio, abs=0.06)
