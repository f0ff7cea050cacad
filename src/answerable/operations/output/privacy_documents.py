"""The record of processing and the draft of an impact assessment, as Word files.

Both say what this installation holds and does, and leave a marked gap for what only its
controller can know.
"""

from answerable.operations import access, catalogue, installation
from answerable.operations.output.pack_frame import house
from answerable.operations.pages.look import Look
from answerable.operations.rights import accounts, privacy
from answerable.publishing.packs.content import Pack, PackLine, PackPart, PackTable
from answerable.publishing.packs.word import docx_bytes
from answerable.store.reads import registers
from answerable.vocabulary.access import Role
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

GAP = "[To be filled in by the controller]"
KINDS = ("record-of-processing", "impact-assessment")
_TITLES = {
    "record-of-processing": "Record of processing activities",
    "impact-assessment": "Draft of a data protection impact assessment",
}
_RISKS = (
    (
        "A value that must not be public is shown",
        "One gate decides each value for pages, search, feeds, files and the interface; a test "
        "asks every address as each role; restricted values are sealed on the disk.",
    ),
    (
        "Somebody who may see restricted values reads what they need not",
        "Each reading is logged and can be seen by the governance office and the administrator.",
    ),
    (
        "An account is taken over",
        "Password and a code; limits on guessing; sessions end; roles are reviewed by a day.",
    ),
    (
        "A statement about a person is wrong",
        "Each line keeps its exact words and source; Reply and Report a mistake stand beside "
        "adverse lines; a correction stands at the top of its page.",
    ),
    (
        "Data are kept for longer than they are needed",
        "The table of periods; a value can be erased by law and every proof still holds.",
    ),
    (
        "Erasure would destroy evidence that is asked for",
        "A legal hold stops erasure until it is released; both stand on the record.",
    ),
    (
        "Published data are copied and cannot be called back",
        "Making a value public asks for a second confirmation that says so.",
    ),
)


class NoSuchDocument(Refusal):
    """A document about privacy that there is not."""

    code = "no_such_document"


def docx(look: Look, kind: str) -> bytes:
    """One of the two documents as a Word file; refused to who does not look after the data."""
    if kind not in KINDS:
        raise NoSuchDocument(f"There is no such document. There are: {', '.join(KINDS)}.")
    access.require(look.actor, "see_roles")
    parts = _record(look) if kind == "record-of-processing" else _assessment(look)
    own = installation.installed()
    pack = Pack(
        title=_TITLES[kind],
        body=own.name if own else "The demonstration",
        sentence="A draft made from what this installation holds. It is no legal advice; a "
        "person finishes and signs it.",
        banner="Draft",
        marking="internal",
        on=look.today,
        on_words=in_words(look.today.isoformat()),
        known=look.head.size - 1,
        root=look.head.root,
        check=f"{look.base}history/verify/",
        site=look.base.rstrip("/"),
        parts=parts,
        sources=(),
    )
    return docx_bytes(pack, house=house())


def _record(look: Look) -> tuple[PackPart, ...]:
    return (
        _controller(),
        PackPart(
            title="Purposes and lawful basis",
            key="purposes",
            lines=(
                PackLine(
                    label="Purpose",
                    words="To hold a public service to account: to keep what inspectors found, "
                    "what was promised and answered, and what shows that it was done.",
                ),
                PackLine(
                    label="Lawful basis",
                    words=f"Proposed: public task (UK GDPR article 6(1)(e)). {GAP}",
                ),
                PackLine(
                    label="Special categories and criminal offence data",
                    words=f"None is meant to be held. {GAP}",
                ),
            ),
        ),
        _people(look),
        _kept(look),
        PackPart(
            title="Who receives the data",
            key="recipients",
            paragraphs=(
                "The public: everything that is not marked internal or restricted.",
                "Members of a panel: public pages, by a link that ends and is logged.",
                "No data are sent to another country by this system. Where it is hosted: " + GAP,
            ),
        ),
        _security(),
    )


