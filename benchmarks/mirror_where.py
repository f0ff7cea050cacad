"""Where the time of bringing a mirror up to date goes: processor seconds by kind of address.

In one process, for the parts of several cannot be told apart: `benchmarks.mirror` asks for it
after one more change.
"""

import atexit
import json
import re
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from typing import Any

MOST = 25
_BODY, _NUMBER = re.compile(r"benchshire-[0-9]{2}"), re.compile(r"[0-9]+")


def begin() -> None:
    """Measure this process from now on, and write what was found to its standard error."""
    from answerable.operations import sensitivity  # noqa: PLC0415  # after the home is chosen
    from answerable.operations.output import mirror_entries  # noqa: PLC0415  # as above
    from answerable.operations.record import rechecking  # noqa: PLC0415  # as above
    from answerable.web import mirroring  # noqa: PLC0415  # as above
    from answerable.web.mirror_waves import Keeper  # noqa: PLC0415  # as above

    found: dict[str, float] = defaultdict(float)

    def measured(owner: Any, name: str, kind: Callable[..., str]) -> None:
        asked = getattr(owner, name)

        def timed(*given: Any, **named: Any) -> Any:
            began = time.process_time()
            try:
                return asked(*given, **named)
            finally:
                found[kind(*given)] += time.process_time() - began

        setattr(owner, name, timed)

    measured(Keeper, "page", lambda _, address: _kind(address))
    measured(rechecking, "checked", lambda _: "the check of the record, a part of /history/")
    measured(mirroring, "_before", lambda *_: "reading the list")
    measured(mirroring, "_sorted_out", lambda *_: "what stands")
    measured(mirroring, "_fixed", lambda *_: "search, map and entries")
    measured(mirroring, "_bytes", lambda *_: "writing the list")
    measured(mirror_entries, "begin", lambda *_: "entries kept from the last time")
    measured(sensitivity, "require_publication", lambda *_: "nothing sensitive")
    found["the program, before it begins"] = time.process_time()
    atexit.register(_tell, found)


def _kind(address: str) -> str:
    return _NUMBER.sub("N", _BODY.sub("BODY", address))


def _tell(found: dict[str, float]) -> None:
    found["in all"] = time.process_time()
    most = sorted(found.items(), key=lambda item: -item[1])[:MOST]
    told = {kind: round(seconds, 2) for kind, seconds in most}
    sys.stderr.write(json.dumps(told, ensure_ascii=False))
