"""Ids: content hashes, so the same input gives the same ids in any order and on any engine."""

from __future__ import annotations

import hashlib
import json
from typing import Any


def build_content_id(prefix: str, *parts: Any) -> str:
    """Return `prefix-` and 16 hex digits of the SHA-256 of `parts` as canonical JSON.

    Args:
        prefix: the kind, one or two letters (`p` page, `q` quote, …).
        parts: anything JSON takes; tuples count as lists.

    Examples:
        >>> build_content_id("q", "p-1", 0, 5) == build_content_id("q", "p-1", 0, 5)
        True

    """
    canonical = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    digest = hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:16]}"


def hash_sha256(data: bytes) -> str:
    """Return the SHA-256 of `data` in hex: a capture's id."""
    return hashlib.sha256(data).hexdigest()
