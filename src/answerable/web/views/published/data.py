"""Open data: files at stable addresses, with tags that make an unchanged one cost nothing."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from answerable.operations.interface_tables import TABLES, filters
from answerable.operations.output import publishing
from answerable.operations.pages import data as pages
from answerable.web.published import CSV, JSON, JSONL, PARQUET, SQLITE, file
from answerable.web.request import look, page


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
def table_parquet(request: HttpRequest, table: str) -> HttpResponse:
    """A table as Parquet; `?body=` narrows."""
    body = request.GET.get("body", "")
    return file(
        request,
        PARQUET,
        lambda seen: publishing.parquet(seen, table, body=body),
        what=("parquet", table, body),
        name=f"answerable-{table}-{body or 'all'}-public.parquet",
    )


LISTS = {
    **{name: name for name in ("findings", "claims", "sessions", "reports", "measures", "money")},
    "plans": "actions",
    "corrections": "changes",
}
"""Name of a list in an address -> the table that holds what it lists."""


def is_list(name: str, form: str) -> bool:
    """Is there a list of this name as a file of this form?"""
    return name in LISTS or (name == "bodies" and form == "json")


@require_safe
def listed(request: HttpRequest, name: str, form: str) -> HttpResponse:
    """A list as a file: `/findings.csv?body=` leads to its table, `.json` to the interface.

    The order of the page is left behind where the interface has only its own.
    """
    if not is_list(name, form):
        raise Http404
    to = f"/api/v1/{LISTS.get(name, name)}" if form == "json" else f"/data/{LISTS[name]}.csv"
    asked = request.GET.copy()
    if form == "json" and not _sorted(LISTS.get(name, name)):
        asked.pop("sort", None)
    return redirect(f"{to}?{asked.urlencode()}" if asked else to)


def _sorted(name: str) -> bool:
    """Does the interface sort this list as its page does?"""
    return name in TABLES and "sort" in filters(name)


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
