"""The address of the next part of a list."""

from django.http import HttpRequest

from answerable.operations.output.interface import Listed


def following(request: HttpRequest, listed: Listed, *, limit: int, offset: int) -> str | None:
    """Where the rows after these are; None after the last."""
    more = offset + len(listed.items) < listed.total
    return changed(request, offset=offset + limit) if more else None


def changed(request: HttpRequest, **given: int) -> str:
    """The address that was asked, with some of its parameters changed."""
    query = request.GET.copy()
    for name, value in given.items():
        query[name] = str(value)
    return f"{request.path}?{query.urlencode()}"
