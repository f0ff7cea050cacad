"""The commands in OpenAPI 3.1, from the same table and shapes that the door calls them by."""

from inspect import getdoc
from typing import Any

from answerable.operations.commands import COMMANDS, Command, records
from answerable.web.api.calling import KEY, MEDIA_TYPE, MOST_KEY, body_of
from answerable.web.api.problems import MEDIA_TYPE as PROBLEM

REF = "#/components/schemas/{model}"
STATUSES = {
    "400": "A header is missing or cannot be read.",
    "401": "No token, or one that opens nothing.",
    "403": "The token or the office may not do this.",
    "404": "What it is about is not on record.",
    "412": "Somebody changed the same thing since; both values are told.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "Refused, in a sentence that says what to do.",
    "428": "The header If-Match is missing.",
    "429": "Too often; the header Retry-After says when to ask again.",
}
RECORDED: dict[str, Any] = {
    "title": "Recorded",
    "description": "What a command recorded.",
    "type": "object",
    "required": ["first", "last", "count", "root", "candidates", "page"],
    "additionalProperties": False,
    "properties": {
        "first": {"type": ["integer", "null"], "description": "First entry made."},
        "last": {"type": ["integer", "null"], "description": "Last one: what you read now."},
        "count": {"type": "integer", "description": "How many entries were made."},
        "root": {"type": "string", "description": "Root of the record after it, in hex."},
        "candidates": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Names of the readings that it made, which wait to be looked at.",
        },
        "page": {"type": ["string", "null"], "description": "Page of the first entry."},
    },
}
_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": True,
    "description": "A text of your own that names this command: sent again, it acts once.",
    "schema": {"type": "string", "minLength": 1, "maxLength": MOST_KEY, "pattern": KEY},
}
_KEY_BESIDE = {
    **_KEY,
    "description": "A text of your own that names this command: sent again, it is refused as "
    "key_used and does nothing, for it left no entry to be answered from.",
}
_SEEN = {
    "name": "If-Match",
    "in": "header",
    "required": True,
    "description": "The last entry that you had read, in quotes: `known` of an answer.",
    "schema": {"type": "string", "pattern": '^"[0-9]{1,15}"$'},
}


def added(told: dict[str, Any], *, prefix: str) -> dict[str, Any]:
    """The description with every command, the token, and what each answer may be."""
    schemas = told.setdefault("components", {}).setdefault("schemas", {})
    schemas["Recorded"] = RECORDED
    told["components"]["securitySchemes"] = {
        "token": {
            "type": "http",
            "scheme": "bearer",
            "description": "A token of your account, made on its page.",
        }
    }
    for methods in told["paths"].values():
        for operation in methods.values():
            operation.setdefault("security", [{}, {"token": []}])
            operation["responses"] |= _problems("401", "403", "429")
            _as_problems(operation["responses"])
    for command in COMMANDS.values():
        made = body_of(command.name).model_json_schema(ref_template=REF)
        for name, shape in (*made.pop("$defs", {}).items(), (made["title"], made)):
            if schemas.setdefault(name, shape) != shape:
                raise ValueError(f"Two shapes are called {name}: the second would hide the first.")
        told["paths"][f"{prefix}commands/{command.name}"] = {
            "post": _operation(command, made["title"])
        }
    return told


def _operation(command: Command, shape: str) -> dict[str, Any]:
    words = (getdoc(command.do) or "").strip()
    recorded = {MEDIA_TYPE: {"schema": {"$ref": REF.format(model="Recorded")}}}
    answers = (
        {"200": "Taken note of; nothing was recorded.", "201": "Recorded."}
        if records(command.do)
        else {"200": "Done; it makes no entry of the record."}
    )
    return {
        "operationId": command.name,
        "tags": [command.group],
        "summary": words.partition("\n")[0].rstrip("."),
        "description": words,
        "security": [{"token": []}],
        "parameters": [_KEY if records(command.do) else _KEY_BESIDE, _SEEN],
        "requestBody": {
            "required": True,
            "content": {MEDIA_TYPE: {"schema": {"$ref": REF.format(model=shape)}}},
        },
        "responses": {
            **{n: {"description": told, "content": recorded} for n, told in answers.items()},
            **_problems(*STATUSES),
        },
    }


def _problems(*statuses: str) -> dict[str, Any]:
    return {
        status: {
            "description": STATUSES[status],
            "content": {PROBLEM: {"schema": {"$ref": REF.format(model="Problem")}}},
        }
        for status in statuses
    }


def _as_problems(responses: dict[Any, Any]) -> None:
    """The library says of every answer that it is plain JSON."""
    for status, response in responses.items():
        content = response.get("content", {})
        if str(status).startswith("4") and MEDIA_TYPE in content:
            content[PROBLEM] = content.pop(MEDIA_TYPE)
