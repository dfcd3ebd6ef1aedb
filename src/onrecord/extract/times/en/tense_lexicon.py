"""English verbs and nouns whose own time lies ahead, or no longer does: data only."""

from __future__ import annotations

PLANS = frozenset(
    {"plan", "expect", "schedule", "due", "set", "intend", "hope", "likely", "want", "aim", "seek",
     "prepare", "agree", "vow", "promise", "pledge", "ask", "urge", "order", "decide"}
)  # fmt: skip
"""Lemmas of verbs whose infinitive lies ahead."""
PLAN_NOUNS = frozenset(
    {"plan", "agreement", "decision", "deal", "intention", "proposal", "promise", "pledge", "order",
     "deadline", "pact"}
)  # fmt: skip
"""Lemmas of nouns whose infinitive lies ahead."""
SCHEDULING = frozenset(
    {"schedule", "slate", "expect", "plan", "postpone", "adjourn", "reschedule", "payable", "due", "effective",
     "scheduled", "slated", "expected", "planned", "postponed", "adjourned", "rescheduled"}
)  # fmt: skip
"""Words whose own time lies ahead, whatever their tense ("was planned for March")."""
DEFERRING = frozenset(
    {"extend", "delay", "defer", "suspend", "give", "allow", "remand", "hold", "close", "put",
     "ban", "stay", "freeze", "halt", "last", "run", "valid"}
)  # fmt: skip
"""Verbs that put an end ahead with `OPEN_ENDED`."""
CANCELLING = frozenset({"cancel", "scrap", "abandon", "drop", "shelve", "call"})
OPEN_ENDED = frozenset({"until", "till", "til", "through"})
FIXTURES = frozenset(
    {"open", "start", "begin", "travel", "host", "play", "visit", "face", "meet", "return", "resume",
     "finish", "end", "entertain", "welcome", "tour", "vote", "march", "launch", "depart"}
)  # fmt: skip
"""Verbs of fixtures and diaries that taggers take for nouns and adjectives ("Rovers host Dunmore")."""
OPENINGS = frozenset({"open", "reopen", "start", "begin", "resume"})
"""Of these, those that headlines in the present say of days to come."""
SAME_IN_PAST = frozenset(
    {"beat", "bet", "bid", "burst", "cast", "cost", "cut", "hit", "hurt", "let", "put", "quit", "read", "set",
     "shed", "shut", "slit", "split", "spread", "thrust", "upset"}
)  # fmt: skip
"""Verbs whose past is their base form: with a subject and no auxiliary, news tells the past by them."""
