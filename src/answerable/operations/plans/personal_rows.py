"""Rows of a log in which somebody is named or can be reached, by what an import would say."""

from collections.abc import Sequence

from answerable.operations import sensitivity
from answerable.publishing.sensitivity import contacts
from answerable.publishing.sensitivity.contacts import Told
from answerable.scrutiny.plans.action_log import Change


def found(changes: Sequence[Change]) -> list[tuple[Change, tuple[Told, ...]]]:
    """The rows whose words would become public by this import, and what in them is personal."""
    names = sensitivity.subjects().names
    told = ((change, contacts.told(_words(change), names)) for change in changes)
    return [(change, words) for change, words in told if words]


def _words(change: Change) -> str:
    if change.kind == "new" and change.entry is not None:
        return "\n".join(filter(None, change.entry.cells.values()))
    return "\n".join(change.what) if change.kind == "changed" else ""
