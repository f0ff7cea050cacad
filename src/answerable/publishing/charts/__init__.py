"""Own SVG, each with its words and table: control chart, funnel, lines, timeline, map of tiles."""

from answerable.publishing.charts.assurance import assurance_sign
from answerable.publishing.charts.control import control_chart
from answerable.publishing.charts.funnel import FunnelChart, FunnelDot, funnel_chart
from answerable.publishing.charts.lines import LineChart, LineSeries, line_chart
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
    "LineChart",
    "LineSeries",
    "Tile",
    "TimelineItem",
    "assurance_sign",
    "control_chart",
    "funnel_chart",
    "line_chart",
    "multiple",
    "spark",
    "tile_map",
    "timeline",
]
