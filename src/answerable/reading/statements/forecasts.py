"""Sentences about what will be that promise nothing: forecasts, praise of money, names given."""

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
    r"\b(?:increase|rise|funding|money|investment|grant|settlement|cash|boost|numbers|powers?"
    r"|precept)\b[^.;,]{0,60}? will (?:also |further |now |certainly |undoubtedly |of course )?"
    r"(?:(?:help|enable|assist) (?:us|them|forces|police|officers|the)\b"
    r"|be (?:very |most |warmly |hugely |greatly |really )?(?:welcomed?|helpful|useful))",
)
_CALLED = worded(
    "call|refer|name",
    r"\bwho(?:m)? (?:I|we) (?:shall|will) (?:call|refer|name)\b"
    r"|\b(?:I|we) (?:shall|will) (?:call|refer to) (?:him|her|them|this|it|the) \w+",
)
# "Taxpayers will invest more", "the proposals will be reviewed by Full Council".
_GOES_TO = worded(
    " will ",
    r"\b(?:proposals?|budgets?|plans?|recommendations?|matters?|motions?|precept|draft) will"
    r" (?:then |now |also )?be (?:reviewed|decided|voted on|debated|scrutinised|considered"
    r"|discussed|put|presented|submitted|taken) (?:by|to|at|before) (?:the |a )?(?:[Ff]ull "
    r"|next |[A-Z]\w+ ){0,4}(?:Council|Cabinet|Committee|Panel|Board|Executive|meeting)\b",
)
_FORMS = (_SURE, _GOOD_OF, _CALLED, _GOES_TO)


def forecast(words: str) -> bool:
    """Whether a sentence tells what will be without that anybody promises it."""
    return any(form.search(words) is not None for form in _FORMS)
