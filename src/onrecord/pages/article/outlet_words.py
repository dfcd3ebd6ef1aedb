"""Words and addresses by which a page shows the name of its outlet."""

from __future__ import annotations

import re

BRAND_LABELS = re.compile(
    r"(?:^| )(?:logo|brand|site ?(?:name|title|logo)|blog ?(?:name|title)|masthead|mast)(?= |$)"
)
"""Labels of elements that hold an outlet's name or logo."""

HOME_PATH = re.compile(r"/?(?:(?:index|home|default)(?:\.\w{2,5})?/?)?", re.IGNORECASE)
"""Paths of a site's first page."""

COPYRIGHT = re.compile(r"©|\(c\)|\bcopyright\b", re.IGNORECASE)
BESIDE_NAME = re.compile(
    r"\b(?:logo|home ?page|home|copyright|all rights reserved|\(c\)|(?:19|20)\d\d)\b|[©.,:–—-]",
    re.IGNORECASE,
)
"""What stands beside an outlet's name in a logo or a copyright line."""

SECOND_LEVEL_SUFFIXES = frozenset("co com net org gov ac edu or ne go gob nom in".split())
"""Labels before a country's domain under which names are registered: `co.uk`, `com.au`."""

BESIDE_SITE_NAME = frozenset(
    "news online com net org uk us tv radio today digital magazine home official website".split()
)
"""Words that a site's name may go on with where its address does not."""

SMALL_WORDS = frozenset("the of and for in a".split())
"""Words that a site's address leaves out of its name."""
