"""Another language: what is ours is told in it, what a source said stays, English is as it was.

The language of these tests puts each sentence between two signs, so that what was not marked, and
what should not have been, can be seen.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.core.cache import cache
from django.template import Engine
from django.test import Client, RequestFactory
from docs.making import messages, unmarked

from answerable.operations import languages
from answerable.vocabulary import language
from answerable.vocabulary.times import in_words
from answerable.web.languages import offered
from answerable.web.request import LOOK
from answerable.web.templatetags.language import Fixed, Sentence
from tests.web import small_home
from tests.web.preview import WEB, engine
from tests.web.small_home import SmallHome

TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
QUOTES = re.compile(r'<blockquote class="app-quote__words"[^>]*>(.*?)</blockquote>', re.DOTALL)
OPEN, CLOSE = "⟦", "⟧"
FRAME = (
    *("Skip to main content", "Home", "About", "Accessibility", "Privacy", "Check the record"),
    "It keeps what public documents say, and who wrote it down when.",
)


@dataclass(frozen=True)
class Signs:
    """Every sentence between two signs."""

    code: str = "qps"
    name: str = "Signs"

    def one(self, text: str) -> str:
        return f"{OPEN}{text}{CLOSE}"

    def many(self, one: str, many: str, count: int) -> str:
        return self.one(one if count == 1 else many)


@pytest.fixture
def signs(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language of these tests is installed."""
    monkeypatch.setattr(languages, "installed", lambda: {"qps": Signs()})
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def small(home: object) -> SmallHome:
    return small_home.made()


def asked(client: Client, address: str, *, code: str = "") -> str:
    client.cookies.clear()
    if code:
        client.cookies["language"] = code
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def addresses(small: SmallHome) -> tuple[str, ...]:
    return (
        *("/", "/bodies/", f"/bodies/{small_home.FORCE}/", "/findings/"),
        f"/sessions/{small_home.COMMISSIONER}/",
        f"/findings/{small_home.RECOMMENDATION}/",
        f"/findings/{small_home.ACTION}/",
        f"/sessions/{small_home.SESSION.removeprefix('session/')}/",
        f"/documents/{small.letter}/",
        *(f"/money/{small_home.FORCE}/", f"/people/{small_home.FORCE}/", "/claims/", "/reports/"),
        *("/search/?q=shop", "/corrections/", "/about/", "/about/components/", "/history/"),
        f"/compare/{small_home.FORCE}/",
        *("/history/verify/", "/data/", "/read/", "/measures/police-uk-robbery/"),
    )


def test_every_fixed_text_of_a_template_is_marked() -> None:
    found = {file.name: unmarked.left(file.read_text(encoding="utf-8")) for file in TEMPLATES}
    assert {name: words for name, words in found.items() if words} == {}


def test_a_text_that_is_not_marked_is_found() -> None:
    assert unmarked.left('<p title="x">{% say "Here" %} there</p>') == ["there"]
    assert unmarked.left('<nav aria-label="Pages"></nav>') == ["Pages"]
    assert unmarked.left("{% sentence %}As at {{ page.day }}.{% endsentence %}") == []


def test_code_and_collector_name_the_values_of_a_sentence_alike() -> None:
    """Else a translator would fill a sentence that no page asks for."""
    using: Engine = engine()
    for file in TEMPLATES:
        name = file.relative_to(WEB / "templates").as_posix()
        nodes = using.get_template(name).nodelist
        asked_for = {n.key for n in nodes.get_nodes_by_type(Sentence)}
        asked_for |= {n.text for n in nodes.get_nodes_by_type(Fixed)}
        assert asked_for <= set(messages.of_template(file.read_text(encoding="utf-8"))), name


def test_pages_are_told_in_it_and_sources_word_for_word(signs: None, small: SmallHome) -> None:
    client = Client()
    quoted = 0
    for address in addresses(small):
        english, told = asked(client, address), asked(client, address, code="qps")
        assert '<html lang="qps"' in told
        assert '<html lang="en"' in english
        assert OPEN not in english, address
        for words in FRAME:
            assert f"{OPEN}{words}{CLOSE}" in told, (address, words)
        assert QUOTES.findall(told) == QUOTES.findall(english), address
        assert QUOTES.search(told) is None or 'class="app-quote__words" lang="en"' in told
        quoted += len(QUOTES.findall(told))
    assert quoted >= 3


def test_a_page_without_sources_is_told_whole(signs: None, small: SmallHome) -> None:
    """Outside of the signs stand names, the words of sources, and what nobody marked yet."""
    told = asked(Client(), "/about/accessibility/", code="qps")
    depth, inside, outside = 0, 0, 0
    for letter in re.sub(r"<[^>]*>", " ", told.partition("<h1")[2].partition("</main>")[0]):
        depth += (letter == OPEN) - (letter == CLOSE)
        inside += letter.isalpha() and depth > 0
        outside += letter.isalpha() and depth == 0
    assert inside > 300
    assert outside < 0.05 * inside


