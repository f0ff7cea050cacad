"""A chart as a figure: title, sentence, drawing for wide and narrow pages, table, CSV."""

from typing import Any

from django import template

register = template.Library()


@register.inclusion_tag("govuk/chart.html")
def chart(figure: Any) -> dict[str, object]:
    """`figure.wide` and `figure.narrow`: our own SVG (publishing/charts.py), made of numbers."""
    return {"figure": figure}
