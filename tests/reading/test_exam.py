"""The exam of the reader: where a label is placed, what meets a bar, and what is published."""

import json
from collections import Counter
from typing import Any

import pytest

from answerable.reading.formats import canonical
from tests.reading import corpus, exam, exam_tables, places
from tests.reading.bars import bar_of, verdict
from tests.reading.placing import Placed

RESULTS = corpus.ROOT.parent / "benchmarks" / "results"
PUBLISHED = corpus.ROOT / "README.md"


def _label(words: str, exact: str, nth: int = 0) -> dict[str, object]:
    start = -1
    for _ in range(nth + 1):
        start = words.index(exact, start + 1)
    quote = {"start": start, "end": start + len(exact), "exact": exact, "page": None}
    return {"kind": "grade", "quote": quote, "fields": {}}


def test_equal_words_are_told_apart_by_their_order() -> None:
    """Protects the exam from giving the second label the place of the first."""
    words, target = "Crime\tgood\nCustody\tgood", "Grades\n\nCrime | good\nCustody | go\nod"
    both = [_label(words, "good", 0), _label(words, "good", 1)]
    placed = Placed(words, target, both)
    first, second = (one["quote"] for one in placed.labels)
    assert (first["start"], second["start"]) == (target.index("good"), target.index("go\nod"))
    assert second["exact"] == target[second["start"] : second["end"]] == "go\nod"
    assert placed.ways == Counter(order=2)


def test_a_label_may_go_on_in_the_next_cell_of_a_row() -> None:
    """Protects recall: words of a sheet part cells by a tab, the canonical text by a mark."""
    words, target = "Audit board\t22/07/2031\tHall", "Audit board | 22/07/2031 | Hall"
    placed = Placed(words, target, [_label(words, "Audit board\t22/07/2031")])
    assert placed.labels[0]["quote"]["exact"] == "Audit board | 22/07/2031"
    assert placed.ways == Counter(alone=1)


def test_words_that_the_reader_lost_are_a_miss() -> None:
    """Protects recall: a label whose words a format reader dropped cannot be found."""
    words, target = "good and fair", "and fair"
    placed = Placed(words, target, [_label(words, "good")])
    assert placed.labels[0]["quote"]["start"] > len(target)
    assert placed.ways == Counter(unplaced=1)


def test_every_label_of_seven_formats_is_placed_surely() -> None:
    """Protects the exam in seven formats."""
    ways: Counter[str] = Counter()
    for one in corpus.samples(corpus.ROOT / "open-2"):
        ways.update(one.ways)
    assert set(ways) == {"alone", "order", "by offset"}
    assert ways.total() == 1054


@pytest.mark.parametrize(
    ("n", "precision", "recall", "words"),
    [
        (99, 1.0, 1.0, "n under 100, no claim"),
        (100, 0.99, 0.98, "reached"),
        (100, 0.975, 0.98, "not: precision (interval holds it)"),
        (100, 0.99, 0.50, "not: recall"),
    ],
)
def test_a_bar_is_met_only_with_enough_labels(
    n: int, precision: float, recall: float, words: str
) -> None:
    """Protects the published claim from few labels and from rounding."""
    kind = {
        "n": n,
        "precision": [precision, precision - 0.01, precision + 0.01],
        "recall": [recall, recall - 0.01, recall + 0.01],
    }
    assert verdict(kind, ("any", 0.98, 0.97)) == words


@pytest.mark.parametrize(
    ("told", "given", "same"),
    [
        ("the Solicitor", ("Solicitor", None), 1),
        ("ACC Marsh", ("ACC", "Marsh"), 1),
        ("Ms Duarte", ("Head of Scrutiny", "Ivy Duarte"), 1),
        ("TB", ("Clerk", "Tess Burr"), 1),
        ("Ms Burr", ("Head of Scrutiny", "Ivy Duarte"), 0),
        ("Constable", ("Chief Constable", None), 0),
    ],
)
def test_an_owner_is_the_same_by_post_name_or_initials(
    told: str, given: tuple[str, str | None], same: int
) -> None:
    """Protects the figure of owners from the manner of naming one."""
    quote = {"start": 0, "end": 9, "exact": "Do it now"}
    label = {"kind": "action", "quote": quote, "fields": {"owner": told}}
    read = {**label, "fields": {"owner": given[0], "owner_person": given[1]}}
    person = {
        "kind": "person",
        "quote": quote,
        "fields": {"name": "Tess Burr", "initials": "TB"},
    }
    one = exam.Paper("txt", [label], [read, person], "Do it now", "Do it now", {})
    assert exam._owners([one]) == {"stated": 1, "same": same}


@pytest.mark.parametrize(
    ("told", "given", "form", "wrong"),
    [
        ("Norwold PDU", "Norwold Probation Delivery Unit", 1, 0),
        ("HMP & YOI Aldmere", "HMP and YOI Aldmere", 1, 0),
        ("Vexham City Council", "Vexham local authority", 1, 0),
        ("Fenmere", "Fenmere Constabulary", 1, 0),
        ("Fenmere Fire and Rescue Service", "Fenmere Constabulary", 0, 1),
        ("Vexham City Council", "Vexham Police", 0, 1),
        ("Norwold Police", "Fenmere Police", 0, 1),
    ],
)
def test_another_form_of_a_name_is_not_another_body(
    told: str, given: str, form: int, wrong: int
) -> None:
    """Protects the count of grades on another body, in both directions."""
    quote = {"start": 0, "end": 4, "exact": "good"}
    label = {"kind": "grade", "quote": quote, "fields": {"institution": told}}
    read = {"kind": "grade", "quote": quote, "fields": {"institution": given}}
    one = exam.Paper("txt", [label], [read], "good", "good", {})
    found = exam._bodies([one])
    assert (found["another_form_of_the_name"], found["wrong"]) == (form, wrong)


