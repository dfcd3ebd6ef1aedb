"""The reading room of the made story, asked without a socket."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from onrecord.web import create_app
from tests.web.made import make_story

Ask = Callable[..., httpx.Response]


@dataclass(frozen=True)
class Made:
    """The made story: its path, and ids of its records by a name."""

    path: Path
    ids: dict[str, str]


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    path = tmp_path_factory.mktemp("room") / "night-ferry.db"
    return Made(path, make_story(path))


@pytest.fixture(scope="session")
def ask(made: Made) -> Ask:
    return make_asker(made.path)


def make_asker(path: Path) -> Ask:
    """Return what asks the reading room of the story at `path`."""
    app = create_app(path)

    def asked(path: str, *, method: str = "GET", host: str = "127.0.0.1:8000") -> httpx.Response:
        async def answer() -> httpx.Response:
            transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
            async with httpx.AsyncClient(
                transport=transport, base_url="http://127.0.0.1"
            ) as client:
                return await client.request(method, path, headers={"host": host})

        return asyncio.run(answer())

    return asked


def one(page: LexborHTMLParser | LexborNode, selector: str) -> LexborNode:
    """Return the first node that fits; the test fails where there is none."""
    node = page.css_first(selector)
    assert node is not None, selector
    return node
