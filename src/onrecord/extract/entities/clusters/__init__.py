"""Names of one entity on a page: which names are one, and places that stand for a government or a team."""
