"""The items of a list, sentence first; its shapes: `govuk/rows.html`."""

from collections.abc import Iterable
from typing import Any

from answerable.web.markup.marks import anchor, code_of, escaped, few, redress, replied, tag

MOST_WORDS = 12
"""Of a title, where it says to a listener what a link is about."""


def row_items(items: Iterable[Any]) -> str:
    """Every item, one after another."""
    return "".join(map(_item, items))


def _item(item: Any) -> str:
    title = escaped(item.title)
    url, state = getattr(item, "url", ""), getattr(item, "state", "")
    sentence, note = getattr(item, "sentence", ""), getattr(item, "note", "")
    links, adverse = getattr(item, "links", ()), getattr(item, "mistake_url", "")
    head = anchor(url, title) if url else title
    parts = [
        '<li class="app-rows__item"><h3 class="app-rows__title">',
        f"{head} {tag(code_of(state), beside=True)}" if state else head,
        "</h3>",
        f"<p>{escaped(sentence)}</p>" if sentence else "",
        f'<p class="app-small">{escaped(note)}</p>' if note else "",
        f"<p>{redress(item)}</p>" if adverse else "",
        f'<p class="app-small">{told}</p>' if (told := replied(item, look="")) else "",
        f"<p>{_links(links, item.title)}</p>" if links else "",
        "</li>\n",
    ]
    return "".join(parts)


def _links(links: Iterable[Any], title: str) -> str:
    about = few(title, MOST_WORDS)
    return " · ".join(
        f'<a class="app-link" href="{escaped(link.url)}"'
        f' aria-label="{(words := escaped(link.label))}: {about}">{words}</a>'
        for link in links
    )
