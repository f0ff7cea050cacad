"""The log at the addresses of https://c2sp.org/tlog-tiles, and the verifier to download."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from answerable.operations.record import log

BYTES, TEXT = "application/octet-stream", "text/plain; charset=utf-8"
SOON, FOR_EVER = "public, max-age=5", "public, max-age=31536000, immutable"


@require_safe
def checkpoint(request: HttpRequest) -> HttpResponse:
    """The latest signed size and root."""
    return _file(log.checkpoint(), TEXT, SOON)


@require_safe
def tile(request: HttpRequest, address: str) -> HttpResponse:
    """Hashes, or leaves, 256 to a file."""
    return _file(log.tile(f"tile/{address}"), BYTES, FOR_EVER)


@require_safe
def values(request: HttpRequest, seq: int) -> HttpResponse:
    """Public values of an entry; an erasure takes them away, so nobody keeps them unasked."""
    return _file(log.values(seq), "application/json", "public, no-cache")


@require_safe
def verifier(request: HttpRequest) -> HttpResponse:
    """The offline verifier."""
    answer = _file(log.verifier(), TEXT, "public, no-cache")
    answer.headers["Content-Disposition"] = 'attachment; filename="verify.py"'
    return answer


def _file(data: bytes, media_type: str, keep: str) -> HttpResponse:
    answer = HttpResponse(data, content_type=media_type)
    answer.headers["Cache-Control"] = keep
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
