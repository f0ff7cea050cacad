"""Who issues a recommendation by words of its own: "HMICFRS says that it should …".

Words count that stand in the sentence, in the lead of its list or in the heading right above it,
the nearest first. A common name ("the panel", "inspectors") means the one body of that sort which
the paper names in full. Nobody is read where a speaker is of the body that is asked.
"""

import re

from answerable.reading.clauses import Passage
from answerable.reading.findings.issuers.issuing_papers import Issuer, meant_by_inspectors
from answerable.reading.gazetteer import Body
from answerable.reading.material import Material
from answerable.reading.records import Record
from answerable.reading.roles import NAME, SURNAME, TITLE, is_name
from answerable.reading.worded import once

_FORM = (
    r"(?:Panel|Committee|Ombudsman|Federation|Commission|Alliance|Inspectorate(?: of [A-Z]\w+)?"
    r"|Monitoring Board|Youth Council|Task Group|Scrutiny Group|Union)\b"
)
_COMMON = (
    r"(?:(?:police |prisons? |fire |probation |care |housing |hospital )?(?:inspectors"
    r"|inspectorates?|watchdog|regulator)"
    r"|task (?:and finish )?group|working group|peer (?:review |challenge )?team"
    r"|peers|review team|(?:(?:internal|external) )?auditors?|internal audit|(?:independent )?"
    r"custody visitors|external reviewer|reviewers|coroner|ombudsman|panel|committee"
    r"|monitoring board|jury)\b"
)
BODY = (
    r"(?:HMICFRS|HMICS?|HMCPSI|IOPC|CQC|Ofsted|OFSTED|Estyn|CIW|Care Quality Commission"
    r"|Regulator of Social Housing|HMI (?:Prisons|Probation)|Healthwatch(?: [A-Z]\w+)?"
    r"|Internal [Aa]udit|(?:Her|His) Majesty[’']s Inspectorate of [A-Z]\w+"
    rf"|(?:[A-Z][\w’'&-]*,? (?:(?:of|and|for|&) )?){{0,6}}{_FORM}"
    rf"|(?:[Tt]he |[Ii]ts |[Oo]ur |[Aa]n? )?(?i:{_COMMON}))"
)
_PERSON = rf"(?:{TITLE} {SURNAME}(?! [A-Z])|(?:(?:Cllr|Councillor) )?{NAME}(?: MP\b)?)"
_ASKS = (
    r"(?:recommend(?:s|ed)?|urge[sd]?|call(?:s|ed)? (?:up)?on|call(?:s|ed)? for|asks?|asked"
    r"|want(?:s|ed)?|tells?|told|says?|said|advise[sd]?|request(?:s|ed)?|demand(?:s|ed)?"
    r"|expect(?:s|ed)?|warn(?:s|ed)?|moved|propose[sd]?|require[sd]?|suggest(?:s|ed)?"
    r"|argue[sd]?|resolved|insist(?:s|ed)?|wrote|ordered|instructed|pressed|repeated"
    r"|would like)\b"
)
_BESIDE = r"(?:, [^.;:,\n]{3,90},| \([^()\n]{2,60}\))?"
_OFTEN = (
    r"(?: (?:has|have|had|also|then|again|therefore|further|now|today|formally|both|rightly)){0,3}"
)
_SAYS = re.compile(rf"\b(?P<who>{BODY}|{_PERSON}){_BESIDE}{_OFTEN} {_ASKS}")
_OWN = re.compile(
    rf"\b(?P<who>{BODY})(?:[’']s?)? (?:\w+ ){{0,2}}?(?:recommendations?|advice|requests?"
    r"|proposals?)\b"
)
_BY = re.compile(
    r"\b(?:recommended|recommendations?|asked|urged|told|required|requested|made|advised|issued"
    r"|ordered|instructed|advice|called for) (?:\w+ ){0,2}?(?:by|from|of) "
    rf"(?P<who>(?:the )?{BODY}|{_PERSON})"
)
_ALL = (_SAYS, _OWN, _BY)
_ARTICLE = re.compile(r"^(?:the|its|our|an?) ", re.IGNORECASE)
_INSPECTORS = re.compile(
    r"(?:police |prisons? |fire |probation |care |housing |hospital )?(?:inspectors"
    r"|inspectorates?|watchdog|regulator)$",
    re.IGNORECASE,
)
_TITLED = re.compile(
    r"(?P<kept>(?:Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof)\.? )?"
    rf"(?:(?:{TITLE}|Cllr|Councillor) )?"
)
# Those who answer for what is asked.
_ANSWERS = re.compile(
    r"\b(?:[Cc]hief [Cc]onstable|[Cc]hief [Ff]ire [Oo]fficer|ACC|DCC|CC|[Gg]overnor"
    r"|[Ss]uperintendent|[Ff]orce|[Ss]poke\w+)\b"
)


