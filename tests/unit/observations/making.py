"""Measures, rows and small archives for the tests of this folder."""

import csv
import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

from answerable.store.observations.police_uk import COLUMNS
from answerable.vocabulary.measures import Measure, Observation, Vintage, period_end

FIRST = Vintage("first", date(2025, 3, 1))
SECOND = Vintage("second", date(2025, 6, 1))


def measure_file(**changed: Any) -> dict[str, Any]:
    """What a TOML reader gives for a whole measure, with some keys changed."""
    review = {
        "author": "Measures editor",
        "authored_on": date(2026, 11, 2),
        "checker": "Second reader",
        "checked_on": date(2026, 11, 9),
        "review_by": date(2027, 11, 9),
    }
    whole = {
        "id": "thefts",
        "title": "Thefts",
        "kind": "count",
        "unit": "offences",
        "grain": "month",
        "direction": "decrease",
        "per": 1,
        "numerator": "rows",
        "denominator": "",
        "minimum_important_change": 0.1,
        "cannot_show": "Harm.",
        "source": "https://example.org/",
        "licence": "OGL-UK-3.0",
        "usual_lag_months": 2,
        "small_numbers": {"suppress_below": 5, "secondary": True},
        "review": review,
    }
    return whole | changed


def measure(**changed: Any) -> Measure:
    return Measure.from_dict(measure_file(**changed))


def rate(grain: str = "year") -> Measure:
    return measure(
        id="rate", kind="rate", per=1000, denominator="people", grain=grain, unit="offences"
    )


def row(
    month: str = "2025-01-01",
    value: float | None = 10.0,
    release: Vintage = FIRST,
    body: str = "anyshire-police",
    **changed: Any,
) -> Observation:
    start = date.fromisoformat(month)
    whole: dict[str, Any] = {
        "measure_id": "thefts",
        "body_id": body,
        "breakdown": "",
        "period_start": start,
        "period_end": period_end(start=start, grain="month"),
        "value": value,
        "vintage": release,
        "source_sha256": "0" * 64,
        "source_row": 2,
    }
    return Observation(**(whole | changed))


def street_file(*types: str, month: str = "2025-01", columns: tuple[str, ...] = COLUMNS) -> bytes:
    """A street-level file with one row per type given."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    for kind in types:
        cells = dict.fromkeys(COLUMNS, "") | {"Month": month, "Crime type": kind}
        writer.writerow(cells[name] for name in COLUMNS)
    return text.getvalue().encode()


def street_zip(path: Path, files: dict[str, bytes]) -> Path:
    """A zip of `name -> bytes` in the publisher's layout."""
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(f"{name[:7]}/{name}-street.csv", content)
    return path
