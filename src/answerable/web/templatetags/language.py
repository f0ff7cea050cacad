"""Words of templates in the language in force; these tags need no `load` (`settings.py`).

`{% say "Sources" %}` is a fixed text. `{% sentence %}As at {{ page.day }}.{% endsentence %}`
holds values, whose names a translator sees in braces: `As at {day}.` The filter `told` is for a
text handed to another tag: `with summary="How we worked this out"|told`. A text inside these tags
is reviewed code, so it may hold `&nbsp;`; every value in it is escaped as everywhere.
"""

from collections.abc import Mapping
from typing import Any

from django import template
from django.template.base import (
    FilterExpression,
    Node,
    NodeList,
    Parser,
    TextNode,
    Token,
    VariableNode,
)
from django.utils.safestring import mark_safe

from answerable.operations import languages
from answerable.vocabulary import language
from answerable.web.languages import offered

register = template.Library()


class Sentence(Node):
    """A text with values; in English it costs what the same text costs without the tag."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self.values: dict[str, Node] = {}
        self.key = "".join(self._part(node) for node in nodelist)
        self.before, self.after = _edges(self.key)
        self.key = " ".join(self.key.split())

    def _part(self, node: Node) -> str:
        if isinstance(node, TextNode):
            return node.s.replace("{", "{{").replace("}", "}}")
        if not isinstance(node, VariableNode):
            raise template.TemplateSyntaxError("A sentence holds words and values, and no tags.")
        name = value_name(node.filter_expression, taken=self.values)
        self.values[name] = node
        return f"{{{name}}}"

    def render(self, context: template.Context) -> str:
        """As written; else the translation, with each value escaped by its own node."""
        if language.code() == language.ENGLISH:
            return str(self.nodelist.render(context))
        values = {name: node.render(context) for name, node in self.values.items()}
        words = language.say(self.key)
        return mark_safe(  # noqa: S308  # reviewed words; the values escaped themselves
            f"{self.before}{words.format(**values)}{self.after}"
        )


class Fixed(Node):
    """A text without values."""

    def __init__(self, text: str) -> None:
        self.text = text

    def render(self, context: template.Context) -> str:
        """The text in the language in force; no value of a page is in it."""
        return language.say(self.text)


def value_name(found: FilterExpression, *, taken: Mapping[str, object]) -> str:
    """The name a translator sees: the last part of `page.as_at.words`, once."""
    name = str(found.var).rpartition(".")[2]
    name = name if name.isidentifier() else "value"
    while name in taken:
        name += "_"
    return name


@register.tag
def say(parser: Parser, token: Token) -> Fixed:
    """A fixed text in quotes."""
    text = token.contents.partition(" ")[2].strip()
    if len(text) < 2 or text[0] not in "\"'" or text[-1] != text[0]:
        raise template.TemplateSyntaxError("Write {% say %} with one text in quotes.")
    return Fixed(text[1:-1])


@register.tag
def sentence(parser: Parser, token: Token) -> Sentence:
    """A text with values."""
    nodelist = parser.parse(("endsentence",))
    parser.delete_first_token()
    return Sentence(nodelist)


@register.filter
def told(text: str) -> str:
    """A fixed text that is handed to another tag."""
    return language.say(text)


@register.simple_tag
def language_code() -> str:
    """The tag of the language in force, for `lang`."""
    return language.code()


@register.simple_tag
def source_lang(lang: str = "") -> str:
    """` lang="en"` on what a source said, where the page is told in another language."""
    lang = lang or language.ENGLISH
    if lang == language.code() or not lang.isalpha():
        return ""
    return mark_safe(f' lang="{lang}"')  # noqa: S308  # letters alone


@register.inclusion_tag("govuk/languages.html", takes_context=True)
def language_switch(context: Mapping[str, Any]) -> dict[str, object]:
    """The other languages of this page; nothing where none is installed."""
    request = context.get("request")
    if request is None or not offered(request):
        return {"others": ()}
    every = {language.ENGLISH: "English"}
    every |= {code: one.name for code, one in languages.installed().items()}
    return {
        "others": [(code, name) for code, name in every.items() if code != language.code()],
        "back": request.get_full_path(),
    }


def _edges(text: str) -> tuple[str, str]:
    before = " " if text[:1].isspace() else ""
    return before, " " if text[-1:].isspace() else ""
