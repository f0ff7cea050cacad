"""Every example of the page about the API is asked as it stands, and answers as it says."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from answerable.operations.commands import GROUPS
from answerable.operations.interface_tables import TABLES
from answerable.store.reads import registers
from answerable.web.api import limits
from answerable.web.api.calling import MOST_BYTES
from answerable.web.api.described import STATUSES
from tests.api.acting import hand_in, secret, waiting
from tests.web.small_home import made

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "use-the-api.md").read_text("utf-8")
EXAMPLE = re.compile(r"^\$ (curl .+)\n(\d{3})$", re.MULTILINE)


def asked(client: Client, words: list[str]) -> Any:
    """What curl would send."""
    headers, data, address = {}, None, ""
    rest = iter(words[1:])
    for word in rest:
        if word == "-H":
            name, _, value = next(rest).partition(": ")
            headers[name] = value
        elif word == "--json":
            data = next(rest)
        else:
            address = word
    if data is None:
        return client.get(address, headers=headers)
    return client.post(address, data, content_type="application/json", headers=headers)


def test_every_example_answers_as_it_says(home: object, client: Client) -> None:
    made()
    letter = hand_in("documented")
    seen = registers.head().size - 1
    known = {"$SITE": "", "$TOKEN": secret(), "$SEEN": str(seen), "$DOCUMENT": letter}
    named = waiting("recommendation")
    known |= {"$READING": named[-1], "$OTHER": named[0]}
    found = EXAMPLE.findall(PAGE)
    assert len(found) == PAGE.count("$ curl") >= 20
    answers = []
    for example, status in found:
        for name, value in known.items():
            example = example.replace(name, value)  # noqa: PLW2901  # filled in step by step
        answer = asked(client, shlex.split(example))
        assert answer.status_code == int(status), (example, answer.content)
        answers.append(answer)
    recorded = [a.json() for a in answers if a.status_code == 201]
    shown = json.loads(re.search(r"```json\n(.+)\n```", PAGE).group(1))  # type: ignore[union-attr]  # it is there
    assert set(recorded[0]) == set(shown)
    assert recorded[0] == recorded[1]
    assert registers.head().size == seen + 2


@pytest.mark.parametrize("name", [*TABLES, "bodies", "entries", "deadlines", "search", "readings"])
def test_every_list_is_named(name: str) -> None:
    assert f"`{name}`" in PAGE


def test_what_the_page_says_of_numbers_is_so() -> None:
    assert f"{MOST_BYTES // 1024} KiB" in PAGE
    for pair, words in (
        (("token", "write"), "record {} times"),
        (("token", "read"), "read {} times a minute"),
        (("address", "read"), "without a token may read {} times"),
    ):
        assert words.format(limits.MOST[pair]) in PAGE
    assert [status for status in STATUSES if status not in PAGE] == []
    for group in re.findall(r"`(\w+)`", PAGE.partition("a group, such as")[2].partition("|")[0]):
        assert group in GROUPS
