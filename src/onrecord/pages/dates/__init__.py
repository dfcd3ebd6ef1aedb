"""Dates and times as pages write them, in many languages, in datelines and in addresses."""
