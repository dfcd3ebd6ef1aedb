"""Links between pages: copies and versions, and pages of the same story."""
