"""What a mail asks for and takes on: "Could you send it by Friday?", "I'll write to them".

"You" is the one person to whom it is written, "I" the writer; others are as named ("Una is to
…", "Basil, could you …", "ACC – let me have …"). Only definite work: what somebody hopes, thinks
or will be is none, and neither are the courtesies that mails end with.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.parts.action_due import after_day
from answerable.reading.actions.parts.action_fields import action
from answerable.reading.actions.parts.action_readers import called_at
from answerable.reading.actions.parts.action_words import DO, ONE_OWNER, WORK
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.records import Record

_HEAD = re.compile(r"^From: [^\n]+\n+(?:[^\n]+\n+){0,6}?(?:To|Subject|Sent|Date): ", re.MULTILINE)
_MORE = r"let \w+ (?:\w+ )?(?:have|know)|get|keep|come|decide|sort|hold|think about|go through"
_REST = r"[^.;?\n]{4,280}"
_DO = rf"(?P<do>(?:{DO}|{_MORE})\b{_REST})"
# Where the form asks somebody for something, any verb is the task.
_ANY = rf"(?P<do>(?:{_MORE}|{WORK})\b{_REST})"
_SOFT = r"(?:also |now |please |both |then |just |kindly |and \w+ |perhaps )*"
_NAMED = (
    r"(?:(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),? (?:and [A-Z]\w+,? )?(?:[^.?:\n]{3,60}: )?)?"
)
_SOON = re.compile(
    r"\b(?:by|before|on|this|next) (?:the |close |end |noon |lunch |first thing |\d[\w.:]* )*"
    r"(?:(?:of|on) )?(?:the )?(?:today|tomorrow|tonight|week(?:end)?|month|year|close|noon|lunch"
    r"|then|day|meeting|board|Easter|Christmas|half-term|(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri"
    r"|Satur|Sun)(?:day)?|\d{1,2}(?:st|nd|rd|th)?)\b"
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "you",
        re.compile(
            rf"(?:^|[.;:,–-] |\b(?:[Aa]nd|[Pp]lease|[Ii]) )\W*{_NAMED}(?:[Cc]ould|[Cc]an|[Ww]ould"
            r"|[Ww]ill) (?:you|someone|somebody|one of you|(?:a|one) volunteer|everyone"
            r"|I ask you to)"
            rf"(?: all| both)?(?: be able to| be so kind as to| be (?:good|kind) enough to)?"
            rf" {_SOFT}{_ANY}"
        ),
    ),
    (
        "you",
        re.compile(
            rf"(?:^|[.;:] |[–-] |\b(?:so|and|And|So),? )\W*{_NAMED}[Pp]lease (?:can you "
            rf"|could you "
            rf"|would you )?(?:also )?{_ANY}"
        ),
    ),
    (
        "you",
        re.compile(
            r"^\W*(?:(?P<who>[A-Z][\w’'-]+)(?:, |: | ?[–-] ))?(?:[Aa]nd |[Aa]lso )?"
            rf"(?P<do>(?i:{DO}|{_MORE})\b[^.;?\n]{{3,240}}?),? (?:please|will you|would you)\W*$"
        ),
    ),
    (
        "known",
        re.compile(rf"^\W*(?P<who>[A-Z][\w’'-]+)(?:, |: | ?[–-] )(?:can you |please )?{_DO}"),
    ),
    (
        "you",
        re.compile(
            r"(?:^|[.;:] )\W*(?:[Dd]on[’']?t forget to|[Rr]emember to|[Oo]ver to you to"
            rf"|[Yy]our (?:job|task|turn)(?: is to|:)) {_ANY}"
        ),
    ),
    (
        "mind",
        re.compile(
            rf"\b(?:[Ww]ould|[Dd]o) (?:you|(?P<who>[A-Z][a-z]+)) mind (?P<do>[a-z]+ing\b{_REST})"
        ),
    ),
    (
        "you",
        re.compile(
            r"\b(?:(?:grateful|appreciate it|helpful|great|good|kind) if you(?: (?:could|would))?"
            r"|trouble you to|(?:ask|like|want|need|get) you(?: all| both)? to) "
            rf"{_SOFT}{_ANY}"
        ),
    ),
    (
        "helps",
        re.compile(
            r"\b(?:help|helpful|useful|good|great|grateful)(?: too| also)? if "
            rf"(?P<who>{ONE_OWNER}|[A-Z][a-z]{{2,12}}) (?:could|would|can) {_SOFT}{_ANY}"
        ),
    ),
    (
        "they",
        re.compile(rf"(?:^|[.;] )Perhaps (?P<who>{ONE_OWNER}|[A-Z][a-z]{{2,12}}) could {_ANY}"),
    ),
    (
        "need",
        re.compile(
            r"(?:^|[.;:] |[–-] )\W*(?:(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), )?I(?:[’']d"
            r"| would)"
            r" (?:also )?(?:be (?:grateful|glad) (?:for|of|to have)|appreciate|like|love|welcome)"
            r" (?P<do>(?:an?|the|your|all|some|sight of) [^.;?\n]{3,160})"
        ),
    ),
    (
        "need",
        re.compile(
            r"(?:^|[.;:] |[–-] )\W*(?:(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?), )?"
            r"(?P<do>(?:I|[Ww]e)(?: do| now| still| also| shall| will|[’']ll)? need (?:to (?:have"
            r"|see) )?(?:an?|the|your|all|one|two"
            r"|some|sight of) [^.;?\n]{3,160})"
        ),
    ),
    (
        "need",
        re.compile(
            r"(?:^|[.;:] |[–-] )\W*(?P<do>[A-Z][a-z]+(?: (?!that|which|who|you)[A-Za-z]+){0,5}"
            r" to (?:me|us|(?:my|our) office) (?:by|before) [^.?;,\n]{3,60}?)(?:,? please)?\W*$"
        ),
    ),
    ("you", re.compile(rf"\b[Aa]ctions? (?:for|on) you\W+{_DO}")),
    (
        "you",
        re.compile(
            rf"(?:^|[.;:,] |[–-] )\W*[Yy]ou(?:[’']ll| (?:will|are to|agreed to|(?:kindly )?said"
            rf" you(?:[’']d| would)"
            rf"|kindly (?:offered|agreed) to|offered to|were going to|need to)) {_SOFT}{_DO}"
        ),
    ),
    (
        "me",
        re.compile(
            rf"(?:^|[.;:,] |[–-] |\band )\W*I(?:[’']ll| will| am to| agreed to| said I(?:[’']d"
            rf"| would)| undertook to) {_SOFT}{_DO}"
        ),
    ),
    ("me", re.compile(rf"^\W*[Mm]e ?(?:to|[:–-]) {_DO}")),
    (
        "we",
        re.compile(
            rf"(?:^|[.;:] |[–-] )\W*[Ww]e (?:need to|must|agreed to|will need to|[’']ll need to) "
            rf"{_SOFT}{_DO}"
        ),
    ),
    (
        "they",
        re.compile(
            rf"(?:^|[.;:,] |[–-] |\band )\W*(?P<who>{ONE_OWNER}|[A-Z][a-z]{{2,12}}) (?:is to"
            rf"|is going to|are going to|can|will need to|would need to"
            rf"|are to"
            rf"|(?:has |have )?(?:kindly )?(?:agreed|offered|promised|undertaken) to|will|to) "
            rf"{_SOFT}{_DO}"
        ),
    ),
    (
        "they",
        re.compile(
            rf"^\W*(?:\d{{1,2}}[.)] )?(?P<who>{ONE_OWNER}"
            rf"|[A-Z][a-z]{{2,14}}) ?[:–-] (?:please )?{_DO}"
        ),
    ),
)
_COURTESY = re.compile(
    r"(?:ever\b|let (?:me|us) know (?:if|whether)|contact (?:me|us)|call (?:me|us)|give (?:me"
    r"|us) a (?:ring"
    r"|call|shout)|get in touch|pass on (?:my|our)|ask (?:me|if|whether)|see (?:below|attached"
    r"|what)"
    r"|find (?:\w+ ){0,3}(?:attached|below|enclosed|above|herewith)"
    r"|report abuse|send (?:my|our) |respond to this (?:mail|message)|keep in touch"
    r"|run (?:from|until|for|to)|include \w+ (?:at|on)|start (?:at|on)|meet (?:you|on|at)"
    r"|speak (?:soon|then)|think about|come (?:to|back if)|print this)\b"
)
_NOT = re.compile(
    r"\b(?:if (?!you (?:could|would)\b)|unless|whether|hope|might|maybe|not|never|would have"
    r"|used to"
    r"|wish|once I)\b|n[’']t\b",
    re.IGNORECASE,
)
# What stands before a request and is no condition: "it would help if you …", "don't forget to …".
_ASKS_SO = re.compile(r"(?:if (?:you|she|he|they|[A-Z]\w+) |[Dd]on[’']?t forget to )$")
_OPENING = 12  # characters of a request in which "not" takes it back
_ONLY_KNOWN = ("They", "This", "That", "It", "There", "He", "She", "We", "You", "And", "But",
               "The", "As", "In", "So", "If", "Then", "Thanks", "Please", "Item", "Subject",
               "Date", "Sent", "From", "To", "Cc", "First", "Second", "Third", "Fourth",
               "Firstly", "Secondly", "Thirdly", "Finally", "Lastly", "Next", "Also")  # fmt: skip
_NEVER = ("inspection-report", "news", "press-release", "agenda")
# ", and let me have the list": a second thing that is asked for in one sentence.
_AND = re.compile(
    r",? and (?:also |then |please )?(?=(?:let (?:me|us) have|(?:send|give) (?:me|us))\b)"
)
# "… and I'll sort lunch": what somebody else does is another matter.
_OTHER_THEN = re.compile(r",? and (?:I|we|he|she|they)(?:[’']ll| will| shall| can|[’']ve| have)\b")
# "And get the vans sold.": goes on with what was asked for in the sentence before.
_FURTHER = re.compile(
    rf"(?:And|Also|Then)[,:]? (?:please )?(?P<do>(?:{DO}|{_MORE})\b[^.;?\n]{{4,280}}?)"
    r"(?=[.;?\n]|$|, (?:they|it|we|he|she|I|that)(?:[’']|\b))"
)


def records(material: Material) -> Iterator[Record]:
    """One action for each thing that a mail asks for or takes on."""
    mail = material.canonical.media_type.startswith("message/") or _HEAD.search(
        material.text[:1500]
    )
    if not mail or material.profile.type in _NEVER:
        return
    writer, reader = _parties(material)
    asked_in = -1
    for passage in material.passages:
        if passage.kind in ("row", "letterhead", "key_value"):
            continue
        words = material.text[passage.start : passage.end]
        begins = material.text.rfind("\n", 0, passage.start) + 1
        if material.text.startswith(">", begins) or material.speech_at(passage.start, passage.end):
            continue
        found = list(_asked(material, passage, words, writer, reader))
        if not found and asked_in == passage.block and (more := _FURTHER.match(words)) is not None:
            found = [_task(material, passage, more.span("do"), reader)]
        if found:
            asked_in = passage.block
        yield from found


def _asked(
    material: Material, passage: Passage, words: str, writer: str | None, reader: str | None
) -> Iterator[Record]:
    taken: list[tuple[int, int]] = []
    for whose, form in _FORMS:
        match = form.search(words)
        if match is None or any(match.start("do") < end for _, end in taken):
            continue
        if match["do"].endswith(":"):
            continue  # the tasks are in the list below
        said = words[: match.start()]
        if whose != "helps":  # "it would help if she could" is a request, and no condition
            end = match.start("do") + _OPENING if whose == "you" else match.end()
            said = _ASKS_SO.sub("", words[: match.start("do")]) + words[match.start("do") : end]
        if _COURTESY.match(match["do"]) or _NOT.search(said):
            continue
        named = match.groupdict().get("who")
        named = named.removeprefix("And ") if named else named
        if named in _ONLY_KNOWN:
            named = None
            if whose in ("they", "helps"):
                continue
        if whose in ("they", "helps") and named is not None and not _somebody(material, named):
            continue
        if whose in ("known", "mind") and named is not None and not _addressed(material, named):
            continue
        if whose == "me" and passage.kind != "item" and passage.body == passage.start:
            continue  # in prose a promise of the writer, in a list a task that was handed out
        if whose in ("we", "need") and not (
            deadline(material.text, passage.start, passage.end)
            or (whose == "need" and _SOON.search(match["do"]))
        ):
            continue
        named = called_at(material, passage) if named is None and whose != "me" else named
        owner = named or {"you": reader, "mind": reader, "need": reader, "me": writer}.get(whose)
        taken.append(match.span("do"))
        more = (_AND.search(match["do"]) or after_day(match["do"])) if whose == "you" else None
        also = _OTHER_THEN.search(match["do"])
        until = more or also
        cut = match.start("do") + until.start() if until else match.end("do")
        yield _task(material, passage, (match.start("do"), cut), owner)
        if more is not None:
            second = match.start("do") + more.end(), match.end("do")
            yield _task(material, passage, second, owner)


def _task(material: Material, passage: Passage, at: tuple[int, int], owner: str | None) -> Record:
    span = passage.start + at[0], passage.start + at[1]
    return action(material, passage, span, "action.mail", owner=owner, ref=None, weight=59)


def _somebody(material: Material, named: str) -> bool:
    """A person whom the mail names, by any part of the name, or an office."""
    parts = {part for one in material.directory.values() for part in one.split()}
    first = named.split(maxsplit=1)[0]
    if named in parts or first in parts:
        return True
    # "The clinical lead will": told of somebody, and no name or office that a mail hands work to
    return re.match(r"[A-Z][a-z]{2,14}$|[A-Z]?[a-z]+ [a-z]", named) is None


def _addressed(material: Material, named: str) -> bool:
    """Whether a name is a part of that of somebody whom the mail lists."""
    return any(named in one.split() for one in material.directory.values())


def _parties(material: Material) -> tuple[str | None, str | None]:
    """Who writes, and the one person to whom; None where that is not one person."""
    writes = {one.name for one in material.sightings if one.presence == "author"}
    reads = {one.name for one in material.sightings if one.presence == "addressee"}
    return (
        writes.pop() if len(writes) == 1 else None,
        reads.pop() if len(reads) == 1 else None,
    )
