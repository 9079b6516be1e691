"""The domains room."""
