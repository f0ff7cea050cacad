"""The first sentence of a session: what our sources hold of it, and what came of it."""

from collections.abc import Sequence

from answerable.ledger.register import Version
from answerable.operations.pages.sessions import session_exchanges
from answerable.operations.pages.sessions.held_session import Held, signed_words
from answerable.operations.sessions.promises import promises
from answerable.scrutiny.phrases import number, plural
from answerable.scrutiny.progress import progress
from answerable.vocabulary.facts import ItemTaken
from answerable.vocabulary.language import marked, say

NO_NEW_ACTION = marked("No new action is in our sources.")


def sentence(
    found: Held,
    asked: Sequence[Version],
    answers: Sequence[Version],
    promised: Sequence[Version],
    moved: Sequence[Version],
) -> str:
    """What is held of it, what was agreed or promised there, and how much of that is done."""
    counts = [
        f"{number(len(said))} {plural(word, len(said))}"
        for word, said in (("question", asked), ("answer", answers))
        if said
    ]
    heard = say("Our sources hold {values}", values=" and ".join(counts)) if counts else ""
    signed = bool(signed_words(found))
    if not heard and signed and not promised and not moved:
        return say("{minutes} hold no question and no action.", minutes=_minutes(found))
    if not heard and signed:
        heard = say("{minutes} hold no question", minutes=_minutes(found))
    elif not heard:
        heard = say("What was asked and answered is not in our sources")
        if n := len(session_exchanges.statements(found)):
            heard += say(
                ", but for {count} {lines} of its papers", count=number(n), lines=plural("line", n)
            )
    if moved and not promised:
        n = len(moved)
        dates = say(
            "{count} {dates} {word} moved",
            count=number(n),
            dates=plural("date", n),
            word=say("was") if n == 1 else say("were"),
        )
        return f"{heard}. {no_action(found, moved=True)[:-1]}; {dates}."
    if not promised:
        return f"{heard}. {no_action(found)}"
    n = len(promised)
    done = sum(
        progress(found.register, v.fact.stream, names=found.names).group in ("done", "worked")
        for v in promised
    )
    what = say("{count} {actions} agreed", count=number(n), actions=plural("action", n))
    if said := len(promises(promised)):
        words = {"count": number(n), "actions": plural("action", n)}
        what = (
            say("{count} {actions} promised", **words)
            if said == n
            else say("{count} {actions} agreed or promised", **words)
        )
    return say(
        "{heard}, and {what}: {done_words} at the date of this page.",
        heard=heard,
        what=what,
        done_words=_done_words(done, n),
    )


def no_action(found: Held, *, moved: bool = False) -> str:
    """That none is held: of minutes that were signed here it is known that they have none."""
    if signed_words(found):
        return say("{minutes} hold no action.", minutes=_minutes(found))
    return NO_NEW_ACTION if moved else say("Actions and due dates are not in our sources.")


def _minutes(found: Held) -> str:
    """The minutes as this reader may see them."""
    if any("title" in version.withheld for version in found.of(ItemTaken)):
        return say("The minutes, as far as they are public,")
    return say("The minutes")


def _done_words(done: int, n: int) -> str:
    if not done:
        return (
            say("nobody says that it is done") if n == 1 else say("nobody says that any is done")
        )
    if done == n:
        return say("it is said to be done") if n == 1 else say("all are said to be done")
    return say(
        "{count} of them {word} said to be done",
        count=number(done),
        word=say("is") if done == 1 else say("are"),
    )
