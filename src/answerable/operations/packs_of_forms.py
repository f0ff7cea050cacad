"""The packs of the catalogue: read, checked, and found by name."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from answerable.vocabulary import forms as room
from answerable.vocabulary.forms import CatalogueForm, FormField, FormPack
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.regime_keys import check_review

_KINDS = frozenset({"pack", "form", "sensitivity"})


class NoSuchForm(Refusal):
    """A pack or a form that the catalogue does not hold."""

    code = "no_such_form"


@cache
def packs() -> Mapping[str, FormPack]:
    """Every pack by its id. A file that cannot be used is a Refusal that names it."""
    made = {}
    for folder, raws in _folders().items():
        own = [raw for raw in raws if raw["kind"] == "pack"]
        if len(own) != 1 or own[0].get("id") != folder:
            raise NoSuchForm(f"The folder {folder} needs one file of kind “pack” with its name.")
        found = tuple(
            room.form(raw, f"{folder}/{raw.get('id', '?')}")
            for raw in raws
            if raw["kind"] == "form"
        )
        made[folder] = room.pack(own[0], found, folder)
    return MappingProxyType(made)


@cache
def sensitive() -> tuple[Mapping[str, Any], ...]:
    """What the check before publishing reads: the files of kind “sensitivity”."""
    found = tuple(
        raw for raws in _folders().values() for raw in raws if raw["kind"] == "sensitivity"
    )
    for raw in found:
        check_review(raw.get("review"), "sensitivity")
    return found


def pack(name: str) -> FormPack:
    """A pack by its id, or a refusal that lists them."""
    found = packs().get(name)
    if found is None:
        raise NoSuchForm(f"There is no pack “{name[:40]}”. There are: {', '.join(packs())}.")
    return found


def form(pack_id: str, form_id: str) -> CatalogueForm:
    """A form of a pack, or a refusal that lists them."""
    held = pack(pack_id)
    found = held.form(form_id)
    if found is None:
        names = ", ".join(f.id for f in held.forms)
        raise NoSuchForm(f"There is no form “{form_id[:40]}”. {held.title} has: {names}.")
    return found


def field_of(form_name: str, field: str) -> FormField | None:
    """The field that a fact answers: `form_name` is “pack/form”."""
    pack_id, _, form_id = form_name.partition("/")
    held = packs().get(pack_id)
    found = held.form(form_id) if held else None
    return found.field(field) if found else None


def number(value: str) -> float | None:
    """The number that an answer is, if it is one."""
    try:
        return float(value.replace(",", ""))
    except ValueError:
        return None


def _folders() -> Mapping[str, list[dict[str, Any]]]:
    made: dict[str, list[dict[str, Any]]] = {}
    top = files("answerable.catalogue").joinpath("packs")
    for folder in sorted(top.iterdir(), key=lambda item: item.name):
        if not folder.is_dir():
            continue
        for part in sorted(folder.iterdir(), key=lambda item: item.name):
            if part.name.endswith(".toml"):
                raw = tomllib.loads(part.read_text(encoding="utf-8"))
                if raw.get("kind") not in _KINDS:
                    raise NoSuchForm(f"{folder.name}/{part.name}: kind is pack, form, ...")
                made.setdefault(folder.name, []).append(raw)
    return made
