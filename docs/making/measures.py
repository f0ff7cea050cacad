"""`measures.md`: what each measure counts and what it cannot show, from the catalogue."""

import tomllib
from importlib.resources import files
from typing import Any

from docs.making.markdown import code, page, table

WORDS = {
    "kind": "Kind",
    "unit": "Unit",
    "grain": "One number for each",
    "direction": "Better is",
    "numerator": "Counted",
    "denominator": "Out of",
    "per": "Per",
    "minimum_important_change": "Smallest change that matters",
    "usual_lag_months": "Months until it is published",
    "source": "Source",
    "licence": "Licence",
}


def measures(kind: str = "measures") -> list[dict[str, Any]]:
    """Every file of a folder of the catalogue, in the order of its name."""
    folder = files("answerable") / "catalogue" / kind
    found = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return [tomllib.loads(file.read_text(encoding="utf-8")) for file in found]


def make() -> str:
    """The page."""
    return page(
        "Measures",
        "One file each in `src/answerable/catalogue/measures/`. Nothing is judged by a measure "
        "that is not here. Recorded crime is not a measure of organised crime.",
        _packs(),
        *(_section(measure) for measure in measures()),
        source="`src/answerable/catalogue/measures/`",
    )


def _packs() -> str:
    """Which measures belong to one subject."""
    rows = [
        (pack["title"], pack["sentence"], ", ".join(code(name) for name in pack["measures"]))
        for pack in measures("measure-packs")
    ]
    return "## By subject\n\n" + table(("Pack", "What it is", "Measures"), rows)


def _section(measure: dict[str, Any]) -> str:
    rows = [
        (words, str(measure[key]))
        for key, words in WORDS.items()
        if measure.get(key) not in (None, "")
    ]
    if small := measure.get("small_numbers"):
        told = f"below {small['suppress_below']}; counts of a whole body are shown as published"
        rows.append(("Small numbers", told))
    rows += _checks(measure.get("checks", {}))
    review = measure["review"]
    rows.append(("Written by", f"{review['author']}, {review['authored_on']}"))
    rows.append(("Checked by", f"{review['checker']}, {review['checked_on']}"))
    rows.append(("Review by", str(review["review_by"])))
    breaks = [
        f"- Break on {b['from']} for {_bodies(b['bodies'])} ({b['kind']}): {b['note']}"
        for b in measure.get("break", [])
    ]
    breaks += [
        f"- Target for {_bodies(t['bodies'])}: {t['value']}, set by {t['set_by']} on "
        f"{t['set_on']}. {t['source']}"
        for t in measure.get("target", [])
    ]
    return "\n\n".join(
        [
            f"## {measure['title']}",
            f"Id: {code(measure['id'])}",
            f"**What it cannot show.** {measure['cannot_show']}",
            table(("", ""), rows),
            *(["\n".join(breaks)] if breaks else []),
        ]
    )


def _checks(stated: dict[str, Any]) -> list[tuple[str, str]]:
    """What the checks before a chart are told; what is left out they call unknown."""
    by = {"rows": "each row once", "publisher": "a total of the publisher"}
    areas = stated.get("areas", "not stated")
    if isinstance(areas, dict):
        areas = areas["edition"]
    return [
        (
            "Counted by",
            by.get(stated.get("counted_by", ""), stated.get("counted_by", "not stated")),
        ),
        ("Attribute that changes later", stated.get("changes_later", "not stated") or "none"),
        ("Small areas compared", areas),
        *[("Population of", str(stated[key])) for key in ("population_year",) if key in stated],
    ]


def _bodies(names: list[str]) -> str:
    return "all bodies" if names == ["*"] else ", ".join(names)
