"""Security of the reading room: which requests are answered, and what a browser may do with the answer.

In: every request. Out: the same, or a refusal; headers on every answer. Out of scope: bodies.

A page's words are hostile input, and so is another site open in the same browser: a Host header
that is not loopback is refused (DNS rebinding), nothing but GET and HEAD is answered, and no answer
may load, run, frame or send anything outside this room. Where corrections are allowed, forms are answered too, if
they come from this room (`editing`).
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from onrecord.web.editing import FORM_PATH, Editing, refuse_form
from onrecord.web.thresholds import THRESHOLDS

HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})
"""Host names a request may carry, without port."""

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
    " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_CLOSING = {"Connection": "close"}
"""A refused body is not read: the connection ends with the answer."""
_HOST = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]:]+)(?::\d{1,5})?")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "private, no-cache",
}
"""On every answer. Source: OWASP Secure Headers Project; W3C CSP Level 3."""
EDITING_HEADERS = HEADERS | {"Referrer-Policy": "same-origin", "Cache-Control": "private, no-store"}
"""On every answer of a room with forms: under no-referrer a browser would send them with `Origin: null`."""


class Guard:
    """ASGI middleware that refuses what is not a local read, and sets `HEADERS` on every answer."""

    def __init__(self, app: ASGIApp, editing: Editing | None = None) -> None:
        self.app = app
        self.editing = editing
        self.headers = choose_headers(editing)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
            await send(message)

        refusal = refuse_request(scope, self.editing)
        await (refusal or self.app)(scope, receive, send_with_headers)


def choose_headers(editing: Editing | None) -> dict[str, str]:
    """Return the headers of every answer of a room, with forms or without."""
    return HEADERS if editing is None else EDITING_HEADERS


def refuse_request(scope: Scope, editing: Editing | None = None) -> PlainTextResponse | None:
    """Return the refusal of a request that is neither a local read nor a form of this room, or None for one that is."""
    host = Headers(scope=scope).get("host", "")
    if read_host_name(host) not in HOSTS:
        return PlainTextResponse("This reading room answers on loopback only.\n", 400)
    if editing is not None and scope["method"] == "POST" and scope["path"] == FORM_PATH:
        refusal = refuse_form(Headers(scope=scope), editing)
        return PlainTextResponse(f"{refusal[1]}\n", refusal[0]) if refusal else None
    if scope["method"] not in {"GET", "HEAD"}:
        return PlainTextResponse("Only reading.\n", 405, {"Allow": "GET, HEAD"})
    return _refuse_size(scope)


def _refuse_size(scope: Scope) -> PlainTextResponse | None:
    """Return the refusal of a request whose address or body is larger than any that the room's own pages make."""
    address = len(scope.get("raw_path") or b"") + len(scope.get("query_string") or b"")
    if address > THRESHOLDS.address_bytes:
        return PlainTextResponse("This address is too long.\n", 414, _CLOSING)
    headers = Headers(scope=scope)
    size = headers.get("content-length", "0")
    if "transfer-encoding" in headers or not size.isdecimal() or len(size) > _count_size_digits():
        return PlainTextResponse("A body of unknown size is not taken.\n", 411, _CLOSING)
    if int(size) > THRESHOLDS.body_bytes:
        return PlainTextResponse("This body is too large.\n", 413, _CLOSING)
    return None


def _count_size_digits() -> int:
    return len(str(THRESHOLDS.body_bytes)) + 1


def read_host_name(host: str) -> str:
    """Return the name of a Host header in lower case, without its port; the whole value where it is malformed.

    Examples:
        >>> read_host_name("[::1]:8000"), read_host_name("LocalHost"), read_host_name("[::1].evil")
        ('[::1]', 'localhost', '[::1].evil')

    """
    match = _HOST.fullmatch(host)
    return (match[1] if match else host).lower()
