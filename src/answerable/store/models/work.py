"""Work that waits for a person; outside the ledger. Times are ISO text, secrets are digests."""

from typing import ClassVar

from django.db import models


class Candidate(models.Model):
    """What a reader found in a document, until a person accepts, corrects or rejects it."""

    document = models.CharField(max_length=64, db_index=True)
    kind = models.TextField()
    record = models.TextField()
    rule = models.TextField()
    confidence = models.TextField()
    state = models.TextField(default="waiting", db_index=True)
    decided_by = models.TextField(null=True)
    decided_at = models.TextField(null=True)
    reason = models.TextField(null=True)
    entry_id = models.CharField(max_length=32, null=True)
    first_reading = models.TextField(null=True)

    class Meta:
        db_table = "candidate"


class Draft(models.Model):
    """What somebody typed and has not signed: live minutes, letters, judgements.

    One draft for each kind and item in a body; `revision` counts its savings, so that whoever
    saves over a revision they have not read is told.
    """

    kind = models.TextField()
    about = models.TextField()
    body = models.TextField()
    office = models.TextField()
    content = models.TextField()
    revision = models.IntegerField(default=1)
    seen = models.IntegerField()
    saved_at = models.TextField()

    class Meta:
        db_table = "draft"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["kind", "about", "body"], name="one_draft_an_item")
        ]


class ReadingLogged(models.Model):
    """Somebody read a restricted value: who, which, when, and why where they said so."""

    body = models.TextField()
    office = models.TextField()
    person = models.TextField()
    entry_id = models.CharField(max_length=32, db_index=True)
    field = models.TextField()
    path = models.TextField()
    why = models.TextField(null=True)
    at = models.TextField(db_index=True)

    class Meta:
        db_table = "read_log"


class Subscription(models.Model):
    """A saved search whose news go to an address that confirmed it twice."""

    email = models.TextField()
    query = models.TextField()
    token = models.CharField(max_length=64, unique=True)
    confirmed_at = models.TextField(null=True)
    seen = models.IntegerField()
    asked_at = models.TextField()

    class Meta:
        db_table = "subscription"
