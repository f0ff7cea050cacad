"""The address at which this machine last served the home: kept in the home, for links to it.

A command that writes a link is another process than the one that serves, and knows its port from
here only.
"""

from answerable.store.engine import start

FILE = "served-at"


def keep(address: str) -> None:
    """Remember the address, such as `http://127.0.0.1:8978`."""
    place = start.ready().home / FILE
    temporary = place.with_name(f".{FILE}.new")
    temporary.write_text(f"{address}\n", encoding="ascii")
    temporary.replace(place)


def last() -> str:
    """The address; empty where the home was not served yet, or what is kept is no address here."""
    try:
        found = (start.ready().home / FILE).read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
    return found if found.startswith("http://127.0.0.1:") else ""
