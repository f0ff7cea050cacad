"""The address of the site, where no request tells it: for links of commands and mails."""

from answerable.config import config
from answerable.store.people import served_at

LOCAL = "http://127.0.0.1"
USUAL_PORT = 8000


def site() -> str:
    """The address that was set; else where this machine last served; no slash at its end."""
    return config().site or served_at.last() or f"{LOCAL}:{USUAL_PORT}"


def served(port: int) -> None:
    """Remember where this machine serves."""
    served_at.keep(f"{LOCAL}:{port}")
