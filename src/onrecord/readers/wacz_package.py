"""What a WACZ states of itself: the hashes of what is packed in it, and who signed them; computed and checked again.

In: an opened zip. Out: a proof for each archive in it, and what does not hold. Out of scope: the archives' records; whether a key or a
domain can be trusted; RFC 3161 time stamps and chains of certificates, of which the proof says that they are not checked.

Source: WACZ 1.1.1, 5.2 (`datapackage.json`, `datapackage-digest.json`); WACZ Signing and Verification 0.1.0 (Webrecorder): ECDSA with SHA-256 over
the text of the hash, the signature in base64 as DER or, by older tools, as two numbers beside each other.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

from onrecord.readers.decompression import is_bomb
from onrecord.readers.digests import check_digest
from onrecord.readers.thresholds import THRESHOLDS
from onrecord.records import PackageProof
from onrecord.records.ids import hash_sha256

_LIST, _LIST_DIGEST = "datapackage.json", "datapackage-digest.json"
_TIME_STAMP = "the time stamp"
_TRUST = "whether the chain of certificates leads to somebody trusted"
_OWNER = "whose key it is"
_DAMAGE = (zipfile.BadZipFile, OSError, ValueError, KeyError, RuntimeError, NotImplementedError)
"""What reading an entry of a damaged zip raises."""


@dataclass(frozen=True, slots=True)
class WaczPackage:
    """What a WACZ states of itself, and what of it holds.

    Attributes:
        proof: of the list of contents and its signature; its `name` is empty.
        holds_by_name: for each packed file that the list names whether it has the hash stated there; None where none is stated.
        faults: what does not hold, in words, each with its reason (`digest`, `signature`).

    """

    proof: PackageProof
    holds_by_name: Mapping[str, bool | None]
    faults: tuple[tuple[str, str], ...]

    def describe_archive(self, name: str) -> PackageProof:
        """Return the proof of one archive in it."""
        return replace(self.proof, name=name, holds=self.holds_by_name.get(name))


def read_package(zipped: zipfile.ZipFile, max_bytes: int) -> WaczPackage | None:
    """Return what a WACZ states of itself, computed again; None where it has no list of contents that can be read.

    Args:
        zipped: the WACZ.
        max_bytes: a larger list is not read.
    """
    data = _read_small(zipped, _LIST, max_bytes)
    contents = _parse_object(data)
    if data is None or contents is None:
        return None
    holds = dict(_iter_resources(zipped, contents))
    faults = [
        ("digest", f"{name} has not the hash that {_LIST} states")
        for name, is_right in holds.items()
        if is_right is False
    ]
    proof = PackageProof("", hash_sha256(data), None, software=_read_text(contents, "software"))
    digest = _parse_object(_read_small(zipped, _LIST_DIGEST, max_bytes))
    if digest is not None:
        if _read_text(digest, "hash") not in {None, f"sha256:{proof.digest}"}:
            faults.append(("digest", f"{_LIST} has not the hash that {_LIST_DIGEST} states"))
        proof = _check_signature(proof, digest.get("signedData"))
    if proof.signature == "wrong":
        faults.append(("signature", f"the signature of {_LIST} ({proof.signed_by}) does not hold"))
    return WaczPackage(proof, holds, tuple(faults))


def _read_small(zipped: zipfile.ZipFile, name: str, max_bytes: int) -> bytes | None:
    try:
        entry = zipped.getinfo(name)
        too_large = entry.file_size > max_bytes or is_bomb(entry.compress_size, entry.file_size)
        return None if too_large else zipped.read(entry)
    except _DAMAGE:
        return None


def _parse_object(data: bytes | None) -> dict[str, Any] | None:
    try:
        found = json.loads(data or b"")
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _read_text(values: Mapping[str, Any], name: str) -> str | None:
    value = values.get(name)
    return value[: THRESHOLDS.max_stated_chars] if isinstance(value, str) else None


def _iter_resources(
    zipped: zipfile.ZipFile, contents: Mapping[str, Any]
) -> Iterator[tuple[str, bool | None]]:
    """Yield the files that a list of contents names, each once, and whether it has its hash."""
    listed = contents.get("resources")
    hashes: dict[str, str | None] = {}
    for resource in listed[: THRESHOLDS.max_listed_files] if isinstance(listed, list) else ():
        if isinstance(resource, dict) and isinstance(resource.get("path"), str):
            hashes.setdefault(resource["path"], _read_text(resource, "hash"))
    for name, written in hashes.items():
        yield name, _check_hash(zipped, name, written)


def _check_hash(zipped: zipfile.ZipFile, name: str, written: str | None) -> bool | None:
    """Return whether a packed file has the hash; None where none is stated that can be computed, or the file is left alone as a bomb."""
    label, _, value = (written or "").rpartition(":")
    algorithm = label.lower() or "sha256"
    if check_digest(f"{algorithm}:{value}", {"": b""})[0] is None:
        return None
    computed = hashlib.new(algorithm, usedforsecurity=False)
    try:
        entry = zipped.getinfo(name)
        if is_bomb(entry.compress_size, entry.file_size):
            return None
        with zipped.open(entry) as stream:
            while chunk := stream.read(THRESHOLDS.hashed_bytes):
                computed.update(chunk)
    except _DAMAGE:
        return False
    return computed.hexdigest() == value.lower()


def _check_signature(proof: PackageProof, signed: Any) -> PackageProof:
    """Return the proof with the signature of the list's hash, checked where it can be."""
    if not isinstance(signed, dict) or not isinstance(signed.get("signature"), str):
        return proof
    stated = replace(
        proof,
        signature="not checked",
        signed_at=_read_text(signed, "created"),
        software=_read_text(signed, "software") or proof.software,
        signed_by=_name_signer(signed),
        unchecked=("the signature",),
    )
    if find_spec("cryptography") is None:
        return replace(stated, unchecked=("the signature: install onrecord[signed]",))
    key, unchecked = _load_key(signed)
    if key is None:
        return stated
    is_right = signed.get("hash") == f"sha256:{proof.digest}" and _is_signed(key, signed)
    return replace(stated, signature="holds" if is_right else "wrong", unchecked=unchecked)


