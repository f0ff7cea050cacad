"""Load a publisher's file: its figures are kept, and each measure is noted on the record."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from answerable.ledger.book import Receipt
from answerable.operations import access, catalogue
from answerable.operations.measures import evidence
from answerable.operations.measures.evidence_files.loading import POLICE_UK, ReadFile, read_file
from answerable.store.observations import download
from answerable.store.observations.load import AREA_KEY
from answerable.store.observations.loaded import Loaded
from answerable.store.observations.refused import LoadRefused
from answerable.vocabulary.access import Actor
from answerable.vocabulary.measure_checks import AreaEdition
from answerable.vocabulary.measures import Measure, Vintage

MOST_SHOWN = 5
PREFIX = "police-uk-"


@dataclass(frozen=True)
class LoadedMeasure:
    """One measure of a file: how many rows were kept, and the receipt of the note."""

    measure: str
    rows: int
    bodies: int
    receipt: Receipt


@dataclass(frozen=True)
class LoadedFile:
    """What became of a file, and everything that was left out."""

    measures: tuple[LoadedMeasure, ...]
    digest: str
    rejects: int
    rejects_csv: str
    first_rejects: tuple[str, ...]


def load_file(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None = None,
    path: Path,
    measures: Sequence[str],
    release: Vintage,
    layout: str = "own",
    body: str | None = None,
    by_area: bool = False,
    told: Callable[[str], None] = lambda _: None,
) -> LoadedFile:
    """Load a file of one or more measures. All rows are kept; each measure is one entry about
    `body`, or about the one body that the file is about. `told` hears how far it is.

    An archive of data.police.uk gives every shipped measure of it where none is named, and
    always the count of all its rows: by that a check finds the months whose files are incomplete.
    With `by_area` the measures named are counted by small area too, so that the check of their
    edition can speak. The same file again changes nothing. Raises LoadRefused (`by_area_refused`,
    ...), RevisionWithoutRelease, NothingLoaded and `which_body` where a file of several bodies is
    loaded without saying on whose record.
    """
    if body is not None:
        access.require(by, "load_observations", about=body)
    if by_area:
        _require_areas(layout, measures)
    if layout == POLICE_UK:
        shipped = sorted(name for name in catalogue.measures() if name.startswith(PREFIX))
        measures = (evidence.ALL_ROWS, *(measures or shipped))
    known = [evidence.measure_named(name) for name in dict.fromkeys(measures)]
    found = read_file(
        path=path, layout=layout, measures=known, release=release, by_area=by_area, told=told
    )
    return keep_found(
        by=by,
        at=at,
        key=key,
        seen=seen,
        known=known,
        found=found,
        release=release,
        body=body,
        told=told,
    )


def keep_found(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    known: Sequence[Measure],
    found: ReadFile,
    release: Vintage,
    body: str | None,
    told: Callable[[str], None],
) -> LoadedFile:
    """Keep what a file gave, measure by measure, each with its entry."""
    loaded = []
    for measure in known:
        rows = tuple(row for row in found.loaded.rows if row.measure_id == measure.id)
        bodies = sorted({row.body_id for row in rows})
        told(f"Keeping {len(rows):,} figures of {measure.id}")
        receipt = evidence.keep_figures(
            by=by,
            at=at,
            key=f"{key}/{measure.id}",
            seen=seen,
            institution=body or _only(bodies),
            measure=measure.id,
            loaded=Loaded(rows, found.loaded.rejects),
            digest=found.digest,
            release=release.release_id,
        )
        loaded.append(LoadedMeasure(measure.id, len(rows), len(bodies), receipt))
    left = found.loaded.rejects
    return LoadedFile(
        measures=tuple(loaded),
        digest=found.digest,
        rejects=len(left),
        rejects_csv=found.rejects_csv(),
        first_rejects=tuple(
            f"{r.file or 'row'} {r.source_row or ''}: “{r.text[:60]}” {r.reason}".replace(
                "  ", " "
            )
            for r in left[:MOST_SHOWN]
        ),
    )


def fetch_archives(
    *, months: Sequence[str], folder: Path, told: Callable[[str], None] = lambda _: None
) -> tuple[download.Fetched, ...]:
    """Fetch monthly archives of data.police.uk into a folder. `told` hears how far it is."""
    return download.archives(months=months, folder=folder, told=told)


def _require_areas(layout: str, measures: Sequence[str]) -> None:
    """Counts by area come from an archive, for measures that are named and state an edition."""
    if layout != POLICE_UK or not measures:
        raise LoadRefused(
            "Areas are counted in the archive of data.police.uk only, and for named measures: "
            "they are thirty thousand a month. Give --layout police-uk and --measure.",
            code="by_area_refused",
        )
    for name in measures:
        edition = evidence.measure_named(name).checks.areas
        if not isinstance(edition, AreaEdition) or edition.key != AREA_KEY:
            raise LoadRefused(
                f"The file of the measure {name} does not say of which edition its areas are "
                f"(key “{AREA_KEY}” under [checks]), so areas of two editions could not be told "
                "apart. State it there first, or load without --by-area.",
                code="by_area_refused",
            )


def _only(bodies: Sequence[str]) -> str:
    if len(bodies) != 1:
        which = f"{len(bodies)} bodies" if bodies else "no body of the catalogue"
        raise LoadRefused(
            f"The file has figures of {which}. Say on whose record the load is noted: --body.",
            code="which_body",
        )
    return bodies[0]
