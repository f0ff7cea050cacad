"""Where something stands on the record: by sequence number, entry id or reference."""

import re
from dataclasses import dataclass

from answerable.store.engine import database, start
from answerable.vocabulary.refusal import Refusal


class NotOnRecord(Refusal):
    """Nothing on the record has this name."""

    code = "not_on_record"


@dataclass(frozen=True, slots=True)
class Place:
    """An entry, or with `entry_id` None a whole item."""

    name: str
    institution: str
    stream: str
    entry_id: str | None


def find(name: str) -> Place:
    """The place of a sequence number, an entry id, or the reference of an item."""
    start.ready()
    if re.fullmatch(r"[0-9]{1,15}", name):
        return _first(
            name, "SELECT institution, stream, entry_id FROM entry WHERE seq = ?", int(name)
        )
    if re.fullmatch(r"[0-9a-f]{32}", name):
        return _first(
            name, "SELECT institution, stream, entry_id FROM entry WHERE entry_id = ?", name
        )
    return _first(
        name,
        "SELECT institution, stream, NULL FROM entry WHERE stream = ? ORDER BY seq LIMIT 1",
        name,
    )


def institutions_of(stream: str) -> tuple[str, ...]:
    """Whom the entries of a stream are about, by name: mostly one."""
    start.ready()
    found = database.rows(
        "SELECT DISTINCT institution FROM entry WHERE stream = ? ORDER BY institution", (stream,)
    )
    return tuple(str(name) for (name,) in found if name)


def _first(name: str, sql: str, wanted: str | int) -> Place:
    found = database.rows(sql, (wanted,))
    if not found:
        raise NotOnRecord(
            f"Nothing on the record is called “{name[:80]}”. Give an entry's number, or a "
            "reference such as hmicfrs/2023/west-mercia/soc/cause-of-concern/1."
        )
    return Place(name, *found[0])
