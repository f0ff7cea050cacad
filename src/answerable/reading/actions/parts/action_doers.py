"""Who is to do a task whose own words do not say so: what stands around it does.

The column of owners in its row, a clause before it ("The Commissioner told her treasurer to …"),
the words above its list ("Within a month the Council will:"), a bracket behind it ("(Estates)"),
or the reader of a letter that says "please" and "you".
"""

import re
from collections.abc import Mapping

from answerable.reading.actions.parts.action_agents import BEFORE, NOUN, PLAIN, agent, pronoun
from answerable.reading.actions.parts.action_heads import columns
from answerable.reading.actions.parts.action_readers import addressee, called_at
from answerable.reading.actions.parts.action_spoken import spoken_of
from answerable.reading.actions.parts.action_words import WHO_ONLY
from answerable.reading.actions.parts.log_cells import due_of
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.layout.canonical_text import Block, Span
from answerable.reading.material import Material
from answerable.reading.records import Value

Found = tuple[str, tuple[int, int] | None]
"""Who, and where that stands if it stands as written."""

_ALSO = r"(?:(?:also|then|therefore|now|both|further|again|please|kindly|each|all|jointly) )*"
_ASK = (
    r"(?:asked|tasked|told|instructed|directed|requested|reminded|invited|urged|ordered"
    r"|challenged|pressed|commissioned|required|expected|charged)"
)
# "told her finance chief to", "asked for the governor to": whoever stands behind the verb.
_BEHIND = re.compile(
    rf"\b(?:{_ASK}|asks?|tells?|wants?|wanted|expects?|requires?|invites?|urges?"
    r"|(?:agreed|AGREED) with|left it (?:to|with)|(?:fell|falls|left|up|down) to)(?: that| for)?"
    rf" (?P<who>{NOUN})(?:, [^,.;]{{3,60}},)? to {_ALSO}$"
)
# "Supt Dunn was asked to", "he has agreed to", "the partnership will": whoever stands before it.
_VERB = re.compile(
    rf"(?:(?:was|were|is|are|been|has been|have been|had been|be) {_ALSO}{_ASK} to"
    r"|(?:has |have |had )?(?:agreed|offered|undertaken|undertook|promised|volunteered"
    r"|arranged) to"
    r"|(?:is|are|was|were|has|have|had) to|will|would|shall|must|should|needs? to|to) "
    rf"{_ALSO}$"
)
_PLEASE = re.compile(
    r"\b(?:please|kindly|you|your [a-z]+)\b[^.;:?]*$|^\W*(?:please|kindly)\b", re.IGNORECASE
)
_ASKED_OF_YOU = re.compile(
    r"\b(?:please|would you|could you|can you|will you|you owe|(?:each|all|both) of you)\b",
    re.IGNORECASE,
)
# "Within one month the Council will:", "What PC Lyle said he'd do", "The trust has agreed to".
_TIME = (
    r"(?:(?:Within|By|Before|In|From|Over|After|During|Ahead of|Until)\b[^.;:]{1,40}?,? )?"
    r"(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* )"
)
_LEADS = re.compile(
    rf"(?:^\W*|[.;:,] |\bWhat ){_TIME}"
    r"(?P<who>(?!(?:[Ww]e|I|Within|By|Before|In|From|Over|After)\b)"
    rf"(?:(?:[Tt]he|[Ii]ts|[Oo]ur|[Hh]er|[Hh]is|[Tt]heir) {NOUN}|(?-i:[A-Z]){NOUN})|[Ii]t|[Tt]hey)"
    r"(?:, [^,.;]{3,60},)? (?:will|would|is to|are to|must|should|said (?:s?he|they|it)"
    r"(?:[’']d| would)(?: do)?|(?:has|have) (?:now |also )?agreed(?: to)?|agreed to|undertook to"
    r"|offered to"
    rf"|(?:is|are|was|were) {_ASK} to|(?:will|would|needs? to|has to|have to|is to|are to) do)"
    r"(?: now| also)?\W*$"
)
_NUMBER = re.compile(r"\W*(?:[A-Z]{0,4}\d[\w./-]*[.:)]?\W+)?")
# "The Commissioner thought this too long and undertook to": whoever the sentence began with.
_GOES_ON = re.compile(r"(?:,? (?:and|but)|;)(?: (?:also|then|has|have|had|was|were))* ?$")
_BEGINS = re.compile(rf"\W*(?P<who>{NOUN}|[Hh]e|[Ss]he|[Tt]hey) [a-z]")
_IT = re.compile(r"(?:[Ii]t|[Tt]hey)$")
_BRACKET = re.compile(
    rf"[.,]? ?[(\[](?P<who>{WHO_ONLY.pattern}|{PLAIN})(?P<day>[,;] [^()]{{3,40}})?[)\]]"
)
_FAR = 12  # passages above in which a list's first words may stand


