"""Role x operation: one table; `require` refuses in words.

What a role may do stands in DOMAIN section 10: groups (governance, signatory, contributor,
verifier, ...) are spelled out as operations here, so that one look answers “who may?”.
"""

from collections.abc import Mapping, Sequence

from answerable.operations import catalogue
from answerable.operations.access_words import DOING
from answerable.store.reads import oversight
from answerable.vocabulary.access import Actor, Role
from answerable.vocabulary.refusal import Refusal

_GOVERNANCE = frozenset(
    (
        *("read", "accept", "correct", "reject", "import_action_log", "check_sources"),
        *("withdraw", "erase", "reclassify", "hold", "link_finding", "resolve_conflict"),
        *("adopt_plan", "promise_action", "update_action", "move_due_date", "reach_rung"),
        *("relapse", "hold_meeting", "respond", "escalate", "ask", "answer", "state_money"),
        *("offer_evidence", "accept_claim", "state_closure", "reopen", "check_claim"),
        *("confirm_claim", "reply", "report_mistake", "publish", "build_pack", "export"),
        *("load_observations", "fix_protocol", "judge", "checkpoint", "load_story"),
        *("rebase_limits", "fix_family"),
        *("make_claim", "commission_service", "state_output", "make_agreement", "join_partner"),
        *("file_finding", "import_findings", "see_handover", "transfer"),
        *("see_roles", "see_read_log", "make_link", "answer_form", "pass_oversight"),
    )
)
_PLANS = frozenset(
    (
        *("reassign", "set_milestone", "state_dependency", "name_resource", "merge", "split"),
        *("transfer", "judge_plan", "set_objective", "link_objective", "check_evidence"),
        *("take_step", "reach_stage"),
    )
)
_OWN_PLANS = frozenset(
    {"reassign", "set_milestone", "state_dependency", "name_resource", "transfer"}
)
_SESSIONS = frozenset(
    (
        *("plan_session", "change_session", "require_paper", "receive_paper", "draft_minutes"),
        *("end_question", "take_public_question", "approve_minutes"),
    )
)
_SIGNATORY = frozenset({"sign_minutes", "judge_assurance", "accept_claim", "hold_meeting"})
_CONTRIBUTOR = frozenset(
    (
        *("promise_action", "update_action", "move_due_date", "reach_rung", "offer_evidence"),
        *("answer", "reply", "report_mistake", "respond", "receive_paper", "answer_form"),
    )
)
_ANALYST = frozenset(
    {
        *("define_measure", "load_observations", "fix_protocol", "judge", "export"),
        *("rebase_limits", "fix_family", "report_mistake"),
    }
)

_OWN_KEY = frozenset({"add_key", "rotate_key", "revoke_key"})

MAY: Mapping[Role, frozenset[str]] = {
    Role.PUBLIC: frozenset({"report_mistake"}),
    Role.PANEL_MEMBER: frozenset({"report_mistake"}),
    Role.GOVERNANCE_OFFICER: _GOVERNANCE | _SESSIONS | _PLANS,
    Role.COMMISSIONER: _GOVERNANCE | _SESSIONS | _PLANS | _SIGNATORY | _OWN_KEY,
    Role.FORCE_LIAISON: _CONTRIBUTOR | _OWN_PLANS,
    Role.CHIEF_OFFICER: _CONTRIBUTOR
    | _OWN_PLANS
    | _OWN_KEY
    | {"claim_closure", "adopt_plan", "see_handover"},
    Role.INSPECTOR: frozenset(
        {
            *("verify_closure", "reopen", "relapse", "reach_rung", "reply", "report_mistake"),
            "check_evidence",
        }
    )
    | _OWN_KEY,
    Role.PARTNER: frozenset({"update_action", "offer_evidence", "reply", "report_mistake"}),
    Role.ANALYST: _ANALYST,
    Role.ADMINISTRATOR: frozenset(
        {
            *("invite", "give_role", "add_key", "back_up", "restore", "rebuild", "checkpoint"),
            *("see_roles", "see_read_log", "name_controller", "revoke_key"),
            "export",
        }
    ),
}
"""Role -> the operations it may call. Nobody may close a finding about their own institution;
that rule stands in `scrutiny/closing.py`, and the verifier checks it again."""

OPERATIONS = frozenset().union(*MAY.values())

_OVERSEES = frozenset({Role.GOVERNANCE_OFFICER, Role.COMMISSIONER, Role.ANALYST})
_OWN_BODY = frozenset({Role.FORCE_LIAISON, Role.CHIEF_OFFICER})

_ROLE_WORDS = {role: role.value.replace("-", " ") for role in Role}


class NotAllowed(Refusal):
    """Somebody asked for what their roles do not allow."""

    code = "not_allowed"


def require(actor: Actor, operation: str, *, about: str | None = None) -> None:
    """Refuse, in words, what none of the actor's roles may do about an institution.

    A governance role reaches the institutions that its body holds to account; in a body that
    holds nobody to account, such as one that records what public sources say, it reaches all.
    A role in a force reaches its own force.
    """
    allowed = _allowed(actor, operation)
    if not allowed:
        who = sorted(_ROLE_WORDS[role] for role in Role if operation in MAY[role])
        raise NotAllowed(
            f"{_who(actor)} may not {DOING[operation]}. This is for: {_or(who)}. "
            "Ask one of them, or act in such an office if you hold it."
        )
    if about and not any(_reaches(role, actor, about) for role in allowed):
        raise NotAllowed(
            f"{_who(actor)} of {_body(actor.body)} may not {DOING[operation]} about "
            f"{_body(about)}, for which it does not answer. Ask an office that answers for it."
        )


def may(actor: Actor, operation: str, *, about: str | None = None) -> bool:
    """Would `require` let it pass? For pages that offer only what will be accepted."""
    allowed = _allowed(actor, operation)
    return any(not about or _reaches(role, actor, about) for role in allowed)


def only_partner(actor: Actor) -> bool:
    """Does somebody act for a partner and nothing else? Then only for its own part."""
    return Role.PARTNER in actor.roles and actor.roles <= {Role.PARTNER, Role.PUBLIC}


def _allowed(actor: Actor, operation: str) -> list[Role]:
    if operation not in OPERATIONS:
        raise KeyError(operation)
    return [role for role in actor.roles if operation in MAY[role]]


def _reaches(role: Role, actor: Actor, about: str) -> bool:
    if role in _OWN_BODY:
        return actor.body == about
    if role in _OVERSEES:
        if about == actor.body or about in oversight.overseen_now(actor.body, on=actor.on):
            return True
        return not oversight.has_a_part(actor.body, on=actor.on)
    return True


def _who(actor: Actor) -> str:
    """“The governance officer”; somebody without an office is a reader."""
    return f"The {actor.office.replace('-', ' ')}" if actor.office else "A reader"


def _body(name: str) -> str:
    found = catalogue.bodies().get(name)
    return found.name if found else f"“{name}”"


def _or(words: Sequence[str]) -> str:
    return " or ".join((", ".join(words[:-1]), words[-1])) if len(words) > 1 else "".join(words)
