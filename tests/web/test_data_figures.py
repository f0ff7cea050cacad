"""Open data of figures and of assurance: what the pages show of them, no more and no less."""

import csv
import io
from pathlib import Path

from django.test import Client

from answerable.operations.output import data_parts, publishing
from answerable.operations.output.mirror_stamps import Stamps
from answerable.operations.pages.look import Look
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.times import Period, first_day
from tests.web.small_home import AT, append, made
from tests.web.test_measures import FORCE, OTHER, URL, found_in_case, load, months, shown

SESSION = "session/anyshire-pcc/2026-05-20"


def rows(client: Client, name: str, query: str = "") -> list[dict[str, str]]:
    text = shown(client, f"/data/{name}.csv{query}")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_figures_are_those_of_the_page_with_their_release_and_file(
    home: Path, client: Client
) -> None:
    load(months(2013, 2014, value=30))
    own = list(csv.DictReader(io.StringIO(shown(client, f"{URL}data.csv"))))
    found = [r for r in rows(client, "figures") if r["measure"] == "police-uk-robbery"]
    names = ("measure", "body", "period_start", "period_end", "value", "status", "release")
    assert own
    assert [tuple(r[n] for n in names) for r in found] == [tuple(r[n] for n in names) for r in own]
    assert {r["status"] for r in found} == {"held", "left out by a check"}
    assert all(len(r["document"]) == 64 and int(r["row"]) > 0 for r in found)
    assert {r["page"] for r in found} == {URL}


def test_figures_of_a_body_of_which_nothing_else_is_on_record_are_there(
    home: Path, client: Client
) -> None:
    load([*months(2024, 2024, value=30), *months(2024, 2024, value=9, body=OTHER)])
    assert {r["body"] for r in rows(client, "figures")} == {FORCE, OTHER}
    assert {r["body"] for r in rows(client, "figures", f"?body={OTHER}")} == {OTHER}


def test_what_a_page_may_not_draw_is_in_no_file(home: Path, client: Client) -> None:
    """A crime series beside findings on organised crime, which no source names."""
    load(months(2024, 2025, value=30))
    assert rows(client, "figures")
    found_in_case("soc")
    assert 'role="img"' not in shown(client, URL)
    assert rows(client, "figures") == []


def test_a_load_on_the_record_of_another_body_makes_figures_anew(
    home: Path, client: Client, tmp_path: Path
) -> None:
    """A mirror keeps the rows of a body only while no figures were noted, on whosever record."""
    load(months(2024, 2024, value=30))
    parts = data_parts.DataFiles(Look(at=AT)).made("/data/figures.csv")
    assert parts is not None
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "figures.csv").write_bytes(parts[0])
    last = Look(at=AT).head.size - 1
    load(months(2025, 2025, value=30), institution=OTHER)
    stamps = Stamps(last + 9, before=last)
    assert FORCE in stamps.quiet
    assert not stamps.figures_stand
    assert Stamps(last + 9, before=last + 9).figures_stand
    for page in (URL, f"/bodies/{FORCE}/", f"/packs/body/{FORCE}.pdf"):
        kept = {"file": (page, last - 1, (FORCE,))}
        assert stamps.standing(kept) == {}, "what shows figures is made again after a load"
        assert Stamps(last, before=last).standing({"file": (page, last, (FORCE,))})

    def brought_up(*, stand: bool) -> bytes:
        files = data_parts.DataFiles(
            Look(at=AT),
            out=tmp_path,
            quiet=stamps.quiet,
            figures_stand=stand,
            lengths={"/data/figures.csv": parts[1]},
        )
        found = files.made("/data/figures.csv")
        assert found is not None
        return found[0]

    assert brought_up(stand=stamps.figures_stand) == publishing.csv(Look(at=AT), "figures")
    assert brought_up(stand=True) == parts[0]  # what it would be if loads were not looked at


def test_a_judgement_of_assurance_is_a_row_and_only_a_public_one(
    home: Path, client: Client
) -> None:
    made()
    for item, mark in (("1", Classification.PUBLIC), ("2", Classification.INTERNAL)):
        append(
            f.AssuranceJudged(
                institution="anyshire-police",
                stream=f"{SESSION}/item/{item}",
                valid=Period(first_day("2026-05-20")),
                meeting=SESSION,
                item=item,
                level="partly",
                reason=f"Nothing was shown under item {item}.",
                classes={"reason": mark, "level": mark},
            ),
            by="anyshire-pcc/governance-officer",
        )
    found = rows(client, "assurance")
    assert [r["item"] for r in found if r["level"] == "partly"] == ["1"]
    assert "under item 2" not in str(found)
