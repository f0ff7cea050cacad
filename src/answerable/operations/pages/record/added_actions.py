"""Which corrections of an action were made as amending added it to minutes of a session."""

from answerable.ledger.register import Register, Version
from answerable.scrutiny.sessions.minutes_text import not_minuted
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, Corrected, MinutesSigned


def added_with(register: Register, correction: Version) -> Version | None:
    """The action that amending added to minutes, if this correction was made with it.

    Its values are corrections of the line that stood until then, each for one reason; what is put
    right of a value later is another.
    """
    agreed = register.versions_of(ActionPromised, stream=correction.fact.stream)
    if not agreed or not _late(register, agreed[0]):
        return None
    made = [c.fact for c in register.versions_of(Corrected) if c.fact.ref == correction.fact.ref]
    first = next(fact for fact in made if fact.get("field") == correction.fact.get("field"))
    with_it = first.get("reason") == made[0].get("reason")
    return agreed[-1] if first is correction.fact and with_it else None


def _late(register: Register, action: Version) -> bool:
    """Did an action enter after the minutes of its session?"""
    session = str(action.fact.get("plan") or "")
    signed = register.versions_of(MinutesSigned, stream=session) if session else ()
    if signed:
        return action.seq > signed[0].seq
    past = registers.history(register.institution).of_entries([action.entry_id])
    return any(v.fact.get("text") == not_minuted() for v in past)
