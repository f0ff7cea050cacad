"""Open data: files at stable addresses, with tags that make an unchanged one cost nothing."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from answerable.operations import publishing
from answerable.operations.pages import data as pages
from answerable.operations.pages.look import Look
from answerable.web.request import look, page

CSV, JSONL = "text/csv; charset=utf-8", "application/jsonl; charset=utf-8"
JSON, SQLITE = "application/json; charset=utf-8", "application/vnd.sqlite3"


@require_safe
def data(request: HttpRequest) -> HttpResponse:
    """Every table and what it means."""
    return page(request, "sections.html", pages.data(look(request)))


@require_safe
def table_csv(request: HttpRequest, table: str) -> HttpResponse:
    """A table as CSV; `?body=` narrows, `?bom=1` is for older spreadsheet programs."""
    body, bom = request.GET.get("body", ""), request.GET.get("bom") == "1"
    return file(
        request,
        CSV,
        lambda seen: publishing.csv(seen, table, body=body, bom=bom),
        what=("csv", table, body, str(bom)),
        name=f"answerable-{table}-{body or 'all'}-public.csv",
    )


@require_safe
def table_jsonl(request: HttpRequest, table: str) -> HttpResponse:
    """A table as JSON Lines; `?body=` narrows."""
    body = request.GET.get("body", "")
    return file(
        request,
        JSONL,
        lambda seen: publishing.jsonl(seen, table, body=body),
        what=("jsonl", table, body),
        name=f"answerable-{table}-{body or 'all'}-public.jsonl",
    )


@require_safe
def dictionary(request: HttpRequest) -> HttpResponse:
    """What every column means."""
    return file(
        request,
        CSV,
        lambda _: publishing.dictionary(bom=request.GET.get("bom") == "1"),
        what=("dictionary", request.GET.get("bom", "")),
        name="answerable-dictionary-public.csv",
    )


@require_safe
def package(request: HttpRequest) -> HttpResponse:
    """The Frictionless description of the CSV files."""
    return file(request, JSON, lambda seen: publishing.package(base=seen.base), what=("package",))


@require_safe
def sqlite(request: HttpRequest) -> HttpResponse:
    """Every table in one SQLite file."""
    return file(
        request, SQLITE, publishing.sqlite, what=("sqlite",), name="answerable-public.sqlite"
    )


@require_safe
def body(request: HttpRequest, body_id: str) -> HttpResponse:
    """Everything public about a body."""
    return file(
        request, JSON, lambda seen: publishing.body_json(seen, body_id), what=("body", body_id)
    )


@require_safe
def finding(request: HttpRequest, reference: str) -> HttpResponse:
    """One finding or action."""
    return file(
        request,
        JSON,
        lambda seen: publishing.finding_json(seen, reference),
        what=("finding", reference),
    )


def file(
    request: HttpRequest,
    media_type: str,
    made: Callable[[Look], bytes],
    *,
    what: tuple[str, ...],
    name: str = "",
) -> HttpResponse:
    """A published file, or 304 where the reader has it; it is made only when it is needed.

    Anybody may keep it and must ask again: an erasure changes what an old address says.
    """
    seen = publishing.public(look(request))
    tag = publishing.etag(seen, *what)
    answer = get_conditional_response(request, etag=tag)
    if answer is None or answer.status_code == 412:
        answer = HttpResponse(made(seen), content_type=media_type)
        if name:
            answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["ETag"] = tag
    answer.headers["Cache-Control"] = "public, no-cache"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
