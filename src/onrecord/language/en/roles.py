"""Nouns for people by their role or title, and for the bodies and documents that news quotes like people.

In: nothing. Out: sets of lower-case lemmas. Out of scope: names.

Source: our own lists, after the ISCO-08 major groups (legislators, officials, managers, armed forces) and
the source types of Pareti (2013): named, unnamed by role, collective, document.
"""

from __future__ import annotations


def _split_words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


PERSON_ROLES = _split_words(
    """
    activist adviser advisor aide ambassador analyst archbishop astronaut attorney author banker
    bishop boss brigadier broadcaster cabinet_member campaigner candidate captain cardinal chair
    chairman chairwoman chairperson chancellor chief cleric coach colonel columnist commander
    commissioner commentator consultant contractor coordinator councillor congressman
    congresswoman corporal correspondent critic deputy detective diplomat director doctor driver
    economist editor emir engineer envoy executive expert farmer father firefighter fighter
    founder general geologist governor guard head historian imam inspector instructor insider
    investigator jihadist journalist judge king lawmaker lawyer leader lecturer legislator
    lieutenant lobbyist major manager marshal marine mayor mediator minister monk mother mp mep
    msp negotiator neighbour neighbor nurse observer officer official operative organiser
    organizer owner paramedic parliamentarian pastor patient permanent_secretary pilot physician
    policeman policewoman politician pollster pope premier president priest prime_minister
    prince princess principal prisoner producer professor prosecutor protester psychologist
    queen rebel refugee reporter representative researcher resident sailor scholar scientist
    secretary senator sergeant sheikh sheriff soldier solicitor source speaker specialist
    spokesman spokesperson spokeswoman strategist student superintendent surgeon survivor
    taoiseach teacher technician trader treasurer trainer undersecretary veteran vicar victim
    villager volunteer whistleblower witness worker writer
    """
)
"""Heads of a phrase that refers to one person."""

ROLES_WITH_MODIFIER = _split_words(
    """
    source head chief general chair major marine father mother driver owner guard fighter
    patient speaker student worker leader victim principal king queen prince expert critic
    """
)
"""Roles that are an entity only with a modifier or as the subject of a verb of saying; a bare "the head" is none."""

COLLECTIVE = _split_words(
    """
    activist administration agency airline alliance ally analyst army authority bank board bloc
    broadcaster cabinet campaign camp charity church coalition command commission committee
    company congress council country court crew critic delegation democrat department diplomat
    economist embassy expert family firm force government group house industry insider institute
    investor jury lawmaker leader left lobby management media military minister ministry
    movement navy neighbour network observer office official opponent opposition organisation
    organization parliament party people police politician poll pollster press prosecutor
    protester public regime reporter republican researcher resident right scientist senate side
    source staff supporter team union university unit veteran villager voter watchdog witness
    woman man
    """
)
"""Heads of a phrase that refers to several people: bodies in the singular, people in the plural."""

DOCUMENTS = _split_words(
    """
    account advertisement affidavit agreement analysis announcement article assessment audit
    bill blog book brief briefing brochure broadcast bulletin cable census chart column
    communique communiqué complaint constitution court_filing data declaration diary document
    documentary dossier draft editorial email e-mail evidence exhibit figure file filing finding
    fact_sheet guideline headline index indictment inquiry instruction interview investigation
    journal law lawsuit leaflet letter list log magazine manifesto manual map memo memoir
    memorandum message minutes motion newspaper news_release note notice order pamphlet paper
    petition plan platform poll post poster press_release program proposal publication quote
    reading record recording release report research resolution review ruling schedule script
    sign statement statistic strategy study submission summary survey table tape text testimony
    transcript treaty tweet update verdict version video website white_paper
    ad advert calculation commercial essay estimate footage op-ed polling result
    """
)
"""Heads of a phrase that refers to something written or recorded."""

TITLES = _split_words(
    """
    mr mrs ms miss mx dr sir dame lord lady baroness baron prof professor rev reverend fr father
    sister brother pope cardinal archbishop bishop rabbi imam sheikh sheik king queen prince
    princess emir sultan ayatollah mullah president premier chancellor taoiseach senator sen
    congressman congresswoman representative rep governor gov mayor councillor cllr ambassador
    secretary minister judge justice gen general lt lieutenant col colonel maj major capt
    captain sgt sergeant cpl corporal pte private brig brigadier adm admiral cmdr commander
    commodore marshal field_marshal wing_commander lance inspector detective constable sheriff
    superintendent chief cdr det insp supt dci wpc
    """
)
"""Titles before a person's name, without full stop."""

HONORIFICS = _split_words(
    """
    mr mrs ms miss mx sir dame lord lady dr
    """
)
"""Titles that state no role."""

MALE_TITLES = _split_words(
    """
    mr sir lord king prince baron father brother pope emir sultan congressman
    """
)
"""Titles of men."""
FEMALE_TITLES = _split_words(
    """
    mrs ms miss dame lady queen princess baroness sister congresswoman
    """
)
"""Titles of women."""

ROLE_ADJECTIVES = _split_words(
    """
    acting active administration anonymous army assistant border cabinet chief coalition
    congressional counter-terrorism counterterrorism defence defense deputy diplomatic downing
    eu european ex executive federal first foreign former government head health high-ranking
    home humanitarian independent industry intelligence interior internal interim international
    judicial junior justice labour law-enforcement law leading legal local military minister
    nato naval official opposition oil parliamentary party pentagon permanent police
    political prime principal prison regional retired royal second security senior shadow
    special state top trade treasury unnamed us western whitehall white
    """
)
"""Modifiers that make "source" a person: "a senior defence source", not "an energy source"."""
