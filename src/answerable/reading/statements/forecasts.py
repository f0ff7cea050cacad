"""Sentences about what will be that promise nothing.

Forecasts, praise of money, names given; who leaves a post, what is put into special measures, and
what somebody will expect of others. The terms of a fund, the ways of a house, what a paper sets
out ("How success will be measured"), and what somebody trusts that others will do.
"""

import re

from answerable.reading.worded import worded

_SURE = worded(
    "sure|confident|certain|convinced|optimistic|hopeful|no doubt|believ",
    r"\b(?:(?:feel|am|are|is|be|remain|was|were) (?:\w+ )?(?:sure|confident|certain|convinced"
    r"|optimistic|hopeful)|(?:have|has) no doubt|(?:I|[Ww]e) (?:\w+ )?believe)"
    r"(?! (?:that )?(?:we|I|our|my|no)\b) [^.;]{2,90}? (?:will|would|shall)\b",
)
# "Additional money will be very welcome", "An increase in numbers will help us to …".
_GOOD_OF = worded(
    " will ",
    r"^\W*(?:(?:However|But|And|Also|Of course),? )?(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hese|[Aa]ny"
    r"|[Mm]ore|[Aa]dditional|[Ee]xtra|[Ii]ncreased|[Ff]urther|[Ss]uch|[Nn]ew)\b[^.;,]{0,60}?"
    r"\b(?:increase|rise|funds?|funding|money|investment|grant|settlement|cash|boost|numbers|powers?"
    r"|precept)\b[^.;,]{0,60}? will (?:also |further |now |certainly |undoubtedly |of course )?"
    r"(?:(?:help|enable|assist) (?:us|them|forces|police|officers|the)\b"
    r"|(?:enable|allow) (?!me |my )[a-z][^.;:]{3,60}? to\b"
    r"|be (?:very |most |warmly |hugely |greatly |really )?(?:welcomed?|helpful|useful))",
)
_CALLED = worded(
    "call|refer|name",
    r"\bwho(?:m)? (?:I|we) (?:shall|will) (?:call|refer|name)\b"
    r"|\b(?:I|we) (?:shall|will) (?:call|refer to) (?:him|her|them|this|it|the \w+)"
    r" (?:as |simply |[\"“‘(]|M(?:r|rs|s|iss) |[A-Z]\b)",
)
# "Taxpayers will invest more", "the proposals will be reviewed by Full Council".
_GOES_TO = worded(
    " will ",
    r"\b(?:proposals?|budgets?|plans?|recommendations?|matters?|motions?|precept|draft) will"
    r" (?:then |now |also )?be (?:reviewed|decided|voted on|debated|scrutinised|considered"
    r"|discussed|put|presented|submitted|taken) (?:by|to|at|before) (?:the |a )?(?:[Ff]ull "
    r"|next |[A-Z]\w+ ){0,4}(?:Council|Cabinet|Committee|Panel|Board|Executive|meeting)\b",
)
# "After 30 years Area Commander Wick will be retiring": news of a person.
_LEAVES = worded(
    "retir|stepping down|step down|leav|missed",
    r"\b(?:am|is|are) due to (?:retire|step down|leave (?:the|my|his|her|office))\b"
    r"|\b(?:will|shall) (?:now |also |sadly |soon |shortly |therefore )?(?:step down\b"
    r"|retire(?= (?:in|on|at|after|from|this|next|later)\b|[.,;]|$)"
    r"|be (?:retiring|stepping down|leaving|(?:sadly |sorely |greatly |much )missed)\b"
    r"|leave (?:us|(?:his|her|their|the) (?:post|role|job|force|service|board|council))\b)",
)
# "Marlshire Police will be moved into special measures": what others do to it.
_PUT_UNDER = worded(
    "special measures|intervention|enhanced|engage|Engage",
    r"\bwill (?:now |also )?be (?:put|placed|moved|taken) (?:in|into|under|to|in to|out of)"
    r" (?:an? |the )?[\"“‘']?(?:special measures|intervention|enhanced|engage|Engage)",
)
# "The inspectorate will continue to expect good plans": asked of others.
# "There will be a vote of thanks", "Taxpayers will invest more money", "which will be her first".
_NOBODYS = worded(
    " will ",
    r"\b[Tt]here will (?:also |then )?be an? (?:vote of thanks|moment|minute[’']?s?|toast)\b"
    r"|\b[Tt]axpayers will (?:invest|pay|contribute|put)\b"
    r"|\b(?:which|this|it|that) will be (?:his|her|its|their|my|our|the [\w’ ]{3,40}?[’']s?) "
    r"(?:first|last|second|third|final)\b",
)
_EXPECTS = worded("expect", r"\bwill (?:also |still |always |continue to |now )?expect\b")
# "Applications will be considered from groups that …", "the most that will be awarded per bid".
_TERMS = worded(
    "will|open for|open to",
    r"\b(?:applications?|bids?|nominations?|entries) (?:[a-z]+ ){0,4}?will (?:only |also )?be"
    r" (?:considered|accepted|welcome[d]?|assessed|judged|scored|open|eligible|invited)\b"
    r"|\b(?:that|which|who) will (?:only )?be (?:awarded|granted|paid|considered|eligible)"
    r" (?:per|to each|for each|for any one)\b"
    r"|\bopen (?:for|to) (?:applications|bids)\b",
    re.IGNORECASE,
)
# "How success will be measured", "the priorities that we will be working on": only named.
_NAMED = worded(
    "How |Which |explain|plan|Plan|budget|strategy|Strategy|frameworks|set out",
    r"^\W*(?:\w{1,3}[.)] )?(?:How|Which) [^.?;:,]{3,80}? will\b[^.?;:,]*\W*$"
    r"|\bexplains? [^.;]{3,60}? (?:we|it|they|the \w+) will be [a-z]+ing\b"
    r"|\b(?:plan|budget|strategy|frameworks?)(?: \d{4})?,? (?:that|which) will (?:also )?"
    r"(?:dictate|guide|shape|govern|underpin|steer|apply|enable the|allow the|determine)\b"
    r"|\b(?:[Ww]e|I) set out (?:the )?(?:actions?|steps|remedy) (?:that |which )?(?:the|it) ",
)
# "Hot food will be available", "Please send questions; these will be put to the board".
_HOUSE = worded(
    "will be",
    r"\b(?:food|refreshments?|tea|coffee|lunch|parking|drinks)\b[^.;]{0,40} will be (?:available"
    r"|provided|served)\b"
    r"|^\W*Please \w+\b[^.;]{3,120} will be\b"
    r"|\b[Dd]eclarations? (?:of [a-z]+ )?(?:[a-z]+ )*will be (?:taken|made|invited|recorded)\b"
    r"|\b(?:[Mm]eetings?|sessions?) will be (?:chaired|recorded|filmed|minuted|clerked) by\b",
)
# "Further failure will be deplorable", "many will think", "we will make no further comment".
_NO_PROMISE = worded(
    "will",
    r"\bwill (?:also |always )?(?:be (?:deplorable|unacceptable|inevitable|unavoidable|essential"
    r"|important|crucial|critical|vital|noticeable)\b|take time\b"
    r"|be at [\w’'` ]{3,40} discretion\b"
    r"|(?:make|offer|give|have|be making|be giving) no (?:further |other |more )?comments?\b)"
    r"|\b(?:many|some|few|people|residents|readers) will (?:consider|think|feel|say|ask|wonder"
    r"|argue|remember|know|see)\b"
    r"|\b(?:every|full|great|complete|total|the utmost) (?:confidence|faith) (?:that|in)"
    r" (?!we\b|I\b|our\b|my\b)[^.;]{2,60}? will\b"
    r"|\b(?:report|inspection|review|feedback|findings|recommendations) will (?:also |certainly )?"
    r"help (?:us|me) (?:to )?(?:focus|understand|see|learn|identify)\b",
)
_FORMS = (
    *(_SURE, _GOOD_OF, _CALLED, _GOES_TO, _LEAVES, _PUT_UNDER, _EXPECTS, _NOBODYS),
    *(_TERMS, _NAMED, _HOUSE, _NO_PROMISE),
)


def forecast(words: str) -> bool:
    """Whether a sentence tells what will be without that anybody promises it."""
    return any(form.search(words) is not None for form in _FORMS)
