"""The article of a page: body, headline and the other parts around it, metadata, outlet, dates on show."""
