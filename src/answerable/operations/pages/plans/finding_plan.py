"""What stands around an item of a plan: where it is followed, milestones, means, evidence."""

from collections.abc import Iterable
from dataclasses import replace
from urllib.parse import urlencode

from answerable.ledger.register import Register, Version
from answerable.operations import access, catalogue
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, Cell, Link, Row, Section, Table
from answerable.operations.pages.plans import closing_forms
from answerable.operations.pages.plans.item_choices import DOUBTED
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.plans import (
    duplicates,
    milestones,
    objectives,
    offered,
    sure_links,
    waiting_for,
)
from answerable.scrutiny.plans.offered import RESULTS, Offered
from answerable.scrutiny.plans.waiting_for import Waits
from answerable.scrutiny.progress import progress
from answerable.scrutiny.standing import Progress
from answerable.scrutiny.standing_counts import standing
from answerable.vocabulary.facts import ActionPromised, Merged
from answerable.vocabulary.language import marked, say, say_many
from answerable.vocabulary.offices import spoken
from answerable.vocabulary.times import in_words

ACTION_FORMS = (
    ("rung", marked("Say that it is done, or checked")),
    ("update", marked("Record news")),
    ("reassign", marked("Give it to another owner")),
    ("milestone", marked("Set a milestone")),
    ("waits", marked("Say what it waits for")),
    ("resource", marked("Name what it may use")),
    ("merge", marked("It is a duplicate")),
    ("split", marked("Split it into parts")),
    ("transfer", marked("It is not ours")),
)
FINDING_FORMS = (
    ("promise", marked("Add an action that answers it")),
    ("rung", marked("Say that it is done, or checked")),
    ("respond", marked("Record the explanation")),
    ("objective", marked("Link it to an objective")),
    ("split", marked("Answer it in parts")),
    ("merge", marked("It is a duplicate")),
    ("transfer", marked("It is not ours")),
)
AGAIN = "follow-again"
MOST_ACTIONS = 6
_MAY = {
    AGAIN: "merge",
    "update": "update_action",
    "rung": "reach_rung",
    "promise": "promise_action",
    "milestone": "set_milestone",
    "waits": "state_dependency",
    "resource": "name_resource",
    "objective": "link_objective",
}


def sections(item: Progress, register: Register, look: Look, proof: Proof) -> tuple[Section, ...]:
    """The parts that hold something; nothing is listed as missing from a public page."""
    made = (
        _actions(item, register, look),
        _doubted(item, register, look),
        _followed(item, register, look, proof),
        _milestones(item, register, look, proof),
        _waits_for(item, register, look),
        _waits(say("What waits for it"), waiting_for.waited_by(register, item.reference), look),
        _means(item, register),
        _objectives(item, register, look),
        _evidence(item, register, look),
    )
    return tuple(section for section in made if section is not None)


def work(item: Progress, look: Look) -> Aside | None:
    """The forms that the acting office may use; nothing for a reader."""
    institution = item.first.fact.institution
    action = item.kind == "action"

    def may(operation: str) -> bool:
        return access.may(look.actor, operation, about=institution)

    forms = ACTION_FORMS if action else FINDING_FORMS
    links = [
        Link(label=label, url=f"/actions/{item.reference}/{kind}/")
        for kind, label in forms
        if (item.open or kind == "update")
        and may(_MAY.get(kind, kind))
        and (kind != "respond" or item.kind == "recommendation")
    ]
    if duplicates.set_away(item) and may(_MAY[AGAIN]):
        again = Link(label=say("Follow it here again"), url=f"/actions/{item.reference}/{AGAIN}/")
        links.append(again)
    links += closing_forms.links(item, look)
    if may("offer_evidence"):
        links.append(Link(label=say("Offer evidence"), url=f"/actions/{item.reference}/evidence/"))
    return Aside(title=say("Work on it"), links=tuple(links)) if links else None


