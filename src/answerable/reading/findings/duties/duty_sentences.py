"""A sentence that recommends: "should" in its section, "recommended that", "was told to"."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duties_joined import apart
from answerable.reading.findings.duties.duty_records import NUMBERED, RECOMMENDS, modality
from answerable.reading.findings.duties.duty_stated import states
from answerable.reading.findings.duties.duty_told import (
    NONE_MADE,
    led_by_recommendations,
    recommended_to,
    they_said,
    told_of,
    told_to,
)
from answerable.reading.findings.duties.duty_words import VERBS, Duty, bare
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.modals import NOT_TAKEN, SUBJECT, Obliged, obliged
from answerable.reading.worded import worded

_RECOMMENDED_TO = re.compile(
    rf"\b(?:recommends?|recommended|urges?|urged|calls? on|called on|requested|requests)"
    rf"(?: that)?(?:,? (?:by|before|no later than|within) [^,;.]{{3,40}},)?"
    rf" (?P<who>{SUBJECT}),? (?:should |to |must )?(?P<do>[a-z][^.;]{{12,400}})",
    re.IGNORECASE,
)
# "That the Commissioner publishes …" under "Recommendation 3:".
# "That the Director, on behalf of the council, writes to …".
_BETWEEN = (
    r",? (?:on behalf of|(?:in consultation|together|jointly|along|working|in partnership) with)"
    r" [^,;]{3,60},"
)
_THAT = re.compile(
    rf"[Tt]hat (?P<who>s?he\b|{SUBJECT})(?:{_BETWEEN}|,?) (?P<do>[a-z][^;]{{8,400}})",
    re.IGNORECASE,
)
# "Recommendation 2: Anyshire Council to agree a protocol".
_WHO_TO = re.compile(rf"(?P<who>{SUBJECT}) to (?P<do>(?:{VERBS})\b[^;]{{8,400}})", re.IGNORECASE)
# "That the consultation begin in October", "To write to the Home Office …".
_THAT_IT = re.compile(r"(?:[Tt]hat |To )(?P<do>[a-z][^;]{12,400})")
_ONLY_TAKEN = re.compile(
    r"(?:is |are |was |be )|(?:also )?(?:notes?|receives?|approves?|agrees?|endorses?|considers?"
    r"|accepts?|delegates?|supports?|resolves?|recommends?)\b",
    re.IGNORECASE,
)
# What a paper recommends to who is to read it: "2.1 That members note the report."
_OF_MEETING = re.compile(
    r"[Tt]hat (?P<who>(?:[Tt]he )?(?:[Mm]embers|[Pp]anel|[Bb]oard|[Cc]ommittee|[Cc]abinet"
    r"|[Cc]ouncil"
    r"|[Aa]uthority|[Ff]orum|[Ee]xecutive|[Gg]overnors|[Tt]rustees)) (?P<do>(?:notes?|receives?"
    r"|approves?|endorses?|considers?|agrees?) [^;]{5,300})"
)
_OWN_NUMBER = re.compile(r"\W*R\d{1,2}[.:]?\s")
CONDITION = worded(
    "56 days|by law|give|guidance|had|if|must|policy|procedure|provide|reply to"
    "|should|standard|submit|unless|we need not|whether|would",
    r"\b(?:should|must) (?:then )?(?:provide|submit|give|reply to) (?:it to )?us\b"
    r"|^(?!\W*(?:By|The|Within)\b).*\b(?:should|must) (?:then )?send (?:it to )?us\b"
    r"|\b56 days\b|\bwhat (?:a|an|the|each) \w+ (?:should|must) do\b"
    r"|\b(?:policy|procedure|guidance|standards?) (?:says?|states?|requires?) (?:that )?\w+ "
    r"(?:should|must)\b"
    r"|\bby law\b|^\W*(?:if|whether"
    r"|unless|had|would|you (?:should|must) (?:send|submit|provide|let))\b"
    r"|\b(?:as it should|should (?:be able|have been|not be surprised|you|anyone|there be)"
    r"|we (?:should|must|need) (?:not|note)|should be (?:praised|proud|congratulated|treated|read"
    r"|noted|viewed|seen|interpreted|considered (?:alongside|as|in the)|read alongside)"
    r"|(?:plan|letter|response|report) (?:should|must) set out)\b",
    re.IGNORECASE,
)
# "4.4 Prisoners should be able to shower every day", in a list of recommendations.
_ABLE = re.compile(
    r"\W*(?:\(?[\dA-Za-z]{1,2}(?:\.\d{1,3}){0,2}[.)]? |[•·▪●*–-] )[^.;?]{3,80}? should "
    r"(?:all |also )?be able to [a-z]"
)
_NOT_DUTY = re.compile(
    r"\s*(?:(?:and|or|but|as|when|if|could|would|will|can)\b|not only\b|not have to\b|not need\b"
    r"|have (?:\w+ly |also "
    r"|not )?(?:been|had|done"
    r"|known|made"
    r"|seen|given|told|taken|put|gone|got|come|held|kept|\w{2,}ed)\b)"
)


# "Text: The force should …" in a register, "“By 31 December, reduce the wait …”" in an answer.
_TEXT = re.compile(r"\W*(?:(?:Full )?[Tt]ext|Wording|Recommendation text)\s*:", re.IGNORECASE)
_REPEATED = re.compile(
    rf"[“\"](?:By [^,”\"]{{4,40}}, )?(?P<do>(?:{VERBS}|offer|make sure|map|match"
    rf"|stop)\b[^”\"]{{12,400}}?)"
    r"[.,]?[”\"]\W*$"
)
# "I recommend (i) that the sergeant set …; (ii) that every case be read again".
_EACH = re.compile(
    r"\b[Rr]ecommend(?:s|ed|ations?)?(?:,? [^;.:]{0,40})?(?: \(?i\)|:) ?that\b(?=[^.]*; )"
)
_THAT_EACH = re.compile(r"(?:[:;)]|; and) ?that (?P<do>[^;]{10,300})")


def _known_duty(material: Material, passage: Passage, words: str, of: str | None) -> bool:
    """A line that its label, its register or its list says to be a finding."""
    return (of is not None and _FINDING.match(of) is not None) or (
        material.profile.type in ("register", "action-log") and _TEXT.match(words) is not None
    )


_FINDING = re.compile(r"(?:rec|area for improvement|afi|requirement)", re.IGNORECASE)


def sentence(
    material: Material, passage: Passage, words: str, of: str | None = None
) -> Iterator[Duty]:
    """The duties of a sentence that recommends; several where it joins several.

    `of` is the kind that a label above the sentence names, such as AFI.
    """
    repeated = _REPEATED.match(words) if material.profile.type in _ANSWERING else None
    if repeated is not None:
        span = passage.start + repeated.start("do"), passage.start + repeated.end("do")
        yield Duty(span, None, "recommends", "prose.repeated")
        return
    if "ecommend" in words and _EACH.search(words) and not NONE_MADE.search(words):
        for each in _THAT_EACH.finditer(words):
            do = passage.start + each.start("do"), passage.start + each.end("do")
            yield Duty(bare(material, *do), None, "recommends", "prose.that-each")
        return
    label = NUMBERED.match(words)
    labelled = label is not None and bool(
        label["number"] or label.group().rstrip()[-1:] in ":.–—-)"
    )
    named = (
        passage.section in ("recommendations", "afi")
        or labelled
        or _OWN_NUMBER.match(words) is not None
        or led_by_recommendations(material, passage)
        or _known_duty(material, passage, words, of)
    )
    if (told := recommended_to(material, passage, words)) is not None:
        yield told
        return
    if CONDITION.search(words) and not (
        passage.section == "recommendations" and _ABLE.match(words)
    ):
        return
    recommends = (
        RECOMMENDS.search(words) is not None
        or they_said(material, passage, words)
        or told_of(material, passage, words)
    )
    duty = next((one for one in obliged(words) if _a_duty(words, one, named=named)), None)
    dated = (
        duty is not None
        and material.profile.type.startswith("inspection")
        and deadline(material.text, passage.start, passage.end) is not None
    )
    if duty is not None and (named or recommends or dated):
        after = label.end() if label is not None and labelled else 0
        one = _obliged(material, passage, words, duty, named=named, after=after)
    elif duty is None and (named or recommends):
        one = _without_verb(material, passage, words, named=named, recommended=recommends)
    else:
        one = None
    one = one or (None if named else told_to(material, passage, words))
    if one is not None:
        yield from apart(material, one, named=named and labelled)


def _a_duty(words: str, one: Obliged, *, named: bool) -> bool:
    """Not the writer's own "I should", no money that somebody "has to" save, no quotation."""
    who = words[slice(*one.who)].strip().lower()
    spoken = who == "you" and words[: one.who[0]].endswith(("“", '"'))
    own = spoken or who in ("i", "we", "i’d", "i'd")
    if who.endswith((" will", " would", " may", " might")):
        return False  # "Members will need to own it" foretells
    if _WHAT.search(words, 0, one.verb):
        return False  # "what pupils need to know", "which says what should be done"
    if one.modal.lower() == "should" and not named and _ANYBODY.fullmatch(who):
        return False
    loose = one.modal.lower() in ("has to", "have to") and not named
    return not (own or loose or _quoted(words, one.verb))


