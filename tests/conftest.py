"""Fixtures that several parts' tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from onrecord import run
from onrecord.language import Backbone, get_backbone, load_backbone

SHARED = Path(os.environ.get("ONRECORD_SHARED", Path(__file__).parents[2] / "shared"))


@pytest.fixture(scope="session")
def backbone() -> Backbone:
    """The shipped pipeline, or the one `ONRECORD_MODEL` names."""
    return load_backbone(os.environ.get("ONRECORD_MODEL") or None)


@pytest.fixture(scope="session", params=["small", "accurate"])
def each_backbone(request: pytest.FixtureRequest) -> Backbone:
    """Each of the two models that ship."""
    return get_backbone(request.param)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder beside the project with seeds and data; skips where it is not there."""
    if not (SHARED / "seeds").is_dir():
        if os.environ.get("ONRECORD_REQUIRE_SHARED"):
            pytest.fail("the folder beside the project is required here and is not there")
        pytest.skip("the folder beside the project that holds seeds and data is not there")
    return SHARED


@pytest.fixture(scope="session")
def examples() -> Path:
    """The example story's folder."""
    return Path(__file__).parents[1] / "examples"


EXAMPLES = Path(__file__).parents[1] / "examples" / "northbridge"


@pytest.fixture(scope="session")
def northbridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example story, built once."""
    path = tmp_path_factory.mktemp("example") / "northbridge.db"
    options = run.RunOptions(
        manifest=EXAMPLES / "manifest.csv", model=os.environ.get("ONRECORD_MODEL") or None
    )
    run.build([EXAMPLES / "pages"], path, options)
    return path
