"""How patterns over lines are compiled.

In: alternatives. Out: a pattern. Out of scope: the words (the other modules of this folder).
"""

from __future__ import annotations

import re


def compile_lines(*alternatives: str) -> re.Pattern[str]:
    """Return a pattern of lines that read like one of `alternatives`, in any case."""
    return re.compile(rf"(?:{'|'.join(alternatives)})", re.IGNORECASE)
