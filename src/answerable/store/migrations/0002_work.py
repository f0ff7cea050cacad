"""Accounts by invitation, links, drafts, the log of restricted reading, saved searches."""

from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("store", "0001_initial"),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("name", models.TextField()),
                ("email", models.TextField()),
                ("body", models.TextField()),
                ("office", models.TextField()),
                ("roles", models.JSONField(default=list)),
                ("invited_by", models.TextField()),
                ("invited_at", models.TextField()),
                ("expires_at", models.TextField()),
                ("used_at", models.TextField(null=True)),
                ("revoked_at", models.TextField(null=True)),
            ],
            options={
                "db_table": "invitation",
            },
        ),
        migrations.CreateModel(
            name="PanelLink",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("label", models.TextField()),
                ("body", models.TextField()),
                ("paths", models.JSONField(default=list)),
                ("made_by", models.TextField()),
                ("made_at", models.TextField()),
                ("expires_at", models.TextField()),
                ("revoked_at", models.TextField(null=True)),
            ],
            options={
                "db_table": "panel_link",
            },
        ),
        migrations.CreateModel(
            name="ReadingLogged",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("body", models.TextField()),
                ("office", models.TextField()),
                ("person", models.TextField()),
                ("entry_id", models.CharField(db_index=True, max_length=32)),
                ("field", models.TextField()),
                ("path", models.TextField()),
                ("why", models.TextField(null=True)),
                ("at", models.TextField(db_index=True)),
            ],
            options={
                "db_table": "read_log",
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("email", models.TextField()),
                ("query", models.TextField()),
                ("token", models.CharField(max_length=64, unique=True)),
                ("confirmed_at", models.TextField(null=True)),
                ("seen", models.IntegerField()),
                ("asked_at", models.TextField()),
            ],
            options={
                "db_table": "subscription",
            },
        ),
        migrations.AddField(
            model_name="candidate",
            name="first_reading",
            field=models.TextField(null=True),
        ),
        migrations.AddField(
            model_name="login",
            name="email",
            field=models.EmailField(blank=True, default="", max_length=254),
        ),
        migrations.CreateModel(
            name="AccessToken",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("label", models.TextField()),
                ("scopes", models.JSONField(default=list)),
                ("made_at", models.TextField()),
                ("expires_at", models.TextField()),
                ("revoked_at", models.TextField(null=True)),
                ("last_used_at", models.TextField(null=True)),
                (
                    "login",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "access_token",
            },
        ),
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.TextField()),
                ("about", models.TextField()),
                ("body", models.TextField()),
                ("office", models.TextField()),
                ("content", models.TextField()),
                ("revision", models.IntegerField(default=1)),
                ("seen", models.IntegerField()),
                ("saved_at", models.TextField()),
            ],
            options={
                "db_table": "draft",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kind", "about", "body"), name="one_draft_an_item"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PanelLinkUse",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("path", models.TextField()),
                ("at", models.TextField()),
                (
                    "link",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, to="store.panellink"
                    ),
                ),
            ],
            options={
                "db_table": "panel_link_use",
            },
        ),
    ]
