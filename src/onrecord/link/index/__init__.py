"""What linking reads: all records of a story, looked up by id, page, entity and day."""
