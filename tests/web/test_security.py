"""No page may load from elsewhere, run what stands inline, or be framed."""

from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client

from answerable.config import Config
from answerable.settings import cookie_end
from answerable.web.security import SecurityHeaders
from tests.web.acting import HERE, browser


def answer(**headers: str) -> HttpResponse:
    middleware = SecurityHeaders(lambda request: HttpResponse("", headers=headers))
    response = middleware(HttpRequest())
    assert isinstance(response, HttpResponse)
    return response


def test_the_policy_allows_this_site_only_and_nothing_inline() -> None:
    policy = dict(part.split(" ", 1) for part in answer()["Content-Security-Policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert not [rule for rule in policy.values() if "unsafe" in rule or "*" in rule]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
def test_the_other_headers_stand_on_every_answer(header: str, value: str) -> None:
    assert answer()[header] == value


def test_no_view_can_loosen_the_policy() -> None:
    loose = {"Content-Security-Policy": "default-src *"}
    assert "*" not in answer(**loose)["Content-Security-Policy"]


def test_cameras_and_places_are_refused() -> None:
    assert "camera=()" in answer()["Permissions-Policy"]
    assert "geolocation=()" in answer()["Permissions-Policy"]


@pytest.mark.parametrize(
    "header",
    ["HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_X_FORWARDED_HOST"],
)
def test_what_a_proxy_on_this_machine_hands_on_is_read_only(home: Path, header: str) -> None:
    from_elsewhere = browser(**HERE, **{header: "203.0.113.9"})
    assert b"<form" not in from_elsewhere.get("/roles/").content
    answer = from_elsewhere.post("/roles/", {"office": "anyshire-pcc/governance-officer"})
    assert answer.status_code == 403
    assert not answer.cookies
    assert b"<form" in browser().get("/roles/").content


@pytest.mark.parametrize(
    "page", ["/", "/bodies/", "/about/privacy/", "/history/", "/corrections/"]
)
def test_a_page_to_read_sets_no_cookie(home: Path, page: str) -> None:
    assert not browser().get(page).cookies


def test_the_cookie_of_a_form_goes_with_the_browser(home: Path) -> None:
    cookie = browser().get("/read/").cookies[settings.CSRF_COOKIE_NAME]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", "")


def test_two_records_on_one_machine_do_not_take_each_others_cookies(tmp_path: Path) -> None:
    """A browser keeps cookies by host and not by port; each process of one record agrees."""
    at = {"hosts": ("127.0.0.1",)}
    one, other = (Config(home=tmp_path / name, **at) for name in ("one", "other"))
    assert cookie_end(one) == cookie_end(Config(home=tmp_path / "one", **at))
    assert cookie_end(one) != cookie_end(other)
    shared = {"book_given": "postgresql://u:p@db/record"} | at
    assert cookie_end(Config(home=tmp_path / "one", **shared)) == cookie_end(
        Config(home=tmp_path / "other", **shared)
    ), "two machines that serve one record know each other's readers"


def test_a_form_without_its_mark_is_refused_in_a_sentence(home: Path) -> None:
    strict = Client(enforce_csrf_checks=True, **HERE)
    answer = strict.post("/read/", {"text": "The force was graded good."})
    assert answer.status_code == 403
    assert "what you typed still stands there" in answer.content.decode()
    assert "style-src 'self'" in answer["Content-Security-Policy"]
    assert b"<style" not in answer.content


def test_a_form_that_is_too_large_is_refused_in_a_sentence(home: Path) -> None:
    answer = browser().post("/read/", {"text": "a " * 2_000_000})
    assert answer.status_code in (400, 422)
    huge = browser().post(
        "/read/", "text=" + "a" * 3_000_000, content_type="application/x-www-form-urlencoded"
    )
    assert huge.status_code == 400
    assert "at most one article" in huge.content.decode()
