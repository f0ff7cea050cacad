"""A body that sits, named beside its day: "Full Council, 24 February", "JAC 17/03/31".

Also what a body did on a day, and a sitting that was put off to another. Who joined a body on a
day, what was set up, what is due by it, and a paper or letter with its day tell of no meeting.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import Stated, whole_days
from answerable.reading.material import Material
from answerable.reading.meetings.meeting_events import told_to
from answerable.reading.meetings.meeting_fields import meeting
from answerable.reading.records import Record

_CAPITALS = r"(?:(?:[A-Z][\w&’'-]*|and|&|of|for) ){0,7}?"
_SITS = (
    r"(?:Panel|Board|Committee|Sub-?[Cc]ommittee|Cabinet|Forum|Assembly|Plenary|Leadership Team"
    r"|Management Team|Task (?:and Finish )?Group|Working Group|(?:Gold|Performance|Oversight"
    r"|Steering|Scrutiny|Assurance|Governance|Improvement|Executive) Group|Executive Team"
    r"|(?:[Ff]ull|[Bb]udget|[Aa]nnual|[Ss]pecial|[Ee]xtraordinary) [Cc]ouncil"
    r"|Council of Governors|Governing Body|JAC|PCP|SLT|CLT|SMT|CMT|ELT|PPOG|SPB|PCB|AGB)"
)
# Bodies that own, write and publish as often as they sit: only behind a word of sitting.
_MAY_SIT = (
    r"(?:Assembly|Council|Authority|Executive|Partnership|Group|Trustees|Governors|Members"
    r"|Councillors"
    r"|members|councillors|governors|trustees|cabinet|council|panel|board|committee)"
)
_DAY = (
    r"(?:[’']s)?(?: meeting| session| plenary)?(?:,? | \(|: | [–-] )(?:(?:is|was|will be) )?"
    r"(?:held )?(?:(?:on|of) )?"
    r"(?:\w+day,? )?$"
)
_NAMED = re.compile(
    rf"(?P<what>\b(?:(?:[Tt]he|[Oo]ur|[Ii]ts|[Tt]heir|[Yy]our|[Mm]y) )?{_CAPITALS}{_SITS}){_DAY}"
)
_AFTER_SITTING = re.compile(
    r"\b(?:(?:(?!publish|issu|launch|commission|employ|appoint|elect|releas|produc|sign)\w+ed|put"
    r"|seen|heard|taken|given|told)(?: to (?:him|her|them|us|me))? (?:by|to|at|before)"
    r"|(?:came|comes?|coming|went|goes|go|going|gone|brought|back|due|returns?|on) (?:back )?"
    r"(?:to|before|at)|before|to|at|[Mm]inute \d[\w/.]* of)"
    rf" (?P<what>(?:the |our )?{_CAPITALS}{_MAY_SIT})"
    r"(?: meeting| session)?(?:,? | \()(?:on )?(?:\w+day,? )?$"
)
_MOVED = re.compile(
    r"\b(?:came|comes?|coming|went|goes|going|gone|brought|back|returns?|reported|presented"
    r"|taken|put|considered|agreed|approved|discussed|seen|heard|noted|endorsed|adopted|rejected"
    r"|debated|scrutinised|examined|received|accepted|questioned|deferred) [^.;]{0,30}$"
    r"|\b[Mm]inute \d[\w/.]* of (?:the )?$",
    re.IGNORECASE,
)
# "Trustees, 7 June 2031: agreed to fund": what was settled stands behind a colon.
_OPENS = re.compile(
    rf"\W*(?P<what>(?:[A-Z][\w&’'-]* ){{0,5}}{_MAY_SIT})(?:,| [–-])(?: \w+day,?)? $"
)
_SETTLED = re.compile(
    r"\W{1,3}(?:[A-Z]?[a-z]+ ){0,2}(?:[Aa]greed|[Rr]esolved|[Aa]pproved|[Ss]et|"
    r"[Rr]ejected|[Nn]oted|[Aa]sked|[Dd]ecided|[Hh]eard|[Vv]oted|[Tt]old)\b"
)
_NOT_SITTING = re.compile(
    r"\b(?:join(?:s|ed|ing)?|left|leaves?|leaving|appointed|elected|co-opted|resign(?:s|ed)?"
    r"|re-elected|st(?:ood|ands?|ep(?:s|ped)?) down|quit|retired?|since|served|set up|established"
    r"|created|formed|founded|launched|disbanded|abolished|wound up|dissolved|merged|member"
    r"|chair(?:man|ed|s)?|clerk|secretary|signed|head|adviser|by and for)\b[^.;]{0,40}$"
    r"|\b(?:by|until|till|ahead of|in time for|in advance of|prior to|no later than|within|after"
    r"|following|letter|e-?mail|reply|response|statement|evidence|submission|replied|wrote"
    r"|written|responded"
    r"|apologised|complained)(?: (?:to|of|from|for))? (?:the )?$"
    r"|\b(?:report|paper|note|findings|publication|minutes?|members?|work|plan|review) (?:of|by"
    r"|from) (?:the )?$",
    re.IGNORECASE,
)
_SAT_BY = re.compile(
    r"\b(?:considered|approved|agreed|received|noted|endorsed|adopted|scrutinised|discussed|seen"
    r"|looked at|taken up|checked|tested|examined"
    r"|rejected|deferred|questioned|heard|debated|called in|signed off|reviewed|taken"
    r"|accepted|asked|challenged)(?: [a-z]+){0,2} by (?:the )?$|\bput to \w+ by (?:the )?$"
    r"|\b(?:considered|approved|discussed|seen|heard|agreed|taken) [^.;]{0,90}\band (?:then )?by"
    r" (?:the )?$",
    re.IGNORECASE,
)
# "The Committee looked at this statement on": what it did, with what it was about.
_DID = re.compile(
    r"\b(?P<what>(?:[A-Z][\w&’'-]* ){0,4}(?:Panel|Board|Committee|Council|Cabinet|Authority|Forum"
    r"|Assembly|Trustees|Governors|Members|Executive|members|councillors|governors|trustees"
    r"|committee|panel|cabinet)(?: of (?:the |our )?(?:[A-Z][\w’'-]* ?){1,5})?) ?(?:(?:has|have"
    r"|had|then|also|first|last|again|jointly"
    r"|unanimously) ){0,2}(?P<did>considered|heard(?: from)?|reviewed|discussed|debated"
    r"|looked at|scrutinised"
    r"|received|noted|endorsed|rejected|adopted|ratified|voted|sat|took evidence|took|questioned"
    r"|examined|approved|agreed|resolved|decided|set the)"
    r"(?P<about>(?: (?!that|which|who|whose|how|why|whether|to|by|from|until|after|before|since"
    r"|published|issued|dated|made|held|sent|received|completed|ending|due|said|were|was|is"
    r"|started|begins?)[\w£%’'–-]+,?){0,9}?) on(?: \w+day,?)? $"
)
# "On 16 May, before the Audit Committee, the treasurer accepted every point."
_ON_THAT_DAY = re.compile(r"(?:^|[.;] )\W*[Oo]n (?:\w+day,? )?$")
_BEFORE_BODY = re.compile(
    rf",? (?:at|before|in front of) (?:(?:the|our|its) )?{_CAPITALS}{_SITS}\b(?! (?:papers?"
    rf"|report))"
)
_PUT_OFF = re.compile(
    r"\b(?:adjourn(?:ed|s|ing)?|stood over|put (?:back|off)|rearranged|rescheduled|relisted"
    r"|postponed|moved|reconven(?:e|es|ed|ing)|resum(?:e|es|ed)|continues?|held again)"
    r"(?: at \S{2,9}(?: ?[ap]m)?| again| sine die)?,?"
    r" (?:to|until|till|for|on)(?: the (?:meeting|session) (?:of|on))?(?: \w+day,?)? $",
    re.IGNORECASE,
)
_SITTING = re.compile(
    r"\b(?:meetings?|sessions?|boards?|panels?|committees?|hearings?|workshops?|forums?|summits?"
    r"|assembly|cabinet|council|authority|inquiry|tribunal|court|plenary|members|we)\b",
    re.IGNORECASE,
)
_ITEM = re.compile(
    r"(?:[^.;]{0,40}\b(?:item|paper|report|matter|minutes|debate)\b[^.;]{0,20})?\W*(?:deferred"
    r"|adjourned|carried over|held over|carried forward) (?:to|until)"
    r"(?: the (?:meeting|session) (?:of|on))?(?: \w+day,?)? $",
    re.IGNORECASE,
)
_OFF = re.compile(r"\W{0,3}(?:(?:was|is|has been|were) )?(?:cancelled|called off|abandoned)\b")
_MAY = re.compile(
    r"panel|board|committee|cabinet|council|forum|assembly|plenary|team|group|govern|member"
    r"|trustee|authority|executive|partnership|jac|pcp|slt|clt|smt|cmt|elt|spb|agb|ppog|adjourn"
    r"|stood over|reconven|relisted|resum|postponed|deferred|carried |held over|hearing|meeting"
    r"|session"
    r"|rearrang|reschedul"
)
_NEAR = 130  # characters before a day in which its body is named


def of_bodies(material: Material, this: Record | None) -> Iterator[Record]:
    """Each meeting of a body that is named beside its day."""
    after = this.fields["date"] if this is not None else material.meta.published
    for place, passage in enumerate(material.passages):
        if passage.kind in ("heading", "row", "letterhead", "attendance"):
            continue
        if material.text.startswith("Subject:", passage.start):
            continue  # the mail below says it again
        if this is not None and passage.start < this.end and passage.end > this.start:
            continue
        days = whole_days(material.text, passage.start, passage.end)
        if not days or _MAY.search(material.lowered, passage.start, passage.end) is None:
            continue
        for one in days:
            if this is not None and this.fields["date"] == one.iso:
                continue
            told = _begin(material, passage, one, first=place < _TOP)
            if told is None or _OFF.match(material.text, one.end):
                continue
            yield _made(material, one, told, after)


_TOP = 3  # passages at the head of a paper, where a body and a day are its author and date


def _begin(material: Material, passage: Passage, one: Stated, *, first: bool) -> int | None:
    """Where the words of a meeting begin that stand before its day; None where none do."""
    near = max(passage.start, one.start - _NEAR)
    left = material.text[near : one.start]
    right = material.text[one.end : passage.end]
    if _put_off(material, passage, left):
        return one.start
    if _ON_THAT_DAY.search(left) and _BEFORE_BODY.match(right):
        return one.start
    did = _DID.search(left)
    if did is not None and _NOT_SITTING.search(left[: did.start()]) is None:
        return near + did.start("what") if len(left) - did.start() < _SHORT else one.start
    begin = _named(left, right, first=first)
    return near + begin if begin is not None else None


def _named(left: str, right: str, *, first: bool) -> int | None:
    """Where in the words before a day the body begins that sat on it."""
    opens = _OPENS.fullmatch(left)
    if opens is not None and _SETTLED.match(right):
        return opens.start("what")
    named = _NAMED.search(left)
    whole = named is not None and first and not left[: named.start()].strip(" •-*–")
    if named is not None and not (whole and not right.strip(" .")):
        before = left[: named.start("what")]
        sat = _SAT_BY.search(before) or _NOT_SITTING.search(before) is None
        return named.start("what") if sat else None
    after = _AFTER_SITTING.search(left)
    moved = after is not None and _MOVED.search(left[: after.start("what")])
    return after.start("what") if after is not None and moved else None


_SHORT = 45


def _put_off(material: Material, passage: Passage, left: str) -> bool:
    """Whether a sitting, or an item of one, was put off to the day that follows."""
    off = _PUT_OFF.search(left)
    if off is not None:
        opens = not left[: off.start()].strip(" -–•*.0123456789")
        return opens or _SITTING.search(left, 0, off.start()) is not None
    minutes = material.profile.type == "minutes"
    return (
        minutes
        and _ITEM.fullmatch(material.text[passage.start : passage.start] + left) is not None
    )


def _made(material: Material, one: Stated, begin: int, after: object) -> Record:
    end = told_to(material.text, one.end)
    day, held = str(one.iso), str(after)
    later = day[4:] > held[4:] if day.startswith("XXXX") else day > held
    return meeting(
        material, (begin, end), one, material.text[begin : one.start],
        standing="next" if later and isinstance(after, str) else "mentioned",
        rule="meeting.of-body", weight=39,
    )  # fmt: skip
