"""The served site."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "answerable.settings")
_site = get_wsgi_application()

from answerable.web.caching import AskedAgain  # noqa: E402  # it reads settings that are ready now

application = AskedAgain(_site)
