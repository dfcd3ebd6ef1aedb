"""TIMEX3 values: rules, arithmetic, granularity, and joining of neighbours."""
