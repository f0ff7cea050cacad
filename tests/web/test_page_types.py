"""Every route of the site is looked at in the browser, or says why it is not."""

from django.urls import resolve

from answerable.web.urls import urlpatterns
from tests.browser.page_types import PUBLIC, WITHOUT

ROUTES = {str(route.name) for route in urlpatterns}


def test_every_route_has_a_sample_or_a_reason() -> None:
    """A new page that nobody looks at would be found by its first reader."""
    assert sorted(ROUTES - set(PUBLIC) - set(WITHOUT)) == []


def test_no_sample_and_no_reason_is_left_of_a_route_that_went() -> None:
    assert sorted((set(PUBLIC) | set(WITHOUT)) - ROUTES) == []
    assert sorted(set(PUBLIC) & set(WITHOUT)) == []
    assert all(WITHOUT.values())


def test_each_sample_is_of_its_own_route() -> None:
    for name, address in PUBLIC.items():
        assert resolve(address.partition("?")[0]).url_name == name
