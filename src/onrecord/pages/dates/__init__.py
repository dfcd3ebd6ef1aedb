"""Days and times as pages write them, in many languages and in addresses."""
