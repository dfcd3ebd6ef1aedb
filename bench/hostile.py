"""Hostile inputs: sound seeds of each kind, and seeded mutations and constructions over them.

In: a random generator and a kind. Out: a file's name and bytes. Out of scope: what they do to the
readers (`bench.fuzz`). All seeds are the example's pages or made here.
"""

from __future__ import annotations

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from random import Random

EXAMPLE = Path(__file__).parents[1] / "examples" / "northbridge" / "pages"
SENTENCES = (
    "The council said on Tuesday it would spend $4 million on roads by 2027. ",
    "“We will not close the bridge,” said Ana Pell, the mayor, who was 51. ",
    "At least 12 people were hurt when police fired on the crowd, officials told the Gazette. ",
)
ODD_PIECES = (
    "\0", "\x0b", "\x1b[2J", "\ufeff", "\u200b", "\u202e", "\u2066", "\u0301" * 40, "\U000e0041",
    "\ufffe", "\U0010ffff", "‘", "“", "”", "&#0;", "&#xD800;", "&#1114112;", "&" + "a" * 900,
    "&amp" * 60, "<!--", "-->", "<![CDATA[", "]]>", "<plaintext>", "<template>", "</template>",
    "<frameset>", "<noscript>", "<svg><style>", "<math><mi>", "<script>", "</script", "<textarea>",
    "<title>", "<select>", "<table><tr><td>", "</p>", "</body>", "<base href='//[::1'>", "<xmp>",
    "<meta charset=utf-7>", "<meta charset=utf-16>", "<meta http-equiv=refresh content='0;url=x'>",
    '{"a":', "1e400", "$" + "9" * 400, "2021-99-99", "0000-00-00T99:99", "9" * 5000 + " people",
    "http://[", "@" * 300, "> " * 300, "- " * 500, "." * 3000, "? ! " * 300, "“‘" * 300, "((" * 400,
    "Mr. " * 200, "and " * 300, "1, " * 300, "said " * 300, "$1 " * 300, "on Tuesday " * 200,
)  # fmt: skip
CHARSETS = (b"utf-8", b"utf-16", b"utf-7", b"gb18030", b"big5", b"koi8-r", b"x-none", b"idna", b"hex", b"rot13", b"shift_jis", b"iso-2022-kr", b"")  # fmt: skip
KINDS = ("html", "mhtml", "mail", "warc", "pdf", "jsonl", "manifest", "feed", "flat", "text")
_NAMES = {
    "html": "a.html",
    "mhtml": "a.mhtml",
    "mail": "a.eml",
    "manifest": "manifest.csv",
    "warc": "a.warc",
    "pdf": "a.pdf",
    "jsonl": "a.jsonl",
    "feed": "a.xml",
    "flat": "a.txt",
    "text": "b.txt",
}


def make_input(random: Random, kind: str) -> tuple[str, bytes]:
    """Return a file's name and bytes: a construction, or a seed with up to six mutations."""
    if kind in _CONSTRUCTIONS and random.random() < 0.4:
        return _pack(random, _NAMES[kind], random.choice(_CONSTRUCTIONS[kind])(random))
    data = _make_seed(random, kind)
    for _ in range(random.randint(1, 6)):
        data = random.choice(_MUTATIONS)(random, data)
    return _pack(random, _NAMES[kind], data)


