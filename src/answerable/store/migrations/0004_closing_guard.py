"""The database itself refuses a closing by the institution, unsigned, or without its file."""

from typing import ClassVar

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

from answerable.store.engine import triggers_postgres
from answerable.store.engine.triggers import CLOSING


def _guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """As the first migration makes it today; a home of an earlier version has none."""
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TRIGGER IF EXISTS entry_closing", None)
        schema_editor.execute(CLOSING, None)
        return
    for statement in triggers_postgres.statements():
        schema_editor.execute(statement, None)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("store", "0003_accounts")]

    operations: ClassVar = [migrations.RunPython(_guard)]
