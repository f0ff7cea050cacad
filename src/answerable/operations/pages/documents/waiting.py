"""Readings that wait for a person: finding one, its neighbours, and what was done with it."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from answerable.operations import examples
from answerable.operations.documents import running_text
from answerable.operations.documents.deciding import NoSuchCandidate
from answerable.operations.documents.repeats import FINDINGS, key, once
from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Notice
from answerable.reading.likeness.weights import RULES
from answerable.reading.precision import Precision
from answerable.scrutiny.phrases import start
from answerable.store.papers import originals, review
from answerable.store.papers.review import Candidate
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import marked, say

RESIDUE = "residue"
EVERY = "all"
"""The choice of every kind; without a choice, kinds that can wait stand apart."""
CAN_WAIT = frozenset({"count", "figure"})
"""A long report has hundreds of numbers between its few findings; they are confirmed last."""
HEADED, IN_RUNNING_TEXT = "findings", "running-text"
GROUPS: Mapping[str, tuple[str, frozenset[str]]] = {
    HEADED: (marked("Findings and grades"), FINDINGS | {"grade"}),
    IN_RUNNING_TEXT: (marked("Findings in running text"), FINDINGS),
    "numbers": (marked("Numbers"), CAN_WAIT),
}
"""Choices of several kinds: the name in an address -> what it is called, its kinds."""
_DONE = {
    "first": marked(
        "Your answer is kept. The regime asks for a second reader, who does not see it. Its page "
        "says who may be one, and what to do if you work alone."
    ),
    "differs": marked("The two readers differ. Both answers are shown; settle it with a reason."),
    "read": marked(
        "The document is kept and read. What it states waits below; open the first line."
    ),
    "welsh": marked(
        "The document is kept. It is in Welsh, or a part of it is, and "
        "the machine reads English only: nothing of that part was read. "
        "Hand in the English edition, or record it by hand."
    ),
    "aside": marked(
        "All that waited of the document is put aside. Hand the file in again to bring it back."
    ),
    IN_RUNNING_TEXT: marked(
        "The findings of running text are put aside. Hand the file in again to bring them back."
    ),
    "split": marked("The reading is cut in two. Both parts wait."),
    "longer": marked("The reading goes on to those words. It waits."),
    "merged": marked("The two readings are one. It waits."),
    "read-as": marked("It is read as another kind. Fill what is empty, and accept it."),
    "kept": marked(
        "The reading is kept as confirmed. Its kind has no fact of its "
        "own, so nothing entered the record."
    ),
    "rejected": marked("The reading is rejected. Nothing entered the record."),
}


def find(name: str) -> Candidate:
    """A candidate by its id, decided or not."""
    if found := review.named(name):
        return found
    raise NoSuchCandidate(
        say("No reading has the id “{name}”. The queue lists those that wait.", name=name[:40])
    )


def notice(done: str) -> Notice | None:
    """What was done, from the end of an address."""
    if done in _DONE:
        return Notice(title=say("Done"), words=_DONE[done])
    if done.isdigit():
        return Notice(
            title=say("Done"),
            words=say("It is on the record."),
            url=f"/history/entry/{done}/",
            label=say("Entry {int}", int=f"{int(done):,}"),
        )
    return None


def filed(look: Look) -> list[DocumentFiled]:
    """What every document is that this reader may see."""
    return [v.fact for v in everything.versions(look) if isinstance(v.fact, DocumentFiled)]


def titles(look: Look) -> dict[str, str]:
    """SHA-256 -> title of every document that a reviewer may see, fetched originals too."""
    return {sha: title for sha, (title, _) in _named(look).items()}


def called(look: Look) -> dict[str, str]:
    """The same with who published it: “How the force answers calls, Inspectorate of …”."""
    return {
        sha: f"{title}, {publisher}" if publisher and publisher not in title else title
        for sha, (title, publisher) in _named(look).items()
    }


def _named(look: Look) -> dict[str, tuple[str, str]]:
    """SHA-256 -> title and publisher; of a fetched original its address."""
    fetched = {
        o.sha256: (say("Original of {address}", address=o.address), "")
        for o in originals.every()
        if o.sha256
    }
    return fetched | {
        f.doc: (f.title or f.doc[:12], body_words(f.publisher) if f.publisher else "")
        for f in filed(look)
        if f.doc
    }


def told_precision(rule: str) -> str:
    """How often a rule was right, of what persons decided; or that it is not yet known."""
    if rule not in (known := examples.precision()):
        return Precision(0, 0).words()
    return known[rule].words()


def rule_words(rule: str) -> str:
    """A rule by its name; of what none read, that people marked its like or chose its kind."""
    if rule == review.BY_HAND:
        return say("none: a person chose its kind")
    if not rule.startswith(RULES):
        return rule
    return say("{rule} (no rule reads it; it is like passages that people marked)", rule=rule)


def kind_words(kind: str) -> str:
    """`cause_of_concern` -> “Cause of concern”; of several kinds what they are called."""
    if kind == EVERY:
        return say("All")
    if kind in GROUPS:
        return say(GROUPS[kind][0])
    return kind.replace("_", " ").capitalize()


def heading(found: Candidate) -> str:
    """Its kind; of a grade its question and value, as in “Preventing crime: Good”."""
    fields = found.record["fields"]
    question, value = fields.get("question"), fields.get("value_words") or fields.get("value")
    if found.kind == "grade" and value:
        return f"{question or kind_words(found.kind)}: {start(str(value))}"
    return f"{kind_words(found.kind)}, {question}" if question else kind_words(found.kind)


def place(found: Candidate) -> str:
    """Which of its kind it is in its document: “4 of 14 of this kind …, on page 12.”"""
    of_kind = (
        c
        for c in review.of(found.document)
        if c.kind == found.kind and c.state not in ("split", "merged", "recast")
    )
    in_order = sorted(once(of_kind), key=lambda c: (c.record["quote"]["start"], c.id))
    same = [c.record["id"] for c in in_order]
    quote = found.record["quote"]
    where = {
        "n": f"{same.index(found.record['id']) + 1:,}" if found.record["id"] in same else "",
        "all": f"{len(same):,}",
        "page": quote.get("page") or "",
    }
    if not where["n"]:
        return say("On page {page}.", **where) if where["page"] else ""
    if where["page"]:
        return say("{n} of {all} of this kind in the document, on page {page}.", **where)
    return say("{n} of {all} of this kind in the document.", **where)


def in_running_text() -> str:
    """What is said of a finding that stands apart from those under headings of their own."""
    return say("It stands in running text, under no heading of its own.")


def in_document(found: Candidate) -> str:
    """The page of its document, at its words."""
    quote = found.record["quote"]
    return f"/documents/{found.document}/?place={quote['start']}-{quote['end']}#words"


def chosen(every: Iterable[Candidate], kind: str) -> list[Candidate]:
    """Those of a kind or a group; of none, all but what can wait; of `EVERY`, all. No residue.

    A grade that a document states again is not chosen twice. Findings of running text are chosen
    apart where their document has others under headings.
    """
    found = once(c for c in every if c.kind != RESIDUE)
    if kind == EVERY:
        return found
    if not kind:
        return [c for c in found if c.kind not in CAN_WAIT]
    _, kinds = GROUPS.get(kind, ("", frozenset({kind})))
    found = [c for c in found if c.kind in kinds]
    if kind not in (HEADED, IN_RUNNING_TEXT):
        return found
    apart = running_text.apart(found)
    return [c for c in found if (c.id in apart) == (kind == IN_RUNNING_TEXT)]


def address(name: str, kind: str, step: str = "") -> str:
    """The address of a candidate, or of the queue without a name; the chosen kind stays in it."""
    path = f"/review/{name}/{step}" if name else "/review/"
    return f"{path}?{urlencode({'kind': kind})}" if kind else path


def unanswered(found: Candidate, kind: str = "") -> str:
    """The id of the first other candidate of its document that nobody has answered; or nothing."""
    own = key(found)
    every = chosen(review.waiting(document=found.document), kind)
    left = (c for c in every if c.id != found.id and not c.readings)
    return next((str(c.record["id"]) for c in left if own is None or key(c) != own), "")


def neighbours(found: Candidate, kind: str = "") -> tuple[str, str]:
    """Ids of the waiting candidates of the chosen kind before and after one in its document."""
    kind = kind or (EVERY if found.kind in CAN_WAIT else "")
    ids = [
        (c.id, str(c.record["id"]))
        for c in chosen(review.waiting(document=found.document), kind)
        if c.id != found.id
    ]
    before = [name for number, name in ids if number < found.id]
    after = [name for number, name in ids if number > found.id]
    return (before[-1] if before else "", after[0] if after else "")
