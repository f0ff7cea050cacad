"""The frame of a table of the open data: whose a row is, what names it, and how it is proved."""

from answerable.publishing.open_data import Column, Table

WHOSE = (
    Column("body", "Id of the institution that the row is about."),
    Column("body_name", "Its name."),
    Column("notice", "Whether the figures are built from public facts or invented."),
    Column("marking", "Marking of the row: only what is public is here."),
)
PROOF = (
    Column("valid_from", "From which day it is true.", "date"),
    Column("said", "When the earliest source that states it was published.", "date"),
    Column("source_kind", "original, summary (ours, about a page), or record."),
    Column("document", "SHA-256 of the file that says it."),
    Column("source_address", "Address of the page that the source is or summarises."),
    Column("quote", "Exact words of the source; of a summary, our words."),
    Column("replies", "What a body says to it, who and in which words; separated by “; ”."),
    Column("put_right", "Entries that corrected it, separated by spaces: see the table changes."),
    Column("withheld", "Fields whose value is held and not public."),
    Column("entry", "Sequence number in the record.", "integer"),
    Column("page", "Page of this site that shows it."),
)
REFERENCE = Column("reference", "Reference that names the thing for good.")


def made_table(name: str, title: str, means: str, *columns: Column) -> Table:
    """A table whose rows rest on one fact each: whose, what, and how it is proved."""
    return Table(name, title, means, (*WHOSE, REFERENCE, *columns, *PROOF))
