"""Which column of a table of findings holds what, by the words of its head."""

import re
from collections.abc import Mapping
from functools import lru_cache

from answerable.reading.worded import once

# "HMICFRS cause of concern", "Live AFIs": whose they are, or in what state.
_OF = (
    r"(?:(?:the|our|its|open|new|live|current|outstanding|accelerated|active|hmicfrs|hmic|hmip?|peel"
    r"|inspection|inspectorate'?s?|inspectors'?|ofsted|cqc)'?s? ){0,3}"
)
_COLUMNS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("type", re.compile(r"(?:(?:finding|item) )?(?:type|category|kind)(?: of .{0,20})?$"
                        r"|must(?: do)?(?: or |/| / )should(?: do)?$|requirement level$")),
    ("number", re.compile(r"(?:rec(?:ommendation)?|afi|coc|finding) (?:no\.?|number"
                          r"|ref(?:erence)?\.?|#|id)$|(?:rec|afi|coc)\.?$")),
    ("ref", re.compile(r"(?:no\.?|number|ref(?:erence)?\.?|#|id)$")),
    ("cause", re.compile(rf"{_OF}causes? (?:of|for) concern"
                         r"(?: .{0,30})?$|(?:key |priority |priority or key |main )?concerns?$"
                         r"|(?:issues?|matters?) of concern$|(?:cqc|regulator'?s?|coroner'?s?)"
                         r" (?:findings?|failings?)$|(?:the )?failings?$")),
    ("improvement", re.compile(rf"{_OF}(?:areas? (?:for|of) (?:improvement|development)|afis?"
                               r"|issues? to address)(?: .{0,30})?$")),
    ("recommendation", re.compile(r"(?:hmicfrs|hmic|the inspectorate|inspectors"
                                  r"|the auditors?) (?:said|recommended|asked(?: for)?)$"
                                  r"|(?:\w+ ){0,3}\w+(?:'s|s') (?:\w+ )?recommendations?$"
                                  r"|(?:you|they|we|it|(?:the )?(?:inspectors?|visitors|panel"
                                  r"|auditors?|board|ombudsman))(?: have| has|'ve)? asked(?: of)?"
                                  r" (?:us|for|you|the \w+)(?: to)?$"
                                  r"|(?:what was )?asked of (?:us|the \w+)$"
                                  r"|(?:we|(?:the )?(?:panel|auditors?|board|committee|review"
                                  r"|task group|inspectors?|inspectorate|visitors))"
                                  r" (?:recommends?|recommended)(?: that)?$"
                                  r"|recommended by .{3,30}$"
                                  r"|(?:hmicfrs |hmic |hmicfrs[’']s? |the |audit |agreed |our )?"
                                  r"recommend(?:ation|ed action)s?(?: .{0,30})?$")),
    ("whom", re.compile(r"(?:to(?: whom)?|for(?: whom)?|addressee|addressed to|directed to|made to"
                        r"|body responsible|responsible (?:body|organisation|agency))$")),
    ("body", re.compile(r"(?:police )?(?:force|constabulary|body|institution|establishment|prison"
                        r"|provider|service|(?:fire (?:and rescue )?)?service|frs|organisation"
                        r"|trust|council|local authority)(?: name)?$")),
    ("response", re.compile(r"(?:force |pcc "
                                r"|commissioner'?s? |chief constable'?s? |our |management"
                                r"(?:'s)? |manager'?s? )?"
                            r"(?:response|reply|comments?|position|accepted\??|agreed\??"
                            r"|accepted or rejected|accept/reject)$")),
    ("due", re.compile(r"(?:(?:due|target|completion|implementation|agreed|revised|original"
                       r"|planned)(?: date)?|deadline|(?:by )?when|by|timescales?|date due"
                       r"|date for completion|due by|(?:revised|agreed) date)$")),
    ("status", re.compile(r"(?:status|state|progress|current position|rag(?: status)?"
                          r"|(?:our |hmicfrs )?(?:decision|assessment|judge?ment|outcome)"
                          r"|open or closed|revised date)$")),
    ("task", re.compile(r"(?:(?:cqc|agreed|required|improvement) )?actions?(?: required| needed"
                        r"| to be taken| description)?$|requirements?$")),
    ("text", re.compile(r"(?:(?:full |exact )?(?:text|wording|words)|description|details?"
                        r"|findings?|issue|what"
                        r"|summary|[\w ]{2,30}'?s? ?(?:words|wording|findings?)"
                        r"|what (?:they|it|he|she) (?:said|found|reported|wrote)"
                        r"|what (?:we(?! will| are)|the regulator|hmicfrs|the inspectorate"
                        r"|inspectors) .{1,20})$")),
)  # fmt: skip
TYPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "cause",
        re.compile(
            r"(?:accelerated )?(?:causes? (?:of|for) concern|coc)\b"
            r"|(?:key|priority|main) concern$|areas? for priority action$|matters? of concern$",
            re.I,
        ),
    ),
    ("improvement", re.compile(r"(?:areas? for improvement|afi)\b", re.IGNORECASE)),
    (
        "recommendation",
        re.compile(
            r"(?:(?:strategic|operational)$|rec(?:ommendation)?s?|must(?: do)?|should(?: do)?"
            r"|requirement(?: notice)?|warning notice)\b",
            re.IGNORECASE,
        ),
    ),
)
_HEAD_NUMBER = re.compile(r"^\(?\d{1,2}[.)] ")
# "The panel recommends that the Council…": the head begins what each cell ends.
_BEGINS = re.compile(
    r"(?:.{2,60} )?(?:should|must|recommends? that .{2,40}|asks? that .{2,40})\s?(?:…|\.{3})$"
    r"|(?!what|who|how|when|why|where)(?:\w+ (?:says?|said)(?: that)? )?(?:the|each|every)\b"
    r"[\w ]{0,30}(?<!\w[/&])\b(?:should|must|is to|are to)$"
)
# "Term | Meaning": a table that says what words mean, and finds nothing.
_DEFINES = re.compile(
    r"(?:meaning|definition|what (?:it|this|that) means|explanation|means|stands for)s?$"
)


