"""A grade whose sentence names nobody is of the only body of its sort that the paper means."""

import pytest
from tests.unit.reading.making import reading_of


def _bodies(words: str, kind: str = "news") -> list[tuple[str | None, bool]]:
    lines = reading_of(words, kind=kind).lines()
    return [
        (one["fields"]["institution"], "institution" in one.get("inferred", {}))
        for one in lines
        if one["kind"] == "grade"
    ]


@pytest.mark.parametrize(
    ("words", "body"),
    [
        (
            "Wexley Police and Crime Panel\n\nThe force was graded inadequate for custody.",
            "Wexley Police",
        ),
        (
            "Police and Crime Commissioner for Wexley\n\nHMICFRS graded the force good at "
            "custody.",
            "Wexley Police",
        ),
        (
            "Wexley Police and Crime Panel\n\nMembers heard that HMICFRS had graded the "
            "Constabulary as requires improvement for custody.",
            "Wexley Constabulary",
        ),
        (
            "Dunshire Police and Crime Panel\n\nThe force was graded inadequate for custody.",
            "Dunshire Police",
        ),
        (
            "Wexley is one of only three forces to be graded outstanding for custody by HMICFRS. "
            "The constabulary has done well.",
            "Wexley Constabulary",
        ),
        (
            "Care home in special measures\n\nAlder Court, in Wexley, was found to be inadequate "
            "for being safe, the CQC said.",
            "Alder Court",
        ),
        (
            "To the families of Alder Lodge\n\nThe CQC has rated us inadequate overall.",
            "Alder Lodge",
        ),
        (
            "Alder House: full inspection\n\nOfsted inspected this children's home. Overall "
            "effectiveness: inadequate",
            "Alder House",
        ),
        (
            "WEXLEY FIRE AUTHORITY\n\nThe Chief Fire Officer reported that prevention had been "
            "graded inadequate by HMICFRS.",
            "Wexley Fire and Rescue Service",
        ),
        (
            "Wexley's fire chiefs are to answer to councillors.\n\nInspectors rated the service "
            "inadequate at protecting the public.",
            "Wexley Fire and Rescue Service",
        ),
        (
            "An inspection of youth justice services in Wexley\n\nOverall rating: Good\n\n"
            "The Wexley Youth Justice Service should write more plans.",
            "Wexley Youth Justice Service",
        ),
        (
            "Criminal justice board\n\nPresent: A Lund, Head of Wexley PDU\n\nMs Lund said the "
            "unit had been rated inadequate by HM Inspectorate of Probation.",
            "Wexley PDU",
        ),
        (
            "Alder Lane Primary School: governing body\n\nPresent: A Lund (chair)\n\nGovernors "
            "discussed the Ofsted grades. Achievement was graded needs attention.",
            "Alder Lane Primary School",
        ),
        (
            "Wexley's youth justice service has lost half its staff.\n\nHM Inspectorate of "
            "Probation rated the service inadequate for staffing.",
            "Wexley Youth Justice Service",
        ),
        (
            "CPS Wexley: follow-up inspection\n\nInspectors read 40 files.\n\n"
            "Preparing for trial was rated inadequate by HMCPSI.",
            "CPS Wexley",
        ),
        (
            "Larkspur Homes: report to tenants\n\nThe Regulator of Social Housing has given us "
            "a C3 grade.",
            "Larkspur Homes",
        ),
        (
            "To the families of Larkspur Lodge\n\nThe CQC has rated our care home requires "
            "improvement.",
            "Larkspur Lodge",
        ),
        (
            "Children's services praised\n\nOfsted has rated children's services good.\n\n"
            "Wexley Borough Council spends £3m a year on them.",
            "Wexley Borough Council",
        ),
    ],
)
def test_the_only_body_of_its_sort_is_meant(words: str, body: str) -> None:
    assert _bodies(words) == [(body, True)]


@pytest.mark.parametrize(
    "words",
    [
        "Wexley Police and Crime Panel and Oxenford Police and Crime Panel met.\n\n"
        "The force was graded inadequate for custody.",
        "Wexley Fire Authority\n\nInspectors rated the care home inadequate for safety.",
        "Wexley Fire Authority\n\nIn Oxenford, which HMICFRS graded as adequate at responding to "
        "fires, crews told us of dry hydrants.",
        "Wexley PDU met Oxenford PDU.\n\nThe unit was rated inadequate by HM Inspectorate of "
        "Probation.",
        "The force was graded inadequate for custody by HMICFRS.",
        "Police and Crime Commissioner for Wexley and Chair of Wexley Fire Authority\n\n"
        "HMICFRS graded us inadequate at keeping people safe.",
        "Public accountability meeting\n\nThe force was graded inadequate by HMICFRS.",
        "Wexley Borough Council: health committee\n\nMaternity at the hospital was rated "
        "inadequate by the CQC.",
        "Letters to Larkspur Homes and Campion Homes\n\nThe Regulator of Social Housing has "
        "given us a C3 grade.",
    ],
)
def test_where_two_can_be_meant_or_none_it_is_nobody(words: str) -> None:
    assert _bodies(words) == [(None, False)]


def test_marks_of_landlords_are_of_those_that_their_sentence_names() -> None:
    words = (
        "The Regulator of Social Housing judged Marl District Council, which received a C3 "
        "grade.\n\nTwo others, Wexley Borough Council and Dun City Council, received C2 gradings."
        "\n\nElsewhere, Onemarl and Great Dun retained their G1 grades.\n\n"
        "The regulator has handed C3 grades to three landlords."
    )
    assert [one[0] for one in _bodies(words)] == [
        "Marl District Council",
        "Wexley Borough Council",
        "Dun City Council",
        None,
        None,
    ]


def test_progress_is_of_the_prison_that_its_sentence_names() -> None:
    words = (
        "# Independent review of progress: HMP Alderley\n\nInspectors found good progress in "
        "safety at HMP Alderley.\n\nHMP Brockhurst had made insufficient progress in education."
    )
    assert _bodies(words, "prisons")[-1] == ("HMP Brockhurst", False)


def test_an_inspection_is_no_part_of_a_name() -> None:
    words = (
        "The Joint Inspection of Wexley Combined Youth Justice Service was in May. "
        "It was rated good by HM Inspectorate of Probation."
    )
    assert [one[0] for one in _bodies(words)] == ["Wexley Combined Youth Justice Service"]


def test_the_service_that_runs_all_units_is_not_the_one_graded() -> None:
    words = (
        "HM Prison and Probation Service\n\nInspectors of probation have rated the unit "
        "inadequate. Our staff at Wexley PDU deserve better."
    )
    assert _bodies(words) == [("Wexley PDU", True)]


def test_a_unit_is_not_the_body_that_the_paper_is_about() -> None:
    words = "Police and Crime Commissioner for Wexley\n\nInspectors graded the regional unit good."
    assert _bodies(words) == [(None, False)]
