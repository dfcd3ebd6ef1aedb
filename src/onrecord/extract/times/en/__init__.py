"""English rules for times: a module for each kind of expression, and what they share."""
