"""Pages of the demonstration as their readers see them: addresses found from the first page."""

import re
from collections.abc import Iterator

from django.test import Client

_LINK = re.compile(r'href="(/[^"#?]*)')
_UNSEEN = re.compile(r"(?s)<(script|style)\b.*?</\1>")
_BLOCK = re.compile(
    r"(?i)</?(?:p|div|li|h\d|tr|td|th|dt|dd|br|section|summary|a|label|span)\b[^>]*>"
)


def pages(client: Client, *, most: int) -> Iterator[tuple[str, str]]:
    """Address and visible words of up to `most` pages, nearest to the first page first."""
    waiting, seen = ["/", "/oversight/", "/forms/anyshire-police/"], set[str]()
    while waiting and len(seen) < most:
        address = waiting.pop(0)
        if address in seen or address.rpartition("/")[2]:
            continue
        answer = client.get(address)
        if answer.status_code != 200 or "html" not in answer["Content-Type"]:
            continue
        seen.add(address)
        html = answer.content.decode()
        waiting += [a for a in dict.fromkeys(_LINK.findall(html)) if a not in seen]
        yield address, _BLOCK.sub("\n", _UNSEEN.sub("", html))
