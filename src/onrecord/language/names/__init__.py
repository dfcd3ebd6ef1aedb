"""Known names: the gazetteer, first names and surnames, and ordinary words."""
