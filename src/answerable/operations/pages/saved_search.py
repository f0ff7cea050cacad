"""A search that is kept: its words, its page and its feed."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.search import words_of
from answerable.operations.pages.search_filters import KINDS
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Refusal


class NothingToFollow(Refusal):
    """A search without a word."""

    code = "nothing_to_follow"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """What is looked for; a kind and a body are empty where they narrow nothing."""

    q: str
    kind: str
    body: str

    @property
    def words(self) -> str:
        """“burglary”, findings, Anyshire Police."""
        parts = [f"“{self.q}”"]
        if self.kind:
            parts.append(KINDS[self.kind].lower())
        if self.body:
            parts.append(naming.body_words(self.body))
        return ", ".join(parts)

    @property
    def page(self) -> str:
        """The page of its results."""
        return f"/search/?{self._query}"

    @property
    def feed(self) -> str:
        """The same as Atom."""
        return f"/search/feed.atom?{self._query}"

    @property
    def _query(self) -> str:
        given = {"q": self.q, "kind": self.kind, "body": self.body}
        return urlencode({name: value for name, value in given.items() if value})


def saved(given: Mapping[str, str]) -> SavedSearch:
    """A search by `q`, `kind` and `body`; refused where there is nothing to look for."""
    words = words_of(given.get("q", ""))
    if not words:
        raise NothingToFollow(say("There is nothing to look for. Search first, then follow it."))
    kind, body = given.get("kind", ""), given.get("body", "")
    return SavedSearch(
        " ".join(words),
        kind if kind in KINDS else "",
        body if body in catalogue.bodies() else "",
    )
