"""The addresses of the pages that show documents, the record, sessions, measures and review."""

from django.urls import path

from answerable.web.views import documents, history, measures, read, review, sessions

urlpatterns = [
    path("documents/<str:sha>/", documents.document),
    path("documents/<str:sha>/text/", documents.text),
    path("history/", history.history),
    path("history/verify/", history.verify),
    path("history/entry/<int:seq>/", history.entry),
    path("history/item/<path:reference>/", history.item),
    path("measures/<slug:measure>/<slug:body>/", measures.measure),
    path("measures/<slug:measure>/<slug:body>/data.csv", measures.csv),
    path("read/", read.read),
    path("review/", review.queue),
    path("review/<slug:name>/", review.candidate),
    path("review/<slug:name>/accept/", review.accept),
    path("review/<slug:name>/correct/", review.correct),
    path("review/<slug:name>/reject/", review.reject),
    path("sessions/<slug:body>/next/", sessions.agenda),
    path("sessions/<slug:body>/<slug:day>/", sessions.session),
]
