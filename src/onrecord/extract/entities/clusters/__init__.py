"""Clusters: which names of a page mean the same thing, and places that refer to a government or a team."""
