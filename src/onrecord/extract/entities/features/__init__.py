"""Features: what the words of a name and around it say of what it names, by name, and what each weighs."""
