"""Which elements of a web page are not part of its story."""

import re
from collections.abc import Mapping

_TAGS = frozenset(("nav", "aside", "figcaption", "dialog"))
_PAGE_TAGS = frozenset(("header", "footer"))  # furniture unless they belong to an article
_ROLES = frozenset(
    ("navigation", "banner", "contentinfo", "search", "complementary", "dialog", "alertdialog")
)
_NAMES = re.compile(
    r"(?:(?:global|site|page|js|block|region|section|c|o|m)[-_]+)*"
    r"(?:cookies?|consent|gdpr|shar(?:e|ing)|socials?|social-?media|addthis|breadcrumbs?|"
    r"crumbs?|pagination|pager|"
    r"nav|navbar|navigation|menu|sidebar|side-?bar|related|recommended|promos?|promotion|"
    r"adverts?|ads?|"
    r"advertisement|sponsored|newsletter|subscribe|subscription|comments|disqus|skip-?links?|"
    r"skip|footer|"
    r"masthead|toolbar|feedback|survey|modal|pop-?up|overlay|back-?to-?top|print|tags|tag-?cloud|"
    r"byline|credit|copyright|caption|most-?read|trending|teaser|widget|sign-?up|login|search|"
    r"language-?switcher|accessibility-?tools|site-?header|page-?feedback)"
    r"(?:[-_]+(?:bar|banner|notice|popup|message|wrapper|container|links?|buttons?|list|menu|"
    r"block|section|"
    r"box|form|inner|items?|icons?|articles?|stories|posts|content|nav|area|tools|overlay|"
    r"settings|header|"
    r"widget|modal|text|title|info|image|region|main|primary|secondary|top|bottom|left|right|"
    r"policy))*",
    re.IGNORECASE,
)
_NEVER = frozenset(
    (
        "html",
        "body",
        "main",
        "article",
        "form",
        "table",
        "h1",
        "h2",
        "h3",
        "h4",
        "li",
        "p",
        "tr",
        "td",
    )
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_furniture(tag: str, attributes: Mapping[str, str | None], *, in_article: bool) -> bool:
    """The element is a menu, a foot, a share bar or the like, by its tag, role or name."""
    if tag in _TAGS or (tag in _PAGE_TAGS and not in_article):
        return True
    if not attributes or tag in _NEVER:
        return False
    if (attributes.get("role") or "").lower() in _ROLES:
        return True
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}".split()
    return any(_NAMES.fullmatch(name) for name in names)


_FINDING = re.compile(
    r"\b(?:causes? of concern|recommendations?|areas? for improvement|priority (?:action"
    r"|concern)s?"
    r"|(?:innovative|promising|notable) practice|(?:force|service|trust|provider|council|school)"
    r" (?:should|must|needs to))\b",
    re.IGNORECASE,
)
_FEW_LINKS = 3


def is_box(text: str, links: int) -> bool:
    """Words set beside a story that belong to it: a finding in a box, and no list of links."""
    plain = " ".join(text.split())
    return len(plain) > 60 and links < _FEW_LINKS and _FINDING.search(plain[:600]) is not None


def is_hidden(attributes: Mapping[str, str | None]) -> bool:
    """The page does not show the element, by its own attributes."""
    if not attributes:
        return False
    return "hidden" in attributes or _HIDDEN.search(attributes.get("style") or "") is not None
