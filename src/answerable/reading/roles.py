"""Offices and ranks as documents write them, and the shape of a person's name."""

import re

_HOLDING = (
    r"(?:(?:Temporary|Acting|Interim|Deputy|Former|Assistant|T/|A/|D/|Temp\.?|Vice[- ]) ?){0,2}"
)
_MAJESTY = r"(?:(?:His|Her) Majesty[’']s|HM)"
RANKED = (
    rf"{_MAJESTY} (?:Chief |Assistant |Lead )?Inspectors? of (?:Constabulary|Fire (?:&|and) Rescue"
    r" Services?|Prisons|Probation|Education[^,\n]{0,40})"
    r"(?: and (?:His|Her|HM)? ?(?:Majesty[’']s Inspector of )?Fire (?:&|and) Rescue Services?)?"
    rf"|{_MAJESTY} (?:Chief |Lead )?Inspector|HMCI(?:C|FRS)?|HMI\b"
    r"|(?:deputy )?[Cc]hief [Ii]nspector of (?:adult social care|general practice"
    r"|primary medical services|[a-z]+)"
    r"|Lead [Ii]nspector|HM Chief Inspector"
    r"|(?:[A-Z]\w+ ){0,2}(?:Police|Deputy Police|Police, Fire) (?:and|&|,) (?:Fire (?:and|&) )?"
    r"(?:Crime|Crime and Victims[’']?)"
    r" Commissioner|Police, (?:Crime and Victims[’']|Fire and Crime) Commissioner"
    r"|(?:Chief Constable|Chief Fire Officer|Commissioner of Police|Police Commissioner"
    r"|(?:Detective )?(?:Chief )?Superintendent|Ch/Supt|C/Supt|D/Supt|Det\.? Supt\.?|Supt\.?"
    r"|(?:Detective )?Chief Inspector|DCI|(?:Detective )?Inspector|DI\b"
    r"|Commander|Assistant Commissioner|Deputy Assistant Commissioner"
    r"|DCC|ACC|ACO|CC|DPCC|PFCC|PCC|PCVC|DPFCC|CFO|DCFO|ACFO|CEO|Chief Finance Officer"
    r"|Chief Executive(?: Officer)?|Chief Operating Officer|Chief of Staff|Monitoring Officer"
    r"|Treasurer|Section 151 Officer|(?:Independent|Lay|Co-opted) (?:Person|Member)|Commissioner"
    r"|Mayor|Home Secretary|Policing Minister|Minister for \w+"
    r"|(?:Shadow )?(?:Home|Health|Education) Secretary|Secretary|Chair(?:man|woman|person)?"
    r"|[Cc]ouncil [Ll]eader|[Ll]eader of (?:the |[A-Z]\w+ )*[Cc]ouncil|[Oo]pposition [Ll]eader"
    r"|(?:[Oo]pposition )?[Cc]ouncillor|Cllr|Member of Parliament|MP\b"
    r"|Head of [A-Z][\w&’']+(?:,? (?:and|&|of|for|the|[A-Z][\w&’']+)){0,5}"
    r"|Director (?:of|for) [A-Z][\w&’']+(?:,? (?:and|&|of|for|the|[A-Z][\w&’']+)){0,5}"
    r"|(?:Executive|Corporate|Strategic|Managing|Medical|Finance) Director"
    r"(?: (?:of|for) [A-Z][\w&’']+(?:,? (?:and|&|of|for|the|[A-Z][\w&’']+)){0,5})?"
    r"|[\w&’']+ (?:Lead|Manager|Director|Officer|Adviser|Advisor|Secretary|Solicitor|Analyst)"
    r"|Minutes|Note ?taker|Secretariat)"
)
ROLE = rf"(?:{_HOLDING}(?:{RANKED}))"
ROLE_RE = re.compile(ROLE)

# Ranks short enough to stand in front of a name in running prose.
PREFIX = (
    rf"(?:{_HOLDING}(?:{_MAJESTY} (?:Chief |Lead )?Inspectors? of (?:Constabulary|Fire (?:&|and) "
    r"Rescue Services?|Prisons|Probation)(?: and (?:His|Her|HM)? ?(?:Majesty[’']s Inspector of )?"
    r"Fire (?:&|and) Rescue Services?)?|(?:(?:His|Her) Majesty[’']s|HM) (?:Chief |Lead )?Inspector"
    r"|(?:[Dd]eputy )?[Cc]hief [Ii]nspector of (?:adult social care|general practice"
    r"|primary medical services|[a-z]+)|HMI|HMCI"
    r"|(?:Police and Crime|Police, Fire and Crime|Police, Crime and Victims[’']|Police & Crime) "
    r"Commissioner|PCC|PFCC|DPCC|DPFCC|PCVC|Chief Constable|Chief Fire Officer|CFO|CC|DCC|ACC|ACO"
    r"|(?:Detective )?(?:Chief )?Superintendent|(?:Det\.? |D/|Ch/|C/|D )?(?:Ch\.? |Chief )?Supt\.?"
    r"|(?:Detective )?(?:Chief )?Inspector|(?:Det\.? )?(?:Ch\.? )?Insp\.?|DCI"
    r"|Commander|Commissioner|Chief Executive(?: Officer)?"
    r"|Chief Finance Officer|Chief Operating Officer|Chief of Staff|[Cc]ouncil [Ll]eader"
    r"|(?:[Oo]pposition )?[Cc]ouncillor|Cllr|[Hh]ome [Ss]ecretary|Policing [Mm]inister|[Mm]ayor"
    r"|(?:Area|Group|Station|Watch|Borough) (?:Manager|Commander)|Sergeant|Governor"
    r"|Treasurer|chief constable|police chief"
    r"|(?:[Hh]ead ?teacher|[Hh]eadmaster|[Hh]eadmistress)(?!,)"
    r"|police and crime commissioner|council leader|spokes(?:man|woman|person)|superintendent"
    r"|[Cc]hief [Ii]nspector|[Ii]nspector|[Cc]hief [Ee]xecutive|[Dd]irector|[Tt]rust chair"
    r"|Chair(?:man|woman)?"
    r"|(?:[Ee]xecutive )?[Dd]irector of [a-z’']+(?: [a-z’']+){0,2}))"
)

TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Professor|Prof|Rt Hon|Rev)\.?"
_PART = r"(?:(?:Mc|Mac|O[’'])?[A-Z][a-zà-öø-ÿ]+(?:-(?:Mc|Mac|O[’'])?[A-Z][a-zà-öø-ÿ]+)*)"
NAME = (
    rf"(?:(?:{_PART}|[A-Z]\.)(?: (?:[A-Z]\.? |de |van |von |der |di |la "
    rf"|le ){{0,2}}{_PART}){{1,3}})"
)
SURNAME = _PART

NOT_NAMES_WORDS = (
    "Police Constabulary Council Commissioner Constable Chief Fire Rescue Service Crime Force"
    " Board"
    " Panel Committee County City Office Inspector Inspectorate Home Secretary Government"
    " Assistant"
    " Deputy Acting Temporary Director Officer Head Chair Member Members Councillor Councillors"
    " Safer"
    " Streets Fund Act Report Action Actions Agenda Minutes Meeting Apologies Performance"
    " Assurance"
    " Accountability Public Local National Regional Area Areas Improvement Recommendation"
    " Recommendations Cause Concern Inspection Letter Dear Yours Sincerely January February March"
    " April May June July August September October November December Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday Ofsted North South East West New The This These Our Your His"
    " Her Its Their And With From For Victims Victim Services Children Children’s Community"
    " Communities Strategic Strategy Plan Budget Finance Item Conference Room Hall Town Street"
    " Road"
    " House Court Majesty Majesty’s Majesty's Constabulary Domestic Abuse Serious Organised"
    " Violence"
    " Duty Quarter Next Date Time Venue Present Attendance Summary Update Any Other Business"
    " Review"
    " Overall Ratings Rating Requires Good Inadequate Adequate Outstanding He She They It We In"
    " On At"
    " Cllr Cllrs Mr Mrs Ms Dr Sir Group Team Unit Trust Hospital Headquarters Governance Joint"
    " Executive"
    " Response Statement Scrutiny Notes Draft Final University Oracle Herald Star Image Photo"
    " Detective Superintendent Operation Project Stop Search Peel Effectiveness Efficiency"
    " Legitimacy Policing Protection Prevention Safeguarding Resources Human Data Information"
    " Digital Custody Vetting Standards Professional Complaints Audit Corporate Legal Democratic"
    " Support Development Social Care Health Education Quality Commission Authority Sent"
    " Published Background"
    " Conclusion Introduction Decision Owner Due Status But If When While After Before Since Under"
    " Minister Treasurer Mayor Supt Sgt DCC ACC CC PCC DCI Manager Adviser Advisor Advice"
    " Solicitor Analyst Administrator Insp Ch Det By Integrated Healthwatch Bridge Maltings"
    " Exchange Quay Wharf Barracks Cathedral Old Upper Lower Great Little Royal"
    " Combined Prosecution Inspectorate Homes Housing Limited Crisis Bonfire"
    " Professor Prof Dame Opening Closing Remarks Welcome Medical Clinical Nursing"
    " Senior Joined Settlement Notification Notifications Urgent Issues Urges Warns Commends"
    " Publishes Praises Criticises Trusts Authorities Forces Councils Prisons Schools Inspectors"
)
NOT_NAMES = frozenset(NOT_NAMES_WORDS.split())

HOLDINGS = (
    ("temporary", re.compile(r"\b(?:Temporary|Temp|T/)", re.IGNORECASE)),
    ("acting", re.compile(r"\b(?:Acting|Interim|A/)", re.IGNORECASE)),
    ("deputy", re.compile(r"\b(?:Deputising|Deputy for (?:the )?[A-Z])", re.IGNORECASE)),
)


def holding(role: str) -> str | None:
    """Temporary, acting or deputising where the role says so, else None.

    The deputy in "Deputy Chief Constable" is part of the rank, and held in one's own right.
    """
    return next((name for name, pattern in HOLDINGS if pattern.search(role)), None)


def is_name(words: str) -> bool:
    """Whether capitalised words can be a person's name."""
    parts = words.replace("’s", "").split()
    return 2 <= len(parts) <= 5 and not any(
        part.strip(".,") in NOT_NAMES or max(map(len, part.split("-"))) > 18 for part in parts
    )
