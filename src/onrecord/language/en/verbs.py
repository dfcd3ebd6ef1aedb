"""Verbs by meaning: the PLOVER coding of verbs, and classes of verbs that clauses, events and commitments share.

In: nothing. Out: a table, and frozen sets of lemmas (a particle is joined by `_`). Out of scope: what a governing verb states
of an event (`modals`), and sets of one wing, which are in its `en/`.

Each line of `PLOVER_TABLE` is `ROOT mode contexts | specs`; `-` is none. A spec is a verb lemma, with `_particle`, `+CLASS`
(an object, or passive subject, of that class of nouns), `@preposition` (`_` joins words) and `>CLAUSE` for a complement
clause ("refused to"). The spec that asks for most wins. Verbs that are not listed have no root; they can still denote an
event.

Source: written for onrecord after the PLOVER manual (Open Event Data Alliance), chapter 3, and checked
on its gold standard records.
"""

from __future__ import annotations

from typing import Final

PLOVER_TABLE: Final = """
ACCUSE disapprove - | accuse condemn denounce criticise criticize blame decry slam blast deplore lambast
ACCUSE disapprove - | lambaste castigate rebuke reprimand chide scold berate disapprove deride mock insult
ACCUSE disapprove - | censure fault admonish vilify ridicule belittle malign attack@over
ACCUSE disapprove - | complain object oppose lash_out hit_out speak_out@against chastise disparage
ACCUSE disapprove - | lament regret+ATTACK question assail protest@to reproach upbraid savage lambaste
ACCUSE disapprove - | express+CONCERN voice+CONCERN disagree brand label dub
ACCUSE disapprove legal | convict find_guilty
ACCUSE allege legal | indict sue prosecute arraign impeach allege implicate summon try@for
ACCUSE allege legal | file+CHARGE bring+CHARGE lodge+CHARGE press+CHARGE level+CHARGE petition@against
ACCUSE allege legal | take@to_court bring@to_court suspect+PERSON suspect@of suspect+ANY press_charges lay+CHARGE make+CHARGE
ACCUSE investigate legal | investigate probe audit interrogate question+PERSON look_into inquire examine
ACCUSE investigate legal | launch+INQUIRY open+INQUIRY begin+INQUIRY order+INQUIRY hold+INQUIRY scrutinise
ACCUSE investigate legal | scrutinize search_for look@into inspect conduct+INQUIRY start+INQUIRY
AGREE - - | agree promise pledge vow undertake commit volunteer assure guarantee offer accept consent
AGREE - - | reach+AGREEMENT strike+AGREEMENT make+COMMITMENT give+COMMITMENT conclude+AGREEMENT
AGREE - - | broker+AGREEMENT negotiate+AGREEMENT sign_up@to announce+AGREEMENT promise+AID pledge+AID
AGREE - - | make+AGREEMENT seal+AGREEMENT clinch+AGREEMENT secure+AGREEMENT invite propose+TALKS
AGREE - - | finalise+AGREEMENT finalize+AGREEMENT pledge_to accept+DEMAND accede
AGREE - - | settle+CHARGE settle come_to_terms plan+TALKS schedule+TALKS earmark
AID - - | donate fund finance subsidise subsidize assist help aid give+AID provide+AID supply+AID grant+AID
AID - - | send+AID deliver+AID extend+AID lend loan sponsor compensate hand_out distribute
AID - - | bail_out reimburse award+MONEY give+MONEY pay+AID allocate disburse
AID - - | provide@with supply@with support+AID release+MONEY bankroll serve@with treat provide@for provide@to
AID military military | arm train equip provide+ARMS supply+ARMS send+ARMS give+ARMS deliver+ARMS
AID military military | advise+FORCES sell+ARMS ship+ARMS hand_over+ARMS
AID humanitarian humanitarian | rescue evacuate feed house shelter airlift resettle vaccinate deliver+AID
AID humanitarian humanitarian | ferry repatriate+PERSON protect accommodate host+PERSON
AID asylum migration | grant@asylum
ASSAULT - military | attack assault bomb bombard shell invade ambush raid strike+ANY pound fight clash battle
ASSAULT - military | storm open_fire fire@at fire@on open+ATTACK launch+ATTACK carry_out+ATTACK target
ASSAULT - military | conduct+ATTACK mount+ATTACK stage+ATTACK wage+ATTACK hit+BUILDING overrun besiege
ASSAULT - military | launch@at fire+ATTACK fire lob drop+ATTACK retaliate defeat+FORCES overrun capture+TERRITORY
ASSAULT - military | seize+TERRITORY occupy retake recapture conquer annex torpedo sink shoot_down down
ASSAULT - military | storm+TERRITORY take_over+TERRITORY overthrow topple oust crush repel advance@on
ASSAULT - military | target+ATTACK step_up+ATTACK exchange+ATTACK battle@with raid@in
ASSAULT - - | kill wound injure slay murder shoot maim slaughter massacre gun_down behead stab hack@to_death
ASSAULT - - | knife poison execute hang lynch burn+PERSON strangle bludgeon decapitate exterminate mow_down
ASSAULT - - | blow_up+PERSON detonate explode ram injure harm
ASSAULT abduct - | abduct kidnap hijack take+CAPTIVES take_hostage take@hostage hold@hostage
ASSAULT assassinate - | assassinate
ASSAULT beat - | beat+VICTIM punch kick beat_up mug batter whip flog club manhandle rough_up slap assault+PERSON
ASSAULT sexual - | rape molest sexually_assault abuse grope
ASSAULT torture - | torture waterboard mutilate mistreat electrocute
ASSAULT destroy - | blow_up burn_down set_fire destroy bulldoze torch raze demolish vandalise vandalize
ASSAULT destroy - | ransack damage level+BUILDING firebomb dynamite gut loot set_ablaze set+BUILDING@on_fire
ASSAULT destroy - | flatten sabotage wreck set+BUILDING@on_fire set_alight
ASSAULT - military | launch+STRIKE carry_out+STRIKE conduct+STRIKE
ASSAULT crowd-control - | tear-gas fire@into_the_air
COERCE arrest legal | arrest detain imprison jail apprehend incarcerate intern nab sentence round_up
COERCE arrest legal | capture+PERSON seize+PERSON hold+PERSON capture remand hold@in_custody extract
COERCE arrest legal | take@into_custody lock_up hold_captive put@under_arrest place@under_arrest
COERCE arrest legal | put@on_trial put@in_prison pick_up+PERSON jail@for lock
COERCE seize legal | confiscate impound seize expropriate nationalise nationalize requisition raid+BUILDING
COERCE seize legal | search freeze+PROPERTY search+BUILDING intercept extort commandeer evict
COERCE ban - | ban outlaw prohibit bar disqualify blacklist dissolve proscribe forbid
COERCE censor rights_freedoms | censor gag silence shut_down muzzle close_down jam block+STATEMENT
COERCE restrict - | restrict blockade seal_off impose+RESTRICTION cordon_off close+TERRITORY suppress
COERCE restrict - | repress disperse crack_down clamp_down persecute force coerce compel prevent tighten
COERCE restrict - | oppress harass intimidate confine quarantine deny+AID shut+TERRITORY subdue break_up
COERCE restrict - | quash stifle bully exploit stop+BODY disperse+BODY pressure rule_over turn_back block
COERCE restrict - | hinder impede thwart foil surround isolate monitor spy spy@on wiretap bug
COERCE curfew - | impose_curfew
COERCE martial-law - | impose_law declare_emergency impose_emergency declare+RESTRICTION
COERCE deport migration | deport expel+PERSON exile uproot drive_out force_out displace
COERCE deport migration | force@out_of drive@from
COERCE withhold - | cut_off withhold starve deprive shut_off switch_off
COERCE cyber cyber | hack deface hack@into breach+PROPERTY
COERCE misinformation misinformation | deceive mislead dupe manipulate trick
CONSULT - diplomatic | meet meet@with confer consult negotiate discuss mediate hold+TALKS talk@to talk@with
CONSULT - diplomatic | have+TALKS begin+TALKS resume+TALKS start+TALKS open+TALKS conclude+TALKS attend+TALKS
CONSULT - diplomatic | convene sit_down@with brief host+TALKS chair+TALKS address+TALKS join+TALKS debate
CONSULT - diplomatic | bargain speak@with speak@to haggle meet_with renew+TALKS continue+TALKS
CONSULT - diplomatic | take_part@in parley greet shake_hands speak@about speak@by_telephone speak@by_phone speak@on hear@from
CONSULT - diplomatic | interview converse broach chat attend exchange+TALKS arrive@for mediate@between
CONSULT visit diplomatic | visit host tour fly@to travel@to arrive@in receive+PERSON make+TALKS pay+TALKS
CONSULT visit diplomatic | arrive@at welcome@to call@at stop_over@in
CONSULT phone diplomatic | telephone phone ring
CONSULT - - | write@to email correspond contact
COOPERATE - - | cooperate collaborate work@with team_up partner join_forces liaise exchange coordinate
COOPERATE - - | work_together work@alongside join+MEMBERSHIP strengthen+RELATIONS boost+RELATIONS
COOPERATE - economic | trade sell buy invest purchase import export do_business lease acquire merge
COOPERATE - economic | sell@to buy@from invest@in open@trade
COOPERATE - military | drill hold+EXERCISE conduct+EXERCISE stage+EXERCISE carry_out+EXERCISE
COOPERATE - military | launch+EXERCISE begin+EXERCISE start+EXERCISE fight@alongside ally@with
COOPERATE - legal | extradite hand_over+PERSON hand_over+CAPTIVES@to
COOPERATE - intelligence | share share+INTELLIGENCE provide+INTELLIGENCE pass_on+INTELLIGENCE
COOPERATE - intelligence | exchange+INTELLIGENCE supply+INTELLIGENCE hand_over+INTELLIGENCE
MOBILIZE troops military | deploy mobilise mobilize muster dispatch send+FORCES amass mass redeploy
MOBILIZE troops military | station position+FORCES move+FORCES reinforce call_up rush+FORCES build_up
MOBILIZE troops military | beef_up increase+FORCES deploy+FORCES bolster+FORCES expand+FORCES conscript
MOBILIZE troops military | recruit+FORCES enlist scramble raise+FORCES step_up+FORCES march@into assemble
MOBILIZE troops military | put@on_alert place@on_alert patrol rotate strengthen+FORCES commit+FORCES
MOBILIZE troops military | activate+FORCES base+FORCES draft raise_alert concentrate@on prepare@for_war
MOBILIZE weapons military | test-fire test+ARMS launch+ARMS test-launch arm@with enrich
PROTEST demo - | protest demonstrate rally march take@to_the_streets stage+PROTEST hold+PROTEST picket
PROTEST demo - | organise+PROTEST organize+PROTEST rally@against demonstrate@against mount+PROTEST
PROTEST demo - | occupy+STREETS chant heckle boo petition gather@outside gather@to_protest
PROTEST demo - | protest@against march@on burn+FLAG burn@flag parade@against go@on_a_march join+PROTEST
PROTEST strike - | strike strike@over walk_out go@on_strike down_tools stage+STRIKE call+STRIKE
PROTEST boycott - | boycott
PROTEST riot - | riot revolt rebel rampage rise_up clash@with_police hurl throw@at pelt
PROTEST obstruct - | barricade block+ROADS blockade+ROADS obstruct
REJECT - - | reject refuse decline rebuff veto spurn dismiss+DEMAND rule_out deny turn_down defy disobey
REJECT - - | vote_down throw_out+DEMAND shun snub ignore resist rebut dispute refute walk_away@from flout
REJECT - - | oppose+DEMAND deny+DEMAND repudiate scrap+TALKS cancel+TALKS call_off+TALKS overrule
REJECT - - | disregard scoff renege violate+AGREEMENT breach+AGREEMENT break+AGREEMENT back_out
REJECT - - | overturn deny>CLAUSE dismiss oppose+AGREEMENT block+DEMAND postpone+TALKS
REJECT - - | rule_against rescind strike_down challenge contest brush_aside brush_off disavow
REQUEST - - | demand request ask urge call@for call_for call_on call@on appeal appeal@to appeal@for beg
REQUEST - - | implore plead exhort press@for insist@on seek lobby order>CLAUSE require>CLAUSE petition@for
REQUEST - - | entreat push@for instruct encourage beseech tell>CLAUSE order command
REQUEST - - | make+DEMAND issue+DEMAND submit+DEMAND lodge+DEMAND agitate@for campaign@for ask@for
REQUEST - - | advise>CLAUSE pressure>CLAUSE press recommend propose propose+AGREEMENT
REQUEST - - | press>CLAUSE nudge prod solicit plead@with call>CLAUSE direct>CLAUSE
SANCTION - - | sanction reduce+RELATIONS downgrade break_off cut+RELATIONS sever sever+RELATIONS
SANCTION - - | break+RELATIONS freeze+RELATIONS suspend+RELATIONS cut_ties distance@from fine penalise
SANCTION - - | penalize punish demote sack dismiss+PERSON suspend+PERSON fire+PERSON
SANCTION - - | break_off+TALKS suspend+TALKS end+TALKS halt+TALKS pull_out@of_talks
SANCTION discontinue economic | impose+SANCTIONS slap+SANCTIONS halt+AID suspend+AID cut+AID freeze+AID
SANCTION discontinue economic | stop+AID cut_off+AID end+AID suspend halt tighten+SANCTIONS cancel+AGREEMENT
SANCTION discontinue economic | place+SANCTIONS renew+SANCTIONS extend+SANCTIONS cancel terminate discontinue
SANCTION discontinue economic | suspend+AGREEMENT end+AGREEMENT tear_up revoke reduce+AID blacklist
SANCTION discontinue economic | announce+SANCTIONS embargo adopt+SANCTIONS withhold+AID freeze
SANCTION expel diplomatic | expel oust@from kick_out eject expel+OFFICIALS throw_out exclude
SANCTION withdraw diplomatic | recall recall+OFFICIALS withdraw+OFFICIALS quit+AGREEMENT withdraw@from_talks
SANCTION withdraw diplomatic | pull_out@from_talks pull_out_of+AGREEMENT withdraw+AID leave+AGREEMENT
SANCTION withdraw diplomatic | withdraw@from+AGREEMENT abandon+AGREEMENT leave+MEMBERSHIP quit+MEMBERSHIP
SANCTION withdraw diplomatic | shut+OFFICIALS close+RELATIONS withdraw+AGREEMENT abandon
SUPPORT - diplomatic | support back endorse praise welcome hail commend applaud approve laud defend recognise
SUPPORT - diplomatic | recognize congratulate thank side@with stand_by stand@by stand@with salute honour
SUPPORT - diplomatic | honor champion advocate forgive ratify uphold compliment
SUPPORT - diplomatic | express+SUPPORT voice+SUPPORT reaffirm+SUPPORT pledge+SUPPORT offer+SUPPORT
SUPPORT - diplomatic | sign+AGREEMENT ratify+AGREEMENT apologise apologize extol nominate award elect vote@for
SUPPORT - diplomatic | establish+RELATIONS restore+RELATIONS normalise normalize upgrade+RELATIONS
SUPPORT - diplomatic | resume+RELATIONS open+RELATIONS approve+AGREEMENT adopt+AGREEMENT credit give+SUPPORT
SUPPORT - diplomatic | sympathise sympathize cheer embrace concur
SUPPORT - diplomatic | laud@for show+SUPPORT lend+SUPPORT throw+SUPPORT agree@with reassure vouch
SUPPORT - diplomatic | improve+RELATIONS bless vote@in_favour_of rally@behind rally@around
THREATEN - - | threaten warn+ANY warn@against warn@of menace issue+THREAT give_ultimatum caution blackmail
THREATEN - - | vow@revenge threaten>CLAUSE brandish
YIELD - - | yield concede relent back_down give_in capitulate acquiesce submit surrender bow@to cave_in
YIELD - - | lift+SANCTIONS lift+RESTRICTION lift scrap+SANCTIONS waive legalise legalize
YIELD - - | compromise loosen drop+CHARGE drop+DEMAND withdraw+DEMAND withdraw+CHARGE retract backtrack
YIELD - - | reinstate allow permit back_off give_up+DEMAND call_off
YIELD - - | call_off+PROTEST suspend+PROTEST end+PROTEST end+SANCTIONS remove+SANCTIONS unblock soften
YIELD - - | acknowledge admit confess step_back@from de-escalate pardon exonerate
YIELD access - | reopen open+TERRITORY admit+OFFICIALS readmit let_in unban
YIELD ceasefire military | declare+AGREEMENT end+ATTACK halt+ATTACK stop+ATTACK suspend+ATTACK
YIELD ceasefire military | cease hold_fire observe+AGREEMENT honour+AGREEMENT honor+AGREEMENT lay_down
YIELD disarm military | disarm demobilise demobilize decommission lay_down+ARMS give_up+ARMS
YIELD disarm military | hand_in+ARMS surrender+ARMS dismantle hand_over+ARMS@to_police disband
YIELD release legal | set_free liberate free+CAPTIVES release+CAPTIVES let_go swap exchange+CAPTIVES
YIELD release legal | hand_over+CAPTIVES parole acquit bail exchange+PERSON
YIELD resign executive | resign step_down stand_down quit abdicate step_aside bow_out relinquish hand_over+POWER
YIELD return - | return+ANY give_back hand_back return+TERRITORY@to cede hand_over+TERRITORY
YIELD withdraw military | withdraw retreat pull_out pull_back withdraw+FORCES pull+FORCES evacuate+TERRITORY
YIELD withdraw military | flee+TERRITORY leave+TERRITORY abandon+TERRITORY vacate pull_out+FORCES
YIELD withdraw military | draw_down remove+FORCES bring_home send_home+FORCES bring_back+FORCES
ACCUSE allege legal | charge+PERSON charge@with charge@over
REQUEST - - | remind>CLAUSE want+ANY>CLAUSE
ASSAULT destroy - | burn+BUILDING burn+PERSON burn+FLAG
SANCTION discontinue economic | cut+AID slash+AID slash+RELATIONS
AID - - | contribute+AID contribute+MONEY contribute+FORCES contribute+ARMS
YIELD - - | ease+RESTRICTION ease+SANCTIONS relax+RESTRICTION relax+SANCTIONS bow@to
YIELD release legal | release+PERSON release+CAPTIVES release@from free+PERSON free+CAPTIVES free@from
"""

