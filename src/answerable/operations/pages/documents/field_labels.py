"""What the fields of a reading are called: the words of the glossary, never the name in a file."""

from collections.abc import Mapping

from answerable.operations.pages import naming
from answerable.vocabulary.language import marked

LABELS: Mapping[str, str] = {
    "accelerated": marked("Accelerated cause of concern"),
    "addressee": marked("Who is asked to act"),
    "approximate": marked("About that many, not exactly"),
    "by": marked("Which office said it"),
    "by_person": marked("Who said it"),
    "change": marked("What changed in the monitoring"),
    "cycle": marked("Inspection cycle"),
    "date_words": marked("Date, as it is written"),
    "due": marked("Due date"),
    "due_basis": marked("What the due date rests on"),
    "due_words": marked("Due date, as it is written"),
    "flag": marked("What to look out for"),
    "grade": marked("Grade it stands beside"),
    "holding": marked("How the office is held"),
    "institution": marked("Institution"),
    "institution_id": marked("Body, by its id"),
    "issuer": marked("Who recommends it"),
    "lead": marked("Who leads the item"),
    "level": marked("Assurance: assured, partly (assured in part) or not-assured"),
    "modality": marked("How strong: should, must, by when"),
    "n": marked("How many"),
    "name": marked("Name"),
    "of": marked("Of how many"),
    "on": marked("On which day"),
    "organisation": marked("Body of the person"),
    "owner": marked("Owner, as it is written"),
    "owner_office": marked("Owner, as an office"),
    "owner_person": marked("Owner, by name"),
    "payer": marked("Who pays"),
    "period_words": marked("Period, as it is written"),
    "presence": marked("Present, or sent apologies"),
    "published": marked("Published on"),
    "purpose_words": marked("What the money is for, as it is written"),
    "qualifier": marked("At least, at most or about"),
    "question": marked("Question that is graded"),
    "raised_at": marked("Session that raised it"),
    "recipient": marked("Who receives it"),
    "ref": marked("Reference in the document"),
    "reference": marked("Reference on the record"),
    "response": marked("Response: accepted, in part or not"),
    "role": marked("Office or rank"),
    "sort": marked("Kind of session"),
    "standing": marked("First said here, or repeated from elsewhere"),
    "state": marked("State: asked for, awarded, spent and so on"),
    "state_words": marked("State, as it is written"),
    "text": marked("Words"),
    "to_number": marked("Recommendation that it answers"),
    "type": marked("Kind of document"),
    "unit": marked("What is counted"),
    "valid": marked("True from"),
    "value": marked("Grade"),
    "value_words": marked("Grade, as it is written"),
    "visit": marked("When the inspectors came"),
}
"""Field -> its words, where the name alone does not say them."""
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("monitoring", "state"): marked("Monitoring: default or enhanced"),
    ("recommendation", "n"): marked("Number"),
    ("action", "ref"): marked("Reference in the log"),
    ("claim", "n"): marked("How many are claimed"),
}


def label(kind: str, name: str) -> str:
    """The words of one field of a kind of reading."""
    found = _OF_KIND.get((kind, name)) or LABELS.get(name)
    return found or naming.field_words(name).capitalize()
