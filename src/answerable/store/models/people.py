"""Who signs in."""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models


class Login(AbstractBaseUser):
    """An account: a person in an office of a body, with roles of `vocabulary/access.py`."""

    name = models.CharField(max_length=150, unique=True)
    body = models.TextField()
    office = models.TextField()
    roles = models.JSONField(default=list)
    is_active = models.BooleanField(default=True)

    objects = BaseUserManager()

    USERNAME_FIELD = "name"
    REQUIRED_FIELDS: ClassVar = ["body", "office"]

    class Meta:
        db_table = "login"
