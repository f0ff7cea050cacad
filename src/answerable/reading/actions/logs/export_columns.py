"""What the columns of an export of findings hold: as in an action log, with words of inspectors.

In a log the column “Recommendation” names what an action answers; in an export of findings it
holds the words of the finding, and “Recommendation number” its number there.
"""

import re

from answerable.reading.actions.logs import log_labels

_KIND = r"(?:recommendation|rec|finding|hmic(?:frs)?|portal|cause of concern|coc|afi|action)s?"
_NUMBER = re.compile(
    rf"(?:{_KIND}(?: ?/ ?{_KIND})? ?)?(?:no|nos|num|number|ref|reference|id|#|code)"
    r"(?: (?:no|number))?"
)
_TEXT = (
    *("recommendation", "recommendation text", "text of recommendation", "text", "finding"),
    *("finding text", "recommendation / finding", "wording", "recommendation wording"),
)


def guess(header: tuple[str, ...]) -> dict[str, str]:
    """Label -> what its column holds.

    >>> guess(("Recommendation number", "Recommendation", "Status"))
    {'Recommendation number': 'ref', 'Recommendation': 'action', 'Status': 'status'}
    >>> guess(("Rec", "Action", "Ref"))
    {'Rec': 'rec', 'Action': 'action', 'Ref': 'ref'}
    """
    plain = {label: _plain(label) for label in header}
    found = log_labels.guess(header)
    ref = next((label for label in header if _NUMBER.fullmatch(plain[label])), None)
    text = next((label for label in header if plain[label] in _TEXT), None)
    rest = {
        label: name
        for label, name in found.items()
        if not (ref and (name == "ref" or label == ref))
        and not (text and (name == "action" or label == text))
    }
    if ref:
        rest[ref] = "ref"
    if text:
        rest[text] = "action"
    return {label: rest[label] for label in header if label in rest}


def _plain(label: str) -> str:
    """The label in small letters, without stops and brackets."""
    return " ".join(re.sub(r"[().:*_]", " ", label).lower().split())