def defines(head: tuple[str, ...]) -> bool:
    """Whether a head is that of a glossary."""
    return any(_DEFINES.match(one.strip(" :*").lower()) for one in head)


_KEYS = (
    ("cause", re.compile(r"(?:accelerated )?(?:cause (?:of|for) concern|coc)(?: \d{1,2})?"
                         r"|(?:key|priority) concern(?: \d{1,2})?", re.IGNORECASE)),
    ("improvement", re.compile(r"(?:area for improvement|afi)(?: \d{1,3})?", re.IGNORECASE)),
    ("recommendation", re.compile(r"rec(?:ommendation)?\.?(?: \d{1,3})?", re.IGNORECASE)),
)  # fmt: skip
_LEAST = 20  # characters of a finding beside its name


def key_of(cells: tuple[str, ...]) -> str | None:
    """What a row of two cells holds whose first says only that: "Cause of concern | The …"."""
    if len(cells) != 2 or len(cells[1]) < _LEAST or columns((cells[1],)):
        return None
    plain = cells[0].strip(" :*")
    return next((name for name, one in _KEYS if one.fullmatch(plain)), None)


def begins(head: str) -> bool:
    """Whether a head is the lead-in of its column: "The force should…"."""
    return _BEGINS.match(" ".join(head.split()).strip(" :*").lower()) is not None


@lru_cache(maxsize=256)  # a head comes again with each of its rows
def columns(header: tuple[str, ...]) -> Mapping[str, int]:
    """Which column holds what, by its head."""
    found: dict[str, int] = {}
    for place, head in enumerate(header):
        plain = _HEAD_NUMBER.sub("", " ".join(head.replace("’", "'").split())).strip(" :*").lower()
        if _BEGINS.match(plain) and "recommendation" not in found:
            found["recommendation"] = place
            continue
        for name, pattern in _COLUMNS:
            if name not in found and pattern.match(plain):
                found[name] = place
                break
    if "due" not in found and (dated := _dated_beside_owner(header)) is not None:
        found["due"] = dated
    return found


_OWNER = re.compile(
    r"\W*(?:(?:action |lead |responsible |agreed )?(?:owner|lead|officer|manager)"
    r"|(?:by )?who(?:m)?|responsib(?:le|ility)(?: (?:officer|manager|owner))?|assigned to)\W*$",
    re.IGNORECASE,
)
_DATE = re.compile(r"\W*date\W*$", re.IGNORECASE)


def _dated_beside_owner(header: tuple[str, ...]) -> int | None:
    """Where "Date" stands right behind who is to do it: by when, and not when it was raised."""
    behind = (
        place
        for place in range(1, len(header))
        if _DATE.match(header[place]) and _OWNER.match(header[place - 1])
    )
    return next(behind, None)


_ITS_KIND = re.compile(
    r"\W*(?:(?:accelerated )?causes? (?:of|for) concern|coc|areas? for improvement|afi"
    r"|rec(?:ommendation)?)\W*",
    re.IGNORECASE,
)


def says_its_kind(cells: tuple[str, ...]) -> int | None:
    """The first cell that says no more than of what kind a finding is: "AFI"."""
    return next((at for at, one in enumerate(cells) if _ITS_KIND.fullmatch(one)), None)


# "Article | What you must do | By", in a notice that is served on whoever reads it.
_YOU_MUST = re.compile(
    r"\W*(?:what you (?:must|have to|need to|are required to) do|steps? (?:you must take|required)"
    r"|(?:works?|measures?|steps|remedy) (?:that (?:is|are) )?(?:required|needed|to be taken))\W*",
    re.IGNORECASE,
)
_SERVED = re.compile(
    r"\b(?:(?:enforcement|improvement|prohibition|abatement|warning|compliance|remediation"
    r"|hygiene|breach|contravention|deficiencies) (?:notice|order)|notice of (?:deficiencies"
    r"|contravention|breach|requirement)|you are (?:hereby )?required to)\b",
    re.IGNORECASE,
)
# "Lesson | For", of a debrief: whoever stands beside it is to do it.
_LESSON = re.compile(r"\W*(?:lessons?(?: learn(?:ed|t))?|learning(?: points?)?)\W*", re.IGNORECASE)


def required_of_reader(head: tuple[str, ...], words: str) -> int | None:
    """The column of what a notice requires of its reader; `words` are those of the paper.

    A table that names owners is the plan of who was served.
    """
    place = next((at for at, one in enumerate(head) if _YOU_MUST.fullmatch(one)), None)
    if place is None or any(_OWNER.match(one) for one in head):
        return None
    return place if once(_SERVED, words) is not None else None


def lesson(head: tuple[str, ...]) -> int | None:
    """The column of the lessons that a table draws for those who are to do them."""
    return next((at for at, one in enumerate(head) if _LESSON.fullmatch(one)), None)
