"""The plain-file contract of chart, judge and impact: CSV text in, objects and rows out.

Nothing here prints, and nothing needs a home folder. Whatever is wrong with a file is a
`FileRefused` with a code, a sentence and where in the file it is.
"""

from answerable.operations.evidence_files.alphas import alpha_table
from answerable.operations.evidence_files.charting import ChartAnswer, chart
from answerable.operations.evidence_files.impacting import ImpactAnswer, impact
from answerable.operations.evidence_files.judging import JudgeAnswer, judge
from answerable.operations.evidence_files.numbers import json_line
from answerable.operations.evidence_files.room import most, require_room
from answerable.operations.evidence_files.tables import FileRefused, decoded

__all__ = [
    "ChartAnswer",
    "FileRefused",
    "ImpactAnswer",
    "JudgeAnswer",
    "alpha_table",
    "chart",
    "decoded",
    "impact",
    "json_line",
    "judge",
    "most",
    "require_room",
]
