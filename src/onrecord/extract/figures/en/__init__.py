"""English of figures: words of change, of quantity and of single units."""