def _pack(random: Random, name: str, data: bytes) -> tuple[str, bytes]:
    """Return the file as it is or, one time in ten, compressed and perhaps cut."""
    if random.random() > 0.1:
        return name, data[:4_000_000]
    packed = gzip.compress(data)
    return f"{name}.gz", packed[: random.choice([len(packed), len(packed) // 2, 12])]


def write_prose(random: Random, chars: int) -> str:
    """Return sentences of about `chars` characters, with odd pieces in between."""
    out: list[str] = []
    while sum(map(len, out)) < chars:
        out.append(random.choice(ODD_PIECES) if random.random() < 0.1 else random.choice(SENTENCES))
        if random.random() < 0.2:
            out.append("\n\n")
    return "".join(out)


def _make_seed(random: Random, kind: str) -> bytes:
    return _SEEDS[kind](random)


def _pick_example(random: Random, suffix: str) -> bytes:
    return random.choice(sorted(EXAMPLE.glob(f"*{suffix}"))).read_bytes()


def _make_html(random: Random) -> bytes:
    return _pick_example(random, ".html")


def _make_mhtml(random: Random) -> bytes:
    coding = random.choice(["8bit", "base64", "quoted-printable", "7bit", "x-uuencode", "binary"])
    head = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html;'
        f" charset=utf-8\r\nContent-Transfer-Encoding: {coding}\r\nContent-Location: http://a.test/x\r\n\r\n"
    )
    return head.encode() + _make_html(random) + b"\r\n--b--\r\n"


def _make_mail(random: Random) -> bytes:
    """Return a letter of one or two parts, with headers that are folded, encoded, doubled or no date."""
    coding = random.choice(["8bit", "base64", "quoted-printable", "7bit", "x-uuencode"])
    date = random.choice(["Tue, 8 Mar 2016 10:00:00 +0000", "8 Mar 16", "Tue, 99 Foo 0000 99:99 +9999", "=?utf-8?q?x?=", ""])  # fmt: skip
    subject = random.choice(["The bridge", "=?utf-8?b?//////8=?=", "=?x?q?=FF?=" * 60, "a\r\n b" * 90])  # fmt: skip
    head = f"From: Ana <ana@a.test>\r\nTo: b@a.test\r\nSubject: {subject}\r\nDate: {date}\r\nMIME-Version: 1.0\r\n"
    words = write_prose(random, 900).encode("utf-8", "replace")
    if random.random() < 0.5:
        return head.encode() + f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {coding}\r\n\r\n".encode() + words  # fmt: skip
    parts = b"".join(
        b"--b\r\nContent-Type: text/%b; charset=%b\r\n\r\n%b\r\n"
        % (kind, random.choice(CHARSETS), body)
        for kind, body in ((b"plain", words), (b"html", _make_html(random)))
    )
    return head.encode() + b'Content-Type: multipart/alternative; boundary="b"\r\n\r\n' + parts + b"--b--\r\n"  # fmt: skip


def _make_manifest(random: Random) -> bytes:
    """Return a table of what is stated of pages, as CSV or lines of JSON."""
    rows = [
        {"file": one.name, "url": f"http://a.test/{number}", "published": random.choice(["2016-03-08", "2016-99-01", "", "8 March"]), "title": random.choice(ODD_PIECES), "outlet": "The Gazette"}
        for number, one in enumerate(sorted(EXAMPLE.iterdir())[:9])
    ]  # fmt: skip
    if random.random() < 0.5:
        return "".join(json.dumps(row) + "\n" for row in rows).encode("utf-8", "surrogatepass")
    lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
    return "\n".join(lines).encode("utf-8", "surrogatepass")


def _make_warc(random: Random) -> bytes:
    body, out = _make_html(random), b""
    for number in range(random.randint(1, 4)):
        coding = random.choice(["gzip", "br", "deflate", "zstd", "identity", "gzip, gzip", "x"])
        sent = gzip.compress(body) if coding == "gzip" else body
        http = (
            f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: {coding}\r\n"
            + random.choice(["", "Transfer-Encoding: chunked\r\n"])
            + "\r\n"
        ).encode() + sent
        kind = random.choice(["response", "revisit", "resource", "metadata", "response"])
        out += (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:{number}>\r\nWARC-Refers-To: <urn:{number ^ 1}>\r\n"
            f"WARC-Target-URI: http://a.test/{number}\r\nWARC-Refers-To-Target-URI: http://a.test/{number ^ 1}\r\n"
            "WARC-Date: 2020-01-02T03:04:05Z\r\nContent-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http) + random.choice([0, 0, 0, 7, -9, 10**12])}\r\n\r\n"
        ).encode() + http + b"\r\n\r\n"  # fmt: skip
    return out if random.random() < 0.7 else gzip.compress(out)


def _make_pdf(random: Random, stream: bytes | None = None) -> bytes:
    lines = "".join(
        f"({line}) Tj T* " for line in [random.choice(SENTENCES)] * random.randint(1, 40)
    )
    content = stream or f"BT /F1 12 Tf 14 TL 72 720 Td {lines} ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (table, len(out))  # fmt: skip


def _make_jsonl(random: Random) -> bytes:
    rows = []
    for number in range(random.randint(1, 6)):
        row: dict[str, object] = {
            "url": f"http://a.test/{number}",
            "title": "Roads",
            "text": write_prose(random, 2_000),
            "date": random.choice(["2020-01-01", "", None, 17, "9" * 50]),
        }
        if random.random() < 0.4:
            row["html"] = _make_html(random).decode("utf-8", "replace")
        rows.append(json.dumps(row, ensure_ascii=random.random() < 0.5))
    return random.choice(["\n", "\r\n", ",", "\0"]).join(rows).encode("utf-8", "surrogatepass")


def _make_feed(random: Random) -> bytes:
    item = f"<item><title>Roads</title><link>http://a.test/</link><pubDate>Tue, 02 Jan 2020 03:04:05 GMT</pubDate><description><![CDATA[<p>{write_prose(random, 900)}</p>]]></description></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>T</title>{item * random.randint(1, 9)}</channel></rss>'.encode()


def _make_flat(random: Random) -> bytes:
    thread = "".join(
        f"user{n}\n{random.choice(['2 hours ago', '3 May 2021 at 10:12', '1d'])}\n{random.choice(SENTENCES)}\n{random.choice(['Reply', 'Like · 3', 'Share'])}\n\n"
        for n in range(random.randint(0, 300))
    )
    return _pick_example(random, ".txt") + f"\n\nComments\n\n{thread}".encode()


def _make_text(random: Random) -> bytes:
    return write_prose(random, random.choice([300, 3_000, 30_000])).encode("utf-8", "surrogatepass")


def _cut(random: Random, data: bytes) -> bytes:
    return data[: random.randint(0, len(data))]


def _flip(random: Random, data: bytes) -> bytes:
    out = bytearray(data)
    for _ in range(random.choice([1, 8, 200])):
        if out:
            out[random.randrange(len(out))] = random.randrange(256)
    return bytes(out)


def _insert(random: Random, data: bytes) -> bytes:
    odd = random.choice(ODD_PIECES).encode("utf-8", "surrogatepass") * random.choice([1, 1, 2, 50])
    at = random.randint(0, len(data))
    return data[:at] + odd + data[at:]


def _insert_bytes(random: Random, data: bytes) -> bytes:
    bad = random.choice([b"\xed\xa0\x80", b"\xff\xfe", b"\xc0\x80", b"\x00", b"\xf8\x88\x80\x80\x80", b"\x1b$B"])  # fmt: skip
    at = random.randint(0, len(data))
    return data[:at] + bad * random.choice([1, 3, 4_000]) + data[at:]


def _repeat_piece(random: Random, data: bytes) -> bytes:
    start = random.randint(0, len(data))
    piece = data[start : start + random.choice([3, 40, 900])]
    return data[:start] + piece * random.choice([2, 30, 400]) + data[start:]


def _swap_charset(random: Random, data: bytes) -> bytes:
    return data.replace(b"utf-8", random.choice(CHARSETS)).replace(b"UTF-8", random.choice(CHARSETS))  # fmt: skip


def _encode_otherwise(random: Random, data: bytes) -> bytes:
    name = random.choice(["utf-16", "utf-16-be", "utf-32", "utf-7", "latin-1", "cp037", "gb18030"])
    return data.decode("utf-8", "replace").encode(name, "replace")


def _swap_pieces(random: Random, data: bytes) -> bytes:
    one, two = sorted((random.randint(0, len(data)), random.randint(0, len(data))))
    return data[two:] + data[one:two] + data[:one]


_MUTATIONS = (
    _cut,
    _flip,
    _insert,
    _insert,
    _insert_bytes,
    _repeat_piece,
    _swap_charset,
    _encode_otherwise,
    _swap_pieces,
)
_SEEDS: dict[str, Callable[[Random], bytes]] = {
    "html": _make_html,
    "mhtml": _make_mhtml,
    "mail": _make_mail,
    "manifest": _make_manifest,
    "warc": _make_warc,
    "pdf": _make_pdf,
    "jsonl": _make_jsonl,
    "feed": _make_feed,
    "flat": _make_flat,
    "text": _make_text,
}


def _pick_size(random: Random) -> int:
    return random.choice([50, 3_000, 50_000, 1_000_000])


def _build_nested(random: Random) -> bytes:
    tag = random.choice(["div", "b", "a", "table", "ul", "blockquote", "p", "svg", "font", "form", "template", "article", "li", "span", "i", "h1"])  # fmt: skip
    many = min(_pick_size(random), 300_000)
    return f"<html><body>{f'<{tag}>' * many}{write_prose(random, 600)}{f'</{tag}>' * random.choice([0, many])}".encode()


def _build_attribute(random: Random) -> bytes:
    big = random.choice(["x", "a=b ", "&amp;", "\0", "'", "class "]) * _pick_size(random)
    return f"<html><body><article class='{big}' {big}><p>{write_prose(random, 900)}</p></article>".encode()


def _build_repeated(random: Random) -> bytes:
    piece = random.choice(ODD_PIECES)
    many = min(_pick_size(random), 600_000 // len(piece) + 1)
    tag = random.choice(["p", "h1", "li", "td", "blockquote", "pre", "figcaption"])
    return f"<html><body><article><p>{write_prose(random, 900)}</p><{tag}>{piece * many}</{tag}></article>".encode()


def _build_thread(random: Random) -> bytes:
    many = random.choice([200, 2_000, 20_000])
    deep = random.random() < 0.3
    one = random.choice([
        "<div class=comment id=c{n}><span class=author>user{n}</span><time datetime='2020-01-02T03:04:{s:02}Z'>2 Jan</time><p>I do not agree at all, number {n}.</p>{end}",
        "<li class=comment><b>user{n}</b> says:<p>That is number {n}, I think.</p>{end}",
        "<div><a href='/u/{n}'>user{n}</a> 2 hours ago<div>Words of comment {n}</div><a>Reply</a>{end}",
    ])  # fmt: skip
    end = "" if deep else ("</li>" if one.startswith("<li") else "</div>")
    body = "".join(one.format(n=n, s=n % 60, end=end) for n in range(many))
    return f"<html><body><article><h1>Roads</h1><p>{write_prose(random, 900)}</p></article><section id=comments>{body}".encode()


def _build_metadata(random: Random) -> bytes:
    bad = random.choice(['{"@type":' * 3_000, "[" * 100_000, '{"@type":"NewsArticle","datePublished":' + "9" * 9_000 + "}", '{"@type":["NewsArticle",{}],"author":[[[{"name":[1]}]]],"headline":{"a":1},"datePublished":{},"comment":[null,1,"x",{"text":3,"author":4}]}', '{"@graph":' + '[{"@graph":' * 900, "null", '"' + "\\ud800" * 900 + '"'])  # fmt: skip
    return f"<html><head><script type='application/ld+json'>{bad}</script><meta property='article:published_time' content='{random.choice(ODD_PIECES)[:2000]}'><title>{random.choice(ODD_PIECES) * 9}</title></head><body><article><p>{write_prose(random, 1500)}</p></article>".encode("utf-8", "surrogatepass")  # fmt: skip


def _build_cells(random: Random) -> bytes:
    return b"<html><body>" + b"<table><tr>" * random.choice([1, 400]) + b"<td>1<td>a" * min(_pick_size(random), 100_000) + b"<p>" + write_prose(random, 900).encode()  # fmt: skip


def _build_inline(random: Random) -> bytes:
    """Return text with a tag at each letter: a map of many segments."""
    words = write_prose(random, 40_000)
    tag = random.choice(["b", "i", "span", "wbr", "br", "a", "sup"])
    return f"<html><body><article><p>{''.join(f'<{tag}>{letter}' for letter in words)}".encode()


def _build_lines(random: Random) -> bytes:
    piece = random.choice([*ODD_PIECES, "\n", "\r", "a\n", "x" * 40 + "\n", "- a\n", "Reply\n", "2 hours ago\n", "user1\n", "> a\n", "\u2028", "A. B. ", "word " * 50, "é\u0301 ", "שלום ", "他说", *SENTENCES])  # fmt: skip
    many = random.choice([2_000, 200_000, 900_000]) // len(piece) + 1
    return (write_prose(random, 600) + "\n\n" + piece * many).encode("utf-8", "surrogatepass")


def _build_deep_json(random: Random) -> bytes:
    deep = random.choice(['{"text":', "[", '{"url":"http://a.test/","text":['])
    words = random.choice([
        "\\ud800 words " * 90, "\\u0000" * 900, "a" * 900_000, "\\" * 901, "\\u202e said " * 400,
    ])  # fmt: skip
    row = f'{{"url":"http://a.test/","text":"{words}"}}'
    return (random.choice(["", row, row + "\n"]) + deep * random.choice([900, 200_000])).encode()


def _build_feed_bomb(random: Random) -> bytes:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    body = random.choice(["&a11;", "<item>" * 100_000, "<description>" + "&lt;p&gt;" * 90_000, "<item><title>" + write_prose(random, 400_000)])  # fmt: skip
    return f'<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a0 "ha">{entities}]><rss><channel>{body}'.encode(
        "utf-8", "surrogatepass"
    )


def _build_bad_mime(random: Random) -> bytes:
    part = b'--b\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
    head = b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n'
    return head + random.choice([
        b"X: " + b"y" * 2_000_000, b"\r\n" + part * 20_000, b"\r\n" + b"--b\r\n" * 200_000,
        b"\r\n--b\r\nContent-Type: text/html; charset=\x80\r\n\r\n" + _make_html(random),
        b"\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b"PA=" * 90_000,
        b"\r\n--b\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + b"=3D=\r\n" * 90_000,
    ])  # fmt: skip


def _build_zip(random: Random) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("archive/a.warc", _make_warc(random))
        archive.writestr("archive/b.warc.gz", gzip.compress(b"\0" * 9_000_000))
    return _flip(random, packed.getvalue())


def _build_many_records(random: Random) -> bytes:
    one = b"WARC/1.0\r\nWARC-Type: %b\r\nWARC-Target-URI: http://a.test/%d\r\nContent-Length: %d\r\n\r\n\r\n\r\n"  # fmt: skip
    return b"".join(one % (random.choice([b"revisit", b"response", b"x"]), n, 0) for n in range(9_000))  # fmt: skip


def _build_bad_pdf(random: Random) -> bytes:
    data = _make_pdf(
        random, zlib.compress(b"BT (a) Tj " * 500_000) if random.random() < 0.3 else None
    )
    swap = random.choice([(b"[3 0 R]", b"[2 0 R]"), (b"[3 0 R]", b"[3 0 R " + b"3 0 R " * 50_000 + b"]"), (b"/Length", b"/Filter /FlateDecode /Length"), (b"0 612 792", b"0 9e9 -9e9"), (b"startxref\n", b"startxref\n9999"), (b"/Parent 2 0 R", b"/Parent 3 0 R"), (b"/Contents 4 0 R", b"/Contents 3 0 R"), (b"/Size 6", b"/Size 99999999 /Encrypt 5 0 R"), (b"/Root 1 0 R", b"/Root 1 0 R /Prev 9")])  # fmt: skip
    return data.replace(*swap)


def _build_placed_pdf(random: Random) -> bytes:
    """Return a sheet of many short lines at places of a few columns, or anywhere."""
    lefts = random.choice([(60, 320), (50, 230, 410), (60, 70, 80), tuple(range(0, 600, 7))])
    lines = []
    for n in range(random.choice([20, 200, 4_000])):
        left, base = random.choice(lefts), 740 - 14 * (n // len(lefts))
        if random.random() < 0.1:
            left, base = random.randint(-900, 9_000), random.choice([0, 7, -50_000, 9 * 10**9])
        size = random.choice([11, 11, 11, 0, -4, 300])
        words = random.choice(SENTENCES)[: random.randint(1, 60)]
        lines.append(f"BT /F1 {size} Tf {left} {base} Td ({words}) Tj ET")
    return _make_pdf(random, "\n".join(lines).encode("latin-1", "replace"))


_CONSTRUCTIONS: dict[str, tuple[Callable[[Random], bytes], ...]] = {
    "html": (
        _build_nested,
        _build_attribute,
        _build_repeated,
        _build_thread,
        _build_metadata,
        _build_cells,
        _build_inline,
    ),
    "mhtml": (_build_bad_mime,),
    "warc": (_build_zip, _build_many_records),
    "pdf": (_build_bad_pdf, _build_placed_pdf),
    "jsonl": (_build_deep_json,),
    "feed": (_build_feed_bomb,),
    "flat": (_build_lines,),
    "text": (_build_lines,),
}