LIGHT_VERBS: Final = frozenset(
    "hold launch carry_out conduct stage mount make begin start give offer provide undertake open issue"
    " deliver organise organize resume order lead impose announce declare sign reach step_up intensify"
    " continue commit plan call file bring express voice pay receive win face enter initiate pursue"
    " have take execute perform complete wage host renew extend prepare schedule mark stress run"
    " send use put arrange lodge press level enforce introduce approve attend do".split()
)
"""Light verbs, whose event noun decides the root ("launched an attack")."""

TERMINATION_VERBS: Final = frozenset(
    "end halt stop suspend cancel call_off break_off postpone abandon scrap drop lift ease cut".split()
)
"""Verbs that end what their event noun denotes ("suspended talks")."""

STATIVE_VERBS: Final = frozenset(
    "be have seem appear remain need know think believe feel want like love hate own belong contain"
    " consist depend deserve exist fit include involve lack matter mean owe possess prefer resemble"
    " sound stay suppose understand wish doubt hope expect consider concern cost weigh equal hear"
    " see look become get regard represent constitute comprise reflect amount stand lie sit live"
    " tend suffer happen occur result stem imply differ last span vary stretch total measure rank"
    " enjoy fear worry trust remember forget recall imagine assume guess realise realize intend aim"
    " envisage await bear date derive face feature hinge relate rely require do dare mind cope benefit"
    " aspire behave strive pose boast evolve grapple embody symbolise symbolize epitomise exemplify define"
    " underpin justify merit warrant outnumber outweigh exceed surpass lag trail resonate coincide"
    " correspond compare contrast".split()
)
"""Verbs of state: they denote no event."""

