"""A document's own day of publication: never that of another paper that it tells of."""

import pytest

from answerable.reading.published import published

REPORT, MINUTES, REPLY = "inspection-report", "minutes", "statutory-response"


@pytest.mark.parametrize(
    ("text", "profile", "day"),
    [
        ("Published: 20 November 2025\nA report.", REPORT, "2025-11-20"),
        ("Anyshire Police\nPublished on: 3 November 2026", REPORT, "2026-11-03"),
        ("Inspection page | Published 6 August 2026 | Print", REPORT, "2026-08-06"),
        ("This report was published on 14 May 2024.", REPORT, "2024-05-14"),
        ("Date of publication: 9 July 2026", "press-release", "2026-07-09"),
        ("First published 1 May 2025", "news", "2025-05-01"),
        ("Publication date: 19/03/2026\nMinutes of the panel", MINUTES, "2026-03-19"),
        ("Response published: 11 April 2031", REPLY, "2031-04-11"),
        ("The Board met. HMICFRS’s report, published on 14 May 2024, was noted.", MINUTES, None),
        ("Report published 14 May 2024 was taken as read.", MINUTES, None),
        ("Actions\nLetter | Sent 18/05/2029", "action-log", None),
        ("Date of publication: 18 April 2029\nTitle of the report: Custody", REPLY, None),
        ("Published by HMICFRS | 12 March 2026", REPLY, None),
        ("The inspectorate’s report on us was published on 9 March 2032.", "other", None),
        ("Papers must be sent in by noon on Friday 10 April 2026.", "agenda", None),
        ("We will have it published online by December 2026.", "statement", None),
    ],
)
def test_only_its_own_label_or_sentence_counts(text: str, profile: str, day: str | None) -> None:
    found = published(text, profile=profile, mail=False)
    assert (found.iso if found else None) == day


def test_a_mail_was_sent_on_the_day_of_its_head() -> None:
    head = (
        "From: a@anyshire.example\nDate: Tue, 17 Mar 2026 10:00:00 +0000\n\nPublished last year."
    )
    found = published(head, profile="other", mail=True)
    assert found is not None
    assert found.iso == "2026-03-17"
