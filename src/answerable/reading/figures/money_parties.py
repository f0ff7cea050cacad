"""Who pays: named before a verb of giving, or after "from", but not who only names a price."""

import re

_WHO = (
    r"(?P<who>[A-Z][\w&’'-]*(?:,? (?:of|and|the|for|&|[A-Z][\w&’'-]*)){0,7}"
    r"|(?:fire |police |county |city |borough |local |combined )(?:authority|council))"
)
_FROM = re.compile(
    rf"^,? (?:(?:was|were|has been|had been|is|of|in) )?(?:\w+ ){{0,4}}?from (?:the )?{_WHO}"
)
_GIVES = re.compile(
    rf"(?:^|[\s“\"])(?:[Tt]he )?{_WHO} (?:has |have |had |will )?(?:also |already "
    rf"|now )?(?:set aside"
    r"|awarded|allocated|paid|pays|pay|gave|given|gives|granted|provided|provides|contributed"
    r"|contributes|committed|invested|earmarked|spent|spends) (?:a further |another |almost "
    r"|nearly |more than"
    r" |about |around |up to |over )?$"
)
_OFFERED = re.compile(
    r"\b(?:quot(?:e|ation)|tender|bid|estimate|price|offer|invoice|bill|saving)s? "
    r"(?:of|at|for|was|were|is) (?:about |around |up to )?$"
)
_NOT_PAYER = re.compile(
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|It|They|We|He|She|This|That|Which|Who|There|Members|But|And|In|The)$)"
)


def payer(left: str, right: str) -> str | None:
    """The body or office whose money it is, or None where the words name none."""
    offered = _OFFERED.search(left) is not None
    for match in (_GIVES.search(left), None if offered else _FROM.match(right)):
        if match is None:
            continue
        who = re.sub(r"(?: (?:for|of|and|in|the))+$", "", match["who"])
        who = re.split(r" (?:for|to) ", who)[0].removeprefix("The ")
        if not _NOT_PAYER.match(who):
            return who
    return None
