"""Ordinary prose: what is marked in it, and that each mark is whole."""

from pathlib import Path

import pytest

from tests.reading import corpus, marked

TOLD = """=== keys | Note on keys
Inspectors said that the force should {r:count its keys} and that it should {r:lock the box}.

=== bells |
We will {m:mend the bells}.
"""


def _file(at: Path, words: str) -> Path:
    path = at / "one.txt"
    path.write_text(words, encoding="utf-8")
    return path


def test_marks_are_labels_and_leave_the_words(tmp_path: Path) -> None:
    keys, bells = marked.documents(_file(tmp_path, TOLD))
    assert keys.text.text.strip() == (
        "Inspectors said that the force should count its keys and that it should lock the box."
    )
    assert [(one["kind"], one["quote"]["exact"]) for one in keys.gold] == [
        ("recommendation", "count its keys"),
        ("recommendation", "lock the box"),
    ]
    assert (keys.title, bells.title) == ("Note on keys", None)
    assert [one["kind"] for one in bells.gold] == ["commitment"]


@pytest.mark.parametrize("words", ["a {r:b", "a {r:b {c:d} e}", "a {z:b}", "a b}"])
def test_a_mark_that_is_not_whole_is_refused(tmp_path: Path, words: str) -> None:
    with pytest.raises(marked.BadMarks, match="one/x"):
        list(marked.documents(_file(tmp_path, f"=== x |\n{words}\n")))


@pytest.mark.parametrize("path", sorted((corpus.ROOT / "ordinary").glob("*.txt")), ids=str)
def test_every_text_of_ordinary_prose_is_whole(path: Path) -> None:
    """Protects likeness from marks that broke."""
    told = list(marked.documents(path))
    assert len({one.name for one in told}) == len(told)
