"""The type of a name: evidence summed over the page, and what follows from it."""
