"""What a mirror has in the place of the search: a box for a script, and a way that needs none."""

from dataclasses import dataclass

from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Link, Page
from answerable.store.reads import registers
from answerable.vocabulary.language import say


@dataclass(frozen=True, kw_only=True)
class IndexPage(Page):
    """The search of a mirror: a box for a script, and the way that needs none."""

    label: str
    bodies: tuple[Link, ...]


def index_page(look: Look) -> IndexPage:
    """What a mirror has in the place of the search: its files hold the same index."""
    held = [name for name in registers.institutions() if name in catalogue.bodies()]
    return IndexPage(
        title=say("Search"),
        area="search",
        sentence=say("Write what you look for, or find it through the page of its body."),
        banner=banner(),
        as_at=look.as_at(),
        label=say("Search facts by the words in them"),
        bodies=tuple(
            Link(label=naming.body_marked(name), url=look.url(f"/bodies/{name}/"))
            for name in sorted(held, key=naming.body_words)
        ),
    )
