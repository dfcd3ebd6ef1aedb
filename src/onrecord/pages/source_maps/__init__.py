"""From a page's text to the bytes of what was saved."""
