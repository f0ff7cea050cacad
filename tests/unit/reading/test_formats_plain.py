"""Plain text and e-mail: what a line is, what hangs from what, what is not part of the story."""

import pytest
from tests.hostile.law import hanging, lawful, shape
from tests.shared import SHARED

from answerable.reading.formats import canonical
from answerable.vocabulary.refusal import Refusal

LETTER = """\
Office for Scrutiny of Marlshire
1 Example Street
Marlton
ML1 2AB

4 March 2031

Our ref: MS/31/02

To: Chief Constable A. Example
Cc: The Police and Crime Commissioner

Dear Chief Constable

INSPECTION OF SERIOUS AND ORGANISED CRIME

We inspected the force in October 2030. We were disappointed by what we
found, and our overall grade is: inadequate. Mr. Jones agreed.

Cause of concern

The force does not manage its lead officers well. By 30 September 2031 the
force should:

- train every lead officer and record who has
  completed the training;
- hold a meeting every month, in which:
  - each plan is reviewed; and
  - each risk is scored; and
- publish its results.

The force should immediately

    (a) review its plans;

    (b) tell the commissioner.

The chief constable should:

improve supervision;

fund the unit; and

report within six months.

Yours sincerely

Jo Bloggs
Inspector of Constabulary
"""


def test_a_letter_is_told_apart_from_its_body() -> None:
    """Protects the address, the sign-off and the subject line from being read as prose."""
    text = lawful(LETTER.encode())
    kinds = {words: kind for kind, words in shape(text)}
    assert kinds["ML1 2AB"] == "letterhead"
    assert kinds["4 March 2031"] == "paragraph"
    assert kinds["Our ref: MS/31/02"] == "key_value"
    assert kinds["To: Chief Constable A. Example"] == "letterhead"
    assert kinds["INSPECTION OF SERIOUS AND ORGANISED CRIME"] == "heading"
    assert kinds["Cause of concern"] == "heading"
    signed = next(b for b in text.blocks if text.exact(b) == "Jo Bloggs")
    assert signed.kind == "letterhead"
    assert signed.lead_in is not None
    assert text.exact(signed.lead_in) == "Yours sincerely"


def test_a_lead_in_reaches_every_item_to_the_end_of_its_list() -> None:
    """Protects most deadlines: they stand above the list and not in its items."""
    by = "By 30 September 2031 the force should:"
    assert hanging(lawful(LETTER.encode())) == {
        "- train every lead officer and record who has completed the training;": by,
        "- hold a meeting every month, in which:": by,
        "- each plan is reviewed; and": "- hold a meeting every month, in which:",
        "- each risk is scored; and": "- hold a meeting every month, in which:",
        "- publish its results.": by,
        "(a) review its plans;": "The force should immediately",
        "(b) tell the commissioner.": "The force should immediately",
        "improve supervision;": "The chief constable should:",
        "fund the unit; and": "The chief constable should:",
        "report within six months.": "The chief constable should:",
    }


@pytest.mark.parametrize(
    "between",
    ["Some other prose stands here.\n\n", "A heading\n\n", "Date: 3 May 2031\n\n"],
)
def test_a_lead_in_does_not_reach_past_other_words(between: str) -> None:
    """Protects a later list from a deadline that is not its own."""
    text = lawful(f"The force should:\n\n- do one thing.\n\n{between}- a later point.\n".encode())
    assert hanging(text)["- a later point."] is None


def test_furniture_does_not_end_a_list() -> None:
    """Protects a list that a page number or an advertisement interrupts."""
    words = "The force should:\n\n- do one thing;\n\nAdvertisement\n\n- do another.\n"
    assert hanging(lawful(words.encode()))["- do another."] == "The force should:"


def test_a_wrapped_line_is_one_paragraph_and_a_short_one_is_not() -> None:
    """Protects names on lines of their own, and sentences broken by the width of a page."""
    words = (
        "The commissioner met the chief constable on the third of May and asked\n"
        "for the plan, which Jo Bloggs and Superintendent Example had written in\n"
        "April.\n\nJo Bloggs\nA. Example\n"
    )
    assert [said for _, said in shape(lawful(words.encode()))] == [
        "The commissioner met the chief constable on the third of May and asked for the plan, "
        "which Jo Bloggs and Superintendent Example had written in April.",
        "Jo Bloggs",
        "A. Example",
    ]


