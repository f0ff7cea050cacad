"""Every template with sample words, to be looked at: `python -m tests.web.preview DIR`."""

import sys
from pathlib import Path

import django
from django.conf import settings
from django.template import Context, Engine

from tests.web.sample_pages import PAGES

WEB = Path(__file__).parents[2] / "src" / "answerable" / "web"


def engine() -> Engine:
    """The site's templates and tags, apart from its settings."""
    tags = "answerable.web.templatetags"
    return Engine(
        dirs=[str(WEB / "templates")],
        builtins=[f"{tags}.language"],
        libraries={
            "govuk": f"{tags}.govuk",
            "charts": f"{tags}.charts",
            "static": "django.templatetags.static",
        },
    )


def render(name: str, *, using: Engine) -> str:
    """One sample page as HTML."""
    template, page = PAGES[name]
    return using.get_template(template).render(Context({"page": page}))


def main(folder: Path) -> None:
    settings.configure(STATIC_URL="/static/")
    django.setup()
    folder.mkdir(parents=True, exist_ok=True)
    using = engine()
    for name in PAGES:
        (folder / f"{name}.html").write_text(render(name, using=using), encoding="utf-8")
    static = folder / "static"
    if not static.exists():
        static.symlink_to(WEB / "static")
    sys.stdout.write(f"{len(PAGES)} pages in {folder}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
