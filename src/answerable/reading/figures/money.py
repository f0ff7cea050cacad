"""Amounts of money as written, with state and parties read from the words around them."""

import re
from collections.abc import Iterator
from decimal import Decimal

from answerable.reading.clauses import Passage
from answerable.reading.figures.money_parties import payer
from answerable.reading.figures.money_rows import of_row
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record
from answerable.reading.worded import worded

AMOUNT = worded(
    "gbp|£",
    r"(?P<sign>-)?(?:£|GBP ?)(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?: ?(?P<scale>billion|bn|million|mn|m|thousand|k)(?![a-z]))?",
    re.IGNORECASE,
)
_POUNDS = worded(
    " billion pounds| million pounds| thousand pounds",
    r"\b(?P<number>\d+(?:\.\d+)?) (?P<scale>million|billion|thousand) pounds",
    re.I,
)
_SCALES = {
    "bn": 10**9,
    "billion": 10**9,
    "m": 10**6,
    "mn": 10**6,
    "million": 10**6,
    "k": 1000,
    "thousand": 1000,
}
_STATES: tuple[tuple[str, str], ...] = (
    ("returned", r"return(?:ed|s)|refund(?:ed|s)|hand(?:ed)? back|repaid|clawed back"),
    (
        "cut",
        r"cut(?:s|ting)?\b|reduc(?:ed|tion|es) (?:of|by)|withdr[ae]wn?|sav(?:ed|ings?)(?: of)?",
    ),
    ("paid", r"paid|spent|pays?\b|spend(?:s|ing)?\b"),
    ("received", r"receiv(?:ed|es|ing)|secured"),
    ("awarded", r"(?<!the )(?<!an )award(?:ed|s|ing)?|grant(?:ed|s)? (?:of|to)|given|gives?"),
    (
        "allocated",
        r"allocat(?:ed|es|ion|ing)|set aside|earmarked|ring-?fenced|made available"
        r"|ma[dk]es? available",
    ),
    (
        "approved",
        r"approv(?:ed|es|al)|(?<=I )approve|(?<=hereby )approve|agreed|authoris(?:ed|es|ation)"
        r"|released|signed off",
    ),
    (
        "budgeted",
        r"budget(?:ed|s)?|invest(?:ed|ing|s|ment)?|precept|planned|will (?:provide|fund)",
    ),
)
_STATE_RE = tuple(
    (name, re.compile(rf"\b(?:{pattern})", re.IGNORECASE)) for name, pattern in _STATES
)
_UNCLEAR = re.compile(
    r"\b(?:be (?:increased|reduced)|ask(?:ed|s)?|request(?:ed|s)?|bid|propos(?:ed|al|es)"
    r"|forecast|estimat(?:ed|e)"
    r"|overspen[dt]"
    r"|underspen[dt]|worth|value[ds]?|cost(?:s|ing)?|up to|question(?:ed|s)?|would|could|if|not"
    r"|[Tt]o (?:award|grant|pay|allocate|approve)|seek(?:s|ing)?|deficit|shortfall|gap)\b",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"\b(?:20\d\d ?[/–-] ?(?:20)?\d\d|(?:for|in|over|during) (?:the )?(?:financial year )?20\d\d"
    r"(?:[/–-](?:20)?\d\d)?|(?:a|per|each|every) (?:year|annum|month)|annually"
    r"|this (?:financial )?year"
    r"|next (?:financial )?year|over (?:the next )?(?:\w+) (?:years|months))\b",
    re.IGNORECASE,
)
_RECIPIENT = re.compile(
    r"^[^.;£]{0,60}?\b(?:to|for) (?P<who>(?:the )?[A-Z][\w&’'-]*(?:,? (?:of|and|the|for|in|&"
    r"|[A-Z][\w&’'-]*)){0,8})"
)


def records(material: Material) -> Iterator[Record]:
    """Every amount in pounds."""
    for passage in material.passages:
        for match in AMOUNT.finditer(material.text, passage.start, passage.end):
            yield _record(material, passage, match)
        for match in _POUNDS.finditer(material.text, passage.start, passage.end):
            yield _record(material, passage, match)