def doer(material: Material, passage: Passage, span: tuple[int, int]) -> Found | None:
    """Whoever is to do the task at `span`, by what stands around it; None where nothing says."""
    block = material.canonical.blocks[passage.block]
    if block.kind == "row":
        cell = of_row(material, block, span[0], "owner")
        if cell is not None:
            return material.canonical.exact(cell).strip(), (cell.start, cell.end)
    said = material.text[passage.start : span[0]]
    return (
        _before(material, passage, span[0])
        or _above(material, passage)
        or _asked_of(material, passage, span, said)
        or _behind(material, span)
    )


def day_around(
    material: Material, passage: Passage, span: tuple[int, int]
) -> tuple[Mapping[str, Value], tuple[int, int]] | None:
    """When the task at `span` is due, by its row, its sentence's beginning or its list's words.

    "By 11 June please could your office:", "By 6 June – Leanne to share the rota".
    """
    block = material.canonical.blocks[passage.block]
    if block.kind == "row" and (cell := of_row(material, block, span[0], "due")) is not None:
        return due_of(material.canonical.exact(cell).strip()), (cell.start, cell.end)
    places = [(passage.start, span[0])]
    if passage.lead is not None:
        places.append((passage.lead.start, passage.lead.end))
    for start, end in places:
        found = deadline(material.text, start, end) if end - start > _SHORTEST else None
        if found is not None and _JOINED.fullmatch(material.text, found.end, end):
            continue  # "sign it by 3 May and": the day of the task before
        behind = found is not None and found.start - start > _A_TASK
        if found is not None and behind and material.text[found.end : end] == ", ":
            continue  # "You must sign it by 3 May, report each term and"
        if found is not None and found.basis in ("date", "within"):
            day = {"due": found.due, "due_words": found.words, "due_basis": found.basis}
            return day, (found.start, found.end)
    return _below_list(material, passage)


def _below_list(
    material: Material, passage: Passage
) -> tuple[Mapping[str, Value], tuple[int, int]] | None:
    """The day of each thing of a list, said below it: "all by Tuesday 16 June please"."""
    if passage.kind != "item" or passage.lead is None:
        return None
    blocks = material.canonical.blocks
    below = next((one for one in blocks[passage.block + 1 :] if one.kind != "item"), None)
    if below is None or _ALL_BY.match(material.text, below.start, below.end) is None:
        return None
    found = deadline(material.text, below.start, below.end)
    if found is None or found.basis not in ("date", "within"):
        return None
    day = {"due": found.due, "due_words": found.words, "due_basis": found.basis}
    return day, (found.start, found.end)


_ALL_BY = re.compile(
    r"\W*(?:[Aa]ll|[Bb]oth|[Ee]ach|[Tt]hese|[Pp]lease let (?:me|us) have (?:all|these|them|both))"
    r"(?: (?:of )?(?:these|them|this|three|four))?(?: (?:are|is) (?:due|needed|wanted))? by "
)


