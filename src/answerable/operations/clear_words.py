"""Words in which the check before publishing found nothing, kept for the next publication.

The check hangs on the words, the program and the restricted subjects alone: what was clear is
clear while these stay. A digest of words and subjects is kept; whoever keeps it beyond a process
sees to it that the program is the same. Only who asks for that begins it: a site keeps nothing.
"""

from hashlib import blake2b

from answerable.publishing.sensitivity import check
from answerable.publishing.sensitivity.model import Passage, Subjects

BYTES = 16
"""Of one digest."""


class ClearWords:
    """The digests, and those among them that are new."""

    def __init__(self, subjects: Subjects, digests: bytes) -> None:
        """`digests` are those of an earlier process, one after another."""
        told = (subjects.counted, subjects.units, sorted(subjects.names))
        self._key = blake2b(repr(told).encode()).digest()
        self._subjects = subjects
        self._held = {digests[at : at + BYTES] for at in range(0, len(digests), BYTES)}
        self._new: list[bytes] = []

    def has(self, passage: Passage) -> bool:
        """Does a passage give nothing away by itself? Found out where it is not known."""
        words = f"{passage.text}\0{passage.around}".encode()
        digest = blake2b(words, digest_size=BYTES, key=self._key).digest()
        if digest in self._held:
            return True
        if check.alone(passage, self._subjects):
            return False
        self._held.add(digest)
        self._new.append(digest)
        return True

    def taken(self) -> bytes:
        """What was found clear since this was asked for last."""
        found = b"".join(self._new)
        self._new.clear()
        return found
