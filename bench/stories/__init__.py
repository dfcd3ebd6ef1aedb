"""Stories with gold by writers who saw no rules, and what is measured on them."""
