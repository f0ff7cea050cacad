"""Why a publisher's file cannot be loaded at all; single bad rows are rejects instead."""

from answerable.vocabulary.refusal import Refusal


class LoadRefused(Refusal):
    """A file that cannot be loaded at all."""

    code = "load_refused"
