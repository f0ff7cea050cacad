"""A browser on this machine or from elsewhere, acting as an office or as nobody."""

import re
from typing import Any

from django.test import Client

HERE = {"SERVER_NAME": "127.0.0.1"}
OTHER_MACHINE = {"SERVER_NAME": "127.0.0.1", "REMOTE_ADDR": "10.0.0.1"}
FOREIGN_NAME = {"SERVER_NAME": "testserver"}


def browser(office: str = "", **where: Any) -> Client:
    """A client; `office` is chosen on the page of roles, as a person would."""
    client = Client(**(where or HERE))
    if office:
        answer = client.post("/roles/", {"office": office, "next": "/roles/"})
        assert answer.status_code == 302
    return client


def words(response: Any) -> str:
    """The page's text, tags taken out and spaces made one."""
    text = re.sub(r"<[^>]*>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text)


def hidden(response: Any) -> dict[str, str]:
    """What the form of a page carries."""
    found = re.findall(
        r'<input type="hidden" name="([^"]+)" value="([^"]*)">', response.content.decode()
    )
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}
