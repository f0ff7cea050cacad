"""How sign-in fits this site: no sign-up, no messages in cookies, codes kept sealed."""

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect


class ByInvitation(DefaultAccountAdapter):  # type: ignore[misc]  # allauth ships no types
    """Accounts are made by invitation; what happened is said on the next page."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up."""
        return False

    def add_message(self, *args: Any, **kwargs: Any) -> None:
        """Nothing is kept in a cookie to be shown later."""

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> Any:
        """A closed account goes no further; its password was taken from it."""
        return redirect("account_login")


class SealedCodes(DefaultMFAAdapter):  # type: ignore[misc]  # allauth ships no types
    """The secrets behind codes are sealed with the site's key: a database alone opens none."""

    def encrypt(self, text: str) -> str:
        """Seal a secret before it is kept."""
        return _seal().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Open it again."""
        return _seal().decrypt(encrypted_text.encode()).decode()


def _seal() -> Fernet:
    key = hashlib.sha256(b"answerable.codes:" + settings.SECRET_KEY.encode()).digest()
    return Fernet(base64.urlsafe_b64encode(key))