REPORTING_VERBS: Final = frozenset(
    "say tell add note report claim announce state explain confirm declare insist argue reveal stress"
    " comment remark reply respond mention indicate maintain assert emphasise emphasize conclude"
    " point_out observe write quote reiterate repeat estimate predict find show suggest describe"
    " disclose testify recount relate believe think according cite tweet post read signal hint"
    " demonstrate underline highlight".split()
)
"""Verbs that introduce what somebody says; those with a root (accuse, reject, …) are events all the same."""

PHASE_VERBS: Final = frozenset(
    "begin start continue keep go stop cease finish resume proceed help try attempt manage fail"
    " prepare plan intend decide refuse seek want seem appear tend come".split()
)
"""Verbs whose event is that of the verb they govern ("is preparing to send": send)."""

CONCRETE_CHANGE_VERBS: Final = frozenset(
    "expand extend increase reduce launch create build open close establish found set end begin start"
    " finish complete cancel delay postpone merge scale double halve widen enlarge shrink renew"
    " strengthen replace introduce abolish scrap revive upgrade suspend restore rename relocate"
    " approve pass adopt publish unveil inaugurate construct install test bring hand move transfer"
    " shut rebuild repair wind phase roll raise lower spend steal sign evacuate sell buy hire recruit plant"
    " demolish unload load ship print broadcast screen film record search rescue recover discover".split()
)
"""Verbs that begin, change or end what somebody runs; their passive is an event without an actor."""