def _assessment(look: Look) -> tuple[PackPart, ...]:
    return (
        _controller(),
        PackPart(
            title="What is done and why",
            key="what",
            paragraphs=(
                "Public documents are read by rules, not by an artificial intelligence service; "
                "a person confirms every reading before it enters the record. The record is only "
                "added to. Offices write to it, readers do not.",
                "No decision about a person is made by machine. Nothing is counted by person.",
            ),
        ),
        _people(look),
        _kept(look),
        PackPart(
            title="Necessity and proportion",
            key="necessity",
            lines=(
                PackLine(label="Why this is needed", words=GAP),
                PackLine(label="What less intrusive way was looked at", words=GAP),
                PackLine(
                    label="How little is held",
                    words="Names of chief officers, commissioners and deputies, senior statutory "
                    "staff and inspectors who sign. Everybody else is an office.",
                ),
            ),
        ),
        PackPart(
            title="Risks to people, and what meets them here",
            key="risks",
            table=PackTable(
                head=("Risk", "What the system does", "Left over, as the controller judges"),
                rows=tuple((risk, measure, GAP) for risk, measure in _RISKS),
                widths=(3, 5, 3),
            ),
        ),
        PackPart(
            title="Who was asked, and the outcome",
            key="outcome",
            lines=tuple(
                PackLine(label=label, words=GAP)
                for label in (
                    "Advice of the data protection officer",
                    "Views of the people concerned",
                    "Decision, by whom, and the date of the next review",
                )
            ),
        ),
    )


def _controller() -> PackPart:
    named = privacy.controller()
    return PackPart(
        title="Who answers for the data",
        key="controller",
        lines=(
            PackLine(label="Controller", words=named.name if named else GAP),
            PackLine(label="How to write to it", words=named.address if named else GAP),
            PackLine(
                label="Data protection officer",
                words=(named.officer if named else "") or GAP,
            ),
            PackLine(
                label="Registration with the Information Commissioner",
                words=(named.registration if named else "") or GAP,
            ),
        ),
    )


def _people(look: Look) -> PackPart:
    held = registers.institutions()
    known = catalogue.bodies()
    open_accounts = [a for a in accounts.every(by=look.actor) if a.active]
    by_role = {
        role: sum(1 for a in open_accounts if role in a.roles)
        for role in Role
        if any(role in a.roles for a in open_accounts)
    }
    return PackPart(
        title="Whose data",
        key="people",
        lines=(
            PackLine(
                label="Bodies on the record",
                words=", ".join(known[name].name for name in held if name in known) or "None yet",
            ),
            PackLine(
                label="Named in it",
                words="Senior office-holders and inspectors who sign; others by office.",
            ),
            PackLine(
                label="Accounts by role",
                words=", ".join(
                    f"{role.value.replace('-', ' ')}: {n}" for role, n in by_role.items()
                )
                or "None yet",
            ),
        ),
    )


def _kept(look: Look) -> PackPart:
    counts = privacy.counts(by=look.actor)
    return PackPart(
        title="What is held, for how long and why",
        key="kept",
        paragraphs=("The periods are proposals of the system; the controller decides them.",),
        table=PackTable(
            head=("What", "About whom", "How much now", "How long", "Why"),
            rows=tuple(
                (
                    kept.what,
                    kept.about,
                    f"{counts[kept.count]:,}" if kept.count else "not counted",
                    kept.how_long,
                    kept.why,
                )
                for kept in privacy.RETENTION
            ),
            widths=(3, 3, 2, 3, 3),
        ),
    )


def _security() -> PackPart:
    return PackPart(
        title="Security",
        key="security",
        paragraphs=(
            "Password and a second factor for every account; accounts by invitation only.",
            "Restricted values are sealed on the disk, their keys lie apart; each reading is "
            "logged.",
            "Everything comes from this site: no outside script, font, picture or counter.",
            "Backups, hosting and physical security: " + GAP,
        ),
    )
