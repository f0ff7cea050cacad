"""Areas for improvement that one sentence names in a row are proposed each for itself."""

import pytest

from answerable.reading.formats import canonical
from answerable.reading.likeness.areas_named import areas_named
from answerable.reading.likeness.weights import from_lines
from answerable.reading.reading import read

WEIGHTS = from_lines(
    [
        "kinds\tarea_for_improvement",
        "base\t-40",
        "list\t0.5",
        "prose\t0.5",
        "unlikely\t0.01",
        "w=hoses\t900",
        "[1=that\t90",
        "]4=,\t90",
    ]
)


@pytest.mark.parametrize(
    ("words", "areas"),
    [
        (
            "The brigade has two areas to mend: drying wet hoses in time and counting the keys.",
            ["drying wet hoses in time", "counting the keys"],
        ),
        (
            "The visitors went through the areas that they wish to see mended: dry and clean"
            " hoses; the count of keys; and the state of the yard.",
            ["dry and clean hoses", "the count of keys", "the state of the yard"],
        ),
        (
            "It gave areas for improvement, among them drying the hoses, the keys of the store"
            " and the yard lamps.",
            ["drying the hoses", "the keys of the store", "the yard lamps"],
        ),
        ("It names two areas: dry and clean hoses and the count of keys.", []),
        ("It names areas to mend: hoses that are dry and clean.", []),
        ("It names two areas: hoses should be dry and keys should be counted.", []),
        ("Crews dried the hoses in both areas and counted the keys.", []),
    ],
)
def test_each_area_that_is_named_in_a_row(words: str, areas: list[str]) -> None:
    assert [words[first:last] for first, last in areas_named(words)] == areas


def test_a_row_of_areas_is_proposed_each_for_itself_and_one_is_cut_out_of_its_sentence() -> None:
    proposed = [
        [
            line["quote"]["exact"]
            for line in read(
                canonical(f"{words}\n".encode(), media_type="text/plain"), likeness=WEIGHTS
            ).lines()
            if line["rule"] == "likeness.improvement"
        ]
        for words in (
            "The note speaks of two areas: drying wet hoses in time and counting the keys.",
            "The note says that wet hoses dry late, which is odd.",
        )
    ]
    assert proposed == [
        ["drying wet hoses in time", "counting the keys"],
        ["wet hoses dry late"],
    ]
