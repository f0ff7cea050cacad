"""Pages of an account with invented words, one for each of their templates."""

from types import SimpleNamespace as Of

from tests.web.samples import frame, link

ACCOUNT: dict[str, tuple[str, Of]] = {
    "second-factor": (
        "account/second_factor.html",
        frame(
            title="Set up your second factor",
            sentence="Your account acts for its office once this is done.",
            picture="data:image/svg+xml;utf8,%3Csvg/%3E",
            secret="ABCD EFGH 2345",
            action="/account/second-factor/",
            button="Turn it on",
            fields=[Of(name="code", label="The six digits", value="", kind="text")],
            cancel=link("Later", "/account/"),
        ),
    ),
    "recovery-codes": (
        "account/recovery_codes.html",
        frame(
            title="Recovery codes",
            sentence="Each code signs you in once, when you have lost your telephone.",
            codes=["04655061", "77192994"],
            sections=[
                Of(title="Keep them apart", paragraphs=["Print this page, or write them down."])
            ],
        ),
    ),
    "too-many": ("429.html", Of()),
}
