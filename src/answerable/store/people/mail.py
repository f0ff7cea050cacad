"""Sending mail by the server that the settings name (SMTP, RFC 5321)."""

import smtplib
import ssl
from email import message_from_bytes, policy

from answerable.config import config
from answerable.vocabulary.refusal import Refusal

SECONDS = 20
WHOLE_LINES = policy.SMTP.clone(max_line_length=998)
"""Headers as long as RFC 5322 lets them be: a long address that is broken up is none any more,
and programs then offer no click that stops a mail (RFC 8058)."""


class MailNotSent(Refusal):
    """The server is not there, or does not take the mail. Nothing is lost; it is tried again."""

    code = "mail_not_sent"


def send(data: bytes) -> None:
    """Hand one mail to the server; returns once the server has taken it."""
    settings = config()
    if not settings.smtp:
        raise MailNotSent(
            "No mail server is set. Name one in ANSWERABLE_SMTP, such as mail.example.org:587; "
            "until then the mails wait in the outbox."
        )
    host, _, port = settings.smtp.rpartition(":")
    message = message_from_bytes(data, policy=WHOLE_LINES)
    try:
        with _server(host, int(port), tls=settings.smtp_tls) as server:
            if settings.smtp_user:
                server.login(settings.smtp_user, settings.smtp_password or "")
            server.send_message(message)
    except (OSError, smtplib.SMTPException, ValueError) as error:
        raise MailNotSent(
            f"The mail server {settings.smtp} did not take the mail ({_why(error)}). The mail "
            "waits in the outbox and is tried again at the next `answerable tick`."
        ) from None


def _server(host: str, port: int, *, tls: str) -> smtplib.SMTP:
    safe = ssl.create_default_context()
    if tls == "tls":
        return smtplib.SMTP_SSL(host, port, timeout=SECONDS, context=safe)
    server = smtplib.SMTP(host, port, timeout=SECONDS)
    if tls == "starttls":
        server.starttls(context=safe)
    return server


def _why(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "name or password not accepted"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "the address was not accepted"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"it answered {error.smtp_code}"
    return getattr(error, "strerror", None) or type(error).__name__
