"""TIMEX3: rules, the context they may ask, readings, values and their arithmetic; for any language."""
