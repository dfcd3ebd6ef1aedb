"""Names of the patterns that find who speaks; a quote keeps the name of its own (`Quote.source_pattern`).

In: nothing. Out: the names, plain words for `onrecord why`. Out of scope: the patterns
(`onrecord.extract.quotes.speakers.source_patterns`, `onrecord.extract.quotes.assembly`).
"""

from __future__ import annotations

POSTPOSED = "postposed attribution"
COORDINATED = "coordinated cue"
FRONTED = "fronted subject"
NAME_OVER_COMMAS = "name over commas"
SHALLOW_SUBJECT = "shallow subject"
GOVERNING_VERB = "shallow subject of the governing verb"
PARSED_SUBJECT = "subject of the verb"
INHERITED_SUBJECT = "inherited subject"
REQUESTER = "subject of the request"
ISSUER = "issuer of the document"
SENTENCE_SUBJECT = "sentence subject"
EARLIER_CUE = "subject of the cue before"
PASSIVE_AGENT = "passive agent"
INVERTED_SUBJECT = "inverted subject"
PREPOSITIONAL = "according to"
POSSESSOR = "possessor of the noun"
LIGHT_VERB_SUBJECT = "subject of the light verb"
BY_PHRASE = "prepositional phrase of the noun"
GAP_PHRASE = "phrase between quotation and verb"
UNPARSED_GAP = "words between quotation and verb"
PHRASE_AFTER = "phrase after the verb"
NAME_BEFORE_COMMA = "name between quotation and comma"
SIGNATURE = "signature"
LABEL = "speaker label"
NAME_BEFORE_COLON = "name before a colon"
TRANSCRIPT_LABEL = "transcript label"
INTERVIEWEE = "interviewee"
DEED_BEFORE = "subject of the deed before"
SAME_SPEAKER = "speaker of the statement before"

PATTERN_NAMES = (
    POSTPOSED,
    COORDINATED,
    FRONTED,
    NAME_OVER_COMMAS,
    SHALLOW_SUBJECT,
    GOVERNING_VERB,
    PARSED_SUBJECT,
    INHERITED_SUBJECT,
    REQUESTER,
    ISSUER,
    SENTENCE_SUBJECT,
    EARLIER_CUE,
    PASSIVE_AGENT,
    INVERTED_SUBJECT,
    PREPOSITIONAL,
    POSSESSOR,
    LIGHT_VERB_SUBJECT,
    BY_PHRASE,
    GAP_PHRASE,
    UNPARSED_GAP,
    PHRASE_AFTER,
    NAME_BEFORE_COMMA,
    SIGNATURE,
    LABEL,
    NAME_BEFORE_COLON,
    TRANSCRIPT_LABEL,
    INTERVIEWEE,
    DEED_BEFORE,
    SAME_SPEAKER,
)
"""All of them, in the order in which the reference describes them."""
