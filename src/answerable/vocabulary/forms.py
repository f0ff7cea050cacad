"""Packs of forms: what a subject asks for, field by field, and how each answer is marked.

A pack is a folder of reviewed files (`catalogue/packs/<pack>/*.toml`). A field is restricted
unless its file says otherwise; a restricted one needs a legal ground and a review period.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from answerable.vocabulary import regime_keys as keys
from answerable.vocabulary.access import Classification
from answerable.vocabulary.regimes import Theme

FieldKind = Literal["text", "long-text", "date", "number", "choice", "yes-no"]
MOST_REVIEW_DAYS = 730


@dataclass(frozen=True, slots=True)
class FormField:
    """One thing that a form asks. `measure` may be true only once a release is decided."""

    key: str
    label: str
    kind: FieldKind
    classification: Classification
    hint: str = ""
    ground: str = ""
    review_days: int = 0
    choices: tuple[str, ...] = ()
    needs_release: bool = False

    @property
    def is_public(self) -> bool:
        """Does a reader without an account see the answer?"""
        return self.classification == Classification.PUBLIC


@dataclass(frozen=True, slots=True)
class CatalogueForm:
    """A form: what it is for, and its fields in their order."""

    id: str
    title: str
    sentence: str
    fields: tuple[FormField, ...]

    def field(self, key: str) -> FormField | None:
        """A field by its key."""
        return next((f for f in self.fields if f.key == key), None)


@dataclass(frozen=True, slots=True)
class FormPack:
    """A pack: its themes and forms; `sensitive` is what the check before publishing reads."""

    id: str
    title: str
    sentence: str
    themes: tuple[Theme, ...]
    forms: tuple[CatalogueForm, ...]

    def form(self, form_id: str) -> CatalogueForm | None:
        """A form by its id."""
        return next((f for f in self.forms if f.id == form_id), None)


def pack(raw: Mapping[str, Any], forms: tuple[CatalogueForm, ...], name: str) -> FormPack:
    """A pack from its own file and the forms beside it. Raises RegimeRefused."""
    keys.exactly(
        raw,
        frozenset({"kind", "id", "title", "sentence", "review"}),
        frozenset({"theme"}),
        name,
    )
    keys.check_review(raw["review"], name)
    themes = []
    for item in keys.tables(raw, "theme", name):
        keys.exactly(item, frozenset({"key", "words", "short"}), frozenset(), name)
        themes.append(Theme(*(keys.text(item, key, name) for key in ("key", "words", "short"))))
    if twice := _twice([f.id for f in forms]):
        raise keys.RegimeRefused(f"{name} has two forms called {twice}.", code="twice")
    return FormPack(
        id=keys.text(raw, "id", name),
        title=keys.text(raw, "title", name),
        sentence=keys.text(raw, "sentence", name),
        themes=tuple(themes),
        forms=forms,
    )


def form(raw: Mapping[str, Any], name: str) -> CatalogueForm:
    """A form from its file. Raises RegimeRefused."""
    keys.exactly(
        raw, frozenset({"kind", "id", "title", "sentence", "field", "review"}), frozenset(), name
    )
    keys.check_review(raw["review"], name)
    found = tuple(_field(item, name) for item in keys.tables(raw, "field", name))
    if not found:
        raise keys.wrong(name, "field", "at least one field")
    if twice := _twice([f.key for f in found]):
        raise keys.RegimeRefused(f"{name} has two fields called {twice}.", code="twice")
    return CatalogueForm(
        id=keys.text(raw, "id", name),
        title=keys.text(raw, "title", name),
        sentence=keys.text(raw, "sentence", name),
        fields=found,
    )


def _field(raw: Mapping[str, Any], name: str) -> FormField:
    keys.exactly(
        raw,
        frozenset({"key", "label", "kind"}),
        frozenset({"classification", "hint", "ground", "review_days", "choices", "needs_release"}),
        name,
    )
    key, kind = keys.text(raw, "key", name), keys.text(raw, "kind", name)
    if kind not in get_args(FieldKind):
        raise keys.wrong(name, f"{key}.kind", f"one of {', '.join(get_args(FieldKind))}")
    marking = raw.get("classification", Classification.RESTRICTED.value)
    if marking not in list(Classification):
        raise keys.wrong(name, f"{key}.classification", f"one of {', '.join(Classification)}")
    made = FormField(
        key=key,
        label=keys.text(raw, "label", name),
        kind=cast(FieldKind, kind),
        classification=Classification(marking),
        hint=str(raw.get("hint", "")),
        ground=str(raw.get("ground", "")),
        review_days=keys.whole(raw, "review_days", name) if "review_days" in raw else 0,
        choices=keys.words(raw, "choices", name) if "choices" in raw else (),
        needs_release=bool(raw.get("needs_release", False)),
    )
    if (kind == "choice") != bool(made.choices):
        raise keys.wrong(name, f"{key}.choices", "given for a choice, and only for one")
    if made.is_public and (made.ground or made.review_days):
        raise keys.wrong(name, f"{key}.ground", "absent: the field is public")
    if made.is_public and made.needs_release:
        raise keys.wrong(name, f"{key}.needs_release", "absent: the field is public")
    if not made.is_public and not (made.ground and 0 < made.review_days <= MOST_REVIEW_DAYS):
        raise keys.RegimeRefused(
            f"In {name}, {key} is not public, so it needs a ground and review_days of at most "
            f"{MOST_REVIEW_DAYS}.",
            code="no_ground",
        )
    return made


def _twice(names: list[str]) -> str:
    return next((n for n in names if names.count(n) > 1), "")
