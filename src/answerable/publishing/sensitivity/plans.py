"""What a 4P plan holds, a local profile says, and how a live operation works."""

import re
from collections.abc import Iterator

from answerable.publishing.sensitivity.model import LAW_ENFORCEMENT, Held, Passage
from answerable.publishing.sensitivity.plain import plain, sentences

TRIGGER = re.compile(
    r"fourp|pursue|prevent|protect|prepare|profile|operation|warrant|covert|undercover|informant"
    r"|chis|surveil|intercept|raid|strike|arrest|listening|tracking"
    r"|phone tap|detectives|ambush|in wait|stake|staking|intercept|observation|somebody|someone"
    r"|a man |test purchase|day of|plain[- ]cloth|plan for|tapped|bugged|'s plan|source"
    r"|follow|watch|search|seize|catch|wait for|pounce|swoop|break into|intelligence"
    r"|\b(?:reading|listening|filming|film|stop|shadowing|bugging|tapping|recording) |\b(?:probe"
    r"|bug|tracker"
    r"|microphone|transmitter|beacon|camera)",
    re.IGNORECASE,
)
_NEAR = 300
"""Signs before a strand in which a plan, a group or its owner is named."""
_STRANDS = r"(?:Pursue|Prevent|Protect|Prepare)"
_DOES = (
    r"(?:provides for|calls for|asks for|sets out|focuses on|say|include|list|name"
    r"|cover|target|call for|contain|aim|focus on|identif(?:y|ie)|propose"
    r"|direct|task|order|describe|detail|read|state|specif(?:y|ie)"
    r"|show|highlight|record|put|ask|want|require|expect|foresee)"
)
_SAYS = re.compile(
    rf"\bFOURP(?: [a-z]+)?(?: plan)?s?(?: for [^,.]{{2,60}})? (?:also )?{_DOES}(?:s|es)?\b"
    r"(?! (?:to be|inadequate))",
    re.IGNORECASE,
)
_TACTIC = (
    r"(?:arrest|seiz|raid|warrant|surveil|intercept|covert|undercover|informant|CHIS\b|source|"
    r"bug|tracker|follow|stop and search|restrain|freez|evict|monitor|watch|strike|entry|"
    r"search (?:of|his|her|their)|phone|tap|approach|recruit|visit|test purchase|target)"
)
_WILL = re.compile(
    rf"\b(?:FOURP|{_STRANDS} (?:strand|plan|element|action|section)|[Uu]nder {_STRANDS})\b"
    rf"[^.\n]{{0,60}}?\b(?:will|to|by|is|are|through|using|with|includes?)\b[^.\n]{{0,40}}?"
    rf"\b{_TACTIC}",
)
_GROUPS_PLAN = re.compile(
    r"\b(?:plan for (?:the|this|that|each) (?:\w+ ){0,2}(?:group|gang|network|OCG)"
    r"|(?:group|gang|network|OCG|LRO|lead responsible officer)'s (?:\w+ )?plan)\b"
    rf"[^.\n]{{0,60}}?\b{_TACTIC}"
)
_IS_TO = re.compile(
    rf"\b[Uu]nder {_STRANDS}\b,?[^.\n]{{0,40}}?\b(?:(?:is to|are to|will)\b|plan {_DOES})"
)
_STRAND_LINE = re.compile(
    rf"(?:^|[.;|] ?|\d[).] ?)\s*\b{_STRANDS}\s*(?:[:=|]|- )\s*(?!{_STRANDS})[^.;|]{{8,}}"
)
_PLAN_NEAR = re.compile(
    r"FOURP|\bOCGs?\b|\bLROs?\b|organi[sz]ed crime group|\bgang\b|\btarget|nominal"
)
_PROFILE = re.compile(
    r"\b(?:SOC |organi[sz]ed crime )?local profiles?(?: of \w+| for \w+(?: \w+)?)? "
    r"(?:say|set out|show|identif(?:y|ie)|list|name|highlight|rank|place|find|conclude|map|"
    r"record|describe|point|put|give)(?:s|es|ed)?\b(?! to be)|^[Ii]n the local profile,",
    re.IGNORECASE,
)
_THE_PROFILE = re.compile(
    r"\b(?:[Aa]ccording to|[Aa]s shown in|[Aa]s set out in) (?:the |its |our |this )?"
    r"(?:SOC |latest )?(?:local )?profile\b(?! page),?"
    r"|\bprofile's (?:top|main|biggest|first|list|key|worst|three|map|findings?|ranking)\b"
    r"|\b[Tt]he (?:SOC |latest |new )?profile (?:also )?(?:says|sets out|shows|identifies|lists"
    r"|names|highlights|ranks|places|finds|concludes|maps|records|describes|points|puts|rates"
    r"|warns"
    r"|picks|singles|flags|notes|tells|reveals|pinpoints|gives|traces|ties|links|speaks|lays)\b"
    r"[^.\n]{0,120}?\b(?:threat|drug|car wash|nail bar|barber|vape|takeaway|caravan|risks?\b"
    r"|cocaine|heroin|cannabis|slavery|traffick|gang|fraud|exploit|child|launder"
    r"|firearm|weapon|county line|market|estate)"
)
_OPERATION = re.compile(
    r"\b[Oo]peration [A-Z][a-z]+[^.\n]{0,80}?\b(?:will|tomorrow|next week|planned|live|ongoing|"
    r"covert|target|OCG|gang|undercover|surveillance|warrants?|arrest phase|strike)\b"
    r"|\b(?:live|covert|ongoing|planned|current|undercover) (?:police )?[Oo]peration,? "
    r"(?:named |called |against |on |at |in )?[A-Z\"']"
)
_ENDED = re.compile(r"\b(?:led to|resulted in|ended (?:in|with)|brought) (?:[\w,]+ )?arrests?\b")
"""What an operation came to, told afterwards."""
_LIVE = re.compile(
    r"\b(?:undercover officers?|covert (?:surveillance|cameras?|human|entry|source)|surveillance "
    r"(?:team|on|of)|covert officers?|informants?|CHIS|listening devices?|tracking devices?|"
    r"phone taps?|intercepts?|test purchases?|plain[- ]clothe?s?)\b",
    re.IGNORECASE,
)
_AIMED = re.compile(
    r"\bOCGs?\b|\bgang\b|\bgroup\b|\b(?:is|are|was|were|been) (?:being )?(?:deployed|used|watching"
    r"|placed|inside|embedded|recruited|tasked)|\bwill (?:be )?(?:deploy|use|place|watch|arrest)"
    r"|\b(?:follow(?:s|ed|ing)?|watch(?:es|ed|ing)?|will (?:follow|watch|enter|search))\b"
    r"|\bin (?:the|a|his|her|their) (?:van|car|flat|house|home|shop|office|pub|garage|lorry)\b"
    r"|\btomorrow\b|\bnext week\b|\bat the (?:address|premises|home)",
)
_FOLLOWS_A_RULE = re.compile(
    r"\bfollow(?:s|ed|ing)? (?:the|its|our|national) (?:\w+ )?(?:codes?|law|guidance|rules?)\b"
)
_LISTENED = re.compile(
    r"\bsurveillance (?:of|on) (?:the|a|his|her|their|its) (?:\w+ ){0,2}(?:flat|house|home|car"
    r"|premises|shop|group|address|man|woman|suspect|brothers|yard|warehouse)\b|"
    r"\b(?:tomorrow|tonight|next (?:week|month|\w+day))\b[^.\n]{0,60}?\bwill (?:raid|search|arrest"
    r"|strike|seize)\b|\bwill raid\b|"
    r"\b(?:a|our|its|the|human) (?:source|CHIS|informant) (?:close to|inside|within|near|in) the|"
    r"\b(?:listening|tracking|recording) devices? (?:is |are )?(?:in|under|on|inside|behind"
    r"|beneath) |"
    r"\b(?:lies?|lying|lay|waits?|waiting) in (?:wait|ambush)\b|\bstak(?:e|ed|ing) ?out\b|"
    r"\b(?:is|are|was|were|been) (?:put |placed |kept )?(?:on intercept|under (?:surveillance"
    r"|observation))\b|"
    r"\b(?:have|has|got) (?:somebody|someone|a man|a woman|a person|a friend|one of ours) (?:on|in"
    r"|at"
    r"|inside|close|who|near)\b[^.\n]{0,60}?\b(?:tells|told|reports|boss|wing|firm|gang|leader"
    r"|dealer)\b|"
    r"\bwill (?:follow|watch|enter|search|arrest|raid|strike|seize)\b[^.\n]{0,40}?"
    r"\b(?:couriers?|dealers?|suppliers?|leaders?|suspects?|gang|brothers|runners?)\b|"
    r"\b(?:phones?|calls?|messages?|e-?mails?|accounts?|cars?|flats?|homes?)\b[^.\n]{0,40}?"
    r"\b(?:is|are|being|been|was|were) (?:being )?(?:intercepted|tapped|bugged|listened to)\b",
    re.IGNORECASE,
)
_WARRANT = re.compile(
    r"\bwarrants? (?:will be|is to be|are to be|are planned|is planned|to be) [^.\n]{0,40}"
    r"|\b(?:raid|strike day|arrest phase)s? (?:on (?:\w+ ){1,5})?"
    r"(?:is |are |will be )?(?:planned|set|"
    r"due|scheduled)\b",
    re.IGNORECASE,
)


