"""No page may load from elsewhere, run what stands inline, or be framed."""

import pytest
from django.http import HttpRequest, HttpResponse

from answerable.web.security import SecurityHeaders


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
