"""What we ask of the sign-in library: customers sign up themselves, staff never do, each by their own way in."""
from __future__ import annotations

import base64
import hashlib
from typing import Any

import structlog
from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import resolve_url

from entitle.pages import errors
from entitle.pages.language import language
from entitle.staff.models import User

_log = structlog.get_logger(__name__)


class SignUp(DefaultAccountAdapter):  # type: ignore[misc]
    """Whoever signs up on a page is a customer. Staff are added by `entitle staff add`."""

    def new_user(self, request: HttpRequest) -> User:
        return User(kind=User.CUSTOMER, language=language())

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return resolve_url(settings.ENTITLE_HOMES[request.user.kind])  # type: ignore[union-attr]

    get_signup_redirect_url = get_login_redirect_url

    def is_reauthentication_required(self, *, app: str, **options: Any) -> bool:
        """Not to set up the first second factor: the password has just been given (such a session is short)."""
        user = self.request.user
        if user.kind == User.STAFF and not is_mfa_enabled(user):
            return False
        return bool(super().is_reauthentication_required(app=app, **options))


class StaffSignIn(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """The organisation's own sign-in (OpenID Connect): for staff with a sign-in here, who showed two factors there."""

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Ties the sign-in to a member of staff the first time. Answers 403 to anyone else."""
        said = sociallogin.account.extra_data
        if sociallogin.state.get("process") != "login":
            self._refuse(request, "only signing in is possible")
        id_token = said.get("id_token") or {}
        if not _shows_two_factors(id_token):
            self._refuse(request, "no second factor")
        member = sociallogin.user if sociallogin.is_existing else _member(said.get("userinfo") or id_token)
        if member is None or member.kind != User.STAFF or not member.is_active:
            self._refuse(request, "not a member of staff")
        if not sociallogin.is_existing:
            sociallogin.connect(request, member)

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def _refuse(self, request: HttpRequest, because: str) -> None:
        _log.warning("sign-in elsewhere refused", because=because)
        raise ImmediateHttpResponse(errors.forbidden(request))


class SecondFactor(DefaultMFAAdapter):  # type: ignore[misc]
    """Codes from an authenticator app. The secrets are kept encrypted, and staff cannot do without."""

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _cipher().decrypt(encrypted_text.encode()).decode()

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return bool(authenticator.user.kind != User.STAFF)

    def get_totp_issuer(self) -> str:
        return "Entitle"


def name_tried(request: HttpRequest, credentials: dict[str, Any] | None) -> str:
    """The name by which wrong passwords are counted: however it was written, it is one name."""
    tried = (credentials or {}).get("username") or request.POST.get("login", "")
    return str(tried).strip().lower()[:150]


def _shows_two_factors(id_token: dict[str, Any]) -> bool:
    """By `amr` (RFC 8176: mfa), or by an `acr` that OIDC_ACR lists."""
    return "mfa" in (id_token.get("amr") or ()) or id_token.get("acr") in settings.OIDC_ACR


def _member(claims: dict[str, Any]) -> User | None:
    """The one member of staff whom the claims name: by username, else by an address that the provider has verified."""
    staff = User.objects.filter(kind=User.STAFF)
    found = staff.filter(username=claims.get(settings.OIDC_USERNAME_CLAIM) or "").first()
    if found is None and claims.get("email") and claims.get("email_verified") is True:
        same_address = list(staff.filter(email__iexact=claims["email"])[:2])
        found = same_address[0] if len(same_address) == 1 else None
    return found


def _cipher() -> MultiFernet:
    """From ENTITLE_SECRET_KEY, and to read, from the one before it."""
    return MultiFernet([Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"second factor {key}".encode()).digest()))
                        for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])