_DONE = re.compile(
    r"\b(?:[Ii]nformants?|CHIS|(?:[Cc]overt )?[Hh]uman (?:intelligence )?sources?"
    r"|[Cc]overt sources?) (?:has |have |had )?(?:told|reported|said|saw|gave|met|named)\b"
    r"|\b[Uu]ndercover officers? (?:has |have |had )?(?:made|bought|met|entered|posed|sat|bid)\b"
    r"|\b(?:placed|fitted|attached|put|hid|installed) (?:an? |the |two )?(?:tracking|listening)"
    r" devices?\b"
    r"|\b[Ii]ntelligence (?:suggests|shows|indicates|says|points)\b[^.\n]{0,120}?"
    r"\b(?:flat|house|address|premises|garage|warehouse|shop|pub|drugs line|[Ss]treet|[Rr]oad)\b"
    r"|\b[Oo]peration [A-Z][a-z]+ (?:is|remains) (?:now |still )?"
    r"(?:under ?way|running|continuing)",
)


_POLICE = (
    r"\b(?:[Oo]fficers|[Dd]etectives|[Pp]olice|[Tt]eams?|[Ii]nvestigators|[Ww]e|[Tt]he force)\b"
)
_TARGET = (
    r"(?:lorr(?:y|ies)|vans?|cars?|vehicles?|boats?|flats?|house|homes?|address(?:es)?|premises"
    r"|unit"
    r"|yard|farm|garage|shops?|warehouses?|lock-ups?|dealers?|couriers?|suppliers?|suspects?"
    r"|leaders?"
    r"|gangs?|group|network|brothers|family|shipment|delivery|parcel|load|meetings? of the (?:gang"
    r"|group)"
    r"|messages|phones?|calls|chats?|account|Audi|BMW|Ford|handset|line holder|runner)"
)
_THE_TARGET = rf"(?:the|a|an|his|her|their|its|that|this|two|both) (?:[\w'-]+ ){{0,3}}?{_TARGET}\b"
_AHEAD = re.compile(
    rf"{_POLICE}[^.\n]{{0,60}}?\b(?:will|are to|plan to|intend to|are going to"
    rf"|hope to)\b[^.\n]{{0,60}}?"
    r"\b(?:follow|watch|arrest|seize|catch|hit|go into|turn over|intercept|observe"
    r"|wait for|move in on|raid|swoop on|search"
    rf"|pounce on|force entry to|break into|film|stop) {_THE_TARGET}(?! (?:parks?|prices?|tax))"
)
_WATCHING = re.compile(
    rf"{_POLICE} (?:have|has|are|were|is|had) (?:been )?(?:secretly |quietly |now |still )*"
    r"(?:reading|listening (?:in )?(?:to|on)|watching|following|filming|tracking|tapping|shadowing"
    rf"|intercepting|bugging|recording) {_THE_TARGET}(?! (?:parks?|prices?|tax))"
)
_DEVICE = re.compile(
    r"\b(?:camera|microphone|device|probe|bug|tracker|recorder)s? (?:\w+ )?(?:hidden|concealed"
    r"|planted"
    r"|disguised)\b|\b(?:probe|bug|tracker|microphone|transmitter|beacon|(?:hidden|covert"
    r"|secret) camera)s? (?:\w+ ){0,2}?(?:fitted|placed|hidden|planted"
    rf"|installed|attached|concealed|left|is|sits|sat) (?:under|in|on|inside|to|beneath|behind) "
    rf"{_THE_TARGET}"
)


