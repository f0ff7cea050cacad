"""Files to observations: one loader per layout, each returning (rows, rejects).

Loading the same file twice adds nothing: rows carry the SHA-256 of their source and
`engine.Observations.add` leaves out what it holds already.
"""

from answerable.store.observations.home_office import HomeOfficeLayout, home_office_prc
from answerable.store.observations.loaded import (
    Loaded,
    Reject,
    digest_of_file,
    header_of,
    sha256_of,
)
from answerable.store.observations.long_csv import OWN_LAYOUT, LongLayout, long_csv, own_csv
from answerable.store.observations.ons_workbook import WorkbookLayout, ons_workbook
from answerable.store.observations.police_uk import (
    AREA_KEY,
    police_uk_archive,
    police_uk_parquet,
)
from answerable.store.observations.refused import LoadRefused
from answerable.store.observations.wide_table import WideLayout, wide_table

__all__ = [
    "AREA_KEY",
    "OWN_LAYOUT",
    "HomeOfficeLayout",
    "LoadRefused",
    "Loaded",
    "LongLayout",
    "Reject",
    "WideLayout",
    "WorkbookLayout",
    "digest_of_file",
    "header_of",
    "home_office_prc",
    "long_csv",
    "ons_workbook",
    "own_csv",
    "police_uk_archive",
    "police_uk_parquet",
    "sha256_of",
    "wide_table",
]
