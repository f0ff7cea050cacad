"""The parts that pages are made of. Their shapes are written at the head of each component
in `web/templates/govuk/`; a field that may be empty has a default."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A place one can go, in words; `hint` says what happens there."""

    label: str
    url: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Banner:
    """What is said on every page of a story: `kind` is sample or invented."""

    kind: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The page is looked at as at another date; the way back to today."""

    words: str
    today_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AsAt:
    """The foot: when, at which entry, under which root, where to check it, which page it is."""

    words: str
    entry: str
    root: str
    url: str
    address: str = ""
    page: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """The result of an action. `still`: the page opens at a place and is not scrolled off it."""

    title: str
    words: str
    success: bool = True
    url: str = ""
    label: str = ""
    still: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FormError:
    """What to mend in a form; `target` is the id of the box."""

    words: str
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What the body a line is about says to it."""

    by: str
    words: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A label, words, and the source of the words one click away."""

    label: str
    words: str
    state: str = ""
    note: str = ""
    id: str = ""
    links: tuple[Link, ...] = ()
    sources: tuple[Link, ...] = ()
    adverse: bool = False
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()
    more: Link | None = None
    linked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Exact words under a heading that says whose: inspectors, summary, record, or a heading.

    `of_record`: they stand in no document, so `url` leads to the entry that holds them.
    """

    voice: str
    words: str
    place: str
    url: str
    of_record: bool = False
    note: str = ""
    replies: tuple[Reply, ...] = ()
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView:
    """One rung: `state` is reached, part, not yet or not known."""

    name: str
    state: str
    words: str = ""
    who: str = ""
    when: str = ""
    evidence: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of a timeline; `missing` marks what is not in our sources."""

    date: str
    title: str
    words: str = ""
    by: str = ""
    missing: bool = False
    source: Link | None = None
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()

    @property
    def label(self) -> str:
        """What may be replied to."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One thing of a list, sentence first."""

    title: str
    url: str = ""
    sentence: str = ""
    state: str = ""
    note: str = ""
    links: tuple[Link, ...] = ()
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()

    @property
    def label(self) -> str:
        """What may be replied to."""
        return self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One of a few counts or measures, side by side."""

    title: str
    words: str
    figure: str = ""
    state: str = ""
    source: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A table cell that is more than words; `label` names what may be replied to.

    `more`: further ways beside the one of the words, such as the other sources of a date.
    """

    words: str
    url: str = ""
    state: str = ""
    note: str = ""
    label: str = ""
    reply_url: str = ""
    mistake_url: str = ""
    replies: tuple[Reply, ...] = ()
    more: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; `numeric` names the columns, from 0, that hold numbers."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str | Cell, ...], ...]
    numeric: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceItem:
    """One source in the list at the foot of a page."""

    title: str
    url: str
    place: str
    original: str = ""
    anchored: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A label and words."""

    label: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """One part of the right third."""

    title: str
    paragraphs: tuple[str, ...] = ()
    facts: tuple[Item, ...] = ()
    links: tuple[Link, ...] = ()
    rungs: tuple[RungView, ...] = ()
    actions: tuple[Link, ...] = ()
    screen: bool = False

    @property
    def is_printed(self) -> bool:
        """Not what one can press only: paper leads nowhere."""
        says = self.paragraphs or self.facts or self.rungs
        return bool(says) and not (self.screen or self.actions)


@dataclass(frozen=True, kw_only=True)
class Page:
    """The frame of every page: title, one sentence that answers, where it stands.

    `places`: the parts of a long page, each by its anchor, for a list at its top. `short`: “RSO:
    registered sex offender”, for each short form that it uses and a document writes out.
    """

    title: str
    area: str
    sentence: str = ""
    kicker: str = ""
    crumbs: tuple[Link, ...] = ()
    banner: Banner | None = None
    past: Past | None = None
    notice: Notice | None = None
    errors: tuple[FormError, ...] = ()
    as_at: AsAt | None = None
    alternates: tuple[Link, ...] = ()
    aside: tuple[Aside, ...] = ()
    summary_notice: str = ""
    rectified: tuple[Link, ...] = ()
    places: tuple[Link, ...] = ()
    short: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page of parts; its shapes stand at the head of `govuk/sections.html`.

    `fold`: words that open its rows and items, which are closed at first.
    """

    title: str
    id: str = ""
    fold: str = ""
    paragraphs: tuple[str, ...] = ()
    cards: tuple[Card, ...] = ()
    rows: tuple[Row, ...] = ()
    table: Table | None = None
    items: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    absent: str = ""


@dataclass(frozen=True, kw_only=True)
class SectionsPage(Page):
    """A page of parts in order."""

    sections: tuple[Section, ...] = ()
