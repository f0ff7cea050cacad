"""Where our sources differ."""

from django.http import HttpRequest, HttpResponse

from answerable.operations.pages.documents import conflicts as pages
from answerable.web.request import look
from answerable.web.request import page as rendered


def conflicts(request: HttpRequest) -> HttpResponse:
    """Each value with its words, and which stands for now."""
    return rendered(request, "sections.html", pages.page(look(request)))
