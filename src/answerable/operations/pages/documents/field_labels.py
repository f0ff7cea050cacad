"""What the fields of a reading are called: the words of the glossary, never the name in a file."""

from collections.abc import Mapping

from answerable.operations.pages import naming

LABELS: Mapping[str, str] = {
    "accelerated": "Accelerated cause of concern",
    "addressee": "Who is asked to act",
    "approximate": "About that many, not exactly",
    "by": "Which office said it",
    "by_person": "Who said it",
    "change": "What changed in the monitoring",
    "cycle": "Inspection cycle",
    "date_words": "Date, as it is written",
    "due": "Due date",
    "due_basis": "What the due date rests on",
    "due_words": "Due date, as it is written",
    "flag": "What to look out for",
    "grade": "Grade it stands beside",
    "holding": "How the office is held",
    "institution": "Institution",
    "institution_id": "Body, by its id",
    "issuer": "Who recommends it",
    "lead": "Who leads the item",
    "level": "Assurance: assured, partly or not",
    "modality": "How strong: should, must, by when",
    "n": "How many",
    "name": "Name",
    "of": "Of how many",
    "on": "On which day",
    "organisation": "Body of the person",
    "owner": "Owner, as an office",
    "owner_person": "Owner, by name",
    "payer": "Who pays",
    "period_words": "Period, as it is written",
    "presence": "Present, or sent apologies",
    "published": "Published on",
    "purpose_words": "What the money is for, as it is written",
    "qualifier": "At least, at most or about",
    "question": "Question that is graded",
    "raised_at": "Session that raised it",
    "recipient": "Who receives it",
    "ref": "Reference in the document",
    "reference": "Reference on the record",
    "response": "Response: accepted, in part or not",
    "role": "Office or rank",
    "sort": "Kind of session",
    "standing": "First said here, or repeated from elsewhere",
    "state": "State: asked for, awarded, spent and so on",
    "state_words": "State, as it is written",
    "text": "Words",
    "to_number": "Recommendation that it answers",
    "type": "Kind of document",
    "unit": "What is counted",
    "valid": "True from",
    "value": "Grade",
    "value_words": "Grade, as it is written",
    "visit": "When the inspectors came",
}
"""Field -> its words, where the name alone does not say them."""
_OF_KIND: Mapping[tuple[str, str], str] = {
    ("monitoring", "state"): "Monitoring: default or enhanced",
    ("recommendation", "n"): "Number",
    ("action", "ref"): "Reference in the log",
    ("claim", "n"): "How many are claimed",
}


def label(kind: str, name: str) -> str:
    """The words of one field of a kind of reading."""
    found = _OF_KIND.get((kind, name)) or LABELS.get(name)
    return found or naming.field_words(name).capitalize()
