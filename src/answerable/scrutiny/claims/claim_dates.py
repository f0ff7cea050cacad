"""Since when somebody held an office, and on which day something was published or seen."""

import re
from datetime import date, timedelta

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_numbered import every_finding
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.grades import grades
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.tenures import Holders, Holding, holders, holdings
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import InspectionRecorded, OfficeDefined, PlanAdopted

_PUBLISHED = re.compile(
    r"\b(?:report|inspection report|findings?) (?:on (?:[a-z]+ ){1,4})?"
    r"(?:of (?:the )?\w+ )?(?:was |were )?(?:published|came out|released|appeared)\b"
    r"|\b(?:published|released) (?:the|their|its|this) (?:\w+ )?(?:report|findings?)\b"
)
_INSPECTED = re.compile(r"\b(?:inspected|inspection (?:took place|was)|fieldwork)\b")
_BEGAN = re.compile(
    r"\b(?:became|took (?:over|up|office)|appointed|started|began|joined|succeeded|sworn in"
    r"|elected)\b"
)
_LEFT = re.compile(r"\b(?:left|retired|stepped down|stood down|resigned|departed|leaving|ended)\b")
_OWN = re.compile(
    r"\b(?:i have been|i've been|i became|(?:serving|served|serve) as"
    r"|i (?:first )?took (?:up |over )?(?:my |the )?office"
    r"|i was (?:first )?(?:elected|appointed|sworn in))\b"
)
_LEADS = re.compile(
    r"\b(?:led|leads|leading|headed|heads|run|runs|ran|in charge of|at the helm of|at the head of)"
    r" (?:the |our |this )?(?:force|service|constabulary)\b"
)
_NOW = re.compile(
    r"\b(?:is|remains) (?:still |now |currently |today )?(?:our|the|its|your|this force's)\b"
)
_HOLDINGS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"\b(?:substantive|permanent)\b"), ("substantive",)),
    (re.compile(r"\b(?:temporary|acting|interim)\b"), ("temporary", "acting", "interim")),
)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"\b"
)
_PLANNED = re.compile(
    r"\bplan (?:was|were|has been)? ?(?:adopted|agreed|approved|published|in place)\b"
)


def in_office(matter: Matter, scope: Scope, tenures: tuple[Tenure, ...]) -> Held | None:
    """“X has been Commissioner since 2016”, “Y was chief constable until autumn 2023”."""
    if scope.named is None or ("office" in scope.text and not _OWN.search(scope.text)):
        return None
    alone = _of_one_office(matter, scope, tenures)
    for defined in matter.register.versions_of(OfficeDefined):
        office = defined.fact.stream.removeprefix("office/")
        found = holdings(matter.register, office=office, tenures=tenures)
        for holding in found:
            named = holding.person.lower() in scope.text or _speaks(holding, scope)
            if (
                _by_surname(holding, scope)
                or (named and _titled(defined, scope))
                or holding.person == alone
            ):
                same = [h for h in found if h.person == holding.person]
                return _held(matter, scope, same, str(defined.fact.get("title") or office))
    return None


def _speaks(holding: Holding, scope: Scope) -> bool:
    """“I have been Commissioner since 2016”: who held the office on the day of the text."""
    if not _OWN.search(scope.text):
        return False
    ends = holding.last_range
    return holding.first_range[1] <= scope.on and (ends is None or scope.on <= ends[0])


def _by_surname(holding: Holding, scope: Scope) -> bool:
    """“Mr Bangham left in September 2021”: a title of courtesy, a surname, a beginning or end."""
    if not (_LEFT.search(scope.text) or _BEGAN.search(scope.text)):
        return False
    surname = re.escape(holding.person.lower().split()[-1])
    return re.search(rf"\b(?:mr|mrs|ms|miss|dr|sir|dame) {surname}\b", scope.text) is not None


