"""The styles in the colour of the site."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.theme import OWN, in_force

STYLES = "answerable.css"


@require_safe
def styles(_request: HttpRequest) -> HttpResponse:
    """The built styles with the site's own colour in the place of Answerable's."""
    answer = HttpResponse(_coloured(in_force().colour), content_type="text/css; charset=utf-8")
    answer.headers["Cache-Control"] = "public, max-age=300"
    return answer


@lru_cache(maxsize=4)
def _coloured(colour: str) -> bytes:
    built = b"".join(
        (Path(folder) / STYLES).read_bytes()
        for folder in settings.STATICFILES_DIRS
        if (Path(folder) / STYLES).is_file()
    )
    return built.replace(OWN.encode(), colour.encode()).replace(
        OWN.replace("#", "%23").encode(), colour.replace("#", "%23").encode()
    )
