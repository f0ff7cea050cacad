"""Who owns an action: initials and posts resolved by the document's own list of people."""

import re
from dataclasses import dataclass, replace

from answerable.reading.material import Material
from answerable.reading.people.post_words import NOUNS, POSTS
from answerable.reading.records import Value
from answerable.reading.roles import NAME, is_name

_SHORT = {
    "cc": "chief constable",
    "dcc": "deputy chief constable",
    "pcc": "police and crime commissioner",
    "pfcc": "police, fire and crime commissioner",
    "acc": "assistant chief constable",
    "cfo": "chief finance officer",
    "ceo": "chief executive",
    "aco": "assistant chief officer",
    "commissioner": "police and crime commissioner",
}
_SPLIT = re.compile(r"\s*(?:/|&|\+|,|\band\b)\s*")
# "Group Manager Dale Fensome": a post and a whole name.
_POST_AND_NAME = re.compile(
    r"(?P<office>(?:[A-Z][\w’&/]* |of |and |for ){0,5}(?:Manager|Officer|Lead|Director|Head|Supt"
    r"|Superintendent|Inspector|Constable|Commander|DCC|ACC|CC|ACO|DCI|DI|CFO|Treasurer|Analyst))"
    r" (?P<name>[A-Z][a-z’-]+ [A-Z][A-Za-z’-]+)"
)
# "Head of Change (D. Egerton)".
_NAME_IN_BRACKETS = re.compile(
    r"(?P<office>[^()]{2,50}?) ?\((?P<name>[A-Z][^()\d]* [^()\d]{2,40})\)"
)
# "ACC Brandreth", "Cllr Osei": a rank and a surname.
_RANK_AND_SURNAME = re.compile(
    r"(?P<office>(?:T/|A/|D/|Ch )?(?:CC|DCC|ACC|ACO|PCC|DPCC|PFCC|CFO|DCFO|ACFO|AM|GM|SM|Supt\.?"
    r"|C/Supt|Insp\.?|DCI|DI|DSU|CI|Cllr|Councillor|(?:[A-Z][a-z]+ ){0,3}(?:Constable|Inspector"
    r"|Superintendent|Commander|Manager|Officer|Sergeant|Commissioner|Governor|Mayor|Director)))"
    r" (?P<name>[A-Z][a-zà-ÿ]+(?:[-’'][A-Z][a-zà-ÿ]+)*)"
)
_TITLED = re.compile(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.? (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*)"
)
_MEMBERS = ("Councillor", "Cllr")  # of whom there are many: no office that owns an action
_OFFICES = frozenset(
    (
        *("cc", "dcc", "acc", "aco", "pcc", "pfcc", "dpcc", "cfo", "dcfo", "acfo", "ceo", "coo"),
        *("opcc", "opfcc", "mo", "hmi", "it", "ict", "hr", "sro", "cps", "nhs", "csp", "lcjb"),
        *("smt", "slt", "fcc", "fcr", "psd", "cid", "mayor", "pa", "ea", "ce", "cex", "all"),
        *("ico", "iopc", "hmic", "moj", "ho", "apcc", "npcc", "cop", "jac", "pcp", "am", "gm"),
    )
)
_HELD_AS = re.compile(r"^(?:t/|temporary |acting |a/)")
_PLAIN_INITIALS = re.compile(r"[A-Z]{2,4}[a-z]?")


@dataclass(frozen=True, slots=True)
class Owner:
    """Who owns an action, as the document writes it, and who and what that is.

    `office` and `person` are known where the words say them, or where the document's own list
    of people does; `listed` names those that only the list says, and `note` says of whom.
    """

    words: str | None
    office: str | None = None
    person: str | None = None
    note: str | None = None
    listed: frozenset[str] = frozenset()

    def fields(self) -> dict[str, Value]:
        """The fields of a record of an action."""
        office = None if self.office == self.words else self.office
        return {"owner": self.words, "owner_office": office, "owner_person": self.person}

    def inferred(self) -> dict[str, str]:
        """The fields that no words beside the action state, with the reason."""
        if self.note is None:
            return {}
        given = self.fields()
        return {name: self.note for name in sorted(self.listed) if given[name] is not None}


