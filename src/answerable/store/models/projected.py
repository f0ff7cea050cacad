"""Projections: one table for each kind of line on a page; lists are JSON text."""

from django.db import models

from answerable.store.models.ranges import Ranges


class FindingRow(Ranges):
    """`FindingPublished`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    kind = models.TextField(null=True)
    number = models.TextField(null=True)
    owner = models.TextField(null=True)
    addressee = models.TextField(null=True)
    theme = models.TextField(null=True)
    text = models.TextField(null=True)
    due = models.TextField(null=True)
    parent = models.TextField(null=True)

    class Meta:
        db_table = "finding"


class GradeRow(Ranges):
    """`GradeGiven`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    question = models.TextField(null=True)
    value = models.TextField(null=True)
    value_words = models.TextField(null=True)
    scale = models.TextField(null=True)
    cycle = models.TextField(null=True)
    standing = models.TextField(null=True)

    class Meta:
        db_table = "grade"


class PlanRow(Ranges):
    """`PlanAdopted`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    title = models.TextField(null=True)
    owner = models.TextField(null=True)
    version = models.TextField(null=True)
    answers = models.TextField(null=True)

    class Meta:
        db_table = "plan"


class ActionRow(Ranges):
    """`ActionPromised` and `DueDateMoved`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    text = models.TextField(null=True)
    owner = models.TextField(null=True)
    due = models.TextField(null=True)
    plan = models.TextField(null=True)
    answers = models.TextField(null=True)
    reason = models.TextField(null=True)
    authoriser = models.TextField(null=True)

    class Meta:
        db_table = "action"


class MeetingRow(Ranges):
    """`MeetingHeld`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    body = models.TextField(null=True)
    title = models.TextField(null=True)
    sort = models.TextField(null=True)
    date = models.TextField(null=True)
    place = models.TextField(null=True)
    chair = models.TextField(null=True)

    class Meta:
        db_table = "meeting"


class QuestionRow(Ranges):
    """`QuestionAsked` and `AnswerGiven`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    meeting = models.TextField(null=True)
    item = models.TextField(null=True)
    to = models.TextField(null=True)
    by_office = models.TextField(null=True)
    text = models.TextField(null=True)

    class Meta:
        db_table = "question"


class ResponseRow(Ranges):
    """`ResponseGiven`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    response = models.TextField(null=True)
    text = models.TextField(null=True)
    law = models.TextField(null=True)

    class Meta:
        db_table = "response"


class ClaimRow(Ranges):
    """`ClaimMade`, `ClaimChecked`, `ClaimConfirmed`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    by_office = models.TextField(null=True)
    n = models.IntegerField(null=True)
    unit = models.TextField(null=True)
    scope = models.TextField(null=True)
    period = models.TextField(null=True)
    result = models.TextField(null=True)
    grounds = models.TextField(null=True)

    class Meta:
        db_table = "claim"


class MoneyRow(Ranges):
    """`MoneyStated`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    line = models.TextField(null=True)
    amount = models.TextField(null=True)
    currency = models.TextField(null=True)
    period = models.TextField(null=True)
    state = models.TextField(null=True)
    payer = models.TextField(null=True)
    recipient = models.TextField(null=True)
    purpose = models.TextField(null=True)
    about = models.TextField(null=True)

    class Meta:
        db_table = "money"


class HoldingRow(Ranges):
    """`HoldingBegan` and `HoldingEnded`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    office = models.TextField(null=True)
    person = models.TextField(null=True)
    holding = models.TextField(null=True)

    class Meta:
        db_table = "holding"


class ClosingRow(Ranges):
    """`ClosureClaimed`, `ClosureAccepted`, `ClosureVerified`, `ClosureStated`, `Reopened`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    ground = models.TextField(null=True)
    text = models.TextField(null=True)
    evidence = models.TextField(null=True)
    reason = models.TextField(null=True)

    class Meta:
        db_table = "closing"


class VerdictRow(Ranges):
    """`VerdictGiven`."""

    pk = models.CompositePrimaryKey("entry_id", "recorded_from")
    measure = models.TextField(null=True)
    verdict = models.TextField(null=True)
    effect = models.TextField(null=True)
    low = models.TextField(null=True)
    high = models.TextField(null=True)
    detectable = models.TextField(null=True)

    class Meta:
        db_table = "verdict"


class SearchableRow(Ranges):
    """A version of a fact as it is found by its words; the index is made of these rows."""

    id = models.IntegerField(primary_key=True)
    entry_id = models.CharField(max_length=32, db_index=True)
    institution = models.TextField()
    stream = models.TextField()
    kind = models.TextField()
    text = models.TextField()
    doc = models.TextField(null=True)
    words = models.TextField()

    class Meta:
        db_table = "searchable"
