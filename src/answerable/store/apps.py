"""Django app of the tables, label `store`."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """Every table of Answerable."""

    name = "answerable.store"
    label = "store"
