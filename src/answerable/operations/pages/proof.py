"""From a fact to the words behind it: links, quotes and the list of sources of a page.

A summary is always headed as ours; a quote is headed as the inspectors' words only when it
stands in the inspectors' own document.
"""

from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypedDict

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.documents.anchoring import anchored
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Cell, Line, Link, Quote, Reply, SourceItem
from answerable.operations.plans import row_words
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import DocumentFiled, ReplyGiven, VerdictGiven
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.times import in_words

TYPE_WORDS = {
    "inspection-report": marked("Report"),
    "inspection-letter": marked("Letter"),
    "press-release": marked("Notice"),
    "statutory-response": marked("Response"),
    "statement": marked("Statement"),
    "agenda": marked("Agenda"),
    "minutes": marked("Minutes"),
    "action-log": marked("Action log"),
    "register": marked("Register"),
    "plan": marked("Plan"),
    "decision": marked("Decision"),
    "funding": marked("Funding page"),
    "news": marked("News"),
}
"""Types of the reading contract, in the words of a link."""
MEDIA_WORDS = {"message/rfc822": marked("E-mail")}
"""Kinds of file that say more than “other”."""


@dataclass(frozen=True)
class Proof:
    """The documents of a register, and the way from a fact to its place in one of them."""

    look: Look
    register: Register

    @cached_property
    def documents(self) -> Mapping[str, DocumentFiled]:
        """SHA-256 -> what the file is, over every institution that the site knows."""
        own = {f.doc: f for f in self.register.of(DocumentFiled) if f.doc}
        return ChainMap(own, _filed(self.look))

    def link(self, version: Version) -> Link | None:
        """One click to the words behind a fact."""
        source = version.fact.source
        if isinstance(version.fact, VerdictGiven):
            address = f"/measures/{version.fact.stream.removeprefix('measure/')}/"
            return Link(label=say("The measure"), url=self.look.url(address))
        if source is None:
            return None
        filed = self.documents.get(source.doc or "")
        if filed is None:
            return Link(
                label=say("Entry {seq}", seq=f"{version.seq:,}"), url=self.entry_url(version)
            )
        return Link(label=self.label(filed), url=self.place_url(version))

    def links(self, versions: Iterable[Version]) -> tuple[Link, ...]:
        """The links behind several facts, each place once."""
        found = (self.link(version) for version in versions)
        by_label: dict[str, Link] = {}
        for link in found:
            if link is not None:
                by_label.setdefault(link.label, link)
        return tuple(by_label.values())

    def label(self, filed: DocumentFiled | None) -> str:
        """“Minutes, 11 December 2023”: what kind of document, and its date."""
        if filed is None:
            return say("Source")
        return f"{_kind(filed)}, {in_words(day) if (day := _day(filed)) else say('no date')}"

    def grade_cell(self, version: Version, *, about: str) -> Cell:
        """The source of a grade in a table, with Reply and Report a mistake beside it."""
        link = self.link(version)
        cell = Cell(
            words=link.label if link else say("Not in our sources"), url=link.url if link else ""
        )
        stated = redress_of(self.look.actor, version.seq, self.replies(version))
        return replace(cell, label=about, **stated)

    def place_url(self, version: Version) -> str:
        """The document page at the words; at its top where a fact quotes none.

        In a view by what sources had said, the document that states a fact may be younger than
        the day; then the entry is shown instead.
        """
        source = version.fact.source
        if source is None or source.doc is None or source.doc not in self.documents:
            return self.entry_url(version)
        words = "#words" if version.fact.quote else ""
        return self.look.url(f"/documents/{source.doc}/?entry={version.seq}{words}")

    def entry_url(self, version: Version) -> str:
        """The entry itself."""
        return self.look.url(f"/history/entry/{version.seq}/")

    def quote(self, version: Version, *, note: str = "") -> Quote | None:
        """The exact words of a fact under the heading that says whose they are."""
        fact, words = version.fact, row_words.quote_of(version)
        if not words or fact.source is None:
            return None
        filed = self.documents.get(fact.source.doc or "")
        place = self.label(filed)
        if filed is None:
            place = say("Entry {seq}", seq=f"{version.seq:,}")
        elif fact.source.page:
            place = say("page {page} of {place}", page=fact.source.page, place=place)
        return Quote(
            voice=self.heading(version),
            words=words,
            place=place,
            url=self.place_url(version),
            of_record=filed is None,
            note=note,
        )

    def in_marks(self, version: Version) -> str:
        """The words of a fact in quotation marks; those of a summary of ours have none."""
        words = row_words.quote_of(version) or ""
        if self.voice(version) == "summary":
            return say("Our summary says: {words}", words=words)
        return f"“{words}”"

    def voice(self, version: Version) -> str:
        """summary, inspectors or record."""
        source = version.fact.source
        if source is None or source.kind == "record":
            return "record"
        if source.kind == "summary":
            return "summary"
        filed = self.documents.get(source.doc or "")
        body = catalogue.bodies().get((filed.publisher or "") if filed else "")
        return "inspectors" if body is not None and body.kind == "inspectorate" else "record"

    def heading(self, version: Version) -> str:
        """The voice; of a document of the record, which one: “The minutes say”, “Reply of …”."""
        voice, source = self.voice(version), version.fact.source
        filed = self.documents.get(source.doc or "") if source else None
        if voice != "record" or filed is None:
            return voice
        if isinstance(version.fact, ReplyGiven):
            return say(
                "Reply of the {office_words}", office_words=office_words(version.fact.by_office)
            )
        kind = _kind(filed).lower()
        return say(
            "The {kind} {word}", kind=kind, word=say("say") if kind == "minutes" else say("says")
        )

    def replies(self, version: Version) -> tuple[Reply, ...]:
        """What was replied to a fact, in the words of each reply."""
        return tuple(map(self.reply, _replies(self.register).get(version.entry_id, ())))

    def reply(self, version: Version) -> Reply:
        """One reply; withheld where the reader may not see its words, or erased by law."""
        unseen = say("Erased") if "text" in version.erased else say("Withheld.")
        return Reply(
            by=say("the {office_words}", office_words=office_words(version.fact.get("by_office"))),
            words=version.fact.get("text") or unseen,
            url=self.place_url(version),
        )

    def items(self, versions: Iterable[Version]) -> tuple[SourceItem, ...]:
        """The list of sources at the foot: each document once, with the address it is about."""
        shas = dict.fromkeys(
            v.fact.source.doc for v in versions if v.fact.source and v.fact.source.doc
        )
        found = [(sha, self.documents[sha]) for sha in shas if sha in self.documents]
        return tuple(self._item(sha, filed) for sha, filed in found)

    def items_at(self, addresses: Iterable[str]) -> tuple[SourceItem, ...]:
        """The documents that links lead to, each once, in their order."""
        named = (address.partition("/documents/")[2].partition("/")[0] for address in addresses)
        shas = dict.fromkeys(sha for sha in named if sha in self.documents)
        return tuple(self._item(sha, self.documents[sha]) for sha in shas)

    def _item(self, sha: str, filed: DocumentFiled) -> SourceItem:
        dated = in_words(filed.published) if filed.published else say("date not known")
        summary = filed.standing == "summary"
        return SourceItem(
            title=filed.title or sha[:12],
            url=self.look.url(f"/documents/{sha}/"),
            place=say("about a page of {dated}", dated=dated) if summary else dated,
            original=filed.about or "",
            anchored=self._anchored(sha) if summary else "",
        )

    def _anchored(self, sha: str) -> str:
        """How many of the facts that rest on a summary were found in the original."""
        resting = [
            v
            for v in self.register
            if v.fact.source and v.fact.source.doc == sha and not isinstance(v.fact, DocumentFiled)
        ]
        held = anchored(self.register)
        n = sum(v.entry_id in held for v in resting)
        if not n:
            return say("Anchored to our summary, not yet to the original")
        if n == len(resting):
            return say("Anchored to the original")
        return say(
            "{n} of {count} facts anchored to the original, the others to our summary",
            n=n,
            count=len(resting),
        )


