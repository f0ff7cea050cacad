"""A file in a form that there is not: which forms of the same thing there are."""

import re
from collections.abc import Iterator

from django.urls import Resolver404, resolve

from answerable.web.views.published.data import is_list

FORMS = ("csv", "json", "jsonl", "parquet", "sqlite", "pdf", "docx", "xlsx", "ics", "atom")
_OTHERS = ("doc", "htm", "html", "md", "odp", "ods", "odt", "pptx", "rss", "rtf", "txt")
_MORE = ("xls", "xml", "zip")
_FILE = re.compile(rf"(/.+)\.({'|'.join((*FORMS, *_OTHERS, *_MORE))})", re.IGNORECASE)
_PACKS = {"bodies": "body", "cases": "case"}
"""First part of an address -> the kind of pack about the same thing."""
_OF_PACKS = ("pdf", "docx", "xlsx")


def others(path: str) -> tuple[str, ...]:
    """Addresses of the same thing as a page and as files; none for what is not named as a file.

    That there is a form does not say that there is the thing: its own page says that.
    """
    found = _FILE.fullmatch(path)
    if found is None:
        return ()
    stem = found[1]
    area, _, rest = stem.strip("/").partition("/")
    packs = [
        f"/packs/{_PACKS[area]}/{rest}.{form}" for form in _OF_PACKS if area in _PACKS and rest
    ]
    return tuple(dict.fromkeys(one for one in (*_of(stem), *packs) if one != path))


def _of(stem: str) -> Iterator[str]:
    for address in (f"{stem}/", *(f"{stem}.{form}" for form in FORMS)):
        if _is_there(address):
            yield address


def _is_there(address: str) -> bool:
    try:
        found = resolve(address)
    except Resolver404:
        return False
    return "name" not in found.kwargs or "form" not in found.kwargs or is_list(**found.kwargs)
