"""The provider that a page names at its head, asked for by each duty and looked for once."""

from tests.unit.reading.making import reading_of


def test_the_provider_named_at_the_head_is_who_must_do_each_thing() -> None:
    """Protects whom the duties of a page on a provider are put to, and where its name stands."""
    words = (
        "Larch House, care home\n\nProvided and run by: Fennmoor Homes Limited\n\n"
        "The provider must keep its records of medicines up to date.\n\n"
        "The provider should train its night staff."
    )
    named = [
        (one.fields["addressee"], words[slice(*one.support["addressee"])])
        for one in reading_of(words, kind="inspection-report").records
        if one.kind == "recommendation"
    ]
    assert named == [("Fennmoor Homes Limited", "Fennmoor Homes Limited")] * 2
