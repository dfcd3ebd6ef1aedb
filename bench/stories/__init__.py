"""Stories with gold that people wrote who saw no rules, and what is measured on them."""