def plans(passage: Passage) -> Iterator[Held]:
    """Each sentence that gives away a plan, a profile, a source or an operation."""
    text = plain(passage.text)
    if not TRIGGER.search(text):
        return
    lined = text.replace("\n", " ; ")
    lines = list(_STRAND_LINE.finditer(lined))
    near = any(_PLAN_NEAR.search(lined, m.start() - min(m.start(), _NEAR), m.end()) for m in lines)
    if lines and (near or len(lines) > 1):
        yield _held(
            passage, lines[0][0], "the contents of a 4P plan", "What a strand holds is told."
        )
    for sentence in sentences(text):
        if any(rule.search(sentence) for rule in (_SAYS, _WILL, _GROUPS_PLAN, _IS_TO)):
            yield _held(passage, sentence, "the contents of a 4P plan", "It tells what it holds.")
        elif _PROFILE.search(sentence) or _THE_PROFILE.search(sentence):
            why = "Whether a profile exists, and its date, may be public; what it says may not."
            yield _held(passage, sentence, "the detail of a local profile", why)
        elif (
            (_OPERATION.search(sentence) and not _ENDED.search(sentence))
            or _WARRANT.search(sentence)
            or _LISTENED.search(sentence)
            or _DONE.search(sentence)
            or _AHEAD.search(sentence)
            or _WATCHING.search(sentence)
            or _DEVICE.search(sentence)
            or (_LIVE.search(sentence) and _AIMED.search(_FOLLOWS_A_RULE.sub("", sentence)))
        ):
            why = "Tactics, sources and operations are never told."
            yield _held(passage, sentence, "a tactic, a source or an operation", why)


def _held(passage: Passage, words: str, what: str, why: str) -> Held:
    return Held(what, passage.where, words, why, LAW_ENFORCEMENT)
