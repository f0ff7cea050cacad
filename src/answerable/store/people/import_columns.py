"""How a person mapped the columns of a log and which owner leads: kept in the home, per head."""

import json
import os
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from answerable.store.engine import start

FILE = "import-columns.json"


def columns(header: Sequence[str]) -> dict[str, str] | None:
    """Label -> meaning, as somebody confirmed it for this head; None for a new head."""
    found = _read()["columns"].get(_name(header))
    return dict(found) if found is not None else None


def like(header: Sequence[str]) -> dict[str, str]:
    """Label -> meaning (empty: not read) of the labels that a head like this one shares with it.

    The head of last month, say, with “Comments (May)” for “Comments (April)”: half of the labels
    are the same. Empty where no head that somebody confirmed is like it.
    """
    labels = {_label(one): one for one in header}
    best: dict[str, str] = {}
    for name, held in _read()["columns"].items():
        before = json.loads(name)
        meanings = {_label(label): meaning for label, meaning in held.items()}
        shared = {labels[one]: meanings.get(one, "") for one in before if one in labels}
        if len(shared) > len(best) and len(shared) * 2 >= len(labels):
            best = shared
    return best


def leads() -> dict[str, str]:
    """Words such as `ACC / DCC` -> the one who leads."""
    return dict(_read()["leads"])


def keep(header: Sequence[str], *, columns: Mapping[str, str], leads: Mapping[str, str]) -> None:
    """Remember both; the file is replaced whole."""
    held = _read()
    held["columns"][_name(header)] = dict(columns)
    held["leads"] |= dict(leads)
    place = start.ready().home / FILE
    temporary = place.with_name(f".{FILE}.{secrets.token_hex(4)}")
    with temporary.open("x", encoding="utf-8") as file:
        json.dump(held, file, ensure_ascii=False, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(place)


def _name(header: Sequence[str]) -> str:
    return json.dumps([_label(label) for label in header], ensure_ascii=False)


def _label(label: str) -> str:
    return " ".join(label.split()).lower()


def _read() -> dict[str, Any]:
    try:
        raw = json.loads((start.ready().home / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raw = {}
    return {"columns": {}, "leads": {}, **raw}
