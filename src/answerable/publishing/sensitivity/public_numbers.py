"""Numbers that are public wherever they stand: results, ages, a whole country."""

import re

_N = r"(?:\d[\d,]*|[a-z]+)"
_WHO = r"(?:people|men|women|boys|girls|children|adults|teenagers|victims|suspects|man|woman)"
_CAME_TO = re.compile(
    rf"\b{_N} (?:[a-z-]+ )?{_WHO}(?:,? (?:and|as well as) {_N} (?:[a-z-]+ )?{_WHO})* "
    r"(?:were|was|have been|had been|are) (?:found to be |identified as )?(?:at risk"
    r"|safeguarded|helped"
    r"|supported|protected|arrested|charged|jailed|sentenced|convicted|released)\b"
    rf"|\barrest(?:s|ed|ing)? (?:of )?{_N} (?:[a-z-]+ )?{_WHO}(?:,? (?:and|as well as) {_N} "
    rf"(?:[a-z-]+ )?{_WHO})*"
    rf"|\b{_N} (?:freedom of information|information|FOI|subject access) requests?\b"
    r"|\baged? \d{1,2}(?: (?:to|and|or) \d{1,2}|-\d{1,2})?\b",
    re.IGNORECASE,
)
_MAY = re.compile(r"\b(?:were|was|been|are|arrest\w*|aged?|requests?)\b", re.IGNORECASE)
_COUNTRY = re.compile(
    r"\b(?:[Nn]ationally|(?:in|across) (?:the UK|(?:England and )?Wales|England|Britain"
    r"|the country)"
    r"|[Nn]ational (?:figures?|total|estimate))\b"
)
_OURS = re.compile(
    r"\b(?:[Oo]urs?|[Ww]e|us|[Tt]he force|county(?! lines?)|here|locally|district)\b"
)


def without_public_numbers(sentence: str) -> str:
    """The sentence without arrests, people made safe and ages; nothing of one on a whole country.

    >>> without_public_numbers("Sixteen people were at risk from drug gangs.")
    'people from drug gangs.'
    >>> without_public_numbers("There are 600 gangs in the UK, down from 2,000.")
    ''
    """
    if of_the_country(sentence):
        return ""
    return _CAME_TO.sub("people", sentence) if _MAY.search(sentence) else sentence


def of_the_country(sentence: str) -> bool:
    """Does it speak of a whole country and of no force?

    >>> of_the_country("Nationally, 900 officers work undercover online.")
    True
    """
    return _COUNTRY.search(sentence) is not None and _OURS.search(sentence) is None
