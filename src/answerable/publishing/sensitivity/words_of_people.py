"""How people, ages, streets and schools are written: shared by the rules about persons."""

import re

CHILD = (
    r"(?:child|boy|girl|pupil|teenager|teen|juvenile|minor|toddler|baby|infant|schoolboy"
    r"|schoolgirl|youth|young person|student|daughter|son|victim|witness|complainant|survivor)"
)
HARMED = (
    r"(?:(?:victim|witness)(?! (?:service|care|support|unit|centre|code|room|satisfaction|voice))"
    r"|complainant|survivor|informant|injured party|aggrieved|bereaved)"
)
HURT = (
    r"(?:raped|sexually \w+|assaulted|abused|stabbed|shot|groomed|exploited|trafficked|burgled"
    r"|robbed|attacked|stalked|harassed|beaten|murdered|killed|blackmailed|threatened|kidnapped"
    r"|defrauded)"
)
"""What was done to somebody who is not named in public."""
NAME = r"[A-Z][a-z]+(?:[-' ][A-Z][a-z]+){1,2}"
TITLED = r"(?:Mr|Mrs|Ms|Miss|Master)\.? [A-Z][a-z]+"
ROAD = (
    r"(?:Street|Road|Lane|Avenue|Close|Drive|Way|Crescent|Court|Terrace|Gardens|Grove|Place"
    r"|Row|Walk|Hill|Rise|Green|Mews|Square|House|Flats|Estate|St|Rd|Ave)"
)
STREET = rf"\b[A-Z][a-z]+(?: [A-Z][a-z]+)? {ROAD}\b"
SCHOOL = r"(?:School|Academy|College|Nursery|Primary|High)\b"
NO_PERSON = re.compile(
    r"\b(?:Support|Commissioner|Service|Services|Society|Care|Unit|Code|Act|Assessment|Strategy"
    r"|Fund|Police|Council|Board|Trust|Foundation|House|Team|Centre|Partnership|Force|Committee"
    r"|Panel|Voice|Charter|Hub|Programme|Project|County|City|Mercia|Midlands|Shire|Government"
    r"|Justice|Office|Crime|Law|Report|Plan|Review|Court|January|February|March|April|May|June"
    r"|July|August|September|October|November|December|Scheme|Line|Surcharge|Satisfaction"
    r"|Constable|Health|Safer|Streets|Street|Road|Needs|Contact|Protection|Intermediary)\b"
)
UNDER_18 = (
    r"(?:[1-9]|1[0-7]|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    r"|fourteen|fifteen|sixteen|seventeen)"
)
YEAR_OLD = rf"\b{UNDER_18}(?:[- ]years?[- ]old|[- ]?y/?o)\b"
SEXED = r"\b(?:[MF] ?/ ?(?:1[0-7]|[1-9])|F1[0-7]|M1[02-7])\b(?!-)"
"""“M/14”, “F15”: a child as a log of cases writes it; M11 is a road."""


def person(name: str, names: frozenset[str]) -> bool:
    """Could it be a person who is not one of the office-holders and bodies that are named?"""
    return name.casefold() not in names and not NO_PERSON.search(name)
