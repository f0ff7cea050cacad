"""Findings that nobody asks for again: same field, same voice, made from parts with a seed."""

import random
from itertools import product

_WHO = (
    *("The force", "Supervisors", "Chief officers", "The control room", "Neighbourhood teams"),
    *("The custody department", "Detectives", "The professional standards department"),
)
_DOES = (
    *("should review how it", "needs a clear plan to", "should train its people to"),
    *("should check each month how it", "should work with partners to", "must do more to"),
)
_ACTS = (
    *("record decisions about", "share information on", "assess the risk in", "respond to"),
    *("supervise the handling of", "measure the results of", "allocate people to"),
    *("explain to the public its work on", "keep accurate data on", "learn lessons from"),
)
_ABOUT = (
    *("domestic abuse", "missing children", "burglary of homes", "fraud against older people"),
    *("stop and search", "custody reviews", "rape investigations", "hate crime", "knife crime"),
    *("county lines", "organised crime groups", "anti-social behaviour", "101 calls"),
    *("firearms licensing", "stalking and harassment", "vetting of staff", "use of force"),
    *("victims who withdraw", "digital forensics", "registered sex offenders", "road deaths"),
    *("modern slavery", "theft from shops", "rural crime", "mental health incidents"),
    *("bail and release", "case files for prosecutors", "complaints", "intelligence reports"),
)
_END = (
    *("in every part of its area", "before the end of the year", "at the first contact"),
    *("with the councils and health services", "when repeat victims are involved"),
)


def others(count: int, *, seed: int = 4) -> list[str]:
    """So many different findings, always the same for a seed."""
    made = [" ".join(parts) + "." for parts in product(_WHO, _DOES, _ACTS, _ABOUT, _END)]
    return random.Random(seed).sample(made, count)  # noqa: S311  # sentences, no secret
