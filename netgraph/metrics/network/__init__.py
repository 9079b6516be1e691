"""Network: numbers that belong to the whole of it."""
