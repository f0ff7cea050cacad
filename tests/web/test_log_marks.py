"""Rows that are struck through and colours without words: named, asked about, remembered."""

import io
import zipfile
from html import unescape
from typing import Any

import pytest
import xlsxwriter

from answerable.operations.pages.desk import import_marks
from answerable.operations.plans import action_log, log_export, log_files, log_said
from answerable.operations.plans.log_files import NotALog
from answerable.reading.formats import sheet_marks
from answerable.vocabulary.ladder import Rung
from tests.operations.test_desk_action_log import AT, FORCE, HEAD, asked, held, officer, own
from tests.web.acting import browser, hidden, words
from tests.web.test_before_an_import import COLUMNS
from tests.web.test_importing import OFFICE, handed_in

__all__ = ["own"]
ROWS = (
    ("1", "Visit every victim.", "ACC", "2027-03-31", "", "", "", "", ""),
    ("2", "Train staff.", "DCC", "2027-03-31", "", "", "", "struck", ""),
    ("3", "Write the plan.", "DCC", "2027-03-31", "", "", "", "", "#92D050"),
    ("4", "Meet partners.", "ACC", "2027-03-31", "", "", "", "", "#FF0000"),
    ("5", "Count them.", "ACC", "2027-03-31", "", "Open", "", "", "#FF0000"),
)


def workbook(*rows: tuple[str, ...], name: str = "Chief's log") -> bytes:
    """A log; the last two of a row: `struck`, and the colour of its empty cell for the rating."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet(name)
        sheet.write_row(0, 0, HEAD)
        for n, (*cells, line, colour) in enumerate(rows, 1):
            form = book.add_format({"font_strikeout": True}) if line else None
            for column, cell in enumerate(cells):
                if cell:
                    sheet.write(n, column, cell, form)
            if colour:
                sheet.write_blank(n, 4, None, book.add_format({"bg_color": colour}))
    return out.getvalue()


def begun() -> tuple[Any, str]:
    client: Any = browser(OFFICE)
    return client, handed_in(client, workbook(*ROWS), name="log.xlsx")


def opened() -> log_files.Opened:
    data = workbook(*ROWS)
    return log_files.opened(
        log_files.keep(by=officer(), data=data, name="log.xlsx", institution=FORCE)
    )


def test_lines_and_colours_are_named_with_their_cells_and_nothing_is_chosen_before() -> None:
    client, address = begun()
    page = client.get(address)
    shown = unescape(words(page))
    assert "1 row is struck through in the sheet: 'Chief''s log'!B3." in shown
    green = "1 row has the colour green in the column of its rating, and no word there:"
    assert f"{green} 'Chief''s log'!E4." in shown, "the cell of the colour"
    assert shown.index("What the colours of this log are") < shown.index("What the colour green")
    red = "2 rows have the colour red in the column of their rating, and no word there:"
    assert f"{red} 'Chief''s log'!E5, 'Chief''s log'!E6." in shown
    assert "A colour alone is not read" in shown
    assert set(opened().marks) == {"struck", "green", "red"}
    assert opened().said == {}


def test_a_struck_row_is_left_out_and_a_colour_is_done_as_somebody_says() -> None:
    client, address = begun()
    said = {"mark-struck": "left", "mark-green": "closed", "mark-red": "open"}
    difference = client.post(address, {**COLUMNS, **said}).url
    form = client.get(difference)
    assert "As you said: Done, they say." in words(form)
    assert "What a line or a colour means" in words(form)
    assert "Who leads" not in words(form), "no cell of this log names several"
    done = client.post(difference, hidden(form), follow=True)
    assert set(held()) == {"1", "3", "4", "5"}
    assert held()["3"].rung is Rung.DELIVERED
    assert held()["4"].rung is Rung.PROMISED
    assert "Struck through in the sheet, and left out as you said." in words(done)
    by_status = words(done).partition("Rows by status")[2].partition("Rows by")[0]
    told = "1 done, they say, and 2 open: a line or a colour says which"
    assert f"Empty 3 {told}" in by_status
    next_month = opened()
    assert next_month.said == {"struck": "left", "green": "closed", "red": "open"}


def test_colours_of_a_rating_stand_as_that_in_the_news_of_the_row_and_one_may_mean_done() -> None:
    """A rating of their own is lost where colours can only be done or open."""
    client, address = begun()
    said = {"mark-struck": "left", "mark-colours": "rating", "mark-green": "closed"}
    difference = client.post(address, {**COLUMNS, **said}).url
    form = client.get(difference)
    assert "As you said: Their own rating." in words(form)
    assert "A colour alone is not read" not in words(form), "each is said"
    assert "may be that rating: say so" not in words(form)
    assert opened().said == {"struck": "left", "red": "rating", "green": "closed"}
    client.post(difference, hidden(form))
    assert held()["3"].rung is Rung.DELIVERED
    assert held()["4"].rung is held()["5"].rung is Rung.PROMISED
    news = [held()[name].news for name in ("4", "5")]
    assert [one.fact.get("rating") for one in news if one] == ["Red (colour)"] * 2
    assert [one.fact.get("text") for one in news if one] == [
        "Rating: Red (colour).",
        "Rating: Red (colour). Status: Open.",
    ]
    data = log_export.export_log(by=officer(), institution=FORCE, on=AT.date())[1]
    back = log_files.keep(by=officer(), data=data, name="back.xlsx", institution=FORCE)
    assert [row.words("rating") for row in log_files.opened(back).rows][2:] == ["Red (colour)"] * 2
    found = action_log.compared(by=officer(), on=AT.date(), document=back, asked=asked(AT.date()))
    kinds = {change.ref: change.kind for change in found.changes}
    assert kinds["4"] == kinds["5"] == "same", "the log that is given back has no colours"
    client.post(address, {**COLUMNS, **said, "mark-colours": "state", "mark-red": ""})
    assert opened().said == {"struck": "left", "green": "closed"}, "taken back"


def test_a_colour_that_means_done_does_not_speak_against_the_words_of_its_row() -> None:
    log = opened()
    log_said.use_marks(
        by=officer(), document=log.document, institution=FORCE, meant={"red": "closed"}
    )
    assert [row.mark for row in opened().rows] == ["", "", "", "closed", ""]


def test_a_whole_row_in_a_colour_is_no_rating() -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Log")
        sheet.write_row(0, 0, HEAD)
        for n, (ref, task, *_rest) in enumerate(ROWS, 1):
            form = book.add_format({"bg_color": "#92D050"} if n == 1 else {})
            sheet.write_row(n, 0, (ref, task), form)
            sheet.write_blank(n, 4, None, form)
    sha = log_files.keep(by=officer(), data=out.getvalue(), name="log.xlsx", institution=FORCE)
    assert set(log_files.opened(sha).marks) == {"green"}
    assert not log_files.opened(sha).rated


def whole(*colours: str) -> log_files.Opened:
    """A log whose rows say that they are open, each with a colour from end to end, or none."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Log")
        sheet.write_row(0, 0, HEAD)
        for n, colour in enumerate(colours, 1):
            form = book.add_format({"bg_color": colour} if colour else {})
            cells = (str(n), f"Visit victim {n}.", "ACC", "2027-03-31", "", "Open", "")
            for column, cell in enumerate(cells):
                sheet.write(n, column, cell or None, form)
    sha = log_files.keep(by=officer(), data=out.getvalue(), name="log.xlsx", institution=FORCE)
    return log_files.opened(sha)


