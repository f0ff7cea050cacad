"""The seat-belt: triggers that refuse a change to what is on the record.

A database administrator can drop them; `verify` then finds the edit. A payload may change in
two ways only, each with its entry: erased (value, sealed text and salt go), or sealed in place
when it was reclassified upwards.
"""

_REFUSE = "SELECT RAISE(ABORT, 'what is on the record is never changed or removed');"

_NAMED_BY = """EXISTS (
    SELECT 1 FROM entry AS e
    JOIN payload AS f ON f.entry_id = e.entry_id AND f.field = 'fields'
    JOIN json_each(CAST(f.value AS TEXT)) AS named
    WHERE e.type = '{type}'
      AND json_extract(CAST(e.leaf AS TEXT), '$.fact.ref') = OLD.entry_id
      AND named.value = OLD.field)"""

_SAME = "NEW.entry_id = OLD.entry_id AND NEW.field = OLD.field AND NEW.class = OLD.class"

_ERASED = f"""{_SAME} AND NEW.state = 'erased' AND NEW.value IS NULL
    AND NEW.sealed IS NULL AND NEW.salt IS NULL AND {_NAMED_BY.format(type="Erased")}"""

_SEALED = f"""{_SAME} AND NEW.state = OLD.state AND OLD.value IS NOT NULL AND NEW.value IS NULL
    AND NEW.salt IS NULL AND NEW.sealed IS NOT NULL AND NEW.key_id IS NOT NULL
    AND {_NAMED_BY.format(type="Reclassified")}"""


def _refuse(table: str, change: str, when: str = "") -> str:
    return (
        f"CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}"
        f" FOR EACH ROW{f' WHEN {when}' if when else ''} BEGIN {_REFUSE} END"
    )


_BY_TABLE = {
    "entry": {"UPDATE": "", "DELETE": ""},
    "node": {"UPDATE": "", "DELETE": ""},
    "checkpoint": {"UPDATE": "", "DELETE": ""},
    "payload": {"UPDATE": f"NOT (({_ERASED}) OR ({_SEALED}))", "DELETE": ""},
    "head": {"UPDATE": "NEW.one <> 1 OR NEW.size <= OLD.size", "DELETE": ""},
}

TRIGGERS = {
    f"{table}_no_{change.lower()}": _refuse(table, change, when)
    for table, changes in _BY_TABLE.items()
    for change, when in changes.items()
}
"""Name -> the statement that makes it; start-up compares both."""