_WHAT = re.compile(r"\b(?:what|how|whatever)(?: [a-z]+){0,2} $")
_ANYBODY = re.compile(r"nobody|no[ -]one|no \w+|every(?:one|body)|any(?:one|body)|people|we all")


def _quoted(words: str, at: int) -> bool:
    """Inside somebody's words that a sentence repeats: "he wrote: “the officer should …”"."""
    opened = max(words.rfind("“", 0, at), words.rfind('"', 0, at))
    closed = words.rfind("”", 0, at)
    return opened > _WORDS_BEFORE and closed < opened and _WROTE.search(words[:opened]) is not None


_WORDS_BEFORE = 12  # characters before a quotation inside a sentence
_WROTE = re.compile(r"\b(?:wrote|writes|written|noted|recorded|put|log says|entry)\b[^“\"]{0,20}$")


_SHORTEST = 8  # characters of a duty
_LETTERS = 3  # behind a verb that stands alone, there is none
_FILL_IN = re.compile(r"[(\[<](?!\w{1,3}[)\]])")  # "(list recommendations)" in a form


def _obliged(
    material: Material,
    passage: Passage,
    words: str,
    duty: Obliged,
    *,
    named: bool,
    after: int,
) -> Duty | None:
    """The duty of a sentence; who is to do it stands behind its label, which ends at `after`."""
    if _NOT_DUTY.match(words[duty.end :]):
        return None
    begin = passage.start + duty.end
    while material.text[begin] in " ,:":
        begin += 1
    short = not named and passage.end - begin < _SHORTEST
    if short or passage.end - begin < _LETTERS or _FILL_IN.match(material.text, begin):
        return None
    rule = "section" if named else "prose"
    return Duty(
        bare(material, begin, passage.end),
        (passage.start + max(duty.who[0], after), passage.start + max(duty.who[1], after)),
        duty.modal,
        f"{rule}.{modality(duty.modal)}",
    )