def by_words(material: Material, one: Record) -> Issuer | None:
    """Whom the sentence, the lead of its list or, for "it said", the sentence before names."""
    passage = material.around(one.start)
    stretches = [(passage.start, one.start), (one.end, passage.end)]
    if passage.lead is not None:
        stretches.append((passage.lead.start, passage.lead.end))
    for begin, end in stretches:
        found = _in(material, begin, end, one)
        if found is not None:
            return found
    for begin, end in (stretches[0], *stretches[2:]):
        said = _PRONOUN.search(material.text, begin, end)
        if said is not None:
            block = material.canonical.blocks[material.around(begin).block]
            return _before(material, block.start, said.start(), one, body=said["it"] is not None)
    return None


def _before(material: Material, begin: int, end: int, one: Record, *, body: bool) -> Issuer | None:
    """Whom "it" or "she" means that asks: the last subject of a sentence before, of its sort."""
    subjects = list((_SUBJECT if body else _SPEAKER).finditer(material.text, begin, end))
    for match in reversed(subjects):
        found = resolved(material, match["who"], match.span("who"))
        told = found is not None and not body and TOLD_AGAIN.match(one.rule)
        if found is not None and not told and found.body.name != one.fields["addressee"]:
            return found
    return None


_SUBJECT = re.compile(rf"(?:^|(?<=[.!?\n] )|(?<=\n)|(?<=\d the ))(?P<who>{BODY})(?:,| (?=[a-z]))")
_SPEAKER = re.compile(rf"(?:^|(?<=[.!?\n] )|(?<=\n))(?P<who>{_PERSON})(?:,| (?=[a-z]))")
_PRONOUN = re.compile(
    rf"\b(?:(?P<it>[Ii]t|[Tt]hey)|[Hh]e|[Ss]he){_OFTEN} (?:{_ASKS}|(?:thinks?|thought)\b)"
)
# Rules for what somebody tells of another's recommendation: who speaks does not issue it.
TOLD_AGAIN = re.compile(
    r"prose\.(?:named-again|answered|asked\.(?:noun-to|namely|priority|these|was-told|told-on"
    r"|told-it|read-out|given|lessons)\b)"
)


def by_heading(material: Material, passage: Passage) -> Issuer | None:
    """Whose recommendations the heading right above says that they are."""
    heads = [one for pattern in (_OWN, _BY) for one in pattern.finditer(passage.heading)]
    if len(heads) != 1:
        return None
    return resolved(material, heads[0]["who"], None)


def _in(material: Material, begin: int, end: int, one: Record) -> Issuer | None:
    if begin >= end:
        return None
    found = [match for form in _ALL for match in form.finditer(material.text, begin, end)]
    for match in sorted(found, key=lambda other: -other.end()):
        named = resolved(material, match["who"], match.span("who"))
        told = named is not None and named.body.kind == "person" and TOLD_AGAIN.match(one.rule)
        if named is not None and not told and named.body.name != one.fields["addressee"]:
            return named
    return None


def resolved(material: Material, words: str, span: tuple[int, int] | None) -> Issuer | None:
    """The body or person that words mean, or None where they mean the asked or are unclear."""
    plain = _ARTICLE.sub("", " ".join(words.split()), count=1)
    plain = _PAPER_OF.sub("", plain)
    if _INSPECTORS.fullmatch(plain):
        return meant_by_inspectors(material, plain, span)
    full = in_full(material, plain)
    if full is not None:
        return Issuer(Body(full, None, "panel"), span, f"{plain} = {full}")
    if plain.lower() == "ombudsman":
        name = ombudsman(material)
        return Issuer(Body(name, None, "ombudsman"), span, f"{plain} = {name}")
    if plain.lower() in _BARE:
        return None
    if re.fullmatch(BODY, plain):
        known = material.gazetteer.by_name(plain)
        return Issuer(known or Body(plain, None, "panel"), span)
    return _person(material, plain, span)


