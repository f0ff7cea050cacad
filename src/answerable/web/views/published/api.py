"""The JSON interface, loaded when it is first asked: pages do not need the library it brings.

It takes no cookie, so it needs no mark against forms of other sites: who brings a token says who
they are, and everybody else is a reader.
"""

from functools import cache
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, URLResolver
from django.urls.resolvers import RegexPattern
from django.views.decorators.csrf import csrf_exempt

from answerable.publishing.open_data import json_bytes
from answerable.web.api.problems import MEDIA_TYPE, problem

if TYPE_CHECKING:
    from ninja import NinjaAPI

DESCRIPTION, COMMANDS = "openapi.json", "commands/"
FIRST_ERROR = 400


@csrf_exempt
def api(request: HttpRequest, rest: str) -> HttpResponse:
    """Lists and items as JSON, and commands for programs; `openapi.json` describes them."""
    if rest.startswith(COMMANDS):
        return _called(request, rest.removeprefix(COMMANDS))
    if request.method not in ("GET", "HEAD"):
        return problem(
            405,
            "This only reads: ask with GET. What changes the record stands under commands/.",
            code="read_only",
            headers={"Allow": "GET, HEAD"},
        )
    if rest in ("", DESCRIPTION):
        told = _description() if rest else _index(request.path)
        return HttpResponse(told, content_type="application/json; charset=utf-8")
    try:
        found = _resolver().resolve(rest)
    except Resolver404:
        return problem(404, "There is no such list. See openapi.json.", code="no_such_list")
    # A library that reads the method knows GET only; what HEAD answers is cut by the server.
    if request.method == "HEAD":
        request.method = "GET"
    answer: HttpResponse = found.func(request, *found.args, **found.kwargs)
    answer.headers["Vary"] = "Authorization"
    if answer.status_code >= FIRST_ERROR and answer.headers["Content-Type"] != MEDIA_TYPE:
        return problem(answer.status_code, "That cannot be answered.")
    return answer


def _called(request: HttpRequest, name: str) -> HttpResponse:
    from answerable.web.api.calling import call  # noqa: PLC0415  # see the head of this file

    return call(request, name)


@cache
def _interface() -> "NinjaAPI":
    from answerable.web.api.routes import interface  # noqa: PLC0415  # see the head of this file

    return interface()


@cache
def _resolver() -> URLResolver:
    patterns: Any = _interface().urls[0]
    return URLResolver(RegexPattern(r"^"), patterns)


@cache
def _description() -> bytes:
    return json_bytes(_described())


@cache
def _index(path: str) -> bytes:
    """Where to go from the bare address: the description, the page about it, and every list."""
    lists = [one for one in _described()["paths"] if "{" not in one and COMMANDS not in one]
    return json_bytes({"description": f"{path}{DESCRIPTION}", "about": "/data/", "lists": lists})


@cache
def _described() -> dict[str, Any]:
    from answerable.web.api.routes import description  # noqa: PLC0415  # see the head of this file

    return description(_interface())
