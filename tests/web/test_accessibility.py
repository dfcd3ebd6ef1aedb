"""Every view passes axe-core in a real browser, light and dark. axe-core comes from npm for this test; it is not shipped."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest

from tests.web.conftest import Made
from tests.web.test_browser import addresses, browser, room

if TYPE_CHECKING:
    from playwright.sync_api import Browser

__all__ = ["browser", "room"]

pytestmark = pytest.mark.browser
AXE = "axe-core@4.14.1"
INSTALL_SECONDS = 120


@pytest.fixture(scope="module")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The script of axe-core; skips, with the reason, where npm is not here or does not get it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed here: axe-core can't be had")
    folder = tmp_path_factory.mktemp("axe")
    asked = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", str(folder)]
    try:
        got = subprocess.run(
            [*asked, AXE], capture_output=True, text=True, timeout=INSTALL_SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip(f"npm did not get {AXE} within {INSTALL_SECONDS} seconds")
    script = Path(folder, "node_modules", "axe-core", "axe.min.js")
    if got.returncode or not script.is_file():
        pytest.skip(f"npm could not get {AXE}: {got.stderr.strip()[-200:]}")
    return script.read_text(encoding="utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_view_has_a_violation(
    axe: str, room: str, browser: Browser, made: Made, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(color_scheme=scheme)
    found = []
    try:
        page = context.new_page()
        for address in [*addresses(made), f"/r/{made.ids['quote']}", "/nowhere"]:
            page.goto(room + address)
            page.evaluate(axe)
            result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
            found += [
                (address, one["id"], one["nodes"][0]["html"][:200]) for one in result["violations"]
            ]
    finally:
        context.close()
    assert found == []


def test_axe_finds_a_fault_that_is_there(axe: str, room: str, browser: Browser) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.goto(f"{room}/pages")
        page.evaluate("document.querySelector('main input').closest('label').outerHTML = '<input>'")
        page.evaluate(axe)
        result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        assert "label" in {one["id"] for one in result["violations"]}
    finally:
        context.close()
