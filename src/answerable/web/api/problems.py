"""Errors as problem+json (RFC 9457), each in a sentence that says what to do."""

import json
from http import HTTPStatus

from django.http import HttpResponse

MEDIA_TYPE = "application/problem+json"


def problem(status: int, detail: str, *, code: str = "") -> HttpResponse:
    """An answer that says what went wrong."""
    told = {
        "type": f"urn:answerable:problem:{code}" if code else "about:blank",
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": detail,
    }
    answer = HttpResponse(
        json.dumps(told, ensure_ascii=False), content_type=MEDIA_TYPE, status=status
    )
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
