"""Words and labels of quotes: the rules ask for these sets, and none stands in the rules themselves."""
