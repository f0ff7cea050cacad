"""For the doors: is an error one of the disk or the folder, and what is said about it?"""

from answerable.store.engine.trouble import Trouble, in_words

__all__ = ["Trouble", "in_words"]
