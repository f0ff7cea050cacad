"""The ledger: entries, payloads, nodes of the tree, head, checkpoints, commands answered."""

from typing import ClassVar

from django.db import models


class LedgerEntry(models.Model):
    """One leaf, and the columns that find it. The leaf is the truth; `verify` compares them."""

    seq = models.IntegerField(primary_key=True)
    entry_id = models.CharField(max_length=32, unique=True)
    institution = models.TextField()
    stream = models.TextField()
    type = models.TextField()
    classification = models.TextField(db_column="class")
    recorded_at = models.CharField(max_length=27)  # the stamp as it stands in the leaf
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    leaf = models.BinaryField()
    leaf_hash = models.BinaryField()

    class Meta:
        db_table = "entry"
        indexes: ClassVar = [
            models.Index(fields=["institution", "seq"], name="entry_institution"),
            models.Index(fields=["stream", "seq"], name="entry_stream"),
        ]


class Payload(models.Model):
    """One value of an entry: open, sealed with its salt in the vault, or erased."""

    pk = models.CompositePrimaryKey("entry_id", "field")
    entry = models.ForeignKey(
        LedgerEntry, to_field="entry_id", db_column="entry_id", on_delete=models.PROTECT
    )
    field = models.TextField()
    classification = models.TextField(db_column="class")
    salt = models.BinaryField(null=True)
    value = models.BinaryField(null=True)
    sealed = models.BinaryField(null=True)
    key_id = models.TextField(null=True)
    state = models.TextField(default="held")

    class Meta:
        db_table = "payload"


class Node(models.Model):
    """A perfect subtree above level 0."""

    pk = models.CompositePrimaryKey("level", "idx")
    level = models.IntegerField()
    idx = models.IntegerField()
    hash = models.BinaryField()

    class Meta:
        db_table = "node"


class Head(models.Model):
    """The single row that says how large the tree is and what its root is."""

    one = models.IntegerField(primary_key=True, default=1)
    size = models.IntegerField()
    root = models.BinaryField()
    frontier = models.BinaryField()  # roots of the perfect subtrees, largest first, 32 bytes each

    class Meta:
        db_table = "head"
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(one=1), name="head_single_row")
        ]


class Checkpoint(models.Model):
    """A signed size and root."""

    size = models.IntegerField(primary_key=True)
    root = models.BinaryField()
    note = models.BinaryField()
    signed_at = models.CharField(max_length=27)

    class Meta:
        db_table = "checkpoint"


class Cosignature(models.Model):
    """A witness's line under a checkpoint."""

    pk = models.CompositePrimaryKey("size", "witness")
    size = models.IntegerField()
    witness = models.TextField()
    line = models.TextField()
    witnessed_at = models.CharField(max_length=27)

    class Meta:
        db_table = "cosignature"


class Command(models.Model):
    """A command and its answer, so that repeating it acts once."""

    pk = models.CompositePrimaryKey("actor", "key")
    actor = models.TextField()
    key = models.TextField()
    digest = models.CharField(max_length=64)
    first_seq = models.IntegerField()
    count = models.IntegerField()
    answer = models.TextField()
    recorded_at = models.CharField(max_length=27)

    class Meta:
        db_table = "command"
