"""Parties of an invented story sign with keys made for one loading, which are then thrown away.

Each body's key is made in a folder that only this process sees, enrolled, and used as a party
uses its own on the command line. After the loading nobody can sign with it again.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from answerable.operations import people
from answerable.operations.findings import closing
from answerable.operations.record import party_keys, record
from answerable.scrutiny import closing as rules
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.times import first_day

_STEPS: dict[str, Callable[..., object]] = {
    "sign_claim": closing.claim_closure,
    "sign_acceptance": closing.accept_claim,
    "sign_closing": closing.verify_closure,
}
LOG = "anyshire.example/log"
"""The invented name of the log in which they sign."""
SIGNING = frozenset(_STEPS)
"""What an event may ask for: a claim, an acceptance, and the owner's closing, each signed."""


@dataclass(frozen=True)
class Signing:
    """The keys of the bodies of one story, in a folder that lasts as long as its loading."""

    at: datetime
    folder: Path

    def step(
        self, name: str, *, by: Actor, key: str, institution: str, arguments: Mapping[str, Any]
    ) -> None:
        """One party's act, signed with its own key; what was signed before is not signed again."""
        on = first_day(arguments["valid"])
        reference = arguments["stream"]
        if _signed(name, institution, reference, on):
            return
        record.name_log(LOG)
        file = self._file(by, key=key, begins=on)
        _STEPS[name](
            by=by,
            at=self.at,
            key=key,
            seen=registers.head().size - 1,
            reference=reference,
            text=arguments["text"],
            on=on,
            key_file=file,
        )

    def _file(self, by: Actor, *, key: str, begins: date) -> Path:
        file = self.folder / f"{by.body}.key"
        if not file.exists():
            made = party_keys.new_key(file=file, body=by.body)
            party_keys.enrol(
                by=people.administrator(),
                at=self.at,
                key=f"{key}/key",
                seen=None,
                vkey=made.verifier_key,
                office=by.office,
                begins=begins,
            )
        return file


def _signed(name: str, institution: str, reference: str, on: date) -> bool:
    state = rules.state(registers.register(institution, valid=on), finding=reference)
    done = {"sign_claim": state.claim, "sign_acceptance": state.acceptance}
    return done.get(name, state.closing) is not None
