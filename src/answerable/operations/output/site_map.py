"""The addresses that a search engine is told of: pages that any reader may open, at today.

Entries one by one, past views and searches are left out: there is no end of them. What an office
works on, and what only somebody who signed in sees, is named in `KEPT_OUT` and in no map.
"""

from collections.abc import Iterable, Iterator

from answerable.operations import catalogue
from answerable.operations.output import publishing
from answerable.operations.pages import naming
from answerable.operations.pages.institutions import reports
from answerable.operations.pages.institutions.case import cases
from answerable.operations.pages.look import Look
from answerable.publishing import sitemaps
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, FindingPublished
from answerable.vocabulary.refusal import Refusal

GENERAL = (
    *("/", "/start/", "/bodies/", "/reports/", "/findings/", "/claims/", "/corrections/"),
    "/measures/",
    *("/history/", "/history/verify/", "/packs/", "/data/", "/about/", "/about/method/"),
    *("/about/sources/", "/about/conflicts/", "/about/privacy/", "/about/accessibility/"),
)
OF_BODY = ("bodies", "money", "people", "partners", "escalation", "oversight")
KEPT_OUT = (
    *("/account/", "/actions/", "/api/", "/as-at/", "/asked/", "/check-text/", "/evidence/"),
    *("/explore/", "/figures/", "/forms/", "/handover/", "/held/", "/help/", "/import/"),
    "/language/",
    *("/milestones/", "/panel/", "/plans/", "/questions/", "/read/", "/responses/", "/review/"),
    *("/roles/", "/search/", "/set-up/", "/stages/", "/week/"),
    *("/claims/new/", "/corrections/answer/", "/corrections/correct/", "/corrections/received/"),
    *("/corrections/reply/", "/corrections/report/", "/corrections/withdraw/"),
    "/findings/import/",
    *("/findings/new/", "/sessions/*/agenda.", "/sessions/*/amend/", "/sessions/*/brief"),
    *("/sessions/*/build/", "/sessions/*/change/", "/sessions/*/live/", "/sessions/*/papers/"),
    *("/sessions/*/plan/", "/sessions/*/questions/", "/sessions/*/sign/"),
    "/sessions/*/standing/",
    *("/*?*valid=", "/*?*known=", "/*?*said=", "/*?*entry=", "/*?*q="),
)
"""What is no public page, and views without end."""


class NoSuchPart(Refusal):
    """A part of the map that there is not."""

    code = "no_such_part"


def index(look: Look) -> bytes:
    """The index of the map."""
    return sitemaps.index(len(_parts(look)), base=look.base)


def part(look: Look, n: int) -> bytes:
    """The n-th part of the map, from 1."""
    found = _parts(look)
    if not 1 <= n <= len(found):
        raise NoSuchPart(f"The map of this site ends with part {len(found)}.")
    return sitemaps.part(found[n - 1], base=look.base)


def of_files(names: Iterable[str], *, base: str) -> Iterator[tuple[str, bytes]]:
    """The map of a mirror, every page of which is public, by the names of its files."""
    pages = sorted(f"/{name.removesuffix('index.html')}" for name in names if _is_page(name))
    found = sitemaps.parts(pages)
    yield "robots.txt", sitemaps.robots((), base=base)
    yield sitemaps.INDEX, sitemaps.index(len(found), base=base)
    for n, addresses in enumerate(found, 1):
        yield sitemaps.part_name(n), sitemaps.part(addresses, base=base)


def robots(look: Look) -> bytes:
    """What programs are asked to leave alone, and where the map is."""
    return sitemaps.robots(KEPT_OUT, base=look.base)


def _is_page(name: str) -> bool:
    return name == "index.html" or name.endswith("/index.html")


def _parts(look: Look) -> tuple[tuple[str, ...], ...]:
    seen = publishing.public(look)
    key = ("site map", seen.on, seen.known, seen.said)
    return registers.kept(key, lambda: sitemaps.parts(tuple(dict.fromkeys(_addresses(seen)))))


def _addresses(look: Look) -> Iterator[str]:
    """Every address, the general ones first, then body by body."""
    yield from GENERAL
    yield from (key.url for key in reports.keys(look))
    yield from (key.url for key in cases(look))
    for body in registers.reported():
        if body in catalogue.bodies():
            yield from (f"/{area}/{body}/" for area in OF_BODY)
            for version in look.register(body):
                path = naming.path_of(version.fact, seq=version.seq)
                item = isinstance(version.fact, FindingPublished | ActionPromised)
                if item or not path.startswith(("/findings/", "/history/entry/")):
                    yield path
