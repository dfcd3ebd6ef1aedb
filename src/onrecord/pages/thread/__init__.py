"""Readers' comments and forum posts: found, read, put in order."""
