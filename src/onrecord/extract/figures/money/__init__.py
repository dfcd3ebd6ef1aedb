"""Currencies: their words, their ISO 4217 codes, and which of several one word means."""
