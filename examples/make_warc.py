"""Make the example story's WARC file from the saved page beside it.

    python examples/make_warc.py

Needs the warcio package. Dates and record ids are fixed, so the same page always gives the same file.
"""

from io import BytesIO
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).resolve().parent / "northbridge"
PAGE = HERE / "warc-src" / "harbour-times-2021-11-04.html"
WARC = HERE / "pages" / "harbour-times-2021-11.warc.gz"
HOST = "www.harbourtimes.example"
PATH = "/2021/11/kestria-bring-trainers-home-end-2023/"
FETCHED = "2021-11-05T09:12:44Z"
IDS = {
    kind: f"<urn:uuid:5b0d7c1e-2021-4b05-8a11-00000000000{n}>"
    for n, kind in enumerate(("warcinfo", "request", "response"), 1)
}


def main() -> None:
    """Write a warcinfo, a request and a response record."""
    body = PAGE.read_bytes()
    with WARC.open("wb") as out:
        writer = WARCWriter(out, gzip=True, warc_version="1.1")

        info = BytesIO(b"software: onrecord example\r\nformat: WARC File Format 1.1\r\n")
        writer.write_record(
            writer.create_warc_record(
                None,
                "warcinfo",
                payload=info,
                length=len(info.getvalue()),
                warc_content_type="application/warc-fields",
                warc_headers_dict={
                    "WARC-Record-ID": IDS["warcinfo"],
                    "WARC-Date": FETCHED,
                    "WARC-Filename": WARC.name,
                },
            )
        )

        response = writer.create_warc_record(
            f"https://{HOST}{PATH}",
            "response",
            payload=BytesIO(body),
            length=len(body),
            http_headers=StatusAndHeaders(
                "200 OK",
                [
                    ("Date", "Fri, 05 Nov 2021 09:12:44 GMT"),
                    ("Server", "nginx"),
                    ("Content-Type", "text/html; charset=UTF-8"),
                    ("Content-Length", str(len(body))),
                    ("Link", f"<https://{HOST}/?p=12704>; rel=shortlink"),
                    ("Last-Modified", "Thu, 04 Nov 2021 18:20:00 GMT"),
                ],
                protocol="HTTP/1.1",
            ),
            warc_headers_dict={
                "WARC-Record-ID": IDS["response"],
                "WARC-Date": FETCHED,
            },
        )
        request = writer.create_warc_record(
            f"https://{HOST}{PATH}",
            "request",
            http_headers=StatusAndHeaders(
                f"GET {PATH} HTTP/1.1",
                [
                    ("Host", HOST),
                    ("User-Agent", "example-crawler/1.0"),
                    ("Accept", "text/html"),
                ],
                is_http_request=True,
            ),
            warc_headers_dict={
                "WARC-Record-ID": IDS["request"],
                "WARC-Date": FETCHED,
                "WARC-Concurrent-To": IDS["response"],
            },
        )
        writer.write_record(request)
        writer.write_record(response)


if __name__ == "__main__":
    main()
