"""What a statement's own words are, without who says them; and the form of what is done."""

import re

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.statements.voices import Voice

_PART = (
    r"(?:been (?:\w+ly |also |now )?(?:\w+ing|\w+ed|given|put|made|set|brought|built|held|taken"
    r"|spent|cut|sent|shown)|become|begun|bought|brought|built|chosen|cut|done|drawn|driven|fallen"
    r"|found|given|gone|grown"
    r"|had|held|kept|led|left|lost|made|met|overhauled|paid|put|risen|run|seen|sent|set|shown"
    r"|spent"
    r"|taken|taught|undertaken|won|written|\w{3,}ed)"
)
_ADVERB = (
    r"(?:(?:also|already|now|since|recently|significantly|substantially|further|not only"
    r"|since then"
    r"|therefore|both|always|just|successfully|personally|all|regularly|continually|continued to"
    r"|still|today|previously|directly|largely|greatly|clearly)\s)*"
)
PERFECT = re.compile(rf"\b(?:has|have|[’']ve|had|having)\s{_ADVERB}{_PART}\b", re.IGNORECASE)
_STATED_BY = re.compile(
    r"\b(?:says?|said|added?|told|informed|replied|to note|confirm(?:ed|s)"
    r"|explain(?:ed|s)|report(?:ed|s)|advis(?:ed|es)"
    r"|stat(?:ed|es)|not(?:ed|es)|acknowledg(?:ed|es)|assur(?:ed|es)|claim(?:ed|s)"
    r"|stress(?:ed|es)|promis(?:ed|es)|pledg(?:ed|es)|vow(?:ed|s)|announc(?:ed|es)|agreed"
    r"|reassured|insist(?:ed|s)|clear|satisfied|continued|commented|responded)"
    r"(?:(?: [\w’' ]{1,40})?[:,] ?[\"“‘]| [\"“‘]|(?: (?!that\b)[A-Za-z’']+){0,9}? that "
    r"|(?<!told)(?<!assured)(?<!advised) (?=(?:he|she|they|we|it|the|his|her|their|a|an|all"
    r"|every)\b))"
)

PAST = re.compile(
    r"\b(?:[Ww]e|I|[Tt]hey|[Hh]e|[Ss]he|[Tt]he (?:force|service|council|trust|team|office"
    r"|authority"
    r"|constabulary|board|commissioner|chief constable))"
    r" (?:\w+ly )?(?:recruited|reduced|increased|trained|invested|launched|introduced|improved"
    r"|cut|spent|held|set up|created|opened|appointed|delivered|completed|doubled|hired|conducted"
    r"|funded|secured|awarded|closed|answered|rewrote|replaced|reviewed|moved|put|started|began"
    r"|bought|built|published|met)\b"
)

_AND_THAT = re.compile(r"\b(?:and|but) that ")
# Reported speech in minutes: "She stated that …".
SAID_THAT = re.compile(
    r"\W*(?:[^.;]{0,60}, )?(?:[Hh]e|[Ss]he|[Tt]hey|[Tt]he [A-Z][\w ]{3,40}|[A-Z]{2,3}|M(?:r"
    r"|rs|s) [A-Z]\w+)"
    r" (?:also |then |further )?(?:said|stated|reported|explained|advised|confirmed|added"
    r"|told [^,.;]{3,40}?) that "
)


# "… told a meeting on Tuesday (November 12): “We will have ten …”"
_COLON_QUOTE = re.compile(r"[:,] ?[\"“‘](?=[A-Z])")


def span_of(material: Material, passage: Passage, at: int) -> tuple[int, int]:
    """The sentence without what only says who speaks, and without outer quotation marks."""
    text = material.text
    start, end = passage.body, passage.end
    words = text[start:end]
    verb = passage.start + at - start
    leads = list(_STATED_BY.finditer(words, 0, max(verb, 0)))
    lead = leads[-1] if leads else None
    if lead is not None and lead.end() < verb and len(words) - lead.end() > 25:
        start += lead.end()
    spoken = _COLON_QUOTE.search(words, 0, max(verb, 0))
    if lead is None and spoken is not None and len(words) - spoken.end() > 20:
        start += spoken.end()
    further = list(_AND_THAT.finditer(text, start, passage.start + at))
    if lead is not None and further:
        start = further[-1].end()
    start = _behind_the_past(text, start, passage.start + at, end)
    while start < end and text[start] in "\"“”‘' ,–-":
        start += 1
    closing = re.search(
        r"[\"”],? (?:(?:he|she|they|[A-Z]\w+|the \w+)(?: \w+){0,3} )?(?:said|says|added"
        r"|told|explained|continued)\b[^.]*\.?$|,[\"”] [^.]{0,80}\.?$",
        text[start:end],
    )
    if closing is not None and closing.start() > verb:
        end = start + closing.start()
    unpaired = "‘" not in text[start:end]
    while end > start and (text[end - 1] in '"”“ ' or (unpaired and text[end - 1] == "’")):
        end -= 1
    return start, end


def _behind_the_past(text: str, start: int, at: int, end: int) -> int:
    """Where the clause of the promise begins, behind one on what is or was so.

    "Nine have gone; the rest will go by July", "said that nine were ill and that two would come".
    """
    future = _FUTURE.search(text, max(start, at), end)
    if future is None:
        return start
    joints = list(_NEXT_CLAUSE.finditer(text, start, future.start()))
    return joints[-1].end() if joints and end - joints[-1].end() > _LEAST else start


_FUTURE = re.compile(r"\b(?:will|would|shall)\b|[’']ll\b")
_NEXT_CLAUSE = re.compile(r"; (?:and |but )?|,? (?:and|but) that ")
_LEAST = 18  # characters of a promise


def voice_note(voice: Voice) -> dict[str, str]:
    return (
        {"by_person": voice.inferred}
        if voice.inferred and voice.person
        else ({"by": voice.inferred} if voice.inferred and voice.by else {})
    )
