"""A list item that is a whole sentence is asked of somebody, and titles nothing below it."""

from answerable.reading.clauses import passages
from answerable.reading.formats import canonical

PAGE = b"""<html><body><main><h1>Dun Fire Service</h1><p>We went to Dun in May and in June.</p>
<h2>Areas for improvement</h2><ul>
<li>The service should make sure that its lines are tested</li>
<li>The service should make sure that its hoses are dry</li>
</ul></main></body></html>"""


def test_items_under_areas_for_improvement_stay_under_them() -> None:
    """Protects short items without an end mark, of which none may open a section of its own."""
    found = passages(canonical(PAGE, media_type="text/html", name="dun.html"), ())
    assert [one.section for one in found if one.kind == "item"] == ["afi", "afi"]
