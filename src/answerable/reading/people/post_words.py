"""Words of lists of people: of posts and ranks, of bodies and places, honours and particles."""

from answerable.reading.roles import NOT_NAMES

_NOUNS = """
Accountant Adviser Advisor Administrator Alderman Alderwoman Analyst Assistant Auditor Auditors
Chair Chairman Chairwoman Chairperson Clerk Co-ordinator Coordinator Commander Commissioner
Constable Coroner Correspondent Councillor Cllr Deputy Director Editor Executive Firefighter
Governor Head Headmaster Headmistress Headteacher Inspector Leader Lead Manager Matron Mayor
Member Minister Barrister Caseworker Lawyer Nurse Observer Officer Ombudsman Person Principal
Prosecutor Registrar Reporter Representative Resident Reviewer Scrutineer Secretary Sergeant
Solicitor Specialist Spokesman Spokesperson Spokeswoman Superintendent Supervisor Surveyor Taker
Tenant Treasurer Trustee Vice-Chair Vice-Chairman Vice-chair Warden
"""
NOUNS = frozenset(_NOUNS.split())
"""What somebody is: a post ends in one of these, or has it before "of" and "for"."""

_OTHERS = """
DS DI DC PS PC Insp Inspecting Sgt Supt Ch Det Comm Portfolio Vice Co-opted Lay Independent
Secretariat Minutes Minute Note Senior Interim Professor Prof Canon Rev Reverend Revd Rabbi Imam
Sheikh Bishop Ald Baroness Baron Lord Lady Dame Judge Justice Captain Major Colonel Dr Miss Mx
Messrs Superintendents Inspectors Managers Officers Directors Rt Hon Station Watch Group Crew
Brigade Staff General Operations Operational Technical PA EA Business Insight Planning Programme
Communications Engagement Partnerships Partnership Procurement Estates Fleet Legal Compliance Risk
Transformation Change Neighbourhood Response Investigations Intelligence Forensic HR IT ICT
Administration Admin Policy Attendees Participants Observers Borough District University College
Academy School Church Centre Lane Avenue Square Park Place Gate Drive Building Floor Limited Ltd
Association Federation Union Society Foundation Charity Agency Network Forum Alliance Way Email
Telephone Website Apols Ref Sessions Session Teams Ambulance NHS
PCSO Coun To Contact Signed Attn Cc
"""
_BODIES = """
Board Council Trust Committee Panel Service Services Authority Partnership Federation Union Scheme
Association Team Group Police Constabulary Commission Agency Network Forum Society Foundation
"""
BODIES = frozenset(_BODIES.split())
"""A run of capitals that ends in one of these names a body, never a person."""

POSTS = frozenset((*NOT_NAMES, *NOUNS, *_OTHERS.split(), *_BODIES.split()))
"""Words that are no part of a person's name."""

_SURNAMES = "Hall West North East South March May August Good Court Bishop Sheikh"
SURNAMES = frozenset(_SURNAMES.split())
"""Of those, the ones that may be the last word of a name in a list."""

PLACES = frozenset(("Gate", "Lane", "Park", "Church", "Drive", "Bridge", "Close", "Way"))
"""Of those, the ones that end a name behind a given name that people bear: "Una Gate"."""

_HONOURS = "OBE MBE CBE QPM KPM QFSM KFSM CBII JP MP KC QC DL BEM PhD CPFA FCCA"
HONOURS = frozenset(_HONOURS.split())
_PARTICLES = "de van von der den di la le al bin ap ab el da dos du ten ter"
PARTICLES = frozenset(_PARTICLES.split())
JOINS = frozenset(("of", "and", "&", "for", "the", "to", "in", "–", "-"))
_RANKS = "CC DCC ACC ACO PCC DPCC PFCC DPFCC CFO DCFO ACFO CEO HMI COO MO OPCC SRO DSU DCI DI DS"
RANKS = frozenset(_RANKS.split())
"""Short forms of offices that stand where initials could."""

_LONE = "Constable Superintendent Inspector Supt Insp Sergeant Sgt Commander Officer Commissioner"
LONE = frozenset(_LONE.split())
"""Behind one of these, a rank or a title, a surname alone is a person."""
