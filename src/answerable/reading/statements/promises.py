"""What somebody says will be done: promises, undertakings and plans, one a clause."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates, deadline
from answerable.reading.material import Material
from answerable.reading.statements.forecasts import forecast
from answerable.reading.statements.only_meets import only_meets
from answerable.reading.statements.promises_told import (
    ASSURED_WOULD,
    EACH_WILL,
    INTENDED,
    OFFICER_TOLD,
    PROMISED_THING,
    SAID_WILL,
    TOLD_BY_THEN,
    TOLD_WOULD,
    UNDER_WAY,
    UNSAID,
    says_when,
)
from answerable.reading.statements.statements import PAST, PERFECT, span_of
from answerable.reading.worded import in_any_case, worded

_FUTURE = worded(
    "will|shall|’ll|'ll|going to|due to|determined to|promis|pledg|vow|undert|agreed|announced"
    "|plan|intend|aim|commit|propose|to be|would be|gave|give",
    r"\b(?:will|shall|[’']ll|(?:am|is|are) going to|(?:is|are|am) committed to|(?:is|are) due to"
    r"|(?:am|is|are) determined to|(?:has|have) (?:promised|pledged|committed|vowed|undertaken"
    r"|agreed)"
    r"(?: to| that)|(?:promis|pledg|vow)(?:ed|es)"
    r" (?:(?:this|last) (?:week|month|year) |today |yesterday |on \w+day |again )?"
    r"(?:to|that|an?|the|that)\b|(?:plans|intends?"
    r"|aims|commits|pledges"
    r"|promises|undertakes|proposes|(?:we|I|they|you) (?:plan|aim|commit|pledge|promise"
    r"|propose)) to|(?:is|are) to be|(?:committed|agreed) to"
    r"|would be (?:reviewed|completed|published|held|opened|recruited|in place)"
    r"|(?:committed|agreed) to \w+ing)\b"
    r"|\b(?:gave|gives?|given) (?:(?:the [A-Z]\w+|us|me|them|members|it) )?(?:an?|his|her|its"
    r"|their) (?:clear |firm )?(?:undertaking|assurance"
    r"|commitment|promise|pledge) (?:that|to)\b|\bunder(?:took|takes|taking) to\b"
    # "the police announced they are to recruit", "announced that it is to open"
    r"|\bannounced(?: that)? (?:it|they|s?he|we) (?:is|are|was|were) (?:going )?to (?!be\b)",
    re.IGNORECASE,
)
_NOT_PROMISE = in_any_case(
    r"\b(?=[a-z])(?:(?:sought|seeks?|seeking|asked for|wanted) (?:an? |some |further )?"
    r"(?:assurance|promise)"
    r"|(?:do|does|did) not (?:plan|intend|aim|propose)"
    r"|no plans? to\b|(?:no|any|without|little) (?:\w+ )?(?:assurance|guarantee|commitment"
    r"|promise)s?\b"
    r"|(?:will|shall|would) (?:not\b|never\b|recall|remember|know|note|be aware|agree that"
    r"|appreciate"
    r"|see (?:that|from)|understand|be disappointed|be concern|find that|always be (?:some|a)"
    r"|have been(?! (?:\w+ed|put|made|built|set|met|sent|done)\b)|want\b|need\b|expect"
    r"|look for\b|hope|like\b|be able to say"
    r"|be (?:pleased|proud|familiar|surprised|no doubt))|will of\b|free will\b|goodwill\b"
    r"|hop(?:e|es|ed|ing) (?:that|we|it|to|they)\b(?![^.;]*, (?:and|but) (?:I|we|they)"
    r" (?:will|shall)\b)|will\b.{0,140}, (?:if|provided|unless"
    r"|subject to)\b"
    r"|if .{0,80}\bwill\b|will\b[^.;]{2,90}? (?:if|unless) (?!necessary|needed)\w+"
    r"|(?:asked|ask|asks|wonders?|know|sure) (?:us |me )?(?:whether|if)\b.{0,90}\bwill\b"
    r"|(?:read|written) in the\b|we (?:shall|will) see\b|when we plan\b|I was told\b"
    r"|do not write\b|would be assured\b|in the round\b|promised\b.{0,60}\bnever\b"
    r"|in (?:19|20)\d\d,? (?:we|it|they|ministers|he|she) promised\b|(?:had|were) promised\b"
    r"|[Yy]ou(?:[’']ll| will) (?:all )?(?:have (?:seen|read|heard)|like|know|recall|remember"
    r"|see)\b"
    r"|I(?:[’']ll| will) (?:believe|admit|only say|say (?:only|no more))\b"
    r"|you will (?:also |no doubt |all )?(?:be (?:keen|aware|pleased|interested)|know|recall"
    r"|remember|appreciate|understand)\b"
    r"|(?:report|letter|paper) will say\b|will (?:soon )?have to\b|will stay in\b"
    r"|(?:can[’']?t|cannot|can not|not) promise\b|(?:says?|said) (?:that )?(?:it|they)"
    r" will\W*$"
    r"|will be (?:expected|asked|invited) to\b"
    r"|grades? will be given\b|means (?:that )?.{0,60}\bwill be\b"
    r"|would\b.{0,60}\bif\b|only .{0,30}\bwill tell\b"
    # "an area that the Chief Constable was committed to seeing change": no promise of anything.
    r"|(?:was|were|been|being) (?:\w+ )?committed to (?:see|mak|ensur|work|improv)ing\b"
    # "the chance that this process will give us", "In this stage, forces will plan", house rules.
    r"|(?:opportunit(?:y|ies)|chances?|benefits?|support|value|things?) (?:that |which )?(?:this"
    r"|these|the \w+) (?:\w+ )?will (?:also )?(?:provide|bring|give|offer|have|make|create)\b"
    r"|will be (?:presented|found|set out|attached) (?:in|as|at) (?:the )?(?:appendi|annex)"
    r"|you will find\b"
    r"|will be (?:allocated|allowed|permitted) (?:for members of the public|to speak|to ask)\b"
    r"|(?:amending|changing|varying|re-?ordering) the (?:agenda|order)\b"
    # An advertisement of a post, an outlook, a rule of the house, where a paper goes.
    r"|will be (?:very |even |more )?(?:tight|difficult|hard|tough|challenging)\b"
    r"|(?:report|paper|response|plan|item) will be (?:taken|tabled|considered|discussed|heard)"
    r" (?:at|by|in|on)\b"
    r"|(?:was|were) (?:anticipated|envisaged|thought|predicted)\b[^.;]{0,80}\bwould\b)"
    r"|n[’']t (?:plan|intend|aim)|[’']ll be (?:expected|asked|invited) to\b|^\W*Should\b"
    r"|(?:^\W*|[:.] [\"“‘]?)(?:In|During|At|Under) (?:the|this|that|each) (?:\w+ ){0,2}"
    r"(?:phase|stage),? (?:forces|services|bodies|councils|schools|providers|inspectors)\b"
    r"|(?:^\W*|[.:] )You will (?:report|be (?:responsible|based|paid|part of)|work|lead|manage"
    r"|need|join)\b"
    r"|^\W*No (?:\w+ ){1,4}(?:will|shall) be (?:given|taken|accepted|allowed|admitted|heard|read)",
)
_TOPIC = re.compile(
    r"\b(?:sets?|setting) out (?:how|what)\b|\b(?:describes?|explains?|details?) how\b|"
    r"\b(?:(?:the|this|next|our) (?:\w+ ){0,2}(?:review|inspection|meeting|session|report|panel"
    r"|agenda)"
    r"(?: \([^()]{3,30}\))? will (?:also )?(?:be in public|look at|consider|see|focus|cover"
    r"|examine|discuss|take place|be held|include|start)"
    r"|will (?:take place|be held (?:on|at|in)|be streamed|be held virtually|meet next)"
    r"|will (?:also )?(?:have the (?:chance|opportunity)|get the chance|answer questions)"
    r"|Chief Constable will discuss|(?:next|public) (?:\w+ )?(?:meeting|session) (?:will|is to) be"
    r"|(?:board|panel|committee) will (?:sit|meet)"
    r"|(?<!I )will hold an? (?:\w+ )?(?:meeting|session)"
    r"|there will be an? (?:\w+ )?(?:briefing|meeting|session|debrief)"
    r"|(?:council|councillors|authority|panel|board|committee|cabinet|members?|group|trustees)"
    r" (?:(?:will|shall|are to|is to) (?:now |then |also |next )?|(?:is|are) (?:now )?due to )"
    r"(?:discuss|consider|receive|hear|debate|note|be (?:asked|invited|told)|vote|decide)"
    r"|(?:money|funding|grants?|contract|scheme|fund|cash|award|pilot|project) (?:will|is due to)"
    r" (?:also )?(?:run|last|cover|be (?:spent|used|shared|split)|come|go|pay|expire|end"
    r"|be worth))",
    re.IGNORECASE,
)
_PROMISED = re.compile(
    r"\b(?:promised|pledged|committed|vowed|agreed|undertaken|assured|said|told"
    r"|confirmed|announced|given)$"
)


# What was done, then what will be: "…, and four more will start before Christmas".
_SECOND = re.compile(r",? (?:and|but) (?=(?:\w+ ){1,4}(?:will|shall)\b)")

# "Publishing outcomes – will be done monthly": what falls short, then what will be done.
_ANSWER = re.compile(r" [–—-] (?=[a-z])")


def promised(
    material: Material, passage: Passage, words: str, *, spoken: bool, kind: str
) -> list[tuple[int, int]]:
    """Span of the promise of a sentence, without the clause that says what was done."""
    whole = _promise(material, passage, words, spoken=spoken, kind=kind)
    if whole is None:
        return []
    inside = material.text[whole[0] : whole[1]]
    answer = _ANSWER.search(inside) if passage.section == "afi" else None
    if answer and passage.kind == "item" and _FUTURE.search(inside, answer.end()):
        return [(whole[0] + answer.end(), whole[1])]
    second = _SECOND.search(inside)
    before = inside[: second.start()] if second else ""
    if second and not _FUTURE.search(before) and (PERFECT.search(before) or PAST.search(before)):
        return [(whole[0] + second.end(), whole[1])]
    return _each(inside, whole)


# "I will hold a session in each town, we will publish the figures and will report in May".
_JOINT = re.compile(
    r"(?:[,;] and|[,;]| and) (?:also )?(?=(?:(?:I|we|they|the [a-z]+(?: [a-z]+)?|my [a-z]+"
    r"|our [a-z]+) )?(?:will|shall) (?!not\b|be\b)[a-z]|(?:I|we|they)[’']ll [a-z])"
)
_OF_ANOTHER = re.compile(r"\b(?:who|which|that|whether|if|unless|until|when|what|how)\b[^,;]*$")
_OWN = re.compile(r"(?:I|we)\b")
_SAME_THING = re.compile(r"(?:will|shall) \w+ (?:it|them|so|this|that)\b")
_HOPED = re.compile(r"\b[Hh]op(?:e|es|ed|ing) (?:that|we|it|to|they)\b")
_LEAST_TOLD = 18  # characters of a promise


def _each(inside: str, whole: tuple[int, int]) -> list[tuple[int, int]]:
    """The promises of a sentence that makes several, each a clause with its own "will"."""
    parts: list[tuple[int, int]] = []
    at, end = whole[0], len(inside)
    for joint in _JOINT.finditer(inside):
        before = inside[at - whole[0] : joint.start()]
        short = min(len(before), end - joint.end()) < _LEAST_TOLD
        own = _OWN.match(inside, joint.end()) is not None
        if not own and (_OF_ANOTHER.search(before) or _SAME_THING.match(inside, joint.end())):
            continue
        if short or not _FUTURE.search(before):
            continue
        parts.append((at, whole[0] + joint.start()))
        at = whole[0] + joint.end()
    parts.append((at, whole[1]))
    if len(parts) == 1:
        return parts
    hoped = (_HOPED.search(inside, one - whole[0], end - whole[0]) for one, end in parts)
    return [part for part, hope in zip(parts, hoped, strict=True) if hope is None]


# "The Commissioner undertook as follows." "She would publish the plan."
_UNDERTOOK = re.compile(
    r"\b(?:undertook|undertaking|undertakings|promised|promises|pledged|pledges|commitments?"
    r"|committed"
    r"|assurances)\b[^.;?]{0,60}(?:as follows|the following|:|these)\W*$"
    r"|\b(?:gave|made) (?:\w+ )?(?:undertakings|promises|pledges|commitments"
    r"|assurances)\b[^.;?]{0,60}\W*$",
    re.IGNORECASE,
)
_WOULD = re.compile(
    r"\W*(?:\w{1,3}[.)] )?(?:[Ss]?he|[Tt]hey|It|We|The \w+|To|[Tt]hat \w+) ?(?:would|will|to)?\b"
)
_BACK = 6  # sentences


def undertaken(material: Material, passage: Passage, words: str) -> bool:
    """A sentence or item of a list of undertakings that the sentence above it opens."""
    at: Passage | None = passage
    if " would " not in words and not words.lower().lstrip("-•() ").startswith(("to ", "that ")):
        return False
    for _ in range(_BACK):
        at = material.before(at) if at is not None else None
        if at is None or at.kind == "heading":
            return False
        above = material.text[at.start : at.end]
        if _UNDERTOOK.search(above):
            return _WOULD.match(words) is not None and not words.endswith("?")
        if " would " not in above and at.kind != "item":
            return False
    return False


def _future(words: str) -> re.Match[str] | None:
    return (
        _FUTURE.search(words)
        or INTENDED.search(words)
        or TOLD_WOULD.search(words)
        or TOLD_BY_THEN.search(words)
        or ASSURED_WOULD.search(words)
        or PROMISED_THING.search(words)
        or OFFICER_TOLD.search(words)
        or UNSAID.search(words)
        or _dated(UNDER_WAY.search(words), words)
        or _dated(SAID_WILL.search(words), words)
    )


def _dated(found: re.Match[str] | None, words: str) -> re.Match[str] | None:
    return found if found is not None and says_when(words) else None


def _of_something_else(words: str) -> bool:
    """Whether a sentence about what will be only says when a body meets, or promises nothing."""
    return (
        only_meets(words)
        or forecast(words)
        or _NOT_PROMISE.search(words) is not None
        or _TOPIC.search(words) is not None
    )


def _promise(
    material: Material, passage: Passage, words: str, *, spoken: bool, kind: str
) -> tuple[int, int] | None:
    """Span of a promise, or None."""
    match = _future(words) or _would_then(material, passage, words)
    theirs = kind.startswith("inspection") and _THEIR_PLAN.search(words) is not None
    opens = words.rstrip().endswith(":")  # what is promised stands in the list below
    if match is None or theirs or opens or _of_something_else(words):
        return None
    decided = match.group().lower() in ("is to be", "are to be")  # by a meeting: no promise
    if kind in ("agenda", "action-log") or (
        kind == "minutes"
        and (
            decided or re.search(r"\b(?:asked|requested|agreed to|action)\b", words, re.IGNORECASE)
        )
    ):
        return None
    if kind.startswith("inspection") and not re.search(
        r"\b(?:we|I|the (?:force|service|chief constable|council|trust)|it|you|has|have"
        r"|our inspectors|inspectors|(?:the |our )?inspectorate|Ofsted|HMICFRS|Estyn"
        r"|an? (?:officer|inspector|team)|[\"“]?and) "
        r"(?:will|shall|plans?|intends?|has committed|have committed)|\b(?:I|we)[’']ll\b"
        r"|\b(?:you|your (?:\w+ ){1,3}?)(?:have |has )?(?:told|assured|says?|said|tells?)\b",
        words,
        re.IGNORECASE,
    ):
        return None
    past = PERFECT.search(words)
    if (
        past is not None
        and past.start() < match.start()
        and not _PROMISED.search(past.group())
        and not re.search(
            r"(?:\b(?:and|but|so)|[,;]) (?:(?:I|we|it|they|he|she|\w+ more"
            r"|the \w+|our \w+|my \w+|also"
            r"|that) ){0,3}$|\band (?:[a-z]+ ){1,3}$",
            words[: match.start()],
        )
        and not re.search(r"\bthat\b", words[: past.start()])
    ):
        return None
    told = (
        " would" in match.group().lower()
        or _FROM_DAY.match(words) is not None
        or match.re in _TOLD
        or any(form.match(words, match.start()) for form in _TOLD_FORMS)
        or _dated(SAID_WILL.search(words), words) is not None
        or re.match(
            r"announced|g(?:ave|iven?)\b|undert|(?:promis|pledg|vow|committ)ed\b",
            match.group(),
            re.I,
        )
        is not None
    )
    if not spoken and not told and not _official(material, passage, words, match):
        return None
    told_of = match.re in (OFFICER_TOLD.found, TOLD_WOULD.found)  # behind whoever tells it
    return span_of(material, passage, match.end() if told_of else match.start())


_TOLD_FORMS = (TOLD_WOULD, TOLD_BY_THEN, ASSURED_WOULD, PROMISED_THING, OFFICER_TOLD, UNSAID)
_TOLD = tuple(one.found for one in (*_TOLD_FORMS, INTENDED, UNDER_WAY, SAID_WILL))
# What inspectors tell of a body's plans is no promise of it.
_THEIR_PLAN = re.compile(r"\b(?:it|the (?:force|service)) (?:plans|intends|aims) to\b", re.I)
# "From 1 October no form will …", "the new shifts would start on 7 September".
_FROM_DAY = re.compile(
    r"\W*(?:From|By|Before) (?:the (?:end|start|beginning|middle) of |next |\d|[A-Z][a-z]+ )"
)
_WOULD_THEN = re.compile(
    r"\b(?:he|she|they|it|force|service|team|office|rest|shifts?|posts?|backlog|commissioner"
    r"|constable|officer|mayor|supervisors?|\w+s|sergeant|plan|each month)\b[^.;?]{0,60}? would"
    r" (?:then |also |each )?(?:be|have|start|begin|open|look|ring|decide|let|come|go|publish"
    r"|report"
    r"|write|bring|send|return|test)\b",
    re.IGNORECASE,
)


def _would_then(material: Material, passage: Passage, words: str) -> re.Match[str] | None:
    """Reported speech with a day: in minutes "would" tells what somebody said will be."""
    if " would " not in words or material.profile.type not in ("minutes", "other", "decision"):
        return None
    match = _WOULD_THEN.search(words)
    if match is None or words.rstrip().endswith("?") or _ASKED_OF.search(words):
        return None
    dated = deadline(material.text, passage.start, passage.end) is not None or next(
        dates(material.text, passage.start, passage.end), None
    )
    return match if dated else None


_ASKED_OF = re.compile(
    r"\b(?:asked|whether|wished|hoped|feared|doubted|thought|should|agreed that|action|resolved)\b"
    r"|\bif\b|\bhad (?:said|told|promised)\b|\bmeeting\b|\bnot\b",
    re.IGNORECASE,
)


def _official(material: Material, passage: Passage, words: str, verb: re.Match[str]) -> bool:
    """Whether the subject of the verb is a body, an office or "we"."""
    left, at = words[: verb.end()], verb.start()
    if re.search(
        r"\b(?:we|I|our|my|it|they|you|an? (?:officer|inspector|team)|the (?:force|service|council"
        r"|trust|commissioner|PCC|office|board"
        r"|authority|constabulary|chief constable|\w+ (?:lead|manager|officer|director|clerk"
        r"|team)|plan|fund(?:ing)?|team|unit|money|head of"
        r"|director|deputy|assistant))\b",
        left,
        re.IGNORECASE,
    ):
        return True
    if material.within(passage.start, passage.start + at) or _HOLDER.match(left):
        return True
    own = material.profile.type in ("statement", "statutory-response", "plan", "press-release")
    if own and (says_when(words) or EACH_WILL.search(words)):
        return True
    return bool(re.match(r"(?:will|is to|are to) be\b", words[at:])) and len(left.split()) < 14


# "DCC Shah committed to …", "SO will …": a post or the initials of somebody stand first.
_HOLDER = re.compile(
    r"\W*(?:[Tt]he )?(?:T/|A/)?(?:DCC|ACC|CC|ACO|PCC|PFCC|DPCC|CFO|CEO|Cllr|Councillor|Mr|Mrs"
    r"|Ms|Dr"
    r"|Chief (?:Executive|Finance Officer|Fire Officer|Constable|of Staff)|Treasurer"
    r"|Superintendent)\b"
)