def test_a_miss_is_seen_where_it_is_shown_or_read_as_something_else() -> None:
    """Protects the figure of what falls silently: a small part of a label is not enough."""
    words = "Ring the school by May. Mend the lamps. Count the dogs of the ward."

    def line(kind: str, part: str) -> dict[str, Any]:
        start = words.index(part)
        quote = {"start": start, "end": start + len(part), "exact": part}
        return {"kind": kind, "quote": quote, "fields": {"name": part}}

    gold: list[dict[str, Any]] = [
        {"kind": "document", "quote": None, "fields": {}},
        line("action", "Ring the school by May"),
        line("action", "Mend the lamps"),
        line("action", "Count the dogs of the ward"),
    ]
    found: list[dict[str, Any]] = [
        {"kind": "document", "quote": None, "fields": {}},
        line("commitment", "Ring the school by May"),
        line("residue", "Mend the lamps."),
        line("meeting", "ward"),
    ]
    one = exam.Paper("txt", gold, found, words, words, {})
    assert exam._read_otherwise([one]) == {"duties_missed": 3, "duties_seen": 2, "all_seen": 2}


def _person(name: str, **more: object) -> dict[str, object]:
    quote = {"start": 0, "end": 1, "exact": "x"}
    return {"kind": "person", "quote": quote, "fields": {"name": name}, **more}


def test_a_record_counts_where_its_label_stands_and_an_extra_by_its_block() -> None:
    """Protects the precision by place: no record is counted in both places, or in neither."""
    gold = [
        _person("Ann Sutter", where="list"),
        _person("Tom Vale", where="prose"),
        _person("Ada Crewe", where="prose"),
        _person("Without A. Place"),
    ]
    found = [
        _person("Ann Sutter", in_layout=False),
        _person("Tom Vale", in_layout=False),
        _person("Marl Town", in_layout=True),
        _person("Long Lane", in_layout=False),
    ]
    rows, agreed = places.by_place(gold, found, "person", ("list", "prose"))
    assert rows == {"list": (1, 2, 1, 0), "prose": (2, 2, 1, 0)}
    assert agreed == (1, 2)


def test_each_place_stands_beside_its_own_bar() -> None:
    """Protects a list from the lower bar of prose."""
    gold = [_person(f"Ann Sutter{nth}", where="list") for nth in range(100)]
    told = places.measured([(gold, [{**one, "in_layout": True} for one in gold])])
    table = exam_tables.places(told)
    assert "| person | list | 100 | 100 | 1.00 (1.00-1.00) |" in table
    assert "| 0.97 / 0.92 | reached | 100 of 100 |" in table
    assert bar_of("grade", "table") == ("page or table", 0.98, 0.95)
    assert bar_of("recommendation", "list") == ("list or letter", 0.95, 0.85)
    assert bar_of("cause_of_concern", "prose") is None


@pytest.mark.parametrize(
    ("words", "kind", "record", "marked"),
    [
        ("Present:\n\nAnn Sutter, Clerk", "person", "Ann Sutter", True),
        ("- Ann Sutter, Clerk\n- Tom Vale, Chair", "person", "Tom Vale", True),
        ("The clerk, Ann Sutter, said that it was late.", "person", "Ann Sutter", False),
        ("It was late. Action: the clerk to write.", "action", "write", True),
        ("It was late and the clerk is to write again.", "action", "write", False),
        ("It was late. Action: ask Ann Sutter.", "person", "Ann Sutter", False),
    ],
)
def test_the_block_tells_where_an_extra_stands(
    words: str, kind: str, record: str, marked: bool
) -> None:
    """Protects the stated rule, and the word "Action" as a mark of actions alone."""
    text = canonical(words.encode(), media_type="text/plain", name="a.txt")
    start = text.text.index(record)
    line = {"kind": kind, "quote": {"start": start, "end": start + len(record)}}
    assert places.in_layout(text, line) is marked


FINDINGS = ("cause_of_concern", "recommendation", "area_for_improvement")


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("open-6", ()),
        ("open-7", ()),
        ("open-8", FINDINGS),
        ("open-9", FINDINGS),
        ("open-10", FINDINGS),
        ("open-11", FINDINGS),
        ("open-12", FINDINGS),
        ("open-13", FINDINGS),
        ("open-14", FINDINGS),
        ("open-15", FINDINGS),
        ("open-16", FINDINGS),
        ("open-17", FINDINGS),
        ("open-19", FINDINGS),
    ],
)
def test_every_label_of_a_kind_with_places_has_one(name: str, listed: tuple[str, ...]) -> None:
    """Protects the counts by place from labels that nobody placed."""
    labels = [line for one in corpus.samples(corpus.ROOT / name) for line in one.gold]
    known = places.named(labels)
    assert known == {
        "action": ("marked", "prose"),
        "grade": ("table", "prose"),
        "person": ("list", "prose"),
    } | dict.fromkeys(listed, ("list", "prose"))
    assert all("where" in line for line in labels if line["kind"] in known)


@pytest.mark.parametrize("name", ["sealed", "sealed-2", "sealed-3"])
def test_the_published_tables_are_those_of_the_results(name: str) -> None:
    """Protects the page from a figure that no run gave."""
    figures = json.loads((RESULTS / f"reading-{name}.json").read_text(encoding="utf-8"))
    page = PUBLISHED.read_text(encoding="utf-8")
    assert f"`{figures['reader']}`" in page
    tables = exam_tables.markdown(figures).split("\n\n")
    for table in tables if name == "sealed-3" else tables[:1]:
        assert table in page
