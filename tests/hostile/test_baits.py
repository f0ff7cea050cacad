"""Small files that are made to trip a reader: each is read lawfully, or refused in a sentence."""

import pytest

from answerable.reading.formats import canonical
from answerable.reading.reading import read
from answerable.vocabulary.refusal import Refusal

_HEAD = b"From: a@b.example\nTo: c@d.example\nSubject: Plan\nMIME-Version: 1.0\n"


def _html(words: str) -> bytes:
    return f"<!doctype html><html><body>{words}</body></html>".encode()


BAITS: dict[str, tuple[bytes, str, str]] = {
    # name: content, media type, file name
    "an unclosed tag again and again": (_html("<b>x" * 250), "text/html", "a.html"),
    "boxes in boxes": (_html("<div>" * 600 + "Plan."), "text/html", "a.html"),
    "tables in tables": (_html("<table><tr><td>" * 300 + "Plan."), "text/html", "a.html"),
    "a cell a thousand million wide": (
        _html("<table><tr><td colspan=1000000000>Plan</td></tr></table>"),
        "text/html",
        "a.html",
    ),
    "a cell a thousand million high": (
        _html("<table><tr><td rowspan=1000000000>Plan</td><td>b</td></tr></table>"),
        "text/html",
        "a.html",
    ),
    "half a letter": (_html("<p>&#xD800; &#x110000; &#0; plan</p>"), "text/html", "a.html"),
    "a comment that never ends": (_html("<p>Plan.</p><!-- "), "text/html", "a.html"),
    "a script that never ends": (_html("<p>Plan.</p><script>while(1)"), "text/html", "a.html"),
    "five hundred attributes": (
        _html(f"<p {' '.join(f'a{n}=1' for n in range(500))}>Plan."),
        "text/html",
        "a.html",
    ),
    "lists in lists": (_html("<ul><li>" * 300 + "Plan."), "text/html", "a.html"),
    "nothing but tags": (_html("<p></p>" * 400), "text/html", "a.html"),
    "letters that run backwards": ("\u202eThe force should act.\u202c".encode(), "", "a.txt"),
    "marks upon marks": (("e" + "\u0301" * 1000).encode(), "", "a.txt"),
    "spaces of no width": (
        ("The\u200b force\u2060 should\ufeff act. " * 200).encode(),
        "",
        "a.txt",
    ),
    "only carriage returns": (b"The force should act.\r" * 500, "", "a.txt"),
    "a form feed a line": (b"The force should act.\f" * 500, "", "a.txt"),
    "text of sixteen bits": ("The force should act.".encode("utf-16"), "", "a.txt"),
    "a nought among letters": (b"The force\x00 should act.", "", "a.txt"),
    "one word of 20,000 letters": (b"a" * 20_000, "", "a.txt"),
    "brackets that open": (b"(" * 4000, "", "a.txt"),
    "commas": (b"the force, " * 600, "", "a.txt"),
    "a duty without an end": (b"the force should " * 400, "", "a.txt"),
    "a recommendation without an end": (b"recommended that that the force " * 250, "", "a.txt"),
    "grades without an end": (b"was good at being rated good, " * 250, "", "a.txt"),
    "numbers of numbers": (b"12 of 12 of 12 of " * 300, "", "a.txt"),
    "sums": (("£1.1.1,1,1m " * 400).encode(), "", "a.txt"),
    "days": (b"31/31/31/31 June 31 " * 300, "", "a.txt"),
    "marks of actions": (b"ACTION: ACTION: XY to " * 300, "", "a.txt"),
    "arrows": (b">> AB to >> CD to " * 300, "", "a.txt"),
    "quotations that open": ("“She said: ".encode() * 400, "", "a.txt"),
    "capitals": (b"Aa Bb Cc " * 600, "", "a.txt"),
    "a grid of dashes": (b"+---+---+\n" * 250, "", "a.txt"),
    "a head of columns and nothing below": (b"Ref    Action    Owner    Due\n" * 400, "", "a.txt"),
    "columns that cut words": (
        b"Ref    Action    Owner    Due\n" + b"abcdefghijklmnopqrstuvwxyz abcdefghijkl\n" * 300,
        "",
        "a.txt",
    ),
    "a thousand columns": (b",".join([b"Action"] * 1000) + b"\n" + b"x," * 999, "", "a.csv"),
    "a quote that never closes": (b'Action,Owner\n"Write,CC\n' * 300, "", "a.csv"),
    "rows of one comma": (b"Action,Owner\n" + b",\n" * 600, "", "a.csv"),
    "a formula in a log": (b'Action,Owner,Due\n"=cmd|calc",CC,1/2/2031\n', "", "a.csv"),
    "a letter without an end of its head": (_HEAD, "message/rfc822", "a.eml"),
    "a head of 10,000 letters": (
        _HEAD + b"X-Long: " + b"a" * 10_000 + b"\n\nPlan.",
        "message/rfc822",
        "a.eml",
    ),
    "a body that is not what it says": (
        _HEAD + b"Content-Transfer-Encoding: base64\n\n!!!!not base64!!!!",
        "message/rfc822",
        "a.eml",
    ),
    "a letter of an unknown alphabet": (
        _HEAD + b"Content-Type: text/plain; charset=x-nowhere\n\nThe force should act.",
        "message/rfc822",
        "a.eml",
    ),
    "a boundary that never comes": (
        _HEAD + b"Content-Type: multipart/mixed; boundary=zzz\n\nThe force should act.",
        "message/rfc822",
        "a.eml",
    ),
    "quoted lines without an end": (
        _HEAD + b"\n" + b"> " * 1000 + b"x",
        "message/rfc822",
        "a.eml",
    ),
}


@pytest.mark.parametrize("name", BAITS)
def test_a_bait_is_read_lawfully_or_refused(name: str) -> None:
    """Protects a clerk who is handed such a file: exact words, or a sentence that says why."""
    content, media_type, called = BAITS[name]
    try:
        text = canonical(content, media_type=media_type or None, name=called)
    except Refusal as refusal:
        sentence = str(refusal)
    else:
        sentence = "Read."
        for line in read(text).lines():
            quote = line["quote"]
            assert quote is None or text.text[quote["start"] : quote["end"]] == quote["exact"]
    assert sentence[:1].isupper()


def test_there_are_forty_of_them() -> None:
    """Protects the count that the documentation gives."""
    assert len(BAITS) >= 40
