"""Own SVG: control chart, spark line, timeline, map of tiles; each with words and table."""

from answerable.publishing.charts.control import control_chart
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
    "Tile",
    "TimelineItem",
    "control_chart",
    "spark",
    "tile_map",
    "timeline",
]
