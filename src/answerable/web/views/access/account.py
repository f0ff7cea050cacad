"""Sign in and out, second factor, one's own account, invitations.

The steps of signing in are django-allauth's own views; what they show is ours.
"""

from typing import Any

from allauth.account.internal.flows.login import perform_password_login
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.models import Login
from allauth.account.views import (
    LoginView,
    LogoutView,
    PasswordChangeView,
    ReauthenticateView,
)
from allauth.mfa.base.views import AuthenticateView
from allauth.mfa.base.views import ReauthenticateView as CodeAgainView
from allauth.mfa.recovery_codes.views import GenerateRecoveryCodesView, ViewRecoveryCodesView
from allauth.mfa.totp.views import ActivateTOTPView
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import get_user_model
from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.urls import reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.pages.rights import account as pages
from answerable.operations.pages.rights import signing_in
from answerable.operations.rights import inviting
from answerable.vocabulary.refusal import Refusal
from answerable.web import sessions
from answerable.web.request import clock, look, may_write, page

FORM, SECTIONS = "forms/form.html", "sections.html"
HOME = reverse_lazy("account")
SECOND_FACTOR = reverse_lazy("mfa_activate_totp")


class SignIn(LoginView):  # type: ignore[misc]  # allauth ships no types, nor do those below
    """User name or address, and password."""

    template_name = FORM

    def form_valid(self, form: Any) -> HttpResponse:
        """Sign in; who has no second factor yet goes on to it without the password again."""
        answer: HttpResponse = super().form_valid(form)
        _confirmed_for_first_factor(self.request)
        return answer

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The page in place of the library's own."""
        form = self.get_form()
        shown = signing_in.sign_in(
            look(self.request),
            name=self.request.POST.get("login", ""),
            next_url=self.get_next_url() or "",
            errors=pages.errors_of(form.errors),
            kept=sessions.TYPED in self.request.session,
        )
        return {"page": shown}


class Code(AuthenticateView):  # type: ignore[misc]
    """The code of the second factor, after the password."""

    template_name = FORM

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        errors = pages.errors_of(self.auth_form.errors)
        return {"page": signing_in.code(look(self.request), errors=errors)}


class PasswordAgain(ReauthenticateView):  # type: ignore[misc]
    """The password once more, before something that protects the account."""

    template_name = FORM

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        form = self.get_form()
        shown = signing_in.password_again(
            look(self.request),
            next_url=self.get_next_url() or "",
            errors=pages.errors_of(form.errors),
        )
        return {"page": shown}


class CodeAgain(CodeAgainView):  # type: ignore[misc]
    """A code once more."""

    template_name = FORM

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        form = self.get_form()
        errors = pages.errors_of(form.errors)
        return {"page": signing_in.code(look(self.request), errors=errors, again=True)}


class SecondFactor(ActivateTOTPView):  # type: ignore[misc]
    """Scan or type a secret, then the first code."""

    template_name = "account/second_factor.html"
    success_url = HOME

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        found = super().get_context_data(**kwargs)
        shown = signing_in.second_factor(
            look(self.request),
            picture=found["totp_svg_data_uri"],
            secret=found["form"].secret,
            errors=pages.errors_of(found["form"].errors),
        )
        return {"page": shown}


class RecoveryCodes(ViewRecoveryCodesView):  # type: ignore[misc]
    """The codes to keep on paper."""

    template_name = "account/recovery_codes.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        found = super().get_context_data(**kwargs)
        shown = signing_in.recovery_codes(
            look(self.request), codes=found["unused_codes"], shown=found["can_view_codes"]
        )
        return {"page": shown}


class NewCodes(GenerateRecoveryCodesView):  # type: ignore[misc]
    """New recovery codes in place of the old."""

    template_name = FORM

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        left = super().get_context_data(**kwargs)["unused_code_count"]
        return {"page": signing_in.new_codes(look(self.request), left=left)}


class NewPassword(PasswordChangeView):  # type: ignore[misc]
    """Change one's own password."""

    template_name = FORM
    success_url = HOME

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        form = self.get_form()
        return {
            "page": signing_in.new_password(
                look(self.request), errors=pages.errors_of(form.errors)
            )
        }


class SignOut(LogoutView):  # type: ignore[misc]
    """Sign out, by a click."""

    template_name = FORM

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """As above."""
        return {"page": pages.sign_out(look(self.request))}


@require_safe
@never_cache
@login_required
def own(request: HttpRequest) -> HttpResponse:
    """As whom one acts, and what one can do about the account."""
    known = pages.account_of(request.user.pk or 0)
    typed = sessions.kept(request) is not None
    return page(request, SECTIONS, pages.own(look(request), known, typed=typed))


@require_safe
@never_cache
def go_on(request: HttpRequest) -> HttpResponse:
    """A form that was sent after its session had ended, or without an office: to be sent again."""
    if not may_write(request):
        return redirect_to_login(request.path)
    found = sessions.kept(request)
    if found is None:
        return page(request, SECTIONS, pages.nothing_kept(look(request)))
    path, fields = found
    shown = pages.kept_form(
        look(request), path=path, fields=fields, signed_in=request.user.is_authenticated
    )
    return page(request, FORM, shown)


@never_cache
@sensitive_post_parameters("password1", "password2")
@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Choose a password by the link of an invitation: it signs in, the second factor is next.

    The password was typed this moment, so nothing asks for it again.
    """
    if request.method != "POST":
        return page(request, FORM, signing_in.invited(look(request), token=token))
    first, second = request.POST.get("password1", ""), request.POST.get("password2", "")
    error = "" if first == second else "The two passwords are not the same."
    try:
        if not error:
            made = inviting.accept(token=token, at=clock(request), password=first)
            return _signed_in(request, made.id)
    except Refusal as refusal:
        if refusal.code == "no_such_invitation":
            raise
        error = refusal.sentence
    return page(
        request, FORM, signing_in.invited(look(request), token=token, error=error), status=422
    )


def _signed_in(request: HttpRequest, number: int) -> HttpResponse:
    user = get_user_model().objects.get(pk=number)
    login = Login(user=user, redirect_url=str(SECOND_FACTOR))
    answer: HttpResponse = perform_password_login(request, {"username": user.name}, login)
    _confirmed_for_first_factor(request)
    return answer


def _confirmed_for_first_factor(request: HttpRequest) -> None:
    """A password typed just now counts as confirmed, where there is no second factor to ask for.

    It counts as long as any confirmation does (`ACCOUNT_REAUTHENTICATION_TIMEOUT`); an open
    screen of later sets up nothing without the password.
    """
    if request.user.is_authenticated and not is_mfa_enabled(request.user):
        reauthenticate_by_password(request)
