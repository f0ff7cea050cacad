"""A page with the short forms that it uses, as the documents write them out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from answerable.operations.documents import short_forms
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Page

P = TypeVar("P", bound=Page)


def with_short(look: Look, institutions: Iterable[str], page: P) -> P:
    """The page as it is, and a line for each short form in it that a document writes out."""
    hidden = everything.all_withheld(look)
    found = (
        line
        for institution in institutions
        for line in short_forms.used(look.register(institution), page, hidden=hidden)
    )
    return replace(page, short=tuple(dict.fromkeys(found)))
