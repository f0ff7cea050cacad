"""What a person says of a kept log: which tables are read, what columns, lines and colours mean.

It is remembered in this home, for the next log like it; nothing enters the record.
"""

from collections.abc import Mapping, Sequence

from answerable.operations import access
from answerable.operations.plans import log_marks
from answerable.operations.plans.log_files import NotALog, opened
from answerable.reading.actions.logs import log_labels, log_rows
from answerable.store.people import import_columns
from answerable.vocabulary.access import Actor


def use_table(*, by: Actor, document: str, institution: str, place: str) -> None:
    """Read the table that begins at a row of this file as the log; remembered in this home."""
    access.require(by, "import_action_log", about=institution)
    if place not in {one.place for one in opened(document).table.others}:
        raise NotALog("The file has no such table. Choose one of those that the page names.")
    import_columns.keep_place(document, place)


def read_too(*, by: Actor, document: str, institution: str, places: Sequence[str]) -> None:
    """Read these tables of a file with its log, and no others; remembered for the next one."""
    access.require(by, "import_action_log", about=institution)
    table = opened(document).table
    known = {one.place: one.header for one in table.others}
    if set(places) - known.keys():
        raise NotALog("The file has no such table. Choose one of those that the page names.")
    import_columns.keep_more(document, places)
    import_columns.keep_beside(table.header, [known[place] for place in places])


def use_sheets(*, by: Actor, document: str, institution: str, names: Sequence[str]) -> None:
    """Read the first of these sheets as the log, and the others with it."""
    for name in names[:1]:
        use_sheet(by=by, document=document, institution=institution, name=name)
    if len(names) > 1:
        others = [_on_sheet(document, name) for name in names[1:]]
        places = [place for place in others if place]
        read_too(by=by, document=document, institution=institution, places=places)


def use_sheet(*, by: Actor, document: str, institution: str, name: str) -> None:
    """Read the table on a sheet of this name as the log; remembered in this home."""
    if place := _on_sheet(document, name):
        use_table(by=by, document=document, institution=institution, place=place)


def _on_sheet(document: str, name: str) -> str:
    """Where the largest table on a sheet begins; empty where that is the log already."""
    table = opened(document).table
    if name in table.sheets:
        return ""
    there = [one for one in table.others if name in one.sheets]
    if not there:
        names = dict.fromkeys((*table.sheets, *(s for one in table.others for s in one.sheets)))
        raise NotALog(
            f"The file has no table on a sheet “{name[:40]}”. Its sheets with one are: "
            f"{', '.join(f'“{n}”' for n in names) or 'none'}."
        )
    return max(there, key=lambda one: one.rows).place


def use_columns(
    *,
    by: Actor,
    document: str,
    institution: str,
    columns: Mapping[str, str],
    leads: Mapping[str, str],
    more: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Confirm what each column holds and who leads where several own; remembered in this home.

    `leads`: words with several owners -> who leads; empty: nobody, they stay as they are written.
    `more`: where another table begins that is read too -> what its columns hold.
    """
    access.require(by, "import_action_log", about=institution)
    found = opened(document, columns=columns)
    parts = [(found.table.header, columns)]
    others = more or {}
    parts += [(o.table.header, others[o.place]) for o in found.more if o.place in others]
    for header, held in parts:
        _require_usable(header, held)
    for words, lead in leads.items():
        if lead and lead not in log_rows.owners(words):
            raise NotALog(f"“{lead[:40]}” is not one of the owners in “{words[:60]}”.")
    for header, held in parts:
        import_columns.keep(header, columns=held, leads=leads)


def _require_usable(header: Sequence[str], columns: Mapping[str, str]) -> None:
    if unknown := set(columns.values()) - set(log_labels.FIELDS):
        raise NotALog(f"A column cannot hold “{sorted(unknown)[0][:40]}”.")
    if twice := log_rows.repeated(tuple(header), columns):
        raise NotALog(f"Two columns are said to hold the {twice[0]}. Choose one of them.")
    if "action" not in columns.values():
        raise NotALog("Say which column holds the action: without it no row can be read.")


def use_marks(*, by: Actor, document: str, institution: str, meant: Mapping[str, str]) -> None:
    """Keep what lines and colours mean in a log like this one; an empty meaning is forgotten."""
    access.require(by, "import_action_log", about=institution)
    log = opened(document)
    for mark, meaning in meant.items():
        if mark not in log.marks:
            raise NotALog(f"No row of this log has the mark “{mark[:40]}”.")
        can = log_marks.MEANINGS[mark == log_marks.STRUCK]
        if meaning and meaning not in can:
            raise NotALog(f"“{mark[:40]}” can mean {' or '.join(can)}, not “{meaning[:40]}”.")
    if meant:
        import_columns.keep_marks(log.table.header, {**log.said, **meant})
