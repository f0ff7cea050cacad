"""People by what stands beside the name in a sentence or a line, without a comma or a bracket.

A post before it ("brigade secretary Una Orme"), "is" between post and name, a clause of who
somebody is ("Una Orme, who runs the shelter, …"), a way to reach them ("contact Una Orme"), a
label that is a post ("Governor: Una Orme"), and a line that holds name and post alone.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.cells import KIND as CELL
from answerable.reading.clauses import Passage
from answerable.reading.people.attendance import Sighting, sighted, stands
from answerable.reading.people.people_introduced import is_post
from answerable.reading.people.post_words import NOUNS
from answerable.reading.roles import NAME, ROLE_RE, TITLE

_CALLED = rf"(?:(?:{TITLE}|Cllr\.?|Coun\.?|Councillor) )?(?P<name>{NAME})(?![\w’'-]*\w)"
_NO_POST = frozenset(("Person", "Head", "Assistant", "Deputy", "Observer", "Taker", "Lead"))
_HEADS = "|".join(
    rf"[{one[0]}{one[0].lower()}]{one[1:]}" for one in sorted(NOUNS - _NO_POST, key=len)[::-1]
)
# "brigade secretary Una Orme", "Chief Nurse Ada Crewe": a post before a name without a sign.
_POST_THEN = re.compile(
    rf"(?<![\w’'/-])(?P<post>{_HEADS}|[Rr]ep|PCSO|PC|WPC|SC|DC|PS|DS) {_CALLED}"
)
_SMALL_BEFORE = re.compile(r"(?:(?<![\w’'-])(?!the |an? |our |its |by |said |and )[a-z-]+ ){1,3}$")
_BIG_BEFORE = re.compile(r"(?:(?<![\w’'-])(?!The |An? |Our |Its |By |And )[A-Z][\w’'-]* ){1,3}$")
_IS = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Ii]ts|[Mm]y|[Tt]heir|[Yy]our|[Aa]) (?P<role>[A-Za-z][^,.;:()\n]{2,70}?)"
    rf" (?:is|was|remains|will be|is now|became) {_CALLED}(?=[.,;\n]|$| (?:and|who|until|from)\b)"
)
_WHO = re.compile(
    rf"{_CALLED}, (?:whom\b|whose\b|who (?:also |now |then )?(?:(?:ha|wa|i|doe)s|had|will|would"
    r"|can|could|said|told|took|led|ran|came|met|gave|[a-z]{2,}(?:[^s\W]s|ed))\b)"
)
_FROM = re.compile(
    rf"{_CALLED}, (?:of|from|representing|for) (?:the |a |an |our )?[\w’'][^,.;:()\n]{{2,70}},"
    r" (?=[a-z])"
)
# "• Una Orme, from the youth service": the whole line.
_OF_LINE = re.compile(
    rf"\W{{0,4}}{_CALLED}, (?:of|from|representing) (?:the |a )?[\w’'][^,.;:()\n]{{2,60}}\W?"
)
_REACHED = re.compile(
    r"\b(?:[Cc]ontact|[Cc]all|[Rr]ing|[Pp]hone|[Ee]-?mail|[Ww]rite to|[Ss]peak (?:to|with)"
    r"|[Aa]sk for|[Tt]alk to|[Gg]et in touch with|[Ii]nterviews? with"
    r"|(?:[Pp]lease|[Jj]ust|Or|Then|should|must|can|could|and) tell|Tell"
    r"|(?:[Ss]en[dt]|[Aa]ddressed|[Ss]ubmitted|[Rr]eturned)(?: (?:it|them|these|papers|[a-z]+"
    rf"|[a-z]+ [a-z]+))? to) {_CALLED}(?=[.,;:)\n]|$| (?:on|at|in|by|or|and|before|with|if"
    r"|when|whether)\b)"
)
# "chaired by Una Orme", "Una Orme took the notes", "Una Orme in my office".
_BY = re.compile(
    r"\b(?:chairmanship of|welcomed|thanked|congratulated|(?:[Mm]inutes|[Nn]otes?|[Cc]haired|led"
    r"|headed|facilitated|presented|[Ww]ritten|[Pp]repared|introduced|[Rr]eviewed|carried out"
    r"|undertaken|conducted|[Ss]igned|[Aa]pproved|clerked|taken|[Aa]uthorised|[Mm]oved"
    rf"|[Ss]econded|[Pp]roposed) by:?) {_CALLED}"
    r"(?=[.,;:()\n]|$| (?:and|on|in|at|who|of|from|for|with|to|as)\b)"
)
_DOES = re.compile(
    rf"{_CALLED} (?:took (?:the |a )?(?:notes?|minutes|chair)\b|(?:was |is )?in the [Cc]hair\b"
    r"|(?:was |is |has been )(?:re-?)?(?:appointed|elected|nominated|co-?opted)\b|presided\b"
    r"|clerked\b|deputis"
    r"|stood in for\b|sent (?:his|her|their) apologies\b|(?:in|from|at|of) (?:my|our|the)"
    r" (?:[\w’'-]+ ){0,2}?(?:[Oo]ffice|[Tt]eam|[Dd]epartment|[Uu]nit|[Cc]harity|[Ll]eague|[Uu]nion"
    r"|[Ff]ederation|[Aa]ssociation)\b)"
)
_LABELLED = re.compile(
    rf"(?:^|(?<=[.;|] )|(?<=\n))(?P<role>[A-Z][^,.;:()|\n]{{1,50}}): {_CALLED}(?=[.,;:()|\n]|$| )"
)
_OF = re.compile(
    r"(?:Report|Statement|Letter|Foreword|Message|Comments?) (?:of|by|from) (?:the )?"
)
# Owners of actions are told by the action.
_OWNS = re.compile(
    r"(?:action )?(?:owners?|leads?|lead officer|responsible (?:officer|person)|officer|sro)", re.I
)
_HEADS_TEXT = frozenset(("Minutes", "Minute", "Note", "Notes"))
_SHORT_REST = 30  # characters behind a name in a label of who took the notes
_SHORT_POSTS = frozenset(("PCC", "PFCC", "DPCC", "CC", "DCC", "DCS", "CFO", "CEO", "MP"))
_ALONE = re.compile(
    rf"\W{{0,3}}{_CALLED}(?: (?!HM)[A-Z]{{2,5}}){{0,3}}"
    r"(?P<sign>, | [-–—] | \(| )(?P<role>[A-Za-z][^.:;()\n]{2,80})\)?\W{0,2}"
)
_CLAUSES = (
    (re.compile(r", who(?:m|se)? "), _WHO),
    (re.compile(r", (?:of|from|representing|for) "), _FROM),
    (re.compile(r"(?i:contact|call|ring|phone|mail|to|with|for|tell) (?:[A-Z][a-z]*\.? )?[A-Z]"
                r"[a-z]"),
     _REACHED),
    (re.compile(r"(?:by:?|of|welcomed|thanked|congratulated) (?:[A-Z][a-z]*\.? )?[A-Z]"), _BY),
    (re.compile(r" (?:took |in the [Cc]hair|(?:re-?)?(?:appointed|elected|nominated|co-?opted)\b"
                r"|presided|clerked|deputis|stood in|sent |(?:in|from|at|of) (?:my|our|the) )"),
     _DOES),
)  # fmt: skip
"""What a passage with such a clause holds at least, and the clause."""
_IS_BIG = re.compile(r"\b(?:is|was|remains|be|now|became) (?:[A-Z][a-z]*\.? )?[A-Z][a-z]")
_LONGEST_LINE = 120  # characters of a line with a name and a post alone


def beside(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """Everybody whom the words beside the name show to be a person."""
    if passage.kind == CELL:
        return
    start, end = passage.start, passage.end
    if passage.kind != "heading":
        for match in _POST_THEN.finditer(text, start, end):
            if match.span() != passage.span:  # "Member Allowances Scheme" is a title
                yield from _seen(match, presence, _whole_post(text, start, match))
    is_somebody = _IS_BIG.search(text, start, end) is not None
    for match in _IS.finditer(text, start, end) if is_somebody else ():
        if is_post(match["role"]):
            yield from _seen(match, presence, match["role"])
    for guard, pattern in _CLAUSES:
        if guard.search(text, start, end) is None:
            continue
        for match in pattern.finditer(text, start, end):
            yield from _seen(match, presence, None)
    labelled = text.find(": ", start, end) >= 0
    for match in _LABELLED.finditer(text, start, end) if labelled else ():
        role = _OF.sub("", match["role"])
        # "Minutes: Ms Una Orme presented the plan to the Board" is of no note-taker
        text_follows = role in _HEADS_TEXT and end - match.end() > _SHORT_REST
        named = is_post(role) or role in _SHORT_POSTS
        if named and not text_follows and not _OWNS.fullmatch(role):
            yield from _seen(match, presence, role)
    if end - start < _LONGEST_LINE:
        yield from _line(text, passage, presence)


def _whole_post(text: str, start: int, match: re.Match[str]) -> str:
    """The post with the words before its last one: "branch secretary", "Chief Nurse"."""
    before = text[max(start, match.start() - 60) : match.start()]
    found = (_BIG_BEFORE if match["post"][0].isupper() else _SMALL_BEFORE).search(before)
    return (found.group() if found else "") + match["post"]


def _line(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    comes = _OF_LINE.fullmatch(text, passage.start, passage.end)
    if comes is not None:
        yield from _seen(comes, presence, None)
    match = _ALONE.fullmatch(text, passage.start, passage.end)
    if match is None:
        return
    role = match["role"].partition(",")[0]
    if ROLE_RE.fullmatch(role) or (match["sign"] != " " and is_post(role)):
        yield from _seen(match, presence, role)


def _seen(match: re.Match[str], presence: str, role: str | None) -> Iterator[Sighting]:
    one = sighted(match, presence, "people.beside", role=role)
    if one is not None:
        begin, end = stands(match["name"], one.name, *match.span("name"))
        yield replace(one, start=begin, end=end)