def _person(material: Material, words: str, span: tuple[int, int] | None) -> Issuer | None:
    title = _TITLED.match(words)
    name = words[title.end() :] if title else words
    full = material.directory.get(name, name)
    role = material.roles.get(full, "")
    if not is_name(full.removesuffix(" MP")) or _ANSWERS.search(role):
        return None
    if _INSPECTS.search(role):
        return meant_by_inspectors(material, full, span)
    kept = (title["kept"] or "") if title else ""
    return Issuer(Body(kept + full, None, "person"), span)


def in_full(material: Material, common: str) -> str | None:
    """The only full name that the paper has for "the panel", "auditors" or "the ombudsman"."""
    form = _FULL.get(common.lower())
    if form is None:
        return None
    title = material.meta.title or material.canonical.title or ""
    found = [
        match.group() for part in (title, material.text[:_FAR]) for match in form.finditer(part)
    ]
    names = {_PAPER_OF.sub("", " ".join(one.split())) for one in found}
    return the_longest(names) or (meeting(material) if common.lower() in _BARE else None)


def ombudsman(material: Material) -> str:
    """Which ombudsman it is, by whom is complained of, where none is named in full."""
    return next((name for sort, name in _OMBUDSMEN if once(sort, material.text)), "Ombudsman")


_OMBUDSMEN = (
    (re.compile(r"\blandlord\b", re.IGNORECASE), "Housing Ombudsman"),
    (re.compile(r"\b(?:prison(?:er)?s?|NHS|trust)\b", re.IGNORECASE), "Ombudsman"),
    (re.compile(r"\bcouncil\b", re.IGNORECASE), "Local Government and Social Care Ombudsman"),
    (re.compile(r"\btenants?\b", re.IGNORECASE), "Housing Ombudsman"),
)


def the_longest(names: set[str]) -> str | None:
    """The longest of several names, if it holds all others: they are one body's."""
    names = {name for name in names if name.lower() not in _BARE}
    longest = max(sorted(names), key=len, default=None)
    return longest if longest and all(name in longest for name in names) else None


def meeting(material: Material) -> str | None:
    """The body whose meeting or paper it is: the one that the title and the first words name."""
    title = material.meta.title or material.canonical.title or ""
    for where in (f"{title}\n{material.text[:_HEAD]}", title):
        found = [one for sign in _BODIES for one in sign.findall(where)]
        name = the_longest({_PAPER_OF.sub("", " ".join(one.split())) for one in found})
        if name is not None:
            return name
    return None


def _ending(word: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:[A-Z][\w’'&-]*,? (?:(?:of|and|for|&) )?){{1,6}}{word}\b")


_HEAD, _FAR = 200, 60_000  # characters
_BARE = ("panel", "committee", "board")
_BODIES = tuple(map(_ending, ("Panel", "Committee")))
_PAPER_OF = re.compile(
    r"^(?:(?:Draft )?(?:Minutes|Report|Letter|Meeting|Members|Notes?|Chair|Clerk),? (?:of |to )?"
    r"(?:the )?)+|^The "
)
_INSPECTS = re.compile(r"\b(?:HMI|HM (?:Chief )?Inspector|[Ii]nspector of|[Ll]ead [Ii]nspector)\b")
_AUDIT = re.compile(r"\b[Ii]nternal [Aa]udit(?=\b)")
_FULL = {
    "panel": _ending("Panel"),
    "committee": _ending("Committee"),
    "board": _ending("Board"),
    "monitoring board": _ending("Monitoring Board"),
    "ombudsman": _ending("Ombudsman"),
    "auditor": _AUDIT,
    "auditors": _AUDIT,
    "inspectorate of prisons": re.compile(r"HM Inspectorate of Prisons"),
}