def _replies(register: Register) -> Mapping[str, Sequence[Version]]:
    """Entry of a line -> the replies to it, the first given first; read once for a register."""

    def made() -> Mapping[str, Sequence[Version]]:
        found: dict[str, list[Version]] = {}
        for version in register.versions_of(ReplyGiven):
            if version.fact.ref:
                found.setdefault(version.fact.ref, []).append(version)
        return found

    return register.once("replies by line", made)


def replies_by_number(look: Look, institution: str) -> Mapping[int, tuple[Reply, ...]]:
    """Number of the entry of a line -> what was replied to it."""
    register = look.register(institution)
    proof = Proof(look, register)
    replied = _replies(register)
    return {v.seq: proof.replies(v) for v in register if v.entry_id in replied} if replied else {}


def _filed(look: Look) -> dict[str, DocumentFiled]:
    """SHA-256 -> file, over every institution, as this reader sees them at these dates."""

    def made() -> dict[str, DocumentFiled]:
        return {
            f.doc: f
            for institution in registers.institutions()
            for f in look.register(institution).of(DocumentFiled)
            if f.doc
        }

    return registers.kept(("documents", look.actor, look.on, look.known, look.said), made)


def _day(filed: DocumentFiled) -> str | None:
    """The day of a document; minutes signed later are known by the session that they tell of."""
    told = filed.valid.start.isoformat()
    signed = filed.type == "minutes" and in_words(told) in (filed.title or "")
    return told if signed else filed.published


