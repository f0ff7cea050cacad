"""What stands on every page of a story is known without reading the story."""

import pytest

from answerable.operations import story


def test_the_words_of_each_banner_are_read_without_its_events(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = {told.invented: told.about["banner"] for told in story.stories()}
    monkeypatch.setattr(story, "_event", None)
    story.banner_words.cache_clear()
    assert whole == {kind: story.banner_words(invented=kind) for kind in (False, True)}
    assert all(whole.values())
