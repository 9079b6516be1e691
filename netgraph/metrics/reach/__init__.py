"""Reach: how many people a person can get to, and how far away they are."""
