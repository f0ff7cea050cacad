"""A target is who set how much, when and where it stands; it holds from its day on."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answerable.operations import catalogue
from answerable.publishing.charts import assurance_sign
from answerable.vocabulary.measure_keys import MeasureRefused
from answerable.vocabulary.measures import Measure
from tests.evidence.test_measures import FILES, MEASURES

BURGLED = "anyshire-repeat-burglary"
PCC = {
    "bodies": ["anyshire-police"],
    "value": 40,
    "set_by": "Anyshire Police and Crime Commissioner (invented)",
    "set_on": date(2024, 4, 1),
    "source": "Plan, page 3",
}


def made(*targets: Any, **changed: Any) -> Measure:
    path = next(path for path in FILES if path.stem == BURGLED)
    raw = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    return Measure.from_dict(raw | {"target": list(targets)} | changed)


def test_the_newest_target_of_the_body_holds_from_its_day_on() -> None:
    later = PCC | {"value": 30, "set_on": date(2025, 4, 1)}
    measure = made(later, PCC)
    body = "anyshire-police"
    assert measure.target_for(body, on=date(2024, 3, 31)) is None
    for day, value in ((date(2024, 4, 1), 40), (date(2025, 4, 1), 30)):
        found = measure.target_for(body, on=day)
        assert found is not None
        assert found.value == value
    assert measure.target_for("bexshire-police", on=date(2026, 1, 1)) is None
    assert made(PCC | {"bodies": ["*"]}).target_for("bexshire-police", on=date(2026, 1, 1))


@pytest.mark.parametrize(
    ("target", "changed"),
    [
        ({key: PCC[key] for key in PCC if key != "source"}, {}),
        ({key: PCC[key] for key in PCC if key != "set_by"}, {}),
        (PCC | {"value": "40"}, {}),
        (PCC | {"bodies": []}, {}),
        (PCC | {"note": "x"}, {}),
        (PCC, {"direction": "neutral"}),
    ],
)
def test_a_target_without_who_when_or_where_is_refused(
    target: dict[str, object], changed: dict[str, object]
) -> None:
    with pytest.raises(MeasureRefused):
        made(target, **changed)


def test_invented_targets_stand_on_invented_bodies_only() -> None:
    for measure in MEASURES.values():
        for target in measure.targets:
            bodies = [catalogue.bodies()[body] for body in target.bodies if body != "*"]
            assert all(body.invented for body in bodies) == ("invented" in target.set_by)


def test_the_three_signs_differ_and_are_hidden_from_a_screen_reader() -> None:
    signs = [
        assurance_sign(kind) for kind in ("consistent_pass", "consistent_fail", "inconsistent")
    ]
    assert len(set(signs)) == 3
    assert all('aria-hidden="true"' in sign and "style" not in sign for sign in signs)
