"""Scrutiny and money of a case: what was claimed, beside what papers and sums are held.

A claim keeps its scope: 16 sessions “on this and related crime” are not 16 sessions on this.
"""

import re
from itertools import chain

from answerable.ledger.register import Version
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import number, plural, start
from answerable.vocabulary.facts import ClaimMade, MoneyStated
from answerable.vocabulary.language import say

Told = tuple[str, tuple[Version, ...]]
_QUOTED = re.compile(r"“([^”]{1,80})”")
_FUNDING = re.compile(r"\b([a-z]{3,20} funding)\b")


def scrutiny(matter: Matter, *, complete: bool) -> Told:
    """Who counted how many sessions, in which scope; and N papers held, M on the subject."""
    claim = sessions_claim(matter)
    words, behind = _counted(claim, matter) if claim else ("", ())
    n, m = len(matter.meetings), len(matter.on_subject)
    if not n:
        words += say("We have no papers of a session.")
    else:
        held = f"{n}." if words else f"{n} {_sessions(n)}."
        words += say("We have papers for {held} This subject is in {m}.", held=held, m=m)
    if not complete:
        words += say(" Our collection is not complete.")
    return words, (*behind, *matter.meetings)


def sessions_claim(matter: Matter) -> Version | None:
    """The claim that counts sessions; of several the one whose scope is the speaker's own."""
    counted = [v for v in claims(matter, "session", "meeting") if v.fact.get("n") is not None]
    own = [v for v in counted if "reported" not in (v.fact.get("scope") or "")]
    return next(reversed(own or counted), None)


def claims(matter: Matter, *units: str) -> tuple[Version, ...]:
    """Claims about the theme that count one of these units, in the singular."""
    held = [found for unit in units if (found := matter.counted.get(unit, ()))]
    if len(held) <= 1:
        return held[0] if held else ()
    return tuple(sorted(chain(*held), key=lambda v: (v.fact.valid.start, v.seq)))


def scope_words(scope: str | None, matter: Matter) -> str:
    """A claim's scope beside the page's subject: “on this and related crime”, or its own words."""
    stated = (scope or "").strip()
    for words in (matter.theme.words, matter.theme.key, matter.theme.short):
        if stated.lower().startswith(words.lower()):
            rest = stated[len(words) :].strip(" ,")
            if not rest:
                return "on this"
            return (
                say("on this and related crime") if rest.startswith("and ") else f"on this, {rest}"
            )
    return f"on “{stated}”" if stated else say("on this, with no scope stated")


def money(matter: Matter) -> Told:
    """Sums that a source labels for the theme, by state; and what was reported without a sum."""
    sums = [v for v in matter.register.versions_of(MoneyStated) if labelled(v, matter)]
    reported = [
        v
        for v in matter.of(ClaimMade)
        if v.fact.get("n") is None and "funding" in (v.fact.get("scope") or "").lower()
    ]
    parts = [say("“{start}” was reported.", start=start(_reported(v))) for v in reported[-1:]]
    if sums:
        parts += [_sum(v) for v in sums]
    else:
        parts.append(
            say("No sum in our sources is labelled for {short}.", short=matter.theme.short)
        )
    return " ".join(parts), (*reported, *sums)


def _counted(claim: Version, matter: Matter) -> Told:
    fact = claim.fact
    n = fact.get("n")
    who = start(matter.speaker(fact.get("by_office")))
    chiefs = [v for v in claims(matter, "chief constable", "chief officer") if v.fact.get("n")]
    with_whom = ""
    if chiefs:
        k = chiefs[-1].fact.get("n")
        with_whom = f" with {number(k)} {plural('chief constable', k)}"
    scope = scope_words(fact.get("scope"), matter)
    scope += "," if "," in scope and with_whom else ""
    words = say(
        "{who} counted {n} {sessions} {scope}{with_whom}. ",
        who=who,
        n=n,
        sessions=_sessions(n),
        scope=scope,
        with_whom=with_whom,
    )
    return words, (claim, *chiefs[-1:])


def _sessions(n: int) -> str:
    return plural("session", n)


def labelled(version: Version, matter: Matter) -> bool:
    """Does the source's own label name the theme, or the record link it to a finding of it?"""
    fact = version.fact
    about = fact.get("about") or ()
    if any(name in matter.subject.streams for name in about):
        return True
    label = f"{fact.get('purpose') or ''} {fact.get('quote') or ''}".lower()
    return matter.theme.key in about and matter.theme.short.lower() in label


def _reported(version: Version) -> str:
    quoted = _QUOTED.search(version.fact.get("scope") or "")
    if quoted:
        return quoted[1]
    found = _FUNDING.search((version.fact.quote or "").lower())
    return found[1] if found else "funding"


def _sum(version: Version) -> str:
    fact = version.fact
    amount = fact.get("amount")
    sign = "£" if fact.get("currency") in (None, "GBP") else f"{fact.get('currency')} "
    figure = f"{sign}{grouped(amount)}" if amount else say("An amount not in our sources")
    state = f" {fact.get('state')}" if fact.get("state") else say(" (no state: see the quote)")
    period = f" for {fact.get('period')}" if fact.get("period") else ""
    return f"{figure}{state}{period}."


def grouped(amount: str) -> str:
    """`538496.32` -> `538,496.32`: the digits stay those of the source."""
    whole, point, rest = amount.partition(".")
    return f"{int(whole):,}{point}{rest}" if whole.isdigit() else amount
