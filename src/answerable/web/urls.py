"""The public addresses. They are permanent; an old one redirects."""

from django.urls import URLPattern, URLResolver, path

from answerable.web.views import bodies, compare, documents, findings

urlpatterns: list[URLPattern | URLResolver] = [
    path("", bodies.home, name="home"),
    path("start/", bodies.start, name="start"),
    path("bodies/", bodies.bodies, name="bodies"),
    path("bodies/<slug:body_id>/", bodies.body, name="body"),
    path("cases/<path:reference>/recommendations/", findings.recommendations, name="asked"),
    path("cases/<path:reference>/", bodies.case, name="case"),
    path("findings/<path:reference>/", findings.finding, name="finding"),
    path("compare/", compare.choose, name="compare"),
    path("compare/<slug:body_id>/", compare.compare, name="compare-body"),
    path("documents/<str:sha>/", documents.document, name="document"),
]