def _without_verb(
    material: Material, passage: Passage, words: str, *, named: bool, recommended: bool
) -> Duty | None:
    """A recommendation that has no "should": a noun, an order, or "recommends that"."""
    label = NUMBERED.match(words)
    is_named = label is not None and (label["kind"] or "").lower() in _IMPROVEMENTS
    if label is not None and is_named and FALLS_SHORT.search(words, label.end()):
        span = bare(material, passage.start + label.end(), passage.end)
        return Duty(span, None, "needs to", "section.states")
    if passage.section == "afi" and states(material, passage, words):
        return Duty((passage.body, passage.end), None, "needs to", "section.states")
    if _NEEDS.match(passage.heading) and passage.kind == "item" and _first(material, passage):
        span = bare(material, passage.body, passage.end)
        return Duty(span, None, "needs to", "section.needs")
    told = _RECOMMENDED_TO.search(words) if recommended else None
    if told is not None:
        span = bare(material, passage.start + told.start("do"), passage.end)
        who = passage.start + told.start("who"), passage.start + told.end("who")
        return Duty(span, who, "recommends", "prose.recommends")
    start = passage.body + _label_end(words, passage)
    led = named and led_by_recommendations(material, passage)
    if named and (
        _imperative(words, passage) or (led and _orders(words[start - passage.start :]))
    ):
        modal = "must" if re.search(r"\bmust\b", passage.heading, re.IGNORECASE) else "should"
        start += 3 if material.text.startswith("To ", start) else 0  # "1. To count the keys"
        return Duty(bare(material, start, passage.end), None, modal, "section.imperative")
    return (_that(material, passage, start) or _item(material, passage)) if named else None


def _item(material: Material, passage: Passage) -> Duty | None:
    """Whatever stands in a list that "I recommend:" opens: a thing, and no sentence of its own."""
    words = material.text[passage.body : passage.end]
    opens = passage.start == material.canonical.blocks[passage.block].start
    if passage.kind != "item" or not opens or len(words) < _LEAST or _TELLS.search(words):
        return None
    if not led_by_recommendations(material, passage):
        return None
    return Duty(bare(material, passage.body, passage.end), None, "recommends", "section.item")


_LEAST = 12  # characters
_TELLS = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|did|said|told|made)\b|[?:]\s*$", re.IGNORECASE
)


def _that(material: Material, passage: Passage, start: int) -> Duty | None:
    """ "That the Commissioner publishes …", "The council to agree …", in a list of such."""
    text = material.text[start : passage.end]
    that = _THAT.match(text)
    that = _WHO_TO.match(text) if that is None or _ONLY_TAKEN.match(that["do"]) else that
    if that is None and passage.section == "recommendations":
        that = _OF_MEETING.match(text) if material.profile.type != "minutes" else None
    who: tuple[int, int] | None = None
    if that is not None:
        who = start + that.start("who"), start + that.end("who")
    else:
        listed = passage.kind == "item" or start > passage.start
        that = _THAT_IT.match(text) if listed else None
        if that is None or NOT_TAKEN.search(that["do"]):
            return None
    span = bare(material, start + that.start("do"), passage.end)
    return Duty(span, who, "recommends", "section.that")


