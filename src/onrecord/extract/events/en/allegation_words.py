"""Words by which somebody alleges what a page does not confirm.

In: nothing. Out: frozen sets of lemmas, or of lower-case words where the name says forms. Out of scope: how they are read
(`onrecord.extract.events.allegations`).

Source: written for onrecord; evidential verbs and adverbs after Saurí and Pustejovsky 2009 (FactBank).
"""

from __future__ import annotations

import re

ALLEGATION_ADVERBS = frozenset(
    "allegedly reportedly supposedly purportedly reputedly apparently ostensibly".split()
)
"""Adverbs that leave an event to what others say ("allegedly took £3m")."""

EVIDENTIAL_VERBS = frozenset(
    "say think believe report allege claim rumour rumor understand suspect presume repute assume reckon consider".split()
)
"""Verbs whose passive leaves an event to what others say ("is believed to have fled", "it was reported that …")."""

CLAIM_VERBS = frozenset(
    "claim allege suspect believe think assume presume contend speculate purport profess".split()
)
"""Verbs whose subject holds for true what the page does not confirm ("the rebels claim that they took the port")."""

SELF_CLAIM_VERBS = frozenset({"claim", "profess", "purport"})
"""Verbs of claiming about oneself, with an infinitive ("claim to have seized the port")."""

ACCUSATION_VERBS = frozenset("accuse suspect charge indict".split())
"""Verbs that put an act on somebody who may not have done it ("accused of taking bribes")."""

ACCUSATION_BASIS_VERBS = frozenset(
    "arrest detain hold investigate question want sue try blame".split()
)
"""Verbs of what is done to somebody for an act that is not proved ("arrested for stealing a car")."""

CHARGE_VERBS = frozenset("charge indict arrest try prosecute investigate sue".split())
"""Verbs of what is done to somebody for a deed that a noun tells and no court has found ("arrested for murder")."""

CHARGE_PREPOSITIONS = frozenset({"for", "with"})

ACCUSATION_OBJECT_PREPOSITIONS = frozenset({"for", "of", "over"})
"""Prepositions before what somebody is accused of, as a noun."""

ALLEGATION_MODIFIERS = frozenset(
    "alleged apparent suspected reported purported supposed claimed unconfirmed rumoured rumored".split()
)
"""Words before a noun that leave its event to what others say ("the alleged assault")."""

ACCUSATION_PREPOSITIONS = frozenset({"for", "over", "of", "with", "on"})

ALLEGATION_NOUNS = frozenset(
    "suspicion accusation allegation claim charge report rumour rumor belief".split()
)
"""Nouns of a claim, with a clause ("on suspicion of setting fire to a barn", "claims that he was beaten")."""

CLAIM_CLAUSE_MARKS = frozenset({"of", "that"})
"""Words that open the clause of such a noun."""

REFUTATION_VERBS = frozenset("deny dismiss refute dispute disavow rebut reject".split())
"""Verbs that reject a claim ("denied claims that he stole")."""

CLAIM_FORMS = frozenset(
    "claim claims claimed claiming allege alleges alleged alleging believe believes believed suspect suspects"
    " suspected assume assumes assumed accuse accuses accused accusing".split()
)
"""Forms of a quote's cue that make of its statement a claim."""

INSERTED_CLAIM_FORMS = frozenset(
    "allege alleges alleged claim claims claimed believe believes suspect suspects suspected".split()
)
"""Forms that end a clause put between commas ("…, prosecutors allege, …")."""

INSERTION_ENDS = frozenset({",", ".", ";", "—", "–", "”"})

ACCUSING_SOURCES = frozenset(
    "indictment lawsuit suit complaint petition affidavit allegation accusation prosecutor prosecution plaintiff accuser"
    " whistleblower claimant litigant rebel militant insurgent activist defector".split()
)
"""Heads of sources that state what is not proved: papers and parties of a trial before its verdict, and sides of a conflict."""

UNNAMED_SOURCES = frozenset({"source", "rumour", "rumor"})
"""Heads of sources that name nobody."""

CONFIRMATION_VERBS = frozenset("confirm verify corroborate prove".split())
"""Verbs that make a fact of a report ("confirmed reports that it had sunk")."""

OWNED_CLAIM = re.compile(
    r"\s+(?:\w+\s+){0,2}(?:responsibility|credit|li(?:fe|ves)|victory)\b", re.IGNORECASE
)
"""What follows a form of "claim" that doubts nothing: responsibility for what happened, lives."""

UNPROVED = re.compile(r"\W+without\s+(?:\w+\s+){0,2}(?:evidence|proof)\b", re.IGNORECASE)
"""What follows the cue of a statement that is not proved ("said, without giving evidence, that")."""

ANONYMOUS_WORDS = frozenset("anonymous unnamed unidentified undisclosed unconfirmed".split())
"""Words of a source, or of its report, that nobody can be asked about."""

POLICE_WORDS = frozenset(
    "police officer detective investigator sheriff inspector constable superintendent deputy agent fbi".split()
)
"""Heads of sources whose word on what a named person did is no verdict."""
