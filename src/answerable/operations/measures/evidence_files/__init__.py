"""The plain-file contract of chart, judge and impact: CSV text in, objects and rows out.

Nothing here prints, and nothing needs a home folder. Whatever is wrong with a file is a
`FileRefused` with a code, a sentence and where in the file it is.
"""

from answerable.operations.measures.evidence_files.alphas import alpha_table
from answerable.operations.measures.evidence_files.chart_answers import ChartAnswer
from answerable.operations.measures.evidence_files.charting import chart
from answerable.operations.measures.evidence_files.coverages import coverage_table
from answerable.operations.measures.evidence_files.impact_answers import ImpactAnswer
from answerable.operations.measures.evidence_files.impacting import impact
from answerable.operations.measures.evidence_files.judging import JudgeAnswer, judge
from answerable.operations.measures.evidence_files.numbers import json_line
from answerable.operations.measures.evidence_files.predicting import PredictorFiles
from answerable.operations.measures.evidence_files.room import most, require_room
from answerable.operations.measures.evidence_files.tables import FileRefused, decoded

__all__ = [
    "ChartAnswer",
    "FileRefused",
    "ImpactAnswer",
    "JudgeAnswer",
    "PredictorFiles",
    "alpha_table",
    "chart",
    "coverage_table",
    "decoded",
    "impact",
    "json_line",
    "judge",
    "most",
    "require_room",
]
