"""`routes.md`: the public addresses, from the site's own list."""

import os
from collections.abc import Iterator
from typing import Any

from docs.making.markdown import code, first_paragraph, page, table

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")


def routes() -> Iterator[tuple[str, str, Any]]:
    """Address, name and view of every route, in the order in which they are tried."""
    import django  # noqa: PLC0415  # needs the settings named above

    django.setup()
    from answerable.web.urls import urlpatterns  # noqa: PLC0415  # as above

    yield from _below(urlpatterns, "/")


def make() -> str:
    """The page."""
    return page(
        "Addresses",
        "Public addresses are permanent; an old one redirects. Most pages take three dates: "
        "`?valid=2024-04-01` (as at this date), `?known=120` (as the record stood at this "
        "entry), `?said=2024-01-01` (what sources had published by then). A page with a form "
        "asks who acts: an account that signed in, or on this machine a role of the "
        "demonstration.",
        table(
            ("Address", "What is there", "Form", "Name"),
            (
                (code(address), first_paragraph(view.__doc__), _form(view), code(name))
                for address, name, view in routes()
            ),
        ),
        source="`src/answerable/web/urls.py`",
    )


def _below(patterns: Any, start: str) -> Iterator[tuple[str, str, Any]]:
    for pattern in patterns:
        address = start + str(pattern.pattern)
        if hasattr(pattern, "url_patterns"):
            yield from _below(pattern.url_patterns, address)
        else:
            yield address, pattern.name or "", pattern.callback


def _form(view: Any) -> str:
    """“yes” where the view, or what it is wrapped in, takes a form that is sent."""
    while view is not None:
        held = [cell.cell_contents for cell in view.__closure__ or ()]
        if any(isinstance(methods, list) and "POST" in methods for methods in held):
            return "yes"
        view = getattr(view, "__wrapped__", None)
    return ""