def _kind(filed: DocumentFiled) -> str:
    return (
        TYPE_WORDS.get(filed.type or "")
        or MEDIA_WORDS.get(filed.media_type or "")
        or say("Document")
    )


def with_redress(line: Line, versions: Sequence[Version], proof: Proof) -> Line:
    """An adverse line: Reply and Report a mistake stand on it, about the first fact behind it.

    A reply to that fact stands beside the line from the day on which it was given.
    """
    if not versions:
        return line
    stated = redress_urls(versions[0], proof.look)
    stated["replies"] = tuple(dict.fromkeys((*line.replies, *stated["replies"])))
    return replace(line, adverse=True, **stated)


class Redress(TypedDict, total=False):
    """Where one replies to a line, where one reports a mistake in it, and what was replied."""

    reply_url: str
    mistake_url: str
    replies: tuple[Reply, ...]


def redress_urls(version: Version | None, look: Look) -> Redress:
    """Both addresses for a fact and every reply to it; none where the line is not adverse."""
    if version is None:
        return Redress()
    proof = Proof(look, look.register(version.fact.institution))
    return redress_of(look.actor, version.seq, proof.replies(version))


def redress_of(by: Actor, entry_number: int | None, replies: tuple[Reply, ...] = ()) -> Redress:
    """Both addresses for the number of an entry, and what was replied to it.

    A reply is the word of the body that a line is about. A reader may be of that body; whoever
    reads in a role that replies for nobody, such as a member of a panel, is not asked for one.
    """
    if entry_number is None:
        return Redress(replies=replies)
    entry = f"?entry={entry_number}"
    replies_for_a_body = by.is_public or access.may(by, "reply")
    return Redress(
        reply_url=f"/corrections/reply/{entry}" if replies_for_a_body else "",
        mistake_url=f"/corrections/report/{entry}",
        replies=replies,
    )


def cell_with_redress(cell: Cell, version: Version, *, about: str, look: Look) -> Cell:
    """The last cell of an adverse row of a table, with both beside it and every reply."""
    return replace(cell, label=about, **redress_urls(version, look))


def office_words(office: str | None) -> str:
    """`anyshire-pcc/deputy-chief-constable` -> “deputy chief constable”; a body by its name."""
    known = catalogue.bodies().get(office or "")
    if known is not None:
        return known.name
    return spoken(office or "office")


def summary_notice(filed: DocumentFiled) -> str:
    """What stands on every page of a summary."""
    return say(
        "Summary written for this demonstration from the page at "
        "{about}. These are not the original’s words.",
        about=filed.about,
    )
