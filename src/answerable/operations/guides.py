"""The how-to guides that stand beside the site: one Markdown file each, shipped with the package.

In a checkout they are read where they are written, in `docs/how-to/`.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.token import Token

from answerable.vocabulary.refusal import Refusal

_SHIPPED = "guides"
_TITLE = re.compile(r"# (.+)")
_GUIDE = re.compile(r"(?P<name>[a-z-]+)\.md(?P<at>#[a-z0-9-]+)?")
_CLASSES = {
    "paragraph_open": "govuk-body",
    "bullet_list_open": "govuk-list govuk-list--bullet",
    "ordered_list_open": "govuk-list govuk-list--number",
    "table_open": "govuk-table",
    "th_open": "govuk-table__header",
    "td_open": "govuk-table__cell",
    "link_open": "app-link",
}


class NoSuchGuide(Refusal):
    """A guide that there is not."""

    code = "no_such_guide"


@dataclass(frozen=True, slots=True)
class Guide:
    """A guide: its name in the address, its title, and its words as HTML that is safe to show."""

    name: str
    title: str
    html: str


def names() -> tuple[str, ...]:
    """The names of all guides, in order of the alphabet."""
    return tuple(sorted(one.stem for one in _folder().glob("*.md")))


def guide(name: str) -> Guide:
    """One guide; refuses a name that there is not."""
    if name not in names():
        raise NoSuchGuide(f"There is no guide “{name[:60]}”. See all of them at /help/.")
    return _read(name)


@cache
def _read(name: str) -> Guide:
    words = (_folder() / f"{name}.md").read_text(encoding="utf-8")
    title = _TITLE.match(words)
    body = words[title.end() :] if title else words
    return Guide(name, title[1] if title else name, _html(body))


def _folder() -> Path:
    shipped = Path(str(files("answerable"))) / _SHIPPED
    return shipped if shipped.is_dir() else Path(__file__).parents[3] / "docs" / "how-to"


def _html(words: str) -> str:
    """HTML written in a guide is shown as words; a link that leads out of the guides is none."""
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    made.add_render_rule("fence", _code)
    tokens = made.parse(words)
    for at, token in enumerate(tokens):
        if kind := _CLASSES.get(token.type):
            token.attrSet("class", kind)
        if token.type == "heading_open":
            token.attrSet("class", "app-heading")
            token.attrSet("id", _anchor(tokens[at + 1].content))
        if token.children:
            token.children = _linked(token.children)
    return str(made.renderer.render(tokens, made.options, {}))


def _code(_renderer: object, tokens: list[Token], at: int, *_rest: object) -> str:
    """A block of commands can be scrolled by keyboard where it is too wide for the page."""
    return (
        f'<pre class="app-code" tabindex="0"><code>{escapeHtml(tokens[at].content)}</code></pre>'
    )


def _linked(children: list[Token]) -> list[Token]:
    """Links between guides lead to their pages; of others the words stay."""
    kept: list[Token] = []
    dropped = False
    for token in children:
        if token.type == "link_open":
            address = str(token.attrGet("href") or "")
            found = _GUIDE.fullmatch(address)
            dropped = found is None and not address.startswith("#")
            if found:
                token.attrSet("href", f"/help/{found['name']}/{found['at'] or ''}")
            token.attrSet("class", _CLASSES["link_open"])
        if not (dropped and token.type in ("link_open", "link_close")):
            kept.append(token)
        if token.type == "link_close":
            dropped = False
    return kept


def _anchor(words: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", words.lower()).strip().replace(" ", "-")
