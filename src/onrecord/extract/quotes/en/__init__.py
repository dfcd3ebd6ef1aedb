"""Words of quotes: sets of English words, Penn tags, dependency labels and marks that the rules use."""
