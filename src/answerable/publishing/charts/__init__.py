"""Own SVG, each with its words: control chart, funnel, lines, timeline, tiles, grades, money."""

from answerable.publishing.charts.assurance import assurance_sign
from answerable.publishing.charts.control import control_chart
from answerable.publishing.charts.funnel import FunnelChart, FunnelDot, funnel_chart
from answerable.publishing.charts.grades import GradeCycle, GradeMark, grade_chart
from answerable.publishing.charts.lines import LineChart, LineSeries, line_chart
from answerable.publishing.charts.money import MoneyMark, MoneyStep, money_chart
from answerable.publishing.charts.multiple import multiple
from answerable.publishing.charts.parts import (
    ChartEvent,
    ChartLimits,
    ChartPoint,
    ControlChart,
    Drawn,
    TimelineItem,
)
from answerable.publishing.charts.spark import spark
from answerable.publishing.charts.tiles import Tile, tile_map
from answerable.publishing.charts.timeline import timeline

__all__ = [
    "ChartEvent",
    "ChartLimits",
    "ChartPoint",
    "ControlChart",
    "Drawn",
    "FunnelChart",
    "FunnelDot",
    "GradeCycle",
    "GradeMark",
    "LineChart",
    "LineSeries",
    "MoneyMark",
    "MoneyStep",
    "Tile",
    "TimelineItem",
    "assurance_sign",
    "control_chart",
    "funnel_chart",
    "grade_chart",
    "line_chart",
    "money_chart",
    "multiple",
    "spark",
    "tile_map",
    "timeline",
]
