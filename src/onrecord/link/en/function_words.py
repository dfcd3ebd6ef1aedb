"""Function words and short frequent words that say nothing of what a text is about.

Source: our own lists.
"""

from __future__ import annotations

import re

STOP_WORDS = frozenset(
    """
    a an the this that these those its their his her our your my some any all of in on at to for from by with as
    and or but nor so than then into onto over under about after before between during since until while who whom
    which what when where why how it he she they we you i is are was were be been being am do does did done has
    have had having will would shall should can could may might must not no s t also more most very just only
    still already now there here up out off down again such own same other another each every both few many much
    said says say told tell
    """.split()
)
"""Words left out when texts are compared by their words."""

NAME_CONNECTORS = frozenset({"of", "the", "and", "for"})
"""Words of a name that have no letter in its acronym."""

AFTER_HEAD = re.compile(
    r"\s+(?:of|in|on|at|to|for|from|by|with|who|which|that|where|whose|as|under|over|since|after|"
    r"before|near|across|inside|outside|into|during|between|trained|killed|needed|deployed|based)\b"
    r"|[,;:(–—]"
)
"""Where an English noun phrase goes on after its head: prepositions, relatives, common participles, punctuation."""

BEFORE_FULL_STOP = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Hon|No)|\b[A-Z](?:\.[A-Z])*)$"
)
"""Titles and initials: a full stop after them ends no sentence."""
