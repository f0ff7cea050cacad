"""Signs that a sentence speaks of one person, and of a matter that must stay unknown."""

import re

from answerable.publishing.sensitivity.first_names import FIRST_NAMES
from answerable.publishing.sensitivity.kinds_of_people import (
    CHILD,
    HARMED,
    KIN,
    OF_BODIES,
    PEOPLE,
    ROLES,
)
from answerable.publishing.sensitivity.words_of_people import SEXED, TITLED, YEAR_OLD, person

ONE = re.compile(
    rf"\b(?<!without )(?:the|an?|one|our|this|that|another|his|her|their|whose"
    rf"|[\w]+'s) (?!same|only force)"
    rf"(?:[\w'-]+,? ){{0,4}}?(?:{PEOPLE})\b(?!s\b|-| {OF_BODIES})"
    r"|\b(?:she|he|her|his|him|herself|himself)\b|\bwho (?:was|is|has|had)\b"
    rf"|^(?:[\w-]+ ){{0,3}}(?:{HARMED}|{CHILD}|{ROLES}|{KIN})\b(?!s\b|-| {OF_BODIES})"
    r"|\bone of (?:the|our|its|their|his|her) (?:[\w-]+ ){0,2}\w+s\b|(?<![\w.'])[A-HJ-Z]\.? (?:is"
    r"|was|has|told|who)\b"
    r"|\bsome(?:one|body)\b(?! (?:other|else|who|must|should))|\ba "
    rf"(?:\w+ )?\d{{1,2}}[- ]year[- ]old\b|{YEAR_OLD}|(?-i:{SEXED})",
    re.IGNORECASE,
)
MATTER = re.compile(
    r"\b(?:rape[sd]?|raping|sexual(?:ly)?|indecent\w*|molest\w*|grope[sd]?|flash(?:ed|er)"
    r"|assault\w*"
    r"|attack(?:ed|er|s)?|stab(?:bed|bing)?|shot|shooting|beat(?:en|ing)?|punched|kicked"
    r"|strangl\w+"
    r"|throttled|burnt|scalded|poison\w*|murder\w*|killed|manslaughter|abus\w+|neglect\w*|cruelty"
    r"|groom(?:ed|ing)|exploit\w+|traffick\w+|slavery|forced (?:to|into|marriage)|made to (?:carry"
    r"|sell|hold|hide|work|sleep)|FGM|mutilat\w+|honour[- ]based|cuckoo\w*|coerc\w+|controlling"
    r"|domestic|violen(?:t|ce)|stalk\w*|harass\w*|threat\w*|blackmail\w*|extort\w*|kidnap\w*"
    r"|abduct\w*|imprison\w*|held against|robbed|burgled|burglary|mugged|defraud\w*|scamm?\w*"
    r"|conned|tricked|lost £\S+|savings|fraud|racial\w* abus\w+|hate crime|spat (?:at|on)"
    r"|suicid\w*|self-?harm\w*|overdos\w+|(?:take|took|taken|taking|end|ended|ending) (?:his|her"
    r"|their|my) (?:own )?life|sectioned|hanged|died|death|body"
    r"|inquest|miscarr\w+|pregnan\w*|abortion|HIV|addict\w*|alcoholi\w+|mental (?:health|illness"
    r"|breakdown)|breakdown|depress\w+|psychos\w+|drunk|drugs?|drug-?taking|heroin|cocaine|crack"
    r"|cannabis|ketamine|spice|knife|knives|machete|firearms?|guns?|weapons?|gangs?|county lines?"
    r"|dealing|money mule|launder\w*|smuggl\w*|stash\w*|ran away|runs? away|missing|absconded"
    r"|in care|looked[- ]after|taken into|foster\w*|protection (?:plan|order|notice)|removed from"
    r"|at risk|safeguard\w*|referr(?:ed|al)|arrest\w*|charged with|detained|in custody|cell"
    r"|bail\w*|cautioned|strip[- ]search\w*|tasered|restrained|suspend\w*|dismiss\w*|misconduct"
    r"|affair|relationship with|sacked|resigned over|under investigation|investigated|interviewed"
    r"|questioned|suspected|accused|alleg\w+|complain\w*|reported (?:him|his|her|their|the|it"
    r"|that|what|an?"
    r"|to|"
    r"by|being)|report (?:of|that|from)|told (?:us|officers|police|detectives|her|his|the "
    r"(?:police"
    r"|officer|force|nurse|school|court))|disclos\w+|gave (?:evidence|a statement|an account"
    r"|us|police|officers|information|the)|statement|testif\w+|tip(?:ped|-?off)?|tips?"
    r"|informs?(?:ed)?|informant|informer|grass(?:ed|ing)?|passed (?:on|us|to)|passes|feeding"
    r"|feeds"
    r"|rang (?:us|in|police)|called (?:us|in|999|101|crimestoppers)|came forward|rings|speaks to"
    r"|talks to|talking to|meets (?:his|her|our)|(?:his|her|their|source|a) handler|nominal"
    r"|suspect|victims?"
    r"|witness(?:es|ed)?|complainants?|survivors?|deceased|whistle-?blow\w*|under (?:protection"
    r"|a new"
    r"|another|police protection)|relocated|moved (?:away|to a|for)|safe ?house|refuge"
    r"|new identity"
    r"|anonym\w+|asked not to be|does not want (?:to be|it|her|his)|wants? (?:her|his) (?:name"
    r"|identity)"
    r"|confiden\w+|ransom|trolled|bullied|revenge|intimate (?:images?|pictures?|photos?)|naked"
    r"|photographs? of (?:her|him)|sex(?:ting|ual)?|prostitut\w+|brothel|escort|indebted|owe[sd]?"
    r"|debts?|evict\w+|homeless|run over|hit by|crash|collision|injured|hurt|wounded|bruis\w+"
    r"|fractur\w+|hospital|intensive care|coma|lost (?:an? |his |her )?(?:eye|arm|leg|baby)"
    r"|saw the"
    r"|saw what|saw (?:him|her|it)|heard (?:the|shots|screams)|MARAC|ISVA|SARC|protected person"
    r"|enforcer|ringleader|armourer|line holder|told the (?:panel|session|commissioner|board) "
    r"(?:what|how)"
    r"|removed|chok\w+|slapp\w+|dragged|shoved|pushed (?:her|him)|locked (?:her|him)|bit (?:her"
    r"|him)|spat|touch(?:es|ed)|hits?|told staff|alcohol\w*|transgender|came out|gay|lesbian"
    r"|stolen|vandal\w+|scratched|smashed|graffiti|daubed|dog mess|wets the bed|nightmares"
    r"|since the raid|in hiding|paternity|divorc\w+|custody of|bankrupt\w*|gambl\w+|sick (?:leave"
    r"|since)|off sick|remand|HMP|court order|injunction|non-molestation|restraining"
    r"|patient|on (?:\w+ )?ward|weir|jumped|drown\w*|hanging|texting|sexts?|withdrew|licen[cs]e "
    r"(?:was|had)|lost (?:his|her)"
    r" (?:job|licence|children|home|savings)|left the force|struck off|sent home|resign\w*"
    r"|tribunal|grievance"
    r"|(?:[Cc]ase|[Pp]erson|[Vv]ictim|[Ww]itness|[Ss]ource) (?:\d+|[A-Z]) (?:is|was)|paedophile"
    r"|sex offender"
    r"|on the register|curfew|probation|warned about|cheat\w*|steal\w*|stole|theft|thief|caught"
    r"|beaten up"
    r"|(?:the|that|this|his|her|their|older|rival|our) (?:group|crew|line|firm|network|outfit)"
    r"|recruit(?:ed|s|ing)? (?:by|to|into|as|at|him|her)|runner|wraps|found with|caught with"
    r"|(?:is|are|was|now|been) helping (?:us|police|officers|detectives)|gives? (?:us|information"
    r"|names)"
    r"|identified (?:the|him|them)|picked (?:him|them|out)|excluded|on a tag|has a tag|carers"
    r"|social workers?|interpreter|trauma|asleep|upstairs when|shot at|direct(?:s|ed) the"
    r"|debts? to"
    r"|visited by|benefits|medical|records|diagnos\w+|treated for|abroad|deport\w+|immigration"
    r"|visa"
    r"|illegal\w*|without papers|NRM|jurors?|(?:strategy|child protection) (?:meeting"
    r"|discussion|conference)s? (?:for|about|on)|fight(?:s|ing)?|ignored (?:his|her|their)"
    r"|older (?:m[ae]n|males?|boyfriends?))\b",
    re.IGNORECASE,
)
PUBLIC_LIFE = re.compile(
    r"\b(?:award\w*|prize|medal|won|winner|poster|competition|opened (?:the|by|on)|has joined"
    r"|joined the"
    r"|youth commission|appointed|elected|election|thanked|praised|commend\w*|ceremony"
    r"|volunteer\w*|talk"
    r" (?:on|about)|lesson|curriculum|work experience|published|guide for|hosted|launch\w*"
    r"|jailed|sentenced|convicted|imprisoned|pleaded guilty|found guilty|fined|charged with"
    r"|was given an?|ward councillor|surgery|open day|bravery|WhatsApp|[Gg]ang show|Scouts?"
    r"|collision|week against|[Mm]inutes|[Nn]ext meeting|Conference Room|meets on|takes place"
    r"|opens? (?:on|from|at)|is open from|reopened|[Bb]uilders|will close|tickets"
    r"|Question from|whistleblowing line|on suspicion of|(?:were|been) (?:arrested in|carried out)"
    r"|led to \d+ arrests|seized \d|is defined|[Aa]n? \w+ is an?|is the officer who|youth group"
    r"|took part|our sources|source of ours|one a line|[Ww]ith its grant|[Ff]ront counter|uplift"
    r"|at cost|mark bicycles"
    r"|give advice|police cars|looking for an?|student officers|will patrol|supervisors told"
    r"|we have written|[Rr]esident asks|the line (?:above|below)|[Tt]heft from the person"
    r"|is not the same as|was given £|were passed on|has found|Neighbours|chaplain is"
    r"|owns the long-term|is a victim\b|board meets|exploited by a county line is|care staff"
    r"|[Cc]ells|call bells|on-call|Inquest touching|chief constable told us|[Hh]eld on|probation"
    r"|Rescue|by \d{1,2} |Body-worn|said that s?he was (?:satisfied|pleased|content|confident"
    r"|sorry)|never discussed"
    r"|probation officers|hearing will be|will be held in public|IOPC|told the meeting"
    r"|released under|(?:man|woman) from [A-Z]\w+ (?:was|has been) (?:arrested|charged)"
    r"|Guildhall|press office|probation officer|Crown Court|Magistrates"
    r"|Regulation 28|coroner'?s report|Member|Treasurer|Secretary|Councillor|Cllr|Professor|Chief"
    r"|HM Inspector|Inspectorate|[Pp]anel member|tells readers|readers"
    r"|(?:care|referral|support|protection) unit|advertised|"
    r"suite|(?:crime|support|referral|contact|community) centre|association)\b"
)
"""Words of what is public anyway and of courts."""
RULE = re.compile(
    r"\b(?:scheme|offered|policy|commissioner|rate|every|any|each|Each (?!of)\w+|should|must"
    r"|[Ii]f|asked (?:about|how|why|whether|when)"
    r"|may|(?:[Hh]ow|[Ww]hether|[Ww]hen|Where) an? (?:victim|witness|child|caller|complainant"
    r"|suspect"
    r"|detainee))\b"
)
"""Words of rules, offers and shares, which speak of nobody unless particulars say otherwise."""
DEFINITE = re.compile(
    rf"\b(?:[Hh]er|[Hh]is|[Ww]hose) (?:{KIN})\b"
    rf"|\b[Tt]he (?:[\w-]+ )?(?:{PEOPLE})(?:,? \w+)? (?:from|of|in|at|near) (?:[1-9]|[A-Z][a-z])"
    r"|, [A-Z][a-z]+, (?:was|had|has|is)\b"
)
"""One certain person, of whom a rule or an offer would not speak."""
GUARDED_ROLE = re.compile(r"\b(?:[Ww]histle-?blowers?|[Jj]uror|[Ii]nformant|[Ii]nformer)\b")
"""Roles of which the unit or the shift alone may tell who it is."""
_CALLED = re.compile(rf"\b({TITLED}|[A-Z][a-z]+(?:[-' ][A-Z][a-z]*\.?){{0,2}})")
_OFFICE = re.compile(
    r"(?:Councillor|Cllr|Commissioner|Constable|Superintendent|Inspector|Sergeant|HMI|Chief|Sir"
    r"|Dame"
    r"|Lord|Lady|Professor|Judge|Officer|Minister|Chair|Deputy|Mayor|MP|Dr|Treasurer|Clerk"
    r"|Secretary"
    r"|Director|Member|PCSO|DCC|ACC|CC|PCC|chief constable|commissioner|chief executive|successor)"
    r"[,:]? $"
)
_IN_OFFICE = re.compile(
    r"^,? \(?(?:the |its |our |his |her )?(?:\w+ ){0,2}(?:chair\w*|chief|deputy|commissioner"
    r"|director|head"
    r"|secretary|treasurer|clerk|leader|MP|editor|president|inspector|spokes\w+|CBE|OBE"
    r"|QPM|KC|said that|presented|replied|reported that|noted|chaired|signed|asked (?:about|why"
    r"|how|for)|to (?:have|bring|write|report|provide|circulate|send|check"
    r"|confirm|arrange|lead|draft|publish|ask|meet|review|update|present|set|agree|share|raise"
    r"|prepare))\b"
)


def named(sentence: str, names: frozenset[str]) -> bool:
    """Does it name somebody who is neither named in public nor speaks in an office?"""
    for match in _CALLED.finditer(sentence):
        first = match[1].split()[0]
        if first not in FIRST_NAMES and not re.match(TITLED, match[1]):
            continue
        if not person(match[1], names) or _OFFICE.search(sentence, 0, match.start()):
            continue
        if not _IN_OFFICE.match(sentence[match.end() :]):
            return True
    return False
