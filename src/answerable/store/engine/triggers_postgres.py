"""The seat-belt of `triggers.py` for PostgreSQL, which also knows TRUNCATE.

A superuser can disable them; `verify` then finds the edit. Start-up compares each trigger and
the source of its function with what stands here.
"""

from collections.abc import Iterator

_REFUSE = "RAISE EXCEPTION 'what is on the record is never changed or removed';"


def _named_by(kind: str) -> str:
    return f"""EXISTS (
        SELECT 1 FROM entry AS e
        JOIN payload AS f ON f.entry_id = e.entry_id AND f.field = 'fields'
        CROSS JOIN json_array_elements_text(convert_from(f.value, 'UTF8')::json) AS named
        WHERE e.type = '{kind}' AND named = OLD.field
          AND convert_from(e.leaf, 'UTF8')::json #>> '{{fact,ref}}' = OLD.entry_id)"""  # noqa: S608  # constants


_SAME = "NEW.entry_id = OLD.entry_id AND NEW.field = OLD.field AND NEW.class = OLD.class"

_LEAF = "convert_from(NEW.leaf, 'UTF8')::json"

FUNCTIONS = {
    "answerable_refuse": f"BEGIN {_REFUSE} END",
    "answerable_payload": f"""BEGIN
    IF {_SAME} AND NEW.state = 'erased' AND NEW.value IS NULL AND NEW.sealed IS NULL
        AND NEW.salt IS NULL AND {_named_by("Erased")}
    THEN RETURN NEW; END IF;
    IF {_SAME} AND NEW.state = OLD.state AND OLD.value IS NOT NULL AND NEW.value IS NULL
        AND NEW.salt IS NULL AND NEW.sealed IS NOT NULL AND NEW.key_id IS NOT NULL
        AND {_named_by("Reclassified")}
    THEN RETURN NEW; END IF;
    {_REFUSE}
END""",
    "answerable_closing": f"""BEGIN
    IF NEW.type NOT IN ('ClosureVerified', 'ClosureStated') THEN RETURN NEW; END IF;
    IF {_LEAF} #>> '{{by,body}}' = NEW.institution OR NOT (CASE NEW.type
        WHEN 'ClosureVerified' THEN {_LEAF} #>> '{{by,sig}}' IS NOT NULL
            AND {_LEAF} #>> '{{fact,seen}}' IS NOT NULL
        ELSE {_LEAF} #>> '{{fact,doc}}' IS NOT NULL END)
    THEN RAISE EXCEPTION 'a closing that the rule does not allow'; END IF;
    RETURN NEW;
END""",
    "answerable_head": f"""BEGIN
    IF NEW.one = 1 AND NEW.size > OLD.size THEN RETURN NEW; END IF;
    {_REFUSE}
END""",
}
"""Name -> the source of a function that a trigger runs."""

_UPDATED_BY = {"payload": "answerable_payload", "head": "answerable_head"}
_GUARDED = ("entry", "node", "checkpoint", "payload", "head")


def _triggers() -> Iterator[tuple[str, str, str]]:
    for table in _GUARDED:
        for change in ("UPDATE", "DELETE", "TRUNCATE"):
            each = "STATEMENT" if change == "TRUNCATE" else "ROW"
            run = _UPDATED_BY.get(table, "") if change == "UPDATE" else ""
            name, run = f"{table}_no_{change.lower()}", run or "answerable_refuse"
            made = f"BEFORE {change} ON {table} FOR EACH {each} EXECUTE FUNCTION {run}()"
            yield name, f"CREATE TRIGGER {name} {made}", run
    made = "BEFORE INSERT ON entry FOR EACH ROW"
    run = "answerable_closing"
    yield "entry_closing", f"CREATE TRIGGER entry_closing {made} EXECUTE FUNCTION {run}()", run


TRIGGERS = {name: (statement, function) for name, statement, function in _triggers()}
"""Name -> the statement that makes it, and the function that it runs."""


def statements() -> Iterator[str]:
    """What makes all of them, in order; those that are there are made again, the same."""
    for name, source in FUNCTIONS.items():
        made = f"CREATE OR REPLACE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql"
        yield f"{made} AS $guard${source}$guard$"
    for statement, _ in TRIGGERS.values():
        yield statement.replace("CREATE TRIGGER", "CREATE OR REPLACE TRIGGER", 1)
