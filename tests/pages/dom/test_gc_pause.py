"""The garbage collector is paused and restored."""

from __future__ import annotations

import gc

import pytest

from onrecord.errors import PageError
from onrecord.pages import page_from_html
from onrecord.pages.dom.gc_pause import pause_collector


def test_the_collector_is_put_back_as_it_was() -> None:
    assert gc.isenabled()
    with pytest.raises(PageError):
        page_from_html(b"<p></p>")
    assert gc.isenabled()
    with pause_collector():
        with pause_collector():
            pass
        assert not gc.isenabled()
    assert gc.isenabled()
