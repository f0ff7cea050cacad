"""L-04: whoever stole the log's key rewrites, rolls back or shows two trees to a witness.

Below the size that was witnessed nothing is cosigned. The control: what nobody witnessed yet can
be rewritten, and is cosigned.
"""

import random
import shutil
from pathlib import Path

from tests.trust.campaigns import Round, Tally
from tests.trust.test_witness import Seer, leaves, publish, rewrites


def rounds(home: Path, chance: random.Random, tally: Tally) -> Round:
    """Each round is one other tree, well signed, that a witness of the first one is shown."""
    place = home.parent / "stolen"
    while True:
        shutil.rmtree(place, ignore_errors=True)
        (place / "log").mkdir(parents=True)
        seer, log, size = Seer(place / "w1", "w1.example"), place / "log", chance.randrange(1, 600)
        publish(log, leaves(size))
        seer.look(log)
        kept = seer.remembers()
        for forged in rewrites(chance, size):
            if forged[:size] == leaves(size):
                continue
            publish(log, forged)
            if seer.look(log).holds:
                yield f"{len(forged)} entries were cosigned over {size} others"
            else:
                yield None if seer.remembers() == kept else "a refused tree was kept as seen"
        publish(log, leaves(size + 20, other_from=size))
        tally["controls above the witnessed size"] += 1
        if not seer.look(log).holds:
            yield "a log that only grew was not cosigned"
