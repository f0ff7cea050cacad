"""E-mail: headers, the plain part, quoted lines, signature; attachments are named, not read."""

from tests.hostile.law import lawful, shape

MAIL = b"""\
From: =?utf-8?q?J=C3=B6_Bloggs?= <jo@example.org>
To: clerk@example.org
Date: Tue, 16 Jul 2030 10:00:00 +0000
Subject: Plan
MIME-Version: 1.0
Message-ID: <1@example.org>
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The force should:
- act =A35 sooner.

> You wrote that it would not.

--=20
Sent from a telephone
--b
Content-Type: application/pdf; name=plan.pdf
Content-Disposition: attachment; filename=plan.pdf

x
--b--
"""


def test_an_email_is_read_with_its_headers_and_names_what_it_did_not_read() -> None:
    """Protects sender and date, and says that an attachment is not part of the text."""
    text = lawful(MAIL, name="plan.eml")
    assert shape(text) == [
        ("letterhead", "From: Jö Bloggs <jo@example.org>"),
        ("letterhead", "To: clerk@example.org"),
        ("key_value", "Date: Tue, 16 Jul 2030 10:00:00 +0000"),
        ("key_value", "Subject: Plan"),
        ("paragraph", "The force should:"),
        ("item", "- act £5 sooner."),
        ("quotation", "You wrote that it would not."),
        ("furniture", "Sent from a telephone"),
    ]
    assert "plan.pdf" in text.warnings[0]
    assert text.media_type == "message/rfc822"


def test_a_mail_of_html_is_read_as_a_page() -> None:
    """Protects messages that have no plain part."""
    data = (
        b"From: jo@example.org\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
        b"<html><body><p>The force should:</p><ul><li>act.</li></ul></body></html>"
    )
    text = lawful(data)
    assert shape(text)[1:] == [("paragraph", "The force should:"), ("item", "act.")]
    item = text.blocks[-1]
    assert item.lead_in is not None
    assert text.exact(item.lead_in) == "The force should:"


THREAD = b"""\
From: chief@example.org
Date: Mon, 2 Mar 2026 09:00:00 +0000
Subject: Re: Plan
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

The force will visit every home again by 30 June 2026.

On Fri, 27 Feb 2026 at 10:00, Governance
<office@example.org> wrote:
> The force should do so by 31 May 2026.
>
> > We will train everybody by 1 April 2026.

This answer stands below the words it answers.

-----Original Message-----
From: Governance
Sent: 20 February 2026
The force must publish its plan by 1 March 2026.
"""


def test_earlier_messages_below_a_reply_are_kept_apart_and_nothing_is_read_from_them() -> None:
    """Protects who said what: another message's promise is not this sender's."""
    text = lawful(THREAD, name="thread.eml")
    own = [words for kind, words in shape(text) if kind not in ("furniture", "letterhead")]
    assert own[-2:] == [
        "The force will visit every home again by 30 June 2026.",
        "This answer stands below the words it answers.",
    ]
    history = [words for kind, words in shape(text) if kind == "furniture"]
    assert "> The force should do so by 31 May 2026." in history
    assert history[-1] == "The force must publish its plan by 1 March 2026."
    assert any("Earlier messages" in words for words in text.warnings)


def test_a_message_that_is_sent_on_is_read() -> None:
    """Protects a forwarded message, which is what the e-mail is about; its history stays apart."""
    body = (
        b"See below.\n\n---------- Forwarded message ----------\nFrom: Finance\n"
        b"Sent: 27 February 2026\nTo: Governance\n\nThe force will pay 900 pounds.\n\n"
        b"-----Original Message-----\nFrom: Governance\nThe force must answer.\n"
    )
    text = lawful(THREAD.split(b"\n\n", 1)[0] + b"\n\n" + body, name="a.eml")
    read = [words for kind, words in shape(text) if kind != "furniture"]
    assert "The force will pay 900 pounds." in read
    assert "The force must answer." not in read


def test_words_like_those_of_a_reply_are_no_history_by_themselves() -> None:
    """Protects a message that tells what somebody wrote, or that names a sender in its text."""
    body = b"On 3 March the chief wrote:\nWe will do it.\n\nFrom: the board we hear nothing.\n"
    text = lawful(THREAD.split(b"\n\n", 1)[0] + b"\n\n" + body, name="a.eml")
    assert not [words for kind, words in shape(text) if kind == "furniture"]


def test_names_parted_by_semicolons_are_all_kept() -> None:
    """Protects the second of those written to: some programs write `;` between addresses."""
    words = (
        b"From: a@example.org\n"
        b"To: Ann Sutter <ann@example.org>; Tom Birch <tom@example.org>; c@example.org;\n"
        b"Subject: Plan\n\nThe plan is late.\n"
    )
    (line,) = (one for _, one in shape(lawful(words, name="plan.eml")) if one.startswith("To:"))
    assert all(name in line for name in ("Ann Sutter", "Tom Birch", "c@example.org"))
