"""Errors as problem+json (RFC 9457), each in a sentence that says what to do."""

import json
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"


def problem(
    status: int,
    detail: str,
    *,
    code: str = "",
    headers: Mapping[str, str] | None = None,
    more: Mapping[str, str] | None = None,
) -> HttpResponse:
    """An answer that says what went wrong; `more` are further members of it."""
    told = {
        "type": f"urn:answerable:problem:{code}" if code else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
        **(more or {}),
    }
    answer = HttpResponse(
        json.dumps(told, ensure_ascii=False).encode("utf-8", errors="replace"),
        content_type=MEDIA_TYPE,
        status=status,
        headers=headers,
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
