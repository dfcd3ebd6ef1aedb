"""What archives state of what they hold: digests of records, hashes and signatures of WACZ files, computed again."""

from __future__ import annotations

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.readers.archive_bytes import PAGE, ArchiveMaker

from onrecord.config import Settings
from onrecord.readers import read
from onrecord.records import Capture, CaptureProof, Skipped

URL = "https://n.example/rain"


def read_items(folder: Path, name: str, data: bytes) -> tuple[list[Capture], dict[str, Skipped]]:
    path = folder / name
    path.write_bytes(data)
    items = list(read([path], settings=Settings()))
    captures = [item for item in items if isinstance(item, Capture)]
    return captures, {item.reason: item for item in items if isinstance(item, Skipped)}


def make_warc(body: bytes = PAGE, **headers: str) -> bytes:
    maker = ArchiveMaker(gzipped=False)
    maker.response(URL, body, **headers)
    return maker.saved()


def get_proof(capture: Capture) -> CaptureProof:
    assert capture.proof is not None
    return capture.proof


def test_the_digest_of_a_record_is_computed_again(tmp_path: Path) -> None:
    captures, skipped = read_items(tmp_path, "a.warc", make_warc())
    proof = get_proof(captures[0])
    assert proof.digest
    assert proof.digest.startswith("sha1:")
    assert (proof.holds, proof.digest_of, proof.kind, proof.url) == (
        True,
        "content",
        "response",
        URL,
    )
    assert proof.record
    assert proof.date == captures[0].fetched
    assert "digest" not in skipped


def test_a_page_changed_in_its_archive_is_read_and_reported(tmp_path: Path) -> None:
    data = make_warc().replace(b"rained all day", b"snowed all day")
    captures, skipped = read_items(tmp_path, "a.warc", data)
    assert get_proof(captures[0]).holds is False
    assert skipped["digest"].count == 1
    assert "another digest" in skipped["digest"].message


def test_a_digest_of_the_payload_as_sent_holds_too(tmp_path: Path) -> None:
    import gzip

    body = gzip.compress(PAGE, mtime=0)
    captures, skipped = read_items(tmp_path, "a.warc", make_warc(body, Content_Encoding="gzip"))
    assert captures[0].data == PAGE
    assert (get_proof(captures[0]).holds, get_proof(captures[0]).digest_of) == (True, "payload")
    assert "digest" not in skipped


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        (f"sha256:{hashlib.sha256(PAGE).hexdigest()}", True),
        (f"SHA-256:{hashlib.sha256(PAGE).hexdigest().upper()}", True),
        (f"md5:{hashlib.md5(PAGE).hexdigest()}", True),
        ("sha1:nonsense", False),
        ("blake9:0000", None),
        ("sha1:", None),
    ],
)
def test_digests_of_other_kinds(written: str, holds: bool | None, tmp_path: Path) -> None:
    head, _, rest = make_warc().partition(b"WARC-Payload-Digest: ")
    data = head + b"WARC-Payload-Digest: " + written.encode() + rest[rest.index(b"\r\n") :]
    captures, _ = read_items(tmp_path, "a.warc", data)
    assert get_proof(captures[0]).holds is holds


# --- packed archives --------------------------------------------------------------------------------


def hash_of(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def make_wacz(signer: Any = None, **changed: bytes) -> bytes:
    """Return a WACZ; `changed` overwrites files after their hashes were taken."""
    files = {
        "archive/data.warc": make_warc(),
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
    }
    resources = [
        {"name": name.rsplit("/", 1)[-1], "path": name, "hash": hash_of(data), "bytes": len(data)}
        for name, data in files.items()
    ]
    contents = json.dumps(
        {"profile": "data-package", "software": "maker 1", "resources": resources}
    )
    files["datapackage.json"] = contents.encode()
    digest = {"path": "datapackage.json", "hash": hash_of(files["datapackage.json"])}
    if signer is not None:
        digest["signedData"] = signer(digest["hash"])
    files["datapackage-digest.json"] = json.dumps(digest).encode()
    files |= {
        name.replace("__", "/").replace("_warc", ".warc"): data for name, data in changed.items()
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        for name, data in files.items():
            zipped.writestr(name, data)
    return out.getvalue()


def sign_anonymously(
    written_hash: str, *, raw: bool = False, wrong: bool = False
) -> dict[str, str]:
    """Return `signedData` as ArchiveWeb.page writes it; `raw` as its older versions did."""
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    key = ec.generate_private_key(ec.SECP384R1())
    signature = key.sign(written_hash.encode(), ec.ECDSA(hashes.SHA256()))
    if raw:
        numbers = utils.decode_dss_signature(signature)
        signature = b"".join(number.to_bytes(48) for number in numbers)
    if wrong:
        key = ec.generate_private_key(ec.SECP384R1())
    public = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return {
        "hash": written_hash,
        "created": "2021-02-06T10:00:00Z",
        "software": "signer 2",
        "signature": base64.b64encode(signature).decode(),
        "publicKey": base64.b64encode(public).decode(),
    }


def sign_for_domain(written_hash: str, domain: str = "sign.example") -> dict[str, str]:
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.oid.NameOID.COMMON_NAME, "sign.example")])
    now = datetime(2021, 2, 6, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(7)
        .not_valid_before(now)
        .not_valid_after(now + timedelta(days=90))
        .sign(key, hashes.SHA256())
    )
    signature = key.sign(written_hash.encode(), ec.ECDSA(hashes.SHA256()))
    return {
        "hash": written_hash,
        "created": "2021-02-06T10:00:00Z",
        "software": "authority 1",
        "signature": base64.b64encode(signature).decode(),
        "domain": domain,
        "domainCert": certificate.public_bytes(serialization.Encoding.PEM).decode(),
        "timeSignature": "AAAA",
    }


