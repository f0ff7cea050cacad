"""Every public page of the demonstration and every link on one leads somewhere."""

from pathlib import Path

from answerable.operations.output import mirror
from answerable.web import crawl
from tests.demo.conftest import NOW


def test_every_public_page_and_link_of_the_demonstration_answers(told: Path) -> None:
    look = mirror.fixed(on=NOW.date(), known=None, base="https://answerable.example/")
    made = crawl.files(look, live="https://answerable.example/")
    assert len(made) > 1_000
    assert any(name.startswith("reports/hmicfrs/2023/soc/") for name in made)
    assert any(name.startswith("packs/minutes/") for name in made)