def behind_day(material: Material, span: tuple[int, int]) -> tuple[int, int]:
    """A task without the day that is set off before it: "By 6 June – Leanne to …"."""
    begin = _LEADING.match(material.text, *span)
    day = deadline(material.text, begin.end(), span[1]) if begin else None
    if begin is None or day is None or day.start != begin.end():
        return span
    off = _SET_OFF.match(material.text, day.end, span[1])
    return (off.end(), span[1]) if off else span


# "… by 20 November, that Ms Orr would": the day is that of the clause before.
_JOINED = re.compile(
    r",? and (?:also |then |please |to )*"
    r"|(?:[;,]|,? and) that [^.;]{2,200}? (?:would|will|should|to) "
)
_A_TASK = 20  # characters before a day that are a task of their own
_LEADING = re.compile(r"\W*(?=(?:[Bb]y|[Bb]efore|[Ww]ithin|[Nn]o later than|[Uu]ntil) )")
_SET_OFF = re.compile(r"\s*(?:[,:]|[–—-](?= ))\s*(?=\w)")
_SHORTEST = 6  # characters in which a day may be said


def of_row(material: Material, block: Block, at: int, name: str) -> Span | None:
    """The cell of a row that holds what its head says, and neither the task nor nothing."""
    place = columns(block.header).get(name) if block.header else None
    if place is None or place >= len(block.cells) or len(block.header) != len(block.cells):
        return None
    cell = block.cells[place]
    holds = material.canonical.exact(cell).strip(" -–—")
    return cell if holds and not cell.start <= at < cell.end else None


def _before(material: Material, passage: Passage, at: int) -> Found | None:
    """Who stands in the clause before the task that begins at a place."""
    number = _NUMBER.match(material.text, passage.start, at)
    begin = number.end() if number else passage.start
    said = material.text[begin:at]
    if not said.endswith(" "):
        return None
    match = _BEHIND.search(said)
    verb = None if match else _VERB.search(said)
    if match is None and verb is not None:
        goes_on = _GOES_ON.search(said, 0, verb.start())
        match = _BEGINS.match(said) if goes_on else BEFORE.search(said[: verb.start()])
    if match is None:
        return None
    who = match["who"].strip(" ,")
    if pronoun(who):
        spoken = spoken_of(material, passage, who, begin + match.start())
        return (spoken, None) if spoken else None
    if re.match(r"(?:you|your)\b", who) or not agent(material, who):
        return None
    return who, (begin + match.start("who"), begin + match.end("who"))


def _above(material: Material, passage: Passage) -> Found | None:
    """Who the words above a list name; "it" is whom those above an earlier list name."""
    found = _led(material, passage.lead.start, passage.lead.end) if passage.lead else None
    if found is None:
        headed = _LEADS.search(passage.heading)
        if headed is not None:
            found = headed["who"], None
    above: Passage | None = passage
    for _ in range(_FAR):
        if found is None or not _IT.match(found[0]):
            break
        above = material.before(above) if above else None
        found = (_led(material, above.start, above.end) or found) if above else None
    return found if found is not None and agent(material, found[0]) else None


def _led(material: Material, start: int, end: int) -> Found | None:
    found = _LEADS.search(material.text[start:end])
    return (
        (found["who"], (start + found.start("who"), start + found.end("who"))) if found else None
    )


def _asked_of(
    material: Material, passage: Passage, span: tuple[int, int], said: str
) -> Found | None:
    """The reader, or whoever is called at the beginning, where a sentence says "please", "you"."""
    opening = material.text[span[0] : span[0] + 12]
    lead = material.text[passage.lead.start : passage.lead.end] if passage.lead else ""
    if not (_PLEASE.search(said) or _ASKED_OF_YOU.match(opening) or _ASKED_OF_YOU.search(lead)):
        return None
    who = called_at(material, passage) or addressee(material)
    return (who, None) if who else None


def _behind(material: Material, span: tuple[int, int]) -> Found | None:
    """Who stands in a bracket right behind the task."""
    match = _BRACKET.match(material.text, span[1])
    return (match["who"], match.span("who")) if match else None