NOBODY = Owner(None)


def owner_of(material: Material, words: str | None) -> Owner:
    """An owner as written, with the office and the person where the document says them."""
    plain = _OWN.sub("", " ".join((words or "").split()).strip(" .,;:-–"))
    plain = _PLACED.sub(r"\g<who>", plain)
    if not plain:
        return NOBODY
    if plain in ("me", "Me", "I"):
        return _writer(material, plain)
    named = _subject(material, plain) or _ranked(material, plain)
    if named is not None:
        return named
    found = _resolved(material, plain)
    if found.person is None:
        found = _several(material, plain) or found
    if found.person is not None:
        return found
    return Owner(plain, None, plain if _somebody(plain) else None)


# "Kath Lomas in the gate": where a person works says nothing of who it is.
_PLACED = re.compile(rf"^(?P<who>{NAME}) (?:in|from|at|on) (?:the|our|my) [\w’' -]+$")


def _subject(material: Material, plain: str) -> Owner | None:
    """ "We expect the force to": in a report on one body that body."""
    if material.profile.type not in _REPORTS or _BODY.fullmatch(plain) is None:
        return None
    subject = material.subject
    if subject is None:
        return None
    return Owner(subject.name, note=f"{plain} = subject body", listed=frozenset(("owner",)))


_BODY = re.compile(r"(?:[Ff]orce|[Ss]ervice|[Cc]onstabulary|[Tt]rust|[Cc]ouncil|[Pp]rovider)")
_REPORTS = ("inspection-report", "inspection-letter")


def _ranked(material: Material, plain: str) -> Owner | None:
    """A rank and a surname, or a post and a whole name."""
    ranked = _RANK_AND_SURNAME.fullmatch(plain)
    # "ACC Operations" is a post of its own, and no rank with a surname.
    if ranked is not None and not {ranked["name"], ranked["name"].removesuffix("s")} & POSTS:
        person = material.directory.get(ranked["name"])
        office, listed = _of_rank(material, ranked, person)
        return Owner(
            plain,
            office,
            person or ranked["name"],
            f"{plain} in the attendance list" if person else None,
            frozenset(("owner_person", "owner_office") if listed else ("owner_person",)),
        )
    post = _POST_AND_NAME.fullmatch(plain) or _NAME_IN_BRACKETS.fullmatch(plain)
    if post is not None and is_name(post["name"]):
        return Owner(plain, post["office"], post["name"])
    return None


def _writer(material: Material, plain: str) -> Owner:
    """ "Me" in a message is whoever wrote it."""
    names = {one.name for one in material.sightings if one.presence == "author"}
    person = names.pop() if len(names) == 1 else None
    note = "the writer of the message" if person else None
    return Owner(plain, material.roles.get(person or ""), person, note, _BY_LIST)


# "the estates manager", "their area manager": whose it is says nothing of who it is.
_OWN = re.compile(r"^(?:[Tt]he|[Tt]heir|[Ii]ts|[Hh]is|[Hh]er|[Oo]ur|[Mm]y) (?=\w)")
_BY_LIST = frozenset(("owner_office", "owner_person"))


# Ranks that one person of a body holds: the rank alone says who it is.
_SINGLE = frozenset(
    ("CC", "DCC", "ACO", "PCC", "DPCC", "PFCC", "CFO", "DCFO", "Mayor", "Commissioner", "Governor",
     "Chief Constable", "Deputy Chief Constable", "Police and Crime Commissioner", "ACC", "ACFO",
     "Assistant Chief Constable", "Chief Fire Officer", "T/ACC", "T/DCC", "T/CC")
)  # fmt: skip


def _of_rank(
    material: Material, ranked: re.Match[str], person: str | None
) -> tuple[str | None, bool]:
    """The post of "Supt Nye", and whether only the list says it; a rank of many says nothing."""
    if ranked["office"] in _SINGLE:
        return ranked["office"], False
    role = material.roles.get(person or "")
    if role and role not in _MEMBERS and role != ranked["office"]:
        return role, True
    return None, False


