"""Authors of a thread: names cleaned, found in attributes, and found in the position that all comments share."""
