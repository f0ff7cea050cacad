"""Promises told by somebody else, and by when something will be: forms beside "will"."""

import re

from answerable.reading.actions.parts.due_phrases import BEFORE
from answerable.reading.deadlines import dates, deadline
from answerable.reading.worded import worded

# "told the board that the rate would be below 15 per cent by September 2031".
TOLD_BY_THEN = worded(
    "would",
    r"\b(?:told|confirmed|assured|advised)\b[^.;?]{0,120}?\bwould"
    r" (?:be|have|reach|fall|rise|come|go|see|get|make|give|take|put)\b[^.;?]{2,100}?\b(?:by"
    r"|before|from"
    r"|within|in) (?:the )?(?:end of |start of )?(?:\d|[A-Z]|next|this|a |the |easter|christmas)",
    re.IGNORECASE,
)
# "said that they would be mended": a promise told of by somebody else.
TOLD_WOULD = worded(
    " would ",
    r"\b(?:confirmed|(?<!not )(?<!was )(?<!were )(?<!is )(?<!been )assured|announced"
    r"|(?<!asked )(?<!was )said|told|advised|replied)"
    r"\b[^.;?]{0,160}?\b(?:he|she|they|we|it|[Tt]he (?:force|service|council|trust|office|team))?"
    r" would (?:be (?:\w+ed|\w+ing|put|set|brought|sent|built|done|met|held|made)\b"
    r"(?! (?:to|if|that|by the fact))|(?:now |also |then )?"
    r"(?:start|begin|open|publish|report|write|provide|share|bring|circulate|recruit|introduce"
    r"|launch|complete|review|deliver|send|hold|visit|update)\b)",
    re.IGNORECASE,
)
# "The Treasurer noted that the books would be closed by May", in minutes: what an officer says.
OFFICER_TOLD = worded(
    " would be ",
    r"(?:\b[A-Z][\w’-]+|[A-Z]\)|\b[Oo]fficers|\b[Ii]t was|\bpleased to)(?: then| also| further)?,?"
    r" (?:informed|noted?|explained|reported|commented|stated|replied|advised|confirmed)\b"
    r"[^.;?]{0,90}? that [^.;?]{3,160}?(?<!\bit) would be (?:closely |regularly |also |now |then"
    r" |next |fully |\w+ly )?(?!(?:required|needed|expected|affected|increased|reduced|caused|lost"
    r"|pleased|interested|disappointed|concerned|faced|limited|entitled|allowed|considered"
    r"|delayed|missed|asked|invited|based|welcomed|preferred|opposed|noted|being|going"
    r"|supported|involved|impacted|minded|surprised)\b)(?:[a-z]+ed|[a-z]+ing|put|made|held|sent"
    r"|built|brought|set|done|taken|given|shown)\b(?! (?:if|unless)\b)",
)
# "Monthly figures would be shared with the board": minutes name nobody who says it.
UNSAID = worded(
    " would be ",
    r"^\W*(?:[\d.]+ )?(?!It |This )[A-Z][^.;:?]{3,90}? would be (?:shared with|circulated to"
    r"|reported (?:back )?to|provided (?:to|at)|brought (?:back )?to|monitored by)\b",
)
# "assured the board that no station would close": who assures that something would be, promises.
ASSURED_WOULD = worded(
    "assured|guaranteed|promised",
    r"(?<!not )(?<!was )(?<!were )(?<!been )\b(?:assured|promised|guaranteed)\b[^.;?]{0,80}? that"
    r" (?:no|all|every|each|any|the|an?|its|his|her|their|it|they|s?he)\b[^.;?]{0,80}? would"
    r" (?!(?:not|be able|like|seem|appear|be (?:happy|pleased|sorry))\b)[a-z]+",
    re.IGNORECASE,
)
# "CFO said he'd run the survey again", "tells me that kiosks will be there": in somebody's words.
SAID_WILL = worded(
    "said|say|tell|told|assure|confirm|promise|pledge|announc| word",
    r"\b(?:(?<!not )says?|(?<!not )said|tells? (?:me|us|\w+)"
    r"|(?<!was )(?<!were )(?<!been )told (?:me|us"
    r"|them|\w+|the \w+)|assures? (?:me|us|\w+)|confirm(?:s|ed)|promis(?:es|ed)|pledg(?:es|ed)"
    r"|announc(?:es|ed)|(?:has|have) (?:his|her|my|our|their) word)(?: that|:)? [^.;?]{0,90}?"
    r"(?:\b(?:will|would)|[’'](?:ll|d)) (?!(?:like|not|never|have to|heard|been|had"
    r"|seen|made|done|got|gone|come|put|read|found|lost|feel|seem|cost|mean|prefer|rather|welcome"
    r"|need|struggle|[a-z]+ed|be (?:able|glad|happy|sorry"
    r"|surprised|disappointed))\b)[a-z]+",
)
# "promises two workshops before Christmas", "promised them a van in May".
PROMISED_THING = worded(
    "romise|ledge",
    r"\b(?<!was )(?<!were )(?<!been )(?:promis|pledg)(?:ed|es)(?: (?:them|us|me|him|her|you"
    r"|residents|members|councillors|victims|staff|the (?!(?:most|least|last)\b)\w+))?"
    r" (?:an?|the|\d[\d,]*|£\d\S*|two|three|four|five|six|ten|twelve|twenty|more|extra|new"
    r"|better|further)\b",
)
# "It is our intention to end the use of agency staff", "We have set ourselves the goal of …".
INTENDED = worded(
    "t is |ourselves|itself|themselves|myself|igned up|under|in hand|have |has |going to",
    r"\b(?:[Ii]t is (?:our|my|its|the (?:force|service)[’']s) (?:intention|aim|plan) to"
    r"|(?:set|given) (?:ourselves|itself|themselves|myself) (?:the|a) (?:goal|target|aim"
    r"|task) (?:of"
    r"|to)|(?:(?:has|have) (?:also |now )?)?signed up to [a-z]+ing|[Ss]teps are (?:under way"
    r"|underway|in hand) to"
    r"|(?:have|has) (?:jointly|also|now|both) (?:undertaken|promised|pledged|committed|agreed) to"
    r"|[’'](?:re|m|s) going to)\b",
)
# "We are bringing in 40 more this summer", "I'm writing to each of the women today".
UNDER_WAY = worded(
    "ing",
    r"\b(?:[Ww]e|I|[Mm]y (?:office|team|officers)|[Tt]he (?:force|service|council|trust))"
    r"(?: (?:am|are|is)|[’'](?:m|re|s)) (?!going\b|writing (?:in|to (?:you|ask|say|tell|thank"
    r"|set|let))\b|hoping\b|looking\b|waiting\b|trying\b|doing\b"
    r"|being\b|thinking\b)[a-z]+ing\b",
)
EACH_WILL = re.compile(
    r"(?:^|[.;:] |\b(?:and|that) )\W*(?:Each|Every|No|All|each|every|no|all|Nobody|nobody|Everyone"
    r"|everyone|None)\b[^.;?]{0,70}? will\b"
)
"""Of each or of none it is said: "Each victim will get a call"."""
_TIME = re.compile(
    r"\b(?:(?:this|next) (?:week|month|spring|summer|autumn|winter|year|term|quarter|Monday"
    r"|Tuesday"
    r"|Wednesday|Thursday|Friday|afternoon|evening|weekend)|today|tomorrow|tonight"
    r"|(?:in|from|during|over) (?:the (?:next|new|coming) [\w-]+|the (?:spring|summer|autumn"
    r"|winter)"
    r"|(?:early |late |mid-)?(?:January|February|March|April|May|June|July|August|September"
    r"|October"
    r"|November|December)|20\d\d)|(?:each|every) (?:week|month|quarter|year|day|\d+ \w+)"
    r"|(?:by|before) (?:Christmas|Easter|the (?:summer|autumn|spring|winter|new year|end)))\b"
)


def says_when(words: str) -> bool:
    """Whether a sentence says by when, or from when, something will be."""
    return (
        deadline(words) is not None
        or _TIME.search(words) is not None
        or BEFORE.search(words) is not None
        or next(iter(dates(words)), None) is not None
    )