def test_a_kept_page_is_given_only_in_its_language(signs: None, small: SmallHome) -> None:
    client = Client()
    client.cookies["language"] = "qps"
    first = client.get("/bodies/")
    client.cookies.clear()
    second = client.get("/bodies/", headers={"if-none-match": first["ETag"]})
    assert second.status_code == 200
    assert OPEN not in second.content.decode()
    assert "Cookie" in first["Vary"]
    assert "Cookie" in second["Vary"]


def test_the_switch_keeps_the_choice_and_goes_back(signs: None, small: SmallHome) -> None:
    client = Client()
    assert 'href="/language/qps/?back=%2Fbodies%2F" lang="qps"' in asked(client, "/bodies/")
    chosen = client.get("/language/qps/?back=/bodies/")
    assert (chosen.status_code, chosen["Location"]) == (302, "/bodies/")
    assert 'lang="en" hreflang="en"' in client.get("/bodies/").content.decode()
    assert client.get("/language/en/?back=https://example.org/")["Location"] == "/"
    assert OPEN not in client.get("/bodies/").content.decode()
    assert client.get("/language/xx/").status_code == 404


def test_without_a_translation_nothing_is_offered_and_nothing_varies(
    monkeypatch: pytest.MonkeyPatch, small: SmallHome
) -> None:
    monkeypatch.setattr(languages, "installed", dict)
    answer = Client().get("/bodies/", headers={"cookie": "language=cy"})
    assert "Cookie" not in answer.get("Vary", "")
    assert "/language/" not in answer.content.decode()


def test_what_is_written_fetched_or_mirrored_stays_english(signs: None) -> None:
    made = RequestFactory()
    assert offered(made.get("/bodies/"))
    assert not offered(made.post("/bodies/"))
    assert not offered(made.get("/bodies/anyshire-police.json"))
    assert not offered(made.get("/api/v1/findings/"))
    assert not offered(made.get("/bodies/", **{LOOK: object()}))


def test_a_date_kept_for_one_language_is_not_given_to_another() -> None:
    assert in_words("2024-05-14") == "14 May 2024"
    with language.spoken(Signs()):
        assert in_words("2024-05-14") == f"{OPEN}14 {OPEN}May{CLOSE} 2024{CLOSE}"
    assert in_words("2024-05-14") == "14 May 2024"


def test_a_marked_word_tells_itself_and_compares_as_the_english_one() -> None:
    words = language.marked("Not <known>")
    with language.spoken(Signs()):
        assert f"{words}" == str(words) == f"{OPEN}Not <known>{CLOSE}"
        assert words.__html__() == f"{OPEN}Not &lt;known&gt;{CLOSE}"  # type: ignore[attr-defined]  # what templates ask for
        assert {words: 1}["Not <known>"] == 1


PO = r"""
msgid ""
msgstr ""
"Plural-Forms: nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n==3 ? 3 : n==6 ? 4 : 5;\n"
"X-Own-Name: Own\n"

#, python-brace-format
msgid "As at {day}."
msgstr ""
"On {day} "
"it was so."

#, fuzzy
msgid "Guessed"
msgstr "not checked"

msgid "Entry {entry}"
msgstr "no value in it"

msgid "Left \"empty\""
msgstr ""

msgid "{count} finding"
msgid_plural "{count} findings"
msgstr[0] "none"
msgstr[1] "a"
msgstr[2] "b {count}"
msgstr[3] "c {count}"
msgstr[4] "six"
msgstr[5] "{count} many"
"""


def test_a_file_of_gettext_is_read_with_its_plurals_and_without_what_is_not_sure() -> None:
    own = languages.translation("cy", PO)
    assert own.name == "Own"
    assert set(own.messages) == {"As at {day}.", "{count} finding"}
    with language.spoken(own):
        assert language.say("As at {day}.", day="today") == "On today it was so."
        assert language.say("Guessed") == "Guessed"
        told = [language.say_many("{count} finding", "{count} findings", n) for n in range(8)]
    assert told == ["none", "a", "b 2", "c 3", "4 many", "5 many", "six", "7 many"]


def test_bringing_a_translation_up_to_date_loses_nothing() -> None:
    found = {
        "As at {day}.": messages.Message(places={"a.py"}),
        "{count} finding": messages.Message(many="{count} findings", places={"a.py"}),
    }
    once = messages.po(found, PO, code="cy")
    assert languages.translation("cy", once).messages == languages.translation("cy", PO).messages
    assert '#~ msgid "Guessed"' in once
    assert messages.po(found, once, code="cy") == once
