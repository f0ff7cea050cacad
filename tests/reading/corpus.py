"""The project's own samples: documents, gold in contract form, what the reader finds in them."""

import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from answerable.reading.formats import canonical
from answerable.reading.gazetteer import BodyEntry, Gazetteer, HolderEntry
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.likeness.weights import Weights, from_lines
from answerable.reading.material import Meta
from answerable.reading.profiles import Profile, from_toml
from answerable.reading.reading import Reading, read
from tests.reading.placing import Placed

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
    """One sample. Gold offsets are moved into the canonical text; `ways` says how.

    A gold line has `where` if its folder notes the place in which the label stands.
    """

    name: str
    path: Path
    gold: list[dict[str, Any]]
    meta: Meta
    ways: Mapping[str, int]


def profiles() -> tuple[Profile, ...]:
    """The profiles that the package ships."""
    folder = files("answerable.catalogue") / "sources"
    found = sorted(
        (one for one in folder.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name
    )
    return tuple(from_toml(tomllib.loads(one.read_text(encoding="utf-8"))) for one in found)


def canonical_text(path: Path) -> CanonicalText:
    """Canonical text of a file; a type other than plain text is told by content and name."""
    media_type = "text/plain" if path.suffix == ".txt" else None
    return canonical(path.read_bytes(), media_type=media_type, name=path.name)


def reading(path: Path, meta: Meta | None = None, *, by_rules_alone: bool = False) -> Reading:
    """What the reader makes of a file."""
    return read(
        canonical_text(path),
        profiles=profiles(),
        gazetteer=GAZETTEER,
        meta=meta,
        likeness=None if by_rules_alone else likeness(),
    )


@cache
def likeness() -> Weights:
    """What passages with a record are like, as the package ships it."""
    told = files("answerable.catalogue").joinpath("likeness.txt").read_text(encoding="utf-8")
    return from_lines(told.splitlines())


def found(sample: Sample) -> list[dict[str, Any]]:
    """Contract lines of a sample."""
    return list(reading(sample.path, sample.meta).lines())


def samples(folder: Path) -> Iterator[Sample]:
    """All samples of a folder, in order of name."""
    where = _places(folder)
    for answers in sorted(folder.glob("*.gold.jsonl")):
        rows = [json.loads(line) for line in answers.read_text(encoding="utf-8").splitlines()]
        head = rows[0]["document"]
        meta = Meta(title=head["title"], published=head["published"])
        path = _document(answers)
        gold, ways = anchored(path, [_standing(row, path.stem, where) for row in rows])
        yield Sample(path.stem, path, gold, meta, ways)


def _places(folder: Path) -> Mapping[tuple[str, str, int, int], str]:
    """The place of each label of a folder by document, kind, start and end; none if not noted."""
    notes = folder / "notes" / "where.jsonl"
    if not notes.exists():
        return {}
    rows = map(json.loads, notes.read_text(encoding="utf-8").splitlines())
    return {(one["document"], one["kind"], one["start"], one["end"]): one["where"] for one in rows}


def _standing(
    row: dict[str, Any], document: str, where: Mapping[tuple[str, str, int, int], str]
) -> dict[str, Any]:
    """A gold line with the place that is noted for it."""
    quote = row["quote"] or {"start": 0, "end": 0}
    place = where.get((document, row["kind"], quote["start"], quote["end"]))
    return row if place is None else {**row, "where": place}


def _document(answers: Path) -> Path:
    """The one file beside `NAME.gold.jsonl` that is called NAME."""
    name = answers.name.removesuffix(".gold.jsonl")
    (path,) = (one for one in answers.parent.glob(f"{name}.*") if one != answers)
    return path


def plain_words(path: Path) -> str:
    """The words of a text file, in UTF-8 or, as the reader takes it, else in Windows-1252."""
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252")


def anchored(
    path: Path, rows: list[dict[str, Any]]
) -> tuple[list[dict[str, Any]], Mapping[str, int]]:
    """Labels of a file in its canonical text, and how each was placed (see `Placed`)."""
    text = canonical_text(path).text
    words = path if path.suffix == ".txt" else path.parent / "words" / f"{path.stem}.txt"
    source = plain_words(words)
    if path != words or _letters(source) != _letters(text):  # a table's rules of dashes are gone
        placed = Placed(source, text, rows)
        return placed.labels, placed.ways
    moved = Anchor(source, text)
    return [moved.line(row) for row in rows], {"by offset": len(rows) - 1}


def _letters(text: str) -> int:
    return sum(not letter.isspace() for letter in text)


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
