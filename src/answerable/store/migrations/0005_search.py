"""What is found by its words, and the index over it. Its rows come from the record itself."""

from typing import ClassVar

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from answerable.store.engine import postgres, sqlite


def _indexed(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    own = sqlite if schema_editor.connection.vendor == "sqlite" else postgres
    schema_editor.execute(own.SEARCH_INDEX, None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("store", "0004_closing_guard")]

    operations: ClassVar = [
        migrations.CreateModel(
            name="SearchableRow",
            fields=[
                ("seq", models.IntegerField()),
                ("type", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_to", models.DateField(null=True)),
                ("recorded_from", models.IntegerField()),
                ("recorded_to", models.IntegerField(null=True)),
                ("said", models.TextField(null=True)),
                ("quote", models.TextField(null=True)),
                ("id", models.IntegerField(primary_key=True, serialize=False)),
                ("entry_id", models.CharField(db_index=True, max_length=32)),
                ("institution", models.TextField()),
                ("stream", models.TextField()),
                ("kind", models.TextField()),
                ("text", models.TextField()),
                ("doc", models.TextField(null=True)),
                ("words", models.TextField()),
            ],
            options={"db_table": "searchable"},
        ),
        migrations.RunPython(_indexed),
    ]