def _actions(item: Progress, register: Register, look: Look) -> Section | None:
    """How the actions stand that answer a finding, the most pressing ones, and the way to all."""
    if not item.answered_by or item.kind == "action":
        return None
    names = catalogue.names_of(register.institution, on=look.on)
    found = [progress(register, r, names=names) for r in answering(item, register)]
    if not found:
        return None
    pressing = sorted(found, key=lambda p: (-p.days_overdue, not p.open, p.due or "9999"))
    many = len(found)
    query = urlencode({"body": register.institution, "answers": item.reference})
    return Section(
        title=say("Actions that answer it: {count}", count=f"{many:,}"),
        id="actions",
        paragraphs=(standing(found),),
        rows=tuple(
            Row(
                title=start(p.text or say("Words withheld")),
                url=look.url(f"/findings/{p.reference}/"),
                sentence=p.sentence,
                note=start(spoken(p.owner)) if p.owner else say("No owner on record"),
            )
            for p in pressing[:MOST_ACTIONS]
        ),
        links=(Link(label=say("All of them in the register"), url=look.url(f"/plans/?{query}")),)
        if many > MOST_ACTIONS
        else (),
    )


def _doubted(item: Progress, register: Register, look: Look) -> Section | None:
    """What is linked to it by a link that waits for a person, each with the way to its page."""
    if item.kind == "action":
        return None
    names = catalogue.names_of(register.institution, on=look.on)
    read = progress(register, item.reference, names=names)
    found = sure_links.doubted(read, sure_links.answering(register, read, names))
    if not found:
        return None
    return Section(
        title=say("Linked to it, and not confirmed: {count}", count=f"{len(found):,}"),
        id="not-confirmed",
        paragraphs=(
            say(
                "Each was due before this was published, so the log may mean another report. "
                "It counts for nothing here until a person confirms the link, on its own page or "
                "with the others."
            ),
        ),
        links=_together(item, register, look, len(found)),
        rows=tuple(
            Row(
                title=start(p.text or say("Words withheld")),
                url=look.url(f"/findings/{p.reference}/"),
                sentence=p.sentence,
            )
            for p in found[:MOST_ACTIONS]
        ),
    )


def _together(item: Progress, register: Register, look: Look, count: int) -> tuple[Link, ...]:
    """The way to confirm several links at once, for whoever may."""
    if not access.may(look.actor, "correct", about=register.institution):
        return ()
    query = urlencode({DOUBTED: item.reference})
    return (
        Link(
            label=say_many(
                "Look at this link and confirm it", "Tick those that do answer it: {count}", count
            ),
            url=f"/plans/{register.institution}/together/?{query}",
        ),
    )


def answering(item: Progress, register: Register) -> tuple[str, ...]:
    """The actions that answer a finding; a plan that names it is none."""
    return tuple(r for r in item.answered_by if register.versions_of(ActionPromised, stream=r))


def _followed(item: Progress, register: Register, look: Look, proof: Proof) -> Section | None:
    where = duplicates.elsewhere(item.versions)
    rows = [_where(where, look, proof, here=item.open)] if where else []
    rows += [_duplicate(v, look) for v in duplicates.followed_under(register, item.reference)]
    return (
        Section(title=say("Where it is followed"), id="followed", rows=tuple(rows))
        if rows
        else None
    )


def _where(where: duplicates.Elsewhere, look: Look, proof: Proof, *, here: bool) -> Row:
    link = proof.link(where.version)
    day = on_day(where.version.fact.valid.start)
    if where.to:
        title, url = say("Followed by {to} since {day}", to=where.to, day=day), ""
    else:
        words = say("Followed under another item")
        if not isinstance(where.version.fact, Merged):
            words = say("Answered in parts") if here else say("Followed as parts")
        title = say("{word} since {day}", word=words, day=day)
        url = look.url(f"/findings/{where.items[0]}/")
    links = tuple(Link(label=name, url=look.url(f"/findings/{name}/")) for name in where.items)
    return Row(
        title=title,
        url=url,
        sentence=where.reason or "",
        links=(*links, *((link,) if link else ())),
    )


def _duplicate(version: Version, look: Look) -> Row:
    name = version.fact.stream
    return Row(
        title=say("A duplicate is followed here: {name}", name=name),
        url=look.url(f"/findings/{name}/"),
        sentence=version.fact.get("reason") or "",
        note=say(
            "Since {day}. Its history stays on its own page.", day=on_day(version.fact.valid.start)
        ),
    )


