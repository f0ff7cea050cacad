"""A publisher's file to observations: which loader reads it, and by which names of bodies."""

import csv
import io
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from answerable.operations import catalogue
from answerable.operations.measures.evidence_files.room import require_room
from answerable.store.observations.load import (
    HomeOfficeLayout,
    Loaded,
    LoadRefused,
    LongLayout,
    Reject,
    WideLayout,
    WorkbookLayout,
    digest_of_file,
    header_of,
    home_office_prc,
    long_csv,
    ons_workbook,
    police_uk_archive,
    sha256_of,
    wide_table,
)
from answerable.vocabulary.identity import slug
from answerable.vocabulary.measures import Measure, Vintage

OWN, POLICE_UK, HOME_OFFICE = "own", "police-uk", "home-office-prc"
WORDS = (OWN, POLICE_UK, HOME_OFFICE)
KINDS = ("long", "wide", "ons-workbook", "home-office-prc")
OTHER_NAMES = {
    "London, City of": "city-of-london-police",
    "Metropolitan Police": "metropolitan-police",
    "Hampshire": "hampshire-police",
}
"""Names of forces in the two publishers' tables that are no name of the catalogue."""
_OPTIONAL = ("breakdown", "flag", "release_id", "released_on", "numerator", "denominator")


@dataclass(frozen=True)
class ReadFile:
    """What a file gave, and the digest of its bytes (of a folder: of its files' digests)."""

    loaded: Loaded
    digest: str

    def rejects_csv(self) -> str:
        """Everything that was left out, with its place and why."""
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("file", "row", "column", "text", "reason"))
        for left in self.loaded.rejects:
            writer.writerow((left.file, left.source_row, left.column, left.text, left.reason))
        return out.getvalue()


def read_file(
    *,
    path: Path,
    layout: str,
    measures: Sequence[Measure],
    release: Vintage,
    by_area: bool = False,
    told: Callable[[str], None] = lambda _: None,
) -> ReadFile:
    """The observations of a file. `layout` is `own`, `police-uk`, `home-office-prc` or the name
    of a TOML file that states a layout (`kind` and its columns). `told` hears how far it is.

    Raises LoadRefused, with what to do instead.
    """
    if layout == POLICE_UK:
        loaded = police_uk_archive(
            path=path,
            release=release,
            bodies=force_slugs(),
            measures=frozenset(measure.id for measure in measures),
            by_area=by_area,
            told=told,
        )
        told(f"Digest of {path.name}")
        return ReadFile(loaded, _digest(path, loaded))
    if len(measures) != 1:
        raise LoadRefused(
            "Only the archive of data.police.uk holds several measures. Name one measure.",
            code="one_measure",
        )
    try:
        require_room(path.stat().st_size, name=str(path))
        told(f"Reading {path.name}, {path.stat().st_size / 1e6:,.1f} MB")
        content = path.read_bytes()
    except (OSError, ValueError):
        raise LoadRefused(
            f"The file {path} cannot be read. Check its name and that it may be opened.",
            code="file_not_read",
        ) from None
    return read_table(content, _stated(layout), measures[0], release)


def read_table(
    content: bytes, stated: Mapping[str, Any], measure: Measure, release: Vintage
) -> ReadFile:
    """The observations of the bytes of one table, whose layout is stated: its `kind` and what
    that needs.

    Raises LoadRefused, with what to do instead.
    """
    found = _table(content, stated, measure, release)
    return ReadFile(_of_known_bodies(found), sha256_of(content))


def _of_known_bodies(found: Loaded) -> Loaded:
    """Without the rows of bodies that no catalogue names: a mistyped id is no new body."""
    known = catalogue.bodies()
    unknown = tuple(
        Reject(row.source_row, "body", row.body_id, "not a body that we know")
        for row in found.rows
        if row.body_id not in known
    )
    if not unknown:
        return found
    kept = tuple(row for row in found.rows if row.body_id in known)
    return Loaded(kept, (*found.rejects, *unknown))


