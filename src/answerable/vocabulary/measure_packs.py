"""Measures that belong to one subject, such as neighbourhood: a file that two people have read."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from answerable.vocabulary import measure_keys as keys
from answerable.vocabulary.measures import Review, review_of

_KEYS = frozenset({"id", "title", "sentence", "measures", "review"})
_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class MeasurePack:
    """The measures of one subject, and what they are together."""

    id: str
    title: str
    sentence: str
    measures: tuple[str, ...]
    review: Review

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any], *, known: Collection[str]) -> "MeasurePack":
        """A pack from the mapping of its TOML file; `known` are the reviewed measures.

        Raises MeasureRefused as a measure does: `no_checker`, `checker_is_author`,
        `unknown_key`, `missing_key`, `wrong_value`.
        """
        name = str(raw.get("id", "without id"))
        review = review_of(raw.get("review", {}), name)
        keys.exactly(raw, _KEYS, name)
        held = raw["measures"]
        if not isinstance(held, list) or not held or len(set(map(str, held))) < len(held):
            raise keys.wrong(name, "measures", "measures, each once")
        if unknown := sorted(str(one) for one in held if one not in known):
            raise keys.wrong(name, "measures", f"reviewed measures; “{unknown[0][:60]}” is none")
        if not _IDENTIFIER.fullmatch(name):
            raise keys.wrong(name, "id", "small letters, digits and hyphens")
        return cls(
            id=name,
            title=keys.text(raw, "title", name),
            sentence=keys.text(raw, "sentence", name),
            measures=tuple(held),
            review=review,
        )
