"""Every sample document is read twice with the same bytes out, and every quote is its span."""

import json
from collections.abc import Iterator

import pytest

from answerable.operations import catalogue, story
from answerable.operations.documents import reader
from answerable.operations.documents.reader import Meta
from answerable.operations.story import StoryDocument
from answerable.reading import profiles, reading
from answerable.reading.formats import canonical
from answerable.reading.gazetteer import BodyEntry, Gazetteer

DOCUMENTS = [document for told in story.stories() for document in told.documents]


def one_of_each_form() -> Iterator[StoryDocument]:
    """The smallest document of each file format."""
    forms: dict[str, StoryDocument] = {}
    for document in sorted(DOCUMENTS, key=lambda d: len(d.data)):
        forms.setdefault(document.file.rpartition(".")[2], document)
    yield from forms.values()


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer(
        bodies=tuple(
            BodyEntry(b.id, b.name, b.kind, b.aliases) for b in catalogue.bodies().values()
        )
    )


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: d.file)
def test_twice_the_same_and_every_quote_its_span(
    document: StoryDocument, gazetteer: Gazetteer
) -> None:
    known = tuple(profiles.from_toml(raw) for raw in catalogue.sources().values())

    def once() -> tuple[str, str]:
        text = canonical(document.data, media_type=document.media_type, name=document.file)
        return text.text, reading.read(text, profiles=known, gazetteer=gazetteer).to_jsonl()

    text, first = once()
    assert once() == (text, first)
    for line in first.split("\n"):
        record = json.loads(line) if line else {"quote": None}
        if quote := record["quote"]:
            assert text[quote["start"] : quote["end"]] == quote["exact"]


@pytest.mark.parametrize("document", [*one_of_each_form()], ids=lambda d: d.file)
def test_the_limited_child_gives_the_same_bytes_twice(document: StoryDocument) -> None:
    meta = Meta(name=document.file, media_type=document.media_type)
    assert (
        reader.read(document.data, meta=meta).jsonl == reader.read(document.data, meta=meta).jsonl
    )
