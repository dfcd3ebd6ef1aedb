"""Digests that archives note of what they hold, computed again.

In: a written digest and the bytes it may be of. Out: whether it holds, and of which bytes. Out of scope: what follows from it.

Source: WARC 1.1 (ISO 28500:2017), 5.8: `WARC-Payload-Digest` is a labelled digest (`sha1:` and base 32 by custom; hex occurs) of the payload.
Crawlers compute it of the payload as it was sent, or with its transfer and content coding undone: both are tried.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping

from onrecord.readers.archives import ArchiveRecord
from onrecord.records import CaptureProof, PackageProof

_ALGORITHMS = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})


def read_proof(
    record: ArchiveRecord, payload: bytes, content: bytes, package: PackageProof | None
) -> CaptureProof:
    """Return what an archive states of a record, its digest computed again.

    Args:
        record: of the archive.
        payload: as the archive holds it.
        content: with its codings undone: the capture's bytes.
        package: what the file that the archive is packed in states.
    """
    digest = record.get_header("WARC-Payload-Digest")
    holds, of = check_digest(digest, {"content": content, "payload": payload})
    return CaptureProof(
        record=record.get_header("WARC-Record-ID"),
        kind=str(record.record.rec_type),
        url=record.get_header("WARC-Target-URI"),
        date=record.get_header("WARC-Date"),
        digest=digest,
        holds=holds,
        digest_of=of,
        package=package,
    )


def check_digest(
    written: str | None, candidates: Mapping[str, bytes]
) -> tuple[bool | None, str | None]:
    """Return whether one of the candidates has the digest, and its name; (None, None) where the digest can't be read.

    Examples:
        >>> check_digest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", {"nothing": b""})
        (True, 'nothing')
        >>> check_digest("sha1:da39a3ee5e6b4b0d3255bfef95601890afd80709", {"something": b"x"})
        (False, None)
        >>> check_digest("crc:12", {"nothing": b""})
        (None, None)

    """
    label, _, value = (written or "").partition(":")
    algorithm = label.strip().lower().replace("-", "")
    value = value.strip()
    if algorithm not in _ALGORITHMS or not value:
        return None, None
    for name, data in candidates.items():
        found = hashlib.new(algorithm, data, usedforsecurity=False)
        base32 = base64.b32encode(found.digest()).decode("ascii").rstrip("=")
        if value.lower() == found.hexdigest() or value.upper().rstrip("=") == base32:
            return True, name
    return False, None
