"""English words by which the tense over a time is read: plans, schedules, fixtures, cancellations; data alone."""

from __future__ import annotations

PLANS = frozenset(
    {"plan", "expect", "schedule", "due", "set", "intend", "hope", "likely", "want", "aim", "seek",
     "prepare", "agree", "vow", "promise", "pledge", "ask", "urge", "order", "decide"}
)  # fmt: skip
"""Lemmas of verbs whose infinitive is about the future ("hopes to open")."""
PLAN_NOUNS = frozenset(
    {"plan", "agreement", "decision", "deal", "intention", "proposal", "promise", "pledge", "order",
     "deadline", "pact"}
)  # fmt: skip
"""Lemmas of nouns whose infinitive is about the future ("a plan to open")."""
SCHEDULING = frozenset(
    {"schedule", "slate", "expect", "plan", "postpone", "adjourn", "reschedule", "payable", "due", "effective",
     "scheduled", "slated", "expected", "planned", "postponed", "adjourned", "rescheduled"}
)  # fmt: skip
"""Words whose time is in the future, whatever their tense ("was planned for March")."""
DEFERRING = frozenset(
    {"extend", "delay", "defer", "suspend", "give", "allow", "remand", "hold", "close", "put",
     "ban", "stay", "freeze", "halt", "last", "run", "valid"}
)  # fmt: skip
"""Lemmas of verbs whose end is in the future after a word of `END_PREPOSITIONS` ("was extended until Friday")."""
CANCELLING = frozenset({"cancel", "scrap", "abandon", "drop", "shelve", "call"})
"""Lemmas of verbs that end a plan."""
PAST_PLAN_WORDS = frozenset({"had", "previously", "originally", "first", "once", "initially"})
"""Words before a plan that was one in the past only ("was once expected")."""
END_PREPOSITIONS = frozenset({"until", "till", "til", "through"})
CONDITIONAL_CONJUNCTIONS = frozenset({"if", "unless", "once", "until"})
PRESENT_MODALS = frozenset({"can", "must"})
"""Modals that say nothing about the time of their verb."""
BEGINNINGS = frozenset({"begin", "start", "commence"})
FIXTURES = frozenset(
    {"open", "start", "begin", "travel", "host", "play", "visit", "face", "meet", "return", "resume",
     "finish", "end", "entertain", "welcome", "tour", "vote", "march", "launch", "depart"}
)  # fmt: skip
"""Verbs of fixtures and schedules that taggers take for nouns and adjectives ("Rovers host Dunmore")."""
SCHEDULED_VERBS = frozenset({"open", "reopen", "start", "begin", "resume"})
"""Verbs in the present that are about the future in headlines too ("Opens on Friday")."""
SAME_IN_PAST = frozenset(
    {"beat", "bet", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set",
     "shed", "shut", "slit", "split", "spread", "thrust", "upset"}
)  # fmt: skip
"""Verbs whose past is their base form: with a subject and no auxiliary, they are past in news ("beat Dunmore on Monday")."""
