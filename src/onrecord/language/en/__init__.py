"""English: lexicons, one file a subject; the same names in every language to come."""
