"""Links between entities of several pages."""
