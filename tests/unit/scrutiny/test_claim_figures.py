"""A sentence calls a measure by its title's words, of one thing or of many, or by another name."""

import pytest

from answerable.operations import catalogue
from answerable.operations.accountability import claim_measures
from answerable.scrutiny.claims.claim_figures import Measured


def _named(text: str) -> set[str]:
    """The ids of the shipped measures that a sentence names."""
    found = {
        m.id: Measured(
            id=m.id,
            title=m.title,
            words=claim_measures.subject(m),
            unit=m.unit.name,
            values={},
            also=claim_measures.said_as(m),
        )
        for m in catalogue.measures().values()
    }
    return {name for name, one in found.items() if one.named_in(text)}


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("robberies are down by 10 per cent", "police-uk-robbery"),
        ("a 10 % fall in robbery", "police-uk-robbery"),
        ("burglaries fell by 5 %", "police-uk-burglary"),
        ("repeat burglaries fell by 5 %", "anyshire-repeat-burglary"),
        ("thefts from shops rose by 5 %", "anyshire-theft-from-shops"),
        ("bike thefts are down 10 %", "police-uk-bicycle-theft"),
        ("car crimes are down 10 %", "police-uk-vehicle-crime"),
        ("anti-social behaviour is up 3 %", "police-uk-anti-social-behaviour"),
        ("possession of a weapon is up 3 %", "police-uk-possession-of-weapons"),
    ],
)
def test_one_thing_or_many_and_everyday_names(text: str, measure: str) -> None:
    assert measure in _named(text)


def test_what_no_measure_counts_is_named_by_none() -> None:
    assert not _named("complaints about officers fell by 14 %")
