"""Import an action log: only on this machine, by an office that may."""

from collections.abc import Callable
from functools import wraps
from secrets import token_hex

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from answerable.operations.pages.desk import import_columns as mapping
from answerable.operations.pages.desk import import_difference as differing
from answerable.operations.pages.desk import import_ends as ends
from answerable.operations.pages.desk import (
    import_held,
    import_leads,
    import_left,
    import_marks,
    import_moved,
    import_older,
    import_personal,
    import_sheets,
    import_statuses,
    same_owner,
)
from answerable.operations.pages.desk import import_progress as waiting
from answerable.operations.pages.desk import importing as pages
from answerable.operations.plans import (
    import_runs,
    log_compared,
    log_files,
    log_left,
    log_said,
    log_statuses,
)
from answerable.operations.plans import same_owner as owners
from answerable.vocabulary.refusal import Refusal
from answerable.web.forms import sequence
from answerable.web.refusals import status_of
from answerable.web.request import actor, clock, look, may_write, page

UPLOAD, COLUMNS = "importing/upload.html", "importing/columns.html"
DIFFERENCE, SECTIONS = "importing/difference.html", "sections.html"
PROGRESS = "importing/progress.html"
MOST_BYTES = 50_000_000
either = require_http_methods(["GET", "HEAD", "POST"])
View = Callable[..., HttpResponse]


def _working(view: View) -> View:
    """The page for an office that may import; for anybody else, why not."""

    @wraps(view)
    def shown(request: HttpRequest, *args: str, **named: str) -> HttpResponse:
        seen = look(request)
        if may_write(request) and pages.may(seen):
            return view(request, *args, **named)
        status = 403 if request.method == "POST" else 200
        return page(request, SECTIONS, pages.closed(seen), status=status)

    return shown


@either
@_working
def upload(request: HttpRequest) -> HttpResponse:
    """Hand in a file or pasted cells; then its columns."""
    if request.method != "POST":
        return page(request, UPLOAD, ends.upload(look(request)))
    posted = request.POST.dict()
    try:
        data, name = _given(request)
        pages.no_report(data)
        about = log_compared.Asked(
            posted.get("body", ""),
            pages.dated(posted, today=look(request).today),
            posted.get("report", ""),
        )
        sha = log_files.keep(
            by=actor(request), data=data, name=name, institution=about.institution
        )
    except Refusal as refusal:
        shown = ends.upload(look(request), posted=posted, error=refusal.sentence)
        return page(request, UPLOAD, shown, status=status_of(refusal))
    return redirect(pages.address(sha, log_compared.as_before(sha, about)))


@either
@_working
def columns(request: HttpRequest, sha: str) -> HttpResponse:
    """What the columns hold; posted, remembered."""
    about = pages.asked(request.GET.dict())
    if request.method != "POST":
        return page(request, COLUMNS, mapping.columns(look(request), sha, about))
    posted, log = request.POST.dict(), log_files.opened(sha)
    try:
        if (place := import_sheets.chosen(posted)) is not None:
            log_said.use_table(
                by=actor(request), document=sha, institution=about.institution, place=place
            )
            return redirect(pages.address(sha, about))
        if import_sheets.TOO_ASKED in posted:
            log_said.read_too(
                by=actor(request),
                document=sha,
                institution=about.institution,
                places=request.POST.getlist(import_sheets.TOO),
            )
            return redirect(pages.address(sha, about))
        log_said.use_columns(
            by=actor(request),
            document=sha,
            institution=about.institution,
            columns=mapping.chosen_columns(log, posted),
            leads=import_leads.chosen(log, posted),
            more=mapping.chosen_more(log, posted),
        )
        log_statuses.remember(
            by=actor(request),
            institution=about.institution,
            meant=import_statuses.chosen(log, posted),
        )
        log_said.use_marks(
            by=actor(request),
            document=sha,
            institution=about.institution,
            meant=import_marks.chosen(log, posted),
        )
        about = pages.of_year(about, posted)
    except Refusal as refusal:
        shown = mapping.columns(look(request), sha, about, error=refusal.sentence)
        return page(request, COLUMNS, shown, status=status_of(refusal))
    return redirect(pages.address(sha, about, "difference/"))