def _digest(path: Path, loaded: Loaded) -> str:
    if path.is_dir():
        return sha256_of("\n".join(sorted({r.source_sha256 for r in loaded.rows})).encode())
    return digest_of_file(path)


def _stated(layout: str) -> dict[str, Any]:
    """The layout as a mapping: a word, or a TOML file."""
    if layout in WORDS:
        return {"kind": layout}
    try:
        stated = tomllib.loads(Path(layout).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise LoadRefused(
            f"“{layout[:60]}” is no layout: use one of {', '.join(WORDS)}, or a TOML file that "
            "can be read.",
            code="unknown_layout",
        ) from None
    if stated.get("kind") not in KINDS:
        raise LoadRefused(
            f"The layout does not say its kind. Write kind = one of {', '.join(KINDS)}.",
            code="unknown_layout",
        )
    return stated


def _table(
    content: bytes, stated: Mapping[str, Any], measure: Measure, release: Vintage
) -> Loaded:
    kind, options = stated["kind"], {k: v for k, v in stated.items() if k != "kind"}
    if kind == OWN:
        return _own(content, measure, release)
    if kind == "wide":
        layout = WideLayout.from_dict(options)
        return wide_table(content=content, layout=layout, measure=measure, release=release)
    if kind == "long":
        columns = LongLayout.from_dict({"measure_id": measure.id, **options})
        found = {measure.id: measure}
        return long_csv(content=content, layout=columns, measures=found, release=release)
    named = {"bodies": names(), **options}
    if kind == "ons-workbook":
        cells = WorkbookLayout.from_dict(named)
        return ons_workbook(content=content, layout=cells, measure=measure, release=release)
    rows = HomeOfficeLayout.from_dict(named)
    return home_office_prc(content=content, layout=rows, measure=measure, release=release)


def _own(content: bytes, measure: Measure, release: Vintage) -> Loaded:
    """Our own columns: `body_id`, `period_start`, `value`, and others where the header has them.

    A file that names releases itself may hold this one only.
    """
    header = header_of(content)
    optional = {name: name for name in _OPTIONAL if name in header}
    layout = LongLayout(
        measure_id="" if "measure_id" in header else measure.id,
        breakdown=optional.get("breakdown", ""),
        flag=optional.get("flag", ""),
        release=optional.get("release_id", ""),
        released_on=optional.get("released_on", ""),
        numerator=optional.get("numerator", ""),
        denominator=optional.get("denominator", ""),
    )
    found = long_csv(
        content=content,
        layout=layout,
        measures=catalogue.measures(),
        release=None if layout.release else release,
    )
    others = sorted({row.vintage.release_id for row in found.rows} - {release.release_id})
    if others:
        raise LoadRefused(
            f"The file says that it is release {', '.join(others)}, not {release.release_id}. "
            "Name the release that it states.",
            code="another_release",
        )
    wanted = tuple(row for row in found.rows if row.measure_id == measure.id)
    left = tuple(
        Reject(row.source_row, "measure_id", row.measure_id, "another measure than was named")
        for row in found.rows
        if row.measure_id != measure.id
    )
    return Loaded(wanted, (*found.rejects, *left))


def names() -> dict[str, str]:
    """Publishers' names of forces to our identifiers."""
    found = dict(OTHER_NAMES)
    for body in catalogue.bodies().values():
        if body.kind == "force" and not body.invented:
            found |= dict.fromkeys((body.name, body.short, *body.aliases), body.id)
    return {name: body for name, body in found.items() if name}


def force_slugs() -> dict[str, str]:
    """Names of forces in the files of data.police.uk (`west-mercia`) to our identifiers.

    >>> force_slugs()["city-of-london"]
    'city-of-london-police'
    """
    forces = (b for b in catalogue.bodies().values() if b.kind == "force" and not b.invented)
    found = {}
    for body in forces:
        found[body.id.removesuffix("-police")] = body.id
        found[slug(body.short)] = body.id
    return {**found, "metropolitan": "metropolitan-police", "hampshire": "hampshire-police"}
