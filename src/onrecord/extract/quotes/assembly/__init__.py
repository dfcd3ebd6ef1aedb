"""From cues, marks and content to candidates, and from candidates to quotes."""
