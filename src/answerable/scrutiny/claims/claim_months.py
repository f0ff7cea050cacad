"""What a sentence says of months: a total, one month, every month, a rise or fall in each.

Only whole months that are held count. A total or “in every month” agrees only where all months of
the period are held; one month that is against it is enough to differ.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from answerable.scrutiny.claims.claim_figures import Measured, singulars
from answerable.scrutiny.claims.claim_numbers import VALUES
from answerable.scrutiny.claims.claim_periods import DATED, FROM, MONTHS, Span, first_day, last_day
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.claim_windows import month_words
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement
from answerable.scrutiny.clocks import add_months
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import several

_EVERY = re.compile(
    r"\b(?:each and every|every(?: single)?|each(?: single)?|any(?: one)?) month\b|\bmonthly\b"
    r"|\b(?:a|per) month (?:throughout|all)\b|\bmonth after month\b"
)
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{'|'.join(VALUES)})"
_BETWEEN = re.compile(rf"\bbetween ({_N}) and ({_N})\b(?! (?:of )?(?:\w+ )?(?:19|20)\d\d)")
_AT_MOST = re.compile(
    rf"\b(?P<word>no more than|not more than|at most|up to|never (?:more than|above|over)"
    rf"|never exceeded|at or (?:under|below)|(?:fewer|less) than|under|below) (?P<n>{_N})\b"
)
_AT_LEAST = re.compile(
    rf"\b(?P<word>no fewer than|no less than|at least|never (?:fewer than|below|under)|more than"
    rf"|over|above) (?P<n>{_N})\b"
)
_STRICT = ("fewer than", "less than", "under", "below", "more than", "over", "above")
_ALL_FELL = re.compile(
    r"\b(?:went down|gone down|fell|fallen|dropped|decreased|declined|down|lower)\b"
)
_ALL_ROSE = re.compile(r"\b(?:went up|gone up|rose|risen|increased|climbed|grew|up|higher)\b")
_IN_MONTH = re.compile(
    rf"\b(?P<n>{_N}) (?:[a-z]+ ){{0,4}}?(?:in|that|during) (?P<m>{'|'.join(MONTHS)})"
    r"(?: (?P<y>(?:19|20)\d\d))?\b"
)
_TOTAL = re.compile(
    rf"\b(?P<about>just over|a little over|slightly over|slightly more than|a little more than"
    rf"|just under|a little under|almost|nearly|around|about|roughly|some|close to|approximately"
    rf"|more than|over|at least|fewer than|less than|under|exactly|a total of)? ?"
    rf"(?<!£)(?<![\d.,])(?P<n>{_N}) (?P<what>[a-z-]+(?: [a-z-]+){{0,3}})"
)
_STOOD = re.compile(
    rf"\b(?P<word>topped|exceeded|passed|totalled|numbered|came to|stood at) (?P<n>{_N})\b"
)
_DOUBLED = re.compile(r"\b(?P<more>more than |over )?(?P<word>doubled|tripled|halved)\b")
_TIMES = {"doubled": Decimal(2), "tripled": Decimal(3), "halved": Decimal("0.5")}
_JUST, _NEAR = Decimal("0.05"), Decimal("0.03")
_ZERO = Decimal(0)
_BOUNDS: dict[str, tuple[Decimal | None, Decimal | None]] = {
    **dict.fromkeys(("", "exactly", "a total of"), (_ZERO, _ZERO)),
    **dict.fromkeys(("more than", "over", "at least"), (_ZERO, None)),
    **dict.fromkeys(("fewer than", "less than", "under"), (None, _ZERO)),
    **dict.fromkeys(("just under", "a little under", "almost", "nearly"), (-_JUST, _ZERO)),
    **dict.fromkeys(
        ("around", "about", "roughly", "some", "close to", "approximately"), (-_NEAR, _NEAR)
    ),
}
"""How far from the number that is stated the sum may be; “just over 800” is up to 5 % more."""
MOST_MONTHS = 240


@dataclass(frozen=True)
class _Of:
    """One measure and the months of the period, those held and those that are not."""

    one: Measured
    months: tuple[date, ...]

    @property
    def held(self) -> tuple[date, ...]:
        return tuple(m for m in self.months if m in self.one.values)

    @property
    def whole(self) -> bool:
        return len(self.held) == len(self.months)

    def value(self, month: date) -> Decimal:
        return Decimal(str(self.one.values[month]))


def monthly(matter: Matter, statement: Statement, measured: Sequence[Measured]) -> Held | None:
    """The answer to a sentence about months of a measure that it names; None: it is not one."""
    scope = statement.scope(matter.register.valid)
    named = [m for m in measured if m.values and m.named_in(scope.text)]
    if not named or scope.percent is not None or "£" in scope.text:
        return None
    one = max(named, key=lambda m: (len(m.words), len(m.values)))
    if held := _in_months(scope, one):
        return held
    if (span := _span(scope)) is None or not (months := _whole_months(span, scope.on)):
        return None
    of = _Of(one, months)
    if _EVERY.search(scope.text):
        return _bounded(scope, of) or _each_moved(scope, of)
    return _total(scope, of)


def _span(scope: Scope) -> Span | None:
    """The days that it names: a period, from a month on, or the one time that it names."""
    found = FROM.search(scope.text)
    if found and (scope.period is None or scope.period.words.startswith(("in ", "on "))):
        return Span(first_day(found, "a"), scope.on, found[0])
    if scope.period is not None:
        return scope.period if scope.names_months and scope.period.first != date.min else None
    times = list(DATED.finditer(scope.text))
    if len(times) != 1:
        return None
    return Span(first_day(times[0], "a"), last_day(times[0], "a"), times[0][0])


def _whole_months(span: Span, on: date) -> tuple[date, ...]:
    """The calendar months inside the days that were over when it was said."""
    month = span.first if span.first.day == 1 else add_months(span.first.replace(day=1), 1)
    months: list[date] = []
    last = min(span.last, on)
    while add_months(month, 1).toordinal() - 1 <= last.toordinal() and len(months) < MOST_MONTHS:
        months.append(month)
        month = add_months(month, 1)
    return tuple(months)


def _in_months(scope: Scope, one: Measured) -> Held | None:
    """“36 in January 2025 and 73 that December”: each against its month, and the two together."""
    stated: list[tuple[date, Decimal]] = []
    year = ""
    for found in _IN_MONTH.finditer(scope.text):
        year = found["y"] or year
        if not year:
            return None
        month = date(int(year), MONTHS.index(found["m"]) + 1, 1)
        stated.append((month, _number(found["n"])))
    if not stated or (scope.bound != "exactly" and not _DOUBLED.search(scope.text)):
        return None
    if any(m not in one.values for m, _ in stated):
        return None
    told = _months_told(one, tuple(m for m, _ in stated))
    reads = frozenset(
        ("change", "period", *(f"n:{n.normalize():f}" for _, n in stated), "in months")
    )
    other = [m for m, n in stated if Decimal(str(one.values[m])) != n]
    moved = _moved_so(scope, [n for _, n in stated])
    if not other and moved is not False:
        words = f"Our figures agree: {told}.{_caveat(one)}"
        result = ClaimResult.AGREES if moved or not scope.change else ClaimResult.PART
        return Held("worked out", result, words, one.behind, sum_shown=told, reads=reads)
    words = f"Our figures: {told}.{_caveat(one)}"
    said = ", ".join(f"{n:f} in {m:%B %Y}" for m, n in stated)
    return Held(
        "worked out",
        ClaimResult.DIFFERS,
        f"The statement says {said}. {words}",
        one.behind,
        stated=said,
        ours=told,
        sum_shown=told,
        reads=reads,
    )


def _moved_so(scope: Scope, values: Sequence[Decimal]) -> bool | None:
    """Is the last of the values as many times the first as it says? None: nothing to compare."""
    found = _DOUBLED.search(scope.text)
    if found is None or len(values) < len(("first", "last")) or not values[0]:
        return None
    times, wanted = values[-1] / values[0], _TIMES[found["word"]]
    if found["word"] == "halved":
        return times < wanted if found["more"] else abs(times - wanted) <= _JUST
    return times > wanted if found["more"] else abs(times - wanted) <= _JUST * wanted


def _bounded(scope: Scope, of: _Of) -> Held | None:
    """“Between 30 and 90 each month”, “no more than 250 in every month”."""
    low: Decimal | None = None
    high: Decimal | None = None
    strict = False
    if found := _BETWEEN.search(scope.text):
        low, high = sorted((_number(found[1]), _number(found[2])))
    elif found := _AT_MOST.search(scope.text):
        high, strict = _number(found["n"]), found["word"] in _STRICT
    elif found := _AT_LEAST.search(scope.text):
        low, strict = _number(found["n"]), found["word"] in _STRICT
    else:
        return None
    inside = [m for m in of.held if _fits(of.value(m), low, high, strict=strict)]
    against = [m for m in of.held if m not in inside]
    numbers = [n for n in (low, high) if n is not None]
    return _of_every(of, against, stated=found[0], numbers=numbers, told=_range_told(of))


def _fits(value: Decimal, low: Decimal | None, high: Decimal | None, *, strict: bool) -> bool:
    if low is not None and (value < low or (strict and value == low)):
        return False
    return high is None or value < high or (value == high and not strict)


def _each_moved(scope: Scope, of: _Of) -> Held | None:
    """“Went down in every month of 2025”: each month against the one before it."""
    fell, rose = bool(_ALL_FELL.search(scope.text)), bool(_ALL_ROSE.search(scope.text))
    if fell == rose or re.search(r"\byear (?:ago|before|earlier)\b|\blast year\b", scope.text):
        return None
    against, lacking = [], False
    for month in of.months:
        before = add_months(month, -1)
        if month not in of.one.values or before not in of.one.values:
            lacking = lacking or month not in of.one.values or month != of.months[0]
            continue
        moved = of.value(month) - of.value(before)
        if moved >= 0 if fell else moved <= 0:
            against.append(month)
    shown = tuple(
        dict.fromkeys(m for month in against[:2] for m in (add_months(month, -1), month))
    )
    stated = "down in every month" if fell else "up in every month"
    told = _months_told(of.one, shown) if shown else _range_told(of)
    if lacking and not against:
        return None
    return _of_every(of, against, stated=stated, numbers=(), told=told)


def _of_every(
    of: _Of, against: Sequence[date], *, stated: str, numbers: Sequence[Decimal], told: str
) -> Held | None:
    if not of.held:
        return None
    reads = frozenset(
        (
            *("all", "none", "change", "period", "money", "moved"),
            *(f"n:{n.normalize():f}" for n in numbers),
        )
    )
    period = month_words(of.months)
    if against:
        ours = f"{told}; against it, of {len(of.held)} months: {_months_told(of.one, against[:3])}"
        return Held(
            "worked out",
            ClaimResult.DIFFERS,
            f"The statement says {stated}; our figures of {period}: {ours}.{_caveat(of.one)}",
            of.one.behind,
            stated=stated,
            ours=ours,
            sum_shown=told,
            reads=reads,
        )
    result = ClaimResult.AGREES if of.whole else ClaimResult.PART
    lacks = len(of.months) - len(of.held)
    more = "" if of.whole else f" {lacks} of its {len(of.months)} months are not in our figures."
    return Held(
        "worked out",
        result,
        f"Our figures of {period}: {told}.{more}{_caveat(of.one)}",
        of.one.behind,
        sum_shown=told,
        reads=reads,
    )


def _total(scope: Scope, of: _Of) -> Held | None:
    """“A little over 800 robberies in 2025”: the sum of its months, where all are held."""
    stood = _STOOD.search(scope.text)
    found = stood or next(
        (f for f in _TOTAL.finditer(scope.text) if _counts(of.one, f["what"])),
        None,
    )
    if found is None or scope.change is not None or not of.whole:
        return None
    stated = _number(found["n"])
    ours = sum((of.value(m) for m in of.months), Decimal(0))
    told = f"{ours:,.0f} {of.one.unit} in {month_words(of.months)}"
    reads = frozenset(("change", "period", "found", f"n:{stated.normalize():f}"))
    if stood:
        about = "over" if stood["word"] in ("topped", "exceeded", "passed") else ""
    else:
        about = found["about"] or ""
    said = f"{about} {found['n']}".strip()
    if _near(ours, stated, about):
        words = f"Our figures agree: {told}.{_caveat(of.one)}"
        return Held(
            "worked out", ClaimResult.AGREES, words, of.one.behind, sum_shown=told, reads=reads
        )
    return Held(
        "worked out",
        ClaimResult.DIFFERS,
        f"The statement says {said}; our figures: {told}.{_caveat(of.one)}",
        of.one.behind,
        stated=said,
        ours=told,
        sum_shown=told,
        reads=reads,
    )


def _counts(one: Measured, what: str) -> bool:
    """Do the words after a number say what the measure counts: “robberies”, “offences”?"""
    said = singulars(what)
    names = [singulars(" ".join(name)) for name in (one.words, *one.also)]
    return bool(said & singulars(one.unit)) or any(name and name <= said for name in names)


def _near(ours: Decimal, stated: Decimal, about: str) -> bool:
    """Is the sum what was stated, in the bound that was?"""
    low, high = _BOUNDS.get(about, (_ZERO, _JUST))
    if low == high == 0:
        return ours == stated
    if ours == stated and (about in _STRICT or about not in _BOUNDS):
        return False
    least = None if low is None else stated * (1 + low)
    most = None if high is None else stated * (1 + high)
    return (least is None or ours >= least) and (most is None or ours <= most)


def _range_told(of: _Of) -> str:
    lowest, highest = min(of.held, key=of.value), max(of.held, key=of.value)
    return (
        f"the fewest are {of.value(lowest):,.0f} in {lowest:%B %Y}, the most "
        f"{of.value(highest):,.0f} in {highest:%B %Y}"
    )


def _months_told(one: Measured, months: Sequence[date]) -> str:
    unit = one.unit if one.unit.endswith("s") else several(one.unit)
    return ", ".join(f"{one.values[m]:,.0f} {unit} in {m:%B %Y}" for m in months)


def _caveat(one: Measured) -> str:
    return f" {one.caveat}" if one.caveat else ""


def _number(words: str) -> Decimal:
    plain = words.replace(",", "")
    return Decimal(plain) if plain.isdigit() else Decimal(VALUES[plain])
