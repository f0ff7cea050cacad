"""Every kind of page that a reader can open, each with a sample address; every other route with
the reason why it is not looked at here. `tests/web/test_page_types.py` holds both to the routes.
"""

from collections.abc import Mapping
from typing import Final

FORCE, CASE = "anyshire-police", "anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
CAUSE = "hmicfrs/2023/west-mercia/soc/cause-of-concern/1"
LATE = f"{CASE}/recommendation/3"
SESSION = "/sessions/anyshire-pcc/2027-01-21"
CLAIM = "claim/anyshire/neighbourhood-crime/shops"
MEASURE = "anyshire-repeat-burglary"

PUBLIC: Final[Mapping[str, str]] = {
    "home": "/",
    "start": "/start/",
    "bodies": "/bodies/",
    "body": "/bodies/west-mercia-police/",
    "body-measures": f"/bodies/{FORCE}/measures/",
    "body-family": f"/bodies/{FORCE}/measures/family/",
    "case": "/cases/anyshire/neighbourhood-crime/",
    "asked": "/cases/west-mercia/soc/recommendations/",
    "findings": "/findings/",
    "finding": f"/findings/{CAUSE}/",
    "finding-new": f"/findings/new/?body={FORCE}",
    "findings-import": f"/findings/import/?body={FORCE}",
    "compare-body": "/compare/west-mercia-police/?a=2024-01-01",
    "forward-plan": "/sessions/anyshire-pcc/",
    "plan-sessions": "/sessions/anyshire-pcc/plan/",
    "standing-items": "/sessions/anyshire-pcc/standing/",
    "agenda": "/sessions/anyshire-pcc/next/",
    "session": "/sessions/west-mercia-pcc/2024-07-16/",
    "change-session": f"{SESSION}/change/",
    "ask-paper": f"{SESSION}/papers/",
    "session-paper": f"{SESSION}/papers/1/",
    "questions": f"{SESSION}/questions/",
    "reports": "/reports/",
    "report-of": "/reports/hmicfrs/2023/soc/",
    "measures": "/measures/",
    "measure-bodies": "/measures/police-uk-robbery/",
    "measure": "/measures/police-uk-robbery/west-mercia-police/",
    "measure-verdict": f"/measures/{MEASURE}/{FORCE}/verdict/",
    "measure-terms": f"/measures/{MEASURE}/{FORCE}/terms/",
    "measure-limits": f"/measures/{MEASURE}/{FORCE}/limits/",
    "explore": f"/explore/?measure={MEASURE}&body={FORCE}",
    "method": "/about/method/",
    "money": "/money/west-mercia-police/",
    "money-line": "/money/west-mercia-police/safer-streets-5/",
    "money-state": f"/money/{FORCE}/state/",
    "people": "/people/west-mercia-police/",
    "handovers": f"/handover/{FORCE}/",
    "handover": f"/handover/{FORCE}/chief-constable/",
    "partners": f"/partners/{FORCE}/",
    "make-agreement": f"/partners/{FORCE}/agreement/",
    "escalation": f"/escalation/{FORCE}/",
    "succession": f"/oversight/{FORCE}/",
    "forms": f"/forms/{FORCE}/",
    "form": f"/forms/serious-organised-crime/local-profiles/{FORCE}/",
    "check-text": "/check-text/",
    "claims": "/claims/",
    "claim": f"/claims/{CLAIM}/",
    "claim-new": f"/claims/new/?body={FORCE}",
    "claim-reply": f"/claims/{CLAIM}/reply/",
    "packs": "/packs/",
    "search": "/search/?q=organised",
    "search-mail": "/search/mail/?q=organised",
    "data": "/data/",
    "read": "/read/",
    "asked-before": f"/asked/{LATE}/",
    "review": "/review/",
    "history": "/history/",
    "verify": "/history/verify/",
    "entry": "/history/entry/40/",
    "entries-block": "/history/entries/1/",
    "item": f"/history/item/{LATE}/",
    "move": "/actions/action/anyshire/2026/05/move/",
    "roles": "/roles/",
    "week": "/week/",
    "week-mail": "/week/mail/",
    "week-calendar-address": "/week/calendar/",
    "plans": "/plans/",
    "plan-test": f"/plans/{FORCE}/test/",
    "objectives": f"/plans/{FORCE}/objectives/",
    "reassign-all": f"/plans/{FORCE}/reassign/",
    "clock": "/responses/hmicfrs/2023/west-mercia/soc/clock/",
    "response-step": f"/responses/{CASE}/step/",
    "stages": f"/stages/{FORCE}/",
    "record-stage": f"/stages/{FORCE}/record/",
    "import": "/import/",
    "figures": "/figures/",
    "account_login": "/account/sign-in/",
    "set-up": "/set-up/",
    "corrections": "/corrections/",
    "report": "/corrections/report/?entry=40",
    "reply": "/corrections/reply/?entry=40",
    "correct-line": "/corrections/correct/?entry=40",
    "withdraw-line": "/corrections/withdraw/?entry=40",
    "reports-received": "/corrections/received/",
    "help": "/help/",
    "guide": "/help/answer-a-report/",
    "about": "/about/",
    "conflicts": "/about/conflicts/",
    "sources": "/about/sources/",
    "components": "/about/components/",
    "privacy": "/about/privacy/",
    "retention": "/about/privacy/retention/",
    "accessibility": "/about/accessibility/",
}
"""Route -> an address of the demonstration that shows this kind of page to a reader."""

