"""Settings: everything that differs between one place and another comes from the environment.

Outside demo mode (ENTITLE_DEMO=1) nothing has a default key, and Entitle will not start without its own.
"""
from __future__ import annotations

import json
import os
import sys
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlparse

from django.core.exceptions import ImproperlyConfigured

from entitle.config.database import settings_for, var_folder
from entitle.config.logs import logging_settings

PACKAGE = Path(__file__).resolve().parent.parent
ENTITLE_VAR = var_folder()
ENTITLE_DEMO = os.environ.get("ENTITLE_DEMO") == "1"
_SHORTEST_KEY = 32
OWNER_COMMANDS = {"migrate", "makemigrations", "setup", "demo", "upgrade", "restore", "loadcheck"}


def _secret(name: str) -> str:
    """A key from the environment. In demo mode only, a well-known one."""
    value = os.environ.get(name, "")
    if value and value.startswith("demo-") and not ENTITLE_DEMO:
        raise ImproperlyConfigured(f"{name} is a demonstration key. Set a secret of your own.")
    if value and len(value) < _SHORTEST_KEY and not ENTITLE_DEMO:
        raise ImproperlyConfigured(f"{name} is too short. Set a random value of at least {_SHORTEST_KEY} characters.")
    if not value and not ENTITLE_DEMO and not _needs_no_secret():
        raise ImproperlyConfigured(
            f"{name} is not set. Entitle does not start with a default key outside demo mode: set it to a long random "
            "value, or set ENTITLE_DEMO=1 to try it out on this machine only."
        )
    return value or f"demo-{name.lower()}-for-this-machine-only"


def _number(name: str, default: int) -> int:
    written = os.environ.get(name, "") or str(default)
    if not written.isdecimal():
        raise ImproperlyConfigured(f"{name} must be a whole number, not {written!r}.")
    return int(written)


def _json(name: str) -> Any:
    try:
        return json.loads(os.environ.get(name, "") or "null")
    except ValueError as problem:
        raise ImproperlyConfigured(f"{name} is not JSON: {problem}.") from problem


def _folders(name: str) -> list[str]:
    folders = [folder for folder in os.environ.get(name, "").split(os.pathsep) if folder]
    if missing := [folder for folder in folders if not Path(folder).is_dir()]:
        raise ImproperlyConfigured(f"{name}: there is no folder {missing[0]}.")
    return folders


def _needs_no_secret() -> bool:
    """Whether this process only explains or checks: never one that serves, works or reads the record."""
    program, command = Path(sys.argv[0]).name, sys.argv[1] if len(sys.argv) > 1 else ""
    helped = {"-h", "--help"} & set(sys.argv[2:]) and "--" not in sys.argv  # then nothing else is done
    ours = program in {"entitle", "__main__.py"} and (helped or command in {
        "", "makemigrations", "assess", "law", "pictures", "check", "help", "stop"})
    return ours or program in {"mypy", "dmypy", "stubtest", "lint-imports"}


SECRET_KEY = _secret("ENTITLE_SECRET_KEY")
SECRET_KEY_FALLBACKS = [key for key in (os.environ.get("ENTITLE_SECRET_KEY_BEFORE", ""),) if key]
ENTITLE_SEAL_KEY = _secret("ENTITLE_SEAL_KEY")
ENTITLE_SEAL_HEAD = ENTITLE_VAR / "seal" / "head.json"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("ENTITLE_HOSTS", "127.0.0.1,localhost").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("ENTITLE_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "procrastinate.contrib.django",
    "django_prometheus",
    "entitle.history",
    "entitle.staff",
    "entitle.customers",
    "entitle.work",
    "entitle.contacts",
    "entitle.claims",
    "entitle.evidence",
    "entitle.decisions",
    "entitle.awards",
    "entitle.payments",
    "entitle.reporting",
    "entitle.pages",
    "entitle.config",
]
INSTALLED_APPS = [app for app in INSTALLED_APPS if not app.startswith("entitle.") or (
    PACKAGE / app.split(".")[1] / "apps.py").exists()]