def _of_one_office(matter: Matter, scope: Scope, tenures: tuple[Tenure, ...]) -> str | None:
    """“Pippa Mills left in autumn 2023”: a whole name, of somebody who held one office alone."""
    if not (_LEFT.search(scope.text) or _BEGAN.search(scope.text)):
        return None
    offices: dict[str, set[str]] = {}
    for defined in matter.register.versions_of(OfficeDefined):
        office = defined.fact.stream.removeprefix("office/")
        for holding in holdings(matter.register, office=office, tenures=tenures):
            if holding.person.lower() in scope.text:
                offices.setdefault(holding.person, set()).add(office)
    one = [person for person, held in offices.items() if len(held) == 1]
    return one[0] if len(offices) == 1 and one else None


def _whole(holding: Holding, on: date) -> tuple[date, date]:
    """Every day on which it may have been held."""
    ends = holding.last_range
    return holding.first_range[0], ends[1] if ends else on


def _titled(defined: Version, scope: Scope) -> bool:
    title = str(defined.fact.get("title") or "").lower()
    words = title.split()
    if words[:1] == ["chief"] and _LEADS.search(scope.text):
        return True
    return bool(words) and words[-1] in scope.text


def in_office_now(matter: Matter, scope: Scope, tenures: tuple[Tenure, ...]) -> Held | None:
    """“X is still our chief constable”: against who holds the office on the day of the text."""
    if not _NOW.search(scope.text) or scope.never or scope.none:
        return None
    for defined in matter.register.versions_of(OfficeDefined):
        title = str(defined.fact.get("title") or "")
        if not title or not re.search(rf"(?<!deputy )\b{re.escape(title.lower())}\b", scope.text):
            continue
        office = defined.fact.stream.removeprefix("office/")
        every = holdings(matter.register, office=office, tenures=tenures)
        named = [h for h in every if h.person.lower() in scope.text]
        found = holders(matter.register, office=office, on=scope.on, tenures=tenures)
        if named and (found.sure or found.perhaps):
            return _who_holds(named[-1].person, title, found, scope)
    return None


def _who_holds(person: str, title: str, found: Holders, scope: Scope) -> Held:
    behind = tuple(s.version for h in (*found.sure, *found.perhaps) for s in h.begins)
    ours = f"{title} on {on_day(scope.on)}: {found.words}"
    mine = [h for h in (*found.sure, *found.perhaps) if h.person == person]
    if mine and not _of_the_holding(scope, mine):
        return _held_otherwise(scope, mine, title)
    if mine:
        return Held("record", ClaimResult.AGREES, f"Our record: {ours}.", behind)
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says {person}; our record says {ours}.",
        behind,
        stated=person,
        ours=found.words,
    )


def _held(matter: Matter, scope: Scope, found: list[Holding], title: str) -> Held:
    """The named days against those on which sources let it begin or end."""
    named = scope.named
    every, found = found, _of_the_holding(scope, found)
    if not found:
        return _held_otherwise(scope, every, title)
    begins = (
        scope.since is not None
        or "from" in (named.words if named else "")
        or _BEGAN.search(scope.text) is not None
    )
    ends = not begins and (
        _LEFT.search(scope.text) is not None or (named.words if named else "").startswith("until")
    )
    behind = tuple(s.version for h in found for s in (*h.begins, *h.ends))
    told = "; ".join(f"{h.person}, {h.holding} {title}, {h.words}" for h in found)
    stated = [
        h.first_range if begins else h.last_range if ends else _whole(h, scope.on) for h in found
    ]
    known = [days for days in stated if days is not None]
    if not known or named is None:
        return silent(matter, f"Our record: {told}. It gives no such day.", *behind)
    first, last = min(known) if begins or not ends else max(known)
    if ends and not begins:
        last += timedelta(days=1)  # one who held it to 31 January is said to leave in February
    if not begins and not ends:
        last = max(days[1] for days in known)
    if first <= named.last and named.first <= last:
        return Held("record", ClaimResult.AGREES, f"Our record: {told}.", behind)
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says {_in_capitals(named.words)}; our record: {told}.",
        behind,
        stated=_in_capitals(named.words),
        ours=told,
    )


