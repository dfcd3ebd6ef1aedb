"""The article of a page: body, headline, byline, outlet, days."""
