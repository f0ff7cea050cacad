"""How a Refusal is shown: a page with its sentence, never a stack of code."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from answerable.operations.pages.refused import refused
from answerable.vocabulary.refusal import Refusal
from answerable.web.request import clock, page

NOT_FOUND = frozenset(
    {
        *("no_such_case", "no_such_body", "no_such_item", "no_such_reference"),
        *("no_such_document", "no_such_session", "no_such_entry", "unknown_measure", "not_yet"),
        *("no_such_candidate", "no_such_report", "bad_reference", "no_such_table", "no_such_pack"),
        *("no_such_invitation", "no_such_token", "no_such_link", "no_such_file"),
    }
)


class Refusals:
    """Middleware: a Refusal that no form caught becomes a helpful page, 404 or 422."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self._get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Show a refusal; leave every other exception to be a defect."""
        if not isinstance(exception, Refusal):
            return None
        found = exception.code not in NOT_FOUND
        shown = refused(
            exception, at=clock(request), found=found, changed=request.method == "POST"
        )
        return page(request, "errors/refusal.html", shown, status=422 if found else 404)
