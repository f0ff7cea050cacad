"""What one line of text is: list marker, key and value, heading; and where sentences begin."""

import re
from dataclasses import dataclass

_BULLET = re.compile(
    r"(?:[•●○◦▪▫■□‣⁃·►➢➤➔✓✔☐☑☒\uf0b7\uf0a7\uf0d8\uf0fc]\s*|[-–—*]\s+|o(?:\t| {2,})"
    r"|\[[ xX✓]?\]\s+)(?=\S)"  # "[ ] Send the return": a box to tick
)
_NUMBER = re.compile(
    r"(?:\(?\d{1,3}[.)]|\(?[a-z][.)]|\([A-Z]\)|[A-Z]\)|\(?[ivx]{1,5}[.)]|"
    r"\(?[IVX]{2,5}[.)])\s+(?=\S)"
    r"|\d{1,2}(?:\t| {3,})\s*(?=[A-Z])|\d{1,2}[.)](?=[A-Z][a-z])"
)
_DOTTED = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}[.)]?\s+(?=\S)")

_KEY = re.compile(r"(?P<key>[A-Z0-9][^:\n]{0,60}?) ?:(?:\s+|(?=[A-Z£]))(?P<value>\S.*)", re.DOTALL)
_LONGEST_KEY = 63  # with its colon
_KNOWN_KEY = re.compile(
    r"(?:action|actions|agenda item|agreed|apologies|author|cc|chair|chaired by|"
    r"classification|contact|copy|"
    r"copied to|date|date of meeting|date of publication|date published|deadline|decision|due|"
    r"due date|e-?mail|"
    r"enquiries|force|from|grade|grading|in attendance|lead|location|meeting|next meeting|"
    r"our ref(?:erence)?|owner|"
    r"outcome|overall|phone|place|present|priority|prepared by|publication date|"
    r"published(?: on)?|purpose|"
    r"rating|re|recommendation|ref|reference|report author|report by|report of|response|sent|"
    r"status|subject|"
    r"for the attention of|by invitation|on behalf of|telephone|theme|time|title|to|update|"
    r"venue|your ref(?:erence)?)"
    r"(?: (?:no\.?|number)?\s?\d{1,4}[a-z]?)?",
    re.IGNORECASE,
)
# A key is a label, not a clause: none of these stand in one.
_CLAUSE = re.compile(
    r"\b(?:said|says|added|adds|told|commented|continued|explained|stated|concluded|should|"
    r"must|will|would|"
    r"can|could|is|are|was|were|has|have|had|that|which|who|following|includes?|"
    r"recommends?)\b|[,;?!“”\"]",
    re.IGNORECASE,
)
_BEGINS_PROSE = frozenset((
    "A", "An", "As", "At", "But", "By", "For", "He", "Her", "His", "If", "In", "It", "Its", "On",
    "Our", "She", "Such", "That", "The", "Their", "There", "These", "They", "This", "Those", "We",
    "When", "While", "With", "You", "Your",
))  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[\"'“‘(\[]?[A-Z0-9£])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sir|Prof|Rt|Hon|Rev|St|No|Nos|Ch|Insp|Supt|Det|Sgt|Con|Cllrs?|para|"
    r"paras|p|pp|cf|vs|etc|"
    r"e\.g|i\.e|approx|[A-Z]))\.$"
)
_HEADING_END = re.compile(r"[.;,!]$|\b(?:and|or|the|of|to|a|an|in|for|with|by)$")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
# A sentence that stops where its list begins, with or without a colon.
_OPEN_ENDED = re.compile(
    r"\b(?:should|must|will|needs? to|is to|are to|shall|required to|asked to|recommends? that|"
    r"agreed(?: to| that)?|among them(?: that)?|(?:recommended|resolved|were|was) that|"
    r"recommendations? (?:was|were|is|are)[^.;:]{0,24} to)"
    r"(?: now| also| then| both| jointly| immediately| urgently| as a (?:matter of urgency|"
    r"minimum))*"
    r"[:;,.…–-]*$",
    re.IGNORECASE,
)
# The words that such a sentence can end in; asked first, for it is asked of every line.
_LAST_WORDS = (
    *("should", "must", "will", "to", "shall", "that", "agreed", "now", "also", "then", "both"),
    *("jointly", "immediately", "urgently", "urgency", "minimum"),
)
_SAYS = re.compile(
    r"\b(?:said|says|added|adds|commented|continued|stated|told [^:]{1,40}) ?:$", re.IGNORECASE
)
# A line that ends in a colon and has a verb says something; it heads a list, not a section.
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|can|could|may|might|would|found|find|saw|"
    r"includes?|asked|agreed|noted|gives?|follows?|following)\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"(?:table|figure|chart|map|graph|box|annex|appendix|part|chapter|"
    r"section) [A-Z0-9][\w.]{0,5}:",
    re.IGNORECASE,
)
_SALUTATION = re.compile(
    r"(?:Dear|To whom it may concern)\b.{0,80}"
    r"|(?:yours (?:sincerely|faithfully|truly)|(?:kind|best|warm) (?:regards|wishes)|"
    r"regards)[,.]?",
    re.IGNORECASE,
)
_DATE_LINE = re.compile(
    rf"(?:[A-Z][a-z]+day,? )?(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {MONTH},?(?: \d{{4}})?"
    rf"|{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{MONTH} \d{{4}}|"
    rf"\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}",
)
_AT_TIME = re.compile(r",? (?:at )?\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m)?$")


