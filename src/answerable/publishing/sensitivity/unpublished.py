import re

_NOT_YET = re.compile(
    r"\b(?:hot debrief|debrief (?:on|told|said|gave)|draft (?:report|letter|findings?|judgment)"
    r"|factual accuracy|embargo\w*"
    r"|pre-publication|in confidence|unpublished|not (?:yet )?(?:be )?(?:public|published"
    r"|announced)"
    r"(?: until| before)?|ahead of publication|before (?:it is|publication)|leaked)\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"[\"“][a-z]|\b(?:expect|grade[ds]?|inadequate|requires improvement|outstanding|good|finds?"
    r"|says?"
    r"|concludes?|criticises?|will (?:say|find|be graded|call)|told the force|warns?|names?)\b",
    re.IGNORECASE,
)
_RECEIVED = re.compile(
    r"\b(?:is|are|was|were) not (?:minuted|recorded here|told here)\b|"
    r"\b(?:was|were|is) (?:received|shared|checked|returned|sent)\b(?![^.]*[\"“:])"
)
_TRIAL = re.compile(
    r"\b(?:trial|jury|defendants?|awaiting trial|charged and|accused|the hearing|appeal)\b"
)
_PREJUDICE = re.compile(
    r"\b(?:(?:had|has|have) (?:already )?(?:admitted|confessed|boasted)|in interview|previous"
    r" convictions|failed a lie|is guilty|did it|withdrew (?:his|her) plea|DNA (?:matched|ties)"
    r"|co-accused has|will plead|changed (?:his|her) story)\b"
)
_COURT_SAID = re.compile(r"\b(?:was|were) (?:jailed|sentenced|convicted|found guilty)\b")
_FEW = re.compile(
    r"(?<![\d.,/£-])(?:[0-4]|one|two|three|four)(?![\d.,]\d|%|[-/]|(?:st|nd|rd|th)\b)"
    r"(?! (?:of|per|days?|weeks?|months?|years?|hours?|in (?:two|three|four|five|six|ten|\d)"
    r"|recommend"
    r"\w*|causes?|areas?|forces?|million|times|stages?|sessions?|questions?|actions?|parts?))\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\b(?:sexual offences?|rapes?|hate crimes?|transgender|disabilit\w+|faith|stalking|slavery"
    r"|trafficking|exploitation|FGM|forced marriage|honour[- ]based|suicides?|self-harm|missing"
    r" children|child protection|domestic (?:abuse|homicides?)|learning disability|HIV|overdoses?"
    r"|protection orders?|blackmail|intimate images?|complaints? of)\b",
    re.IGNORECASE,
)
_SMALL_PLACE = re.compile(
    r"\b(?:wards?|parish(?:es)?|villages?|by town|by school|by station|by ethnicity|by age"
    r"|district"
    r"|beat|hamlet|estate)\b"
)
_WIDE = re.compile(
    r"\b(?:projects?|services?|grants?|£|officers|posts|advisers?|workers?|courses?|training"
    r"|reviews?"
    r"|meetings?|themes?|recommendation|policy|strategy|should|must|forces|charit\w+|centres?"
    r"|refuges?|reports? (?:on|of the)|priorit\w+|strands? of)\b"
)
_EACH = re.compile(
    r"£[\d,.]+(?:k|m)? (?:each|an? (?:post|head|time|go|officer|month|week)|apiece|on average"
    r"|per (?:post|head|officer|analyst|group|payment|person))\b"
    r"|\b(?:average[ds]?(?: of| was| is)?|at) £[\d,.]+(?:k|m)?(?= (?:and|a head|each)\b)"
)
_SUM = re.compile(r"£[\d,.]+(?:k|m)?")
_RESTRICTED = re.compile(
    r"\b(?:analysts?|lead responsible|LROs?|OCGs?|crime groups?|handlers?|informants?|CHIS|covert"
    r"|surveillance|undercover|sources)\b"
)


def unpublished(sentence: str) -> str:
    """Why a sentence tells what is not public yet; empty where it does not.

    >>> unpublished("The debrief told the force to expect an inadequate grade.")
    'It gives what is not published yet.'
    >>> unpublished("The draft report was received on 3 May.")
    ''
    """
    if _NOT_YET.search(sentence) and _TELLS.search(sentence) and not _RECEIVED.search(sentence):
        return "It gives what is not published yet."
    prejudice = _TRIAL.search(sentence) and _PREJUDICE.search(sentence)
    if prejudice and not _COURT_SAID.search(sentence):
        return "It gives what a court has still to hear."
    return ""


def too_few(sentence: str, names: frozenset[str] = frozenset()) -> str:
    """Why a count is so small that it may tell of one person; empty where it is not.

    `names` are those of bodies: a count of a whole force area tells of nobody.

    >>> too_few("Hate crime by parish: Dunholme, transgender, 1 report.")
    'A count this small, with its kind and its place, may tell of one person.'
    >>> too_few("Rape, Dunholme, 1 report")
    'A count this small, with its kind and its place, may tell of one person.'
    """
    if not _KIND.search(sentence):
        return ""
    if not any(at(sentence, names) for at in (_in_a_small_place, _place_in_a_list)):
        return ""
    if _WIDE.search(sentence) or not _FEW.search(sentence):
        return ""
    return "A count this small, with its kind and its place, may tell of one person."


def _in_a_small_place(sentence: str, names: frozenset[str]) -> bool:
    found = _COUNTED_IN.search(sentence)
    town = found and found[1].casefold() not in names and not found[1].endswith("shire")
    return bool(town or _SMALL_PLACE.search(sentence))


_COUNTED_IN = re.compile(
    r"\b(?:recorded|reported|victims?) (?:in|from|at) (?!England|Wales|Britain|January|February"
    r"|March"
    r"|April|May|June|July|August|September|October|November|December)"
    r"([A-Z][a-z-]+(?: [A-Z][a-z]+)?)"
)


def _place_in_a_list(sentence: str, names: frozenset[str]) -> bool:
    """Is it a list of cells, one of them a small count and one a name that is no body's?"""
    cells = [cell.strip(" .") for cell in _CELLS.split(sentence)]
    if len(cells) < _LEAST_CELLS or any(len(cell.split()) > _LONGEST for cell in cells):
        return False
    placed = (c for c in cells if _A_NAME.fullmatch(c) and not _KIND.search(c))
    return any(c.casefold() not in names and not _NO_PLACE.search(c) for c in placed)


_CELLS = re.compile(r"[,|:;]|(?<=[a-z]) (?=\d+$)")
_LEAST_CELLS, _LONGEST = 3, 4
"""Cells of a list, and words of one: longer ones make a sentence."""
_A_NAME = re.compile(r"[A-Z][a-z]+(?:[ -](?:[A-Z]|on|upon|in|le|under)[a-z]*){0,2}")
_NO_PLACE = re.compile(
    r"(?i:januar|februar|march|april|may\b|june|july|august|septem|octob|novem|decem|total|month"
    r"|year|quarter|type|place|recorded|force|outcome|number|count|status|owner|open|closed|green"
    r"|amber|red\b|victim|offence|crime|village|town|ward|age\b|change|theme|priorit|grade|nation"
    r"|region|england|wales|due|action|yes|no\b|none|good|adequate|inadequate|reports?\b)"
)


def a_price(sentence: str) -> str:
    """Why two sums of money give a restricted number; empty where they do not.

    >>> a_price("Analyst posts cost £44,000 each, and all analysts £308,000.")
    'A price for each and a total give a restricted number.'
    """
    two = _EACH.search(sentence) and len(_SUM.findall(sentence)) > 1
    if two and _RESTRICTED.search(sentence):
        return "A price for each and a total give a restricted number."
    return ""
