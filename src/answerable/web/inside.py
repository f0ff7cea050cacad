"""A page of this site asked for inside a request: for its answer, or why it is refused."""

from copy import copy
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import resolve

from answerable.vocabulary.access import Actor
from answerable.web.request import ACTOR


def inner(request: HttpRequest, path: str, reader: Actor | None = None) -> HttpRequest:
    """The request for a path, as a reader makes it, or as whoever asks."""
    parts = urlsplit(path)
    made = copy(request)
    made.method = "GET"
    made.path = made.path_info = parts.path
    made.GET = QueryDict(parts.query)
    made.META = {k: v for k, v in request.META.items() if not k.startswith("HTTP_IF_")}
    if reader is not None:
        made.META[ACTOR] = reader
    return made


def answered(made: HttpRequest) -> HttpResponse:
    """The answer to it; a refusal and what is not there are raised."""
    match = resolve(made.path)
    answer: HttpResponse = match.func(made, *match.args, **match.kwargs)
    return answer