OF_COMPLEMENT_VERBS: Final = frozenset(
    "accuse convict suspect inform deprive strip rob cure rid remind warn acquit assure notify absolve"
    " clear advise relieve".split()
)
"""Verbs that govern the "of" after their object ("accused the firm of fraud")."""

STATIVE_PARTICIPLES: Final = frozenset({"committed", "determined", "prepared"})
"""Participles after "be" whose subject is the one who acts ("is committed to")."""

OBJECT_VERBS: Final = frozenset(
    "arrest detain jail imprison capture kidnap abduct seize confiscate raid handcuff deport extradite expel evict"
    " charge accuse indict convict sentence acquit fine sue summon prosecute question interrogate suspect blame"
    " kill injure wound hurt shoot stab rape rob assault attack bomb torture poison execute behead hang slay murder"
    " sack dismiss oust suspend ban bar block appoint elect name nominate promote replace"
    " rescue save free release evacuate hospitalise hospitalize treat find identify recover discover"
    " destroy damage demolish shut close cancel postpone scrap axe delay halt suspend lift impose"
    " approve reject adopt sign publish unveil launch build install hit"
    " urge order tell force ask allow invite warn praise criticise criticize condemn award honour honor".split()
)
"""Verbs that keep their object in the past tense: without one, a headline's "Mayor arrested" is passive."""

OBJECT_PREDICATE_VERBS: Final = frozenset({"appoint", "elect", "name", "nominate"})
"""Verbs of which a bare noun after them may say what somebody became ("Ann Hale named head of the port")."""

NEVER_PASSIVE_VERBS: Final = frozenset(
    "die come go fall rise arrive happen occur vanish disappear emerge remain become appear return travel walk"
    " win vote agree decide resign quit live work sleep speak talk fight clash collapse crash sink".split()
)
"""Verbs that stand without an object in the active: a participle of theirs in a headline is a slip of the tagger, or active."""

EXPECTATION_PARTICIPLES: Final = frozenset(
    {"expected", "scheduled", "planned", "awaited", "due", "set", "slated", "promised"}
)
"""Participles and adjectives that state that an event noun lies ahead ("a summit is expected")."""
