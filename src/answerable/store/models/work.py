"""Work that waits for a person; outside the ledger."""

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

    class Meta:
        db_table = "candidate"
