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

_BODY = "json_extract(CAST(NEW.leaf AS TEXT), '$.by.body')"
_SIGNED = (
    "json_extract(CAST(NEW.leaf AS TEXT), '$.by.sig') IS NOT NULL"
    " AND json_extract(CAST(NEW.leaf AS TEXT), '$.fact.seen') IS NOT NULL"
)
_ON_FILE = "json_extract(CAST(NEW.leaf AS TEXT), '$.fact.doc') IS NOT NULL"

# What of the closing rule needs no value: the institution closes nothing, the owner's own closing
# is signed, and one that others record rests on a file (LEDGER 12). The command checks the rest.
CLOSING = (
    "CREATE TRIGGER entry_closing BEFORE INSERT ON entry FOR EACH ROW"
    " WHEN NEW.type IN ('ClosureVerified', 'ClosureStated')"
    f" AND ({_BODY} = NEW.institution OR NOT CASE NEW.type"
    f" WHEN 'ClosureVerified' THEN {_SIGNED} ELSE {_ON_FILE} END)"
    " BEGIN SELECT RAISE(ABORT, 'a closing that the rule does not allow'); END"
)

TRIGGERS = {
    f"{table}_no_{change.lower()}": _refuse(table, change, when)
    for table, changes in _BY_TABLE.items()
    for change, when in changes.items()
} | {"entry_closing": CLOSING}
"""Name -> the statement that makes it; start-up compares both."""
