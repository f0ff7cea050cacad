"""The forward plan and the forms about a planned session: plan, move, ask for papers."""

from collections.abc import Callable
from secrets import token_hex
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from answerable.operations.notices import invitations
from answerable.operations.pages.forms import (
    ConflictPage,
    FormPage,
    Hidden,
    carried,
    conflict,
    read_only,
)
from answerable.operations.pages.parts import FormError
from answerable.operations.pages.sessions import done
from answerable.operations.pages.sessions import forward_plan as plan_pages
from answerable.operations.pages.sessions import plan_sessions as planning
from answerable.operations.pages.sessions import question_end as ending
from answerable.operations.pages.sessions import session_forms as forms
from answerable.operations.plans import evidence_kept
from answerable.operations.sessions import public_questions, session_plans
from answerable.vocabulary.refusal import Conflict, Refusal
from answerable.web.changing import changed
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

FORM, SECTIONS, CONFLICT = "forms/form.html", "sections.html", "errors/conflict.html"
UPLOAD = "forms/upload.html"
either = require_http_methods(["GET", "HEAD", "POST"])
Errors = tuple[FormError, ...]


@require_safe
def own_sessions(request: HttpRequest) -> HttpResponse:
    """The sessions of whoever looks: of the acting body, or of the first on record."""
    return redirect(plan_pages.own(look(request)))


@require_safe
def forward_plan(request: HttpRequest, body: str) -> HttpResponse:
    """Twelve months of sessions."""
    number, seen = sequence(request.GET.get("page")) or 1, look(request)
    shown = plan_pages.forward_plan(seen, body, number_=number)
    return page(request, SECTIONS, done.told(seen, shown, request.GET.get("done", "")))


@require_safe
def invitation(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """One session for a calendar program."""
    made = invitations.invitation(look(request), body, day)
    response = HttpResponse(made, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="session-{day}.ics"'
    return response


@either
def plan(request: HttpRequest, body: str) -> HttpResponse:
    """Plan the sessions of a series: type, look at every date, record once."""
    seen, key = look(request), request.POST.get("key") or token_hex(16)
    if not may_write(request):
        return _elsewhere(request, "Plan sessions")
    if request.method != "POST":
        return page(request, FORM, planning.form(seen, body, key=key))
    posted = request.POST.dict()
    saving = posted.get("step") == "save"
    errors: Errors = ()
    status = 422
    try:
        if saving:
            typed = planning.read_lines(posted, on=seen.today)
        else:
            typed = planning.read(posted, on=seen.today)
        errors = typed.errors
        unchanged = posted.get("lines", "").split() == posted.get("checked", "").split()
        if not errors and not (saving and unchanged):
            return page(request, FORM, planning.check(seen, body, typed, key=key))
        if not errors:
            institution, oversight = planning.whose_sessions(body, on=seen.on)
            session_plans.plan_sessions(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                institution=institution,
                body=oversight,
                series=posted.get("series", ""),
                sessions=typed.sessions,
                on=seen.today,
            )
            return redirect(f"/sessions/{oversight}/?done=plan")
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence, target="lines" if saving else "series"),)
        status = status_of(refusal)
    if saving:
        typed = planning.read_lines(posted, on=seen.today)
        return page(
            request, FORM, planning.check(seen, body, typed, key=key, errors=errors), status=status
        )
    form = planning.form(seen, body, key=key, posted=posted, errors=errors)
    return page(request, FORM, form, status=status)


