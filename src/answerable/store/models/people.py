"""Who signs in, who is invited, and keys for those without an account."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Login(AbstractBaseUser):
    """An account: a person in an office of a body, with roles of `vocabulary/access.py`.

    `holding` is substantive, temporary or acting; a temporary or acting office has an end.
    """

    name = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True, default="")
    body = models.TextField()
    office = models.TextField()
    roles = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)
    holding = models.TextField(default="substantive")
    ends = models.TextField(null=True)
    review_by = models.TextField(null=True)
    reviewed_by = models.TextField(null=True)
    reviewed_at = models.TextField(null=True)
    made_at = models.TextField(default="")
    left_at = models.TextField(null=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar = ["body", "office"]

    class Meta:
        db_table = "login"


class Invitation(models.Model):
    """An account offered to somebody: valid until a day, used once, revocable."""

    token = models.CharField(max_length=64, unique=True)
    name = models.TextField()
    email = models.TextField()
    body = models.TextField()
    office = models.TextField()
    roles = models.JSONField(default=list)
    holding = models.TextField(default="substantive")
    ends = models.TextField(null=True)
    invited_by = models.TextField()
    invited_at = models.TextField()
    expires_at = models.TextField()
    used_at = models.TextField(null=True)
    revoked_at = models.TextField(null=True)

    class Meta:
        db_table = "invitation"


class PanelLink(models.Model):
    """A read-only link for somebody without an account: signed, expiring, revocable."""

    token = models.CharField(max_length=64, unique=True)
    label = models.TextField()
    body = models.TextField()
    paths = models.JSONField(default=list)
    made_by = models.TextField()
    made_at = models.TextField()
    expires_at = models.TextField()
    revoked_at = models.TextField(null=True)

    class Meta:
        db_table = "panel_link"


class PanelLinkUse(models.Model):
    """A panel link was opened."""

    link = models.ForeignKey(PanelLink, on_delete=models.CASCADE)
    path = models.TextField()
    at = models.TextField()

    class Meta:
        db_table = "panel_link_use"


class AccessToken(models.Model):
    """A key for programs: kept as a digest, with scopes and an end."""

    token = models.CharField(max_length=64, unique=True)
    label = models.TextField()
    login = models.ForeignKey(Login, on_delete=models.CASCADE)
    scopes = models.JSONField(default=list)
    made_at = models.TextField()
    expires_at = models.TextField()
    revoked_at = models.TextField(null=True)
    last_used_at = models.TextField(null=True)

    class Meta:
        db_table = "access_token"


class DataController(models.Model):
    """Who answers for the personal data in this installation; the last row is in force."""

    name = models.TextField()
    address = models.TextField()
    officer = models.TextField()
    registration = models.TextField()
    named_by = models.TextField()
    named_at = models.TextField()

    class Meta:
        db_table = "data_controller"
