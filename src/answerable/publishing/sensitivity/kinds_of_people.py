"""Words for people: what they do, whose they are, what was done to them."""

TRADES = (
    r"accountant|actor|apprentice|architect|artist|bailiff|baker|banker|barber|barista|barmaid"
    r"|barman|bartender|beautician|beekeeper|bell[- ]ringer|bishop|blacksmith|bookkeeper"
    r"|bookmaker|boxer|bouncer|breeder|bricklayer|builder|busker|butcher|captain of|car"
    r" (?:dealer|washer|salesman)|care worker|carer|caretaker|carpenter|cashier|caterer|chaplain"
    r"|chef|chemist|childminder|choir\w+|churchwarden|cleaner|clerk|coach|consultant|cook"
    r"|councillor|courier|curate|deacon|decorator|deliveryman|delivery driver|dentist|deputy head"
    r"|designer|dinner lady|doctor|dog walker|doorman|doorwoman|docker|drummer"
    r"|(?<!drink )(?<!drink-)driver"
    r"|electrician|engineer|estate agent|farmer|farmhand|farrier|firefighter|fisherman|fishmonger"
    r"|fitter|florist|footballer|foreman|forester|gamekeeper|gardener|goalkeeper|governor|GP"
    r"|greengrocer|grocer|groundsman|hairdresser|head ?teacher|health visitor|imam|instructor"
    r"|ironmonger|janitor|jeweller|jockey|joiner|journalist|keyholder|headmaster|headmistress"
    r"|lab technician|labourer"
    r"|landlady|landlord|lawyer|lecturer|librarian|lifeguard|locksmith|lodger|lollipop \w+"
    r"|lorry driver|magician|magistrate|manageress|manager|mechanic|midwife|milkman|minister"
    r"|monk|musician|nanny|newsagent|nun|nurse|organist|optician|painter|paramedic|pastor"
    r"|pensioner|pharmacist|photographer|physio\w*|pilot|plasterer|plumber|porter|postman|post"
    r"master|postmistress|postwoman|priest|prison officer|probation officer|professor"
    r"|proprietor|publican|rabbi|receptionist|referee|reporter|roofer|sacristan|sailor|salesman"
    r"|scaffolder|scout leader|seamstress|secretary|security guard|shepherd|shop assistant"
    r"|shopkeeper|singer|social worker|soldier|solicitor|steward|stockman|street cleaner"
    r"|student|supply teacher|surgeon|surveyor|swimmer|tailor|tattooist|taxi driver"
    r"|teacher|teaching assistant|technician|telephonist|tenant|trader|trainee|translator"
    r"|treasurer|truck driver|tutor|undertaker|usher|verger|vet|vicar|volunteer|waiter|waitress"
    r"|warden|watchman|weaver|welder|widow|widower|window cleaner|yoga teacher|youth worker"
)
KIN = (
    r"mother|mum|father|dad|parents?|sister|brother|son|daughter|wife|husband"
    r"|partner(?! (?:in|agenc\w+|organi\w+|bod\w+|forces?)\b)|girlfriend"
    r"|boyfriend|cousin|nephew|niece|aunt|uncle|gran|nan|grandmother|grandfather|grandparents?"
    r"|grandson|granddaughter|stepson|stepdaughter|stepfather|stepmother|step-?\w+|twin|fianc\w+"
    r"|ex\b|ex-(?:wife|husband|partner|\w+friend)|godson|in-laws?|foster (?:mother|father|carers?"
    r"|parents?|child|son|daughter|family|home|placement)|half-\w+|guardian|widow|widower"
)
CHILD = (
    r"boy|girl|child|lad|lass|teenager|teen|youngster|schoolboy|schoolgirl|toddler|baby|infant"
    r"|pupil|youth|sixth[- ]former|adolescent|minor|newborn"
)
HARMED = (
    r"victim|witness|complainant|survivor|injured party|aggrieved|deceased|claimant|caller"
    r"|whistle-?blower|juror|patient|detainee|prisoner|claimant|referrer|reporter of"
)
ROLES = (
    r"informant|informer|source|agent|contact|insider|handler|nominal|suspect|offender|dealer"
    r"|runner|courier|ringleader|fixer|armourer|enforcer|supplier|line holder|associate|defendant"
)
PEOPLE = (
    rf"{TRADES}|{KIN}|{CHILD}|{HARMED}|{ROLES}|man|woman|lady|gentleman|person|resident"
    r"|neighbour|colleague|officer|constable|sergeant|PC|PCSO|inspector|detective|member of staff"
    r"|employee|worker|owner|holder|occupant|passenger|customer|guest|couple|family|household"
    r"|twins|brothers|sisters|siblings|single mother|pair|foreign national|asylum seeker|refugee"
    r"|Traveller|friend|flatmate|housemate|bystander|motorist|cyclist|pedestrian|player"
    r"|parishioner"
)
OF_BODIES = (
    r"(?:services?|care|support|units?|centres?|codes?|suites?|hubs?|rooms?|voice|teams?"
    r"|satisfaction|liaison"
    r"|survey|protection|exploitation|safeguarding|abuse|policy|strategy|safety|poverty|death"
    r"|welfare|health"
    r"|personal statements?"
    r"|sexual|criminal|fund|contact|needs|charter|report|referral|board|grade|posts?|vacanc\w+"
    r"|staff)\b"
)