def value(match: re.Match[str]) -> tuple[str, str | None]:
    """Pounds as a decimal string, and a flag where the unit cannot be meant."""
    number = match.group("number")
    scale = (match.group("scale") or "").lower()
    amount = Decimal(number.replace(",", "")) * _SCALES.get(scale, 1)
    suspect = scale in ("k", "thousand") and "," in number
    plain = (
        format(amount.normalize(), "f") if amount == amount.to_integral() else format(amount, "f")
    )
    if "." in plain:
        plain = plain.rstrip("0") if len(plain.split(".")[1]) > 2 else plain
    negative = "-" if match.groupdict().get("sign") else ""
    return negative + plain, "unit-suspect" if suspect else None


def _record(material: Material, passage: Passage, match: re.Match[str]) -> Record:
    text = material.text
    left = text[max(passage.start, match.start() - 130) : match.start()]
    right = text[match.end() : min(passage.end, match.end() + 110)]
    amount, flag = value(match)
    table = of_row(material, passage, match.start())
    if table is None:
        state, words = _state(left, right)
    else:
        cell, said = table
        own = text[cell.start : match.start()][-130:], text[match.end() : cell.end][:110]
        state, words = said or _state(*own)
    period = _PERIOD.search(right) or _PERIOD.search(left)
    given: dict[str, Value] = {
        "amount": amount,
        "currency": "GBP",
        "flag": flag,
        "state": state,
        "state_words": words,
        "period_words": period.group() if period else None,
        "purpose_words": _sentence(text, passage, match.start()),
        "recipient": _recipient(right, state),
        "payer": payer(left, right),
    }
    return record("money", (match.start(), match.end()), "money.amount", given=given, weight=90)


def _sentence(text: str, passage: Passage, at: int) -> str:
    """The sentence of an amount, at most 300 characters either side."""
    start, end = max(passage.start, at - 300), min(passage.end, at + 300)
    return " ".join(text[start:end].split())


def _state(left: str, right: str) -> tuple[str | None, str | None]:
    clause = re.split(r"[;:]|, (?:and|but|while) ", left)[-1]
    before = re.split(r"£[\d,.]+(?: ?(?:million|billion|bn|m|k)\b)?", clause)
    if len(before) > 1 and len(before[-1]) > 8:
        clause = before[-1]
        if re.match(r" (?:was|were|is|are|has been|have been|had been)\b", clause):
            clause = clause.rsplit(",", 1)[-1] if "," in clause else ""
    near = re.split(r"[;:.]|£|, (?:and|but) ", right)[0][:70]
    if _UNCLEAR.search(clause[-60:]):
        return None, None
    now = re.match(
        r" (?:has|have|was|were|is|are|had|will be) (?:also |now )?(?:been )?(?:\w+ly )?", near
    )
    later = re.match(
        r" (?:that|which) (?:[Tt]he )?[\w’' ]{2,40}? (?:has|have|had) (?:already |also )?"
        r"|(?:,? not)? as ",
        near,
    )
    now = now or later
    if now is not None:
        for name, pattern in _STATE_RE:
            if here := pattern.match(near, now.end()):
                return name, here.group()
    best: tuple[int, str, str] | None = None
    for name, pattern in _STATE_RE:
        for found in pattern.finditer(clause):
            if best is None or found.start() > best[0]:
                best = found.start(), name, found.group()
    if best is not None:
        return best[1], best[2]
    passive = re.search(
        r"\b(?:was|were|is|has been|have been|had been|being|will be) (?:\w+ )?", near
    )
    for name, pattern in _STATE_RE:
        later = pattern.search(near, passive.start() if passive else 0)
        if passive and later:
            return name, later.group()
    return None, None


def _recipient(right: str, state: str | None) -> str | None:
    if state not in ("awarded", "paid", "allocated"):
        return None
    match = _RECIPIENT.match(right)
    if match is None:
        return None
    who = re.sub(r" (?:for|of|and|in|the)$", "", match.group("who"))
    return re.split(r" for ", who)[0]
