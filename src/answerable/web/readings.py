"""Whoever reads a restricted value leaves a line: who, which, where, when."""

from collections.abc import Callable

from django.http import HttpRequest
from django.http.response import HttpResponseBase

from answerable.operations.rights import readings
from answerable.web.request import actor, clock


class ReadLog:
    """Middleware: what an answer shows of restricted values is written down before it is sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        if not response.streaming and response.status_code == 200:
            by = actor(request)
            if readings.cleared(by):
                readings.log(
                    by=by,
                    at=clock(request),
                    path=request.path,
                    shown=getattr(response, "content", b""),
                )
        return response
