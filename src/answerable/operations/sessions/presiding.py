"""Who holds to account at a session, in a word: the commissioner, the mayor, else a chair."""

from datetime import date
from typing import Final

from answerable.operations import catalogue
from answerable.vocabulary.offices import spoken

_POSTS: Final = ("commissioner", "chair")


def head(institution: str, *, on: date) -> str:
    """The post that takes a session about an institution on a day: `mayor`, in small letters."""
    return catalogue.regime_of(institution, on=on).names.head


def signed_by(office: str | None, institution: str, *, on: date) -> str:
    """The office that signed, in words; the post of whoever holds to account as it is called."""
    post = (office or "").rpartition("/")[2]
    return head(institution, on=on) if post in _POSTS else spoken(office or "office")
