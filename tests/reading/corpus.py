"""The project's own samples: text and gold in contract form, and what the reader finds in them."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from answerable.reading.formats import canonical
from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry
from answerable.reading.material import Meta
from answerable.reading.profiles import Profile, from_toml
from answerable.reading.reading import Reading, read

ROOT = Path(__file__).resolve().parents[2] / "corpus"
_FIRST = "His Majesty's Inspectorate of Constabulary and Fire & Rescue Services"

GAZETTEER = Gazetteer(
    bodies=(
        BodyEntry("west-mercia", "West Mercia Police", "force", ("West Mercia",)),
        BodyEntry("staffordshire", "Staffordshire Police", "force"),
        BodyEntry("warwickshire", "Warwickshire Police", "force"),
        BodyEntry("west-midlands", "West Midlands Police", "force"),
        BodyEntry(
            "hmicfrs",
            "HMICFRS",
            "inspectorate",
            (_FIRST, _FIRST.replace("His", "Her"), _FIRST.replace("His Majesty's", "HM")),
        ),
        BodyEntry("ofsted", "Ofsted", "inspectorate"),
        BodyEntry("cqc", "Care Quality Commission", "inspectorate", ("CQC",)),
    ),
    holders=(
        HolderEntry("John Campion", "Police and Crime Commissioner", "west-mercia", "2016-05-12"),
    ),
)


@dataclass(frozen=True)
class Sample:
    """One sample. Gold offsets are moved into the canonical text."""

    name: str
    path: Path
    gold: list[dict[str, Any]]
    meta: Meta


def profiles() -> tuple[Profile, ...]:
    """The profiles that the package ships."""
    folder = files("answerable.catalogue") / "sources"
    found = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    )
    return tuple(from_toml(tomllib.loads(one.read_text(encoding="utf-8"))) for one in found)


def reading(path: Path, meta: Meta | None = None) -> Reading:
    """What the reader makes of a plain text file."""
    text = canonical(path.read_bytes(), media_type="text/plain", name=path.name)
    return read(text, profiles=profiles(), gazetteer=GAZETTEER, meta=meta)


def found(sample: Sample) -> list[dict[str, Any]]:
    """Contract lines of a sample."""
    return list(reading(sample.path, sample.meta).lines())


def samples(folder: Path) -> Iterator[Sample]:
    """All samples of a folder, in order of name."""
    for path in sorted(folder.glob("*.txt")):
        rows = [
            json.loads(line)
            for line in path.with_suffix(".gold.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        head = rows[0]["document"]
        meta = Meta(title=head["title"], published=head["published"])
        text = canonical(path.read_bytes(), media_type="text/plain", name=path.name).text
        moved = Anchor(path.read_text(encoding="utf-8"), text)
        yield Sample(path.stem, path, [moved.line(row) for row in rows], meta)


class Anchor:
    """Move offsets from one text to another that differs in white space only."""

    def __init__(self, source: str, target: str) -> None:
        self.before = [0]
        for letter in source:
            self.before.append(self.before[-1] + (not letter.isspace()))
        self.places = [place for place, letter in enumerate(target) if not letter.isspace()]
        self.target = target

    def line(self, row: dict[str, Any]) -> dict[str, Any]:
        """A gold line with its quote in the target text."""
        if row["quote"] is None:
            return row
        start = self.places[self.before[row["quote"]["start"]]]
        end = self.places[self.before[row["quote"]["end"]] - 1] + 1
        quote = {**row["quote"], "start": start, "end": end, "exact": self.target[start:end]}
        return {**row, "quote": quote}
