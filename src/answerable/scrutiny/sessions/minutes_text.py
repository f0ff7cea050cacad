"""The words of signed minutes: one plain text for everybody, another for what was private.

Deterministic: the same session gives the same bytes, whose SHA-256 is what is signed.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.scrutiny.phrases import start, stop
from answerable.scrutiny.sessions.attendance import listed
from answerable.scrutiny.sessions.minutes import Item, Meeting
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.times import in_words

LABELS = ("Question to the ", "Answer of the ", "Action for ", "Assurance", "Answer")
"""How a line of signed minutes begins that has a label; any other is prose."""
LEVELS = {"assured": "assured", "partly": "assured in part", "not-assured": "not assured"}


@dataclass(frozen=True, slots=True)
class Minuted:
    """An item and everything under it in order, each line as it reads in minutes."""

    item: Item
    lines: tuple[str, ...] = ()
    judgement: str = ""


@dataclass(frozen=True, slots=True)
class Whole:
    """The parts of a session's minutes in words."""

    meeting: Meeting
    body: str
    institution: str
    items: tuple[Minuted, ...]
    apologies: tuple[str, ...] = ()
    approves: str = ""
    public: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    correction: str = ""


def public_text(whole: Whole) -> str:
    """The minutes as anybody may read them; an item taken in private shows its ground."""
    return "\n".join(_head(whole)) + "\n\n" + "\n\n".join(_parts(whole)) + "\n"


def private_text(whole: Whole) -> str | None:
    """What was said under the items taken in private; None where there is none."""
    made = ["\n".join(_item(one)) for one in whole.items if one.item.ground is not None]
    return "\n\n".join(made) or None


def is_prose(line: str) -> bool:
    """Is a line of signed minutes plain prose: no question, answer, action or judgement?"""
    label, parted, _ = line.partition(": ")
    return not parted or not label.startswith(LABELS)


def prose(text: str) -> Mapping[str, tuple[str, ...]]:
    """Number of an item -> its lines of prose, of a text as it was signed.

    >>> dict(prose("Board: 1 May 2031\\n\\n2. Burglary\\nIt was noted.\\nAnswer: Yes.\\n"))
    {'2': ('It was noted.',)}
    """
    found: dict[str, tuple[str, ...]] = {}
    for block in text.strip().split("\n\n"):
        head, *lines = block.split("\n")
        number = head.partition(".")[0]
        if number.isdigit() and (said := tuple(line for line in lines if is_prose(line))):
            found[number] = said
    return found


def not_minuted(number: str = "") -> str:
    """The line on which an action rests that is added under an item where nothing was written.

    It enters the record as what the minutes said until then, so it is in one language. Of minutes
    that came as a file no item is named.

    >>> not_minuted("3"), not_minuted()
    ('Item 3: this action was not minuted', 'This action was not minuted')
    """
    return start(f"{f'item {number}: ' if number else ''}this action was not minuted")


def office_words(office: str) -> str:
    """`deputy-chief-constable` -> “deputy chief constable”; words as typed stay as they are."""
    return spoken(office)


def _head(whole: Whole) -> Iterator[str]:
    meeting = whole.meeting
    yield f"{meeting.title}: {in_words(meeting.date.isoformat())}"
    yield f"{whole.body}, about {whole.institution}"
    if meeting.place:
        yield f"Place: {meeting.place}"
    if meeting.chair:
        yield f"Chair: {start(office_words(meeting.chair))}"
    yield f"Present: {listed(meeting.present) or 'not recorded'}"
    yield f"Apologies: {listed(whole.apologies) or 'none recorded'}"


def _parts(whole: Whole) -> Iterator[str]:
    if whole.approves:
        yield f"The minutes of {whole.approves} were approved."
    for one in whole.items:
        if one.item.ground is None:
            yield "\n".join(_item(one))
        else:
            yield f"{one.item.number}. {start(stop(one.item.stated_purpose or ''))}"
    if whole.public:
        told = "\n".join(f"{asked}\nAnswer: {answer}" for asked, answer in whole.public)
        yield f"Questions from the public\n{told}"
    if whole.left_out:
        told = "\n".join(f"{title}: {stop(reason)}" for title, reason in whole.left_out)
        yield f"Proposed and not taken\n{told}"


def _item(one: Minuted) -> Iterator[str]:
    yield f"{one.item.number}. {start(one.item.title)}"
    yield from one.lines
    if one.judgement:
        yield one.judgement
