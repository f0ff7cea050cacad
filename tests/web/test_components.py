"""The page of components shows each of them, once, and says that nothing on it is real."""

import re
from pathlib import Path

from django.test import Client

import answerable.web
from answerable.web.templatetags import govuk

TEMPLATES = Path(answerable.web.__file__).parent / "templates"
FRAME = {
    *("rectified", "aside", "mark", "nav", "search", "chart", "redress", "reply", "tag"),
    "languages",
}
"""Parts that stand on every page, inside another component, or on pages of figures."""


def test_every_component_is_shown(home: object, client: Client) -> None:
    source = (TEMPLATES / "about" / "components.html").read_text(encoding="utf-8")
    tags = set(re.findall(r"{% (\w+) ", source))
    included = set(re.findall(r'include "govuk/(\w+)\.html"', source))
    for template in (TEMPLATES / "govuk").glob("*.html"):
        name = template.stem
        by_tag = {"table": "data_table", "tag": "state_tag"}.get(name, name)
        assert name in FRAME or name in included or by_tag in tags, name


def test_every_state_of_a_finding_has_its_tag(home: object, client: Client) -> None:
    page = client.get("/about/components/").content.decode()
    for state in ("promised", "verified", "slipped back", "withheld", "not known"):
        assert f">{govuk.STATES[state].words}</strong>" in page


def test_the_page_is_headed_as_invented_and_names_no_real_body(
    home: object, client: Client
) -> None:
    page = client.get("/about/components/").content.decode()
    assert client.get("/about/components/").status_code == 200
    assert "nvented" in page
    assert "West Mercia" not in page
