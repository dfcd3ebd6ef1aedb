"""Correcting in the reading room: who may send forms, and what a form says.

In: a secret made when the room is opened; a request's headers; a form's body. Out: whether the request is let in; a decision. Out of
scope: what a decision changes.

Nothing of this is there without `serve --edit`. Whoever opens the address with the key that is printed at the start gets a cookie; a form
must come from a page of this very room (Origin and Fetch Metadata), with the cookie or the key, and with the token that only pages shown
to its holder contain. Sources: OWASP, Cross-Site Request Forgery Prevention; W3C Fetch Metadata Request Headers.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote, unquote

from starlette.datastructures import Headers

from onrecord.errors import DecisionError
from onrecord.web.thresholds import THRESHOLDS

NAME_COOKIE = "onrecord-by"
"""Cookie with the name under which somebody decided last."""
COOKIE_RULES = "Path=/; HttpOnly; SameSite=Strict"
FORM_PATH, ENTRANCE = "/decide", "/enter"
_FORM_TYPE = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Editing:
    """The secret of a room that may be corrected; new at every start."""

    key: str = field(default_factory=secrets.token_urlsafe, repr=False)

    @property
    def cookie(self) -> str:
        """The name of the cookie of whoever may decide; one a room, as all ports of a host share their cookies."""
        return f"onrecord-edit-{self._derive('cookie')[: len('12345678')]}"

    @property
    def session(self) -> str:
        """The cookie's value."""
        return self._derive("session")

    @property
    def form_token(self) -> str:
        """The token that every form of this room carries."""
        return self._derive("form")

    def is_key(self, given: str) -> bool:
        """Return whether `given` is the key that was printed at the start."""
        return hmac.compare_digest(given.encode(), self.key.encode())

    def is_form_token(self, given: str) -> bool:
        """Return whether `given` is the token of this room's forms."""
        return hmac.compare_digest(given.encode(), self.form_token.encode())

    def is_admitted(self, headers: Headers) -> bool:
        """Return whether a request carries the cookie, or the key as `Authorization: Bearer KEY`."""
        scheme, _, key = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and self.is_key(key.strip()):
            return True
        given = read_cookie(headers, self.cookie)
        return hmac.compare_digest(given.encode(), self.session.encode())

    def _derive(self, purpose: str) -> str:
        return hmac.new(self.key.encode(), purpose.encode(), sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class Forms:
    """What forms on a page need: the token, the name last used, and the address to come back to."""

    token: str
    name: str
    back: str


@dataclass(frozen=True, slots=True)
class Submitted:
    """A form as it was sent.

    Attributes:
        act: what to do: a kind of decision; of a `set` followed by a colon, the field, and after "=" its value if the form names it.
        record: id of what it is about; "" for a pin. others: ids of further records.
        value: what was written for it. reason, who: why, and who decides. back: where to go then, a path of this room.

    """

    act: str
    record: str
    others: tuple[str, ...]
    value: str
    reason: str
    who: str
    back: str


def refuse_form(headers: Headers, editing: Editing) -> tuple[int, str] | None:
    """Return the status and message with which a form is refused before it is read, or None where it is let in."""
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin != f"http://{headers.get('host', '')}" or site not in {None, "same-origin"}:
        return 403, "Corrections are taken from this room's own pages only."
    if not editing.is_admitted(headers):
        return 403, "Open the room with the address that was printed at its start, then try again."
    if headers.get("content-type", "").partition(";")[0].strip().lower() != _FORM_TYPE:
        return 415, "This is no form of this room."
    length = headers.get("content-length", "")
    if "transfer-encoding" in headers or not length.isascii() or not length.isdigit():
        return 411, "The form does not say how long it is."
    if len(length) > len(str(THRESHOLDS.form_bytes)) or int(length) > THRESHOLDS.form_bytes:
        return 413, "The form is too long."
    return None


def read_form(body: bytes, editing: Editing) -> Submitted:
    """Return what a form says.

    Raises:
        PermissionError: if it has not the token of this room's forms; DecisionError: if it is no form of this room.

    """
    try:
        fields = parse_qs(
            body.decode("ascii"),
            keep_blank_values=True,
            max_num_fields=THRESHOLDS.form_fields,
            errors="strict",
        )
    except ValueError:
        raise DecisionError("this is no form of this room") from None
    if not editing.is_form_token(_take_field(fields, "token")):
        raise PermissionError
    return Submitted(
        act=_take_field(fields, "act"),
        record=_take_field(fields, "record"),
        others=tuple(fields.get("other", ())),
        value=_take_field(fields, "value").strip(),
        reason=_take_field(fields, "reason").replace("\r\n", "\n"),
        who=_take_field(fields, "who"),
        back=clean_address(_take_field(fields, "back")),
    )


def read_cookie(headers: Headers, name: str) -> str:
    """Return a cookie's value, "" where there is none."""
    try:
        cookies = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return ""
    return unquote(cookies[name].value) if name in cookies else ""


def format_cookie(name: str, value: str) -> str:
    """Return the header that sets a cookie until the browser is closed."""
    return f"{name}={quote(value, safe='')}; {COOKIE_RULES}"


def clean_address(back: str) -> str:
    """Return an address of this room, as a path; "/" for any other.

    Examples:
        >>> clean_address("/r/q-1?x=1#y"), clean_address("//evil.example/"), clean_address("https://evil.example")
        ('/r/q-1?x=1#y', '/', '/')

    """
    is_plain = back.isascii() and back.isprintable() and not {"\\", " "} & set(back)
    is_path = back.startswith("/") and not back.startswith("//")
    return back if is_plain and is_path else "/"


def _take_field(fields: Mapping[str, list[str]], name: str) -> str:
    return fields.get(name, [""])[0]
