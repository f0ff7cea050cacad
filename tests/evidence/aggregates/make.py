"""Makes the counts beside this file from the street-level files of data.police.uk.

    python -m tests.evidence.aggregates.make DATA

DATA is the folder of the real data sets (see `tests/shared.py`). The counts are facts of the
files named in each query; each file says whose information it is.
"""

import sys
from pathlib import Path

import duckdb

ATTRIBUTION = (
    "# Contains public sector information licensed under the Open Government Licence v3.0\n"
    "# Source: data.police.uk, street-level crime, months as given\n"
    "# Made by: python -m tests.evidence.aggregates.make DATA\n"
)
HERE = Path(__file__).parent
YEARLY_MATCH = """
    select {year} as year, sum(n) filter (lsoa_code <> '') as coded,
        sum(n) filter (lsoa_code in (select lsoa11cd from
            '{data}/lookups/lsoa11_lad_csp_pfa_pop2011.parquet')) as matched
    from '{data}/police_uk_street_{year}/agg_month_lsoa_type.parquet'"""
YEARLY_LOCATION = """
    select {year} as year, force_slug, count(*) as rows,
        count(*) filter (longitude is null) as without
    from '{data}/police_uk_street_{year}/street_lite.parquet'
    where force_slug in ('dyfed-powys', 'avon-and-somerset', 'west-mercia')
    group by force_slug"""


def _by_year(query: str, years: tuple[int, ...], order: str) -> str:
    parts = (query.replace("{year}", str(year)) for year in years)
    return " union all ".join(parts) + f" order by {order}"


QUERIES = {
    "rows_dyfed_powys": """
        select month, n_rows as rows from '{data}/police_uk_rows_by_force_month.csv'
        where force_slug = 'dyfed-powys' order by month""",
    "west_mercia_by_month": """
        select month,
            sum(n) filter (crime_type = 'Violence and sexual offences') as violence,
            sum(n) filter (crime_type = 'Possession of weapons') as weapons
        from '{data}/police_uk_counts_month_force_type_outcome.parquet'
        where force_slug = 'west-mercia' group by month order by month""",
    "lsoa_match": _by_year(YEARLY_MATCH, (2014, 2024, 2025), "year"),
    "outcomes": """
        select month, sum(n)::bigint as rows,
            sum(n) filter (last_outcome_category = 'Under investigation')::bigint
                as under_investigation,
            sum(n) filter (last_outcome_category = 'Status update unavailable')::bigint
                as status_update_unavailable
        from '{data}/police_uk_counts_month_force_type_outcome.parquet'
        where month >= '2024' group by month order by month""",
    "location": _by_year(YEARLY_LOCATION, (2024, 2025), "year, force_slug"),
    "crime_id": """
        with ids as (
            select crime_id, count(*) as n from '{data}/police_uk_full_2025-03_all_forces.parquet'
            where crime_id <> '' group by crime_id)
        select '2025-03' as month,
            (select count(*) from '{data}/police_uk_full_2025-03_all_forces.parquet') as rows,
            (select count(*) from '{data}/police_uk_full_2025-03_all_forces.parquet'
             where crime_id is null or crime_id = '') as blank,
            (select sum(n) from ids where n > 1)::bigint as repeated""",
    "weapons_by_partnership": """
        select csp17nm as partnership, sum(n)::bigint as weapons_2014_01_to_11
        from '{data}/police_uk_street_2014/agg_month_lsoa_type.parquet'
        join '{data}/lookups/lsoa11_lad_csp_pfa_pop2011.parquet' on lsoa_code = lsoa11cd
        where force_slug = 'west-mercia' and pfa17nm = 'West Mercia'
            and crime_type = 'Possession of weapons'
        group by partnership order by partnership""",
}


def main(data: str) -> None:
    """Write one CSV per query, each headed by its attribution."""
    for name, query in QUERIES.items():
        found = duckdb.sql(query.replace("{data}", data))
        lines = [",".join(found.columns)]
        for row in found.fetchall():
            cells = ("" if value is None else str(value) for value in row)
            lines.append(",".join(f'"{c}"' if "," in c else c for c in cells))
        (HERE / f"{name}.csv").write_text(ATTRIBUTION + "\n".join(lines) + "\n")


if __name__ == "__main__":
    main(sys.argv[1].rstrip("/"))
