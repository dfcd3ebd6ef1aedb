"""Features of a name and of the words around it that speak for or against a type."""
