"""The lines of signed minutes, each found again in the record once: as it now reads, how it ended.

Two lines of a session may have the same words. Each line of the signed text is that of the first
fact of its kind with these words that no earlier line has taken: the text and the record give
them in one order.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from answerable.ledger.register import Version
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.sessions.held_session import Held, office_words
from answerable.operations.pages.sessions.session_amended import Now, now_reads, taken_back
from answerable.publishing.packs.content import PackLine
from answerable.scrutiny.phrases import stop
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.minutes_text import is_prose, not_minuted
from answerable.vocabulary.facts import (
    ActionPromised,
    AnswerGiven,
    AssuranceJudged,
    ItemTaken,
    QuestionAsked,
)
from answerable.vocabulary.times import in_words

QUESTION, ANSWER, ACTION, ASSURANCE = "Question", "Answer", "Action for", "Assurance"
NOTED = "Noted"
_KINDS = {
    QuestionAsked: QUESTION,
    AnswerGiven: ANSWER,
    ActionPromised: ACTION,
    AssuranceJudged: ASSURANCE,
}


@dataclass(frozen=True, slots=True)
class _Signed:
    """One fact: the words that it had when it was signed, what it reads now, how it ended."""

    words: tuple[str, ...]
    now: Now | None
    end: str

    def fits(self, rest: str, label: str) -> str | None:
        """The words of it that a line says; a judgement's reason follows its level."""
        told = rest.rstrip(".").lower()
        for one in self.words:
            wanted = one.rstrip(".").lower()
            ends_so = label.startswith(ASSURANCE) and wanted and told.endswith(wanted)
            if told == wanted or ends_so:
                return one
        return None


class SignedLines:
    """The questions, answers, judgements and actions of a session, each given out once."""

    def __init__(self, found: Held) -> None:
        self._left: dict[tuple[str, str], list[_Signed]] = defaultdict(list)
        self._names = {v.fact.stream: str(v.fact.get("number")) for v in found.of(ItemTaken)}
        proof = Proof(found.look, found.register)
        for version in (
            *found.of(QuestionAsked, AnswerGiven, AssuranceJudged),
            *found.agreed(ActionPromised),
        ):
            kind = _KINDS[type(version.fact)]
            item = "" if kind is ACTION else self._item(version)
            self._left[kind, item].append(_signed(version, proof, found))
        for gone, note in taken_back(found):
            words = (str(gone.fact.get("text") or ""),)
            self._left[ACTION, ""].append(_Signed(words, None, note))

    def lines(self, words: str, *, item: str) -> Iterator[PackLine]:
        """What stands in the place of a signed line; of prose, also the actions made of it."""
        if not is_prose(words):
            yield self._line(words, item)
            return
        yield PackLine(label=NOTED, words=words)
        yield from self._added(words)

    def left_out(self, item: str) -> tuple[PackLine, ...]:
        """The actions that were added under the item of a number where nothing told of them."""
        return tuple(self._added(not_minuted(item)))

    def _added(self, words: str) -> Iterator[PackLine]:
        for one in self._made_of(words):
            who = f"{ACTION} the {office_words(one.owner)}" if one.owner else "Action"
            label = f"{who}, by {in_words(one.due)}" if one.due else who
            yield PackLine(label=label, words=stop(one.words), note=one.note)

    def _made_of(self, words: str) -> list[Now]:
        """The actions that were signed as this line of prose and amended into what they are."""
        left = self._left[ACTION, ""]
        found = [one for one in left if one.now is not None and words in one.words]
        for one in found:
            left.remove(one)
        return [one.now for one in found if one.now is not None]

    def _line(self, words: str, item: str) -> PackLine:
        """A line under the item of a number, with its words as signed and how it ended."""
        label, _, rest = words.partition(": ")
        found, signed = self._taken(label, rest, item)
        if found is None:
            return PackLine(label=label, words=rest)
        now = found.now
        note = " ".join(filter(None, (now.note if now else "", found.end)))
        if now is None:
            return PackLine(label=label, words=rest, note=note)
        before = rest.rstrip(".")[: -len(signed.rstrip(".")) or None]
        who, _, day = label.rpartition(", by ")
        who = f"{ACTION} the {office_words(now.owner)}" if now.owner else who
        if now.owner or now.due:
            label = f"{who}, by {in_words(now.due) if now.due else day}"
        return PackLine(label=label, words=stop(f"{before}{now.words}"), note=note)

    def _taken(self, label: str, rest: str, item: str) -> tuple[_Signed | None, str]:
        kind = next(kind for kind in _KINDS.values() if label.startswith(kind))
        left = self._left[kind, "" if kind is ACTION else item]
        for one in left:
            signed = one.fits(rest, label)
            if signed is not None:
                left.remove(one)
                return one, signed
        return None, ""

    def _item(self, version: Version) -> str:
        """The number of the item that a line stands under."""
        fact = version.fact
        named = fact.item if isinstance(fact, QuestionAsked | AssuranceJudged) else None
        under = named or fact.stream
        return self._names.get(under, under.rpartition("/")[2])


def lined(words: str) -> PackLine:
    """A line of minutes that nobody has signed, its label apart where it has one."""
    if is_prose(words):
        return PackLine(label=NOTED, words=words)
    label, _, rest = words.partition(": ")
    return PackLine(label=label, words=rest)


def _signed(version: Version, proof: Proof, found: Held) -> _Signed:
    """What a fact said when it was signed, and since: each wording that it had."""
    amended = now_reads(proof, version)
    field = "reason" if isinstance(version.fact, AssuranceJudged) else "text"
    words = tuple(amended) or (str(version.fact.get(field) or ""),)
    asked = isinstance(version.fact, QuestionAsked)
    end = question_ends.told(found.register, version) if asked else ""
    return _Signed(words, next(iter(amended.values()), None), stop(end) if end else "")
