"""Classification: evidence for the type of a name, summed over the page, and the type that follows."""
