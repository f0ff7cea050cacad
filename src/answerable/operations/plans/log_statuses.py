"""What the words of a log's own status mean where no rule knows them: “C”, “Phase 2”, “N/A”.

Nothing is guessed: until a person says whether such a word means done or open, its rows stand as
actions of which the log says neither, and the register takes them as open and says so.
"""

from collections import Counter
from collections.abc import Mapping

from answerable.operations import access
from answerable.operations.plans.log_files import NotALog, Opened
from answerable.store.people import import_columns
from answerable.vocabulary.access import Actor
from answerable.vocabulary.language import say
from answerable.vocabulary.log_status import set_aside, state_of

CLOSED, OPEN, ASIDE = "closed", "open", "aside"
"""What a word can mean. Aside: not ours, or no longer so; open until a person sets it aside."""
MOST_ASKED, LONGEST = 20, 60
"""Words that are asked about: the most frequent, and none that is a sentence."""

Said = Mapping[str, str]
"""Words of a status, in small letters -> closed, open or aside."""


def said(institution: str) -> Said:
    """What a person said of the statuses of an institution's logs."""
    return import_columns.statuses(institution)


def known(words: str | None, meant: Said) -> str | None:
    """Closed, open or aside as a person said, else superseded or partly met too, as words say."""
    return meant.get(_key(words or "")) or state_of(words)


def sets_aside(words: str, meant: Said) -> bool:
    """Does a status say that nobody goes on with it: by its words, or as a person said?"""
    return meant.get(_key(words)) == ASIDE or bool(set_aside(words))


def not_known(log: Opened, meant: Said) -> dict[str, int]:
    """Each status that neither a rule nor a person explains -> its rows, the most frequent first.

    One that is set aside (“Withdrawn”) is told elsewhere.
    """
    counts = Counter(row.words("status") or "" for row in log.rows)
    return {
        words: count
        for words, count in counts.most_common()
        if words and not set_aside(words) and known(words, meant) is None
    }


def asked(log: Opened) -> tuple[str, ...]:
    """The words that a person is asked about; also those that somebody has explained."""
    found = [words for words in not_known(log, {}) if len(words) <= LONGEST]
    return tuple({_key(words): words for words in reversed(found)}.values())[::-1][:MOST_ASKED]


def remember(*, by: Actor, institution: str, meant: Said) -> None:
    """Keep what words of a status mean: `closed`, `open`, `aside`, or empty: nobody says."""
    access.require(by, "import_action_log", about=institution)
    for words, state in meant.items():
        if state not in (CLOSED, OPEN, ASIDE, ""):
            raise NotALog(
                say(
                    "“{words}” can mean closed, open or aside, not “{state}”.",
                    words=words[:LONGEST],
                    state=state[:LONGEST],
                )
            )
    if meant:
        import_columns.keep_statuses(institution, {_key(w): state for w, state in meant.items()})


def meaning(words: str, meant: Said) -> str:
    """What a person said of exactly these words; empty: nothing."""
    return meant.get(_key(words), "")


def _key(words: str) -> str:
    return " ".join(words.split()).casefold()