@either
def change(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Postpone, bring forward or cancel a session, or say that it was not quorate."""
    seen, posted = look(request), request.POST.dict()

    def act(key: str) -> Errors:
        to, errors = forms.date_of(posted, "to", what="The new date")
        if not errors:
            session_plans.change_session(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                session=f"session/{body}/{day}",
                state=posted.get("state", ""),
                to=to,
                reason=posted.get("reason", ""),
                on=seen.today,
            )
        return errors

    return _written(
        request,
        body,
        day,
        act,
        lambda key, errors: forms.change(seen, body, day, key=key, posted=posted, errors=errors),
        done_="change",
    )


@either
def papers(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Ask for a paper."""
    seen, posted = look(request), request.POST.dict()

    def act(key: str) -> Errors:
        due, errors = forms.date_of(posted, "due", what="The day")
        if not errors:
            session_plans.require_paper(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                session=f"session/{body}/{day}",
                office=posted.get("office", ""),
                question=posted.get("question", ""),
                on=seen.today,
                scope=posted.get("scope", "").strip() or None,
                comparator=posted.get("comparator", "").strip() or None,
                due=due,
            )
        return errors

    return _written(
        request,
        body,
        day,
        act,
        lambda key, errors: forms.require(seen, body, day, key=key, posted=posted, errors=errors),
        done_="papers",
    )


@either
def paper(request: HttpRequest, body: str, day: str, number: str) -> HttpResponse:
    """A paper has come."""
    seen, posted = look(request), request.POST.dict()

    def act(key: str) -> Errors:
        on, errors = forms.date_of(posted, "on", what="The day")
        if not errors:
            session_plans.receive_paper(
                by=actor(request),
                at=clock(request),
                key=key,
                seen=sequence(posted.get("seen")),
                paper=f"session/{body}/{day}/paper/{number}",
                on=on or seen.today,
                text=posted.get("text", ""),
                files=[
                    file.read(evidence_kept.MOST_BYTES + 1)
                    for file in request.FILES.getlist("file")
                ],
            )
        return errors

    return _written(
        request,
        body,
        day,
        act,
        lambda key, errors: forms.receive(
            seen, body, day, number, key=key, posted=posted, errors=errors
        ),
        done_="paper",
        template=UPLOAD,
    )


@either
def questions(request: HttpRequest, body: str, day: str) -> HttpResponse:
    """Take in a question from the public."""
    seen, posted = look(request), request.POST.dict()

    def act(key: str) -> Errors:
        public_questions.take_public_question(
            by=actor(request),
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            session=f"session/{body}/{day}",
            text=posted.get("text", ""),
            on=seen.today,
            asker=posted.get("asker", "").strip() or None,
        )
        return ()

    return _written(
        request,
        body,
        day,
        act,
        lambda key, errors: forms.public_question(
            seen, body, day, key=key, posted=posted, errors=errors
        ),
        done_="questions",
    )


@either
def end_question(request: HttpRequest, reference: str) -> HttpResponse:
    """End a question outside a session."""
    about = ending.about(look(request), reference)

    def do(*, action: str, **given: Any) -> int:
        done = public_questions.end_question(**given, question=reference, action=action or None)
        return done.first

    return changed(request, ending.FORM, about, do)


def _written(
    request: HttpRequest,
    body: str,
    day: str,
    act: Callable[[str], Errors],
    form: Callable[[str, Errors], FormPage],
    *,
    done_: str,
    template: str = FORM,
) -> HttpResponse:
    """The form; once it is sent, the session's page; what is to be mended keeps what was typed."""
    if not may_write(request):
        return _elsewhere(request, "Sessions")
    key = request.POST.get("key") or token_hex(16)
    if request.method != "POST":
        return page(request, template, form(key, ()))
    status = 422
    try:
        errors = act(key)
    except Conflict as conflict:
        return page(request, CONFLICT, _changed_first(request, body, day, conflict), status=409)
    except Refusal as refusal:
        errors = (FormError(words=refusal.sentence),)
        status = status_of(refusal)
    if errors:
        return page(request, template, form(key, errors), status=status)
    return redirect(f"/sessions/{body}/{day}/?done={done_}")


def _changed_first(request: HttpRequest, body: str, day: str, found: Conflict) -> ConflictPage:
    """Somebody changed the same first: both values, and the whole form kept as it was typed."""
    seen, posted = look(request), request.POST.dict()
    typed = (name for name in posted if name not in ("seen", "csrfmiddlewaretoken"))
    institution, _ = session_plans.about(f"session/{body}/{day}")
    return conflict(
        seen,
        found,
        keep=(Hidden(name="seen", value=str(seen.head.size - 1)), *carried(posted, *typed)),
        action=request.path,
        back_url=f"/sessions/{body}/{day}/",
        institution=institution,
    )


def _elsewhere(request: HttpRequest, title: str) -> HttpResponse:
    status = 403 if request.method == "POST" else 200
    return page(request, SECTIONS, read_only(look(request), title=title), status=status)
