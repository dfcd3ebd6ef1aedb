"""What `onrecord --version` says."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import version

import pytest

from onrecord import __version__
from onrecord.cli import versions
from onrecord.language import load_backbone
from onrecord.language.pipeline import onnx_encoder


def test_it_names_the_program_first_then_models_and_libraries() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "--version"], capture_output=True, check=True, text=True
    )
    first, models, libraries = done.stdout.splitlines()
    assert first == f"onrecord, version {__version__}"
    assert f"en_onrecord_encoder {onnx_encoder.VERSION}" in models
    assert f"spacy {version('spacy')}" in libraries
    assert f"onnxruntime {version('onnxruntime')}" in libraries
    assert done.stderr == ""


def test_the_small_models_version_is_that_of_the_pipeline() -> None:
    meta = load_backbone(None).nlp.meta
    assert f"{meta['lang']}_{meta['name']} {meta['version']}" in versions.describe_versions()


def test_a_library_that_is_missing_is_told_with_what_it_is_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(versions, "_LIBRARIES", {"no-such-library": "--model accurate needs it"})
    assert "no-such-library is not installed (--model accurate needs it)" in (
        versions.describe_versions()
    )
