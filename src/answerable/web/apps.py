"""Django app of the pages, label `web`."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages and the API; no tables of its own."""

    name = "answerable.web"
    label = "web"
