"""Links for members of a panel: read-only, for named pages, until a day, each opening logged."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client

from answerable.operations import people
from answerable.operations.rights import panel_links
from answerable.operations.rights.panel_links import NotALink
from answerable.operations.sessions import session_plans
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words
from tests.security import canaries
from tests.security.people import AWAY
from tests.web import small_home
from tests.web.acting import browser, words

OFFICER = "anyshire-pcc/governance-officer"
PAGES = [f"/bodies/{small_home.FORCE}/", f"/packs/body/{small_home.FORCE}.docx"]


@pytest.fixture(autouse=True)
def held(home: Path) -> None:
    """A home with marked values."""
    canaries.made()


def now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251  # the pages read their own clock


def made(**more: object) -> panel_links.Made:
    told = {"label": "Members of the panel", "paths": PAGES, "at": now(), **more}
    return panel_links.make(by=people.acting_as(OFFICER), **told)  # type: ignore[arg-type]  # test data


def test_a_link_opens_what_was_sent_and_nothing_marked_and_says_so_to_who_sent_it() -> None:
    link = made()
    member = Client(**AWAY)
    assert "For Members of the panel" in words(member.get(link.path))
    page = member.get(f"{link.path}1/")
    assert page.status_code == 200
    assert not [c for c in canaries.CANARIES if c.words in page.content.decode()]
    assert page["X-Robots-Tag"] == "noindex, nofollow"
    assert "no-store" in page["Cache-Control"]
    assert member.get(f"{link.path}2/")["Content-Type"].endswith("document")
    assert member.get(f"{link.path}3/").status_code == 404
    by = people.acting_as(OFFICER)
    known, uses = panel_links.openings(by=by, number=1)
    assert known.opened == 3
    assert {use.path for use in uses} == {"", *PAGES}
    assert "opened" in words(browser(OFFICER).get("/account/links/"))


def test_sessions_go_by_kind_theme_and_day_and_the_menu_is_that_of_the_link() -> None:
    """A member of a panel sees what was sent, not the areas of the site."""
    day = now().date() + timedelta(days=30)
    session_plans.plan_sessions(
        by=people.acting_as(OFFICER),
        at=now(),
        key="panel",
        seen=None,
        institution=small_home.FORCE,
        body="anyshire-pcc",
        series="thematic",
        sessions=session_plans.dates(first=day, every="once", count=1, themes=("Burglary",)),
        on=now().date(),
    )
    path = f"/sessions/anyshire-pcc/{day.isoformat()}/"
    link = made(paths=[path, *PAGES])
    member = Client(**AWAY)
    named = f"Thematic session on burglary, {in_words(day.isoformat())}"
    first, second = (member.get(f"{link.path}{rest}") for rest in ("", "1/"))
    for answer in (first, second):
        menu = answer.content.decode().partition('id="navigation"')[2].partition("</ul>")[0]
        assert named in menu
        assert f'href="{link.path}"' in menu
        assert "Then and now" not in menu, "the public areas are not the panel's"
        assert ".docx" not in menu, "a file is no page to stand on"
    assert "Then and now" in words(member.get(f"/bodies/{small_home.FORCE}/"))


def test_nobody_writes_by_a_link() -> None:
    link = made()
    assert Client(**AWAY).post(f"{link.path}1/", {}).status_code == 405


def test_a_link_ends_by_its_day_and_when_it_is_called_back() -> None:
    link = made()
    token = link.path.split("/")[2]
    with pytest.raises(Refusal, match="over, or was called back"):
        panel_links.opened(token=token, at=now() + timedelta(days=29))
    by = people.acting_as(OFFICER)
    panel_links.revoke(by=by, at=now(), number=1)
    assert Client(**AWAY).get(link.path).status_code == 404
    with pytest.raises(NotALink):
        panel_links.revoke(by=by, at=now(), number=1)


@pytest.mark.parametrize("change", ["x", "", ".", "another.signature"])
def test_what_this_site_did_not_sign_opens_nothing(change: str) -> None:
    link = made()
    token = link.path.split("/")[2]
    other = f"{token[:-1]}{change}"
    if other == token:  # one signature in 64 ends with that letter
        other = f"{token[:-1]}y"
    assert Client(**AWAY).get(f"/panel/{other}/").status_code == 404


@pytest.mark.parametrize(
    "page",
    [
        *(
            "/account/people/",
            "/review/",
            "/week/",
            "https://example.org/",
            "/bodies/../account/",
            "",
        ),
        *(
            "/sessions/anyshire-pcc/2026-12-03/brief.pdf",
            "/sessions/anyshire-pcc/2026-12-03/live/",
        ),
        "/sessions/anyshire-pcc/plan/",
    ],
)
def test_a_link_leads_to_no_work_and_to_no_other_site(page: str) -> None:
    with pytest.raises(NotALink):
        made(paths=[page])


def test_one_body_sees_and_ends_only_its_own_links() -> None:
    made()
    other = people.acting_as("answerable/researcher")
    assert panel_links.every(by=other) == ()
    with pytest.raises(NotALink):
        panel_links.revoke(by=other, at=now(), number=1)


def test_the_secret_of_a_link_is_not_kept() -> None:
    from answerable.store.engine import database  # noqa: PLC0415

    token = made().path.split("/")[2]
    kept = str(database.rows("SELECT * FROM panel_link"))
    assert token not in kept
    assert token.partition(".")[0] not in kept
