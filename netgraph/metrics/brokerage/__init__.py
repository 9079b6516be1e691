"""Brokerage: who stands between people that would otherwise not meet."""