MINUTES = """\
Minutes of the assurance meeting
Date: 16 July 2030
Time: 10.00am

Present:
Jo Bloggs - Police and Crime Commissioner (Chair)
A. Example\tChief Constable

Apologies: Pat Smith (Deputy)

1. Welcome
The Commissioner welcomed everyone to the meeting and noted the apologies.

2. Matters arising
2.1 The Chief Constable reported that the plan was finished.

ACTION - AE to send the plan by 31 July.

Ref\tAction\tOwner\tDue
1\tSend the plan\tAE\t31 July 2030

AGENDA

1. Apologies
2. Minutes
3. Any other business
"""


def test_minutes_keep_who_was_there_what_was_decided_and_by_when() -> None:
    """Protects attendance, numbered headings, agenda items and the table of actions."""
    text = lawful(MINUTES.encode())
    assert shape(text) == [
        ("heading", "Minutes of the assurance meeting"),
        ("key_value", "Date: 16 July 2030"),
        ("key_value", "Time: 10.00am"),
        ("attendance", "Present:"),
        ("attendance", "Jo Bloggs - Police and Crime Commissioner (Chair)"),
        ("attendance", "A. Example Chief Constable"),
        ("attendance", "Apologies: Pat Smith (Deputy)"),
        ("heading", "1. Welcome"),
        (
            "paragraph",
            "The Commissioner welcomed everyone to the meeting and noted the apologies.",
        ),
        ("heading", "2. Matters arising"),
        ("paragraph", "2.1 The Chief Constable reported that the plan was finished."),
        ("paragraph", "ACTION - AE to send the plan by 31 July."),
        ("row", "Ref | Action | Owner | Due"),
        ("row", "1 | Send the plan | AE | 31 July 2030"),
        ("heading", "AGENDA"),
        ("item", "1. Apologies"),
        ("item", "2. Minutes"),
        ("item", "3. Any other business"),
    ]
    named = next(b for b in text.blocks if text.exact(b).startswith("A. Example"))
    assert [text.exact(cell) for cell in named.cells] == ["A. Example", "Chief Constable"]
    assert named.lead_in is not None
    assert text.exact(named.lead_in) == "Present"
    row = next(b for b in text.blocks if text.exact(b).startswith("1 |"))
    assert row.header == ("Ref", "Action", "Owner", "Due")


SPEECH = """\
Commissioner Jo Bloggs said: "The gangs target the weakest.

Marlton Gazette: Dog 27 is called a 'model officer' by those with 'long memories'

Two officers beside a van

"The harm is felt by whole towns."

The plan is ready. Ms Bloggs added: "It is a good plan.

“I expect it to work.”
"""


def test_a_caption_inside_a_speech_is_furniture_and_the_speech_goes_on() -> None:
    """Protects the speaker: what interrupts an open quotation was not said by anybody."""
    text = lawful(SPEECH.encode())
    assert [kind for kind, _ in shape(text)] == [
        "paragraph",
        "furniture",
        "furniture",
        "quotation",
        "paragraph",
        "quotation",
    ]
    said = [text.exact(b.lead_in) for b in text.blocks if b.lead_in]
    assert said == ["Commissioner Jo Bloggs said:", "Ms Bloggs added:"]


def test_a_line_with_a_colon_outside_a_speech_is_not_furniture() -> None:
    """Protects "Overall: Inadequate" and other lines of the same form."""
    words = 'She said: "It is so."\n\nOverall: Inadequate\n\n"Another says," he said.\n'
    kinds = {said: kind for kind, said in shape(lawful(words.encode()))}
    assert kinds["Overall: Inadequate"] == "key_value"


