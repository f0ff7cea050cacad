"""What the columns of a table hold, by what their heads and their cells say together."""

import pytest
from tests.unit.reading.making import reading_of

Found = tuple[str, str | None, str | None]


def _actions(*rows: str, above: str = "") -> list[Found]:
    words = above + "\n\n".join(f"| {row}" for row in rows)
    return [
        (line["quote"]["exact"], line["fields"]["owner"], line["fields"]["due"])
        for line in reading_of(words, kind="other").lines()
        if line["kind"] == "action"
    ]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (("task_no | task_description | assigned_to | due_date", "1 | order spare radios | j.bell "
          "| 2031-04-02"), ("order spare radios", "j.bell", "2031-04-02")),
        (("No | Defect | Firm | To be done by", "1 | Reseal shower in cell 4 | Lowe Ltd | 3.6.31",
          "2 | Sweep yard | own staff | 4.6.31"),
         ("Reseal shower in cell 4", "Lowe Ltd", "2031-06-03")),
        (("Concern | Response | Action taken/planned | Owner | Target", "Cold | Agreed | Twenty "
          "heaters will be bought. | Head of Estates | June 2031"),
         ("Twenty heaters will be bought.", "Head of Estates", "2031-06")),
        (("Audit | Agreed action | Manager | Original target | New target",
          "Fuel | Reconcile cards each month | Fleet Manager | 31/12/2030 | 30/06/2031"),
         ("Reconcile cards each month", "Fleet Manager", "2031-06-30")),
        (("No | Activity | SRO | Delivery lead | Finish", "1 | Write a template | DCC | Insp Moss "
          "| 31/03/2031"), ("Write a template", "Insp Moss", "2031-03-31")),
        (("Rec | What we'll do | Accountable | Responsible | End", "1 | Send 23 letters | Chairman"
          " | Clerk | 31/03/2031"), ("Send 23 letters", "Clerk", "2031-03-31")),
        (("Site | Fire actions outstanding | Worst | Contractor | Will be done by",
          "Mill Lane | 12 | Replace the alarm panel | Firesafe Ltd | 30 March 2031",
          "Dock Road | 4 | Clear the escape route | in-house | 28 March 2031"),
         ("Replace the alarm panel", "Firesafe Ltd", "2031-03-30")),
        (("Priority | Step | Person | Milestone date", "Reading | Buy new books | Mrs Hale | "
          "14 Feb 2031"), ("Buy new books", "Mrs Hale", "2031-02-14")),
        (("Milestone | Responsible officer | Baseline date | Forecast date", "Sign the contract | "
          "Head of ICT | 31/01/2031 | 14/02/2031"),
         ("Sign the contract", "Head of ICT", "2031-02-14")),
    ],
)  # fmt: skip
def test_who_what_and_when_in_a_table_of_any_heads(rows: tuple[str, ...], found: Found) -> None:
    assert _actions(*rows)[0] == found


@pytest.mark.parametrize(
    "rows",
    [
        ("Issue | What we will do | By", "Reserves | Raise them to five per cent | May 2031"),
        ("Risk | L | I | Mitigation", "Supplier fails | 2 | 4 | Keep a second supplier warm"),
        ("Course | For whom | When", "Manage safe detention | Sergeants | 3 June 2031"),
        ("Activity | Lead | Date", "Dinner of the board | Clerk | 3 June 2031"),
        ("Shift | Officer | Date", "Cover front desk | PC Day | 3 June 2031"),
        ("Recommendation | Owner | Deadline | State", "Weak vetting | ACC Vane | May 2031 | Open"),
        ("Complaint | Handler | Target date", "Return of a bicycle | Sgt Poole | 3 May 2031"),
        ("You asked | We will | By | Lead", "Fill the post | For the board to answer | - | -"),
    ],
)  # fmt: skip
def test_tables_of_promises_risks_and_rotas_hold_no_actions(rows: tuple[str, ...]) -> None:
    assert not _actions(*rows)


def test_what_stands_below_recommendations_is_one_where_no_head_says_action() -> None:
    rows = ("For | What | Deadline", "Home Office | Fund the pilot | May 2031")
    assert not _actions(*rows, above="# Recommendations\n\n")
    assert _actions(*rows, above="# Action log\n\n")