def _several(material: Material, plain: str) -> Owner | None:
    """Two owners or more: "RHL/DP", "the Chief Constable and the Chief of Staff"."""
    parts = [
        re.sub(r"^(?:the|(?:Cllrs|Councillors|Messrs|Drs)\.?) ", "", part)
        for part in _SPLIT.split(plain)
        if part
    ]
    joined = " / " if "/" in plain else " and "
    if len(parts) > 1:
        found = [_resolved(material, part) for part in parts]
        if found[0].person and len({one.person for one in found}) == 1:
            return replace(found[0], words=plain)  # "Ottoline Frere, Chief of Staff" is one person
        if all(one.person for one in found):
            return Owner(
                plain,
                joined.join(one.office or one.words or "" for one in found),
                joined.join(one.person or "" for one in found),
                f"{plain} in the attendance list",
                found[0].listed.union(*(one.listed for one in found)),
            )
        if all(initials_of_somebody(one.words) or one.person for one in found):
            people = joined.join(one.person or one.words or "" for one in found)
            return Owner(plain, None, people)
    return None


def _somebody(words: str) -> bool:
    """Whether the words name a person: initials, "Mr Egerton", "Toby Wren"."""
    named = re.fullmatch(NAME, words) is not None and is_name(words)
    named = named and words.rsplit(maxsplit=1)[-1] not in NOUNS  # "Practice Lead"
    return named or _TITLED.fullmatch(words) is not None or initials_of_somebody(words)


def initials_of_somebody(words: str | None) -> bool:
    """Initials of a person whom the document does not name: "SD", but not "DCC"."""
    return (
        words is not None
        and _PLAIN_INITIALS.fullmatch(words) is not None
        and words.lower() not in _OFFICES
        and len(words) <= 3
    )


def _resolved(material: Material, words: str) -> Owner:
    person, note = owner_person(material, words)
    if person is None:
        return Owner(words)
    office = material.roles.get(person)
    initials = _PLAIN_INITIALS.fullmatch(words) and words.lower() not in _OFFICES
    named = words == person or initials or _is_surname(words, person)
    first = words == person.split()[0] != person  # "Nadia" alone says too little of who it is
    plain, own = (person, ("owner",)) if first else (words, ())
    if office and named and office not in _MEMBERS:
        note = note or f"{words} in the attendance list"
        both = ("owner_office",) if words == person else ("owner_office", "owner_person")
        return Owner(plain, office, person, note, frozenset((*both, *own)))
    return Owner(plain, None, person, note, frozenset(("owner_person", *own)))


def _is_surname(words: str, person: str) -> bool:
    """ "Mr Egerton" or "Nadia": a name of that person without a post before it."""
    last = re.sub(r"^(?:Mr|Mrs|Ms|Miss|Dr) ", "", words)
    return last in person.split()


def owner_person(material: Material, owner: str | None) -> tuple[str | None, str | None]:
    """The person behind initials or a post, where the document's own list says so."""
    if owner is None:
        return None, None
    known = material.directory
    if owner in known:
        same = known[owner] == owner
        return known[owner], None if same else f"{owner} in the attendance list"
    last = owner.split()[-1]
    if last in known and last[:1].isupper() and not last.isupper() and not _BOTH.search(owner):
        return known[last], f"{owner} in the attendance list"
    if last.isalpha() and last.istitle() and len(owner.split()) == 1:
        first = {name for name in known.values() if name.split()[0] == owner}
        if len(first) == 1:
            return first.pop(), f"{owner} in the attendance list"
    names = {name for name, role in material.roles.items() if _same_post(role, owner)}
    if len(names) == 1:
        return names.pop(), f"{owner} in the attendance list"
    return None, None


# "Cllr Moss and Cllr Vale", "Cllrs Moss and Vale": each is somebody.
_BOTH = re.compile(
    r"(?:\band|&|/|,) ?(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\b|^(?:Cllrs|Councillors|Messrs|Drs)\b"
)


def _same_post(role: str, owner: str) -> bool:
    first, second = role.casefold().replace("&", "and"), owner.casefold()
    first, second = _SHORT.get(first, first), _SHORT.get(second, second)
    first = _HELD_AS.sub("", first)
    return first == second or (
        second == "police and crime commissioner"
        and first.endswith("crime commissioner")
        and not first.startswith("deputy")
    )