@either
@_working
def difference(request: HttpRequest, sha: str) -> HttpResponse:
    """The difference; posted, all of it is recorded or nothing."""
    about = pages.asked(request.GET.dict())
    seen = look(request)
    if request.method != "POST":
        return page(request, DIFFERENCE, differing.difference(seen, sha, about, key=token_hex(16)))
    posted = request.POST.dict()
    posted[import_personal.EXCEPT] = " ".join(request.POST.getlist(import_personal.EXCEPT))
    key = posted.get("key") or token_hex(16)
    if posted.get("step") == "look":
        shown = differing.difference(seen, sha, about, key=token_hex(16), posted=posted)
        return page(request, DIFFERENCE, shown)
    if (aside := _ASIDE.get(posted.get("step", ""))) is not None:
        return aside(request, sha, about)
    try:
        import_older.require_answer(posted)
        restrict_people = import_personal.restricted(posted)
        run = import_runs.begin_import(
            by=seen.actor,
            at=clock(request),
            key=key,
            seen=sequence(posted.get("seen")),
            document=sha,
            asked=about,
            agreed=import_moved.agreements(posted),
            typed=posted,
            restrict_people=restrict_people,
            people_except=import_personal.excepted(posted),
            **import_held.answered(posted),
        )
        receipt = run.wait(import_runs.AT_ONCE)
    except Refusal as refusal:
        shown = differing.difference(
            seen, sha, about, key=token_hex(16), posted=posted, error=refusal.sentence
        )
        return page(request, DIFFERENCE, shown, status=status_of(refusal))
    if receipt is None:
        return redirect(waiting.address(sha, about, key))
    return redirect(waiting.written(sha, about, receipt))


def _same_owner(request: HttpRequest, sha: str, about: log_compared.Asked) -> HttpResponse:
    """Owners of the log that are one; then the difference with them."""
    seen = look(request)
    try:
        owners.remember(
            by=seen.actor,
            institution=about.institution,
            decided=same_owner.chosen(request.POST.dict()),
        )
    except Refusal as refusal:
        shown = differing.difference(seen, sha, about, key=token_hex(16), error=refusal.sentence)
        return page(request, DIFFERENCE, shown, status=status_of(refusal))
    return redirect(pages.address(sha, about, "difference/"))


def _left_out(request: HttpRequest, sha: str, about: log_compared.Asked) -> HttpResponse:
    """Rows that are no action are left out, or taken back; then the difference without them."""
    seen, rows = look(request), request.POST.getlist(import_left.NAME)
    try:
        if request.POST["step"] == import_left.BACK:
            log_left.take_back(by=seen.actor, institution=about.institution, rows=rows)
        else:
            log_left.leave_out(by=seen.actor, on=seen.today, document=sha, asked=about, rows=rows)
    except Refusal as refusal:
        shown = differing.difference(seen, sha, about, key=token_hex(16), error=refusal.sentence)
        return page(request, DIFFERENCE, shown, status=status_of(refusal))
    return redirect(pages.address(sha, about, "difference/"))


_ASIDE = {
    same_owner.STEP: _same_owner,
    import_left.LEAVE: _left_out,
    import_left.BACK: _left_out,
}
"""What is said of a difference before it is recorded, by the step that its form posts."""


@require_safe
@_working
def progress(request: HttpRequest, sha: str) -> HttpResponse:
    """How far a long import is; once it is recorded, what was written."""
    about, key = pages.asked(request.GET.dict()), request.GET.get("key", "")
    far = import_runs.how_far(by=actor(request), key=key, asked=about)
    if far.receipt is not None:
        return redirect(waiting.written(sha, about, far.receipt))
    still = "still" in request.GET
    shown = waiting.progress(look(request), sha, about, far, key=key, by_itself=not still)
    return page(request, PROGRESS, shown)


@require_safe
@_working
def done(request: HttpRequest, sha: str) -> HttpResponse:
    """What was written of a log."""
    shown = ends.done(
        look(request),
        sha,
        pages.asked(request.GET.dict()),
        first=sequence(request.GET.get("first")) or 0,
        count=sequence(request.GET.get("count")) or 0,
    )
    return page(request, SECTIONS, shown)


@require_POST
@_working
def forget(request: HttpRequest, sha: str) -> HttpResponse:
    """Drop a file that was only looked at."""
    about = pages.asked(request.GET.dict())
    log_files.forget(by=actor(request), document=sha, institution=about.institution)
    return redirect("/import/")


def _given(request: HttpRequest) -> tuple[bytes, str]:
    """The bytes that were handed in, and a name that says their kind."""
    file = request.FILES.get("file")
    if file is not None and file.size:
        if file.size > MOST_BYTES:
            raise log_files.NotALog("The file is larger than 50 MB. Split it.")
        return file.read(), file.name or "log.xlsx"
    pasted = request.POST.get("pasted", "")
    if not pasted.strip():
        raise log_files.NotALog("Choose a file, or paste the cells of the log.")
    return pasted.replace("\r\n", "\n").encode(), "pasted.csv"
