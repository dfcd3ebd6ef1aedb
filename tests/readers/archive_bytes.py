"""Web archives made for the tests, by warcio where it can and by hand where it must be wrong."""

from __future__ import annotations

import gzip
import io
import zipfile
from pathlib import Path
from typing import Any

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PAGE = b"<!doctype html><title>Rain</title><article><p>It rained all day in the hills, they said.</p></article>"


class ArchiveMaker:
    """Writes records one after the other; `saved` gives the archive's bytes."""

    def __init__(self, *, gzipped: bool = True) -> None:
        self._out = io.BytesIO()
        self._writer = WARCWriter(self._out, gzip=gzipped)
        # warcio leaves files it made for revisits open.
        self._writer._create_temp_file = io.BytesIO

    def response(self, url: str, body: bytes, status: str = "200 OK", **headers: str) -> Any:
        named = {
            "Content-Type": "text/html",
            **{k.replace("_", "-"): v for k, v in headers.items()},
        }
        http = StatusAndHeaders(status, list(named.items()), protocol="HTTP/1.1")
        return self._write(url, "response", body, http)

    def revisit(self, url: str, headers: dict[str, str], digest: str | None = None) -> Any:
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        extra = {"WARC-Date": "2021-01-02T03:04:05Z", **headers}
        if digest:
            extra["WARC-Payload-Digest"] = digest
        return self._write(url, "revisit", b"", http, extra)

    def request(self, url: str) -> Any:
        http = StatusAndHeaders("GET / HTTP/1.1", [("Host", "n.example")], is_http_request=True)
        return self._write(url, "request", b"", http)

    def conversion(self, url: str, body: bytes, media_type: str = "text/plain") -> Any:
        record = self._writer.create_warc_record(
            url, "conversion", payload=io.BytesIO(body), warc_content_type=media_type
        )
        self._writer.write_record(record)
        return record

    def info(self) -> None:
        self._writer.write_record(
            self._writer.create_warcinfo_record("a.warc.gz", {"software": "x"})
        )

    def saved(self) -> bytes:
        return self._out.getvalue()

    def _write(
        self, url: str, kind: str, body: bytes, http: Any, extra: dict[str, str] | None = None
    ) -> Any:
        record = self._writer.create_warc_record(
            url, kind, payload=io.BytesIO(body), http_headers=http, warc_headers_dict=extra or {}
        )
        self._writer.write_record(record)
        return record


def build_record(
    kind: str, url: str, block: bytes, *, gzipped: bool = False, **headers: str
) -> bytes:
    """Return a record as it is told, right or wrong."""
    named = {
        "WARC-Type": kind, "WARC-Target-URI": url, "WARC-Date": "2020-05-06T07:08:09Z",
        "WARC-Record-ID": f"<urn:x:{url}>", "Content-Type": "application/http; msgtype=response",
        "Content-Length": str(len(block)), **{k.replace("_", "-"): v for k, v in headers.items()},
    }  # fmt: skip
    lines = "".join(f"{name}: {value}\r\n" for name, value in named.items())
    whole = b"WARC/1.0\r\n" + lines.encode() + b"\r\n" + block + b"\r\n\r\n"
    return gzip.compress(whole) if gzipped else whole


def write_wacz(
    path: Path, archives: dict[str, bytes], *, compression: int = zipfile.ZIP_STORED
) -> Path:
    with zipfile.ZipFile(path, "w", compression) as made:
        for name, data in archives.items():
            made.writestr(f"archive/{name}", data)
        made.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0", "id": "pages"}\n')
        made.writestr("datapackage.json", '{"profile": "data-package", "wacz_version": "1.1.1"}')
    return path
