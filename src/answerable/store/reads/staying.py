"""Much is read that stays as long as the process: nobody looks through it meanwhile.

Python looks through all that it holds for what may be let go, again and again while more is made.
Over a large record that is as much work as reading it, and finds nothing.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def staying() -> Iterator[None]:
    """What is made inside stays: it is not looked through, neither now nor later.

    What may be let go is let go before. Inside another one it changes nothing.
    """
    if not gc.isenabled():
        yield
        return
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
