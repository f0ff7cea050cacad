"""One route per list and per item. Answers carry the dates, the root, and a tag.

Nothing here writes. Whoever asks gets what a reader without an account sees, and who brings a
token what the account may see, which nobody else may keep.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Query
from ninja.errors import ValidationError

from answerable.operations.interface_tables import TABLES, filters
from answerable.operations.output import interface as lists
from answerable.operations.output import publishing
from answerable.operations.output.interface import Listed
from answerable.operations.pages.look import Look
from answerable.operations.tokens import READ
from answerable.publishing.open_data import json_bytes
from answerable.vocabulary.refusal import Refusal
from answerable.web.api import described, schemas
from answerable.web.api.entrance import Stopped, enter, known_only, within
from answerable.web.api.paging import changed, following
from answerable.web.api.problems import problem
from answerable.web.api.waiting import readings
from answerable.web.published import JSON, file
from answerable.web.refusals import NOT_FOUND
from answerable.web.request import look

PREFIX = "/api/v1/"
_PROBLEMS = {404: schemas.Problem, 422: schemas.Problem}


def bodies(request: HttpRequest, asked: Query[schemas.BodiesAsked]) -> HttpResponse:
    """Bodies by name, those with nothing on record too."""
    return _paged(
        request,
        asked,
        lambda seen: lists.bodies(seen, kind=asked.kind, limit=asked.limit, offset=asked.offset),
    )


def body(request: HttpRequest, body_id: str, asked: Query[schemas.Dates]) -> HttpResponse:
    """One body."""
    return _sent(request, asked, lambda seen: lists.body(seen, body_id))


def finding(request: HttpRequest, reference: str, asked: Query[schemas.Dates]) -> HttpResponse:
    """One finding by its reference."""
    return _sent(request, asked, lambda seen: lists.row(seen, ("findings",), reference))


def deadlines(request: HttpRequest, asked: Query[schemas.RowsAsked]) -> HttpResponse:
    """Deadlines that moved: first date, every move, who agreed, why, who held the office."""
    return _paged(
        request,
        asked,
        lambda seen: lists.deadlines(
            seen, body=asked.body, limit=asked.limit, offset=asked.offset
        ),
    )


def search(request: HttpRequest, asked: Query[schemas.SearchAsked]) -> HttpResponse:
    """What holds all of some words: bodies, documents and facts; exact words first."""

    def found(seen: Look) -> Listed:
        return lists.found(
            seen, asked.q, kind=asked.kind, body=asked.body, limit=asked.limit, offset=asked.offset
        )

    return _paged(request, asked, found)


def entries(request: HttpRequest, asked: Query[schemas.EntriesAsked]) -> HttpResponse:
    """Entries of the record in order; go on with the last sequence number as `after`."""

    def made(seen: Look) -> dict[str, Any]:
        found = lists.entries(
            seen,
            body=asked.body,
            reference=asked.reference,
            kind=asked.type,
            after=asked.after,
            limit=asked.limit,
        )
        more = len(found.items) < found.total
        last = found.items[-1]["seq"] if found.items else asked.after
        return _page(seen, found, changed(request, after=last) if more else None)

    return _sent(request, asked, made)


def interface() -> NinjaAPI:
    """The interface with its routes, its description and its errors."""
    made = NinjaAPI(
        title="Answerable",
        version="1",
        description=(
            "What inspectors found about public services, what was said, done and proved. Any "
            "question about the record takes `valid`, `known` and `said`; the same dates always "
            "give the same answer, except that an erased value is gone. Reading needs no token "
            "and gives what is public; with a token it gives what the account may see. What waits "
            "for a person (`readings`) is told to a token only. What changes the record "
            "stands under `commands/`, one address for each operation. A parameter that a "
            "question does not have is refused by name. Errors are problem+json. "
            "Answerable is not a government website."
        ),
        openapi_url=None,
        docs_url=None,
    )
    _add(made, "bodies", bodies, schemas.Page[schemas.Body])
    _add(made, "bodies/{body_id}", body, schemas.Body)
    for name, shape in schemas.TABLES.items():
        _add(made, name, _table(name), schemas.Page[shape])  # type: ignore[valid-type]  # made above
    _add(made, "findings/{path:reference}", finding, schemas.Finding)
    _add(made, "deadlines", deadlines, schemas.Page[schemas.Deadline])
    _add(made, "search", search, schemas.Page[schemas.Found])
    _add(made, "entries", entries, schemas.Page[schemas.Entry])
    made.default_router.add_api_operation(
        "/readings",
        ["GET"],
        readings,
        response={200: schemas.Waiting, 422: schemas.Problem},
        operation_id=readings.__name__,
        openapi_extra={"security": [{"token": []}]},
    )
    made.add_exception_handler(ValidationError, _not_valid)
    made.add_exception_handler(Refusal, _refused)
    made.add_exception_handler(Stopped, _stopped)
    return made


def description(made: NinjaAPI) -> dict[str, Any]:
    """OpenAPI 3.1 of the interface."""
    return described.added(dict(made.get_openapi_schema(path_prefix=PREFIX)), prefix=PREFIX)


def _add(made: NinjaAPI, path: str, view: Any, shape: Any) -> None:
    made.default_router.add_api_operation(
        f"/{path}", ["GET"], view, response={200: shape, **_PROBLEMS}, operation_id=view.__name__
    )


def _table(name: str) -> Any:
    """The view of a list of rows."""
    shape, names = schemas.ASKED[name], ("body", *filters(name))

    def view(request: HttpRequest, asked: Query[shape]) -> HttpResponse:  # type: ignore[valid-type]  # made of the columns
        given = {one: str(getattr(asked, one) or "") for one in names}

        def made(seen: Look) -> Listed:
            return lists.table(seen, name, filters=given, limit=asked.limit, offset=asked.offset)  # type: ignore[attr-defined]  # as above

        return _paged(request, asked, made)

    view.__name__, view.__doc__ = name, TABLES[name].means
    return view


def _paged(request: HttpRequest, asked: schemas.Paged, found: Any) -> HttpResponse:
    def made(seen: Look) -> dict[str, Any]:
        listed = found(seen)
        after = following(request, listed, limit=asked.limit, offset=asked.offset)
        return _page(seen, listed, after)

    return _sent(request, asked, made)


def _page(seen: Look, listed: Listed, after: str | None) -> dict[str, Any]:
    return {
        "notice": publishing.notice(),
        "as_at": lists.as_at(seen),
        "total": listed.total,
        "next": after,
        "items": listed.items,
    }


def _sent(request: HttpRequest, asked: schemas.Dates, made: Any) -> HttpResponse:
    bearer = enter(request, what="read")
    known_only(request, type(asked).model_fields)
    if bearer is not None:
        within(bearer, READ)
        answer = HttpResponse(json_bytes(made(look(request))), content_type=JSON)
        answer.headers["Cache-Control"] = "private, no-store"
        return answer
    what = ("api", request.get_full_path(), request.build_absolute_uri("/"))
    return file(request, JSON, lambda seen: json_bytes(made(seen)), what=what)


def _not_valid(_: HttpRequest, error: Any) -> HttpResponse:
    told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors)
    return problem(422, f"The question cannot be read. {told[:500]}", code="not_valid")


def _stopped(_: HttpRequest, stopped: Any) -> HttpResponse:
    answer: HttpResponse = stopped.answer
    return answer


def _refused(_: HttpRequest, refusal: Any) -> HttpResponse:
    status = 404 if refusal.code in NOT_FOUND else 422
    return problem(status, refusal.sentence, code=refusal.code)
