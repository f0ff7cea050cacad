"""Which programme of inspection, and which cycle of it: as a sentence or the title says."""

import re

from answerable.reading.material import Material

_SPAN = r"(?:19|20)\d\d(?:\s?[–/-]\s?(?:20)?\d\d)?"
_PROGRAMME = re.compile(
    rf"\b(?P<name>PEEL(?: {_SPAN})?|ILACS|JTAIs?|[Jj]oint targeted area inspections?"
    r"|[Nn]ational [Cc]hild [Pp]rotection [Ii]nspections?|[Aa]rea SEND inspections?"
    r"|[Ii]ndependent [Rr]eviews? of [Pp]rogress|[Mm]onitoring visits?|[Ff]ocused visits?"
    r"|[Jj]oint (?:unannounced )?(?:inspection of (?:police )?custody|custody inspection)"
    r"|[Cc]ustody inspections?|[Cc]rime data integrity inspections?"
    rf"|[Ff]ire (?:&|and) [Rr]escue [Ss]ervice inspections?(?: {_SPAN})?"
    r"|[Ss]ection 48 inspections?|[Uu]rgent [Nn]otifications?)\b"
)
_CYCLE = re.compile(r"\b(?:19|20)\d\d\s?[–/-]\s?(?:20)?\d\d\b")
_IN_CYCLE = re.compile(
    r"(?:\b(?:in|for|at|from|of) (?:its |the |our |their )?|\()(?P<cycle>(?:19"
    r"|20)\d\d[–/-](?:20)?\d\d)\b"
)
_HEAD = 300


def programme_of(material: Material, words: str) -> tuple[str | None, str | None]:
    """The programme that a sentence names, else the one of the title; and how it is known."""
    found = _PROGRAMME.search(words)
    if found is not None:
        return _plain(found["name"]), None
    titled = _PROGRAMME.search(_head(material))
    return (_plain(titled["name"]), "the title of the document") if titled else (None, None)


def cycle_of(material: Material, around: str, standing: str) -> tuple[str | None, str | None]:
    """The cycle of an earlier grade, stated beside it; of a grade given now, the report's own."""
    stated = _IN_CYCLE.search(around) if standing == "previous" else None
    if stated is not None:
        return stated["cycle"], None
    if standing != "awarded" or not material.profile.type.startswith("inspection"):
        return None, None
    titled = _CYCLE.search(_head(material))
    return (_plain(titled.group()), "the title of the document") if titled else (None, None)


def _head(material: Material) -> str:
    return f"{material.meta.title or material.canonical.title or ''}\n{material.text[:_HEAD]}"


def _plain(words: str) -> str:
    return re.sub(r"\s?([–/-])\s?", r"\1", " ".join(words.split()))
