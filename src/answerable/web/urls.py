"""The public addresses. They are permanent; an old one redirects."""

from django.urls import URLPattern, URLResolver, path

from answerable.web.views import (
    about,
    actions,
    bodies,
    compare,
    corrections,
    documents,
    findings,
    history,
    measures,
    read,
    sessions,
)

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
    path("sessions/<slug:body>/next/", sessions.agenda, name="agenda"),
    path("sessions/<slug:body>/<str:day>/", sessions.session, name="session"),
    path("measures/<slug:measure>/<slug:body>/", measures.measure, name="measure"),
    path("measures/<slug:measure>/<slug:body>/data.csv", measures.csv, name="measure-csv"),
    path("documents/<str:sha>/", documents.document, name="document"),
    path("documents/<str:sha>/text/", documents.text, name="document-text"),
    path("read/", read.read, name="read"),
    path("history/", history.history, name="history"),
    path("history/verify/", history.verify, name="verify"),
    path("history/entry/<int:seq>/", history.entry, name="entry"),
    path("history/item/<path:reference>/", history.item, name="item"),
    path("actions/<path:reference>/move/", actions.move, name="move"),
    path("roles/", actions.roles, name="roles"),
    path("corrections/", corrections.corrections, name="corrections"),
    path("corrections/report/", corrections.report, name="report"),
    path("corrections/reply/", corrections.reply, name="reply"),
    path("about/", about.about, name="about"),
    path("about/privacy/", about.privacy, name="privacy"),
    path("about/accessibility/", about.accessibility, name="accessibility"),
]
