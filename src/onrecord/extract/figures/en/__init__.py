"""English of figures: units, currencies, hedges, words of change, age and quantity, and sets of tags."""
