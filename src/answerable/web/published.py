"""Published files: made when they are needed; their tags make an unchanged one cost nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response

from answerable.operations.output import publishing
from answerable.operations.pages.look import Look
from answerable.web.request import look

CSV, JSONL = "text/csv; charset=utf-8", "application/jsonl; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"
JSON, SQLITE = "application/json; charset=utf-8", "application/vnd.sqlite3"
NOT_AS_ASKED = 412


def file(
    request: HttpRequest,
    media_type: str,
    made: Callable[[Look], bytes],
    *,
    what: tuple[str, ...],
    name: str | Callable[[Look], str] = "",
) -> HttpResponse:
    """A published file, or 304 where the reader has it; it is made only when it is needed.

    `what` names all that its bytes hang on beside the record and its dates. Anybody may keep it
    and must ask again: an erasure changes what an old address says.
    """
    seen = publishing.public(look(request))
    tag = publishing.etag(seen, *what)
    answer = get_conditional_response(request, etag=tag)
    if answer is None or answer.status_code == NOT_AS_ASKED:
        answer = HttpResponse(made(seen), content_type=media_type)
        if name:
            called = name if isinstance(name, str) else name(seen)
            answer.headers["Content-Disposition"] = f'attachment; filename="{called}"'
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "public, no-cache"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
