"""Styles and scripts: whose they are, how big, what they name, whether they can be read."""

import gzip
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WEB = ROOT / "src" / "answerable" / "web"
STATIC = WEB / "static"
COLOURS = dict(
    re.findall(
        r"^\$([a-z0-9-]+): (#[0-9a-f]{6});$",
        (WEB / "assets" / "styles" / "_colours.scss").read_text(encoding="utf-8"),
        flags=re.MULTILINE,
    )
)
MINUTES = "live-minutes.mjs"
"""The one script that sends something: what is typed, to its own form, on one page of the desk."""
built = pytest.mark.skipif(
    not (STATIC / "ready").exists(), reason="assets are not built: run `make assets`"
)


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two `#rrggbb` colours, from 1 to 21."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_knows_its_ends() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#5a2d81", "#ffffff") == pytest.approx(9.9, abs=0.05)


@pytest.mark.parametrize("paper", ["#ffffff", "brand-tint"])
@pytest.mark.parametrize(
    "name", ["brand", "ink", "secondary", "series-1", "improving", "concern", "success"]
)
def test_text_colours_can_be_read_on_white_and_on_the_tint(name: str, paper: str) -> None:
    assert contrast(COLOURS[name], COLOURS.get(paper, paper)) >= 4.5


def test_errors_can_be_read_on_white() -> None:
    assert contrast(COLOURS["error"], "#ffffff") >= 4.5


@pytest.mark.parametrize("paper", ["marked", "invented", "brand-tint"])
def test_black_words_can_be_read_on_every_tint(paper: str) -> None:
    assert contrast(COLOURS["ink"], COLOURS[paper]) >= 7


def test_the_lock_holds_hashes_and_no_address_of_a_registry() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert packages
    assert all(entry.get("integrity", "").startswith("sha512-") for entry in packages.values())
    assert not [name for name, entry in packages.items() if "resolved" in entry]


def test_packages_are_pinned_to_one_version_each() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    pins = package["dependencies"] | package["devDependencies"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", pin) for pin in pins.values())


@built
def test_the_stylesheet_is_small() -> None:
    css = (STATIC / "answerable.css").read_bytes()
    assert len(gzip.compress(css)) < 20 * 1024


ALONE = {MINUTES: 5, "ask-again.mjs": 1, "keep-draft.mjs": 2, "print-all.mjs": 1}
"""Scripts of one page each, and how many KB of each are enough."""


@built
def test_the_scripts_are_small() -> None:
    every = [path for path in sorted(STATIC.glob("*.mjs")) if path.name not in ALONE]
    assert len(gzip.compress(b"".join(path.read_bytes() for path in every))) < 14 * 1024
    for name, most in ALONE.items():
        assert len(gzip.compress((STATIC / name).read_bytes())) < most * 1024, name


@built
@pytest.mark.parametrize("words", ["GDS Transport", "@font-face", "crown", "crest"])
def test_the_stylesheet_names_nothing_that_is_the_governments(words: str) -> None:
    css = (STATIC / "answerable.css").read_text(encoding="utf-8")
    assert words not in css


@built
def test_the_stylesheet_loads_nothing_from_elsewhere() -> None:
    css = (STATIC / "answerable.css").read_text(encoding="utf-8")
    addresses = re.findall(r"url\(([^)]{0,40})", css)
    assert not [address for address in addresses if "data:image/svg+xml" not in address]


@built
def test_the_font_falls_back_to_one_that_linux_has() -> None:
    css = (STATIC / "answerable.css").read_text(encoding="utf-8")
    assert '"Helvetica Neue",Helvetica,Arial,"Liberation Sans",sans-serif' in css


CALLS = {
    "ask-again.mjs": ["location.href"],
    "keep-draft.mjs": ["form.action", "form.action"],
    MINUTES: ["form.action", "form.action"],
    "print-all.mjs": [""],  # the same list on one page, by its link
    "search-index.mjs": ["`${place.dataset.searchIndex}${name}`"],  # files of the same mirror
}
"""What a script asks a server for: addresses of its own page."""


@built
def test_no_script_evaluates_text_or_calls_out() -> None:
    for path in STATIC.glob("*.mjs"):
        script = path.read_text(encoding="utf-8")
        assert "eval(" not in script
        assert "new Function" not in script
        assert "sourceMappingURL" not in script
        calls = re.findall(r"\bfetch\(([^,)]*)|XMLHttpRequest|sendBeacon", script)
        assert calls == CALLS.get(path.name, [])


@built
def test_the_site_has_its_own_mark() -> None:
    assert "#5a2d81" in (STATIC / "favicon.svg").read_text(encoding="utf-8")
    assert not list(STATIC.glob("*.ico"))
