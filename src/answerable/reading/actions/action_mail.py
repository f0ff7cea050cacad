"""What a mail asks for and takes on: "Could you send it by Friday?", "I'll write to them".

"You" is the one person to whom it is written, "I" the writer; others are as named ("Una is to
…", "Basil, could you …", "ACC – let me have …"). Only definite work: what somebody hopes, thinks
or will be is none, and neither are the courtesies that mails end with.
"""

import re
from collections.abc import Iterator

from answerable.reading.actions.action_fields import action
from answerable.reading.actions.action_words import DO, ONE_OWNER
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.material import Material
from answerable.reading.records import Record

_HEAD = re.compile(r"^From: [^\n]+\n+(?:[^\n]+\n+){0,6}?(?:To|Subject|Sent|Date): ", re.MULTILINE)
_MORE = r"let \w+ (?:\w+ )?(?:have|know)|get|keep|come|decide|sort|hold|think about|go through"
_REST = r"[^.;?\n]{4,280}"
_DO = rf"(?P<do>(?:{DO}|{_MORE})\b{_REST})"
_SOFT = r"(?:also |now |please |both |then |just |kindly |and \w+ |perhaps )*"
_NAMED = r"(?:(?P<who>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),? (?:and [A-Z]\w+,? )?)?"
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "you",
        re.compile(
            rf"(?:^|[.;:,–-] |\band )\W*{_NAMED}(?:[Cc]ould|[Cc]an|[Ww]ould) you {_SOFT}{_DO}"
        ),
    ),
    (
        "you",
        re.compile(
            rf"(?:^|[.;:] |[–-] )\W*{_NAMED}[Pp]lease (?:can you |could you "
            rf"|would you )?(?:also )?{_DO}"
        ),
    ),
    (
        "you",
        re.compile(
            rf"\b(?:grateful|appreciate it|helpful|great|good|kind) if you (?:could"
            rf"|would) {_SOFT}{_DO}"
        ),
    ),
    ("you", re.compile(rf"\b[Aa]ctions? (?:for|on) you\W+{_DO}")),
    (
        "you",
        re.compile(
            rf"(?:^|[.;:] |[–-] )\W*[Yy]ou (?:will|are to|agreed to|said you(?:[’']d| would)"
            rf"|kindly (?:offered|agreed) to|offered to|were going to|need to) {_SOFT}{_DO}"
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
    r"(?:let (?:me|us) know (?:if|whether)|contact (?:me|us)|call (?:me|us)|give (?:me"
    r"|us) a (?:ring"
    r"|call|shout)|get in touch|pass on (?:my|our)|ask (?:me|if|whether)|see (?:below|attached"
    r"|what)"
    r"|find attached|report abuse|send (?:my|our) |respond to this (?:mail|message)|keep in touch"
    r"|run (?:from|until|for|to)|include \w+ (?:at|on)|start (?:at|on)|meet (?:you|on|at)"
    r"|speak (?:soon|then)|think about|come (?:to|back if)|print this)\b"
)
_NOT = re.compile(
    r"\b(?:if (?!you (?:could|would)\b)|unless|whether|hope|might|maybe|not|never|would have"
    r"|used to"
    r"|wish|once I)\b|n[’']t\b",
    re.IGNORECASE,
)
_ONLY_KNOWN = ("They", "This", "That", "It", "There", "He", "She", "We", "You", "And", "But",
               "The", "As", "In", "So", "If", "Then", "Thanks", "Please", "Item", "Subject",
               "Date", "Sent", "From", "To", "Cc")  # fmt: skip


def records(material: Material) -> Iterator[Record]:
    """One action for each thing that a mail asks for or takes on."""
    mail = material.canonical.media_type.startswith("message/") or _HEAD.search(
        material.text[:1500]
    )
    if not mail or material.profile.type not in ("other", "statement", "action-log", "minutes"):
        return
    writer, reader = _parties(material)
    for passage in material.passages:
        if passage.kind in ("row", "letterhead", "key_value"):
            continue
        words = material.text[passage.start : passage.end]
        begins = material.text.rfind("\n", 0, passage.start) + 1
        if material.text.startswith(">", begins) or material.speech_at(passage.start, passage.end):
            continue
        yield from _asked(material, passage, words, writer, reader)


def _asked(
    material: Material, passage: Passage, words: str, writer: str | None, reader: str | None
) -> Iterator[Record]:
    for whose, form in _FORMS:
        match = form.search(words)
        if match is None or _COURTESY.match(match["do"]) or _NOT.search(words[: match.end()]):
            continue
        named = match.groupdict().get("who")
        if named in _ONLY_KNOWN:
            named = None
            if whose == "they":
                continue
        if whose == "they" and named is not None and not _somebody(material, named):
            continue
        if whose == "me" and passage.kind != "item" and passage.body == passage.start:
            continue  # in prose a promise of the writer, in a list a task that was handed out
        if whose == "we" and deadline(material.text, passage.start, passage.end) is None:
            continue
        owner = named or {"you": reader, "me": writer}.get(whose)
        span = passage.start + match.start("do"), passage.start + match.end("do")
        yield action(material, passage, span, "action.mail", owner=owner, ref=None, weight=59)
        return


def _somebody(material: Material, named: str) -> bool:
    """A person whom the mail names, by any part of the name, or an office."""
    parts = {part for one in material.directory.values() for part in one.split()}
    first = named.split(maxsplit=1)[0]
    if named in parts or first in parts:
        return True
    # "The clinical lead will": told of somebody, and no name or office that a mail hands work to
    return re.match(r"[A-Z][a-z]{2,14}$|[A-Z]?[a-z]+ [a-z]", named) is None


def _parties(material: Material) -> tuple[str | None, str | None]:
    """Who writes, and the one person to whom; None where that is not one person."""
    writes = {one.name for one in material.sightings if one.presence == "author"}
    reads = {one.name for one in material.sightings if one.presence == "addressee"}
    return (
        writes.pop() if len(writes) == 1 else None,
        reads.pop() if len(reads) == 1 else None,
    )