def _name_signer(signed: Mapping[str, Any]) -> str:
    if isinstance(signed.get("domainCert"), str):
        return f"domain {_read_text(signed, 'domain') or 'not stated'}"
    key = _decode_base64(signed.get("publicKey"))
    return f"key {hash_sha256(key)}" if key else "nobody who is named"


def _load_key(signed: Mapping[str, Any]) -> tuple[Any, tuple[str, ...]]:
    """Return the public key that a signature is to be checked with, None where it can't be read; and what stays unchecked."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
    from cryptography.hazmat.primitives.serialization import load_der_public_key

    unchecked: tuple[str, ...] = (_OWNER,)
    try:
        certificate = signed.get("domainCert")
        if isinstance(certificate, str):
            first = x509.load_pem_x509_certificates(certificate.encode())[0]
            key: Any = first.public_key()
            unchecked = (_TRUST, _TIME_STAMP)
            if _read_text(signed, "domain") not in _list_domains(first):
                return None, ()
        else:
            key = load_der_public_key(_decode_base64(signed.get("publicKey")) or b"")
    except Exception:  # noqa: BLE001 - the library raises many kinds on hostile keys
        return None, ()
    return (key, unchecked) if isinstance(key, EllipticCurvePublicKey) else (None, ())


def _list_domains(certificate: Any) -> list[str]:
    """Return the domains that a certificate is of."""
    from cryptography import x509
    from cryptography.x509.oid import NameOID

    names = [
        str(one.value) for one in certificate.subject.get_attributes_for_oid(NameOID.COMMON_NAME)
    ]
    try:
        more = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName)
    except x509.ExtensionNotFound:
        return names
    return [*names, *more.value.get_values_for_type(x509.DNSName)]


def _is_signed(key: Any, signed: Mapping[str, Any]) -> bool:
    """Return whether the key signed the hash: the signature is DER, or two numbers of equal length."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA
    from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
    from cryptography.hazmat.primitives.hashes import SHA256

    signature = _decode_base64(signed.get("signature")) or b""
    half = len(signature) // 2
    numbers = (int.from_bytes(signature[:half]), int.from_bytes(signature[half:]))
    for written in (signature, encode_dss_signature(*numbers)):
        try:
            key.verify(written, str(signed["hash"]).encode(), ECDSA(SHA256()))
        except InvalidSignature:
            continue
        return True
    return False


def _decode_base64(written: Any) -> bytes | None:
    try:
        return base64.b64decode(written, validate=True) if isinstance(written, str) else None
    except (binascii.Error, ValueError):
        return None