def _held_otherwise(scope: Scope, every: list[Holding], title: str) -> Held:
    """“The permanent chief constable” of somebody who held it for a time only, or the reverse."""
    stated = next(found[0] for words, _ in _HOLDINGS if (found := words.search(scope.text)))
    told = "; ".join(f"{h.person}, {h.holding} {title}, {h.words}" for h in every)
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says {stated}; our record: {told}.",
        tuple(s.version for h in every for s in (*h.begins, *h.ends)),
        stated=stated,
        ours=told,
    )


def _in_capitals(words: str) -> str:
    """“In march 2025” of a sentence that was read in small letters is “in March 2025”."""
    return _MONTH.sub(lambda month: month[0].capitalize(), words)


def _of_the_holding(scope: Scope, found: list[Holding]) -> list[Holding]:
    """“Became substantive chief constable”: the time for which it was held like that, if any."""
    for words, kinds in _HOLDINGS:
        if words.search(scope.text):
            return [h for h in found if h.holding in kinds]
    return found


def dated(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“The report was published on 14 May 2024”: against the days of the record."""
    if scope.date is None and _PUBLISHED.search(scope.text) and not scope.reported:
        return _in_month(matter, scope)
    if scope.date is None or scope.first or scope.reported:
        return None
    if _PUBLISHED.search(scope.text):
        return _on_day(matter, scope, _reports(matter, scope), "report", "published on")
    if _INSPECTED.search(scope.text):
        visits = {v.fact.valid.start: v for v in matter.of(InspectionRecorded)}
        return _on_day(matter, scope, visits, "inspection", "inspected on")
    if _PLANNED.search(scope.text):
        plans = (
            matter.of(PlanAdopted)
            if matter.named_in(scope.text)
            else matter.register.versions_of(PlanAdopted)
        )
        made = {v.fact.valid.start: v for v in plans}
        return _on_day(matter, scope, made, "plan", "known on")
    return None


def _reports(matter: Matter, scope: Scope) -> dict[date, Version]:
    """Each day on which a report came out, with a fact of it: on the subject where it is named."""
    ours = matter.named_in(scope.text)
    days = {g.on: g.version for g in (matter.grades if ours else grades(matter.register))}
    for item in matter.findings if ours else every_finding(matter):
        days.setdefault(item.first.fact.valid.start, item.first)
    return days


def _in_month(matter: Matter, scope: Scope) -> Held | None:
    """“The report was published in May 2024”: against the reports of that year."""
    named = scope.at
    if named is None or scope.first or scope.never or scope.none:
        return None
    days = _reports(matter, scope)
    same = [day for day in days if named.holds(day)]
    if same:
        words = f"Our record: a report published on {', '.join(map(on_day, sorted(same)))}."
        return Held("record", ClaimResult.AGREES, words, tuple(days[day] for day in same))
    near = [day for day in days if day.year == named.first.year]
    if not near:
        return silent(matter, f"We hold no report of {named.first.year} on {matter.theme.words}.")
    ours = ", ".join(map(on_day, sorted(near)))
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says {named.words}; our record of that year says {ours}.",
        tuple(days[day] for day in near),
        stated=named.words,
        ours=ours,
    )


def _on_day(matter: Matter, scope: Scope, days: dict[date, Version], what: str, done: str) -> Held:
    stated = scope.date or scope.on
    if stated in days:
        words = f"Our record: a {what} {done} {on_day(stated)}."
        return Held("record", ClaimResult.AGREES, words, (days[stated],))
    same_year = [day for day in days if day.year == stated.year]
    if same_year:
        ours = ", ".join(on_day(day) for day in sorted(same_year))
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says {on_day(stated)}; our record of that year says {ours}.",
            tuple(days[day] for day in same_year),
            stated=on_day(stated),
            ours=ours,
        )
    return silent(matter, f"We hold no {what} of {stated.year} on {matter.theme.words}.")
