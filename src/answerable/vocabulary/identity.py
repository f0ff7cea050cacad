"""Names that read like references: `hmicfrs/2023/west-mercia/soc/cause-of-concern/1`."""

import re

from answerable.vocabulary.refusal import Refusal

_REFERENCE = re.compile(r"[a-z0-9][a-z0-9.-]*(?:/[a-z0-9][a-z0-9.-]*)*")


class BadReference(Refusal):
    """A reference that nothing can have."""

    code = "bad_reference"


def reference(text: str) -> str:
    """Check a reference from outside: lower case, digits, points, hyphens, parts by slashes."""
    if len(text) > 200 or not _REFERENCE.fullmatch(text):
        raise BadReference(
            f"“{text[:60]}” is not a reference. References look like "
            "hmicfrs/2023/west-mercia/soc/cause-of-concern/1."
        )
    return text


def slug(text: str) -> str:
    """A part of a reference from words.

    >>> slug("Chief Constable (temporary)")
    'chief-constable-temporary'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "x"
