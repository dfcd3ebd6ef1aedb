"""One connection to the reading room: a request must come in whole within a time, and what stays silent is closed.

In: bytes of a client. Out: what uvicorn makes of them. Out of scope: what a request may ask for (`guard`).

uvicorn closes a connection that is silent between two requests, but waits for ever for the rest of a request that has begun, or for the
first byte of the first one. Here one timer runs from the connection's start, or from a request's first byte, until the request is whole.
"""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from onrecord.web.thresholds import THRESHOLDS


class TimedProtocol(H11Protocol):
    """uvicorn's protocol, with a limit of time for a request to come in."""

    _timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for the first request."""
        super().connection_made(transport)
        self._start_timer()

    def data_received(self, data: bytes) -> None:
        """Pass on what came in, and wait for the rest if it is not a whole request."""
        super().data_received(data)
        if self._is_request_open():
            self._start_timer()
        else:
            self._stop_timer()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop waiting."""
        self._stop_timer()
        super().connection_lost(exc)

    def _is_request_open(self) -> bool:
        """Return whether a request has begun to come in and is not whole."""
        state = self.conn.their_state
        if state is h11.SEND_BODY:
            return True
        return state is h11.IDLE and bool(self.conn.trailing_data[0])

    def _start_timer(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(THRESHOLDS.request_seconds, self._close)

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _close(self) -> None:
        self._timer = None
        if not self.transport.is_closing():
            self.transport.close()
