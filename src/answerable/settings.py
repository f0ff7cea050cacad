"""Django settings; every value is derived from `config.py`, and there is no profile switch."""

from hashlib import sha256
from pathlib import Path
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from answerable.config import Config, config

_here = Path(__file__).parent
_config = config()


def database_of(settings: Config) -> dict[str, Any]:
    """Django's own words for the address of the record."""
    parts = urlsplit(settings.book)
    if parts.scheme in ("postgresql", "postgres"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.removeprefix("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": parts.hostname or "",
            "PORT": str(parts.port or ""),
            "OPTIONS": dict(parse_qsl(parts.query)),
            "CONN_MAX_AGE": 60,  # seconds
            "CONN_HEALTH_CHECKS": True,
        }
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(settings.database),
        "OPTIONS": {
            "timeout": 5,  # seconds; writers take turns by the appender's lock before this
            "transaction_mode": "IMMEDIATE",
            # FULL: with NORMAL a power cut lost commits that had been acknowledged.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON",
        },
    }


def cookie_end(settings: Config) -> str:
    """Ends the names of the cookies of one record; the same in every process that serves it.

    A browser keeps cookies by the name of the machine and not by the port, so two records that are
    open on one machine would take the chosen office from each other.
    """
    held = database_of(settings)
    place = "|".join(held.get(part, "") for part in ("HOST", "PORT", "NAME"))
    return sha256(place.encode()).hexdigest()[:8]


DEBUG = False
ALLOWED_HOSTS = list(_config.hosts)
# `store/engine/start.py` keeps a key in the home folder before anything is served; until then,
# such as while types are checked, one that lasts as long as the process will do.
SECRET_KEY = _config.secret_key or token_urlsafe(48)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "answerable.store.apps.StoreConfig",
    "answerable.web.apps.WebConfig",
]
MIDDLEWARE = [
    "answerable.web.security.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "answerable.web.languages.Languages",
    "answerable.web.caching.PublicPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "answerable.web.sessions.Expiry",
    "answerable.web.readings.ReadLog",
    "answerable.web.refusals.Refusals",
]
ROOT_URLCONF = "answerable.web.urls"
WSGI_APPLICATION = "answerable.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_here / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["answerable.web.templatetags.language"],  # words need no `load`
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]

AUTH_USER_MODEL = "store.Login"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
# There is no public sign-up: accounts are made by invitation (`operations/rights/inviting.py`).
ACCOUNT_ADAPTER = "answerable.web.adapter.ByInvitation"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "name"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # a session ends with the browser, and after a while unused
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600  # seconds
ACCOUNT_RATE_LIMITS = {
    "login": "30/m/ip",
    "login_failed": "10/m/ip,5/15m/key",
    "reauthenticate": "10/m/user",
    "change_password": "5/m/user",
}
MFA_ADAPTER = "answerable.web.adapter.SealedCodes"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an invitation, not a mail, says whose account it is
MFA_TOTP_ISSUER = "Answerable"
MFA_TOTP_TOLERANCE = 1  # the code before and after count too: clocks of telephones differ
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "account"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {"default": database_of(_config)}
# Kept pages and the counts of who asks how often: many pages must not push the counts out.
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": most},
    }
    for name, most in (("default", 300), ("limits", 20_000))
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [folder for folder in [_here / "web" / "static"] if folder.is_dir()]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 300  # seconds: names carry no digest, so that nothing is collected first

SESSION_COOKIE_NAME = f"sessionid-{cookie_end(_config)}"
CSRF_COOKIE_NAME = f"csrftoken-{cookie_end(_config)}"
WHO_COOKIE_NAME = f"who-{cookie_end(_config)}"  # whose form it is that was sent too late
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser: a reader who pastes an article is not remembered
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not _config.on_loopback
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = (
    7 * 24 * 3600
)  # seconds a forgotten session is kept; `web/sessions.py` ends it
# What a proxy says about the reader counts only where the setting names one.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _config.proxies else None
ALLAUTH_TRUSTED_PROXY_COUNT = _config.proxies
