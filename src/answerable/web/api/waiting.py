"""What waits for a person: for the token of an account that may confirm it; no cache keeps it."""

from django.http import HttpRequest, HttpResponse
from ninja import Query

from answerable.operations.access import NotAllowed
from answerable.operations.output import publishing, waiting_rows
from answerable.operations.tokens import READ
from answerable.publishing.open_data import json_bytes
from answerable.web.api import schemas
from answerable.web.api.entrance import Stopped, enter, known_only, must_bring, within
from answerable.web.api.paging import following
from answerable.web.api.problems import problem
from answerable.web.published import JSON
from answerable.web.request import look


def readings(request: HttpRequest, asked: Query[schemas.ReadingsAsked]) -> HttpResponse:
    """What a machine read and waits for a person now, as the queue shows it to your account."""
    why = "What waits for a person is not public"
    bearer = must_bring(enter(request, what="read"), why=why)
    within(bearer, READ)
    known_only(request, type(asked).model_fields)
    seen = look(request)
    try:
        found = waiting_rows.readings(seen, **asked.model_dump())
    except NotAllowed as refusal:
        raise Stopped(problem(403, refusal.sentence, code=refusal.code)) from None
    told = {
        "notice": publishing.notice(),
        "known": seen.head.size - 1,
        "total": found.total,
        "next": following(request, found, limit=asked.limit, offset=asked.offset),
        "items": found.items,
    }
    answer = HttpResponse(json_bytes(told), content_type=JSON)
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
