"""The duties that one sentence joins, and where what became of them begins."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.findings.duties.duty_words import VERBS, Duty, bare
from answerable.reading.material import Material
from answerable.reading.modals import SUBJECT
from answerable.reading.worded import worded

# "… improve the way it passes reports and that it publish …"
_AND_THAT = re.compile(
    rf"(?:,? and|;) (?:that (?P<who>{SUBJECT}),? (?:(?:should|must) )?|(?:must|should) (?:also )?)"
    r"(?=[a-z])|, (?:must|should) (?:also )?(?=[a-z])"
    r"|,? and (?:it|they|s?he) (?:should|must|needs? to|ought to) (?:also )?(?=[a-z])"
    r"|(?:,? and|,) that (?=(?:[\w’'-]+ ){1,12}?be [a-z])"
    r"|,? and (?:(?:has|have|had) been|was|were|is|are) (?:also |now )?(?:told|asked|ordered|urged"
    r"|advised|required) to (?=[a-z])",
    re.IGNORECASE,
)
# Behind what was recommended, what became of it: "… remains open", "… had been met".
_BECAME = re.compile(
    r",? and (?:most|many|some|few|none|all|nobody)(?: of (?:them|these))? (?:still |now )?"
    r"(?:do|does|did|have|has|had|is|are|was|were|will)\b"
    r"|,? (?:remains?|remained|stays?|stayed) (?:open|outstanding)\b"
    r"|(?<!\bthat)(?<!\bwhich)(?<!\bwho),? ha[sd] (?:not )?been\b"
    r"|,? (?:and|but) (?:the|that|this|it|all|both) \w+ (?:was|were|is|are|had|has)\b"
    r"|,? and (?:it|they|s?he) (?:(?:has|have|had) )?(?:since |now |duly )?(?:did|done)\b"
    r"|[”\"]?; (?!(?:and )?should\b)|,? (?:though|although|which had|and has until)\b"
    r"|,? after (?:inspectors|it|(?:the|an?|its|their) (?:report|visit|review|inspect\w+))"
    r"(?: (?:had|has|last|this|in|\w+ly|week|month|year)){0,3} (?:found|disclosed|revealed"
    r"|showed|uncovered|exposed|identified|raised)\b",
    re.IGNORECASE,
)
_AND_SAID = re.compile(
    r",? (?:and|but|while) (?:also )?(?:will|would|we|I|said|says|warned|added|found|noted"
    r"|praised|it (?:said"
    r"|found)"
    r"|inspectors)\b"
)
# "…; the plan should be reviewed each year": another sentence in all but its mark.
_SECOND = re.compile(r"; (?:and )?(?:the|this|it|they|these)\b[^;]{0,60}\b(?:should|must|will)\b")
# "… and has asked the Home Office to change the code".
_AND_ASKED = re.compile(
    r",? and (?:(?:it|they) )?(?:has |have |had |also |now )*(?:asked|told|urged|wants?|wanted"
    r"|called on"
    r"|recommended|ordered|required|asks|wish(?:ed)?|would like)"
    rf" (?P<who>{SUBJECT}|us|me|them|you) (?:to|that (?:it"
    rf"|they) should) (?=[a-z])",
    re.IGNORECASE,
)
# "calls on the force to hire an adviser and on the commissioner to pay for it".
_AND_ON = worded(
    "and on ",
    rf",? and on (?P<who>{SUBJECT}|(?:the )?[a-z]+(?: [a-z]+)?) to (?=[a-z])",
)
# "asks the ministry to pay for a wing and the governor to publish the times".
_AND_WHO_TO = worded(
    "and ",
    r",? and (?P<who>(?:the|its|our|their|all|local) (?:[a-z]+ ){0,2}?(?:forces?|services?"
    r"|councils?"
    r"|governors?|ministers?|commissioners?|trusts?|boards?|schools?|leaders|managers|constables?"
    r"|officers?|government|department|ministry|authority|police|constabulary|landlord|provider)"
    r"|ministers) to (?=[a-z])"
    r"|,? and (?:until|till) [^,.;]{3,40}? to (?=[a-z])",
    re.IGNORECASE,
)
# "…, and by 31 December have none that is late": another duty, with a day of its own.
_AND_BY = re.compile(
    r",? and,? (?=(?:by|within|before|no later than) [^,;.]{3,40}?,? [a-z]+ (?:the|a|an|its"
    r"|their|all"
    r"|every|each|no|none|it|any|that|how|to)\b)"
)
# "told it to lock the stores, to count the keys and to have a sergeant look at the list".
_AND_TO = re.compile(
    r",? and (?:also )?to (?=[a-z]+ (?:the|an?|its|their|his|her|all|every|each|out|up|whether|why"
    r"|how|what|those|more)\b)|,? and,? (?:by|within|before) [^,;.]{3,40},? to (?=[a-z])"
    r"|, to (?=[a-z]+ [^.;]{4,120}?,? and to [a-z])"
)
# "want it to mend the sails and to moor boats with care", of what opens with "to" as well.
_AND_TO_ANY = re.compile(
    r",? and (?:also )?to (?=(?!(?:the|an?|its|their|his|her|our|your|all|each|every|some|any|this"
    r"|that|those|these|whom|which|staff|people|children|others|other|anyone|everyone|young|local"
    r"|new|senior|be|us|me|them|him|it)\b)[a-z]+(?<!s)(?<!ing)(?<!ed) (?!and\b|or\b)[a-z])"
)
# "prepare a written statement of proposed action, and send it to us": what is sent is no duty.
_AND_SEND = re.compile(
    r",? (?:and (?:then )?(?:that it be sent|(?:it should )?be sent|send|submit|publish it"
    r"|provide (?:it|us|this))\b|responding to (?:the|these|our) )"
)
_AND_VERB = re.compile(rf",? and (?:also |then )?(?:to )?(?=(?:{VERBS})\b (?!to\b))")


# "…, the council should find a room, and the police should send an officer".
_AND_SHOULD = worded(
    "must|needs to|ought to|should",
    r"(?:,|;)?(?: and| while)? (?P<who>(?:the|its|their|both|all|[A-Z])(?:[\w’'-]*)"
    r"(?: [\w’'-]+){0,3}?)"
    r" (?:should|must|needs to|ought to) (?=[a-z])",
)
# "a review of whether the service should return": what is asked, and no second duty.
_ASKS_WHETHER = re.compile(r"\b(?:whether|if|how|why|what|where|when|which|who)\W*$")
_MORE_VERBS = (
    "act aim answer ask bank brief bring call change clear close count cover cut deal double drop"
    " examine expect explain fill fix follow get go have hear invite keep lead let listen lock"
    " look meet mend move name offer open order pay plan protect raise reach read remove repair"
    " replace restore run seek send show sort speak start stop support target teach test"
    " understand visit watch weigh"
)
ANY_VERB = f"{VERBS}|{'|'.join(_MORE_VERBS.split())}"
"""Verbs of what is often asked, in their plain form."""
_NO_VERB = (
    r"(?:of|in|on|at|by|for|from|with|to|as|than|after|before|about|into|over|under|between|through"
    r"|both|half|all|not|only|also|then|so|if|when|where|while|that|which|who|whom|whose|what|how"
    r"|why|whether|because|since|until|is|are|was|were|has|have|had|said|says|will|would|or|nor"
    r"|against|without|within|during|towards?|across|per|made|told|found|gave|took|put|left|even"
    r"|just|once|twice|not|never|never|the|its|their|this|these|those|more|most|such|quite)"
)
# "check what pupils remember and expect more of their writing", "… and keeps a record".
_AND_ANY = re.compile(
    rf",? and (?:also )?(?:to )?(?=(?:{ANY_VERB})(?:e?s)? (?:the|an?|its"
    r"|their|his|her|your|our|all|every|each|how|why|what|whether|that|more|enough|fewer|less|those|them|it|who"
    r"|where|when|one|two|three|no|any|up|out|down|on|through|itself|themselves|somebody|[a-z]+s)"
    r"\b)"
    r"|,? and (?:also )?(?:to )?(?=(?:limit|extend|publish|restrict|rotate|widen|appoint|tighten"
    r"|delete|notify|apologise|refund|withdraw|reopen|rebuild|abolish|hire|scrap"
    r"|end|finish|rewrite|survey|inspect) (?!of\b)[a-z])"
    rf"|,? and (?:also )?(?=(?!{_NO_VERB}\b)[a-z]+(?<!ing)(?<!ed)(?<!ly) (?:the|an?|its|their"
    r"|every|each|whether)\b)"
)
# "weigh every net, write down what it holds and rinse the ropes": the first of three.
_OF_THREE = re.compile(
    rf", (?:to )?(?=(?:{ANY_VERB}) [a-z][^.;]{{3,160}}?,? and (?:also )?(?:to )?"
    rf"(?:{ANY_VERB}|review|limit|publish|appoint|end|finish)\b)"
)
_SHORTEST = 8  # characters: "cut the wait"
_LEAST = 12  # characters of each of two things that only "and" joins
_BODY_MUST = ("prose.must", "prose.should", "prose.needs-to", "prose.recommends")
_TRAILS = re.compile(
    r", (?:of |in |for |with |to |on |from |by |at )?which\b"
    r"|, (?:worth|costing|valued at|at a (?:total )?cost of|at a cost not) "
    r"|,? and (?:a|the|they|it|we|that|this|he|she|there)(?:[’'](?:re|s|ve|d|ll)\b"
    r"|(?: (?!(?:who|which|that|of|in|for|to|should|must)\b)[\w’-]+){0,3} (?:now|has|have|had|is"
    r"|are|was|were|goes|went|will|would)\b)"
    r"|,? since (?!then\b|the\b|last\b|this\b|\d)(?=[a-z])"
    r"|,? (?:because|although|though|but|whereas)\b|, while\b"
    r"|, (?:and |as |for )?(?:it|they|he|she|we|I|that|this|there|the [a-z]+)"
    r" (?:is|are|was|were|has|have|had|did|do|does|will|said|says|would|found)\b"
)
_STATEMENT = re.compile(
    r"(?:prepare|produce|write|provide|draw up)\b[^.;]{0,20}\b(?:statement|response|plan)\b"
)


def apart(material: Material, one: Duty, *, named: bool) -> Iterator[Duty]:
    """One duty for each clause that "and that" joins; outside of numbers, each "and" + verb."""
    start, end = one.span
    words = material.text[start:end]
    second = _SECOND.search(words) or _AND_SAID.search(words)
    if second is None and one.rule.startswith("prose"):
        second = _BECAME.search(words)
    if second is None and _STATEMENT.match(words):
        second = _AND_SEND.search(words)
    if second is not None and second.start() > 12:
        words = words[: second.start()]
        end = start + second.start()
        one = replace(one, span=(start, end))
    asked = one.rule.startswith(("prose.asked", "prose.told-to", "prose.bare-verb"))
    trail = _TRAILS.search(words) if asked or one.rule in _BODY_MUST else None
    if trail is not None and trail.start() >= _SHORTEST:
        words = words[: trail.start()]
        end = start + trail.start()
        one = replace(one, span=(start, end))
    cut = (
        _AND_ASKED.search(words)
        or _AND_ON.search(words)
        or (_AND_WHO_TO.search(words) if asked else None)
        or _AND_THAT.search(words)
        or _AND_BY.search(words)
    )
    if cut is None and one.rule.startswith("prose"):
        cut = _AND_SHOULD.search(words)
        cut = None if cut and _ASKS_WHETHER.search(words, 0, cut.start()) else cut
    if cut is None and (asked or one.rule in _BODY_MUST):
        opened = asked and material.text.endswith("to ", 0, start)
        cuts = (
            _AND_ANY.search(words),
            None if named else _AND_TO.search(words),
            None if named else _OF_THREE.search(words),
            _AND_TO_ANY.search(words) if opened and not named else None,
        )
        cut = min((one for one in cuts if one), key=lambda one: one.start(), default=None)
    if cut is None and not named and one.rule.startswith("prose"):
        cut = _AND_TO.search(words) or _AND_VERB.search(words)
    least = _SHORTEST if cut is not None and cut.group().endswith("to ") else _LEAST
    if cut is None or cut.start() < least or len(words) - cut.end() < _LEAST:
        yield one
        return
    yield replace(one, span=bare(material, start, start + cut.start()), whole=False)
    group = cut.groupdict().get("who")
    who = (start + cut.start("who"), start + cut.end("who")) if group else one.who
    own = who if group and not re.match(r"(?:it|they)$", group, re.IGNORECASE) else one.who
    rest = replace(one, span=(start + cut.end(), end), who=own, whole=False)
    yield from apart(material, rest, named=named)
