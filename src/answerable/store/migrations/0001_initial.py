"""Every table of the first release, the triggers that guard the record, and the empty tree."""

from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from answerable.ledger.merkle import EMPTY_ROOT
from answerable.store.engine import triggers_postgres
from answerable.store.engine.triggers import TRIGGERS

# The tree's nodes are found by level and index only: on SQLite they take a third less without a
# row number.
_NODES = {
    "sqlite": "CREATE TABLE node (level integer NOT NULL, idx integer NOT NULL,"
    " hash blob NOT NULL, PRIMARY KEY (level, idx)) WITHOUT ROWID",
    "postgresql": "CREATE TABLE node (level integer NOT NULL, idx integer NOT NULL,"
    " hash bytea NOT NULL, PRIMARY KEY (level, idx))",
}


def _nodes(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    schema_editor.execute(_NODES[schema_editor.connection.vendor], None)


def _guards(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The triggers that refuse changes, whoever writes."""
    here = schema_editor.connection.vendor == "sqlite"
    for statement in TRIGGERS.values() if here else triggers_postgres.statements():
        schema_editor.execute(statement, None)


_NODE = migrations.SeparateDatabaseAndState(
    database_operations=[migrations.RunPython(_nodes)],
    state_operations=[
        migrations.CreateModel(
            name="Node",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "level",
                        "idx",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("level", models.IntegerField()),
                ("idx", models.IntegerField()),
                ("hash", models.BinaryField()),
            ],
            options={
                "db_table": "node",
            },
        ),
    ],
)


def _begin(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """The empty tree: size 0, and the root of nothing."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO head (one, size, root, frontier) VALUES (1, 0, %s, %s)", [EMPTY_ROOT, b""]
        )


class Migration(migrations.Migration):
    initial = True

    dependencies: ClassVar = []

    operations: ClassVar = [
        migrations.CreateModel(
            name="Login",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                (
                    "last_login",
                    models.DateTimeField(blank=True, null=True, verbose_name="last login"),
                ),
                ("name", models.CharField(max_length=150, unique=True)),
                ("body", models.TextField()),
                ("office", models.TextField()),
                ("roles", models.JSONField(default=list)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "login",
            },
        ),
        migrations.CreateModel(
            name="ActionRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("text", models.TextField(null=True)),
                ("owner", models.TextField(null=True)),
                ("due", models.TextField(null=True)),
                ("plan", models.TextField(null=True)),
                ("answers", models.TextField(null=True)),
                ("reason", models.TextField(null=True)),
                ("authoriser", models.TextField(null=True)),
            ],
            options={
                "db_table": "action",
            },
        ),
        migrations.CreateModel(
            name="Candidate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("document", models.CharField(db_index=True, max_length=64)),
                ("kind", models.TextField()),
                ("record", models.TextField()),
                ("rule", models.TextField()),
                ("confidence", models.TextField()),
                ("state", models.TextField(db_index=True, default="waiting")),
                ("decided_by", models.TextField(null=True)),
                ("decided_at", models.TextField(null=True)),
                ("reason", models.TextField(null=True)),
                ("entry_id", models.CharField(max_length=32, null=True)),
            ],
            options={
                "db_table": "candidate",
            },
        ),
        migrations.CreateModel(
            name="Checkpoint",
            fields=[
                ("size", models.IntegerField(primary_key=True, serialize=False)),
                ("root", models.BinaryField()),
                ("note", models.BinaryField()),
                ("signed_at", models.CharField(max_length=27)),
            ],
            options={
                "db_table": "checkpoint",
            },
        ),
        migrations.CreateModel(
            name="ClaimRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("by_office", models.TextField(null=True)),
                ("n", models.IntegerField(null=True)),
                ("unit", models.TextField(null=True)),
                ("scope", models.TextField(null=True)),
                ("period", models.TextField(null=True)),
                ("result", models.TextField(null=True)),
                ("grounds", models.TextField(null=True)),
            ],
            options={
                "db_table": "claim",
            },
        ),
        migrations.CreateModel(
            name="ClosingRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("ground", models.TextField(null=True)),
                ("text", models.TextField(null=True)),
                ("evidence", models.TextField(null=True)),
                ("reason", models.TextField(null=True)),
            ],
            options={
                "db_table": "closing",
            },
        ),
        migrations.CreateModel(
            name="Command",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "actor",
                        "key",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("actor", models.TextField()),
                ("key", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("first_seq", models.IntegerField()),
                ("count", models.IntegerField()),
                ("answer", models.TextField()),
                ("recorded_at", models.CharField(max_length=27)),
            ],
            options={
                "db_table": "command",
            },
        ),
        migrations.CreateModel(
            name="Cosignature",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "size",
                        "witness",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("size", models.IntegerField()),
                ("witness", models.TextField()),
                ("line", models.TextField()),
                ("witnessed_at", models.CharField(max_length=27)),
            ],
            options={
                "db_table": "cosignature",
            },
        ),
        migrations.CreateModel(
            name="FindingRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("kind", models.TextField(null=True)),
                ("number", models.TextField(null=True)),
                ("owner", models.TextField(null=True)),
                ("addressee", models.TextField(null=True)),
                ("theme", models.TextField(null=True)),
                ("text", models.TextField(null=True)),
                ("due", models.TextField(null=True)),
                ("parent", models.TextField(null=True)),
            ],
            options={
                "db_table": "finding",
            },
        ),
        migrations.CreateModel(
            name="GradeRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("question", models.TextField(null=True)),
                ("value", models.TextField(null=True)),
                ("value_words", models.TextField(null=True)),
                ("scale", models.TextField(null=True)),
                ("cycle", models.TextField(null=True)),
                ("standing", models.TextField(null=True)),
            ],
            options={
                "db_table": "grade",
            },
        ),
        migrations.CreateModel(
            name="HoldingRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("office", models.TextField(null=True)),
                ("person", models.TextField(null=True)),
                ("holding", models.TextField(null=True)),
            ],
            options={
                "db_table": "holding",
            },
        ),
        migrations.CreateModel(
            name="MeetingRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("body", models.TextField(null=True)),
                ("title", models.TextField(null=True)),
                ("sort", models.TextField(null=True)),
                ("date", models.TextField(null=True)),
                ("place", models.TextField(null=True)),
                ("chair", models.TextField(null=True)),
            ],
            options={
                "db_table": "meeting",
            },
        ),
        migrations.CreateModel(
            name="MoneyRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("line", models.TextField(null=True)),
                ("amount", models.TextField(null=True)),
                ("currency", models.TextField(null=True)),
                ("period", models.TextField(null=True)),
                ("state", models.TextField(null=True)),
                ("payer", models.TextField(null=True)),
                ("recipient", models.TextField(null=True)),
                ("purpose", models.TextField(null=True)),
                ("about", models.TextField(null=True)),
            ],
            options={
                "db_table": "money",
            },
        ),
        _NODE,
        migrations.CreateModel(
            name="PlanRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("title", models.TextField(null=True)),
                ("owner", models.TextField(null=True)),
                ("version", models.TextField(null=True)),
                ("answers", models.TextField(null=True)),
            ],
            options={
                "db_table": "plan",
            },
        ),
        migrations.CreateModel(
            name="QuestionRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("meeting", models.TextField(null=True)),
                ("item", models.TextField(null=True)),
                ("to", models.TextField(null=True)),
                ("by_office", models.TextField(null=True)),
                ("text", models.TextField(null=True)),
            ],
            options={
                "db_table": "question",
            },
        ),
        migrations.CreateModel(
            name="ResponseRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("response", models.TextField(null=True)),
                ("text", models.TextField(null=True)),
                ("law", models.TextField(null=True)),
            ],
            options={
                "db_table": "response",
            },
        ),
        migrations.CreateModel(
            name="VerdictRow",
            fields=[
                ("entry_id", models.CharField(max_length=32)),
                ("seq", models.IntegerField()),
                ("institution", models.TextField(db_index=True)),
                ("stream", models.TextField(db_index=True)),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "recorded_from",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("measure", models.TextField(null=True)),
                ("verdict", models.TextField(null=True)),
                ("effect", models.TextField(null=True)),
                ("low", models.TextField(null=True)),
                ("high", models.TextField(null=True)),
                ("detectable", models.TextField(null=True)),
            ],
            options={
                "db_table": "verdict",
            },
        ),
        migrations.CreateModel(
            name="Head",
            fields=[
                ("one", models.IntegerField(default=1, primary_key=True, serialize=False)),
                ("size", models.IntegerField()),
                ("root", models.BinaryField()),
                ("frontier", models.BinaryField()),
            ],
            options={
                "db_table": "head",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("one", 1)), name="head_single_row")
                ],
            },
        ),
        migrations.CreateModel(
            name="LedgerEntry",
            fields=[
                ("seq", models.IntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.CharField(max_length=32, unique=True)),
                ("institution", models.TextField()),
                ("stream", models.TextField()),
                ("type", models.TextField()),
                ("classification", models.TextField(db_column="class")),
                ("recorded_at", models.CharField(max_length=27)),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("leaf", models.BinaryField()),
                ("leaf_hash", models.BinaryField()),
            ],
            options={
                "db_table": "entry",
                "indexes": [
                    models.Index(fields=["institution", "seq"], name="entry_institution"),
                    models.Index(fields=["stream", "seq"], name="entry_stream"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Payload",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "entry_id",
                        "field",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("field", models.TextField()),
                ("classification", models.TextField(db_column="class")),
                ("salt", models.BinaryField(null=True)),
                ("value", models.BinaryField(null=True)),
                ("sealed", models.BinaryField(null=True)),
                ("key_id", models.TextField(null=True)),
                ("state", models.TextField(default="held")),
                (
                    "entry",
                    models.ForeignKey(
                        db_column="entry_id",
                        on_delete=django.db.models.deletion.PROTECT,
                        to="store.ledgerentry",
                        to_field="entry_id",
                    ),
                ),
            ],
            options={
                "db_table": "payload",
            },
        ),
        migrations.RunPython(_begin),
        migrations.RunPython(_guards),
    ]
