"""A released field set never changes: every line of the golden file still holds (L-14)."""

from pathlib import Path

from answerable.vocabulary.facts import TYPES

GOLDEN = Path(__file__).parents[2] / "vectors" / "facts.golden"


def lines() -> list[str]:
    return sorted(
        f"{name} {number}: {', '.join(cls.field_names())}" for (name, number), cls in TYPES.items()
    )


def test_released_sets_are_unchanged_and_new_ones_are_written_down() -> None:
    assert lines() == GOLDEN.read_text(encoding="utf-8").splitlines()


def test_every_type_carries_its_source_and_its_words() -> None:
    for cls in TYPES.values():
        assert {"said", "source", "quote"} <= set(cls.field_names())
