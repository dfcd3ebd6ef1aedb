"""Quotation marks: pairs, stretches over paragraphs, scare quotes, transcripts."""
