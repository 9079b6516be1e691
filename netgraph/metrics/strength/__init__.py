"""Strength: how much there is to a tie."""
