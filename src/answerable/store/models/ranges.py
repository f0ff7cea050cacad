"""Base of a projection: two half-open ranges, and what every fact carries."""

from django.db import models


class Ranges(models.Model):
    """A version of a fact, its public values only; disposable, made again by `rebuild`."""

    entry_id = models.CharField(max_length=32)
    seq = models.IntegerField()
    institution = models.TextField(db_index=True)
    stream = models.TextField(db_index=True)
    type = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    recorded_from = models.IntegerField()
    recorded_to = models.IntegerField(null=True)
    said = models.TextField(null=True)
    quote = models.TextField(null=True)

    class Meta:
        abstract = True