FILE = "a file or an address for programs, not a page"
OFFICE = (
    "for an office only: a reader is refused; tests/browser/test_desk_pages.py and "
    "test_office_pages.py look at these"
)
ACCOUNT = "for somebody who has signed in; their templates are those of the sign-in page"
FOUND = "its address holds a digest or a number: tests/browser/test_pages.py goes there by a link"
ONE_FORM = "the same template as another form of this table"
ONWARD = "it leads on to a page of this table"

WITHOUT: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("body-json", "body-feed", "body-calendar", "body-measures-csv", "finding-json"),
            "case-days",
            *(
                "finding-feed",
                "brief-file",
                "agenda-file",
                "outgoing-agenda",
                "draft-minutes-file",
                "session-invitation",
                "measure-bodies-csv",
            ),
            *("explore-csv", "measure-csv", "handover-pack", "claims-feed", "pack", "api"),
            "api-index",
            *(
                "search-feed",
                "theme",
                "robots",
                "site-map",
                "site-map-part",
                "dictionary",
                "package",
                "sqlite",
                "list-csv",
                "list-json",
                "table-csv",
                "table-jsonl",
            ),
            *("table-parquet", "verifier", "checkpoint", "tile", "payload", "evidence"),
            *("week-calendar", "log-xlsx", "plans-csv", "response-draft", "corrections-feed"),
            *("privacy-document", "chase-draft"),
        ),
        FILE,
    ),
    **dict.fromkeys(
        (
            *("build-agenda", "brief", "amend-minutes", "live-minutes", "sign-minutes"),
            *("import-columns", "import-difference", "import-done", "import-forget", "hand-in"),
            *("hand-in-progress", "hand-in-stop", "import-progress"),
            *("figures-table", "figures-rejects", "figures-progress", "figures-done"),
            "figures-forget",
            *("resolve-conflict", "end-question"),
            *("panel-links", "panel-link-new", "panel-link", "panel-link-end", "panel-sent"),
            *("explanations", "together", "put-aside", "set-aside", "same-owner", "review-go-on"),
            *("panel-opened", "markings", "mark", "reading", "judge-plan", "release-stages"),
            *("people-roles", "person", "review-roles", "change-roles", "renew-password"),
            *(
                "close-account",
                "invite",
                "call-back",
                "holds",
                "controller",
                "held",
            ),
            *(
                "privacy-documents",
                "answer-report",
                "answer-form",
                "release-form",
                "pass-oversight",
            ),
        ),
        OFFICE,
    ),
    **dict.fromkeys(
        (
            *("account", "mfa_index", "mfa_deactivate_totp", "account_logout", "invitation"),
            *("mfa_authenticate", "account_reauthenticate", "mfa_reauthenticate", "tokens"),
            *("account_change_password", "mfa_activate_totp", "mfa_view_recovery_codes"),
            *("mfa_generate_recovery_codes", "token-new", "token-end"),
        ),
        ACCOUNT,
    ),
    **dict.fromkeys(("document", "document-text", "candidate"), FOUND),
    **dict.fromkeys(
        (
            *("accept", "correct", "reject", "split", "merge", "read-as"),
            *("offer-evidence", "change"),
            *("milestone", "money-service", "money-output", "join-partner", "answer"),
            "name-partner",
            *("move-up", "stays", "claim-check", "claim-confirm", "claim-notify"),
            *("claim-publish", "set-objective", "confirm-mail", "stop-mail"),
            *("confirm-search-mail", "stop-search-mail"),
        ),
        ONE_FORM,
    ),
    **dict.fromkeys(
        (
            *("as-at", "home-as-at", "compare", "go-on", "own-sessions", "language"),
            "accessibility-short",
        ),
        ONWARD,
    ),
    "regimes": "looked at by the tests of how oversight passes",
}
"""Route -> why no sample of it is looked at in the browser."""
