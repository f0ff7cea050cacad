"""How an office is held and when it is reviewed; who answers for the data."""

from typing import ClassVar

from django.db import migrations, models

_ADDED = (
    ("login", "holding", models.TextField(default="substantive")),
    ("login", "ends", models.TextField(null=True)),
    ("login", "review_by", models.TextField(null=True)),
    ("login", "reviewed_by", models.TextField(null=True)),
    ("login", "reviewed_at", models.TextField(null=True)),
    ("login", "made_at", models.TextField(default="")),
    ("login", "left_at", models.TextField(null=True)),
    ("invitation", "holding", models.TextField(default="substantive")),
    ("invitation", "ends", models.TextField(null=True)),
)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("store", "0002_work")]
    run_before: ClassVar = [("account", "0001_initial")]  # it reads addresses of this table

    operations: ClassVar = [
        *(
            migrations.AddField(model_name=model, name=name, field=field)
            for model, name, field in _ADDED
        ),
        migrations.CreateModel(
            name="DataController",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.TextField()),
                ("address", models.TextField()),
                ("officer", models.TextField()),
                ("registration", models.TextField()),
                ("named_by", models.TextField()),
                ("named_at", models.TextField()),
            ],
            options={"db_table": "data_controller"},
        ),
    ]