DATABASES = {
    "default": settings_for(
        os.environ.get("DATABASE_URL", ""),
        var=ENTITLE_VAR,
        as_owner=(sys.argv[1] if len(sys.argv) > 1 else "") in OWNER_COMMANDS,
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "staff.User"
USE_TZ = True
TIME_ZONE = "Europe/London"
USE_I18N = True
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en", "English"), ("cy", "Cymraeg")]
LOCALE_PATHS = [PACKAGE / "pages" / "locale"]

ROOT_URLCONF = "entitle.config.urls"
WSGI_APPLICATION = "entitle.config.wsgi.application"
MIDDLEWARE = [
    "django_prometheus.middleware.PrometheusBeforeMiddleware",
    "entitle.config.addresses.real_address",
    "entitle.pages.request_reference.RequestReferenceMiddleware",
    "entitle.pages.security.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "entitle.pages.language.LanguageMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "entitle.config.limits.limit_posts",
    "entitle.config.second_factor.require_second_factor",
    "entitle.config.known_devices.know_devices",
    "entitle.pages.typed.NulMiddleware",
    "entitle.pages.access.DenyByDefault",
    "axes.middleware.AxesMiddleware",
    "django_prometheus.middleware.PrometheusAfterMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "pages" / "templates", *sorted(PACKAGE.glob("channels/*/templates"))],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "entitle.pages.environment.environment",
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True, "OPTIONS": {}},
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("username", "name", "email")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 86_400
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # an office is one address: never lock out by it alone
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25
AXES_RESET_ON_SUCCESS = True
AXES_USERNAME_CALLABLE = "entitle.config.adapters.name_tried"
AXES_LOCKOUT_CALLABLE = "entitle.pages.errors.too_many"
AXES_DISABLE_ACCESS_LOG = True
LOGIN_URL = "account_login"
ACCOUNT_ADAPTER = "entitle.config.adapters.SignUp"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "60/m/ip,10/300s/key", "signup": "60/m/ip"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
ACCOUNT_SESSION_REMEMBER = False
MFA_ADAPTER = "entitle.config.adapters.SecondFactor"
SOCIALACCOUNT_ADAPTER = "entitle.config.adapters.StaffSignIn"
SOCIALACCOUNT_LOGIN_ON_GET = True  # a link: our content policy lets no form lead elsewhere
OIDC_ISSUER = os.environ.get("OIDC_ISSUER", "")
OIDC_USERNAME_CLAIM = os.environ.get("OIDC_USERNAME_CLAIM", "preferred_username")
OIDC_ACR = [value for value in os.environ.get("OIDC_ACR", "").split(",") if value]
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
    "provider_id": "staff", "name": os.environ.get("OIDC_NAME", "your organisation"),
    "client_id": os.environ.get("OIDC_CLIENT_ID", ""), "secret": os.environ.get("OIDC_CLIENT_SECRET", ""),
    "settings": {"server_url": OIDC_ISSUER},
}] if OIDC_ISSUER else []}}
_SMTP = urlparse(os.environ.get("ENTITLE_SMTP", ""))  # only for a lost password: letters go through gateways/notify
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _SMTP.hostname else 'dummy'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS = _SMTP.hostname or "", _SMTP.port or 587, True
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_SMTP.username or ""), unquote(_SMTP.password or "")
DEFAULT_FROM_EMAIL = os.environ.get("ENTITLE_EMAIL_FROM", "entitle@localhost")
ENTITLE_HOMES = {"staff": "/desk/", "customer": "/online/"}

STATIC_URL = "/static/"
STATIC_ROOT = ENTITLE_VAR / "static"
STATICFILES_DIRS = [PACKAGE / "pages" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not ENTITLE_DEMO
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "entitle.pages.errors.form_expired"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if not ENTITLE_DEMO:
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^metrics$"]  # watched from within, without a certificate
    SECURE_SSL_REDIRECT = os.environ.get("ENTITLE_TLS_ELSEWHERE") != "1"
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
# Shared by every process, because limits must be: a table of the database.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "entitle_cache",
                      "OPTIONS": {"MAX_ENTRIES": 10_000}}}  # of 300, a busy minute would throw away the limits' counts
ENTITLE_POSTS_PER_MINUTE = _number("ENTITLE_POSTS_PER_MINUTE", 120)
ENTITLE_PROXIES = _number("ENTITLE_PROXIES", 0)
ENTITLE_METRICS_TOKEN = os.environ.get("ENTITLE_METRICS_TOKEN", "")
ENTITLE_RELEASE = os.environ.get("ENTITLE_RELEASE") or version("entitle")
"""Which version people see: what they say of a page is kept with it."""
LOGGING = logging_settings(os.environ.get("ENTITLE_LOG_LEVEL", "WARNING"))

PROCRASTINATE_IMPORT_PATHS = [
    *(f"entitle.procedures.jobs.{path.stem}" for path in sorted((PACKAGE / "procedures" / "jobs").glob("[a-z]*.py"))),
    "entitle.config.worker_ready",
]
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None

ENTITLE_SCHEMES = _folders("ENTITLE_SCHEMES")  # the registry finds them; a benefit that is gone is not passed over
ENTITLE_NOTIFY_URL = os.environ.get("ENTITLE_NOTIFY_URL", "http://127.0.0.1:8101")
ENTITLE_NOTIFY_KEY = os.environ.get("ENTITLE_NOTIFY_KEY", "")
ENTITLE_NI_URL = os.environ.get("ENTITLE_NI_URL", "http://127.0.0.1:8102")
ENTITLE_CLAMD = os.environ.get("ENTITLE_CLAMD", "127.0.0.1:8103")
ENTITLE_NOTIFY_EMAIL_TEMPLATE = os.environ.get("ENTITLE_NOTIFY_EMAIL_TEMPLATE", "")
ENTITLE_NOTIFY_TEXT_TEMPLATE = os.environ.get("ENTITLE_NOTIFY_TEXT_TEMPLATE", "")
ENTITLE_BACS_ORIGINATOR = _json("ENTITLE_BACS_ORIGINATOR")
ENTITLE_RELEASE_LIMIT_PENCE = _number("ENTITLE_RELEASE_LIMIT_PENCE", 1_000_000)
ENTITLE_FUNDING_REFERENCE = os.environ.get("ENTITLE_FUNDING_REFERENCE", "")
ENTITLE_BANK_URL = os.environ.get("ENTITLE_BANK_URL", "http://127.0.0.1:8104")
ENTITLE_MODULUS_WEIGHTS = os.environ.get("ENTITLE_MODULUS_WEIGHTS", "")
ENTITLE_MODULUS_SUBSTITUTES = os.environ.get("ENTITLE_MODULUS_SUBSTITUTES", "")
# The bodies that claims are handed to, and the benefits that an older payment system still pays, by comma.
ENTITLE_COUNCIL_URL = os.environ.get("ENTITLE_COUNCIL_URL", "http://127.0.0.1:8105/council")
ENTITLE_COUNCIL_KEY = os.environ.get("ENTITLE_COUNCIL_KEY", "")
ENTITLE_LEGACY_URL = os.environ.get("ENTITLE_LEGACY_URL", "http://127.0.0.1:8105/legacy")
ENTITLE_LEGACY_KEY = os.environ.get("ENTITLE_LEGACY_KEY", "")
ENTITLE_LEGACY_SCHEMES = os.environ.get("ENTITLE_LEGACY_SCHEMES", "")
# The telephone exchange: its API, our account there, what it signs with, the key of its event stream, and our own
# address as it knows it, which is part of what it signs. Without a key nothing that it sends is believed.
ENTITLE_EXCHANGE_API = os.environ.get("ENTITLE_EXCHANGE_API", "")
ENTITLE_EXCHANGE_ACCOUNT = os.environ.get("ENTITLE_EXCHANGE_ACCOUNT", "")
ENTITLE_EXCHANGE_KEY = os.environ.get("ENTITLE_EXCHANGE_KEY", "")
ENTITLE_EXCHANGE_STREAM_KEY = os.environ.get("ENTITLE_EXCHANGE_STREAM_KEY", "")
ENTITLE_EXCHANGE_AGENT = os.environ.get("ENTITLE_EXCHANGE_AGENT", "client:agent-{agent}")
ENTITLE_EXCHANGE_DOOR = os.environ.get("ENTITLE_EXCHANGE_DOOR", "http://127.0.0.1:8000")
# Where the browsers of agents hear of their calls: another process (`entitle serve` starts it), maybe another name.
ENTITLE_CALLS_URL = os.environ.get("ENTITLE_CALLS_URL", "")
# A demonstration has a time of its own once it has been lived; until then, and elsewhere, the time is real.
ENTITLE_CLOCK_FILE = os.environ.get("ENTITLE_CLOCK_FILE", str(ENTITLE_VAR / "clock.json") if ENTITLE_DEMO else "")
