"""Links between events of several pages."""