def _milestones(item: Progress, register: Register, look: Look, proof: Proof) -> Section | None:
    found = milestones.milestones(register, of=item.reference)
    if not found:
        return None
    may = access.may(look.actor, "set_milestone", about=register.institution)
    rows = []
    for one in found:
        link = proof.link(one.version)
        first = (
            say("first {day}", day=in_words(one.due_first))
            if one.due_first and one.due_first != one.due
            else ""
        )
        rows.append(
            (
                Cell(words=one.text or say("Not in our sources."), url=link.url if link else ""),
                Cell(words=in_words(one.due) if one.due else say("No date"), note=first),
                Cell(
                    words=say("They say it is met, {day}.", day=on_day(one.met.fact.valid.start))
                    if one.met
                    else "",
                    state=one.state(look.on),
                ),
            )
        )
    links = tuple(
        Link(label=f"{label}: {one.text}", url=f"/milestones/{one.reference}/{kind}/")
        for one in found
        if may and not one.met
        for kind, label in (("met", say("It is met")), ("move", say("Move it")))
    )
    return Section(
        title=say("Milestones"),
        id="milestones",
        table=Table(
            caption=say("Dated steps"),
            head=(say("Step"), say("Due"), say("State")),
            rows=tuple(rows),
        ),
        links=links,
    )


def _waits(title: str, found: Iterable[Waits], look: Look) -> Section | None:
    rows = tuple(
        Row(
            title=start(one.item.text) if one.item.text else one.item.reference,
            url=look.url(f"/findings/{one.item.reference}/"),
            sentence=one.reason or "",
            state=one.item.tag.lower(),
            note=one.item.sentence,
        )
        for one in found
    )
    return Section(title=title, rows=rows) if rows else None


def _waits_for(item: Progress, register: Register, look: Look) -> Section | None:
    found = waiting_for.waits_for(register, item.reference)
    section = _waits(say("What it waits for"), found, look)
    if section is None or not access.may(
        look.actor, "state_dependency", about=register.institution
    ):
        return section
    link = Link(label=say("It waits no more"), url=f"/actions/{item.reference}/waits-no-more/")
    return replace(section, links=(link,))


def _means(item: Progress, register: Register) -> Section | None:
    found = milestones.resources(register, item.reference)
    told = tuple(
        say("{fact} (named on {day})", fact=v.fact.get("text"), day=on_day(v.fact.valid.start))
        for v in found
        if v.fact.get("text")
    )
    return Section(title=say("What it may use"), items=told) if told else None


def _objectives(item: Progress, register: Register, look: Look) -> Section | None:
    rows = tuple(
        Row(
            title=o.title or o.reference,
            url=look.url(f"/plans/{register.institution}/objectives/"),
            sentence=dict(o.findings)[item.reference] or "",
            note=o.plan or "",
        )
        for o in objectives.objectives(register)
        if item.reference in dict(o.findings)
    )
    return Section(title=say("Objectives it bears on"), rows=rows) if rows else None


def _evidence(item: Progress, register: Register, look: Look) -> Section | None:
    found = offered.offered(register, item.reference)
    rows = tuple(_offer(one, item, look) for one in found)
    return Section(title=say("Evidence"), id="evidence", rows=rows) if rows else None


def _offer(one: Offered, item: Progress, look: Look) -> Row:
    version = one.version
    told = [
        say(
            "{results}, says {body} on {day}: {fact}",
            results=RESULTS.get(str(c.fact.get("result")), "Looked at"),
            body=body_words(c.by.body),
            day=on_day(c.fact.valid.start),
            fact=c.fact.get("reason"),
        )
        for c in one.checks
    ]
    marking = version.fact.classes.get("digests")
    links = [
        Link(label=say("File {n}", n=n), url=f"/evidence/{sha}/")
        for n, sha in enumerate(one.digests, start=1)
    ]
    own = version.by.body == look.actor.body == version.fact.institution
    if access.may(look.actor, "check_evidence", about=version.fact.institution) and not own:
        links.append(
            Link(
                label=say("Say what it shows"),
                url=f"/actions/{item.reference}/check-evidence/?entry={version.seq}",
            )
        )
    offered_by = say(
        "Offered by {body} on {day}.",
        body=body_words(version.by.body),
        day=on_day(version.fact.valid.start),
    )
    shas = say("SHA-256: {digests}.", digests=", ".join(f"{sha[:16]}…" for sha in one.digests))
    return Row(
        title=one.text or say("Evidence"),
        sentence=" ".join(told) or say("Nobody else has looked at it yet."),
        note=" ".join((offered_by, *((f"{start(marking.value)}.",) if marking else ()), shas)),
        links=tuple(links),
    )
