"""Captures: saved originals, and those that were skipped, with the reason."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated about a page outside of it; it overrules what the page says.

    Every field None means nothing is stated. `published` is ISO 8601, as partial as it is known.
    `hows` pairs each field stated with what states it: `manifest`, `feed`, `jsonl` or `mail`; a field that is
    not in it was stated by a caller.
    """

    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    published: str | None = None
    fetched: str | None = None
    language: str | None = None
    hows: tuple[tuple[str, str], ...] = ()

    def how_of(self, name: str) -> str:
        """Return what states the field `name`; `stated` where that is a caller."""
        return dict(self.hows).get(name, "stated")


@dataclass(frozen=True, slots=True)
class PackageProof:
    """What a packed archive (WACZ) states of itself, and what of it holds.

    Attributes:
        name: the archive in it that the capture is of.
        digest: SHA-256 of its list of contents (`datapackage.json`), in hex.
        holds: whether the archive's bytes have the hash that the list states; None where it states none.
        signature: `none`, `holds`, `wrong`, or `not checked` (the extra `signed` is not installed, or its kind is not known).
        signed_by: `key SHA-256 of it` or `domain NAME`; None without a signature.
        signed_at: when it says that it was signed, or None. software: what it says made it, or None.
        unchecked: what of the signature is not checked, in words.

    """

    name: str
    digest: str
    holds: bool | None
    signature: str = "none"
    signed_by: str | None = None
    signed_at: str | None = None
    software: str | None = None
    unchecked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CaptureProof:
    """What a web archive states of a capture beside its bytes, and what of it holds.

    Attributes:
        record: id of the archive's record. kind: its type (`response`, `resource`, …).
        url, date: address and time of saving that it states.
        digest: of the payload, as written (`sha1:…`), or None.
        holds: whether the payload has this digest; None where there is none, or of a kind that is not known.
        digest_of: which bytes have it: `payload` (as sent) or `content` (the capture's own); None where none has.
        package: of the file that the archive is packed in, or None.

    """

    record: str | None
    kind: str
    url: str | None
    date: str | None
    digest: str | None = None
    holds: bool | None = None
    digest_of: str | None = None
    package: PackageProof | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One saved original.

    Attributes:
        sha256: hex digest of `data`; the capture's id.
        data: the bytes as saved (of an archive's record: the payload, transfer and content encoding
            undone; of a file of JSON lines: the line; of a feed: the item's content as UTF-8).
        path: where it was read, as given; an archive's member is `archive.warc.gz#offset`, a line's
            `crawl.jsonl#number`.
        media_type: `text/html`, `text/plain`, … without parameters; `multipart/related` is a whole page
            as MHTML, `message/rfc822` an e-mail, `application/json` what a crawler wrote of one.
        charset: encoding stated beside the bytes (an HTTP header), or None.
        url: address stated beside the bytes (a WARC record), or None.
        fetched: ISO 8601 time of saving stated beside the bytes, or None. Never a publication day.
        stated: what the manifest states.
        flat: the text is a flattened page, to be zoned by what it looks like.
        proof: what the web archive it is of states of it, or None.

    """

    sha256: str
    data: bytes
    path: str
    media_type: str
    charset: str | None = None
    url: str | None = None
    fetched: str | None = None
    stated: Stated = Stated()
    flat: bool = True
    proof: CaptureProof | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """A capture or file that yields no page, and why.

    Attributes:
        path: where it is, as given.
        reason: one short word to count by (`empty`, `binary`, `too_large`, `not_a_page`, …).
        message: one line for a person.
        capture: SHA-256 of its bytes, or None if they could not be read.
        count: how many it represents: records of an archive that are not pages are reported together.

    """

    path: str
    reason: str
    message: str
    capture: str | None = None
    count: int = 1
