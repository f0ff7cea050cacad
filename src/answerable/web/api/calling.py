"""POST /api/v1/commands/OPERATION: one command, once, on what was read.

`Idempotency-Key` is the command's key: the same again gives the first answer, or is refused where
no entry holds one. `If-Match` is the last entry that the program had read: who changed the same
thing since is told with both values.
"""

import re
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel, ValidationError

from answerable.operations.access import NotAllowed
from answerable.operations.commands import COMMANDS, DOOR, Command, Outcome, carried_out
from answerable.publishing.open_data import json_bytes
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.api import shapes
from answerable.web.api.entrance import Stopped, enter, known_only, must_bring, within
from answerable.web.api.problems import problem
from answerable.web.published import JSON
from answerable.web.refusals import NOT_FOUND
from answerable.web.request import clock

MOST_BYTES = 256 * 1024
MOST_KEY, MOST_DIGITS = 100, 15
KEY = r'^"?[!#-~]+"?$'
"""A key as it is sent: signs of ASCII without spaces, in quotes or not."""
MEDIA_TYPE = "application/json"
NOT_AS_READ = frozenset({"not_read"})
"""Refusals of what the program says that it had read."""


def call(request: HttpRequest, name: str) -> HttpResponse:
    """Carry out one operation for whoever brings a token; every failure is a problem in words."""
    try:
        command = _named(request, name)
        bearer = must_bring(enter(request, what="write"))
        within(bearer, name)
        known_only(request, ())
        key, seen = _key(request), _seen(request)
        told = _told(request, command)
    except Stopped as stopped:
        return stopped.answer
    try:
        made = carried_out(
            command, by=bearer.actor, at=clock(request), key=key, seen=seen, told=told
        )
    except Conflict as conflict:
        return _conflict(conflict)
    except NotAllowed as refusal:
        return problem(403, refusal.sentence, code=refusal.code)
    except Refusal as refusal:
        return problem(_status(refusal), refusal.sentence, code=refusal.code)
    return _made(made)


def _named(request: HttpRequest, name: str) -> Command:
    command = COMMANDS.get(name)
    if command is None:
        raise Stopped(
            problem(404, "There is no such operation. See openapi.json.", code="no_operation")
        )
    if request.method != "POST":
        raise Stopped(
            problem(405, "Send a command with POST.", code="only_post", headers={"Allow": "POST"})
        )
    return command


@cache
def body_of(name: str) -> type[BaseModel]:
    """The shape of what an operation is told."""
    command = COMMANDS[name]
    title = "".join(part.capitalize() for part in name.split("_"))
    return shapes.body_of(command.do, name=title, without=DOOR | command.without)


def _told(request: HttpRequest, command: Command) -> Mapping[str, Any]:
    if request.content_type != MEDIA_TYPE:
        raise Stopped(problem(415, f"Send {MEDIA_TYPE}.", code="only_json"))
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not length.isdigit() or int(length) > MOST_BYTES:
        raise Stopped(
            problem(413, f"A command has at most {MOST_BYTES // 1024} KiB.", code="too_large")
        )
    try:
        return shapes.values_of(body_of(command.name).model_validate_json(request.body))
    except ValidationError as error:
        told = "; ".join(
            f"{'.'.join(map(str, one['loc'])) or 'body'}: {one['msg']}" for one in error.errors()
        )
        raise Stopped(
            problem(422, f"The command cannot be read. {told[:500]}", code="not_valid")
        ) from None


def _key(request: HttpRequest) -> str:
    given = request.headers.get("Idempotency-Key", "")
    if len(given) > MOST_KEY or not re.fullmatch(KEY[1:-1], given):
        raise Stopped(
            problem(
                400,
                "Name the command in the header Idempotency-Key, with a text of your own of at "
                f"most {MOST_KEY} letters, digits and signs without a space: sent again, it acts "
                "once.",
                code="no_key",
            )
        )
    return given.strip('"')


def _seen(request: HttpRequest) -> int:
    given = request.headers.get("If-Match")
    if given is None:
        raise Stopped(
            problem(
                428,
                "Say in the header If-Match which entry was the last that you had read, such as "
                '"41": `known` of the answers names it.',
                code="not_said_what_was_read",
            )
        )
    digits = given.strip().removeprefix('"').removesuffix('"')
    if not (digits.isascii() and digits.isdigit() and len(digits) <= MOST_DIGITS):
        raise Stopped(
            problem(
                400,
                'If-Match is the number of one entry in quotes, such as "41".',
                code="bad_seen",
            )
        )
    return int(digits)


def _status(refusal: Refusal) -> int:
    if refusal.code in NOT_AS_READ:
        return 412
    return 404 if refusal.code in NOT_FOUND else 422


def _conflict(found: Conflict) -> HttpResponse:
    return problem(
        412,
        found.sentence,
        code=found.code,
        more={
            "field": found.field,
            "theirs": found.theirs,
            "yours": found.yours,
            "by": found.by,
            "at": found.at.isoformat(),
        },
    )


def _made(made: Outcome) -> HttpResponse:
    """201 with what was recorded; 200 where the operation only took note."""
    recorded = made.first is not None
    page = f"/history/entry/{made.first}/" if recorded else None
    answer = HttpResponse(
        json_bytes({**asdict(made), "page": page}),
        content_type=JSON,
        status=201 if recorded else 200,
    )
    if page is not None:
        answer.headers["Location"] = page
        answer.headers["ETag"] = f'"{made.last}"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