def read_package(folder: Path, data: bytes) -> tuple[Any, dict[str, Skipped]]:
    captures, skipped = read_items(folder, "a.wacz", data)
    return get_proof(captures[0]).package, skipped


def test_an_unsigned_package_has_its_hashes(tmp_path: Path) -> None:
    package, skipped = read_package(tmp_path, make_wacz())
    assert (package.name, package.holds) == ("archive/data.warc", True)
    assert (package.signature, package.software) == ("none", "maker 1")
    assert not {"digest", "signature"} & skipped.keys()


@pytest.mark.parametrize("raw", [False, True])
def test_a_signature_with_a_key_is_checked(raw: bool, tmp_path: Path) -> None:
    data = make_wacz(lambda written: sign_anonymously(written, raw=raw))
    package, skipped = read_package(tmp_path, data)
    assert package.signature == "holds"
    assert package.signed_by.startswith("key ")
    assert package.signed_at == "2021-02-06T10:00:00Z"
    assert package.unchecked == ("whose key it is",)
    assert not {"digest", "signature"} & skipped.keys()


def test_a_signature_of_a_domain_is_checked_and_says_what_is_not(tmp_path: Path) -> None:
    package, _ = read_package(tmp_path, make_wacz(sign_for_domain))
    assert (package.signature, package.signed_by) == ("holds", "domain sign.example")
    assert len(package.unchecked) == 2


def test_a_certificate_of_another_domain_is_not_believed(tmp_path: Path) -> None:
    signer = lambda written: sign_for_domain(written, "trusted.example")  # noqa: E731
    package, _ = read_package(tmp_path, make_wacz(signer))
    assert package.signature == "not checked"


def iter_tampered() -> Iterator[tuple[str, bytes, set[str]]]:
    other = make_warc(PAGE.replace(b"hills", b"towns"))
    yield "a changed archive", make_wacz(archive__data_warc=other), {"digest"}
    signed = make_wacz(sign_anonymously, **{"datapackage.json": b'{"resources": []}'})
    yield "a changed list", signed, {"digest", "signature"}
    forged = make_wacz(lambda written: sign_anonymously(written, wrong=True))
    yield "another's key", forged, {"signature"}
    stale = make_wacz(lambda _: sign_anonymously(hash_of(b"another list")))
    yield "a signature of another list", stale, {"signature"}


@pytest.mark.parametrize(("what", "data", "reasons"), list(iter_tampered()))
def test_what_was_changed_is_read_and_reported(
    what: str, data: bytes, reasons: set[str], tmp_path: Path
) -> None:
    captures, skipped = read_items(tmp_path, "a.wacz", data)
    assert len(captures) == 1, what
    assert reasons <= skipped.keys()


@pytest.mark.parametrize(
    "contents",
    [
        b"", b"[]", b"{", b'{"resources": 7}', b'{"resources": [7, {"path": 3}, {"path": "no/such"}]}',
        b'{"resources": [{"path": "archive/data.warc", "hash": 7}]}', b"[" * 100_000,
        b'{"resources": [{"path": "archive/data.warc", "hash": "sha256:"}], "software": {}}',
    ],
)  # fmt: skip
def test_a_hostile_list_harms_nothing(contents: bytes, tmp_path: Path) -> None:
    captures, _ = read_items(tmp_path, "a.wacz", make_wacz(**{"datapackage.json": contents}))
    assert [capture.data for capture in captures] == [PAGE]


@pytest.mark.parametrize(
    "signed",
    [
        7, {}, {"signature": 7}, {"signature": "!!"}, {"signature": "AAAA", "publicKey": "AAAA"},
        {"signature": "AAAA", "publicKey": 7}, {"signature": "", "domainCert": "no certificate"},
    ],
)  # fmt: skip
def test_a_hostile_signature_is_not_believed(signed: Any, tmp_path: Path) -> None:
    package, _ = read_package(tmp_path, make_wacz(lambda _: signed))
    assert package.signature in {"none", "not checked", "wrong"}


def test_without_the_extra_the_signature_is_not_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.readers.wacz_package.find_spec", lambda _: None)
    package, _ = read_package(tmp_path, make_wacz(sign_anonymously))
    assert package.signature == "not checked"
    assert "onrecord[signed]" in package.unchecked[0]