@dataclass(frozen=True, slots=True)
class Marker:
    """A list marker: its length in the line and its style (`-`, `1`, `a`, `i`, `1.1`)."""

    length: int
    style: str
    number: int | None = None


def marker(line: str) -> Marker | None:
    """The list marker a line begins with, or None. A name such as "J. Smith" has none."""
    head = line[1:7]
    if line[:1].isalpha() and "." not in head and ")" not in head and line[:1] != "o":
        return None  # most lines begin with a word; this is asked of every one
    found = _BULLET.match(line)
    if found:
        return Marker(found.end(), line[0])
    found = _DOTTED.match(line)
    if found:
        return Marker(found.end(), "1.1")
    found = _NUMBER.match(line)
    if not found:
        return None
    word = found.group().strip().strip("().")
    if word.isdecimal():
        return Marker(found.end(), "1", int(word))
    style = "i" if len(word) > 1 or word in "ivx" else "a"
    return Marker(found.end(), style.upper() if word.isupper() else style)


def key_value(line: str) -> tuple[str, str] | None:
    """Key and value of a label line such as "Date: 16 July 2024", or None for prose."""
    if ":" not in line[:_LONGEST_KEY]:  # most lines; this is asked of every one
        return _led(line) if "...." in line else None
    found = _KEY.match(line)
    if not found:
        return None
    key, value = found["key"].strip(), found["value"].strip()
    known = _KNOWN_KEY.fullmatch(key) is not None
    if not known:
        words = key.split()
        if (
            len(words) > 6
            or words[0] in _BEGINS_PROSE
            or _CLAUSE.search(key)
            or value[0] in "\"'“‘"
            or len(value) > 160
        ):
            return None
        if re.fullmatch(r"\d+", key) or value.startswith("//"):  # a time, an address
            return None
        if _CAPTION.match(line) or (value[0].islower() and value[-1] == "."):
            return None
    return key, value


# "Prevention ............ Good"; a page number at its end is a line of contents.
_LEADER = re.compile(r"(?P<key>[A-Z][^.:\n]{2,80}?) ?\.{4,} ?(?P<value>[A-Za-z].*)")
_LONGEST_LED = 60


def _led(line: str) -> tuple[str, str] | None:
    found = _LEADER.fullmatch(line)
    if found is None or len(found["value"]) > _LONGEST_LED or found["value"].endswith("."):
        return None
    return found["key"], found["value"].strip()


def is_known_key(key: str) -> bool:
    """A word that labels a line in letters, minutes and reports: Date, Venue, Owner."""
    return _KNOWN_KEY.fullmatch(key) is not None


def is_heading(line: str) -> bool:
    """A line that could be a heading when it stands alone: short, begins big, ends open."""
    if not 2 <= len(line) <= 110 or len(line.split()) > 14:
        return False
    first = next((sign for sign in line if sign.isalnum()), "")
    if not (first.isupper() or first.isdecimal()) or line[0] in "\"'“‘(":
        return False
    if _HEADING_END.search(line) or _SALUTATION.fullmatch(line):
        return False
    if line.endswith(":") and _FINITE.search(line):
        return False
    return not (is_date(line) or is_open_ended(line) or _SAYS.search(line))


def is_open_ended(text: str) -> bool:
    """The text ends in "the force should immediately" or the like: a list must follow."""
    end = text[-90:].rstrip(":;,.…–-")[-12:].lower()
    return end.endswith(_LAST_WORDS) and _OPEN_ENDED.search(text[-90:]) is not None


def is_caption(line: str) -> bool:
    """The name of a table, figure or part: "Table 1: grades by question"."""
    return ":" in line[:20] and _CAPTION.match(line) is not None and len(line) <= 160


def is_date(line: str) -> bool:
    """A line that holds nothing but a date, and perhaps a time."""
    words = line.strip().rstrip(".")
    if _DATE_LINE.fullmatch(words):
        return True
    timed = _AT_TIME.search(words) if words[-1:] == "m" or ":" in words[-3:] else None
    return timed is not None and _DATE_LINE.fullmatch(words[: timed.start()]) is not None


def sentence_starts(text: str) -> list[int]:
    """Offsets at which sentences begin. Titles and initials end none."""
    starts = [0]
    for found in _SENTENCE_END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, found.start() - 8) : found.start() + 1]):
            starts.append(found.end())
    return starts