def test_the_news_page_of_the_first_request() -> None:
    """Protects the document that started the project: its one photo caption is furniture."""
    path = SHARED / "seed.txt"
    if not path.exists():
        pytest.skip("needs seed.txt, which is not part of the repository")
    text = lawful(path.read_bytes())
    furniture = [said for kind, said in shape(text) if kind == "furniture"]
    assert len(furniture) == 1
    assert furniture[0].startswith("Whitchurch Herald:")
    assert [kind for kind, _ in shape(text)].count("quotation") == 3


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Another story",
        "By Joe Public, crime reporter",
        "Page 3 of 12",
        "Photo: A. Nother",
        "Share this page",
        "We use cookies to remember your preferences.",
        "ADVERTISEMENT",
    ],
)
def test_furniture_by_form(line: str) -> None:
    """Protects the story from what stands around it."""
    text = lawful(f"{line}\n\nThe force was rated good for custody.\n".encode())
    assert text.blocks[0].kind == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "By 30 September 2031 the force should act.",
        "The force should share this learning with others.",
        "Recommendation 3",
        "£1.2 million of funding was awarded.",
        "Related offences rose by 4 per cent.",
    ],
)
def test_what_only_resembles_furniture_stays(line: str) -> None:
    """Protects words of the story that begin as furniture does."""
    text = lawful(f"{line}\n\nThe force was rated good for custody.\n".encode())
    assert text.blocks[0].kind != "furniture"


def test_three_columns_parted_by_spaces_are_a_table_and_names_with_posts_are_not() -> None:
    """Protects tables set with spaces, and lists of people from becoming one."""
    table = "Question  2027/28  2031/33\nCustody  Good  Adequate\nCalls  Adequate  Good\n"
    blocks = canonical(table.encode(), media_type="text/plain", name="x.txt").blocks
    assert [one.kind for one in blocks] == ["row"] * 3
    assert blocks[1].header == ("Question", "2027/28", "2031/33")
    people = "Ann Bell  Treasurer\nTom Dee  Chief Constable\nSue Ray  Clerk\n"
    blocks = canonical(people.encode(), media_type="text/plain", name="x.txt").blocks
    assert "row" not in [one.kind for one in blocks]


@pytest.mark.parametrize(
    "rule", ["-----------------------", "=======================", "----|--------------|-----", ""]
)
def test_a_table_of_bars_may_have_a_rule_with_bars_or_without(rule: str) -> None:
    rows = [
        "Tasks set",
        "Ref | Task | Who",
        rule,
        "T1 | Mend the gate | Orla",
        "T2 | Oil it | Ned",
    ]
    text = canonical("\n".join(filter(None, rows)).encode(), media_type="text/plain")
    heads = [block.header for block in text.blocks if block.kind == "row"]
    assert heads == [(), *[("Ref", "Task", "Who")] * 2]


def test_an_empty_first_cell_keeps_its_place() -> None:
    words = "Good | Adequate\n | Custody\nCalls | Crime\n"
    blocks = canonical(words.encode(), media_type="text/plain", name="x.txt").blocks
    assert [len(one.cells) for one in blocks] == [2, 2, 2]


def test_canonical_text_repairs_nothing_else() -> None:
    """Protects quotes: only the repairs of the contract are made."""
    words = "Cafe\u0301 cost\u00a0£5\u202fm; the con\u00adcern is anti - social \u2014 “so”.\r\n"
    assert canonical(words.encode()).text == "Café cost £5 m; the concern is anti - social — “so”."


@pytest.mark.parametrize(
    ("data", "said", "warned"),
    [
        ("\ufeffPlan".encode(), "Plan", 0),
        ("Plan – £5".encode("utf-16"), "Plan – £5", 0),
        ("Plan – £5".encode("cp1252"), "Plan – £5", 1),
        (b"+ADw-script+AD4-", "+ADw-script+AD4-", 0),
    ],
)
def test_character_sets(data: bytes, said: str, warned: int) -> None:
    """Protects accents and pounds: known sets are read, a guess is said, UTF-7 is not honoured."""
    text = lawful(data)
    assert text.text == said
    assert len(text.warnings) == warned


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b" \n\t",
        b"Plan \x81 r\xe9sum\xe9",
        b"Plan\x00of action",
        b"\xef\xbb\xbf",
        b"\xff\xfe\x00\xd8a\x00",
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Protects the record from mojibake: what cannot be decoded is refused in a sentence."""
    with pytest.raises(Refusal) as refused:
        canonical(data)
    assert refused.value.sentence.endswith(".")
