"""Django settings; every value is derived from `config.py`, and there is no profile switch."""

from pathlib import Path
from secrets import token_urlsafe

from answerable.config import config

_here = Path(__file__).parent
_config = config()

DEBUG = False
ALLOWED_HOSTS = list(_config.hosts)
# `store/start.py` keeps a key in the home folder before anything is served; until then, such as
# while types are checked, one that lasts as long as the process will do.
SECRET_KEY = _config.secret_key or token_urlsafe(48)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "answerable.store.apps.StoreConfig",
    "answerable.web.apps.WebConfig",
]
MIDDLEWARE = [
    "answerable.web.security.SecurityHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
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
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

AUTH_USER_MODEL = "store.Login"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(_config.database),
        "OPTIONS": {
            "timeout": 5,  # seconds; writers take turns by the appender's lock before this
            "transaction_mode": "IMMEDIATE",
            # FULL: with NORMAL a power cut lost commits that had been acknowledged.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; "
            "PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON",
        },
    }
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

SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_AGE = None  # gone with the browser: a reader who pastes an article is not remembered
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not _config.on_loopback
