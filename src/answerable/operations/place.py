"""Which institution a reference is about, and which office a short name means there."""

from datetime import date

from answerable.operations import catalogue
from answerable.store.reads import lookup
from answerable.vocabulary.identity import reference as checked
from answerable.vocabulary.refusal import Refusal


class NoSuchReference(Refusal):
    """A reference that the record does not hold."""

    code = "no_such_reference"


def institution_of(reference: str) -> str:
    """The institution whose register holds a stream, or a refusal."""
    checked(reference)
    try:
        found = lookup.find(reference)
    except lookup.NotOnRecord:
        found = None
    if found is None or found.stream != reference:
        raise NoSuchReference(
            f"The record holds nothing under “{reference[:80]}”. Look it up in the list of bodies."
        )
    return found.institution


def office_id(institution: str, office: str, *, on: date | None = None) -> str:
    """The id of an office by its short name: `chief-constable` of West Mercia Police."""
    oversight = catalogue.oversight_of(institution, on=on)
    known = catalogue.offices()
    if office in known:
        return office
    for one in known.values():
        if one.body in (institution, oversight) and one.id.endswith(f"-{office}"):
            return one.id
    return office