def _first(material: Material, passage: Passage) -> bool:
    """The sentence that opens an item, or a later one that says what falls short by itself."""
    if passage.start == material.canonical.blocks[passage.block].start:
        return True
    words = material.text[passage.start : passage.end]
    return FALLS_SHORT.search(words) is not None and _GOES_ON.match(words) is None


_GOES_ON = re.compile(
    r"\W*(?:As a result|This|That|These|Because|So|It|They|For example|Therefore)\b"
)

_IMPROVEMENTS = ("afi", "area for improvement")
_ANSWERING = ("statutory-response", "statement")
_NEEDS = re.compile(
    r"(?:what\b.{0,50}\bneeds? to\b.{0,12}\bimprove|areas? for (?:further )?development"
    r"|next steps$)",
    re.IGNORECASE,
)
# "Decide whether …", "Fill the post": behind the label of a recommendation, a verb it opens with.
_ORDER = re.compile(
    r"(?!(?:The|This|That|These|Those|We|It|In|On|At|By|For|With|When|While|And|But|Our|Is|Was|Are"
    r"|Were|Has|Have|Had|Do|Does|Did|If|As|All|Both|Under|From|Of|After|Since|During|Where|Who"
    r"|Not|None|Only|Given|Despite|Regarding|Concerning)\b)[A-Z][a-z]+(?<!ing)(?<!ed)(?<!s)"
    r" (?:the|an?|its|their|his|her|your|our|how|whether|what|why|who|that|every|each|all|any"
    r"|more|those|these|this|no|one|two|three)\b"
)
_VERB = re.compile(rf"(?:To )?(?:{VERBS})\b", re.IGNORECASE)


def _label_end(words: str, passage: Passage) -> int:
    label = NUMBERED.match(words[passage.body - passage.start :])
    return label.end() if label else 0


# "By April 2031, publish a baseline": the day before the verb.
_DAY_FIRST = re.compile(
    r"(?:[Bb]y|[Ww]ithin|[Bb]efore|[Ff]rom) [^,;.]{3,40},(?: and [^,;.]{3,40},)? (?=[a-z]+ )"
)
# Behind "Recommendation 3:" a capital and no sentence: "Invest in managers".
_ANY_ORDER = re.compile(
    r"(?!(?i:The|This|That|These|Those|We|It|In|On|At|By|For|With|When|While|And|But|Our|If|As|All"
    r"|Both|Under|From|Of|After|Since|During|Where|Who|Not|None|Only|No|Accepted|Agreed|Rejected"
    r"|Status|Closed|Open|Met|Complete|Progress|Response|Please|Thank|Dear|See|Page"
    r"|Yours)\b)[A-Za-z][a-z]+(?<!ing)(?<!ed)(?<!s)\b"
    r"(?! (?:is|are|was|were|has|have|had|will|would|of|[A-Z][a-z]+)\b)(?=(?: [^\s]+){2})"
)
_STATED = re.compile(
    r"(?:(?!\b(?:who|whose|which|that|where|when|how|what|until|because|if|why)\b).)*?"
    r"\b(?:is|are|was|were|has been|have been|had)\b"
)


def _orders(plain: str) -> bool:
    """A line that opens with a verb in the form of an order, whatever the verb."""
    return _ANY_ORDER.match(plain) is not None and _STATED.match(plain[:60]) is None


# "Action: Complete" says what became of it, and is no order.
_STATE_ALONE = re.compile(
    r"\W*(?:(?:now|fully) )?(?:complete[d]?|closed?|done|open|ongoing|discharged|implemented"
    r"|delivered|progress(?:ing)?)(?:,? (?:in |on )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?\d{4})?\W*",
    re.IGNORECASE,
)


def _imperative(words: str, passage: Passage) -> bool:
    plain = words[passage.body - passage.start + _label_end(words, passage) :]
    if _STATE_ALONE.fullmatch(plain):
        return False
    labelled = _label_end(words, passage) > 0
    numbered = passage.section == "recommendations" and passage.body > passage.start
    known = _VERB.match(plain) or (labelled and _ORDER.match(plain)) or _DAY_FIRST.match(plain)
    order = bool(known) or ((labelled or numbered) and _orders(plain))
    return order and (passage.kind == "item" or labelled or passage.body > passage.start)