def test_a_whole_row_in_a_colour_is_named_also_where_its_words_say_a_state() -> None:
    log = whole("", "#FF0000", "", "", "#FF0000", "")
    assert log.marks == {"red": ("Log!B3", "Log!B6")}
    assert import_marks.lines(log) == ("2 rows are red as a whole: Log!B3, Log!B6.",)


def test_bands_that_help_the_eye_are_no_colour_of_a_row() -> None:
    assert whole("", "#DDEBF7", "", "#DDEBF7", "", "#DDEBF7").marks == {}
    assert whole("#5B9BD5", "", "#5B9BD5", "", "#5B9BD5").marks == {}


def test_until_somebody_says_the_words_of_the_row_count() -> None:
    client, address = begun()
    difference = client.post(address, COLUMNS).url
    client.post(difference, hidden(client.get(difference)))
    assert set(held()) == {"1", "2", "3", "4", "5"}
    assert all(one.rung is Rung.PROMISED for one in held().values())


def test_a_line_can_mean_done_and_a_meaning_can_be_taken_back() -> None:
    log = opened()
    use: dict[str, Any] = {"by": officer(), "document": log.document, "institution": FORCE}
    log_said.use_marks(**use, meant={"struck": "closed"})
    assert [row.mark for row in opened().rows] == ["", "closed", "", "", ""]
    log_said.use_marks(**use, meant={"struck": ""})
    assert opened().said == {}
    with pytest.raises(NotALog, match="can mean rating or closed or open"):
        log_said.use_marks(**use, meant={"red": "left"})
    with pytest.raises(NotALog, match="No row of this log has the mark"):
        log_said.use_marks(**use, meant={"pink": "open"})


def test_a_tint_on_every_row_and_a_file_of_text_have_no_marks() -> None:
    tinted = workbook(*((*row[:5], "", "", "", "#92D050") for row in ROWS))
    sha = log_files.keep(by=officer(), data=tinted, name="log.xlsx", institution=FORCE)
    assert log_files.opened(sha).marks == {}
    assert sheet_marks.marks(b"Ref,Action\n1,Do it") == sheet_marks.Marks()


def test_colours_of_the_theme_and_the_palette_have_their_everyday_names() -> None:
    assert sheet_marks.named("5B9BD5", tint=0.4) == "blue"
    assert sheet_marks.named("ED7D31") == "amber"
    assert sheet_marks.named("7030A0") == "purple"
    assert sheet_marks.named("FFFF00") == "yellow"
    assert sheet_marks.named("DCE6F1") is None
    assert sheet_marks.named("000000") is None


@pytest.mark.parametrize(
    "styles",
    [b"<fonts>" + b"<font>" * 200_000, b"<fonts></fonts><fills>" + b"<fill>" * 200_000],
)
def test_styles_that_open_without_end_are_gone_through_once(styles: bytes) -> None:
    """A pattern that looks for each end to the last byte would take hours over these."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/styles.xml", styles * 4)
        book.writestr("xl/theme/theme1.xml", b"<a:dk1>" * 200_000)
    assert sheet_marks.marks(out.getvalue()) == sheet_marks.Marks()
