"""What is set beside a walked task: the aim, an estimate of a person's time, Word and Excel.

Minutes of a person are our estimate: reading, thinking and typing at an office's usual pace. No
officer has been timed. The steps in Word and Excel are those of an office that keeps its log in
a workbook and its minutes in documents; a range stands where they grow with the material. Their
minutes are those steps at 20 seconds each, and the reading and writing that is the same here.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Beside:
    """Minutes that are aimed at, minutes of a person, the task elsewhere and its minutes.

    All but the aim are estimates.
    """

    aim: int
    person: str
    elsewhere: str
    minutes: str


BESIDE = {
    "Report to confirmed findings": Beside(
        25,
        "20 to 25: each line is read beside its words in the report",
        "Read 40 pages, mark each finding, copy its words, number, date and page into a sheet, "
        "check each copy: some 9 steps a finding, 230 for 26 lines",
        "75 to 90",
    ),
    "Action log to trusted register": Beside(
        10,
        "8 to 10: columns are checked, and what the preview sets apart is looked at",
        "Unmerge cells, type dates anew, settle owners, look up each recommendation, colour what "
        "is overdue: 3 to 4 steps an untidy row, several hundred for 500 rows",
        "100 and more",
    ),
    "Agenda and commissioner’s brief": Beside(
        10,
        "6 to 10: the chair’s order, and three questions in the office’s own words",
        "Filter the log, read the last minutes, copy items into Word, write a question for each, "
        "write the brief: 40 to 60",
        "18 to 28: the writing of the questions with it",
    ),
    "Minutes and tracker out after the session": Beside(
        15,
        "10 to 15: the lines are read once more and each question ended",
        "Write up notes, copy each action into the log, make two files, send them for signature: "
        "60 to 90",
        "30 to 40: the reading once more with it",
    ),
    "First draft of the statutory response": Beside(
        30,
        "25 to 30: nearly all of it is writing the explanations",
        "Count 56 days, copy each recommendation, find its actions in the log, write the letter: "
        "8 a recommendation and 10",
        "55 to 60 for ten recommendations: the writing of the explanations with it",
    ),
    "What changed since the last session": Beside(
        1,
        "1",
        "Open the log as it was sent then and as it is now, sort both, compare line by line: 30 "
        "and more, and what was typed over is lost",
        "10 and more",
    ),
    "A panel’s question, answered with its source": Beside(
        2,
        "1 to 2",
        "Search folders and mail, open the report, find the page: 10 to 25",
        "3 to 8",
    ),
    "Handover pack": Beside(
        5,
        "2 to 5",
        "Filter the log by owner, gather minutes, dates and letters, write a note: 40 to 80",
        "13 to 27",
    ),
}
