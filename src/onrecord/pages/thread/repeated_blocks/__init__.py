"""Comments of systems in no table: blocks of one shape that repeat, each by someone."""
