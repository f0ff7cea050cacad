"""Questions and commands that nobody thought of, made by schemathesis from the description.

Each is asked of the site in this process. What must hold: no 5xx, an answer of a status, a type,
headers and a shape that are described, and no question of another shape is taken for a good one.
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import schemathesis
from django.core.wsgi import get_wsgi_application
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode, checks
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.specs.openapi import checks as openapi

from answerable.vocabulary.access import Role
from answerable.web.api import limits
from tests.api.acting import API, hand_in, secret, waiting
from tests.web import small_home
from tests.web.small_home import SmallHome

ALWAYS = (
    checks.not_a_server_error,
    openapi.status_code_conformance,
    openapi.content_type_conformance,
    openapi.response_headers_conformance,
    openapi.response_schema_conformance,
)
AT_ONCE = 40
"""Cases of one operation before another one is chosen."""
ROLES = (Role.COMMISSIONER, Role.CHIEF_OFFICER, Role.ANALYST, Role.INSPECTOR, Role.PARTNER)
UNLIMITED = 10**9
_TOO_LARGE = 413


def rounds(home: Path, chance: random.Random, tally: Counter[str]) -> Iterator[str | None]:
    """Of each case: None when it held, else what did not; `tally` counts the cases of a kind."""
    del home
    known = real(small_home.made())
    limits.MOST.update(dict.fromkeys(limits.MOST, UNLIMITED))
    tokens = [secret(role) for role in ROLES]
    likely = [*tokens, "", *[tokens[0]] * len(tokens)]  # who may most gets furthest
    found = list(operations())
    while True:
        operation = chance.choice(found)
        good = chance.random() < 0.7
        tally["operations asked as described" if good else "operations asked otherwise"] += 1
        yield from asked(
            operation,
            token=chance.choice(likely),
            number=chance.randrange(2**32),
            cases=AT_ONCE,
            good=good,
            real=known,
        )


def asked(
    operation: Any, *, token: str, number: int, cases: int, good: bool, real: dict[str, Any]
) -> list[str | None]:
    """Some cases of one operation: of its shape, with what is on record in it, or of no shape."""
    mode = GenerationMode.POSITIVE if good else GenerationMode.NEGATIVE
    found: list[str | None] = []
    headers = {"Authorization": f"Bearer {token}"} if token else {}

    @seed(number)
    @settings(
        max_examples=cases,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(data=st.data())
    def ask(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy(generation_mode=mode))
        if good:
            for told in (case.body, case.query):
                for name in sorted(told.keys() & real) if isinstance(told, dict) else ():
                    if data.draw(st.integers(0, 3)):
                        told[name] = data.draw(st.sampled_from(real[name]))
        if good and isinstance(case.body, dict):
            case.headers["If-Match"] = f'"{data.draw(st.integers(0, 14))}"'
        also = () if good else (openapi.negative_data_rejection,)
        found.append(_failure(case, headers, (*ALWAYS, *also)))

    ask()
    return found


def _failure(case: Any, headers: dict[str, str], wanted: tuple[Any, ...]) -> str | None:
    try:
        answer = case.call(headers=headers)
        too_large = answer.status_code == _TOO_LARGE  # a refusal that the check does not know
        case.validate_response(
            answer,
            checks=[c for c in wanted if not (too_large and c is openapi.negative_data_rejection)],
        )
    except (Exception, FailureGroup) as error:  # whatever it is, the case did not hold
        told = " ".join(str(error).split())
        return f"{case.method} {case.path}: {told[:300]}; asked {case.query} {case.body!r:.300}"
    return None


def operations() -> Iterator[Any]:
    schema = schemathesis.openapi.from_wsgi(f"{API}/openapi.json", get_wsgi_application())
    for found in schema.get_all_operations():
        if isinstance(found, Ok):
            yield found.ok()
        else:
            raise found.err()


def real(held: SmallHome) -> dict[str, Any]:
    """Parameter of a command or question -> what is on record and may stand there."""
    items = (small_home.RECOMMENDATION, small_home.ACTION, f"{small_home.REPORT}/grade")
    days = ("2026-05-21", "2026-10-01", "2026-11-24", "2027-02-28")
    letter = hand_in("campaign")
    readings = (*waiting("recommendation"), *waiting("cause_of_concern"))
    return {
        "candidate": readings,
        "second": ("that was robbed", "and keep", "does not protect"),
        "last": ("advice to its owner.", "well enough."),
        "kind": ("area for improvement", "commitment", "recommendation", "residue", "all"),
        "reference": items,
        "other": (*items, *readings),
        "target": (*items, "3", "9"),
        "institution": (small_home.FORCE, small_home.COMMISSIONER),
        "body": (small_home.FORCE, small_home.COMMISSIONER),
        "report": (small_home.REPORT,),
        "session": (small_home.SESSION,),
        "meeting": (small_home.SESSION,),
        "entry": tuple(held.seq.values()),
        "document": (held.letter, held.minutes, letter),
        "measure": ("soc-disruptions",),
        "field": ("text", "due", "cycle", "owner"),
        "fields": (("text",), ("quote", "text")),
        "on": days,
        "to": (*days, small_home.FORCE, "2026-13"),
        "due": days,
        "rung": ("promised", "delivered", "verified"),
    }
